"""What is said of paper and files before they go out: their layout, and characters that a receiver's program may refuse."""

from collections.abc import Iterable, Mapping, Sequence

from selfeval_desktop.app.paper.drawing import PrintedCell
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.rules.foreign_characters import ForeignCharacters, ForeignKind
from selfeval_desktop.wording import cell_names
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP, translate

# A sentence that names more would not be read.
_MOST_CELLS = 5
_MOST_CHARACTERS = 12
_BETWEEN = " · "


def missing_characters(missing: Mapping[FieldRef | None, str], template: Template | None = None) -> str:
    """The sentence that says which characters print as empty boxes, and where; empty when none does."""
    if not missing:
        return ""
    cells = missing_cells(missing, template)
    listed = translate("Paper", "；").join(cells[:_MOST_CELLS])
    if len(cells) > _MOST_CELLS:
        listed = translate("Paper", "{listed}等 {count} 处").format(listed=listed, count=len(cells))
    return translate("Paper", "这些字没有字体可以印出，会印成方框：{listed}。").format(listed=listed)


def missing_cells(missing: Mapping[FieldRef | None, str], template: Template | None = None) -> tuple[str, ...]:
    """Each cell with its characters: 项目名称“𰻝”."""
    return tuple(_cell_with_characters(field, characters, template) for field, characters in missing.items())


def text_facts(characters: int, printed: PrintedCell | None, pages: int, full_size: float) -> tuple[str, ...]:
    """How long a text is and how it prints, in ever shorter versions, for a label that shows the longest that fits.

    One page and the full type size are left out. `pages` are those of the whole form, 0 while they are not known;
    `full_size` is the template's type size in points.
    """
    parts = [translate("Paper", "{count} 字").format(count=characters)]
    whole = translate("Paper", "全表 {count} 页").format(count=pages) if pages > 1 else ""
    if printed is None:
        return _ever_shorter([*parts, whole])
    short = [*parts, translate("Paper", "{count} 行").format(count=printed.lines), whole]
    parts.append(translate("Paper", "打印 {count} 行").format(count=printed.lines))
    if printed.first_page != printed.last_page:
        span = translate("Paper", "跨第 {first}–{last} 页")
        parts.append(span.format(first=printed.first_page, last=printed.last_page))
        count = printed.last_page - printed.first_page + 1
        short[-1] = translate("Paper", "{count} 页").format(count=count)
    size = translate("Paper", "字号 {size} 磅").format(size=f"{printed.size:g}")
    told = _ever_shorter([*parts, whole, size if printed.size < full_size else ""])
    return (*told[:-2], _BETWEEN.join(short), *told[-2:]) if short[-1] else told


def _ever_shorter(parts: Iterable[str]) -> tuple[str, ...]:
    """All parts that are not empty in one text, then without the last, and so on."""
    said = [part for part in parts if part]
    return tuple(_BETWEEN.join(said[:count]) for count in range(len(said), 0, -1))


def _cell_with_characters(field: FieldRef | None, characters: str, template: Template | None) -> str:
    place = translate("Paper", "标题或签字行") if field is None else cell_names.cell_path(field, template)
    if len(characters) > _MOST_CHARACTERS:
        characters = f"{characters[:_MOST_CHARACTERS]}…"
    return translate("Paper", "{place}“{characters}”").format(place=place, characters=characters)


_WHY: Mapping[ForeignKind, str] = {
    ForeignKind.MARKUP: QT_TRANSLATE_NOOP("Foreign", "有的平台当作标记；可以改用全角的 ＜ ＞ ＆，或 ≥ ≤"),
    ForeignKind.SPACE: QT_TRANSLATE_NOOP("Foreign", "特殊的空格；请改为普通空格或删去"),
    ForeignKind.UNSEEN: QT_TRANSLATE_NOOP("Foreign", "看不见的控制字符；请用“整理文字”删去"),
    ForeignKind.PRIVATE: QT_TRANSLATE_NOOP("Foreign", "自造字，在别的电脑上会变样；请改用标准字"),
    ForeignKind.RARE: QT_TRANSLATE_NOOP("Foreign", "不在 GBK 字符集内，有的平台存不下；可以换一种写法"),
}
# A sentence that names more would not be read.


def foreign_character_lines(found: Sequence[ForeignCharacters], template: Template | None = None) -> tuple[str, ...]:
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
        f"{cell_names.cell_path(each.field, template)}“{_visible_characters(each)}”" for each in found[:_MOST_CELLS]
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
