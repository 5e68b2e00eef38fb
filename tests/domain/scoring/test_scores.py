"""Scores, totals and grades."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from selfeval_desktop.domain.form.form import Achievement, Form, Indicator
from selfeval_desktop.domain.form.template import AchievementBands
from selfeval_desktop.domain.scoring.scores import (
    ClassWeight,
    achievement_band,
    calculate_figures,
    class_of,
    grade_for_score,
    indicator_score,
    level_name,
    level_text,
    target_is_met,
)
from tests.builders import complete_form, mof_2020, with_row

TEMPLATE = mof_2020()
LINEAR = TEMPLATE.scoring
RATIO = replace(LINEAR, less="ratio")


def row(target: str, actual: str, weight: str | None = "10", **more: Any) -> Indicator:
    return Indicator(target=target, actual=actual, weight=None if weight is None else Decimal(weight), **more)


@pytest.mark.parametrize(
    ("target", "actual", "weight", "linear", "ratio"),
    [
        ("≥95%", "90%", "10", "9.47", "9.47"),
        ("≥85%", "80%", "10", "9.41", "9.41"),
        ("≥95%", "95%", "10", "10.00", "10.00"),
        ("≥95%", "99%", "10", "10.00", "10.00"),
        ("≥5次", "-1次", "10", "0.00", "0.00"),
        ("≤10", "9", "10", "10.00", "10.00"),
        ("≤10", "12", "10", "8.00", "8.33"),
        ("≤10", "20", "10", "0.00", "5.00"),
        ("≤10", "25", "10", "0.00", "4.00"),
        ("≤0", "0", "10", "10.00", "10.00"),
        ("=0", "0", "5", "5.00", "5.00"),
        ("0", "1", "5", "0.00", "0.00"),
        ("43.2", "37.24", "10", "8.62", "8.62"),
        ("=100%", "104%", "10", "10.00", "10.00"),
        ("5万元", "48000元", "10", "9.60", "9.60"),
    ],
)
def test_a_score_follows_from_target_and_actual_value(
    target: str, actual: str, weight: str, linear: str, ratio: str
) -> None:
    assert indicator_score(row(target, actual, weight), LINEAR) == Decimal(linear)
    assert indicator_score(row(target, actual, weight), RATIO) == Decimal(ratio)


@pytest.mark.parametrize(
    "blank",
    [
        row("≥95%", "90%", None),
        row("≥95%", "90%", "0"),
        row("", "90%"),
        row("≥95%", ""),
        row("≥95%", "提高"),
        row("80%-90%", "85%"),
        row("2023年底前", "完成"),
        row("≥0", "5"),
        row("≤0", "5"),
        row("≥266米", "266厘米"),
        row("提高", "提高"),
        row("提高", "", achievement="met"),
        row("", "提高", achievement="met"),
        row("提高", "提高", achievement="partly"),
        row("提高", "提高", achievement="unmet"),
    ],
)
def test_what_cannot_be_calculated_is_scored_by_hand(blank: Indicator) -> None:
    assert indicator_score(blank, LINEAR) is None


@pytest.mark.parametrize("achieved", [row("提高", "已提高", achievement="met"), row("提高", "达成预期指标")])
def test_words_that_are_achieved_earn_the_full_weight(achieved: Indicator) -> None:
    assert indicator_score(achieved, LINEAR) == Decimal(10)


@pytest.mark.parametrize("weight", ["3.333", "3.335"])
@pytest.mark.parametrize(("target", "actual"), [("≥95%", "95%"), ("≤3", "2"), ("提高", "达成预期指标")])
def test_a_met_target_earns_the_weight_however_fine_it_is(weight: str, target: str, actual: str) -> None:
    assert indicator_score(row(target, actual, weight), LINEAR) == Decimal(weight)


@pytest.mark.parametrize(("weight", "score"), [("3.334", "3.33"), ("3.336", "3.336")])
def test_a_missed_target_never_earns_more_than_the_weight(weight: str, score: str) -> None:
    assert indicator_score(row("100000", "99999", weight), LINEAR) == Decimal(score)


@pytest.mark.parametrize(
    ("target", "actual", "met"),
    [
        ("≥95%", "95%", True),
        ("≥95%", "94%", False),
        ("≤10", "10", True),
        ("≤10", "11", False),
        ("0", "0", True),
        ("0", "1", False),
        ("5", "6", True),
        ("提高", "提高", None),
    ],
)
def test_a_target_is_met_or_missed_or_neither(target: str, actual: str, met: bool | None) -> None:
    assert target_is_met(row(target, actual)) is met


@pytest.mark.parametrize(
    ("achievement", "lowest", "highest"),
    [("met", "2.40", "3.00"), ("partly", "1.80", "2.39"), ("unmet", "0", "1.79")],
)
def test_words_are_scored_within_their_band(achievement: Achievement, lowest: str, highest: str) -> None:
    assert achievement_band(Decimal(3), achievement, LINEAR.bands) == (Decimal(lowest), Decimal(highest))


def test_the_bands_are_the_templates() -> None:
    bands = AchievementBands(met=Decimal("0.8"), partly=Decimal("0.5"))
    assert achievement_band(Decimal(10), "partly", bands) == (Decimal(5), Decimal("7.99"))


@pytest.mark.parametrize(
    ("score", "name"),
    [
        ("100", "优"),
        ("90", "优"),
        ("89.99", "良"),
        ("80", "良"),
        ("79.99", "中"),
        ("60", "中"),
        ("59.99", "差"),
        ("-1", None),
    ],
)
def test_a_grade_begins_with_its_lower_limit(score: str, name: str | None) -> None:
    assert grade_for_score(Decimal(score), TEMPLATE) == name


def test_a_template_without_grades_gives_none() -> None:
    assert grade_for_score(Decimal(95), replace(TEMPLATE, grades=())) is None


@pytest.mark.parametrize("text", ["产出指标", "产出\n指标", "产出指标(50分)", "产出指标（50分）", " 产出 指标 "])
def test_a_level_is_known_with_spaces_and_points_aside(text: str) -> None:
    assert class_of(text, TEMPLATE) == "产出指标"
    assert level_text(text, TEMPLATE) == "产出指标"


@pytest.mark.parametrize("text", ["产出", "(50分)", "产出指标(重点)", ""])
def test_other_names_are_no_class(text: str) -> None:
    assert class_of(text, TEMPLATE) is None
    assert level_text(text, TEMPLATE) == text


def test_a_bracket_that_names_no_points_belongs_to_the_name() -> None:
    assert level_name("社会效益(长期)") == "社会效益(长期)"


def test_a_complete_form_adds_up() -> None:
    found = calculate_figures(complete_form(), TEMPLATE)
    assert (found.execution_rate, found.execution_score) == (Decimal("100.00"), Decimal("10.00"))
    assert found.weight_total == Decimal(100)
    assert found.score_total == Decimal("100.00")
    assert found.grade == "优"
    assert found.class_weights == tuple(
        ClassWeight(name, Decimal(points), Decimal(points), Decimal(points))
        for name, points in (("产出指标", 50), ("效益指标", 30), ("满意度指标", 10))
    )


def test_a_typed_score_wins_over_the_calculated_one() -> None:
    form = replace(with_row(complete_form(), 0, score=Decimal(7)), execution_score=Decimal(9))
    found = calculate_figures(form, TEMPLATE)
    assert (found.indicator_scores[0], found.calculated_scores[0]) == (Decimal(7), Decimal("20.00"))
    assert (found.execution_score, found.calculated_execution_score) == (Decimal(9), Decimal("10.00"))
    assert found.score_total == Decimal("86.00")


def test_an_empty_form_has_no_grade_and_no_rate() -> None:
    found = calculate_figures(Form("mof-2020"), TEMPLATE)
    assert (found.execution_rate, found.grade) == (None, None)
    assert (found.weight_total, found.score_total) == (Decimal(10), Decimal(0))


def test_rows_outside_the_templates_classes_count_in_the_total_alone() -> None:
    found = calculate_figures(with_row(complete_form(), 0, level1="其他指标"), TEMPLATE)
    assert found.weight_total == Decimal(100)
    assert found.class_weights[0].found == Decimal(30)
