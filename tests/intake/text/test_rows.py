"""Rows of indicators in a run of words: their levels are sure only where each level has rows of its own."""

from selfeval_desktop.intake.text.rows import TextRows, rows_of
from selfeval_desktop.intake.text.words import joined_words, words_of
from tests.builders import mof_2020

FIRST, SECOND, THIRD = "印刷率 ≥95% 96% 10 10", "合格率 ≥90% 92% 10 10", "及时率 ≥80% 85% 10 10"


def read(*lines: str) -> TextRows:
    words = [word for line in words_of("\n".join(lines)) for word in line]
    return rows_of(words, mof_2020())


def levels(found: TextRows) -> list[str]:
    return [joined_words(row.cells["level2"]) for row in found.rows]


def unsure(found: TextRows) -> list[str]:
    return [word.text for word in found.unsure]


def test_rows_stand_below_their_levels_and_are_sure() -> None:
    found = read("产出指标", "数量指标", FIRST, SECOND, "质量指标", THIRD)
    assert levels(found) == ["数量指标", "数量指标", "质量指标"]
    assert unsure(found) == []


def test_where_a_level_has_no_rows_those_that_take_over_theirs_are_unsure() -> None:
    found = read("产出指标", "数量指标", "质量指标", FIRST, SECOND, THIRD)
    assert levels(found) == ["质量指标"] * 3
    assert unsure(found) == ["数量指标", "≥90%", "≥80%"]


def test_where_levels_are_left_at_the_end_they_are_unsure_as_well() -> None:
    found = read("产出指标", "数量指标", FIRST, SECOND, "质量指标")
    assert unsure(found) == ["≥90%"]
