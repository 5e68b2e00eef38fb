"""A search box above a list to pick from, with the groups of its lines at the left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTableView,
    QWidget,
)

from selfeval_desktop.domain.form import look_alikes, texts
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.list_model import ColumnsModel, Index, ListColumn

PickGroup = tuple[str, ...]
"""The names that lead to a group, from the outermost inwards; () is all there is."""


@dataclass(frozen=True, slots=True)
class PickRow:
    """One line: a text for each column, and the group that it belongs to."""

    texts: tuple[str, ...]
    group: PickGroup

    def is_in(self, group: PickGroup) -> bool:
        """Whether it belongs to that group or to one inside it."""
        return self.group[: len(group)] == group


class PicksModel(ColumnsModel[int]):
    """Rows are the numbers of the picks that a filter leaves, counted among all. What is ticked stays so unseen."""

    ticked = Signal()

    def __init__(
        self,
        picks: Sequence[PickRow],
        heads: Sequence[str],
        *,
        checkable: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__((), parent)
        self._picks, self.checkable = tuple(picks), checkable
        self._lines = tuple(look_alikes.search_line(*pick.group, *pick.texts) for pick in self._picks)
        self._checked: set[int] = set()
        self.set_columns(*(self._text_column(heads, column) for column in range(len(heads))))
        self.show_rows(range(len(self._picks)))

    @property
    def checked_numbers(self) -> tuple[int, ...]:
        """The numbers of the ticked ones, in order."""
        return tuple(sorted(self._checked))

    def groups_with_parents(self) -> tuple[PickGroup, ...]:
        """Every group and what it lies in, each once, in the order of the picks."""
        found = (pick.group[:depth] for pick in self._picks for depth in range(1, len(pick.group) + 1))
        return tuple(dict.fromkeys(found))

    def groups_with(self, text: str) -> set[PickGroup]:
        """The groups in which something has every word of the text."""
        found = (self._picks[number].group for number in self._numbers_with_words(text))
        return {group[:depth] for group in set(found) for depth in range(len(group) + 1)}

    def filter_picks(self, group: PickGroup, text: str) -> None:
        """Leave those of a group that have every word of the text."""
        numbers = self._numbers_with_words(text)
        self.show_rows([number for number in numbers if self._picks[number].is_in(group)])

    def pick_number(self, index: Index) -> int | None:
        """Which pick the line is."""
        return self.row_at(index)

    def toggle_pick(self, index: Index) -> None:
        """Tick it, or no longer."""
        self.toggle_row(self.index(index.row(), 0))

    def _text_column(self, heads: Sequence[str], column: int) -> ListColumn[int]:
        """The first column has the boxes, the last of several is grey."""

        def text(number: int) -> str:
            return self._picks[number].texts[column]

        has_box, is_last = self.checkable and column == 0, column == len(heads) - 1 > 0
        return ListColumn(
            heads[column],
            text,
            tooltip=text if len(heads) > 1 else None,
            colour=(lambda _number: theme.colour("muted")) if is_last else None,
            is_ticked=self._checked.__contains__ if has_box else None,
            tick=self._tick_pick if has_box else None,
        )

    def _tick_pick(self, number: int, wanted: bool) -> bool:
        is_changed = (number in self._checked) != wanted
        if is_changed:
            self._checked ^= {number}
            self.ticked.emit()
        return is_changed

    def _numbers_with_words(self, text: str) -> Iterator[int]:
        words = look_alikes.search_words(text)
        return (number for number, line in enumerate(self._lines) if look_alikes.has_words(line, words))


Key = Qt.Key
_ENTERS = frozenset({Key.Key_Return, Key.Key_Enter})
_MOVES = frozenset({Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown})
_GROUP = Qt.ItemDataRole.UserRole
_INDENT = "\u3000"
_BESIDE_NAMES = 28
"""Width that a list needs beside its texts (frame, scroll bar), in logical pixels."""


class Picker(QWidget):
    """Typing filters, arrows choose, space ticks where several can be taken, Enter takes.

    The keyboard may stay in the search line all the while, so that an input method works: there space ticks
    where it would part no words, and after arrows. A search looks through all groups; a group chosen afterwards
    narrows it. `search`, `groups` and `view` are named by the dialog.
    """

    chosen = Signal()
    """Another line is the current one, or none."""
    taken = Signal()
    """Enter was pressed, or a line clicked twice."""

    def __init__(self, model: PicksModel, view: QTableView, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.search, self.groups, self.view = QLineEdit(self), QListWidget(self), view
        self._searched, self._is_in_list = "", False
        self._fill_groups()
        self._lay_out()
        self._connect_signals()
        self._begin_at_top()

    @property
    def current_number(self) -> int | None:
        """The number of the current line; None where nothing is left."""
        return self._model.pick_number(self.view.currentIndex())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = event.key()
        if key in _ENTERS:
            self.taken.emit()
        elif key == Key.Key_Space and self._model.checkable and self._is_for_list(watched):
            self._model.toggle_pick(self.view.currentIndex())
            # What is typed next is another search.
            self.search.selectAll()
        elif key in _MOVES and watched is self.search:
            self._is_in_list = True
            QCoreApplication.sendEvent(self.view, event)
        else:
            return super().eventFilter(watched, event)
        return True

    def _is_for_list(self, watched: QObject) -> bool:
        """Whether a space ticks the line rather than being typed into the search."""
        if watched is self.search:
            return self._is_in_list or not self.search.text().strip() or self.search.text().endswith(" ")
        return watched is self.view

    def _fill_groups(self) -> None:
        everything = QListWidgetItem(self.tr("全部"), self.groups)
        everything.setData(_GROUP, ())
        for group in self._model.groups_with_parents():
            item = QListWidgetItem(_INDENT * (len(group) - 1) + group[-1], self.groups)
            item.setData(_GROUP, group)
        self.groups.setCurrentRow(0)

    def _lay_out(self) -> None:
        self.search.setClearButtonEnabled(True)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setTabKeyNavigation(False)
        self.groups.setSpacing(1)
        self.groups.setFixedWidth(self.groups.sizeHintForColumn(0) + _BESIDE_NAMES)
        self.setFocusProxy(self.search)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.search, 0, 0, 1, 2)
        grid.addWidget(self.groups, 1, 0)
        grid.addWidget(self.view, 1, 1)
        grid.setColumnStretch(1, 1)

    def _connect_signals(self) -> None:
        for part in (self.search, self.groups, self.view):
            part.installEventFilter(self)
        self.search.textChanged.connect(self._search_for)
        self.groups.currentItemChanged.connect(self._show_picks)
        self.view.selectionModel().currentRowChanged.connect(self.chosen)
        self.view.doubleClicked.connect(self.taken)
        self._model.modelReset.connect(self._begin_at_top)

    def _search_for(self, text: str) -> None:
        text = texts.one_line(text)
        groups, before, self._searched = self._model.groups_with(text), self._searched, text
        self._is_in_list = False
        for row in range(self.groups.count()):
            self.groups.item(row).setHidden(self._group_of_row(row) not in groups and row > 0)
        if (text and not before) or self.groups.currentItem().isHidden():
            self.groups.setCurrentRow(0)
        self._show_picks()

    def _show_picks(self) -> None:
        self._model.filter_picks(self._group_of_row(self.groups.currentRow()), self._searched)

    def _group_of_row(self, row: int) -> PickGroup:
        group: PickGroup = tuple(self.groups.item(row).data(_GROUP))
        return group

    def _begin_at_top(self) -> None:
        if self._model.rowCount():
            self.view.selectRow(0)
        self.chosen.emit()
