"""Sentences on a pasted block: how much came in, and what did not."""

from collections.abc import Iterable, Mapping, Sequence

from selfeval_desktop.domain.reading.pasting import PasteResult, Refusal, RefusedText
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.translation import translate

_LONGEST = 40
_REASONS: Mapping[Refusal, str] = {
    Refusal.ABOVE: QT_TRANSLATE_NOOP("Pasting", "在列名上面，不是指标"),
    Refusal.BESIDE: QT_TRANSLATE_NOOP("Pasting", "表里没有这一列"),
    Refusal.NO_COLUMN: QT_TRANSLATE_NOOP("Pasting", "表样里没有这个列名，这一列没有放进去"),
    Refusal.TOTAL: QT_TRANSLATE_NOOP("Pasting", "合计由程序计算"),
    Refusal.FIXED: QT_TRANSLATE_NOOP("Pasting", "这一格不用填写"),
    Refusal.UNKNOWN: QT_TRANSLATE_NOOP("Pasting", "不知道该填在哪里"),
    Refusal.DIFFERS: QT_TRANSLATE_NOOP("Pasting", "与程序计算的不一样，没有采用"),
    Refusal.NO_NUMBER: QT_TRANSLATE_NOOP("Pasting", "不是数字，原样留在格里，请改正"),
    Refusal.NO_RESULT: QT_TRANSLATE_NOOP("Pasting", "公式没有保存结果，这一格空着，请填写"),
    Refusal.FAULT: QT_TRANSLATE_NOOP("Pasting", "公式出错，这一格空着，请填写"),
    Refusal.INEXACT: QT_TRANSLATE_NOOP("Pasting", "超过 15 位的数字在电子表格里会失真，请核对"),
    Refusal.FRACTION: QT_TRANSLATE_NOOP("Pasting", "可能是百分比，照原样放进，请核对"),
    Refusal.TOO_LONG: QT_TRANSLATE_NOOP("Pasting", "太长，没有放进去，请缩短"),
    Refusal.UNSURE: QT_TRANSLATE_NOOP("Pasting", "按文字的先后放的，请对照原件核对"),
}


def pasted_summary(pasted: PasteResult) -> str:
    """How much came in, and whether something did not."""
    words = translate("Pasting", "已粘贴 {rows} 行。").format(rows=pasted.rows)
    if pasted.refused:
        words += translate("Pasting", "有 {count} 处没有放进去。").format(count=len(pasted.refused))
    return words


def refused_lines(pasted: PasteResult) -> list[str]:
    """A line for each text that did not go in: where it stood in what was copied, and why it did not."""
    return doubt_lines(pasted.refused)


def doubts_summary(doubts: Sequence[RefusedText]) -> str:
    """How many texts of a whole form were not understood, or not taken as they stand."""
    if not doubts:
        return translate("Pasting", "全部内容都看懂了。")
    return translate("Pasting", "没有看懂或没有照样采用的内容：{count} 处").format(count=len(doubts))


def doubt_lines(doubts: Iterable[RefusedText]) -> list[str]:
    """A line for each of these texts: its row and column in what was copied, and the reason."""
    return [_refused_line(each) for each in doubts]


def refusal_reason(refused: RefusedText) -> str:
    """Why it did not go in, or needs a check."""
    return translate("Pasting", _REASONS[refused.reason])


def shorten_to_line(text: str) -> str:
    """The beginning of a text, on one line."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _refused_line(refused: RefusedText) -> str:
    return translate("Pasting", "复制内容第 {row} 行第 {column} 列“{text}”：{reason}").format(
        row=refused.row + 1,
        column=refused.column + 1,
        text=shorten_to_line(refused.text),
        reason=refusal_reason(refused),
    )
