"""Compares paper with data: which form a code stands for, and what changed since it went out."""

from collections.abc import Sequence
from dataclasses import dataclass

from selfeval_desktop.app.errors import UnknownForm
from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.ledger.templates import template_of
from selfeval_desktop.app.paper.outputs import Paperwork
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.app.ports.output_events import FrozenCopy, OutputEvent
from selfeval_desktop.app.ports.progress import Progress, ignore_progress
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.over_time.differences import Difference, find_differences


@dataclass(frozen=True, slots=True)
class PaperMatch:
    """The form that a code stands for.

    `event` is None when the code is that of a form's present content which was never recorded as printed;
    `is_deleted`: the form itself is in the recycle bin.
    """

    form_id: int
    event: OutputEvent | None = None
    is_deleted: bool = False


def latest_output(events: Sequence[OutputEvent]) -> OutputEvent | None:
    """The last print of which a copy was kept, else the last export, of events that begin with the newest."""
    kept = [event for event in events if event.code]
    printed = [event for event in kept if event.kind == "printed"]
    return next(iter(printed + kept), None)


def find_form_by_code(
    code: str,
    store: FormStore,
    paperwork: Paperwork,
    *,
    preferred: int | None = None,
    progress: Progress = ignore_progress,
) -> PaperMatch | None:
    """The form of a code; None when the ledger holds none. DamagedLedger, UnknownTemplate, Cancelled.

    Where several forms have it, `preferred` comes first, then the newest output. Forms that were never
    recorded as printed are all read, in their present state; deleted ones come last.
    """
    listed = [summary.form_id for summary in store.form_summaries()]
    events = sorted(store.output_events_by_code(code), key=lambda event: event.form_id != preferred)
    for event in events:
        if event.form_id in listed:
            return PaperMatch(event.form_id, event)
    for done, form_id in enumerate(sorted(listed, key=lambda form_id: form_id != preferred)):
        progress(done, len(listed))
        form = store.load_form(form_id)
        if paperwork.paper_code(form, template_of(form, paperwork.templates)) == code:
            return PaperMatch(form_id)
    return PaperMatch(events[0].form_id, events[0], is_deleted=True) if events else None


class OutputHistory:
    """The outputs of one form, compared with the form as it is now."""

    def __init__(self, ledger: LedgerSession, form_id: int) -> None:
        self.form_id = form_id
        self.events = ledger.store.output_events(form_id)
        self._ledger = ledger
        self._copies: dict[int, FrozenCopy] = {}

    @property
    def present_form(self) -> Form | None:
        """The form as it is, stored or not; None when it was deleted."""
        state = self._ledger.session.state
        if state is not None and state.form_id == self.form_id:
            return state.form
        try:
            return self._ledger.store.load_form(self.form_id)
        except UnknownForm:
            return None

    def load_copy(self, event: OutputEvent) -> FrozenCopy:
        """The copy of an output that has one, read once; DamagedLedger."""
        if event.event_id not in self._copies:
            self._copies[event.event_id] = self._ledger.store.load_frozen_copy(event.event_id)
        return self._copies[event.event_id]

    def differences_from_paper(self, paper: Form) -> tuple[Difference, ...]:
        """What the form says now that paper does not; nothing when it was deleted."""
        now = self.present_form
        return () if now is None else find_differences(paper, now)
