"""What is said after a block was pasted."""

from collections.abc import Mapping

from selfeval_desktop.domain.pasting import Pasted, Refusal, Refused
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.translation import translate

_LONGEST = 40
_REASONS: Mapping[Refusal, str] = {
    Refusal.ABOVE: QT_TRANSLATE_NOOP("Pasting", "在列名上面，不是指标"),
    Refusal.BESIDE: QT_TRANSLATE_NOOP("Pasting", "表里没有这一列"),
    Refusal.NO_COLUMN: QT_TRANSLATE_NOOP("Pasting", "表样里没有这个列名，这一列没有放进去"),
    Refusal.TOTAL: QT_TRANSLATE_NOOP("Pasting", "合计由程序计算"),
    Refusal.FIXED: QT_TRANSLATE_NOOP("Pasting", "这一格不用填写"),
}


def told(pasted: Pasted) -> str:
    """How much came in, and whether something did not."""
    words = translate("Pasting", "已粘贴 {rows} 行。").format(rows=pasted.rows)
    if pasted.refused:
        words += translate("Pasting", "有 {count} 处没有放进去。").format(count=len(pasted.refused))
    return words


def refused_lines(pasted: Pasted) -> list[str]:
    """A line for each text that did not go in: where it stood in what was copied, and why it did not."""
    return [_line(each) for each in pasted.refused]


def _line(refused: Refused) -> str:
    text = " ".join(refused.text.split())
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return translate("Pasting", "复制内容第 {row} 行第 {column} 列“{text}”：{reason}").format(
        row=refused.row + 1,
        column=refused.column + 1,
        text=text,
        reason=translate("Pasting", _REASONS[refused.reason]),
    )
