"""What the window says by itself of the open form: its title, and whether it is stored."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.ui.document.autosave import SaveState, Saving
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.frame.status_line import StatusLine
from selfeval_desktop.ui.safety.access_watch import AccessWatch
from selfeval_desktop.wording import errors


class WindowTitle(QObject):
    """The project, the ledger and the program, in the title bar."""

    def __init__(self, document: Document, window: QMainWindow) -> None:
        super().__init__(window)
        self._document, self._window = document, window
        document.ledgerChanged.connect(lambda: self._show_title(document.form))
        document.formShown.connect(self._show_title)
        self._show_title(document.form)

    def _show_title(self, state: FormState | None) -> None:
        ledger = self._document.ledger
        project = (state.form.project_name or self.tr("未填项目名称")) + "[*]" if state else "[*]"
        name = ledger.store.path.stem if ledger else ""
        parts = [project, self.tr("{0}（只读）").format(name) if self._document.read_only else name]
        parts.append(self.tr("绩效自评"))
        self._window.setWindowTitle(" — ".join(part for part in parts if part not in {"", "[*]"}))


class SavingNotice(QObject):
    """The state of saving in the status line; a failure also in the message bar, with the ways out of it."""

    def __init__(
        self, document: Document, status: StatusLine, access: AccessWatch, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._document, self._status, self._access, self._window = document, status, access, window
        document.autosave.stateChanged.connect(self._show_saving)

    def _show_saving(self, state: SaveState) -> None:
        sentence = errors.error_sentence(state.error) if state.error else ""
        self._status.show_saving(state, sentence)
        if self._document.read_only:
            self._status.show_read_only()
        self._window.setWindowModified(state.saving in {Saving.UNSAVED, Saving.FAILED})
        messages = self._document.messages
        if state.saving is Saving.FAILED:
            text = self.tr("没有保存：{0}录入的内容还在窗口里。").format(sentence)
            offers = [*self._access.offers_for_error(state.error), (self.tr("重试"), self._document.flush)]
            messages.show_message(text, "error", offers, about="saving")
        elif state.saving is Saving.SAVED:
            messages.clear_message(about="saving")
