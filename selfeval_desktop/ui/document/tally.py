"""Counts over all forms of the list, updated form by form: ten thousand are not counted anew for each key."""

from collections import Counter
from collections.abc import Iterable

from selfeval_desktop.app.ports.forms import FormSummary


class FormTally:
    """`ready` counts forms without errors that wait for nothing, `wrong` those with errors."""

    def __init__(self, forms: Iterable[FormSummary] = ()) -> None:
        self.ready = 0
        self.wrong = 0
        self._years: Counter[int | None] = Counter()
        for form in forms:
            self._count_form(form, 1)

    def form_years(self) -> tuple[int, ...]:
        """The years that occur, newest first."""
        return tuple(sorted((year for year in self._years if year is not None), reverse=True))

    def replace_form(self, old: FormSummary, new: FormSummary) -> None:
        """Count a form as it is now in place of what it was."""
        self._count_form(old, -1)
        self._count_form(new, 1)

    def _count_form(self, form: FormSummary, by: int) -> None:
        self.ready += by * (not (form.errors or form.waiting))
        self.wrong += by * (form.errors > 0)
        self._years[form.year] += by
        if not self._years[form.year]:
            del self._years[form.year]
