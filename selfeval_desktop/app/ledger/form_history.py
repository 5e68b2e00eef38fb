"""A form's past: what was done to it, what it was at any time, and what differs between two times."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.over_time.change_history import HistoryEntry
from selfeval_desktop.domain.over_time.differences import Difference, find_differences
from selfeval_desktop.domain.over_time.history_lines import HistoryLine, build_history_lines, cell_history_lines

MOST_LINES = 200
"""How many lines a page has."""
_MOST_ENTRIES = 2000
"""After so many entries a page ends, however few lines they gave."""


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Some lines of a history, the newest first; there may be none, and yet another page."""

    lines: tuple[HistoryLine, ...]
    is_last: bool


class FormHistory:
    """The history of one form, read page by page as far as it is wanted; unsaved changes must be stored before.

    UnknownForm, DamagedLedger, also when a page is read.
    """

    def __init__(self, store: FormStore, form_id: int) -> None:
        self.form_id = form_id
        self.now = store.load_form(form_id)
        self._store = store
        self._entries_read = 0
        self._lines = build_history_lines(self._count_entries(store.form_history(form_id)), self.now)
        self._following: HistoryLine | None = None
        self._pages: list[HistoryPage] = []
        self._forms: dict[int, Form] = {}
        self._read_page()

    def step_pages(self) -> Iterator[HistoryPage]:
        """All steps; a row that was added or deleted is one line."""
        for page in self._all_pages():
            yield replace(page, lines=tuple(line for line in page.lines if not line.is_inner))

    def pages_of_cell(self, field: FieldRef) -> Iterator[HistoryPage]:
        """What was done to a cell and its annotations, down to its first value; `field` is that of the form as it is now."""
        cell, text = self.now.annotation_key(field), edits.cell_text(self.now, field)
        own: list[HistoryLine] = []
        for page in self._all_pages():
            lines = [line for line in page.lines if line.cell == cell]
            own += lines
            if page.is_last:
                lines += cell_history_lines((*own, page.lines[-1]), cell, field, text)[len(own) :]
            yield replace(page, lines=tuple(lines))

    def form_after(self, sequence: int) -> Form:
        """The form as the step of that line left it; DamagedLedger."""
        if sequence not in self._forms:
            self._forms[sequence] = self._store.form_at_entry(self.form_id, sequence)
        return self._forms[sequence]

    def differences_between(self, earlier: int, later: int | None = None) -> tuple[Difference, ...]:
        """What is otherwise at the later of two times than at the earlier; None is now. DamagedLedger."""
        after = self.now if later is None else self.form_after(later)
        return find_differences(self.form_after(earlier), after)

    def _all_pages(self) -> Iterator[HistoryPage]:
        number = 0
        while True:
            if number == len(self._pages):
                self._read_page()
            yield self._pages[number]
            if self._pages[number].is_last:
                return
            number += 1

    def _read_page(self) -> None:
        """Read on, with a line more than the page has: whether there is one is known with the page."""
        begun = self._entries_read
        found = [] if self._following is None else [self._following]
        self._following = None
        for line in self._lines:
            if len(found) == MOST_LINES or (found and self._entries_read - begun > _MOST_ENTRIES):
                self._following = line
                break
            found.append(line)
        self._pages.append(HistoryPage(tuple(found), is_last=self._following is None))

    def _count_entries(self, entries: Iterable[HistoryEntry]) -> Iterator[HistoryEntry]:
        for entry in entries:
            self._entries_read += 1
            yield entry
