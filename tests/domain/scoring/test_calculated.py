"""A figure that the program calculates too is left to it; any other stays as it came."""

from dataclasses import replace
from decimal import Decimal

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.scoring.calculated import clear_calculated_cells
from tests.builders import complete_form, mof_2020, with_fund, with_row

SCORE, EXECUTION = FieldRef.indicator(0, "score"), FieldRef.head("execution_score")
ANNUAL = FieldRef.fund("total", "annual")


def left(form: Form, *cells: FieldRef) -> Form:
    return clear_calculated_cells(form, mof_2020(), cells)


def test_equal_figures_become_calculated() -> None:
    form = with_row(with_fund(complete_form(), "total", annual=Decimal(150000)), 0, score=Decimal(20))
    form = replace(form, execution_score=Decimal(10))
    plain = left(form, SCORE, ANNUAL, EXECUTION)
    assert plain.fund_line("total").annual is plain.execution_score is plain.indicators[0].score is None


def test_other_figures_stay() -> None:
    form = with_row(with_fund(complete_form(), "total", annual=Decimal(150001)), 0, score=Decimal(19))
    form = replace(form, execution_score=Decimal(9))
    assert left(form, SCORE, ANNUAL, EXECUTION) == form


def test_the_execution_score_follows_from_the_total_that_stays() -> None:
    form = replace(with_fund(complete_form(), "total", annual=Decimal(300000)), execution_score=Decimal(5))
    kept = left(form, EXECUTION, ANNUAL)
    assert (kept.fund_line("total").annual, kept.execution_score) == (Decimal(300000), None)


def test_only_cells_that_came_are_looked_at() -> None:
    form = with_row(complete_form(), 0, score=Decimal(20))
    assert left(form, EXECUTION, FieldRef.indicator(1, "score")) == form


def test_cells_that_are_never_calculated_stay() -> None:
    form = with_fund(complete_form(), "total", fields={"annual": "原因"})
    cells = (
        FieldRef.fund("current_year", "annual"),
        FieldRef.fund("total", "annual", extra=True),
        FieldRef.indicator(0, "weight"),
        FieldRef.head("project_name"),
        FieldRef.goal("actual"),
    )
    assert left(form, *cells) == form


def test_a_text_that_is_no_number_stays() -> None:
    form = edits.set_cell(complete_form(), SCORE, "满分")
    assert left(form, SCORE) == form
