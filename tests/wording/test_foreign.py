"""What is said of characters that a receiver may refuse."""

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.rules.foreign_characters import ForeignCharacters, ForeignKind
from selfeval_desktop.wording import paper

LESS = ForeignCharacters(FieldRef.indicator(2, "target"), ForeignKind.MARKUP, "<")
SPACE = ForeignCharacters(FieldRef.head("project_name"), ForeignKind.SPACE, "\u00a0\t")


def test_each_line_names_the_cell_the_characters_and_what_to_do() -> None:
    first, second = paper.foreign_character_lines([LESS, SPACE])
    assert first == "指标 · 第 3 行 · 年度指标值“<”：有的平台当作标记；可以改用全角的 ＜ ＞ ＆，或 ≥ ≤"
    assert second.startswith("项目名称“U+00A0 U+0009”")


def test_one_sentence_holds_so_many_cells_as_are_read() -> None:
    assert paper.foreign_characters_sentence([]) == ""
    assert paper.foreign_characters_sentence([LESS]) == "这些字接收方可能不收：指标 · 第 3 行 · 年度指标值“<”。"
    assert "等 7 处" in paper.foreign_characters_sentence([LESS] * 7)


def test_every_kind_has_its_reason() -> None:
    for kind in ForeignKind:
        assert "：" in paper.foreign_character_lines([ForeignCharacters(LESS.field, kind, "<")])[0]
