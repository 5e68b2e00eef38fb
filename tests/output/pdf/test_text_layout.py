"""Lines end where a Chinese typesetter ends them, and no character is lost."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.output.pdf.text_layout import balanced_lines, break_lines


class Ems(defaultdict[str, float]):
    """Half an em for ASCII, one for everything else."""

    def __missing__(self, character: str) -> float:
        return 0.5 if character.isascii() else 1.0


EMS = Ems()


def test_text_that_fits_is_one_line() -> None:
    assert break_lines("绩效指标", 4, EMS) == ["绩效指标"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert break_lines("", 4, EMS) == [""]


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
    ],
)
def test_figures_words_and_units_stay_whole(piece: str) -> None:
    lines = break_lines(f"绩效指标完成{piece}以上", 7, EMS)
    assert any(piece in line for line in lines)


def test_a_word_longer_than_the_line_is_split() -> None:
    assert break_lines("A" * 10, 3, EMS) == ["AAAAAA", "AAAA"]


def test_straight_quotes_stay_with_what_they_quote() -> None:
    assert break_lines('确保"案结事了"落实', 2.5, EMS) == ["确保", '"案结', '事了"', "落实"]


def test_a_column_narrower_than_a_character_takes_one_a_line() -> None:
    assert break_lines("绩效", 0.5, EMS) == ["绩", "效"]


def test_spaces_at_a_break_are_dropped() -> None:
    assert break_lines("完成目标  合格", 4, EMS) == ["完成目标", "合格"]


def test_centred_lines_are_about_equally_long() -> None:
    assert break_lines("社会效益指标", 5, EMS) == ["社会效益指", "标"]
    assert balanced_lines("社会效益指标", 5, EMS) == ["社会效", "益指标"]


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
    assert all(sum(EMS[character] for character in line) <= width + 1e-6 for line in lines)
