"""The open form: every change is a step, every step shows one new value, every listener is called once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from selfeval_desktop.app.ledger.templates import TemplatesWithRulesOff, template_of
from selfeval_desktop.app.ports.session import Templates, UndoableStep, UndoStack
from selfeval_desktop.domain.evaluation import Evaluation, evaluate
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.form.texts import TooLong
from selfeval_desktop.domain.rules.accepted_findings import OpenFindings, separate_explained
from selfeval_desktop.domain.rules.findings import Finding


@dataclass(frozen=True, slots=True)
class FormState:
    """What all views show: the open form, and everything that follows from it.

    `around` are the findings that come of the ledger's other forms, see `update_neighbour_findings`.
    """

    form_id: int
    form: Form
    template: Template
    evaluation: Evaluation
    around: tuple[Finding, ...] = ()
    found: OpenFindings = field(init=False)
    """All findings, accepted ones apart."""

    def __post_init__(self) -> None:
        found = separate_explained(self.form, (*self.evaluation.findings, *self.around))
        object.__setattr__(self, "found", found)


Listener = Callable[[FormState | None], None]
ReopenForm = Callable[[int, Form], None]
"""Opens the form of that id, before a step of it is undone or done again while another form is open.

Raises StaleLedger where the form is not the given one, which is what the step left.
"""


def _ignore_refusal(_error: TooLong) -> None:
    """Default for `refuse`: nothing is said."""


def _refuse_other_form(form_id: int, _known: Form) -> None:
    raise LookupError(form_id)


class FormSession:
    """Holds the state of the open form, None while no form is open.

    `templates` are those that forms are read under, `undo_stack` takes the changes. `refuse` is called with
    the text that a cell does not take. A form that is `read_only` takes no change.
    """

    def __init__(
        self, undo_stack: UndoStack, templates: Templates, refuse: Callable[[TooLong], None] = _ignore_refusal
    ) -> None:
        self.undo_stack = undo_stack
        self.templates = TemplatesWithRulesOff(templates)
        self.refuse = refuse
        self.read_only = False
        self._reopen_form: ReopenForm = _refuse_other_form
        self._listeners: list[Listener] = []
        self._around: tuple[Finding, ...] = ()
        self.state: FormState | None = None

    def enter_ledger(self, templates: TemplatesWithRulesOff, *, read_only: bool, reopen_form: ReopenForm) -> None:
        """Show forms of another ledger from now on, under its templates."""
        self.templates, self.read_only, self._reopen_form = templates, read_only, reopen_form

    def add_listener(self, listener: Listener) -> None:
        """Call `listener` with each new state, once, in the order of registration."""
        self._listeners.append(listener)

    def remove_listener(self, listener: Listener) -> None:
        """Call that listener no more."""
        self._listeners.remove(listener)

    def show_form(self, form_id: int, form: Form, around: Sequence[Finding] = ()) -> None:
        """Show a form of the ledger, with what the other forms say of it; no step, nothing to undo."""
        self._around = _with_row_keys(form, around)
        self._set_state(form_id, form)

    def update_neighbour_findings(self, findings: Sequence[Finding]) -> None:
        """Show what the ledger's other forms say of the open one by now; its own findings stay."""
        if self.state is None or tuple(findings) == self.state.around:
            return
        self._around = _with_row_keys(self.state.form, findings)
        self._set_state(self.state.form_id, self.state.form)

    def reevaluate_form(self) -> None:
        """Show the same form under its template as that is by now."""
        if self.state is not None:
            self._set_state(self.state.form_id, self.state.form)

    def close(self) -> None:
        """Show no form."""
        if self.state is not None:
            self.state = None
            self._notify_listeners()

    def change_form(self, form: Form, *, label: str, merge_key: str = "") -> bool:
        """Replace the open form by one step; a step that changes nothing is dropped.

        False, and nothing is done, where it can only be read or none is open. Steps of one form that follow each
        other with the same `merge_key` (not empty) become one.
        """
        if self.state is None or self.read_only:
            return False
        form_id, before = self.state.form_id, self.state.form
        if not form.same_as(before):
            self.undo_stack.push_step(ShowForm(self, form_id, before, form, label, merge_key))
        return True

    def take_back_typing(self, merge_key: str) -> None:
        """Take back for good what was typed last under that key."""
        if self.state is not None and not self.read_only:
            self.undo_stack.take_back_steps(merge_key)

    def replace_form(self, form_id: int, form: Form, instead_of: Form) -> None:
        """The only way an open form is ever replaced: typing, paste, import, undo and redo alike."""
        if self.state is None or self.state.form_id != form_id:
            self._reopen_form(form_id, instead_of)
        self._set_state(form_id, form)

    def _set_state(self, form_id: int, form: Form) -> None:
        template = template_of(form, self.templates)
        around = tuple(_with_row_positions(form, self._around))
        self.state = FormState(form_id, form, template, evaluate(form, template), around)
        self._notify_listeners()

    def _notify_listeners(self) -> None:
        for listener in tuple(self._listeners):
            listener(self.state)


@dataclass(frozen=True, slots=True)
class ShowForm:
    """One form value replaced by the next; knows the form it belongs to, so that undo goes there."""

    session: FormSession
    form_id: int
    before: Form
    after: Form
    label: str
    merge_key: str

    def redo(self) -> None:
        """Show the later value."""
        self.session.replace_form(self.form_id, self.after, self.before)

    def undo(self) -> None:
        """Show the earlier value."""
        self.session.replace_form(self.form_id, self.before, self.after)

    def merged_with(self, later: UndoableStep) -> "ShowForm | None":
        """Keystrokes in one visit to a cell are one step: from this step's earlier value to the later step's."""
        if not self.merge_key or not isinstance(later, ShowForm):
            return None
        alike = (later.form_id, later.merge_key) == (self.form_id, self.merge_key)
        return replace(self, after=later.after) if alike else None


def _with_row_keys(form: Form, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with rows by key: until they are looked for again, they go along with what is edited."""
    return tuple(replace(finding, field=form.annotation_key(finding.field)) for finding in findings)


def _with_row_positions(form: Form, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The inverse; those of rows that are gone are left out."""
    for finding in findings:
        place = form.annotated_cell(finding.field)
        if place is not None:
            yield replace(finding, field=place)
