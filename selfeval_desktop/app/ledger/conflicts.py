"""What another stored in the open ledger while it was open here: taken in, and never overwritten without being asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from selfeval_desktop.app.errors import ChangedElsewhere, StaleLedger, UnknownForm
from selfeval_desktop.domain.form.form import Form

if TYPE_CHECKING:
    from selfeval_desktop.app.ledger.open_ledger import LedgerSession

Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Conflict:
    """One form, with unsaved changes here and other ones stored elsewhere."""

    form_id: int
    mine: Form
    theirs: Form


class ConflictChoice(Enum):
    """How a conflict ends; in each of them both versions stay to be found."""

    BOTH = "both"  # theirs stays the form, mine becomes a new one
    THEIRS = "theirs"  # theirs stays the form, mine is what undo brings back
    MINE = "mine"  # mine becomes the form, theirs a new one


class OutsideChange(Enum):
    """What came of taking in: what the user has to be told."""

    OTHERS = "others"  # other forms, or the units
    FORM = "form"  # the open form shows what was stored elsewhere
    DELETED = "deleted"  # the open form was deleted elsewhere
    KEPT = "kept"  # it was, and what was unsaved in it is a new form by now


def adopt_outside_changes(ledger: LedgerSession) -> None:
    """Take in what another stored since; ChangedElsewhere where the open form has unsaved changes besides.

    LostLedger, DamagedLedger. Steps that led to what is not there any more cannot be undone.
    """
    if not ledger.store.load_outside_changes():
        return
    ledger.reload_from_store()
    news = _adopt_outside_form(ledger)
    ledger.heard(news)


def retry_after_changes(ledger: LedgerSession, work: Callable[[], Done]) -> Done:
    """Do what stays right whatever another stored, once more where he was faster."""
    try:
        return work()
    except StaleLedger:
        adopt_outside_changes(ledger)
        return work()


def resolve_conflict(ledger: LedgerSession, way: ConflictChoice, label: str) -> None:
    """End the conflict of the open form; `label` names the step that takes theirs in. Nothing where there is none.

    Where another was faster once more, there is a new conflict, or nothing was done (Overtaken).
    """
    state, conflict = ledger.session.state, ledger.conflict
    if state is None or conflict is None:
        return
    if way is ConflictChoice.BOTH:
        copy = ledger.save_as_new_form(state.form)
        ledger.show_stored_form(conflict.form_id, conflict.theirs)
        ledger.open_form(copy)
    elif way is ConflictChoice.THEIRS:
        ledger.session.change_form(conflict.theirs, label=label)
        ledger.show_stored_form(conflict.form_id, conflict.theirs)
    else:
        ledger.save_as_new_form(conflict.theirs)
        ledger.conflict = None
        ledger.save_open_form()


def _adopt_outside_form(ledger: LedgerSession) -> OutsideChange:
    state, stored = ledger.session.state, ledger.stored_form
    if state is None or stored is None:
        return OutsideChange.OTHERS
    try:
        theirs = ledger.store.load_form(state.form_id)
    except UnknownForm:
        return _adopt_deletion(ledger, state.form)
    if theirs.same_as(stored):
        ledger.conflict = None
        return OutsideChange.OTHERS
    if not ledger.has_unsaved_changes or theirs.same_as(state.form):
        ledger.show_stored_form(state.form_id, theirs)
        return OutsideChange.FORM
    ledger.conflict = Conflict(state.form_id, state.form, theirs)
    raise ChangedElsewhere(state.form_id, state.form.project_name)


def _adopt_deletion(ledger: LedgerSession, mine: Form) -> OutsideChange:
    """Theirs is in the recycle bin; what was unsaved here goes on as a new form."""
    if ledger.has_unsaved_changes:
        copy = ledger.save_as_new_form(mine)
        ledger.show_stored_form(copy, mine)
        return OutsideChange.KEPT
    ledger.drop_open_form()
    if ledger.summaries:
        ledger.open_form(ledger.summaries[0].form_id)
    return OutsideChange.DELETED
