"""The open ledger: its forms, which of them is open, and when it was last stored."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from selfeval_desktop.app.ports import (
    Draft,
    EventKind,
    FormStore,
    FormSummary,
    Release,
    Step,
    Steps,
    Templates,
)
from selfeval_desktop.app.session import FormSession, FormState
from selfeval_desktop.domain.differences import differences
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form import Form
from selfeval_desktop.domain.units import Unit, plain, unit_fields, unit_in, unit_of


def draft(form: Form, templates: Templates) -> Draft:
    """The form with what is found in it; UnknownTemplate."""
    return Draft(form, evaluate(form, templates.get(form.template)))


class LedgerSession:
    """Forms of one open ledger, on top of its store.

    `recorded` counts the calls that noted prints or exports. Errors of the store (SelfEvalError) pass through to the action that began the work; what was typed
    stays in the form session, unsaved.
    """

    def __init__(
        self,
        store: FormStore,
        session: FormSession,
        steps: Steps,
        templates: Templates,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        self.store = store
        self.session = session
        self._steps = steps
        self._templates = templates
        self._clock = clock
        self._listeners: list[Callable[[], None]] = []
        self._saved: FormState | None = None
        self.summaries: tuple[FormSummary, ...] = store.summaries()
        self.units: tuple[Unit, ...] = store.units()
        self.saved_at: datetime | None = None
        self.recorded = 0
        session.go_to = self.open_form

    def listen(self, listener: Callable[[], None]) -> None:
        """Call `listener` whenever `summaries` or `units` are new."""
        self._listeners.append(listener)

    @property
    def unsaved(self) -> bool:
        """Whether the open form differs from what is stored."""
        state = self.session.state
        return state is not None and (self._saved is None or not state.form.same_as(self._saved.form))

    def open_form(self, form_id: int) -> None:
        """Store what is open, then show another form."""
        self.save()
        form = self.store.load(form_id)
        self._saved = None
        self.session.open(form_id, form)
        self._saved = self.session.state

    def close_form(self) -> None:
        """Store what is open and show nothing."""
        self.save()
        self._saved = None
        self.session.close()

    def save(self) -> bool:
        """Store the open form where it differs; whether anything was written."""
        state = self.session.state
        if state is None or not self.unsaved:
            return False
        self.store.save(state.form_id, Draft(state.form, state.evaluation))
        self._saved = state
        self.saved_at = self._clock()
        self._refresh_only([state.form_id])
        return True

    def add(self, forms: Sequence[Form], *, label: str) -> None:
        """Store new forms as one step that can be undone, and open the first of them."""
        drafts = tuple(draft(form, self._templates) for form in forms)
        self._steps.push(AddForms(self, drafts, label, _Ids()))

    def delete(self, form_ids: Sequence[int], *, label: str) -> None:
        """Move forms to the recycle bin, as one step that can be undone."""
        self._steps.push(DeleteForms(self, tuple(form_ids), label))

    def known_unit(self, name: str, *, apart_from: int | None = None) -> Unit | None:
        """What is known of a reporting unit: as it is kept, else as its newest form has it, apart from that form.

        None for a new name, and for none.
        """
        if not plain(name):
            return None
        kept = unit_of(name, self.units)
        if kept is not None:
            return kept
        of_unit = [summary.form_id for summary in self.summaries if plain(summary.unit) == plain(name)]
        others = [form_id for form_id in of_unit if form_id != apart_from]
        return unit_in(self.store.load(others[-1]), unit_fields(self._templates.all())) if others else None

    def twin_of(self, form: Form) -> FormSummary | None:
        """The newest form of the ledger that says the same, cell by cell; DamagedLedger."""
        wanted = (form.template, form.project_name, form.year, form.unit)
        alike = [
            summary
            for summary in self.summaries
            if (summary.template, summary.project_name, summary.year, summary.unit) == wanted
        ]
        return next(
            (each for each in reversed(alike) if not differences(self.store.load(each.form_id), form)), None
        )

    def change_units(self, units: Sequence[Unit], *, label: str) -> None:
        """Keep these reporting units from now on, as one step that can be undone; no form changes."""
        if tuple(units) != self.units:
            self._steps.push(KeepUnits(self, self.units, tuple(units), label))

    def record(self, releases: Sequence[Release], kind: EventKind) -> None:
        """Note that forms were printed or exported, with a copy of each; nothing where there is none."""
        if releases:
            self.store.record(releases, kind)
            self.recorded += 1
            self._refresh_only([release.form_id for release in releases])

    def close(self) -> None:
        """Store what is open and release the file."""
        self.close_form()
        self.store.close()

    def keep_units(self, units: tuple[Unit, ...]) -> None:
        """Store the reporting units."""
        self.store.keep_units(units)
        self.units = units
        self._tell()

    def bring_in(self, ids: "_Ids", drafts: tuple[Draft, ...]) -> None:
        """Store the drafts, or bring them back under the ids that they had."""
        self.save()
        if ids.of_forms:
            self.store.restore(ids.of_forms)
        else:
            ids.of_forms = self.store.add(drafts)
        self._refresh()
        self.open_form(ids.of_forms[0])

    def bring_back(self, form_ids: tuple[int, ...]) -> None:
        """Restore deleted forms and open the first."""
        self.save()
        self.store.restore(form_ids)
        self._refresh()
        self.open_form(form_ids[0])

    def take_out(self, form_ids: tuple[int, ...]) -> None:
        """Delete forms; if the open one is among them, the form next in the list is opened."""
        self.save()
        before = [summary.form_id for summary in self.summaries]
        self.store.delete(form_ids)
        self._refresh()
        state = self.session.state
        if state is None or state.form_id not in form_ids:
            return
        place = before.index(state.form_id)
        left = [form_id for form_id in before[place:] + before[:place][::-1] if form_id not in form_ids]
        self._saved = None
        self.session.close()
        if left:
            self.open_form(left[0])

    def _refresh_only(self, form_ids: Sequence[int]) -> None:
        """A ledger of hundreds of forms is not read anew for each form that is stored."""
        fresh = {summary.form_id: summary for summary in self.store.summaries(form_ids)}
        self._list(fresh.get(summary.form_id, summary) for summary in self.summaries)

    def _refresh(self) -> None:
        self._list(self.store.summaries())

    def _list(self, summaries: Iterable[FormSummary]) -> None:
        self.summaries = tuple(summaries)
        self._tell()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()


@dataclass(slots=True)
class _Ids:
    """The ids that a ledger gave to the forms of one step, once it was done for the first time."""

    of_forms: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AddForms:
    """New forms, from nothing, a copy or a file."""

    ledger: LedgerSession
    drafts: tuple[Draft, ...]
    label: str
    ids: _Ids
    merge_key: str = ""

    def redo(self) -> None:
        """Store them."""
        self.ledger.bring_in(self.ids, self.drafts)

    def undo(self) -> None:
        """Take them out again."""
        self.ledger.take_out(self.ids.of_forms)

    def merged(self, later: Step) -> Step:
        """Never merges."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class DeleteForms:
    """Forms moved to the recycle bin."""

    ledger: LedgerSession
    form_ids: tuple[int, ...]
    label: str
    merge_key: str = ""

    def redo(self) -> None:
        """Take them out."""
        self.ledger.take_out(self.form_ids)

    def undo(self) -> None:
        """Bring them back."""
        self.ledger.bring_back(self.form_ids)

    def merged(self, later: Step) -> Step:
        """Never merges."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class KeepUnits:
    """Reporting units replaced by others."""

    ledger: LedgerSession
    before: tuple[Unit, ...]
    after: tuple[Unit, ...]
    label: str
    merge_key: str = ""

    def redo(self) -> None:
        """Keep the later ones."""
        self.ledger.keep_units(self.after)

    def undo(self) -> None:
        """Keep the earlier ones."""
        self.ledger.keep_units(self.before)

    def merged(self, later: Step) -> Step:
        """Never merges."""
        raise NotImplementedError
