"""A finding that was explained stays explained as long as it tells of the same values, wherever its row moves."""

from dataclasses import replace
from decimal import Decimal

import pytest

from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.rules.accepted_findings import (
    OpenFindings,
    can_be_explained,
    explain_finding,
    finding_key,
    separate_explained,
)
from selfeval_desktop.domain.rules.across import find_across_forms, form_brief
from selfeval_desktop.domain.rules.findings import Finding, Severity
from tests.builders import complete_form, mof_2020, with_fund, with_row

# A cut budget (K17, a warning), and a satisfaction given as a word (K43 twice: target and actual).
FORM = with_row(with_fund(complete_form(), "current_year", initial=Decimal(200000)), 4, target="满意", actual="满意")


def found(form: Form) -> OpenFindings:
    return separate_explained(form, evaluate(form, mof_2020()).findings)


def first(form: Form, code: str) -> Finding:
    return next(each for each in found(form).open if each.code == code)


def codes(form: Form) -> tuple[list[str], list[str]]:
    """Open and explained."""
    split = found(form)
    return [each.code for each in split.open], [each.finding.code for each in split.explained]


def test_without_reasons_every_finding_is_open() -> None:
    split = found(FORM)
    assert split.open == evaluate(FORM, mof_2020()).findings
    assert split.explained == ()
    assert [each.reason for each in split.all_findings] == [""] * len(split.open)


def test_a_reason_takes_one_finding_out_and_the_value_stays_the_same() -> None:
    before = found(FORM)
    form = explain_finding(FORM, first(FORM, "K17"), "  按批复调减 ")
    after = found(form)
    assert form == FORM
    assert not form.same_as(FORM)
    assert [(each.finding.code, each.reason) for each in after.explained] == [("K17", "按批复调减")]
    assert after.count_open_findings(Severity.WARNING) == before.count_open_findings(Severity.WARNING) - 1
    assert len(after.all_findings) == len(before.all_findings)


def test_an_emptied_reason_opens_it_again() -> None:
    finding = first(FORM, "K17")
    form = explain_finding(explain_finding(FORM, finding, "属实"), finding, " ")
    assert form.annotations.is_blank
    assert "K17" in codes(form)[0]


def test_another_figure_opens_it_and_the_same_one_closes_it_again() -> None:
    form = explain_finding(FORM, first(FORM, "K17"), "属实")
    changed = with_fund(form, "current_year", initial=Decimal(210000))
    assert "K17" in codes(changed)[0]
    back = with_fund(changed, "current_year", initial=Decimal("200000.00"))
    assert codes(back)[1] == ["K17"]


def test_another_text_in_its_cell_opens_it_though_the_figures_are_the_same() -> None:
    form = replace(complete_form(), goals=replace(complete_form().goals, actual=complete_form().goals.expected * 3))
    form = replace(form, goals=replace(form.goals, expected=form.goals.actual))
    form = explain_finding(form, first(form, "K51"), "属实")
    assert "K51" in codes(form)[1]
    other = replace(
        form, goals=replace(form.goals, expected=form.goals.expected + "甲", actual=form.goals.actual + "甲")
    )
    assert first(other, "K51").figures == first(replace(form, annotations=FORM.annotations), "K51").figures
    assert "K51" in codes(other)[0]


def test_it_goes_with_its_row_and_is_gone_with_it() -> None:
    form = explain_finding(FORM, first(FORM, "K43"), "问卷只有文字")
    moved = edits.move_row(form, 4, 0)
    (explained,) = found(moved).explained
    assert explained.finding.field.row == 0
    assert edits.delete_rows(form, [4]).annotations.is_blank


def test_the_place_of_another_row_is_no_value() -> None:
    twins = with_row(complete_form(), 1, level3="登记单印刷率", target="≥95%", actual="97%")
    form = explain_finding(twins, first(twins, "K35"), "两批")
    assert codes(edits.move_row(form, 2, 0))[1] == ["K35"]


def test_the_number_of_another_form_is_no_value() -> None:
    """In a restored ledger, or after an import, the same form may have another number."""
    brief, twin = form_brief(1, complete_form()), form_brief(2, complete_form(unit="另一单位"))
    (then,) = find_across_forms([brief, twin], {})[1]
    (now,) = find_across_forms([brief, replace(twin, form_id=7)], {})[1]
    assert (then.code, then.figures["form"], now.figures["form"]) == ("K59", 2, 7)
    form = explain_finding(complete_form(), then, "两笔资金")
    assert [each.reason for each in separate_explained(form, [now]).explained] == ["两笔资金"]


def test_each_of_two_findings_in_one_cell_has_its_own_reason() -> None:
    cell = FieldRef.head("unit")
    one, other = (Finding("K36", Severity.HINT, cell, {"other": name}) for name in ("甲", "乙"))
    assert finding_key(FORM, one) != finding_key(FORM, other)
    form = explain_finding(FORM, one, "属实")
    assert separate_explained(form, [one, other]).open == (other,)


def test_an_error_stays_open_whatever_is_written() -> None:
    warning = first(FORM, "K17")
    error = replace(warning, severity=Severity.ERROR)
    assert can_be_explained(warning)
    assert not can_be_explained(error)
    assert separate_explained(explain_finding(FORM, warning, "属实"), [error]).open == (error,)


@pytest.mark.parametrize("row", [0, 4])
def test_a_cell_beside_the_form_is_found_again_or_not_at_all(row: int) -> None:
    field = FieldRef.indicator(row, "target")
    beside = FORM.annotation_key(field)
    assert FORM.annotated_cell(beside) == field
    assert FORM.annotated_cell(FieldRef.indicator(99, "target")) is None
    assert FORM.annotated_cell(FieldRef.indicators()) == FieldRef.indicators()
