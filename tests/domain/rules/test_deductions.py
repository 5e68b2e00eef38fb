"""What reviewers may take off: by row, by the dearest of its findings, an estimate."""

from decimal import Decimal

from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.rules.catalogue import RULES
from selfeval_desktop.domain.rules.deductions import DEDUCTIONS, ReviewEstimate, ReviewRule, estimate_review
from tests.builders import complete_form, mof_2020, with_row


def estimate(form: Form) -> ReviewEstimate:
    found = evaluate(form, mof_2020())
    return estimate_review(found.findings, found)


def lost(form: Form) -> list[tuple[int, str, int, Decimal]]:
    return [(row.row, row.code, row.rule, row.points) for row in estimate(form).rows]


def test_a_form_without_such_findings_keeps_its_points() -> None:
    told = estimate(complete_form())
    assert (told.rows, told.reviewed_total) == ((), Decimal(100))


def test_each_rule_takes_its_part_of_the_row() -> None:
    form = complete_form()
    words = with_row(form, 0, target="较高", actual="较高", achievement="met")
    assert lost(words) == [(0, "K42", 4, Decimal("12.00"))]
    assert lost(with_row(form, 0, level3="资金拨付完成率")) == [(0, "K69", 12, Decimal("20.00"))]
    assert lost(with_row(form, 0, level3="讲座5场、展览2次")) == [(0, "K75", 8, Decimal("6.00"))]
    assert lost(with_row(form, 4, deviation="无投诉")) == [(4, "K68", 5, Decimal("10.00"))]
    assert lost(with_row(form, 0, deviation="待验收")) == [(0, "K65", 0, Decimal("4.00"))]
    cost = with_row(form, 1, level2="成本指标", level3="印刷成本", target="≥9万元", actual="10万元")
    assert lost(cost) == [(1, "K63", 4, Decimal("4.50"))]


def test_points_above_the_calculated_score_are_at_stake_where_they_are_more() -> None:
    half = with_row(complete_form(), 0, actual="47.5%", score=Decimal(20))
    assert lost(half) == [(0, "K23", 0, Decimal("10.00"))]


def test_a_row_counts_once_by_the_dearest_of_its_findings() -> None:
    form = with_row(complete_form(), 3, level3="登记单印刷率", deviation="待验收")
    assert lost(form) == [(3, "K35", ReviewRule.OUTPUT_AS_BENEFIT, Decimal("30.00"))]
    assert estimate(form).reviewed_total == Decimal(70)


def test_what_was_lost_already_costs_nothing_more() -> None:
    assert lost(with_row(complete_form(), 0, score=Decimal(0), deviation="无")) == []


def test_every_deduction_belongs_to_a_check() -> None:
    assert DEDUCTIONS.keys() <= RULES.keys()
