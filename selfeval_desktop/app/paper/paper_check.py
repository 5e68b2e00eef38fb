"""Paper held against data: which form a code stands for, what was changed since, and what its receiver answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from selfeval_desktop.app.errors import CodeFault, NotACode, UnknownForm
from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.ledger.templates import template_of
from selfeval_desktop.app.paper.outputs import Paperwork
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.app.ports.output_events import FrozenCopy, OutputEvent, ReceiverAnswer, ReceiverComment
from selfeval_desktop.domain.form.fields import FieldRef
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


LENGTH = 8

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_HALF_WIDTH = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)}
_ALIKE = str.maketrans("OIL", "011")
_BETWEEN = frozenset("-‐‑‒–—―−－·.,_")


def read_code(typed: str) -> str:
    """The code in what was typed: letters of any size, with spaces and dashes, O for 0, I and L for 1.

    Of what a QR code holds, project, year and code one below the other, the last line is taken, or the
    last word where they came in one line. NotACode says what is wrong.
    """
    lines = [line for line in typed.splitlines() if line.strip()]
    last = lines[-1] if lines else ""
    try:
        return _parse_code(last)
    except NotACode:
        words = last.split()
        if len(words) < 2 or len(words[-1]) != LENGTH:
            raise
        return _parse_code(words[-1])


def format_code(code: str) -> str:
    """The code in two halves, on paper and on the screen: so it is easily compared."""
    return f"{code[:4]}-{code[4:]}"


def _parse_code(text: str) -> str:
    letters = "".join(text.translate(_HALF_WIDTH).upper().split()).translate(_ALIKE)
    code = "".join(letter for letter in letters if letter not in _BETWEEN)
    if not code:
        raise NotACode(CodeFault.EMPTY)
    if len(code) != LENGTH:
        raise NotACode(CodeFault.LENGTH, str(len(code)))
    for letter in code:
        if letter not in _ALPHABET:
            raise NotACode(CodeFault.CHARACTER, letter)
    return code


def current_cell(form: Form, cell: FieldRef) -> FieldRef | None:
    """Where the cell of a comment is now, which knows a row by its key; None when the row is gone."""
    if cell.part != "indicators" or cell.row is None:
        return cell
    for place, row in enumerate(form.indicators):
        if row.key == cell.row:
            return FieldRef.indicator(place, cell.column, extra=cell.extra)
    return None


def parse_comments(text: str) -> tuple[ReceiverComment, ...]:
    """One comment for each line of what was typed or pasted; blank lines are none."""
    return tuple(ReceiverComment(line.strip()) for line in text.splitlines() if line.strip())


def count_open_comments(answer: ReceiverAnswer) -> int:
    """How many comments are not ticked off."""
    return sum(not comment.done for comment in answer.comments)
