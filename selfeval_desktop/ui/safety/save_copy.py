"""另存副本: the ledger saved under another name, which is open from then on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.ledger.saved_copy import SavedExtent, find_file_loss, save_ledger_copy
from selfeval_desktop.app.paper.file_names import ENDING
from selfeval_desktop.app.settings import LedgerPosition
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.kit import files
from selfeval_desktop.ui.kit.question import AnswerButton, AnswerRole, Question, ask_question
from selfeval_desktop.wording import errors


class SaveCopy(QObject):
    """The ledger is left as it is. What could not be stored in it is stored in the copy."""

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._window = document, window

    def save_copy_and_open(self) -> bool:
        """Ask for a name, write the copy and go on in it; whether that was done."""
        ledger = self._document.ledger
        if ledger is None:
            return False
        path = ledger.store.path
        folder = Path(self._document.services.settings.load_settings().folder or Path.home())
        start = folder / self.tr("{0}（副本）{1}").format(path.stem, ENDING)
        kinds = self.tr("台账 (*{0})").format(ENDING)
        chosen = files.ask_save_file(self._window, self.tr("另存副本"), start, kinds)
        if chosen is None:
            return False
        target = files.with_ending(chosen, ENDING)
        if target == path:
            # Free it may be, but this window holds its lock.
            self._document.messages.show_message(
                self.tr("{0} 是原来台账的名称，没有另存。请换一个名称。").format(target), "error"
            )
            return False
        try:
            self._continue_in_copy(ledger, target)
        except SelfEvalError as error:
            self._document.messages.show_message(errors.error_sentence(error), "error")
            return False
        return True

    def may_leave_ledger(self) -> bool:
        """Whether the ledger's file still has its name, or the user gave up what lies nowhere else by now."""
        ledger = self._document.ledger
        if ledger is None or ledger.store.read_only:
            return True
        error = find_file_loss(ledger.store)
        return error is None or self._ask_before_leaving(errors.error_sentence(error))

    def _continue_in_copy(self, ledger: LedgerSession, target: Path) -> None:
        document = self._document
        document.autosave.end_composing()
        document.autosave.commit_editor_text()
        saved = save_ledger_copy(ledger, document.services.ledgers, target)
        document.open_ledger(target)
        settings = document.services.settings
        places = settings.load_settings().with_position(LedgerPosition(str(target))).places
        settings.change_settings(places=places, folder=str(target.parent))
        if saved.form_id is not None:
            document.show_form(saved.form_id)
        text = {
            SavedExtent.ALL: self.tr("已另存到 {0}，现在编辑的是这个副本。"),
            SavedExtent.EARLIER: self.tr(
                "原来的台账已被较早的内容覆盖：{0} 里除了窗口里的这张表，都是较早的内容。后来的改动请从备份找回。"
            ),
            SavedExtent.NOTHING: self.tr("原来的台账读不全，只把窗口里的这张表存到了 {0}。其余的表请从备份找回。"),
        }[saved.extent]
        document.messages.show_message(text.format(target), "ok" if saved.extent is SavedExtent.ALL else "warning")

    def _ask_before_leaving(self, sentence: str) -> bool:
        question = Question(
            self.tr("台账不在原处"),
            self.tr("现在离开，台账里的表可能再也找不回来。"),
            sentence,
            QMessageBox.Icon.Warning,
            "lostLedgerDialog",
        )
        answers: tuple[AnswerButton[Callable[[], bool]], ...] = (
            (self.tr("另存副本…"), AnswerRole.AcceptRole, self.save_copy_and_open),
            (self.tr("不存，离开"), AnswerRole.DestructiveRole, lambda: True),
            (self.tr("返回"), AnswerRole.RejectRole, lambda: False),
        )
        return ask_question(question, answers, self._window)()
