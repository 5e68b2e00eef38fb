"""Comments of receivers and the cells that they are about."""

from dataclasses import replace

from selfeval_desktop.app.paper.paper_check import count_open_comments, current_cell, parse_comments
from selfeval_desktop.app.ports.output_events import ReceiverAnswer, ReceiverComment
from selfeval_desktop.domain.form.fields import FieldRef
from tests.builders import complete_form


def test_a_comment_stays_with_its_row_when_rows_move() -> None:
    form = complete_form()
    cell = form.annotation_key(FieldRef.indicator(1, "deviation"))
    moved = replace(form, indicators=form.indicators[::-1])
    assert current_cell(form, cell) == FieldRef.indicator(1, "deviation")
    assert current_cell(moved, cell) == FieldRef.indicator(3, "deviation")
    assert current_cell(complete_form(indicators=form.indicators[:1]), cell) is None


def test_other_cells_are_where_they_were() -> None:
    for cell in (FieldRef.head("unit"), FieldRef.fund("total", "annual"), FieldRef.indicators()):
        assert current_cell(complete_form(), cell) == cell


def test_each_line_is_a_comment() -> None:
    assert parse_comments(" 一、补充原因 \n\n二、盖章\n") == (
        ReceiverComment("一、补充原因"),
        ReceiverComment("二、盖章"),
    )


def test_what_is_not_ticked_off_is_counted() -> None:
    assert (
        count_open_comments(ReceiverAnswer("returned", (ReceiverComment("甲"), ReceiverComment("乙", done=True)))) == 1
    )
