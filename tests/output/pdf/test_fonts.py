"""Each character comes from the first font that has it, and copies back as itself."""

import pytest

from selfeval_desktop.output.pdf.fonts import BODY, RARE, SONG, TITLE, Typeface
from tests.output import sheets


def test_widths_are_in_em() -> None:
    assert BODY.width("绩效") == 2.0
    assert 0.4 < BODY.width("8") < 0.6


def test_a_text_of_common_characters_is_one_run() -> None:
    BODY.width("项目支出绩效自评表(2023年度)")
    assert list(BODY.runs("项目支出绩效自评表(2023年度)")) == [(SONG, "项目支出绩效自评表(2023年度)")]


def test_what_the_first_font_lacks_comes_from_the_next() -> None:
    face = Typeface(SONG, RARE)
    face.width("完成☑否")
    assert list(face.runs("完成☑否")) == [(SONG, "完成"), (RARE, "☑"), (SONG, "否")]


@pytest.mark.parametrize("face", [BODY, TITLE])
def test_the_rare_characters_of_names_are_all_there(face: Typeface) -> None:
    assert face.missing(sheets.RARE) == ""


def test_a_character_that_no_font_has_is_listed_once_and_has_a_width() -> None:
    assert BODY.missing("一\U00030000二\U00030000") == "\U00030000"
    assert BODY["\U00030000"] > 0


def test_a_missing_character_stays_missing_when_it_was_drawn() -> None:
    Typeface(SONG).width("\U00030001")
    assert Typeface(SONG).missing("\U00030001") == "\U00030001"
