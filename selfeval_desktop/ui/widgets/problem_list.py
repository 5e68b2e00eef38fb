"""What the checks found in the open form; each line leads to its cell."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from selfeval_desktop.app.session import FormSession, FormState
from selfeval_desktop.domain.findings import Severity
from selfeval_desktop.ui import theme
from selfeval_desktop.ui.models.problems import PLACE, SENTENCE, ProblemsModel
from selfeval_desktop.ui.naming import named
from selfeval_desktop.ui.widgets.lines_view import LinesView
from selfeval_desktop.wording import steps

_SIGN_ROOM = 46
_WIDEST_PLACE = 230


class ProblemList(QWidget):
    """A line that counts, and the findings below it. A click, a double click or Enter chooses a finding's cell."""

    fieldChosen = Signal(object)
    """The FieldRef of the finding."""

    def __init__(self, session: FormSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ProblemsModel(session, self)
        self._after_gone = QPersistentModelIndex()
        # Before the view hears of it, which would choose another line and scroll there.
        self._model.rowsAboutToBeRemoved.connect(self._let_go)
        self._summary = QLabel(self)
        self._summary.setAccessibleName(self.tr("检查结果"))
        theme.restyle(self._summary, "tone", "heading")
        view = LinesView(self._model, (PLACE, SENTENCE), self._share, self)
        self.view = named(view, "problemList", self.tr("检查结果"))
        self.view.horizontalHeader().hide()
        self._lay_out()
        self.view.clicked.connect(self._choose)
        self.view.activated.connect(self._choose)
        session.listen(self._show)
        self._show(session.state)

    def step(self, by: int) -> None:
        """Choose the next finding (the one before when `by` is -1), round the list."""
        count = self._model.rowCount()
        if count:
            chosen = self.view.selectionModel().selectedRows()
            row = chosen[0].row() + by if chosen else max(0, self._after_gone.row()) + min(0, by)
            self.view.setCurrentIndex(self._model.index(row % count, SENTENCE))
            self._choose(self.view.currentIndex())

    def height_of(self, lines: int) -> int:
        """How tall the list is that shows that many findings of one line each."""
        around = self.sizeHint().height() - self.view.sizeHint().height()
        return around + self.view.height_of(lines)

    def _share(self, room: int) -> tuple[int, int, int]:
        """A narrow list gives the sentences most of its width."""
        metrics = self.fontMetrics()
        severity = max(metrics.horizontalAdvance(steps.severity(kind)) for kind in Severity) + _SIGN_ROOM
        place = min(_WIDEST_PLACE, (room - severity) // 3)
        return severity, place, room - severity - place

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._summary)
        column.addWidget(self.view)

    def _let_go(self, _parent: QModelIndex, first: int, last: int) -> None:
        """A mended finding is chosen no more; the one below it is next."""
        selection = self.view.selectionModel()
        gone = range(first, last + 1)
        if self._after_gone.row() in gone or any(row.row() in gone for row in selection.selectedRows()):
            self._after_gone = QPersistentModelIndex(self._model.index(last + 1, SENTENCE))
        if self.view.currentIndex().row() in gone:
            selection.clear()

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
