"""Every cell is shown by one page or by the head above them."""

import pytest

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.document.form_page import tab_of


@pytest.mark.parametrize(
    ("field", "tab"),
    [
        ("project_name", None),
        ("year", None),
        ("template", None),
        ("execution_score", "fundsTab"),
        ("fields.budget_note", "fundsTab"),
        ("funds.total.annual", "fundsTab"),
        ("goals.actual", "goalsTab"),
        ("indicators", "indicatorsTab"),
        ("indicators[3].score", "indicatorsTab"),
    ],
)
def test_a_cell_has_its_page(field: str, tab: str | None) -> None:
    assert tab_of(FieldRef.parse(field)) == tab
