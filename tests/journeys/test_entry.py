"""A whole form from nothing, by keyboard alone, in no more keys than its characters and two for each cell."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, FundLine
from selfeval_desktop.domain.over_time.differences import changed_cells
from selfeval_desktop.ui.document.cells import CELL, Cell
from tests.given import FORMS
from tests.journeys.conftest import Sit, stored
from tests.journeys.user import ALT, CONTROL, SHIFT, Key, User

NOTHING = Qt.KeyboardModifier.NoModifier
COLUMNS = ("level1", "level2", "level3", "target", "actual", "weight", "score", "deviation")
LEVEL2, LEVEL3, ACHIEVEMENT = 1, 2, 8
AMOUNTS = ("initial", "annual", "executed")
ROWS = ("total", "current_year", "carried_over", "other")


class Clerk:
    """Types what differs from the empty form and walks past the rest; counts each key, a held Ctrl or Shift too."""

    def __init__(self, user: User) -> None:
        self.user = user
        self.keys = 0
        self.cells = 0
        self.characters = 0

    @property
    def allowed(self) -> int:
        """The characters typed, and two keys for each cell."""
        return self.characters + 2 * self.cells

    def press(self, *keys: Qt.Key, with_: Qt.KeyboardModifier = NOTHING) -> None:
        self.keys += len(keys) + sum(bool(with_ & held) for held in (CONTROL, SHIFT, ALT))
        self.user.press(*keys, with_=with_)

    def type(self, text: str) -> None:
        self.keys += len(text)
        self.characters += len(text)
        self.cells += 1
        first, *others = text.split("\n")
        self.user.type(first)
        for line in others:
            self.user.press(Key.Key_Return)
            self.user.type(line)

    def fill_in(self, form: Form) -> None:
        self.press(Key.Key_N, with_=CONTROL)
        self._fill_in_head(form)
        self._fill_in_funds(form)
        self._fill_in_goals(form)
        self._fill_in_indicators(form)
        self._grade(form)

    def _fill_in_head(self, form: Form) -> None:
        # Name, year, money unit (as offered), department, unit.
        self.type(form.project_name)
        self.press(Key.Key_Tab)
        self.type(str(form.year))
        self.press(Key.Key_Tab, Key.Key_Tab)
        self.type(form.department)
        self.press(Key.Key_Tab)
        self.type(form.unit)

    def _fill_in_funds(self, form: Form) -> None:
        self.press(Key.Key_1, with_=CONTROL)
        rows: tuple[str, ...] = ROWS
        if form.fund_line("total") == FundLine() and form.execution_score is None:
            self.press(Key.Key_Return)
            rows = ROWS[1:]
        for row in rows:
            for column in AMOUNTS:
                self._cell(edits.cell_text(form, FieldRef.fund(row, column)))
            if row == "total":
                self._cell(edits.cell_text(form, FieldRef.head("execution_score")))
        note = form.fields.get("budget_note", "")
        if note:
            self.type(note)

    def _fill_in_goals(self, form: Form) -> None:
        self.press(Key.Key_2, with_=CONTROL)
        self.type(form.goals.expected)
        self.press(Key.Key_Tab)
        self.type(form.goals.actual)

    def _fill_in_indicators(self, form: Form) -> None:
        self.press(Key.Key_3, with_=CONTROL)
        for row in range(len(form.indicators)):
            if row:
                self._go_on_to(form, row)
            last = max(place for place in range(len(COLUMNS)) if _wanted(form, row, place))
            while self.user.place()[2] < last:
                self._cell(_wanted(form, row, self.user.place()[2]))
            self.type(_wanted(form, row, last))
        while len(self._shown(0)) > len(form.indicators):
            self.press(Key.Key_Return)
            self.press(Key.Key_Minus, with_=CONTROL)

    def _go_on_to(self, form: Form, row: int) -> None:
        """To the row that the empty form has for the next class, or to a new one with its group's names."""
        levels = [form.indicators[place].level1 for place in (row - 1, row)]
        waits = len(self._shown(0)) > row
        if levels[0] != levels[1] and waits:
            while self.user.place()[1] < row:
                self.press(Key.Key_Tab)
            return
        self.press(Key.Key_Plus, with_=CONTROL | SHIFT)
        if levels[0] != levels[1]:
            self.press(Key.Key_Backtab, Key.Key_Backtab, with_=SHIFT)
        elif form.indicators[row - 1].level2 != form.indicators[row].level2:
            self.press(Key.Key_Backtab, with_=SHIFT)

    def _grade(self, form: Form) -> None:
        """Choose the commonest grade once and fill it down; the others one by one."""
        grades = [row.achievement for row in form.indicators]
        chosen = Counter(filter(None, grades))
        if not chosen:
            return
        assert chosen.keys() == {"met"}
        first = next(place for place, grade in enumerate(grades) if grade)
        self.press(Key.Key_Home, with_=CONTROL)
        self.press(Key.Key_End)
        self.press(*[Key.Key_Down] * first)
        assert self.user.place() == ("indicatorsTab", first, ACHIEVEMENT)
        self.cells += sum(chosen.values())
        self.press(Key.Key_F2, Key.Key_Down, Key.Key_Return)
        self.press(Key.Key_End, with_=CONTROL | SHIFT)
        self.press(Key.Key_D, with_=CONTROL)

    def _cell(self, wanted: str) -> None:
        """Type into the cell with the cursor unless it holds that already, and go on."""
        table = self.user.find(QTableView, _table(self.user.place()[0]))
        cell: Cell = table.currentIndex().data(CELL)
        if wanted and (cell.grey or cell.text != wanted):
            self.type(wanted)
        elif cell.text and not wanted and not cell.grey:
            self.press(Key.Key_Delete)
        self.press(Key.Key_Tab)

    def _shown(self, column: int) -> list[str]:
        return self.user.column("indicatorTable", column)


def _table(tab: str) -> str:
    return {"fundsTab": "fundsTable", "indicatorsTab": "indicatorTable"}[tab]


def _wanted(form: Form, row: int, column: int) -> str:
    return edits.cell_text(form, FieldRef.indicator(row, COLUMNS[column]))


def typable() -> Iterator[tuple[str, Form]]:
    """The examples, and forms of the same template from the folder that SELFEVAL_FORMS names."""
    for name, form in FORMS.items():
        if form.template == "mof-2020" and form.money_unit == "元" and not form.unread:
            yield name, form


FORMS_TO_TYPE = dict(typable())


@pytest.mark.parametrize("name", FORMS_TO_TYPE)
def test_a_form_is_typed_in_few_keys_and_stored_as_it_is(sit: Sit, empty_ledger: Path, qtbot: QtBot, name: str) -> None:
    form = FORMS_TO_TYPE[name]
    clerk = Clerk(sit(empty_ledger))
    clerk.fill_in(form)
    print(f"{name}: {clerk.keys} keys, {clerk.characters} characters, {clerk.cells} cells, {clerk.allowed} allowed")
    clerk.user.turn_to("previewTab")
    qtbot.waitUntil(lambda: clerk.user.label("statusSaved").startswith("已保存"))
    (kept,) = stored(empty_ledger)
    kept = replace(kept, indicators=edits.number_rows(kept.indicators))
    cells = changed_cells(form, kept)
    assert [(str(cell), edits.cell_text(form, cell), edits.cell_text(kept, cell)) for cell in cells] == []
    assert clerk.keys <= clerk.allowed
