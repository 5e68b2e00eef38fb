"""The last resort: what cannot be stored in its ledger goes into one of its own, without a question."""

import logging
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from selfeval_desktop.app.errors import FileExists, SelfEvalError
from selfeval_desktop.app.ledger.saved_copy import find_file_loss, save_ledger_copy
from selfeval_desktop.app.paper.file_names import ENDING
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.ui.document.document import Document

_log = logging.getLogger("selfeval_desktop.rescue")
_MOST_NAMES = 100


class EmergencySave(QObject):
    """Knows whether the open form, as it is, lies in a ledger of its own, and whether all of a lost ledger does.

    `rescued` comes with the path of a recovery copy that was written without asking.
    """

    rescued = Signal(object)

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        self._apart: tuple[int, Form] | None = None
        self._whole: FormStore | None = None
        self.is_final = False
        """Whether the process is ending, stored or not: nothing is asked any more."""

    @property
    def is_form_copied(self) -> bool:
        """Whether nothing of the open form would be lost with the window."""
        state = self._document.form
        if state is None or self._apart is None:
            return state is None
        form_id, form = self._apart
        return form_id == state.form_id and form.same_as(state.form)

    @property
    def is_ledger_copied(self) -> bool:
        """Whether nothing of the open ledger would be lost with the window, even if its file is lost."""
        ledger = self._document.ledger
        return ledger is not None and ledger.store is self._whole and self.is_form_copied

    @property
    def is_lost(self) -> bool:
        """Whether the open ledger would be gone with the window, where it is this window that writes it."""
        ledger = self._document.ledger
        return ledger is not None and not ledger.store.read_only and find_file_loss(ledger.store) is not None

    def save_form_copy(self, path: Path) -> None:
        """Put the open form into a new ledger; FileExists, UnwritableFile."""
        state = self._document.form
        assert state is not None
        kept = Draft(state.form, state.evaluation)
        self._document.services.ledgers.create_ledger_file(path, [kept], self._document.templates).close()
        self._apart = (state.form_id, state.form)

    def save_ledger_copy(self, path: Path) -> None:
        """Put all that can be read of the open ledger into a new one, with the open form as it is now (SelfEvalError)."""
        ledger, state = self._document.ledger, self._document.form
        assert ledger is not None
        save_ledger_copy(ledger, self._document.services.ledgers, path)
        self._whole = ledger.store
        self._apart = (state.form_id, state.form) if state else None

    def save_everything(self) -> None:
        """Store everything, in the user's folder of recovered files if the ledger does not take it or is lost."""
        settled = False
        try:
            settled = self._document.flush()
        finally:
            # The fault may lie in saving itself.
            is_lost = self.is_lost and not self.is_ledger_copied
            if is_lost:
                self._save_recovery_copy(self.save_ledger_copy)
            if (is_lost or not settled) and not self.is_form_copied:
                self._save_recovery_copy(self.save_form_copy)

    def save_before_exit(self) -> None:
        """The same, and the window may be closed then, whatever became of it."""
        self.is_final = True
        self.save_everything()

    def _save_recovery_copy(self, store: Callable[[Path], None]) -> None:
        ledger = self._document.ledger
        stem = ledger.store.path.stem if ledger else "selfeval"
        name = f"{stem}-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
        for folder in (self._document.services.recovery, Path(tempfile.gettempdir())):
            path = self._save_copy_in_folder(folder, name, store)
            if path is not None:
                self.rescued.emit(path)
                return
        _log.error("changes could be stored nowhere")

    def _save_copy_in_folder(self, folder: Path, name: str, store: Callable[[Path], None]) -> Path | None:
        """Where it lies in that folder now; None where the folder takes nothing."""
        for number in range(_MOST_NAMES):
            path = folder / (f"{name}-{number}{ENDING}" if number else f"{name}{ENDING}")
            try:
                folder.mkdir(parents=True, exist_ok=True)
                store(path)
            except FileExists:
                continue
            except (OSError, SelfEvalError):
                return None
            return path
        return None
