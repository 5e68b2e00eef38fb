"""Lines end where a Chinese typesetter ends them, and no character is lost."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.output.pdf.text_layout import HANG, Composer, Prose, balanced_lines, break_lines, line_width
from tests.output.reading import squeezed


class Ems(defaultdict[str, float]):
    """Half an em for ASCII, one for everything else."""

    def __missing__(self, character: str) -> float:
        return 0.5 if character.isascii() else 1.0


EMS = Ems()


def test_text_that_fits_is_one_line() -> None:
    assert break_lines("绩效指标", 4, EMS) == ["绩效指标"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert break_lines("", 4, EMS) == [""]


@pytest.mark.parametrize("centred", [False, True])
def test_a_column_narrower_than_its_padding_holds_texts_and_empty_ones(centred: bool) -> None:
    for text, lines in (("", [""]), ("\n", ["", ""]), ("绩效", ["绩", "效"])):
        assert Prose(text, EMS).full_lines(-0.4) == lines
        assert Prose(text, EMS).arranged_lines(-0.4, centred=centred) == lines


def test_chinese_breaks_after_any_character() -> None:
    assert break_lines("年度总体目标", 4, EMS) == ["年度总体", "目标"]


def test_line_ends_as_typed_stay_and_so_do_spaces_after_them() -> None:
    assert break_lines("一、宣传\n\n  二、培训", 8, EMS) == ["一、宣传", "", "  二、培训"]


@pytest.mark.parametrize("sign", "，。、；：？！）》”%℃")
def test_no_line_begins_with_a_closing_sign(sign: str) -> None:
    assert break_lines(f"绩效指标{sign}完成", 4, EMS) == ["绩效指", f"标{sign}完成"]


@pytest.mark.parametrize("sign", "（《“≥￥")
def test_no_line_ends_with_an_opening_sign(sign: str) -> None:
    assert break_lines(f"绩效指{sign}标完成", 4, EMS) == ["绩效指", f"{sign}标完成"]


@pytest.mark.parametrize(
    "piece",
    [
        "2,273,786.35",
        "≥95.5%",
        ">=100%",
        "2023年",
        "3,000万元",
        "80%-90%",
        "20~30人",
        "PM2.5",
        "100.00%",
        "——",
        "……",
        "■■■",
        "2023年12月",
        "31日",
        "2022年度",
        "95.5％",
        "１，２３４元",
        "５０％",
        "8:30—17:30",
        "≥ 95%",
        "100 万元",
        "第3季度",
        "5G",
        "10kg/m2",
        "COVID-19",
        "3次/年",
        "10个百分点",
        "-5℃",
        "《〈甲〉》",
        "甲”；",
        "“‘甲",
        "葛\U000e0100",
    ],
)
def test_figures_words_and_units_stay_whole(piece: str) -> None:
    for before in range(6):
        lines = break_lines(f"{'绩效指标完成'[before:]}{piece}以上", 7, EMS)
        assert any(piece in line for line in lines)


def test_a_comparison_stays_with_its_figure_and_may_begin_a_line() -> None:
    assert break_lines("完成率达到>=85%", 5.5, EMS) == ["完成率达到", ">=85%"]


def test_a_passage_tells_which_lines_end_a_paragraph() -> None:
    prose = Prose("甲乙丙丁戊\n\n己庚", EMS)
    assert prose.full_lines(3) == ["甲乙丙", "丁戊", "", "己庚"]
    assert prose.paragraph_ends(3) == {1, 2, 3}


def test_a_composer_makes_a_short_text_ready_once() -> None:
    composer = Composer(EMS)
    assert composer.make_prose("绩效指标") is composer.make_prose("绩效指标")
    for number in range(10_000):
        composer.make_prose(f"指标{number}")
    assert composer.make_prose("绩效指标").full_lines(2) == ["绩效", "指标"]


@pytest.mark.parametrize("sign", ["= ", "== ", "≥", "，", "（", "1-", "1,", '"', ">=", "第", "—", "A", "1 "])
def test_a_long_row_of_signs_is_broken_at_once(sign: str) -> None:
    text = sign * 20_000
    assert squeezed("".join(break_lines(text, 10, EMS))) == squeezed(text)


def test_a_word_longer_than_the_line_is_split() -> None:
    assert break_lines("A" * 10, 3, EMS) == ["AAAAAA", "AAAA"]


def test_straight_quotes_stay_with_what_they_quote() -> None:
    assert break_lines('确保"案结事了"落实', 2.5, EMS) == ["确保", '"案结', '事了"', "落实"]


def test_a_column_narrower_than_a_character_takes_one_a_line() -> None:
    assert break_lines("绩效", 0.5, EMS) == ["绩", "效"]


def test_spaces_at_a_break_are_dropped() -> None:
    assert break_lines("完成目标  合格", 4, EMS) == ["完成目标", "合格"]


def test_centred_lines_are_about_equally_long() -> None:
    assert balanced_lines("甲乙丙丁戊己庚", 6, EMS) in (["甲乙丙", "丁戊己庚"], ["甲乙丙丁", "戊己庚"])


@pytest.mark.parametrize(
    ("label", "width", "lines"),
    [
        ("服务对象满意度指标", 6.5, ["服务对象", "满意度指标"]),
        ("可持续影响指标", 5, ["可持续", "影响指标"]),
        ("偏差原因分析及改进措施", 6, ["偏差原因分析", "及改进措施"]),
        ("上海市松江区人民政府信访办公室", 10, ["上海市松江区", "人民政府信访办公室"]),
        ("市信访工作目标责任考核成绩", 9, ["市信访工作目标", "责任考核成绩"]),
    ],
)
def test_a_label_breaks_between_words(label: str, width: float, lines: list[str]) -> None:
    assert balanced_lines(label, width, EMS) == lines


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("信访事项办理效率", 7, ["信访事项办理", "效率"]),
        ("维稳工作开展有效性", 7, ["维稳工作开展", "有效性"]),
        ("科技特派员创业行动能力持续提升", 7, ["科技特派员创业", "行动能力持续", "提升"]),
        ("建成甲乙丙丁", 5, ["建成甲乙", "丙丁"]),
    ],
)
def test_a_short_text_breaks_between_words_too_and_else_fills_its_lines(
    text: str, width: float, lines: list[str]
) -> None:
    assert Prose(text, EMS).arranged_lines(width, centred=False) == lines


def test_no_character_stands_alone_on_the_last_line() -> None:
    assert break_lines("甲乙丙丁戊己庚辛壬癸子丑寅", 12, EMS) == ["甲乙丙丁戊己庚辛壬癸子", "丑寅"]
    assert break_lines("甲乙丙丁戊己庚辛壬癸子丑。", 12, EMS) == ["甲乙丙丁戊己庚辛壬癸", "子丑。"]


def test_a_closing_sign_may_hang_a_little_beyond_the_line() -> None:
    assert break_lines("甲乙丙，丁戊己庚", 3.7, EMS) == ["甲乙丙，", "丁戊己", "庚"]
    assert line_width("甲乙丙，", EMS) == pytest.approx(4 - HANG)


def test_balancing_never_takes_a_line_more() -> None:
    text = "上海市某区人民政府信访办公室"
    assert len(balanced_lines(text, 8, EMS)) == len(break_lines(text, 8, EMS))


TEXTS = st.text(st.sampled_from('绩效指标，。（）"≥95%.,-a B\n—…℃'), max_size=80)


@given(TEXTS, st.floats(0.2, 12))
def test_every_character_stays_in_its_order(text: str, width: float) -> None:
    for lines in (break_lines(text, width, EMS), balanced_lines(text, width, EMS)):
        assert "".join("".join(lines).split()) == "".join(text.split())


@given(TEXTS, st.floats(1.0, 12))
def test_no_line_is_wider_than_its_column(text: str, width: float) -> None:
    lines = break_lines(text, width, EMS)
    assert all(line_width(line, EMS) <= width + 1e-6 for line in lines)
