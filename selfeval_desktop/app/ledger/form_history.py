"""A form's past: what was done to it, what it was at any time, and what differs between two times."""

from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.over_time.differences import Difference, find_differences
from selfeval_desktop.domain.over_time.history_lines import HistoryLine, build_history_lines, cell_history_lines


class FormHistory:
    """The history of one form, read once; unsaved changes must be stored before. UnknownForm, DamagedLedger."""

    def __init__(self, store: FormStore, form_id: int) -> None:
        self.form_id = form_id
        self.now = store.load_form(form_id)
        self._store = store
        self._lines = build_history_lines(store.form_history(form_id), self.now)
        self._forms: dict[int, Form] = {}

    def step_lines(self) -> tuple[HistoryLine, ...]:
        """All steps, the newest first; a row that was added or deleted is one line."""
        return tuple(line for line in self._lines if not line.is_inner)

    def lines_of_cell(self, field: FieldRef) -> tuple[HistoryLine, ...]:
        """What was done to a cell and its annotations, down to its first value; `field` is that of the form as it is now."""
        return cell_history_lines(self._lines, self.now.annotation_key(field), field, edits.cell_text(self.now, field))

    def form_after(self, sequence: int) -> Form:
        """The form as the step of that line left it; DamagedLedger."""
        if sequence not in self._forms:
            self._forms[sequence] = self._store.form_at_entry(self.form_id, sequence)
        return self._forms[sequence]

    def differences_between(self, earlier: int, later: int | None = None) -> tuple[Difference, ...]:
        """What is otherwise at the later of two times than at the earlier; None is now. DamagedLedger."""
        after = self.now if later is None else self.form_after(later)
        return find_differences(self.form_after(earlier), after)
