"""What the checks found in the open form; each line leads to its cell."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from selfeval_desktop.app.session import FormSession, FormState
from selfeval_desktop.domain.findings import Severity
from selfeval_desktop.ui import theme
from selfeval_desktop.ui.models.problems import PLACE, SENTENCE, SEVERITY, ProblemsModel
from selfeval_desktop.wording import steps

_ROW_HEIGHT = 26
_SIGN_ROOM = 46


class ProblemList(QWidget):
    """A line that counts, and the findings below it. A click or Enter chooses a finding's cell."""

    fieldChosen = Signal(object)
    """The FieldRef of the finding."""

    def __init__(self, session: FormSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ProblemsModel(session, self)
        self._summary = QLabel(self)
        self._summary.setAccessibleName(self.tr("检查结果"))
        theme.restyle(self._summary, "tone", "heading")
        self.view = _View(self)
        self.view.setModel(self._model)
        self._lay_out()
        self.view.clicked.connect(self._choose)
        self.view.entered_row.connect(self._choose)
        session.listen(self._show)
        self._show(session.state)

    def step(self, by: int) -> None:
        """Choose the next finding (the one before when `by` is -1), round the list."""
        count = self._model.rowCount()
        if count:
            chosen = self.view.selectionModel().selectedRows()
            row = (chosen[0].row() + by) % count if chosen else min(0, by) % count
            self.view.setCurrentIndex(self._model.index(row, SENTENCE))
            self._choose(self.view.currentIndex())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._summary)
        column.addWidget(self.view)
        head = self.view.horizontalHeader()
        head.setSectionResizeMode(SEVERITY, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(PLACE, QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(SENTENCE, QHeaderView.ResizeMode.Stretch)
        words = max(self.fontMetrics().horizontalAdvance(steps.severity(kind)) for kind in Severity)
        head.resizeSection(SEVERITY, words + _SIGN_ROOM)
        head.resizeSection(PLACE, 230)
        head.hide()
        self.view.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)

    def _choose(self, index: QModelIndex) -> None:
        field = self._model.field(index)
        if field is not None:
            self.fieldChosen.emit(field)

    def _show(self, state: FormState | None) -> None:
        if state is None:
            self._summary.setText(self.tr("检查结果"))
            return
        counts = [state.evaluation.count(kind) for kind in Severity]
        told = self.tr("检查结果 — {counts}").format(counts=steps.counts(*counts))
        if any(counts):
            told += self.tr("（单击跳到该处）")
        self._summary.setText(told)


class _View(QTableView):
    """Lines, not cells: Enter chooses, Tab leaves."""

    entered_row = Signal(QModelIndex)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("problemList")
        self.setAccessibleName(self.tr("检查结果"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
