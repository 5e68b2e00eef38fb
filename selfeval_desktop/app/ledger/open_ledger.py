"""The open ledger: its forms, which of them is open, and when it was last stored."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from selfeval_desktop.app import log
from selfeval_desktop.app.errors import ChangedElsewhere, StaleLedger
from selfeval_desktop.app.ledger import checking, conflicts
from selfeval_desktop.app.ledger.conflicts import Conflict, OutsideChange
from selfeval_desktop.app.ledger.ledger_index import LedgerIndex
from selfeval_desktop.app.ledger.session import FormSession
from selfeval_desktop.app.ledger.templates import TemplatesWithRulesOff, evaluate_draft
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.app.ports.forms import Draft, FormSummary
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.app.ports.output_events import EventKind, OutputRecord
from selfeval_desktop.app.ports.session import LedgerStep
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.units import Unit
from selfeval_desktop.domain.over_time.change_history import Ancestor


def _ignore_change(change: OutsideChange) -> None:
    """Default for `report_outside_change`: nothing is said."""


class LedgerSession:
    """Forms of one open ledger, on top of its store.

    `recorded` counts the calls that recorded prints or exports. Errors of the store (SelfEvalError) pass through to
    the action that began the work; what was typed stays in the form session, unsaved. `report_outside_change` is
    called after another process stored something; `conflict` is there as long as it stored the open form otherwise
    than it is here.
    """

    def __init__(
        self,
        store: FormStore,
        session: FormSession,
        report_outside_change: Callable[[OutsideChange], None] = _ignore_change,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        self.store = store
        self.session = session
        self.index = LedgerIndex(store)
        self.report_outside_change = report_outside_change
        self.conflict: Conflict | None = None
        self.saved_at: datetime | None = None
        self.recorded = 0
        self._clock = clock
        self.stored_form: Form | None = None
        """The open form as it was stored or read last; None while none is open."""
        self._neighbours = checking.NeighbourFindings(store, session)
        session.enter_ledger(
            TemplatesWithRulesOff(store.templates, store.rules_off()),
            read_only=store.read_only,
            reopen_form=self._reopen_for_step,
        )

    @property
    def summaries(self) -> tuple[FormSummary, ...]:
        """The forms that are not deleted, by id."""
        return self.index.summaries

    @property
    def units(self) -> tuple[Unit, ...]:
        """The reporting units that are kept."""
        return self.index.units

    @property
    def has_unsaved_changes(self) -> bool:
        """Whether the open form differs from what is stored."""
        state = self.session.state
        return state is not None and (self.stored_form is None or not state.form.same_as(self.stored_form))

    def open_form(self, form_id: int) -> None:
        """Store what is open, then show another form."""
        self.save_open_form()
        form = self.store.load_form(form_id)
        self.stored_form = form
        self._neighbours.forget()
        found = self._neighbours.find_if_changed(form_id, form, self.summaries)
        self.session.show_form(form_id, form, found or ())

    def refresh_neighbour_findings(self) -> None:
        """Show what the neighbours say of the open form by now.

        They are read only where names, years, units or targets changed since they were read last.
        """
        state = self.session.state
        if state is not None:
            found = self._neighbours.find_if_changed(state.form_id, state.form, self.summaries)
            if found is not None:
                self.session.update_neighbour_findings(found)

    def close_form(self) -> None:
        """Store what is open and show nothing."""
        self.save_open_form()
        self.stored_form = None
        self.session.close()

    def save_open_form(self, *, in_step: bool = False) -> bool:
        """Store the open form where it differs; whether anything was written.

        What another process stored is adopted first. ChangedElsewhere where that is the same form. A step whose work
        comes after it, `in_step`, would overwrite what the other stored: StaleLedger then, with the open form stored.
        """
        state = self.session.state
        if state is None or not self.has_unsaved_changes:
            return False
        if self.conflict is not None:
            raise ChangedElsewhere(state.form_id, state.form.project_name)
        try:
            self.store.save_form(state.form_id, Draft(state.form, state.evaluation))
        except StaleLedger:
            conflicts.adopt_outside_changes(self)
            was_written = self.save_open_form()
            if in_step:
                raise
            return was_written
        self.stored_form = state.form
        self.saved_at = self._clock()
        self.index.refresh_summaries([state.form_id])
        return True

    def add_forms(self, forms: Sequence[Form], *, label: str, ancestor: Ancestor | None = None) -> None:
        """Store new forms as one step that can be undone, and open the first of them.

        `ancestor` is what they were made from, where that is one form of this ledger.
        """
        drafts = [replace(evaluate_draft(form, self.session.templates), ancestor=ancestor) for form in forms]
        ids: tuple[int, ...] = ()

        def add() -> None:
            # Done again, they come back under the ids that they had.
            nonlocal ids
            self.save_open_form()
            if ids:
                self.store.restore_from_bin(ids)
            else:
                ids = self.store.insert_forms(drafts)
            self._open_added_forms(ids)

        self._push_step(label, add, lambda: self._remove_forms(ids))

    def delete_forms(self, form_ids: Sequence[int], *, label: str) -> None:
        """Move forms to the recycle bin, as one step that can be undone."""
        ids = tuple(form_ids)
        self._push_step(label, lambda: self._remove_forms(ids), lambda: self._undelete_forms(ids))

    def restore_forms(self, form_ids: Sequence[int], *, label: str) -> None:
        """Bring forms back from the recycle bin, as one step that can be undone, and open the first of them."""
        ids = tuple(form_ids)
        self._push_step(label, lambda: self._undelete_forms(ids), lambda: self._remove_forms(ids))

    def change_forms(self, forms: Mapping[int, Form], *, label: str) -> None:
        """Replace these forms by their ids, all or none, as one step that can be undone.

        What is open must be stored; forms that stay as they are are left out. UnknownForm, DamagedLedger.
        """
        before = {form_id: self.store.load_form(form_id) for form_id in forms}
        after = {form_id: form for form_id, form in forms.items() if not form.same_as(before[form_id])}
        if after:
            former = {form_id: before[form_id] for form_id in after}
            self._push_step(label, lambda: self._replace_forms(after), lambda: self._replace_forms(former))

    def change_units(self, units: Sequence[Unit], *, label: str) -> None:
        """Keep these reporting units from now on, as one step that can be undone; no form changes."""
        before, after = self.units, tuple(units)
        if after != before:
            save = self.index.save_units
            self._push_step(label, lambda: save(after), lambda: save(before))

    def change_rules_off(self, codes: Collection[str], *, label: str, progress: Progress = ignore_progress) -> None:
        """Turn off these rules and no others, as one step that can be undone. Cancelled.

        `progress` is that of the first time; undoing and redoing are not shown.
        """
        before, after = self.session.templates.rules_off, frozenset(codes)
        if after == before:
            return

        def switch() -> None:
            nonlocal progress
            self._turn_rules_off(after, progress)
            progress = ignore_progress

        self._push_step(label, switch, lambda: self._turn_rules_off(before))

    def record_sent_forms(self, records: Sequence[OutputRecord], kind: EventKind) -> None:
        """Record that forms were printed or exported, with a copy of each; nothing where there is none.

        A ledger that was opened for reading only records nothing.
        """
        if records and not self.store.read_only:
            conflicts.retry_after_changes(self, lambda: self.store.record_outputs(records, kind))
            self.recorded += 1
            self.index.refresh_summaries([record.form_id for record in records])

    def close(self) -> None:
        """Store what is open and release the file."""
        self.close_form()
        self.store.close()

    def reload_from_store(self) -> None:
        """Show what stands in the store by now, apart from the open form; nothing done before can be undone."""
        self.session.undo_stack.clear_steps()
        off = self.store.rules_off()
        if off != self.session.templates.rules_off:
            self.session.templates.set_rules_off(off)
            self.session.reevaluate_form()
        self._neighbours.forget()
        self.index.reload_all()

    def _replace_forms(self, forms: Mapping[int, Form]) -> None:
        """Store these forms in place of those of the same ids, and show the open one anew if it is among them."""
        self.save_open_form(in_step=True)
        drafts = {form_id: evaluate_draft(form, self.session.templates) for form_id, form in forms.items()}
        self.store.save_forms(drafts)
        self.index.refresh_summaries(tuple(forms))
        state = self.session.state
        if state is not None and state.form_id in forms:
            self.stored_form = drafts[state.form_id].form
            self.session.show_form(state.form_id, self.stored_form)

    def _turn_rules_off(self, codes: frozenset[str], progress: Progress = ignore_progress) -> None:
        """Do without these rules, and count in every form what is found without them. Cancelled."""
        self.save_open_form(in_step=True)
        rules = TemplatesWithRulesOff(self.session.templates.installed_templates, codes)
        counts = checking.recount_findings(self.store, rules, self.summaries, progress)
        self.store.save_rules_off(rules.rules_off, counts)
        log.log_rules_off(rules.rules_off)
        self.session.templates.set_rules_off(rules.rules_off)
        self._neighbours.forget()
        self.session.reevaluate_form()
        self.index.refresh_summaries(list(counts))
        self.refresh_neighbour_findings()

    def _push_step(self, label: str, redo: Callable[[], None], undo: Callable[[], None]) -> None:
        self.session.undo_stack.push_step(LedgerStep(label, redo, undo))

    def _open_added_forms(self, form_ids: tuple[int, ...]) -> None:
        self.index.refresh_summaries(form_ids)
        self.open_form(form_ids[0])

    def _undelete_forms(self, form_ids: tuple[int, ...]) -> None:
        self.save_open_form()
        self.store.restore_from_bin(form_ids)
        self._open_added_forms(form_ids)

    def _remove_forms(self, form_ids: tuple[int, ...]) -> None:
        """Delete forms; if the open one is among them, the form next in the list is opened."""
        self.save_open_form()
        before = [summary.form_id for summary in self.summaries]
        self.store.move_to_bin(form_ids)
        self.index.refresh_summaries(form_ids)
        state = self.session.state
        if state is None or state.form_id not in form_ids:
            return
        place = before.index(state.form_id)
        left = [form_id for form_id in before[place:] + before[:place][::-1] if form_id not in form_ids]
        self.stored_form = None
        self.session.close()
        if left:
            self.open_form(left[0])

    def _reopen_for_step(self, form_id: int, known: Form) -> None:
        """Open the form of a step; StaleLedger where it is not what that step left."""
        self.open_form(form_id)
        if self.stored_form is None or not self.stored_form.same_as(known):
            raise StaleLedger(self.store.path)
