"""Changes that another process stored in the open ledger: taken in, and never overwritten without asking."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, TypeVar

from selfeval_desktop.app.errors import ChangedElsewhere, StaleLedger, UnknownForm
from selfeval_desktop.app.ledger.ledger_index import LedgerIndex
from selfeval_desktop.app.ledger.session import FormSession
from selfeval_desktop.app.ledger.templates import evaluate_draft
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.domain.form.form import Form

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
    """What changed for the user when outside changes were adopted."""

    OTHERS = "others"  # other forms, or the units
    FORM = "form"  # the open form shows what was stored elsewhere
    DELETED = "deleted"  # the open form was deleted elsewhere
    KEPT = "kept"  # it was, and what was unsaved in it is a new form by now


class SharedLedger(Protocol):
    """An open ledger, as far as another process can change it under us."""

    conflict: Conflict | None
    stored_form: Form | None
    """The open form as it was stored or read last; None while none is open."""

    @property
    def store(self) -> FormStore:
        """What is stored by now."""
        ...

    @property
    def session(self) -> FormSession:
        """The open form as it is here."""
        ...

    @property
    def index(self) -> LedgerIndex:
        """The forms that are listed."""
        ...

    @property
    def has_unsaved_changes(self) -> bool:
        """Whether the open form differs from `stored_form`."""
        ...

    @property
    def report_outside_change(self) -> Callable[[OutsideChange], None]:
        """Called once changes were adopted."""
        ...

    def reload_from_store(self) -> None:
        """Read all that is listed anew; no step from before can be undone."""
        ...

    def open_form(self, form_id: int) -> None:
        """Show that form once the open one is stored."""
        ...

    def save_open_form(self) -> bool:
        """Store the open form where it differs."""
        ...


def adopt_outside_changes(ledger: SharedLedger) -> None:
    """Take in what another process stored; ChangedElsewhere where the open form has unsaved changes, too.

    LostLedger, DamagedLedger. Steps that led to what is not there any more cannot be undone.
    """
    if not ledger.store.load_outside_changes():
        return
    ledger.reload_from_store()
    ledger.report_outside_change(_adopt_outside_form(ledger))


def retry_after_changes(ledger: SharedLedger, work: Callable[[], Done]) -> Done:
    """Do work that stays right whatever another process stores; once more where it was faster."""
    try:
        return work()
    except StaleLedger:
        adopt_outside_changes(ledger)
        return work()


def resolve_conflict(ledger: SharedLedger, way: ConflictChoice, label: str) -> None:
    """End the conflict of the open form; `label` names the step that takes theirs in. Nothing where there is none.

    Where the other process was faster once more, there is a new conflict, or nothing was done (StaleLedger).
    """
    state, conflict = ledger.session.state, ledger.conflict
    if state is None or conflict is None:
        return
    if way is ConflictChoice.BOTH:
        copy = _save_as_new_form(ledger, state.form)
        _show_stored_form(ledger, conflict.form_id, conflict.theirs)
        ledger.open_form(copy)
    elif way is ConflictChoice.THEIRS:
        ledger.session.change_form(conflict.theirs, label=label)
        _show_stored_form(ledger, conflict.form_id, conflict.theirs)
    else:
        _save_as_new_form(ledger, conflict.theirs)
        ledger.conflict = None
        ledger.save_open_form()


def _adopt_outside_form(ledger: SharedLedger) -> OutsideChange:
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
        _show_stored_form(ledger, state.form_id, theirs)
        return OutsideChange.FORM
    ledger.conflict = Conflict(state.form_id, state.form, theirs)
    raise ChangedElsewhere(state.form_id, state.form.project_name)


def _adopt_deletion(ledger: SharedLedger, mine: Form) -> OutsideChange:
    """Theirs is in the recycle bin; what was unsaved here goes on as a new form."""
    if ledger.has_unsaved_changes:
        copy = _save_as_new_form(ledger, mine)
        _show_stored_form(ledger, copy, mine)
        return OutsideChange.KEPT
    ledger.conflict, ledger.stored_form = None, None
    ledger.session.close()
    if ledger.index.summaries:
        ledger.open_form(ledger.index.summaries[0].form_id)
    return OutsideChange.DELETED


def _show_stored_form(ledger: SharedLedger, form_id: int, form: Form) -> None:
    """Show a form as it stands in the store; the conflict is over."""
    # Before it is shown: listeners ask whether it is stored.
    ledger.conflict, ledger.stored_form = None, form
    ledger.session.show_form(form_id, form)


def _save_as_new_form(ledger: SharedLedger, form: Form) -> int:
    """Store a new form, which is no step; its id."""
    drafts = (evaluate_draft(form, ledger.session.templates),)
    (form_id,) = retry_after_changes(ledger, lambda: ledger.store.insert_forms(drafts))
    ledger.index.refresh_summaries([form_id])
    return form_id
