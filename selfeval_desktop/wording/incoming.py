"""Sentences on an imported file: where a form stands in it, what is doubtful, what was passed over."""

from collections.abc import Mapping

from selfeval_desktop.app.incoming import (
    BlockSource,
    Container,
    Incoming,
    PassedOverPart,
    PassedOverReason,
    Recognised,
    RecognisedKind,
    cell_address,
)
from selfeval_desktop.domain.reading.pasting import RefusedText
from selfeval_desktop.domain.reading.read_form import ImportedPart, ReadForm
from selfeval_desktop.wording import pasting
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.translation import translate

_MOST_TOLD = 200
_REMARKS: Mapping[PassedOverReason, str] = {
    PassedOverReason.HIDDEN: QT_TRANSLATE_NOOP("Incoming", "{place}是隐藏的，没有读。"),
    PassedOverReason.NO_FORM: QT_TRANSLATE_NOOP("Incoming", "{place}里没有认出自评表。"),
    PassedOverReason.TOO_BIG: QT_TRANSLATE_NOOP("Incoming", "{place}的内容太多，不像自评表，没有读。"),
    PassedOverReason.FAR: QT_TRANSLATE_NOOP("Incoming", "{place}的 {text} 等格离表格太远，没有读。"),
}
_KINDS: Mapping[RecognisedKind, str] = {
    RecognisedKind.FORM: QT_TRANSLATE_NOOP("Incoming", "自评表"),
    RecognisedKind.TARGETS: QT_TRANSLATE_NOOP("Incoming", "绩效目标表"),
    RecognisedKind.ROWS: QT_TRANSLATE_NOOP("Incoming", "指标清单"),
}
_PIECES: Mapping[ImportedPart, str] = {
    ImportedPart.HEAD: QT_TRANSLATE_NOOP("Incoming", "基本信息"),
    ImportedPart.FUNDS: QT_TRANSLATE_NOOP("Incoming", "资金"),
    ImportedPart.GOALS: QT_TRANSLATE_NOOP("Incoming", "目标"),
    ImportedPart.INDICATORS: QT_TRANSLATE_NOOP("Incoming", "指标"),
}


def recognised_kind_name(found: Recognised) -> str:
    """自评表, 绩效目标表 or 指标清单."""
    return translate("Incoming", _KINDS[found.kind])


def imported_part_name(which: ImportedPart) -> str:
    """The name of a part of a form: 基本信息, 资金, 目标, 指标."""
    return translate("Incoming", _PIECES[which])


def container_name(container: Container, name: str) -> str:
    """The sheet, table or text that something stands in."""
    if container is Container.TABLE:
        return translate("Incoming", "第 {name} 个表格").format(name=name)
    if container is Container.SHEET and name:
        return translate("Incoming", "工作表“{name}”").format(name=name)
    return translate("Incoming", "文件")


def passed_over_sentence(told: PassedOverPart) -> str:
    """Why a part of the file was passed over."""
    text = translate("Incoming", _REMARKS[told.remark])
    return text.format(place=container_name(told.container, told.name), text=told.text)


def passed_over_sentences(incoming: Incoming) -> list[str]:
    """Each part that was passed over; sheets without a form go without saying where there are forms."""
    return [
        passed_over_sentence(each) for each in incoming.notes if each.remark is not PassedOverReason.NO_FORM
    ]


def file_doubt_line(source: BlockSource, refused: RefusedText) -> str:
    """One line for a text that was not understood, or not taken as it stands."""
    if refused.text:
        text = translate("Incoming", "{where}“{text}”：{reason}")
    else:
        text = translate("Incoming", "{where}：{reason}")
    return text.format(
        where=refused_text_place(source, refused),
        text=pasting.shorten_to_line(refused.text),
        reason=pasting.refusal_reason(refused),
    )


def file_doubt_lines(source: BlockSource, read: ReadForm) -> list[str]:
    """A line for each; of very many the first ones, and how many more there are."""
    lines = [file_doubt_line(source, each) for each in read.doubts[:_MOST_TOLD]]
    more = len(read.doubts) - _MOST_TOLD
    return [*lines, translate("Incoming", "还有 {count} 处。").format(count=more)] if more > 0 else lines


def refused_text_place(source: BlockSource, refused: RefusedText) -> str:
    """The place in the file, as people name it: sheet and cell, or row and column of a table."""
    block = container_name(source.container, source.name)
    row, column = source.rows[refused.row], source.columns[refused.column]
    if source.container is Container.SHEET:
        return translate("Incoming", "{place} {cell}").format(place=block, cell=cell_address(row, column))
    if row < 0:
        return translate("Incoming", "{place}上方").format(place=block)
    text = translate("Incoming", "{place}第 {row} 行第 {column} 列")
    return text.format(place=block, row=row + 1, column=column + 1)
