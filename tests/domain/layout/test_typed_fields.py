"""A form typed over field by field: in the paper's order or a portal's, amounts without marks of thousands."""

from decimal import Decimal

from selfeval_desktop.domain.layout.portal_lists import typed_fields
from tests.builders import complete_form, with_fund
from tests.output.sheets import sheet_of


def names(*order: str) -> list[str]:
    return [str(each.field) for each in typed_fields(sheet_of(complete_form()), order)]


def test_fields_come_as_the_paper_has_them_each_once() -> None:
    listed = names()
    assert listed[:3] == ["project_name", "department", "unit"]
    assert listed.index("goals.actual") < listed.index("indicators[0].level1") < listed.index("indicators[1].level3")
    assert len(listed) == len(set(listed))
    assert "indicators" not in listed


def test_blank_fields_are_left_out() -> None:
    assert "indicators[0].deviation" not in names()
    assert "funds.other.executed" not in names()


def test_the_order_of_a_portal_is_data() -> None:
    listed = names("indicators", "goals.actual", "funds.total", "goals")
    assert listed[0] == "indicators[0].level1"
    rest = [name for name in listed if not name.startswith("indicators")]
    assert rest[:2] == ["goals.actual", "funds.total.initial"]
    assert rest[rest.index("goals.expected") + 1] == "project_name"
    assert sorted(listed) == sorted(names())


def test_amounts_are_typed_without_marks_of_thousands_and_texts_as_they_are() -> None:
    form = with_fund(complete_form(), "current_year", annual=Decimal("2273786.5"))
    fields = {str(each.field): each for each in typed_fields(sheet_of(form))}
    amount = fields["funds.current_year.annual"]
    assert (amount.shown, amount.typed) == ("2,273,786.50", "2273786.5")
    assert fields["indicators[0].actual"].typed == "97%"
