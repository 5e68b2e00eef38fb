"""A word is found wherever the eye finds it; an amount by its value, a number by its digits."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.domain.form.amounts import money_text, plain_number
from selfeval_desktop.domain.reading.word_finder import WordFinder, find_amount


def found(word: str, text: str, money_unit: str = "") -> list[str]:
    return [text[start:end] for start, end in WordFinder([word], money_unit).find_spans(text)]


AMOUNTS = [
    *("1234567", "1,234,567", "1 234 567", "1234567.00", "1,234,567.00", "１２３４５６７", "１，２３４，５６７．００"),
    *("123.4567万", "123.4567 万元", "０.01234567亿元", "123万4567元", "1.234567百万", "1'234'567", "¥1,234,567"),
    *("壹佰贰拾叁万肆仟伍佰陆拾柒元整", "一百二十三万四千五百六十七元", "1\u200b234\u3164567"),
]


@pytest.mark.parametrize("written", AMOUNTS)
@pytest.mark.parametrize("word", ["1234567", "1,234,567.00", "123.4567万", "１２３４５６７元", "0.01234567亿元"])
def test_x15_an_amount_is_found_by_its_value(word: str, written: str) -> None:
    (hit,) = found(word, f"共{written}。")
    assert hit.strip("元整¥") == written.strip(" 元整¥")


@pytest.mark.parametrize(
    "text", ["12345.67", "1234.567", "123.456万", "11234万", "223.4567万", "壹佰贰拾叁万肆仟伍佰陆拾捌"]
)
def test_another_amount_is_left(text: str) -> None:
    assert found("1234567", f"共{text}元。") == []


def test_a_figure_without_its_unit_is_found_where_its_unit_is_known() -> None:
    assert found("123.4567万元", "共123.4567。") == ["123.4567"]
    assert found("1234567", "共123.4567。", "万元") == ["123.4567"]
    assert found("1234567", "共123.4567。") == []


@given(st.integers(10_000, 10**12), st.integers(0, 99))
def test_x15_any_amount_is_found_as_it_is_printed_and_in_any_unit(whole: int, cents: int) -> None:
    value = Decimal(whole) + Decimal(cents) / 100
    writings = [plain_number(value), money_text(value), f"{plain_number(value / 10_000)}万元"]
    for word in writings:
        for text in writings:
            assert found(word, f"共{text}，") != [], (word, text)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("13912345678", "139.1234.5678"),
        ("13912345678", "139、1234\n5678"),
        ("13912345678", "+86 139 1234 5678"),
        ("139/1234/5678", "13912345678"),
        ("+86 13912345678", "13912345678"),
        ("02162345678", "+86 21 6234 5678"),
        ("021-62345678", "（021）6234 5678"),
        ("31010119900101123X", "310101 1990/01/01 123x"),
        ("6222021234567890123", "6222 0212 3456 7890 123"),
    ],
)
def test_x15_a_number_is_found_by_its_digits(word: str, text: str) -> None:
    assert found(word, f"问{text}。") == [text]


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("金额", "⾦\u3164额"),
        ("⾦额", "金 额"),
        ("é甲", "e\u0301甲"),
        ("e\u0301甲", "é甲"),
        ("A——B", "ａ—b"),
        ("张三丰", "张\u0332三\u0332丰\u0332"),
        ("甲.*]^-乙", "甲.*]^－乙"),
        ("张三丰", "张\n三\t丰"),
        ("甲,乙", "甲，乙"),
    ],
)
def test_x15_exactly_the_characters_of_the_word_are_found(word: str, text: str) -> None:
    assert found(word, f"由{text}负责") == [text]


def test_a_comma_of_full_width_parts_figures() -> None:
    text = "1,234,567.00，123.4567万元，5，123.4567万"
    assert found("1234567", text) == ["1,234,567.00", "123.4567万", "123.4567万"]
    assert found("1234567", "2,123.4567万") == []


def test_words_that_overlap_are_one_stretch() -> None:
    assert [*WordFinder(["张三", "三丰"]).find_spans("由张三丰负责")] == [(1, 4)]


def test_an_amount_of_another_cell_is_found_only_by_itself() -> None:
    assert find_amount(Decimal(140908), "全年140,908.00元")
    assert find_amount(Decimal(140908), "全年14.0908万元")
    assert not find_amount(Decimal(140908), "全年2,140,908.00元")


INVISIBLE = st.text(
    st.sampled_from("\u034f\u115f\u1160\u3164\uffa0\u2800\u200b\u00ad\ufe0f\u2066\U000e0041\ufff9\u180e \n\u3000")
)
WORD = st.text(
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5) | st.sampled_from("abcXYZ"), min_size=2, max_size=6
)
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


@given(WORD, st.lists(INVISIBLE, min_size=6, max_size=6))
def test_x15_nothing_unseen_between_its_characters_hides_a_word(word: str, gaps: list[str]) -> None:
    written = "".join(f"{gap}{character}" for gap, character in zip(gaps, word, strict=False))
    text = f"由{written}负责"
    spans = WordFinder([word]).find_spans(text)
    left = list(text)
    for start, end in reversed(spans):
        left[start:end] = "■"
    assert spans != []
    assert word not in "".join("".join(left).split())


@given(WORD)
def test_x15_neither_width_nor_case_hides_a_word(word: str) -> None:
    assert found(word, f"由{word.translate(WIDE).swapcase()}负责") != []
