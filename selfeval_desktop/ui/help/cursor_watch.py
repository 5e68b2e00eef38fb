"""The cell of the open form that the user is at, for the help and last year's value."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.filling.workspace import Workspace


class CursorWatch(QObject):
    """`moved` comes once the cursor has come to rest, and with each new state of the form.

    Away from the form the address stays that of the last cell.
    """

    moved = Signal()

    def __init__(self, document: Document, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._address: FieldRef | None = None
        # The models hear of a new form after the document, and a jump moves the cursor more than once.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._check_cursor)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._check_cursor_soon)
        document.formShown.connect(self._check_cursor_soon)
        workspace.tabs.currentChanged.connect(self._check_cursor_soon)
        for page in (workspace.funds, workspace.indicators):
            page.table.selectionModel().currentChanged.connect(self._check_cursor_soon)

    @property
    def address(self) -> FieldRef | None:
        """The cell with the cursor; None before there was one."""
        return self._address

    def update_address(self) -> FieldRef | None:
        """Take the cell of the page shown, wherever the keyboard is."""
        self._address = self._workspace.current_address()
        return self._address

    def _check_cursor_soon(self) -> None:
        self._soon.start()

    def _check_cursor(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QWidget) and self._workspace.isAncestorOf(focused):
            self.update_address()
        self.moved.emit()
