"""Whatever is done at the window's models, undone step by step, gives the form that it began with."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, Qt

from selfeval_desktop.app.session import FormSession
from selfeval_desktop.domain import edits
from selfeval_desktop.domain.form import Form
from selfeval_desktop.ui.models.funds import FundsModel
from selfeval_desktop.ui.models.indicators import IndicatorsModel
from selfeval_desktop.ui.models.problems import ProblemsModel
from selfeval_desktop.ui.undo import UndoSteps
from tests.builders import complete_form
from tests.ui.sessions import OneTemplate

TEXTS = st.sampled_from(
    ("", "abc", "12.5", "-1", "0", "≥95%", "95%", "提高", "质量指标", "一\n二", "1e3", "１２")
)
PLACES = st.integers(0, 12)
CELLS = st.tuples(st.sampled_from(("funds", "indicators")), PLACES, PLACES, TEXTS)
ROWS = st.tuples(st.sampled_from(("insert", "delete", "move")), PLACES, PLACES)
MOVES = st.tuples(st.sampled_from(("undo", "redo")))
WALKS = st.lists(CELLS | ROWS | MOVES, max_size=25)


class Walker:
    """Does each step of a walk at the models, as the pages do."""

    def __init__(self) -> None:
        self.steps = UndoSteps()
        self.session = FormSession(self.steps, OneTemplate())
        self.session.open(1, complete_form())
        self.models: dict[str, QAbstractItemModel] = {
            "funds": FundsModel(self.session),
            "indicators": IndicatorsModel(self.session),
            "problems": ProblemsModel(self.session),
        }

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
            case ("funds" | "indicators" as table, row, column, text):
                self._type(self.models[table], row, column, text)
            case (deed, row, to):
                self._change_rows(deed, row, to)

    def _type(self, model: QAbstractItemModel, row: int, column: int, text: str) -> None:
        if model.rowCount():
            index = model.index(row % model.rowCount(), column % model.columnCount())
            model.setData(index, text, Qt.ItemDataRole.EditRole)

    def _change_rows(self, deed: str, row: int, to: int) -> None:
        count = len(self.form.indicators)
        if not count:
            return
        row, to = row % count, to % count
        done: dict[str, Callable[[], Form]] = {
            "insert": lambda: edits.insert_row(self.form, row),
            "delete": lambda: edits.delete_rows(self.form, {row, to}),
            "move": lambda: edits.move_row(self.form, row, to),
        }
        self.session.change(done[deed](), label=deed)

    def shown(self) -> list[list[list[object]]]:
        """What every cell of every model shows."""
        return [
            [
                [model.data(model.index(row, column)) for column in range(model.columnCount())]
                for row in range(model.rowCount())
            ]
            for model in self.models.values()
        ]


@pytest.mark.usefixtures("qapp")
@settings(max_examples=60)
@given(walk=WALKS)
def test_a_walk_undone_ends_where_it_began_and_redone_where_it_ended(walk: list[tuple[Any, ...]]) -> None:
    walker = Walker()
    beginning, beginning_shown = walker.form, walker.shown()
    for step in walk:
        walker.go(step)
    end, end_shown = walker.form, walker.shown()
    while walker.steps.stack.canUndo():
        walker.steps.undo()
    assert walker.form == beginning
    assert walker.shown() == beginning_shown
    walked = walker.steps.stack.count()
    for _ in range(walked):
        walker.steps.redo()
    if not any(step in (("undo",), ("redo",)) for step in walk):
        assert walker.form == end
        assert walker.shown() == end_shown


@pytest.mark.usefixtures("qapp")
@settings(max_examples=60)
@given(walk=WALKS)
def test_after_a_walk_the_models_show_what_fresh_ones_would(walk: list[tuple[Any, ...]]) -> None:
    walker, fresh = Walker(), Walker()
    for step in walk:
        walker.go(step)
    fresh.session.open(1, walker.form)
    assert walker.shown() == fresh.shown()
