"""Phrases take a row's own figures, reasons go behind what a cell holds, and what can be picked comes once."""

import pytest

from selfeval_desktop.domain.form.form import Indicator
from selfeval_desktop.domain.over_time import library
from selfeval_desktop.domain.over_time.library import KnownIndicator, Outcome, Phrase, SourceForm, WrittenReason
from tests.builders import mof_2020

ROW = Indicator(level3="登记单\n印刷率", target="=95%", actual="87%。")
OLD, NEW = SourceForm("宣传", 2022), SourceForm("宣传", 2023)


def known(level3: str, source: SourceForm | None = None, level2: str = "数量指标") -> KnownIndicator:
    return KnownIndicator("产出指标", level2, level3, "≥1项", source)


def test_a_phrase_takes_the_figures_of_its_row_as_they_read_in_a_sentence() -> None:
    phrase = Phrase("{level3}为{actual}，目标为{target}。", "改进{level3}。")
    assert phrase.text_for(ROW) == "登记单印刷率为87%，目标为95%。改进措施：改进登记单印刷率。"


def test_a_phrase_is_not_for_a_row_that_lacks_what_it_quotes() -> None:
    assert Phrase("完成{actual}。", "加快。").text_for(Indicator(target="1")) is None
    assert Phrase("延期。", "加快。").text_for(Indicator()) == "延期。改进措施：加快。"


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        ("≥95%", "90%", "missed"),
        ("≥95%", "95%", "met"),
        ("≥95%", "99%", "exceeded"),
        ("≤30日", "40日", "missed"),
        ("≤30日", "20日", "met"),
        ("提高", "提高", None),
        ("≥95%", "", None),
    ],
)
def test_a_target_is_missed_met_or_exceeded_where_numbers_tell(
    target: str, actual: str, expected: Outcome | None
) -> None:
    assert library.target_outcome(Indicator(target=target, actual=actual)) == expected


def test_a_phrase_about_a_missed_target_is_not_for_one_that_was_met() -> None:
    missed, exceeded = (Phrase("因故。", "改进。", when) for when in ("missed", "exceeded"))
    offered = {
        actual: [phrase.text_for(Indicator(target="≥5", actual=actual)) is not None for phrase in (missed, exceeded)]
        for actual in ("4", "5", "6", "若干")
    }
    assert offered == {"4": [True, False], "5": [False, False], "6": [False, True], "若干": [True, True]}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "延期。"),
        (" \n", "延期。"),
        ("印数核减", "印数核减。延期。"),
        ("印数核减。", "印数核减。延期。"),
        ("原因：", "原因：延期。"),
        ("印数核减\n", "印数核减。\n延期。"),
        ("他说“已核减。”", "他说“已核减。”延期。"),
        ("印数核减（见附件）", "印数核减（见附件）。延期。"),
    ],
)
def test_a_reason_goes_behind_what_is_there_with_one_stop_between(before: str, after: str) -> None:
    assert library.append_text(before, "延期。") == after


def test_reasons_that_say_nothing_are_left_out_and_each_comes_once_as_it_came_first() -> None:
    texts = ["无", " 暂无。", "0", "", "延期。", "预算 调整。", "预算调整。 "]
    written = [WrittenReason(text, NEW) for text in texts] + [WrittenReason("延期。", OLD)]
    assert library.distinct_reasons(written) == (
        WrittenReason("延期。", NEW),
        WrittenReason("预算 调整。", NEW),
    )


def test_no_more_reasons_are_read_than_can_be_looked_through() -> None:
    texts = iter([WrittenReason(f"原因{number}", NEW) for number in range(library.MOST_REASONS + 5)])
    assert len(library.distinct_reasons(texts)) == library.MOST_REASONS
    assert len(list(texts)) == 5


def test_an_indicator_comes_once_by_its_levels_and_name_the_first_kept() -> None:
    again = KnownIndicator("产出指标(50分)", "数量\n指标", "印 刷率", "≥9项", OLD)
    found = library.distinct_indicators([known("印刷率", NEW), again, known("印刷率", OLD, "质量指标")])
    assert found == (known("印刷率", NEW), known("印刷率", OLD, "质量指标"))


@pytest.mark.parametrize("name", ["", "……", "指标1", "指标", "—"])
def test_what_an_empty_template_prints_is_no_indicator(name: str) -> None:
    assert library.distinct_indicators([known(name)]) == ()


def test_indicators_are_bounded() -> None:
    many = (known(f"第{number}项") for number in range(library.MOST_INDICATORS + 5))
    assert len(library.distinct_indicators(many)) == library.MOST_INDICATORS


def test_what_the_ledger_has_itself_is_not_offered_for_reference_as_well() -> None:
    assert library.merge_known_indicators([known("甲", NEW)], [known("甲"), known("乙")]) == (
        known("甲", NEW),
        known("乙"),
    )


def test_indicators_stand_in_the_order_of_the_template_with_its_names() -> None:
    rows = [
        KnownIndicator("其他指标", "甲", "戊", ""),
        KnownIndicator("满意度\n指标", "服务对象满意度指标", "丁", ""),
        KnownIndicator("产出指标(50分)", "自设指标", "丙", ""),
        KnownIndicator("产出指标", "质量指标", "乙", ""),
        KnownIndicator("产出指标", "数量指标", "甲", ""),
    ]
    found = library.sort_by_level(rows, mof_2020())
    assert [each.level3 for each in found] == ["甲", "乙", "丙", "丁", "戊"]
    assert (found[2].level1, found[3].level1) == ("产出指标", "满意度指标")


def test_a_row_made_of_an_indicator_has_yet_to_be_reported_on() -> None:
    assert known("甲", NEW).as_indicator == Indicator(level1="产出指标", level2="数量指标", level3="甲", target="≥1项")
