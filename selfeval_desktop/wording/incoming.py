"""What is said of an office's file: where a form stood in it, what is doubtful, what was passed over."""

from collections.abc import Mapping

from selfeval_desktop.app.incoming import Container, Found, Incoming, Kind, Note, Remark, Source, address
from selfeval_desktop.domain.pasting import Refused
from selfeval_desktop.domain.read_form import Piece, ReadForm
from selfeval_desktop.wording import pasting
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.translation import translate

_MOST_TOLD = 200
_REMARKS: Mapping[Remark, str] = {
    Remark.HIDDEN: QT_TRANSLATE_NOOP("Incoming", "{place}是隐藏的，没有读。"),
    Remark.NO_FORM: QT_TRANSLATE_NOOP("Incoming", "{place}里没有认出自评表。"),
    Remark.TOO_BIG: QT_TRANSLATE_NOOP("Incoming", "{place}的内容太多，不像自评表，没有读。"),
    Remark.FAR: QT_TRANSLATE_NOOP("Incoming", "{place}的 {text} 等格离表格太远，没有读。"),
}
_KINDS: Mapping[Kind, str] = {
    Kind.FORM: QT_TRANSLATE_NOOP("Incoming", "自评表"),
    Kind.TARGETS: QT_TRANSLATE_NOOP("Incoming", "绩效目标表"),
    Kind.ROWS: QT_TRANSLATE_NOOP("Incoming", "指标清单"),
}
_PIECES: Mapping[Piece, str] = {
    Piece.HEAD: QT_TRANSLATE_NOOP("Incoming", "基本信息"),
    Piece.FUNDS: QT_TRANSLATE_NOOP("Incoming", "资金"),
    Piece.GOALS: QT_TRANSLATE_NOOP("Incoming", "目标"),
    Piece.INDICATORS: QT_TRANSLATE_NOOP("Incoming", "指标"),
}


def kind(found: Found) -> str:
    """What was recognised."""
    return translate("Incoming", _KINDS[found.kind])


def piece(which: Piece) -> str:
    """What a piece of a form is called."""
    return translate("Incoming", _PIECES[which])


def place(container: Container, name: str) -> str:
    """The sheet, table or text that something stands in."""
    if container is Container.TABLE:
        return translate("Incoming", "第 {name} 个表格").format(name=name)
    if container is Container.SHEET and name:
        return translate("Incoming", "工作表“{name}”").format(name=name)
    return translate("Incoming", "文件")


def note(told: Note) -> str:
    """Why a part of the file was passed over."""
    text = translate("Incoming", _REMARKS[told.remark])
    return text.format(place=place(told.container, told.name), text=told.text)


def notes(incoming: Incoming) -> list[str]:
    """Each part that was passed over; sheets without a form go without saying where there are forms."""
    return [note(each) for each in incoming.notes if each.remark is not Remark.NO_FORM]


def doubt(source: Source, refused: Refused) -> str:
    """One line for a text that was not understood, or not taken as it stands."""
    if refused.text:
        text = translate("Incoming", "{where}“{text}”：{reason}")
    else:
        text = translate("Incoming", "{where}：{reason}")
    return text.format(
        where=where(source, refused), text=pasting.short(refused.text), reason=pasting.reason(refused)
    )


def doubts(source: Source, read: ReadForm) -> list[str]:
    """A line for each; of very many the first ones, and how many more there are."""
    lines = [doubt(source, each) for each in read.doubts[:_MOST_TOLD]]
    more = len(read.doubts) - _MOST_TOLD
    return [*lines, translate("Incoming", "还有 {count} 处。").format(count=more)] if more > 0 else lines


def where(source: Source, refused: Refused) -> str:
    """The place in the file, as people name it: sheet and cell, or row and column of a table."""
    block = place(source.container, source.name)
    row, column = source.rows[refused.row], source.columns[refused.column]
    if source.container is Container.SHEET:
        return translate("Incoming", "{place} {cell}").format(place=block, cell=address(row, column))
    if row < 0:
        return translate("Incoming", "{place}上方").format(place=block)
    text = translate("Incoming", "{place}第 {row} 行第 {column} 列")
    return text.format(place=block, row=row + 1, column=column + 1)
