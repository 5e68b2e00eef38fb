"""Words have a direction: an answer that goes the other way, or nowhere, proposes 未达成."""

import pytest

from selfeval_desktop.domain.form.form import Achievement
from selfeval_desktop.domain.scoring import graded_words, measures


@pytest.mark.parametrize(
    ("target", "actual", "grade"),
    [
        ("下降", "上升", "unmet"),
        ("减少", "下降", "met"),
        ("提高", "显著提高", "met"),
        ("不断提高", "不断提高", "met"),
        ("提高", "有所提高", "partly"),
        ("提高", "持平", "unmet"),
        ("提高", "未提高", "unmet"),
        ("提高", "没有明显提高", "unmet"),
        ("下降", "未变", "unmet"),
        ("提升", "基本无变化", "unmet"),
        ("提高", "提高不明显", "unmet"),
        ("改善", "改善不理想", "unmet"),
        ("提高", "有所提高，但不明显", "partly"),
        ("缩小", "差距缩小", "met"),
        ("缩小", "差距", None),
        ("不下降", "不下降", "met"),
        ("不下降", "未下降", None),
        ("不下降", "显著下降", None),
        ("未增加", "增加", None),
        ("良好", "良好", "met"),
        ("良好", "质量差", "unmet"),
        ("良好", " 良 好 ", "met"),
        ("良好", "基本良好", "partly"),
        ("良好", "较差", "unmet"),
        ("良好", "优秀", None),
        ("无投诉", "无投诉", "met"),
        ("杜绝事故", "未发生事故", None),
        ("降低成本、提高效率", "成本下降", None),
        ("提高", "部分达成", "partly"),
        ("提高", "", None),
        ("", "提高", None),
        ("≥95%", "提高", None),
    ],
)
def test_an_answer_suggests_its_grade(target: str, actual: str, grade: Achievement | None) -> None:
    assert graded_words.suggest_achievement(target, actual) == grade


@pytest.mark.parametrize("target", ["下降", "提高", "良好", "不断 改善", "有效", "不下降", "未增加"])
def test_every_answer_offered_suggests_the_grade_that_it_is_offered_with(target: str) -> None:
    offered = graded_words.proposed_answers(target)
    assert {grade for _, grade in offered} == {"met", "partly", "unmet"}
    for text, grade in offered:
        assert graded_words.suggest_achievement(target, text) == grade, text


def test_official_words_end_the_list_and_count_by_themselves() -> None:
    words = [text for text, _ in graded_words.proposed_answers("提高")][-3:]
    assert [measures.achievement_in(text) for text in words] == ["met", "partly", "unmet"]


@pytest.mark.parametrize("target", ["≥95%", "12场", "2023年12月底前", "80%-90%", " "])
def test_nothing_is_offered_for_what_is_no_words(target: str) -> None:
    assert graded_words.proposed_answers(target) == ()


@pytest.mark.parametrize("target", ["不下降", "未增加", "不减少", "持平", "基本不变"])
def test_a_target_that_nothing_moves_has_no_direction(target: str) -> None:
    assert graded_words.detect_trend(target) is None
    assert not {"下降", "上升", "显著下降", "显著增加"} & {text for text, _ in graded_words.proposed_answers(target)}


def test_a_target_that_should_fall_offers_a_rise_as_its_failure() -> None:
    assert ("上升", "unmet") in graded_words.proposed_answers("减少")
    assert ("下降", "unmet") in graded_words.proposed_answers("提高")
