"""Rows that are left out and columns that are not shown: nothing reaches them unseen, and a jump shows them."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.filling.indicator_grid import HIDDEN
from selfeval_desktop.ui.filling.indicators_tab import IndicatorsTab
from tests.builders import complete_form, with_row
from tests.ui.sessions import OpenForm

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def session() -> OpenForm:
    """Something is found in the first row and in the last one."""
    return OpenForm(with_row(with_row(complete_form(), 0, actual=""), 4, actual=""))


def names(session: OpenForm) -> list[str]:
    return [row.level3 for row in session.form.indicators]


def shown_rows(page: IndicatorsTab) -> list[int]:
    return [row for row in range(page.model.rowCount()) if not page.table.isRowHidden(row)]


def choose_both(page: IndicatorsTab, column: str) -> None:
    """Select the two rows that are shown, over the hidden ones between them."""
    page.show_only_problems(True)
    page.show_field(FieldRef.indicator(0, column))
    QTest.keyClick(page.table, Key.Key_Down, SHIFT)


def choose_around_the_actual(page: IndicatorsTab) -> None:
    """Select 目标 to 分值 of the first two rows while 实际完成值 between them is hidden."""
    page.table.set_widths({"actual": HIDDEN})
    page.show_field(FieldRef.indicator(0, "target"))
    QTest.keyClick(page.table, Key.Key_Right, SHIFT)
    QTest.keyClick(page.table, Key.Key_Down, SHIFT)


def test_delete_empties_no_row_that_is_left_out(page: IndicatorsTab, session: OpenForm) -> None:
    choose_both(page, "weight")
    QTest.keyClick(page.table, Key.Key_Delete)
    assert [row.weight for row in session.form.indicators] == [None, *map(Decimal, (15, 15, 30)), None]


def test_deleting_rows_keeps_those_that_are_left_out(page: IndicatorsTab, session: OpenForm) -> None:
    kept = names(session)[1:4]
    choose_both(page, "weight")
    page.delete_rows()
    assert names(session) == kept


def test_copying_rows_copies_none_that_is_left_out(page: IndicatorsTab, session: OpenForm) -> None:
    before = names(session)
    choose_both(page, "level3")
    page.duplicate_rows()
    assert names(session) == [*before, before[0], before[4]]


def test_whole_rows_chosen_by_their_numbers_leave_out_the_hidden_ones(page: IndicatorsTab) -> None:
    page.show_only_problems(True)
    page.table.selectAll()
    assert page.table.chosen_rows() == [0, 4]


def test_delete_empties_no_column_that_is_hidden(page: IndicatorsTab, session: OpenForm) -> None:
    actual = session.form.indicators[1].actual
    choose_around_the_actual(page)
    QTest.keyClick(page.table, Key.Key_Delete)
    row = session.form.indicators[1]
    assert (row.target, row.actual, row.weight) == ("", actual, None)


def test_what_is_selected_is_what_is_seen(page: IndicatorsTab) -> None:
    choose_around_the_actual(page)
    assert page.table.chosen_fields() == tuple(
        FieldRef.indicator(row, column) for row in (0, 1) for column in ("target", "weight")
    )


def test_a_merged_cell_ends_where_its_rows_end(page: IndicatorsTab) -> None:
    """From a row in its middle too, to which Qt ascribes the span of the whole."""
    page.show_field(FieldRef.indicator(0, "level2"))
    QTest.keyClick(page.table, Key.Key_Down, SHIFT)
    QTest.keyClick(page.table, Key.Key_Left, SHIFT)
    rows = {field.row for field in page.table.chosen_fields() if field.column == "level1"}
    assert rows == {0, 1, 2}


def test_a_jump_shows_the_column_it_leads_to(page: IndicatorsTab) -> None:
    actual = page.model.column_of("actual")
    page.table.set_widths({"actual": HIDDEN, "level3": 150})
    page.show_field(FieldRef.indicator(1, "actual"))
    assert not page.table.isColumnHidden(actual)
    assert page.table.chosen_widths() == {"level3": 150}
    assert page.current_field() == FieldRef.indicator(1, "actual")


def test_a_jump_shows_the_row_it_leads_to_and_that_one_stays(page: IndicatorsTab, session: OpenForm) -> None:
    page.show_only_problems(True)
    page.show_field(FieldRef.indicator(2, "weight"))
    assert shown_rows(page) == [0, 2, 4]
    QTest.keyClicks(page.table, "7")
    page.commit_editor()
    assert shown_rows(page) == [0, 2, 4]


def test_the_cursor_leaves_what_is_hidden(page: IndicatorsTab) -> None:
    page.show_field(FieldRef.indicator(1, "actual"))
    page.show_only_problems(True)
    assert page.current_field() == FieldRef.indicator(4, "actual")
    page.table.set_widths({"actual": HIDDEN})
    assert page.current_field() == FieldRef.indicator(4, "weight")


def test_rows_move_past_those_that_are_left_out(page: IndicatorsTab, session: OpenForm) -> None:
    before = names(session)
    page.show_only_problems(True)
    page.show_field(FieldRef.indicator(0, "level3"))
    page.move_rows(1)
    assert names(session) == [*before[1:], before[0]]
    assert page.table.chosen_rows() == [4]
    page.move_rows(1)
    assert len(session.steps.done) == 1
    page.move_rows(-1)
    assert names(session)[3:] == [before[0], before[4]]


def test_the_rows_of_another_form_are_chosen_anew(page: IndicatorsTab, session: OpenForm) -> None:
    page.show_only_problems(True)
    page.show_field(FieldRef.indicator(2, "weight"))
    form = session.form
    session.close()
    session.show_form(1, form)
    assert shown_rows(page) == [0, 4]
