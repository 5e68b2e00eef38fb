"""A form names its version; what is newer is found, and only what is newer."""

from dataclasses import replace

from selfeval_desktop.app.ledger.templates import bring_form_up_to_date, later_version, template_of
from selfeval_desktop.domain.form.template import Template
from tests.builders import complete_form, mof_2020
from tests.templates import elsewhere, later

FIRST = complete_form(template_version=1)


class TwoVersions:
    """The second version is installed, a ledger keeps the first."""

    def newest_templates(self) -> tuple[Template, ...]:
        return (later(),)

    def get_template(self, template_id: str, version: int | None = None) -> Template:
        return mof_2020() if version == 1 else later()


def test_a_form_is_under_the_version_that_it_names_or_the_newest() -> None:
    assert template_of(FIRST, TwoVersions()) == mof_2020()
    assert template_of(complete_form(), TwoVersions()) == later()


def test_only_a_later_version_is_later() -> None:
    assert later_version(mof_2020(), TwoVersions()) == later()
    for template in (later(), replace(later(), version=3), elsewhere()):
        assert later_version(template, TwoVersions()) is None


def test_a_form_is_brought_up_to_date_once() -> None:
    newest = bring_form_up_to_date(FIRST, TwoVersions())
    assert (newest, newest.template_version) == (FIRST, 2)
    assert bring_form_up_to_date(newest, TwoVersions()) is newest
