"""Texts that look alike are one, and what is found in the folded text is known in the typed one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.domain.form.look_alikes import (
    compact_text,
    folded_readings,
    has_words,
    search_line,
    search_words,
    visible_text,
)

KANGXI = [chr(code) for code in range(0x2F00, 0x2FD6)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("⾦⾊", "金色"),
        ("⻓⻔⻅⻋⻢", "长门见车马"),
        ("⼾⼝", "户口"),
        ("\uf90a\ufa12\U0002f894", "金晴弢"),
        ("café", "cafe\u0301"),
        ("张\u034f三\u115f\u1160\u3164\uffa0\u2800丰", "张三丰"),
        ("张\u00ad三\u200b\ufe0f\U000e0041\ufff9\u2066丰", "张三丰"),
        ("ＡＢｃ１２", "abC12"),
        ("①③⁸₀❶", "13801"),
        ("甲—乙－丙−丁", "甲-乙-丙-丁"),
        ("阿·买提•江", "阿・买提‧江"),
        ("“甲”", '"甲"'),
        ("二○二三", "二〇二三"),
        ("ВМТ", "BMT"),
        ("甲\n乙　丙 丁\u2028", "甲乙丙丁"),
        ("ｶﾛﾘｰ", "カロリー"),
        ("呂內黃", "吕内黄"),
    ],
)
def test_x15_look_alikes_are_folded_to_one(one: str, other: str) -> None:
    assert compact_text(one) == compact_text(other)


@pytest.mark.parametrize(
    ("one", "other"), [("〇", "零"), ("一", "1"), ("国", "國"), ("己", "已"), ("万", "萬"), ("", "丿")]
)
def test_what_merely_means_the_same_is_not_folded(one: str, other: str) -> None:
    assert compact_text(one) != compact_text(other)


def test_x15_every_kangxi_radical_is_folded_to_an_ideograph() -> None:
    assert [sign for sign in KANGXI if not unicodedata.name(compact_text(sign)).startswith("CJK UNIFIED")] == []


@given(st.text(), st.text())
def test_folding_is_done_character_by_character_and_once(one: str, other: str) -> None:
    assert compact_text(one + other) == compact_text(one) + compact_text(other)
    assert compact_text(compact_text(one)) == compact_text(one)


@given(st.text())
def test_each_folded_character_knows_where_it_comes_from(text: str) -> None:
    for reading in folded_readings(text):
        assert len(reading.places) == len(reading.text)
        for place in range(len(reading.text)):
            start, end = reading.original_span(place, place + 1)
            assert 0 <= start < end <= len(text)


def test_a_span_takes_the_marks_that_sit_on_it() -> None:
    (reading,) = folded_readings("xe\u0301\u0332y")
    assert reading.text == "xey"
    assert reading.original_span(1, 2) == (1, 4)


def test_a_numbered_text_is_read_in_two_ways() -> None:
    assert [reading.text for reading in folded_readings("②13")] == ["213", "#13"]


def test_visible_text_is_what_paper_shows() -> None:
    assert visible_text("138\u200b0013 8000") == "1380013 8000"


def test_x15_a_search_finds_look_alikes_in_any_spacing_but_not_across_texts() -> None:
    line = search_line("⾦融 扶持", "某局")
    assert has_words(line, search_words("金融扶 某\u200b局"))
    assert not has_words(line, search_words("持某"))
    assert has_words(line, search_words(" "))
