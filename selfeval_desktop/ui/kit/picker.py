"""A search box above a list to pick from, with the groups of its lines at the left."""

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

from selfeval_desktop.domain.form import texts
from selfeval_desktop.ui.kit.picks import PickGroup, PicksModel

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
