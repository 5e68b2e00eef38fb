"""An open ledger whose file was lost, or that is left as it is: all that can be saved of it, in a new ledger."""

from contextlib import closing
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from selfeval_desktop.app.errors import DamagedLedger, FileLoss, LostLedger, SelfEvalError
from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.app.ports.ledgers import FormStore, Ledgers


class SavedExtent(Enum):
    """How much could be saved, beside the open form as it is in the window."""

    ALL = "all"
    EARLIER = "earlier"  # an older state of the ledger had been written over it
    NOTHING = "nothing"  # the open form is alone


@dataclass(frozen=True, slots=True)
class SavedCopy:
    """`form_id` is that of the open form in the new ledger; None when none is open."""

    extent: SavedExtent
    form_id: int | None


def find_file_loss(store: FormStore) -> LostLedger | None:
    """What became of a file whose path does not lead to it any more; None where it does.

    It does where another program keeps a log beside it, where it is busy and where its disk fails.
    """
    try:
        store.has_outside_changes()
    except LostLedger as error:
        return None if error.loss is FileLoss.LOGGED else error
    except SelfEvalError:
        return None
    return None


def save_ledger_copy(ledger: LedgerSession, ledgers: Ledgers, target: Path) -> SavedCopy:
    """Put all of it into a new ledger, the open form as it is in the window.

    FileExists, UnwritableFile; where no form is open LostLedger and DamagedLedger, too.
    """
    state = ledger.session.state
    try:
        extent = SavedExtent.ALL if ledger.store.copy_readable_content(target) else SavedExtent.EARLIER
    except (DamagedLedger, LostLedger):
        if state is None:
            raise
        with closing(
            ledgers.create_ledger_file(target, [_draft_of_state(state)], ledger.store.templates)
        ) as store:
            return SavedCopy(SavedExtent.NOTHING, store.form_summaries()[0].form_id)
    if state is None:
        return SavedCopy(extent, None)
    with closing(ledgers.open_ledger_file(target)) as store:
        form_id = state.form_id
        if form_id not in [summary.form_id for summary in store.form_summaries()]:
            # Deleted by whoever writes, or newer than what was found.
            (form_id,) = store.insert_forms([_draft_of_state(state)])
        elif ledger.has_unsaved_changes or extent is SavedExtent.EARLIER:
            store.save_form(form_id, _draft_of_state(state))
    return SavedCopy(extent, form_id)


def _draft_of_state(state: FormState) -> Draft:
    return Draft(state.form, state.evaluation)
