"""Watches whether the open form was changed since it was printed."""

from PySide6.QtCore import QObject, Signal

from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.paper.paper_check import OutputHistory, latest_output
from selfeval_desktop.app.ports.output_events import OutputEvent
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.ui.document.document import Document


class StalePaperWatch(QObject):
    """Compares each state of the open form with its last print, or its last export where it has no print.

    `staleChanged` comes with the OutputEvent and how many cells were changed since, or None and 0 while nothing was
    changed or printed. The copy is read once, when the form is opened or has just been printed.
    """

    staleChanged = Signal(object, int)

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._read: tuple[LedgerSession, int, int] | None = None
        self._trail: OutputHistory | None = None
        self._output_event: OutputEvent | None = None
        self._paper: Form | None = None
        self._reported: tuple[OutputEvent | None, int] = (None, 0)
        document.formShown.connect(self._compare_with_paper)
        document.listChanged.connect(self._compare_with_paper)

    def _compare_with_paper(self) -> None:
        ledger, state = self._document.ledger, self._document.form
        wanted = (ledger, state.form_id, ledger.recorded) if ledger and state else None
        if wanted != self._read:
            self._read, self._trail, self._output_event, self._paper = wanted, None, None, None
            if wanted is not None:
                with self._document.reporting_errors():
                    self._read_last_paper(*wanted)
        count = len(self._trail.differences_from_paper(self._paper)) if self._trail and self._paper else 0
        told = (self._output_event if count else None, count)
        if told != self._reported:
            self._reported = told
            self.staleChanged.emit(*told)

    def _read_last_paper(self, ledger: LedgerSession, form_id: int, _recorded: int) -> None:
        trail = OutputHistory(ledger, form_id)
        event = latest_output(trail.events)
        if event is not None:
            self._paper = trail.load_copy(event).form
            self._trail, self._output_event = trail, event
