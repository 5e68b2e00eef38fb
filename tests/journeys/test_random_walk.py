"""Whatever is done at the window's models, undone step by step, gives the form that it began with."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from selfeval_desktop.app.ledger.session import FormSession
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.over_time.differences import filled_cells
from selfeval_desktop.domain.scoring.scores import level_name
from selfeval_desktop.ui.checking.problems_model import ProblemsModel
from selfeval_desktop.ui.document.cells import CELL
from selfeval_desktop.ui.document.document import UndoSteps
from selfeval_desktop.ui.document.form_table_model import FormTableModel
from selfeval_desktop.ui.document.funds_model import FundsModel
from selfeval_desktop.ui.document.indicators_model import IndicatorsModel
from selfeval_desktop.ui.filling.indicator_grid import IndicatorGrid
from tests.builders import complete_form
from tests.ui.sessions import OneTemplate

LONGEST = 50
TEXTS = st.sampled_from(
    (
        *("", "abc", "12.5", "-1", "0", "≥95%", "95%", "提高", "一\n二", "1e3", "１２", "达成"),
        *("产出指标", "效益指标(30分)", "质量指标"),
    )
)
PLACES = st.integers(0, 12)
BLOCKS = st.lists(st.lists(TEXTS, min_size=1, max_size=4), min_size=1, max_size=3)
TABLES = st.sampled_from(("funds", "indicators"))
CELLS = st.tuples(TABLES, st.just("type"), PLACES, PLACES, TEXTS)
PASTES = st.tuples(TABLES, st.just("paste"), PLACES, PLACES, BLOCKS)
AREAS = st.tuples(TABLES, st.sampled_from(("clear", "fill", "fill down")), PLACES, PLACES, TEXTS)
DEEDS = st.sampled_from(("insert", "delete", "move", "duplicate", "regroup", "note", "confirm"))
ROWS = st.tuples(DEEDS, PLACES, PLACES)
MOVES = st.tuples(st.sampled_from(("undo", "redo")))
STEPS = CELLS | PASTES | AREAS | ROWS
WALKS = st.lists(STEPS | MOVES, max_size=LONGEST)


def marked_form() -> Form:
    """Every value came from elsewhere, and every row has a note."""
    form = complete_form()
    for place in range(len(form.indicators)):
        form = edits.set_note(form, FieldRef.indicator(place, "actual"), f"第{place}条")
    return edits.mark_origin(form, filled_cells(form), ValueOrigin.CARRIED)


class Walker:
    """Does each step of a walk at the models, as the pages do, before the eyes of Qt's own model tester."""

    def __init__(self) -> None:
        self.steps = UndoSteps()
        self.session = FormSession(self.steps, OneTemplate())
        self.session.show_form(1, marked_form())
        self.indicators = IndicatorsModel(self.session)
        self.tables: dict[str, FormTableModel] = {
            "funds": FundsModel(self.session),
            "indicators": self.indicators,
        }
        self.problems = ProblemsModel(self.session)
        self.grid = IndicatorGrid(self.indicators)
        reporting = QAbstractItemModelTester.FailureReportingMode.Warning
        models = (*self.tables.values(), self.problems)
        # A warning of Qt fails the test.
        self.testers = [QAbstractItemModelTester(model, reporting) for model in models]

    @property
    def form(self) -> Form:
        assert self.session.state is not None
        return self.session.state.form

    def go(self, step: tuple[Any, ...]) -> None:
        match step:
            case ("undo",):
                self.steps.undo()
            case ("redo",):
                self.steps.redo()
            case ("funds" | "indicators" as table, deed, row, column, what):
                self._work(self.tables[table], deed, row, column, what)
            case (deed, row, to):
                self._change_rows(deed, row, to)

    def _work(self, model: FormTableModel, deed: str, row: int, column: int, what: Any) -> None:
        if not model.rowCount():
            return
        row, column = row % model.rowCount(), column % model.columnCount()
        area = [model.index(place, column) for place in range(row, min(row + 3, model.rowCount()))]
        match deed:
            case "type":
                model.setData(model.index(row, column), what, Qt.ItemDataRole.EditRole)
            case "paste":
                model.paste_block(what, row, column)
            case "clear":
                model.clear_cells(area)
            case "fill":
                model.fill_with_text(area, what)
            case "fill down":
                model.fill_down(area)

    def _change_rows(self, deed: str, row: int, to: int) -> None:
        count = len(self.form.indicators)
        if not count:
            return
        row, to = row % count, to % count
        done = {
            "insert": lambda: edits.insert_row(self.form, row),
            "delete": lambda: edits.delete_rows(self.form, {row, to}),
            "move": lambda: edits.move_row(self.form, row, to),
            "duplicate": lambda: edits.duplicate_rows(self.form, sorted({row, to})),
            "regroup": lambda: edits.regroup_rows(self.form, [row], to, below=row > to),
            "note": lambda: edits.set_note(self.form, FieldRef.indicator(row, "actual"), f"至{to}"),
            "confirm": lambda: edits.confirm_cells(self.form, [FieldRef.indicator(to, "target")]),
        }
        self.session.change_form(done[deed](), label=deed)

    def shown(self) -> list[list[object]]:
        """What every cell of every model shows, with all the signs around it."""
        return [
            [
                model.data(model.index(row, column), role)
                for row in range(model.rowCount())
                for column in range(model.columnCount())
                for role in (Qt.ItemDataRole.DisplayRole, CELL)
            ]
            for model in (*self.tables.values(), self.problems)
        ]

    def wrong_merges(self) -> list[tuple[int, int]]:
        """Rows and level columns where the table on screen joins what differs, or parts what is alike."""
        count = len(self.form.indicators)
        return [
            (row, column)
            for column in (0, 1)
            for row in set(range(1, count)) - set(self._firsts(column))
            if not self._are_alike(row, column)
        ] + [(row, column) for column in (0, 1) for row in self._firsts(column)[1:] if self._are_alike(row, column)]

    def _firsts(self, column: int) -> list[int]:
        """The rows at which a cell of a level column begins on screen."""
        firsts, row = [], 0
        while row < len(self.form.indicators):
            firsts.append(row)
            row += self.grid.rowSpan(row, column)
        return firsts

    def _are_alike(self, row: int, column: int) -> bool:
        """A row of which only the levels are filled in stands alone, so that they can still be changed."""
        if any(self.indicators.is_fresh(place) for place in (row - 1, row)):
            return False
        return all(name and name == above for name, above in self._names(row, column))

    def _names(self, row: int, column: int) -> Iterator[tuple[str, str]]:
        for key in ("level1", "level2")[: column + 1]:
            above, own = (getattr(self.form.indicators[place], key) for place in (row - 1, row))
            yield level_name(own), level_name(above)


@contextmanager
def walking() -> Iterator[Walker]:
    """Its steps are forgotten in the end, as those of a window: Qt stumbles over steps that Python drops with it."""
    walker = Walker()
    try:
        yield walker
    finally:
        walker.steps.clear_steps()


@pytest.mark.usefixtures("qapp")
@settings(max_examples=60)
@given(walk=WALKS)
def test_a_walk_undone_ends_where_it_began_and_redone_where_it_ended(walk: list[tuple[Any, ...]]) -> None:
    with walking() as walker:
        beginning, beginning_shown = walker.form, walker.shown()
        for step in walk:
            walker.go(step)
            assert walker.wrong_merges() == []
        end, end_shown = walker.form, walker.shown()
        while walker.steps.stack.canUndo():
            walker.steps.undo()
            assert walker.wrong_merges() == []
        assert walker.form.same_as(beginning)
        assert walker.shown() == beginning_shown
        for _ in range(walker.steps.stack.count()):
            walker.steps.redo()
        if not any(step in (("undo",), ("redo",)) for step in walk):
            assert walker.form.same_as(end)
            assert walker.shown() == end_shown


@pytest.mark.usefixtures("qapp")
@settings(max_examples=15)
@given(walk=st.lists(STEPS, min_size=LONGEST, max_size=LONGEST))
def test_fifty_steps_undone_give_the_first_form(walk: list[tuple[Any, ...]]) -> None:
    with walking() as walker:
        beginning = walker.form
        for step in walk:
            walker.go(step)
        while walker.steps.stack.canUndo():
            walker.steps.undo()
        assert walker.form.same_as(beginning)


@pytest.mark.usefixtures("qapp")
@settings(max_examples=60)
@given(walk=WALKS)
def test_after_a_walk_the_models_show_what_fresh_ones_would(walk: list[tuple[Any, ...]]) -> None:
    with walking() as walker, walking() as fresh:
        for step in walk:
            walker.go(step)
        fresh.session.show_form(1, walker.form)
        assert walker.shown() == fresh.shown()
