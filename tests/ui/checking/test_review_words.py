"""A reviewer's questions: one for every rule that is no error, by theme, with place and answer."""

import pytest

from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.rules.accepted_findings import explain_finding, separate_explained
from selfeval_desktop.domain.rules.catalogue import RULES
from selfeval_desktop.domain.rules.deductions import estimate_review
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.ui.checking import review_words
from selfeval_desktop.wording.rules import RULE_WORDS
from selfeval_desktop.wording.rules.rule_words import ReviewTheme
from tests.builders import complete_form, mof_2020, with_row

WORDS = with_row(complete_form(unit=""), 4, target="满意", actual="满意", achievement="met")


def test_every_warning_and_hint_has_its_question_and_no_error_has() -> None:
    asking = {code for code, words in RULE_WORDS.items() if words.question}
    assert asking == {code for code, rule in RULES.items() if rule.severity is not Severity.ERROR}
    assert asking == {code for code, words in RULE_WORDS.items() if words.theme is not None}


@pytest.mark.parametrize("theme", ReviewTheme)
def test_each_theme_has_a_name(theme: ReviewTheme) -> None:
    assert 0 < len(review_words.theme_name(theme)) <= 10


def test_questions_come_by_theme_with_place_and_answer() -> None:
    (finding,) = (each for each in evaluate(WORDS, mof_2020()).findings if each.code == "K43")
    form = explain_finding(WORDS, finding, "问卷只有文字")
    asked = review_words.review_questions(
        separate_explained(form, evaluate(form, mof_2020()).findings).all_findings, mof_2020()
    )
    ((theme, (question,)),) = asked
    assert theme is ReviewTheme.DESIGN
    assert question.asked == "满意度是怎样调查的，结果是百分之几？"
    assert (question.place, question.answer) == ("指标 · 第 5 行 · 年度指标值", "问卷只有文字")
    sheet = review_words.review_questions_sheet(asked, "宣传与推广（2023 年度）")
    texts = [cell.text for cell in sheet.cells]
    assert sheet.title == "填报质量体检"
    assert "指标设得合不合适" in texts
    assert "问卷只有文字" in texts


def test_without_questions_the_paper_says_so() -> None:
    assert review_words.review_questions((), mof_2020()) == ()
    assert (
        [cell.text for cell in review_words.review_questions_sheet((), "甲").cells][-1]
        == "没有发现容易被问到的地方。"
        == review_words.question_count_sentence(0)
    )


def test_what_reviewers_may_take_is_told_with_its_source_and_stays_off_paper() -> None:
    form = with_row(complete_form(), 0, level3="资金拨付完成率")
    found = evaluate(form, mof_2020())
    estimate = estimate_review(found.findings, found)
    assert review_words.estimate_sentence(estimate) == (
        "自评 100.00 分，若按复核口径约 80.00 分。这是按一份审核底稿的扣分规则估计的，各地不一；每行只计最重的一条。"
    )
    told = review_words.points_at_stake_sentence(estimate.points_of_rule("K69"))
    assert told == "复核可能扣 20 分（第 12 条，以付款作指标）"
    asked = review_words.review_questions(separate_explained(form, found.findings).all_findings, mof_2020())
    texts = [cell.text for cell in review_words.review_questions_sheet(asked, "甲").cells]
    assert not [text for text in texts if "复核可能" in text or "口径" in text]


def test_without_points_at_stake_nothing_is_said_of_them() -> None:
    found = evaluate(complete_form(), mof_2020())
    assert review_words.estimate_sentence(estimate_review(found.findings, found)) == ""
    assert review_words.points_at_stake_sentence(()) == ""
