"""Going on in a copy of the ledger, under another name."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from selfeval_desktop.app.errors import DamagedLedger, Fate, LostLedger, SelfEvalError
from selfeval_desktop.app.file_names import ENDING
from selfeval_desktop.app.ledger import LedgerSession
from selfeval_desktop.app.ports import Draft
from selfeval_desktop.app.session import FormState
from selfeval_desktop.app.settings import Place
from selfeval_desktop.ui.desk import Desk
from selfeval_desktop.wording import errors


class Elsewhere(QObject):
    """The ledger is left as it is. What could not be stored in it is stored in the copy."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def ask(self) -> bool:
        """Ask for a name, write the copy and go on in it; whether that was done."""
        ledger = self._desk.ledger
        if ledger is None:
            return False
        path = ledger.store.path
        folder = Path(self._desk.services.settings.load().folder or Path.home())
        start = folder / self.tr("{0}（副本）{1}").format(path.stem, ENDING)
        kinds = self.tr("台账 (*{0})").format(ENDING)
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("另存副本"), str(start), kinds)
        if not name:
            return False
        try:
            self._go_on_in(ledger, Path(name if name.endswith(ENDING) else f"{name}{ENDING}"))
        except SelfEvalError as error:
            self._desk.messages.say(errors.sentence(error), "error")
            return False
        return True

    def may_let_go(self) -> bool:
        """Whether the ledger's file still has its name, or the user gave up what lies nowhere else by now."""
        ledger = self._desk.ledger
        if ledger is None or ledger.store.read_only:
            return True
        try:
            ledger.store.has_news()
        except LostLedger as error:
            return error.fate is Fate.LOGGED or self._ask_before_leaving(errors.sentence(error))
        except SelfEvalError:
            # It is busy, or its disk fails: its name still leads to it.
            return True
        return True

    def _go_on_in(self, ledger: LedgerSession, target: Path) -> None:
        desk = self._desk
        desk.autosave.end_composing()
        desk.autosave.commit()
        state = desk.form
        is_whole = self._is_rescued(ledger, state, target)
        desk.open(target)
        settings = desk.services.settings
        places = settings.load().visited(Place(str(target))).places
        settings.change(places=places, folder=str(target.parent))
        if state is not None:
            self._bring(state)
        if is_whole:
            desk.messages.say(self.tr("已另存到 {0}，现在编辑的是这个副本。").format(target), "ok")
        else:
            text = self.tr("原来的台账读不全，只把窗口里的这张表存到了 {0}。其余的表请从备份找回。")
            desk.messages.say(text.format(target), "warning")

    def _is_rescued(self, ledger: LedgerSession, state: FormState | None, target: Path) -> bool:
        """Whether all of the ledger is in the copy; else the open form is, alone."""
        try:
            ledger.store.rescue(target)
        except (DamagedLedger, LostLedger):
            if state is None:
                raise
            kept = Draft(state.form, state.evaluation)
            self._desk.services.ledgers.create(target, [kept], self._desk.templates).close()
            return False
        return True

    def _bring(self, state: FormState) -> None:
        """Open the form that was open, as it was in the window."""
        ledger = self._desk.ledger
        assert ledger is not None
        form_ids = [summary.form_id for summary in ledger.summaries]
        ledger.open_form(state.form_id if state.form_id in form_ids else form_ids[0])
        self._desk.session.change(state.form, label=self.tr("另存前的改动"))
        self._desk.settle()

    def _ask_before_leaving(self, sentence: str) -> bool:
        box = QMessageBox(self._window)
        box.setObjectName("lostLedgerDialog")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("台账不在原处"))
        box.setText(self.tr("现在离开，台账里的表可能再也找不回来。"))
        box.setInformativeText(sentence)
        role = QMessageBox.ButtonRole
        save = box.addButton(self.tr("另存副本…"), role.AcceptRole)
        leave = box.addButton(self.tr("不存，离开"), role.DestructiveRole)
        box.addButton(self.tr("返回"), role.RejectRole)
        box.exec()
        box.deleteLater()
        if box.clickedButton() is save:
            return self.ask()
        return box.clickedButton() is leave
