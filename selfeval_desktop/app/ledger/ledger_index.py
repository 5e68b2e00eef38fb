"""What a ledger lists without opening a form: the summaries of its forms, and its reporting units."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from selfeval_desktop.app.ports.forms import FormSummary
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.units import Unit, plain_unit_name, unit_fields, unit_in
from selfeval_desktop.domain.over_time.differences import find_differences

_ID = attrgetter("form_id")
_MOST_ASKED = 1000
"""So many forms can be asked for at once; no database takes a question without end."""


class LedgerIndex:
    """Read once from the store and kept up to date; listeners are called whenever `summaries` or `units` are new."""

    def __init__(self, store: FormStore) -> None:
        self._store = store
        self._listeners: list[Callable[[], None]] = []
        self.summaries: tuple[FormSummary, ...] = store.form_summaries()
        self.units: tuple[Unit, ...] = store.reporting_units()

    def add_listener(self, listener: Callable[[], None]) -> None:
        """Call `listener` whenever `summaries` or `units` are new."""
        self._listeners.append(listener)

    def reload_all(self) -> None:
        """Read everything anew, as after changes of another process."""
        self.summaries, self.units = self._store.form_summaries(), self._store.reporting_units()
        self._notify_listeners()

    def refresh_summaries(self, form_ids: Sequence[int]) -> None:
        """List these forms as they are stored by now: a ledger of thousands is not read anew for each step.

        The summaries of the others stay the same objects.
        """
        asked = form_ids if len(form_ids) <= _MOST_ASKED else None
        fresh = {summary.form_id: summary for summary in self._store.form_summaries(asked)}
        listed = list(self.summaries)
        for form_id in form_ids:
            place = bisect_left(listed, form_id, key=_ID)
            was_there = place < len(listed) and listed[place].form_id == form_id
            listed[place : place + was_there] = [fresh[form_id]] if form_id in fresh else []
        self.summaries = tuple(listed)
        self._notify_listeners()

    def save_units(self, units: tuple[Unit, ...]) -> None:
        """Store the reporting units."""
        self._store.replace_units(units)
        self.units = units
        self._notify_listeners()

    def known_unit(self, name: str, *, apart_from: int | None = None) -> Unit | None:
        """The reporting unit of that name: as it is kept, else as its newest form has it, apart from that form.

        None for a name that no form and no unit has, and for an empty one; DamagedLedger.
        """
        return next(iter(self.known_units([name], apart_from=apart_from)), None)

    def known_units(self, names: Iterable[str], *, apart_from: int | None = None) -> tuple[Unit, ...]:
        """The same for several names, unknown ones left out; a form is loaded for each unit that is not kept."""
        kept = {plain_unit_name(unit.name): unit for unit in reversed(self.units)}
        others = (summary for summary in self.summaries if summary.form_id != apart_from)
        newest = {plain_unit_name(summary.unit): summary.form_id for summary in others}
        fields = unit_fields(self._store.templates.newest_templates())
        found = []
        for key in filter(None, map(plain_unit_name, names)):
            if key in kept:
                found.append(kept[key])
            elif key in newest:
                found.append(unit_in(self._store.load_form(newest[key]), fields))
        return tuple(found)

    def identical_form(self, form: Form) -> FormSummary | None:
        """The newest form of the ledger that says the same, cell by cell; None without one; DamagedLedger."""
        wanted = (form.template, form.project_name, form.year, form.unit)
        for summary in reversed(self.summaries):
            title = (summary.template, summary.project_name, summary.year, summary.unit)
            if title == wanted and not find_differences(self._store.load_form(summary.form_id), form):
                return summary
        return None

    def _notify_listeners(self) -> None:
        for listener in tuple(self._listeners):
            listener()
