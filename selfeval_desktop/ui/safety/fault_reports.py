"""Reports a fault of the program to the user: what is typed is stored first, then the crash dialog tells of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.safety.crash_dialog import CrashDialog
from selfeval_desktop.ui.safety.program_faults import FaultWatch, ProgramFault


class FaultReports(QObject):
    """One dialog for each kind of fault.

    `save_elsewhere` asks for a new ledger when saving fails, and tells whether the form went there.
    """

    def __init__(self, document: Document, save_elsewhere: Callable[[], bool], window: QWidget) -> None:
        super().__init__(window)
        self._document, self._save_elsewhere, self._window = document, save_elsewhere, window
        self._faults, self._reported_kinds = FaultWatch(self), set[str]()
        self._faults.faulted.connect(self._report_fault, Qt.ConnectionType.QueuedConnection)

    def install_hooks(self) -> None:
        """Hear of every fault from now on."""
        self._faults.install_hooks()

    def restore_hooks(self) -> None:
        """Hear of none any more."""
        self._faults.restore_hooks()

    def _report_fault(self, fault: ProgramFault) -> None:
        if fault.kind in self._reported_kinds:
            return
        self._reported_kinds.add(fault.kind)
        saved, ledger, has_form = False, self._document.ledger, self._document.form is not None
        try:
            saved = self._document.flush()
        finally:
            # The fault may lie in saving itself.
            saved_to = ledger.store.path if saved and ledger else None
            CrashDialog(
                fault, saved_to, self._window, save_elsewhere=self._save_elsewhere, has_form=has_form
            ).open()
