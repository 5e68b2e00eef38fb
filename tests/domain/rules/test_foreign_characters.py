"""Characters that a receiver may refuse are found by cell and kind; ordinary Chinese print is left in peace."""

import pytest

from selfeval_desktop.domain.rules.foreign_characters import ForeignKind, find_foreign_characters
from tests.builders import complete_form, with_row
from tests.output.sheets import sheet_of


def found(text: str) -> list[tuple[str, str]]:
    """What is found in a form with that text as its first actual value."""
    sheet = sheet_of(with_row(complete_form(), 0, actual=text))
    return [(each.kind.value, each.characters) for each in find_foreign_characters(sheet)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<5%", [(ForeignKind.MARKUP, "<")]),
        ("a&b<c>&", [(ForeignKind.MARKUP, "&<>")]),
        ("甲\u00a0乙\t丙", [(ForeignKind.SPACE, "\u00a0\t")]),
        ("甲\u200b乙\ufeff", [(ForeignKind.UNSEEN, "\u200b\ufeff")]),
        ("\ue001", [(ForeignKind.PRIVATE, "\ue001")]),
        ("5m²𠮷m²", [(ForeignKind.RARE, "²𠮷")]),
        ("<²", [(ForeignKind.MARKUP, "<"), (ForeignKind.RARE, "²")]),
    ],
)
def test_each_kind_is_told_once_with_its_characters(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", ["≥95%", "（一）《办法》——完成“3,000”册；\n下一行", "㎡ ＜ ＆ \u3000 ① ‰ ℃ é"])
def test_ordinary_print_is_left_in_peace(text: str) -> None:
    assert found(text) == []


def test_the_cell_is_named_and_what_the_template_prints_is_not_looked_at() -> None:
    form = with_row(complete_form(project_name="A&B"), 2, deviation="<")
    fields = [str(each.field) for each in find_foreign_characters(sheet_of(form))]
    assert fields == ["project_name", "indicators[2].deviation"]
