"""The open ledger: its forms, which of them is open, and when it was last stored."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from operator import attrgetter

from selfeval_desktop.app import log
from selfeval_desktop.app.errors import ChangedElsewhere, StaleLedger
from selfeval_desktop.app.ledger import conflicts
from selfeval_desktop.app.ledger.checking import (
    FormNeighbours,
    check_against_neighbours,
    find_neighbours,
    recount_findings,
)
from selfeval_desktop.app.ledger.conflicts import Conflict, OutsideChange
from selfeval_desktop.app.ledger.ledger_steps import (
    AddForms,
    AssignedIds,
    ChangeForms,
    ChangeUnits,
    DeleteForms,
    RestoreForms,
    SwitchRules,
)
from selfeval_desktop.app.ledger.session import FormSession
from selfeval_desktop.app.ledger.templates import template_of
from selfeval_desktop.app.ledger.templates_with_rules_off import TemplatesWithRulesOff
from selfeval_desktop.app.ports.forms import Draft, FormSummary
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.app.ports.output_events import EventKind, OutputRecord
from selfeval_desktop.app.ports.progress import Progress, ignore_progress
from selfeval_desktop.app.ports.templates import Templates
from selfeval_desktop.app.ports.undo import UndoStack
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.units import Unit, plain_unit_name, unit_fields, unit_in
from selfeval_desktop.domain.over_time.change_history import Ancestor
from selfeval_desktop.domain.over_time.differences import filled_cells, find_differences
from selfeval_desktop.domain.rules.across import form_brief
from selfeval_desktop.domain.rules.findings import Finding

_ID = attrgetter("form_id")
_MOST_ASKED = 1000
"""So many forms can be asked for at once; no database takes a question without end."""


def evaluate_draft(form: Form, templates: Templates) -> Draft:
    """The form with what is found in it, under the version of its template from now on; UnknownTemplate."""
    template = template_of(form, templates)
    return Draft(replace(form, template_version=template.version), evaluate(form, template))


def mark_all_imported(form: Form) -> Form:
    """The form as it comes in from elsewhere: every value is marked until the user makes it his own."""
    return edits.mark_origin(form, filled_cells(form), ValueOrigin.IMPORTED)


class LedgerSession:
    """Forms of one open ledger, on top of its store.

    `recorded` counts the calls that noted prints or exports. Errors of the store (SelfEvalError) pass through to
    the action that began the work; what was typed stays in the form session, unsaved. `heard` is told what another
    stored in the meantime; `conflict` is there as long as he stored the open form otherwise than it is here.
    """

    def __init__(
        self,
        store: FormStore,
        session: FormSession,
        steps: UndoStack,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        self.store = store
        self.session = session
        self._steps = steps
        session.templates = TemplatesWithRulesOff(store.templates, store.rules_off())
        session.read_only = store.read_only
        self._clock = clock
        self._listeners: list[Callable[[], None]] = []
        self._saved: Form | None = None
        self.summaries: tuple[FormSummary, ...] = store.form_summaries()
        self.units: tuple[Unit, ...] = store.reporting_units()
        self.saved_at: datetime | None = None
        self.recorded = 0
        self._surrounded: FormNeighbours | None = None
        self._progress: Progress = ignore_progress
        self.conflict: Conflict | None = None
        self.heard: Callable[[OutsideChange], None] = _ignore_news
        session.go_to = self._reopen_for_step

    def add_listener(self, listener: Callable[[], None]) -> None:
        """Call `listener` whenever `summaries` or `units` are new."""
        self._listeners.append(listener)

    @property
    def has_unsaved_changes(self) -> bool:
        """Whether the open form differs from what is stored."""
        state = self.session.state
        return state is not None and (self._saved is None or not state.form.same_as(self._saved))

    @property
    def stored_form(self) -> Form | None:
        """The open form as it was stored or read last; None while none is open."""
        return self._saved

    def open_form(self, form_id: int) -> None:
        """Store what is open, then show another form."""
        self.save_open_form()
        form = self.store.load_form(form_id)
        self._saved = form
        surroundings = self._find_neighbours(form_id, form)
        self._surrounded = surroundings
        self.session.show_form(form_id, form, self._neighbour_findings(surroundings))

    def refresh_neighbour_findings(self) -> None:
        """Show what the neighbours say of the open form by now.

        They are read only where names, years, units or targets changed since they were read last.
        """
        state = self.session.state
        if state is None:
            return
        surroundings = self._find_neighbours(state.form_id, state.form)
        if surroundings != self._surrounded:
            self._surrounded = surroundings
            self.session.update_neighbour_findings(self._neighbour_findings(surroundings))

    def close_form(self) -> None:
        """Store what is open and show nothing."""
        self.save_open_form()
        self._saved = None
        self.session.close()

    def save_open_form(self, *, in_step: bool = False) -> bool:
        """Store the open form where it differs; whether anything was written.

        What another stored is taken in first. ChangedElsewhere where that is the same form. What is to be done after
        it `in_step` may stand over what he stored: Overtaken then, though the open form is stored.
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
        self._saved = state.form
        self.saved_at = self._clock()
        self._refresh_summaries([state.form_id])
        return True

    def add_forms(self, forms: Sequence[Form], *, label: str, ancestor: Ancestor | None = None) -> None:
        """Store new forms as one step that can be undone, and open the first of them.

        `ancestor` is what they were made from, where that is one form of this ledger.
        """
        drafts = tuple(
            replace(evaluate_draft(form, self.session.templates), ancestor=ancestor) for form in forms
        )
        self._steps.push_step(AddForms(self, drafts, label, AssignedIds()))

    def delete_forms(self, form_ids: Sequence[int], *, label: str) -> None:
        """Move forms to the recycle bin, as one step that can be undone."""
        self._steps.push_step(DeleteForms(self, tuple(form_ids), label))

    def restore_forms(self, form_ids: Sequence[int], *, label: str) -> None:
        """Bring forms back from the recycle bin, as one step that can be undone, and open the first of them."""
        self._steps.push_step(RestoreForms(self, tuple(form_ids), label))

    def change_forms(self, forms: Mapping[int, Form], *, label: str) -> None:
        """Replace these forms by their ids, all or none, as one step that can be undone.

        What is open must be stored; forms that stay as they are are left out. UnknownForm, DamagedLedger.
        """
        before = {form_id: self.store.load_form(form_id) for form_id in forms}
        after = {form_id: form for form_id, form in forms.items() if not form.same_as(before[form_id])}
        if after:
            self._steps.push_step(
                ChangeForms(self, {form_id: before[form_id] for form_id in after}, after, label)
            )

    def known_unit(self, name: str, *, apart_from: int | None = None) -> Unit | None:
        """What is known of a reporting unit: as it is kept, else as its newest form has it, apart from that form.

        None for a new name, and for none.
        """
        return next(iter(self.known_units([name], apart_from=apart_from)), None)

    def known_units(self, names: Iterable[str], *, apart_from: int | None = None) -> tuple[Unit, ...]:
        """The same of several, without those of which nothing is known; a form is loaded for each that is not kept."""
        kept = {plain_unit_name(unit.name): unit for unit in reversed(self.units)}
        others = (summary for summary in self.summaries if summary.form_id != apart_from)
        newest = {plain_unit_name(summary.unit): summary.form_id for summary in others}
        fields = unit_fields(self.session.templates.newest_templates())
        found = []
        for key in filter(None, map(plain_unit_name, names)):
            if key in kept:
                found.append(kept[key])
            elif key in newest:
                found.append(unit_in(self.store.load_form(newest[key]), fields))
        return tuple(found)

    def identical_form(self, form: Form) -> FormSummary | None:
        """The newest form of the ledger that says the same, cell by cell; DamagedLedger."""
        wanted = (form.template, form.project_name, form.year, form.unit)
        alike = [
            summary
            for summary in self.summaries
            if (summary.template, summary.project_name, summary.year, summary.unit) == wanted
        ]
        return next(
            (
                each
                for each in reversed(alike)
                if not find_differences(self.store.load_form(each.form_id), form)
            ),
            None,
        )

    def change_units(self, units: Sequence[Unit], *, label: str) -> None:
        """Keep these reporting units from now on, as one step that can be undone; no form changes."""
        if tuple(units) != self.units:
            self._steps.push_step(ChangeUnits(self, self.units, tuple(units), label))

    def change_rules_off(
        self, codes: Collection[str], *, label: str, progress: Progress = ignore_progress
    ) -> None:
        """Do without these rules from now on, as one step that can be undone. Cancelled."""
        off = self.session.templates.rules_off
        if frozenset(codes) == off:
            return
        self._progress = progress
        try:
            self._steps.push_step(SwitchRules(self, off, frozenset(codes), label))
        finally:
            self._progress = ignore_progress

    def record_sent_forms(self, releases: Sequence[OutputRecord], kind: EventKind) -> None:
        """Note that forms were printed or exported, with a copy of each; nothing where there is none.

        A ledger that was opened for reading only keeps no note.
        """
        if releases and not self.store.read_only:
            conflicts.retry_after_changes(self, lambda: self.store.record_outputs(releases, kind))
            self.recorded += 1
            self._refresh_summaries([record.form_id for record in releases])

    def close(self) -> None:
        """Store what is open and release the file."""
        self.close_form()
        self.store.close()

    def reload_from_store(self) -> None:
        """Show what stands in the store by now, apart from the open form; nothing done before can be undone."""
        self._steps.clear_steps()
        self.units = self.store.reporting_units()
        off = self.store.rules_off()
        if off != self.session.templates.rules_off:
            self.session.templates.set_rules_off(off)
            self.session.reevaluate_form()
        self._surrounded = None
        self.summaries = self.store.form_summaries()
        self._notify_listeners()

    def show_stored_form(self, form_id: int, form: Form) -> None:
        """Show a form as it stands in the store."""
        # Whoever is told of it asks whether it is stored.
        self.conflict, self._saved = None, form
        self.session.show_form(form_id, form)

    def drop_open_form(self) -> None:
        """The open form is not there any more."""
        self.conflict, self._saved = None, None
        self.session.close()

    def save_as_new_form(self, form: Form) -> int:
        """Store a new form, which is no step; its id."""
        drafts = (evaluate_draft(form, self.session.templates),)
        (form_id,) = conflicts.retry_after_changes(self, lambda: self.store.insert_forms(drafts))
        self._refresh_summaries([form_id])
        return form_id

    def save_units(self, units: tuple[Unit, ...]) -> None:
        """Store the reporting units."""
        self.store.replace_units(units)
        self.units = units
        self._notify_listeners()

    def replace_forms(self, forms: Mapping[int, Form]) -> None:
        """Store these forms in place of those of the same ids, and show the open one anew if it is among them."""
        self.save_open_form(in_step=True)
        drafts = {form_id: evaluate_draft(form, self.session.templates) for form_id, form in forms.items()}
        self.store.save_forms(drafts)
        self._refresh_summaries(tuple(forms))
        state = self.session.state
        if state is not None and state.form_id in forms:
            self._saved = drafts[state.form_id].form
            self.session.show_form(state.form_id, self._saved)

    def turn_rules_off(self, codes: frozenset[str]) -> None:
        """Do without these rules, and count in every form what is found without them. Cancelled."""
        self.save_open_form(in_step=True)
        rules = TemplatesWithRulesOff(self.session.templates.installed_templates, codes)
        counts = recount_findings(self.store, rules, self.summaries, self._progress)
        self.store.save_rules_off(rules.rules_off, counts)
        log.log_rules_off(rules.rules_off)
        self.session.templates.set_rules_off(rules.rules_off)
        self._surrounded = None
        self.session.reevaluate_form()
        self._refresh_summaries(list(counts))
        self.refresh_neighbour_findings()

    def store_new_forms(self, ids: AssignedIds, drafts: tuple[Draft, ...]) -> None:
        """Store the drafts, or bring them back under the ids that they had."""
        self.save_open_form()
        if ids.of_forms:
            self.store.restore_from_bin(ids.of_forms)
        else:
            ids.of_forms = self.store.insert_forms(drafts)
        self._refresh_summaries(ids.of_forms)
        self.open_form(ids.of_forms[0])

    def undelete_forms(self, form_ids: tuple[int, ...]) -> None:
        """Restore deleted forms and open the first."""
        self.save_open_form()
        self.store.restore_from_bin(form_ids)
        self._refresh_summaries(form_ids)
        self.open_form(form_ids[0])

    def remove_forms(self, form_ids: tuple[int, ...]) -> None:
        """Delete forms; if the open one is among them, the form next in the list is opened."""
        self.save_open_form()
        before = [summary.form_id for summary in self.summaries]
        self.store.move_to_bin(form_ids)
        self._refresh_summaries(form_ids)
        state = self.session.state
        if state is None or state.form_id not in form_ids:
            return
        place = before.index(state.form_id)
        left = [form_id for form_id in before[place:] + before[:place][::-1] if form_id not in form_ids]
        self._saved = None
        self.session.close()
        if left:
            self.open_form(left[0])

    def _reopen_for_step(self, form_id: int, known: Form) -> None:
        """Open the form of a step; Overtaken where it is not what that step left."""
        self.open_form(form_id)
        if self._saved is None or not self._saved.same_as(known):
            raise StaleLedger(self.store.path)

    def _find_neighbours(self, form_id: int, form: Form) -> FormNeighbours:
        return find_neighbours(form_brief(form_id, form), self.summaries)

    def _neighbour_findings(self, surroundings: FormNeighbours) -> tuple[Finding, ...]:
        return check_against_neighbours(self.store, self.session.templates, surroundings)

    def _refresh_summaries(self, form_ids: Sequence[int]) -> None:
        """List these forms as they are stored by now: a ledger of thousands is not read anew for each step.

        The summaries of the others stay the same objects.
        """
        asked = form_ids if len(form_ids) <= _MOST_ASKED else None
        fresh = {summary.form_id: summary for summary in self.store.form_summaries(asked)}
        listed = list(self.summaries)
        for form_id in form_ids:
            place = bisect_left(listed, form_id, key=_ID)
            was_there = place < len(listed) and listed[place].form_id == form_id
            listed[place : place + was_there] = [fresh[form_id]] if form_id in fresh else []
        self.summaries = tuple(listed)
        self._notify_listeners()

    def _notify_listeners(self) -> None:
        for listener in tuple(self._listeners):
            listener()


def _ignore_news(news: OutsideChange) -> None:
    """Nobody is told."""
