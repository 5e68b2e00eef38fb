"""Sentences on characters that a receiver's program may refuse."""

from collections.abc import Mapping, Sequence

from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.rules.foreign_characters import ForeignCharacters, ForeignKind
from selfeval_desktop.wording import cell_names
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.translation import translate

_WHY: Mapping[ForeignKind, str] = {
    ForeignKind.MARKUP: QT_TRANSLATE_NOOP("Foreign", "有的平台当作标记；可以改用全角的 ＜ ＞ ＆，或 ≥ ≤"),
    ForeignKind.SPACE: QT_TRANSLATE_NOOP("Foreign", "特殊的空格；请改为普通空格或删去"),
    ForeignKind.UNSEEN: QT_TRANSLATE_NOOP("Foreign", "看不见的控制字符；请用“整理文字”删去"),
    ForeignKind.PRIVATE: QT_TRANSLATE_NOOP("Foreign", "自造字，在别的电脑上会变样；请改用标准字"),
    ForeignKind.RARE: QT_TRANSLATE_NOOP("Foreign", "不在 GBK 字符集内，有的平台存不下；可以换一种写法"),
}
# A sentence that names more would not be read.
_MOST_CELLS = 5


def foreign_character_lines(
    found: Sequence[ForeignCharacters], template: Template | None = None
) -> tuple[str, ...]:
    """A line for each: 指标 · 第 3 行 · 年度指标值“<”：有的平台当作标记……"""
    text = translate("Foreign", "{place}“{characters}”：{why}")
    return tuple(
        text.format(
            place=cell_names.cell_path(each.field, template),
            characters=_visible_characters(each),
            why=translate("Foreign", _WHY[each.kind]),
        )
        for each in found
    )


def foreign_characters_sentence(found: Sequence[ForeignCharacters], template: Template | None = None) -> str:
    """All in one, for the command line; empty where there is nothing to say."""
    if not found:
        return ""
    cells = [
        f"{cell_names.cell_path(each.field, template)}“{_visible_characters(each)}”"
        for each in found[:_MOST_CELLS]
    ]
    listed = translate("Foreign", "；").join(cells)
    if len(found) > _MOST_CELLS:
        listed = translate("Foreign", "{listed}等 {count} 处").format(listed=listed, count=len(found))
    return translate("Foreign", "这些字接收方可能不收：{listed}。").format(listed=listed)


def _visible_characters(each: ForeignCharacters) -> str:
    """The characters themselves; invisible ones as U+200B."""
    if each.kind in {ForeignKind.MARKUP, ForeignKind.RARE}:
        return each.characters
    return " ".join(f"U+{ord(character):04X}" for character in each.characters)
