"""A ledger's templates without the rules that it does without: always those of now, of this template and version."""

from dataclasses import replace

from selfeval_desktop.app.errors import UnknownTemplate
from selfeval_desktop.app.ledger.templates import TemplatesWithRulesOff
from selfeval_desktop.domain.form.template import Template
from tests.builders import mof_2020
from tests.templates import elsewhere, later

K43, K30 = frozenset({"K43"}), frozenset({"K30"})


class Installed:
    """Templates that are installed one after the other, a later one of the same version in place of the former."""

    def __init__(self, *templates: Template) -> None:
        self.templates = {(each.id, each.version): each for each in templates}

    def newest_templates(self) -> tuple[Template, ...]:
        return tuple(self.templates.values())

    def get_template(self, template_id: str, version: int | None = None) -> Template:
        found = [each for each in self.templates.values() if each.id == template_id and version in (None, each.version)]
        if not found:
            raise UnknownTemplate(template_id)
        return max(found, key=lambda each: each.version)


def off_in(template: Template) -> set[str]:
    return {code for code, severity in template.severities.items() if severity == "off"} & {"K43", "K30"}


def test_a_rule_that_is_turned_on_again_is_on_in_templates_read_before() -> None:
    rules = TemplatesWithRulesOff(Installed(mof_2020()), K43)
    assert off_in(rules.get_template("mof-2020")) == {"K43"}
    rules.set_rules_off(K30)
    assert off_in(rules.get_template("mof-2020")) == {"K30"}
    assert [off_in(each) for each in rules.newest_templates()] == [{"K30"}]


def test_templates_and_their_versions_are_kept_apart() -> None:
    rules = TemplatesWithRulesOff(Installed(mof_2020(), later(), elsewhere()), K43)
    found = [
        rules.get_template("mof-2020", 1),
        rules.get_template("mof-2020", 2),
        rules.get_template("elsewhere"),
    ]
    assert [(each.id, each.version, each.title) for each in found] == [
        (each.id, each.version, each.title) for each in (mof_2020(), later(), elsewhere())
    ]
    assert list(map(off_in, found)) == [{"K43"}] * 3
    # A form's template stays the same value, whichever others were asked for since.
    assert all(rules.get_template(each.id, each.version) is each for each in found)


def test_a_template_that_is_installed_anew_is_taken_as_it_is_now() -> None:
    installed = Installed(mof_2020())
    rules = TemplatesWithRulesOff(installed, K43)
    assert rules.get_template("mof-2020").title == mof_2020().title
    installed.templates["mof-2020", 1] = replace(mof_2020(), title="改过的表名")
    assert rules.get_template("mof-2020").title == "改过的表名"
    assert off_in(rules.get_template("mof-2020")) == {"K43"}


def test_codes_of_a_newer_program_are_passed_over() -> None:
    rules = TemplatesWithRulesOff(Installed(mof_2020()), frozenset({"K43", "K999"}))
    assert rules.rules_off == K43
    rules.set_rules_off(frozenset({"K30", "K999"}))
    assert rules.rules_off == K30
