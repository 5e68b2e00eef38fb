"""The lines of a form's history in words, and the list of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from operator import attrgetter

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal

from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.app.ledger.form_history import HistoryPage
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.over_time.change_history import Ancestor
from selfeval_desktop.domain.over_time.history_lines import HistoryLine, HistoryLineKind
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.list_model import NOWHERE, TOP_LEFT, ColumnsModel, Index, ListColumn
from selfeval_desktop.ui.printing import differences_model
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP, translate

_ACTS: Mapping[HistoryLineKind, str] = {
    HistoryLineKind.BEGAN: QT_TRANSLATE_NOOP("History", "开始记录"),
    HistoryLineKind.ADDED: QT_TRANSLATE_NOOP("History", "新建"),
    HistoryLineKind.DELETED: QT_TRANSLATE_NOOP("History", "删除"),
    HistoryLineKind.RESTORED: QT_TRANSLATE_NOOP("History", "恢复"),
    HistoryLineKind.PRINTED: QT_TRANSLATE_NOOP("History", "打印"),
    HistoryLineKind.EXPORTED: QT_TRANSLATE_NOOP("History", "导出"),
    HistoryLineKind.TYPED: QT_TRANSLATE_NOOP("History", "修改"),
    HistoryLineKind.IMPORTED: QT_TRANSLATE_NOOP("History", "导入"),
    HistoryLineKind.CARRIED: QT_TRANSLATE_NOOP("History", "结转"),
    HistoryLineKind.CONFIRMED: QT_TRANSLATE_NOOP("History", "认可"),
    HistoryLineKind.DOUBTED: QT_TRANSLATE_NOOP("History", "待认可"),
    HistoryLineKind.NOTED: QT_TRANSLATE_NOOP("History", "备注"),
    HistoryLineKind.EXPLAINED: QT_TRANSLATE_NOOP("History", "说明理由"),
    HistoryLineKind.KEPT: QT_TRANSLATE_NOOP("History", "留存"),
    HistoryLineKind.VERSION: QT_TRANSLATE_NOOP("History", "表样换版"),
    HistoryLineKind.ROW_ADDED: QT_TRANSLATE_NOOP("History", "增加行"),
    HistoryLineKind.ROW_REMOVED: QT_TRANSLATE_NOOP("History", "删除行"),
    HistoryLineKind.ROW_MOVED: QT_TRANSLATE_NOOP("History", "移动行"),
}
_BARE = frozenset({HistoryLineKind.CONFIRMED, HistoryLineKind.DOUBTED})
_BESIDE = frozenset({HistoryLineKind.NOTED, HistoryLineKind.EXPLAINED, HistoryLineKind.KEPT})


@dataclass(frozen=True, slots=True)
class HistoryLineText:
    """The texts of one line, by column: time, user, action, cell, content before and after."""

    at: str
    who: str
    act: str
    place: str
    before: str = ""
    after: str = ""


class HistoryModel(ColumnsModel[tuple[HistoryLine, HistoryLineText]]):
    """The newest line comes first; pages of lines are read, and put into words by `describe`, as far as one scrolls.

    `failed` comes with the SelfEvalError where a further page could not be read: the list ends there.
    """

    failed = Signal(object)

    def __init__(self, describe: Callable[[HistoryLine], HistoryLineText], parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._describe = describe
        self._pages: Iterator[HistoryPage] = iter(())
        self._is_whole = True
        self.set_columns(
            _text_column("at", self.tr("时间"), is_muted=True),
            _text_column("who", self.tr("操作人"), is_muted=True),
            _text_column("act", self.tr("操作")),
            _text_column("place", self.tr("位置")),
            _text_column("before", self.tr("原来"), is_muted=True),
            _text_column("after", self.tr("改为")),
        )

    def show_pages(self, pages: Iterable[HistoryPage]) -> None:
        """Begin at the first of these."""
        self._pages, self._is_whole = iter(pages), False
        self.show_rows(self._read_page())
        self._go_on_where_empty(0)

    def line_at(self, index: QModelIndex) -> HistoryLine:
        """The line in that row."""
        return self.rows[index.row()][0]

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._is_whole

    def fetchMore(self, parent: Index) -> None:
        before = len(self.rows)
        self.append_rows(self._read_page())
        self._go_on_where_empty(before)

    def _go_on_where_empty(self, before: int) -> None:
        """A view asks for more only where it got some; what it waits for may be many pages away."""
        if len(self.rows) == before and not self._is_whole:
            QTimer.singleShot(0, self, lambda: self.fetchMore(NOWHERE))

    def _read_page(self) -> list[tuple[HistoryLine, HistoryLineText]]:
        if self._is_whole:
            return []
        try:
            page = next(self._pages)
        except SelfEvalError as error:
            self._is_whole = True
            self.failed.emit(error)
            return []
        self._is_whole = page.is_last
        return [(line, self._describe(line)) for line in page.lines]


def line_kind_name(of: HistoryLineKind) -> str:
    """Name of the action, such as 修改."""
    return translate("History", _ACTS[of])


def stored_time(at: datetime | None) -> str:
    """Local time of the PC that stored it, such as 2024-03-01 12:00; "" where not known."""
    return "" if at is None else f"{at:%Y-%m-%d %H:%M}"


def history_line_text(of: HistoryLine, template: Template, names: Mapping[int, str]) -> HistoryLineText:
    """The texts of one line; `names` are the project names of the ledger's forms by id, deleted ones too."""
    words = HistoryLineText(stored_time(of.at), of.who, line_kind_name(of.act), translate("History", "整张表"))
    if of.what is None:
        after = _ancestor_text(of.ancestor, names) if of.ancestor else ""
        return replace(words, after=after)
    difference = differences_model.difference_line(of.what, template)
    place = difference.place
    if of.is_gone and of.act is not HistoryLineKind.ROW_REMOVED:
        place = translate("History", "{place}（已删除的行）").format(place=place)
    if of.act in _BARE:
        return replace(words, place=place)
    if of.act in _BESIDE:
        before, after = difference.before if of.what.before else "", difference.after if of.what.after else ""
        return replace(words, place=place, before=before, after=after)
    before = "" if of.act in {HistoryLineKind.ADDED, HistoryLineKind.BEGAN} else difference.before
    return replace(words, place=place, before=before, after=difference.after)


def _ancestor_text(ancestor: Ancestor, names: Mapping[int, str]) -> str:
    name = names.get(ancestor.form_id) or translate("History", "未填项目名称的表")
    if ancestor.sequence is None:
        return translate("History", "复制自“{name}”").format(name=name)
    if ancestor.at is None:
        return translate("History", "取自“{name}”最早的内容").format(name=name)
    at = stored_time(ancestor.at)
    return translate("History", "取自“{name}”{at} 的内容").format(name=name, at=at)


def _text_column(field: str, head: str, *, is_muted: bool = False) -> ListColumn[tuple[HistoryLine, HistoryLineText]]:
    """The column for that field of HistoryLineText; each text is also its tooltip."""
    text = attrgetter(field)

    def shown(row: tuple[HistoryLine, HistoryLineText]) -> str:
        return str(text(row[1]))

    muted = (lambda _row: theme.colour("muted")) if is_muted else None
    return ListColumn(head, shown, shown, muted, alignment=TOP_LEFT)
