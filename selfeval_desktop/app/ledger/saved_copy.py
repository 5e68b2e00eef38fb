"""Saves an open ledger whose file was lost or cannot be written to a new ledger."""

from contextlib import closing
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from selfeval_desktop.app.errors import (
    DamagedLedger,
    FileLoss,
    FormNotInCopy,
    LostLedger,
    SelfEvalError,
    UnreadableFile,
    UnwritableFile,
)
from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.app.ports.ledgers import FormStore, LedgerFile, Ledgers


class SavedExtent(Enum):
    """How much could be saved; the open form is, in any case."""

    ALL = "all"
    EARLIER = "earlier"  # an older state of the ledger had been written over it
    NOTHING = "nothing"  # the open form is alone


@dataclass(frozen=True, slots=True)
class SavedCopy:
    """`form_id` is that of the open form in the new ledger; None when none is open."""

    extent: SavedExtent
    form_id: int | None


def find_file_loss(store: LedgerFile) -> LostLedger | None:
    """Why the path does not lead to the ledger's file any more; None where it does.

    A WAL file of another program, a busy file and a failing disk are no loss.
    """
    try:
        store.has_outside_changes()
    except LostLedger as error:
        return None if error.loss is FileLoss.LOGGED else error
    except SelfEvalError:
        return None
    return None


def save_ledger_copy(ledger: LedgerSession, ledgers: Ledgers, target: Path) -> SavedCopy:
    """Save all of it in a new ledger, the open form as it is in the window.

    FileExists, UnwritableFile; FormNotInCopy where all but the open form is saved; where no form is open LostLedger and
    DamagedLedger, too.
    """
    state = ledger.session.state
    try:
        extent = SavedExtent.ALL if ledger.store.copy_readable_content(target) else SavedExtent.EARLIER
    except (DamagedLedger, LostLedger):
        if state is None:
            raise
        with closing(ledgers.create_ledger_file(target, [_draft_of_state(state)], ledger.store.templates)) as store:
            return SavedCopy(SavedExtent.NOTHING, store.form_summaries()[0].form_id)
    if state is None:
        return SavedCopy(extent, None)
    try:
        with closing(ledgers.open_ledger_file(target)) as store:
            is_behind = ledger.has_unsaved_changes or extent is SavedExtent.EARLIER
            return SavedCopy(extent, _store_open_form(store, state, is_behind=is_behind))
    except (UnreadableFile, UnwritableFile) as error:
        raise FormNotInCopy(target, error.reason) from error


def _store_open_form(store: FormStore, state: FormState, *, is_behind: bool) -> int:
    """Store the open form in the copy, where that `is_behind`; its id there."""
    if state.form_id not in [summary.form_id for summary in store.form_summaries()]:
        # Deleted by another process, or newer than the copy.
        (form_id,) = store.insert_forms([_draft_of_state(state)])
        return form_id
    if is_behind:
        store.save_form(state.form_id, _draft_of_state(state))
    return state.form_id


def _draft_of_state(state: FormState) -> Draft:
    return Draft(state.form, state.evaluation)
