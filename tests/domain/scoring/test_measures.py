"""The reader of targets and actual values, on 62 pairs from real forms and on what people may type."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.domain.scoring.measures import (
    Direction,
    achievement_in,
    comparable_numbers,
    read_measure,
    same_value,
)

# Target, actual value; then the target's class and operator, and both figures with their units ("" for words).
REAL_PAIRS = (
    ("=100%", "100%", "EQUAL", "=", "100%", "100%"),
    ("提高", "提高", "WORDS", "", "", ""),
    ("=95%", "95%", "EQUAL", "=", "95%", "95%"),
    ("良好", "良好", "WORDS", "", "", ""),
    ("高", "高", "WORDS", "", "", ""),
    (">=85%", "85%", "MORE", "≥", "85%", "85%"),
    (">=80%", "80%", "MORE", "≥", "80%", "80%"),
    (">=95%", "95%", "MORE", "≥", "95%", "95%"),
    ("有效", "有效", "WORDS", "", "", ""),
    ("下降", "下降", "WORDS", "", "", ""),
    ("减少", "减少", "WORDS", "", "", ""),
    ("改善", "改善", "WORDS", "", "", ""),
    ("及时", "及时", "WORDS", "", "", ""),
    ("43.2", "37.24", "EQUAL", "", "43.2", "37.24"),
    ("100", "100", "EQUAL", "", "100", "100"),
    ("≧735人次", "735", "MORE", "≥", "735人次", "735"),
    ("≧100%", "100%", "MORE", "≥", "100%", "100%"),
    ("═100%", "100%", "EQUAL", "=", "100%", "100%"),
    ("═100%", "98%", "EQUAL", "=", "100%", "98%"),
    ("≧95%", "100%", "MORE", "≥", "95%", "100%"),
    ("完成1部宣传片,2套方案", "完成1部宣传片,2套方案", "WORDS", "", "", ""),
    ("通过", "通过", "WORDS", "", "", ""),
    ("6月份完成宣传片制作;9月份完成文本;11月完成专家评审", "完成", "BY_HAND", "", "", ""),
    ("200万", "195.5万元", "EQUAL", "", "200万", "195.5万元"),
    ("统筹海绵城市项目谋划", "完成", "WORDS", "", "", ""),
    ("指导城市建设", "完成", "WORDS", "", "", ""),
    ("有利于城市生态、韧性发展", "完成", "WORDS", "", "", ""),
    ("满意", "完成", "WORDS", "", "", ""),
    ("≥266米", "≥266米", "MORE", "≥", "266米", "266米"),
    ("≥50厘米", "≥50厘米", "MORE", "≥", "50厘米", "50厘米"),
    ("100%", "100%", "EQUAL", "", "100%", "100%"),
    ("≥90%", "≥90%", "MORE", "≥", "90%", "90%"),
    ("20万元", "20万元", "EQUAL", "", "20万元", "20万元"),
    ("≥1000人", "≥1000人", "MORE", "≥", "1000人", "1000人"),
    ("显著提升", "显著提升", "WORDS", "", "", ""),
    ("≥95%", "≥95%", "MORE", "≥", "95%", "95%"),
    ("≥3次", "3", "MORE", "≥", "3次", "3"),
    ("创业能力提升", "达成预期指标", "WORDS", "", "", ""),
    ("2022年底之前", "达成预期指标", "BY_HAND", "", "", ""),
    ("≥5万元", "5", "MORE", "≥", "5万元", "5"),
    ("农民增收", "达成预期指标", "WORDS", "", "", ""),
    ("巩固拓展脱贫攻坚成果", "达成预期指标", "WORDS", "", "", ""),
    ("能力持续提升", "达成预期指标", "WORDS", "", "", ""),
    ("创业热情高涨", "达成预期指标", "WORDS", "", "", ""),
    (">=90%", "100%", "MORE", "≥", "90%", "100%"),
    ("15", "6", "EQUAL", "", "15", "6"),
    ("11442", "4164", "EQUAL", "", "11442", "4164"),
    ("8000", "12767.36", "EQUAL", "", "8000", "12767.36"),
    ("1980", "2074", "EQUAL", "", "1980", "2074"),
    ("90", "100", "EQUAL", "", "90", "100"),
    ("≧20000亩", "20000亩", "MORE", "≥", "20000亩", "20000亩"),
    ("≧500亩", "500亩", "MORE", "≥", "500亩", "500亩"),
    ("≧1000亩", "1000亩", "MORE", "≥", "1000亩", "1000亩"),
    ("≧18500亩", "18500亩", "MORE", "≥", "18500亩", "18500亩"),
    ("≧15组", "15组", "MORE", "≥", "15组", "15组"),
    ("≧5组", "5组", "MORE", "≥", "5组", "5组"),
    ("≧3组", "3组", "MORE", "≥", "3组", "3组"),
    ("≧2组", "2组", "MORE", "≥", "2组", "2组"),
    ("≧60个", "105个", "MORE", "≥", "60个", "105个"),
    ("≧300户", "300户", "MORE", "≥", "300户", "300户"),
    ("≧80%", "85.6%", "MORE", "≥", "80%", "85.6%"),
    ("5000户", "5000户", "EQUAL", "", "5000户", "5000户"),
)


def figure(text: str) -> str:
    measure = read_measure(text)
    return "" if measure.number is None else f"{measure.number:f}{measure.unit}"


@pytest.mark.parametrize(("target", "actual", "direction", "operator", "wanted", "reached"), REAL_PAIRS)
def test_real_pairs_are_read_as_a_person_would(
    target: str, actual: str, direction: str, operator: str, wanted: str, reached: str
) -> None:
    measure = read_measure(target)
    assert (measure.direction, measure.operator) == (Direction[direction], operator)
    assert (figure(target), figure(actual)) == (wanted, reached)


def test_all_pairs_that_were_collected_are_here() -> None:
    assert len(REAL_PAIRS) == 62


@pytest.mark.parametrize(
    ("operator", "texts"),
    [
        (
            "≥",
            [
                "≥5",
                "≧5",
                ">=5",
                "＞＝5",
                "不少于5",
                "不低于5",
                "5以上",
                "5及以上",
                "至少5",
                "大于等于5",
                "≥5以上",
            ],
        ),
        (
            "≤",
            [
                "≤5",
                "≦5",
                "<=5",
                "＜＝5",
                "不超过5",
                "不高于5",
                "不大于5",
                "5以内",
                "5内",
                "5以下",
                "小于或等于5",
            ],
        ),
        (">", [">5", "＞5", "超过5", "大于 5"]),
        ("<", ["<5", "＜5", "小于5"]),
        ("=", ["=5", "＝5", "﹦5", "═5", "等于5"]),
        ("", ["5", "５", " 5 ", "5.0", "完成5"]),
    ],
)
def test_an_operator_is_the_same_however_it_is_typed(operator: str, texts: list[str]) -> None:
    assert {(read_measure(text).operator, read_measure(text).number) for text in texts} == {(operator, Decimal(5))}


@pytest.mark.parametrize("text", ["95%", "９５％", "95 %", "百分之95", "95百分比", "达到95%"])
def test_a_percent_is_the_same_however_it_is_typed(text: str) -> None:
    assert (read_measure(text).number, read_measure(text).unit) == (Decimal(95), "%")


def test_98_percent_and_above_is_at_least_98_percent() -> None:
    assert read_measure("98%以上") == read_measure("≥98%")


@pytest.mark.parametrize(
    "text",
    [
        "80%-90%",
        "20~30人",
        "20～30人",
        "3至5次",
        "3次至5次",
        "2023年12月底前",
        "2023-12-31",
        "6月底前",
        "年底前",
        "≤5以上",
    ],
)
def test_ranges_dates_and_contradictions_are_scored_by_hand(text: str) -> None:
    assert read_measure(text) == read_measure("2022年底之前")
    assert read_measure(text).direction is Direction.BY_HAND


@pytest.mark.parametrize("text", ["", "  ", "提高", "1部宣传片，2套方案", "A级", "第一名", "5" + "个" * 20])
def test_what_holds_no_single_figure_is_words(text: str) -> None:
    assert read_measure(text).direction is Direction.WORDS
    assert read_measure(text).number is None


@pytest.mark.parametrize(
    ("text", "unit"), [("≥500㎡", "平方米"), ("≤3年", "年"), ("12个月", "个月"), ("1,200万元", "万元")]
)
def test_a_unit_is_what_follows_the_number(text: str, unit: str) -> None:
    assert read_measure(text).unit == unit


@pytest.mark.parametrize(
    ("target", "actual", "pair"),
    [
        ("≥3次", "3", (3, 3)),
        ("100", "98%", (100, 98)),
        ("5万元", "48000元", (50000, 48000)),
        ("1亿元", "9800万元", (100000000, 98000000)),
        ("200万", "195.5万元", (2000000, 1955000)),
        ("≥95%", "960‰", (Decimal("0.95"), Decimal("0.96"))),
        ("≥266米", "266厘米", None),
        ("≥95%", "提高", None),
        ("提高", "95%", None),
    ],
)
def test_figures_are_compared_on_one_scale(target: str, actual: str, pair: tuple[Decimal, Decimal] | None) -> None:
    assert comparable_numbers(read_measure(target), read_measure(actual)) == pair


@pytest.mark.parametrize(
    ("target", "actual"), [("=100%", "100%"), (">=95%", "95.0%"), ("提 高", "提高"), ("≥266米", "≥266米")]
)
def test_an_actual_value_that_repeats_its_target_is_seen(target: str, actual: str) -> None:
    assert same_value(target, actual)


@pytest.mark.parametrize(("target", "actual"), [("≥95%", "96%"), ("提高", "良好"), ("3次", "3"), ("2次", "2个")])
def test_another_value_is_no_repetition(target: str, actual: str) -> None:
    assert not same_value(target, actual)


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("达成预期指标", "met"),
        ("达成", "met"),
        (" 部分达成 ", "partly"),
        ("未达成。", "unmet"),
        ("完成", None),
        ("", None),
    ],
)
def test_the_official_words_state_a_grade(text: str, grade: str | None) -> None:
    assert achievement_in(text) == grade


@given(st.text(max_size=40))
def test_any_text_can_be_read(text: str) -> None:
    measure = read_measure(text)
    assert (measure.number is None) == (measure.direction in {Direction.WORDS, Direction.BY_HAND})
