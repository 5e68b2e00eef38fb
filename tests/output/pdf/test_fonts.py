"""Each character comes from the first font that has it, and copies back as itself."""

from dataclasses import replace
from pathlib import Path

import pytest

from selfeval_desktop import paths
from selfeval_desktop.app.ports.documents import FontOffer
from selfeval_desktop.output.pdf import fonts
from selfeval_desktop.output.pdf.fonts import BODY, HEI, RARE, SONG, TITLE, Typeface
from selfeval_desktop.output.pdf.pages import pages_of
from selfeval_desktop.output.pdf.writer import pdf_bytes
from tests.builders import complete_form
from tests.output import sheets
from tests.output.reading import Reader, holds, with_pdfium, with_pdftotext
from tests.output.sheets import printout
from tests.output.system_fonts import install, make_font


def test_widths_are_in_em() -> None:
    assert BODY.text_width("绩效") == 2.0
    assert 0.4 < BODY.text_width("8") < 0.6


def test_a_text_of_common_characters_is_one_run() -> None:
    BODY.text_width("项目支出绩效自评表(2023年度)")
    assert list(BODY.font_runs("项目支出绩效自评表(2023年度)")) == [(SONG, "项目支出绩效自评表(2023年度)")]


def test_what_the_first_font_lacks_comes_from_the_next() -> None:
    face = Typeface(SONG, RARE)
    face.text_width("完成☑否")
    assert list(face.font_runs("完成☑否")) == [(SONG, "完成"), (RARE, "☑"), (SONG, "否")]


@pytest.mark.parametrize("face", [BODY, TITLE])
def test_the_rare_characters_of_names_are_all_there(face: Typeface) -> None:
    assert face.characters_without_font(sheets.RARE) == ""


def test_a_character_that_no_font_has_is_listed_once_and_has_a_width() -> None:
    assert BODY.characters_without_font("一\U00030000二\U00030000") == "\U00030000"
    assert BODY["\U00030000"] > 0


def test_a_missing_character_stays_missing_when_it_was_drawn() -> None:
    Typeface(SONG).text_width("\U00030001")
    assert Typeface(SONG).characters_without_font("\U00030001") == "\U00030001"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this PC keeps its fonts, none so far."""
    place = tmp_path / "fonts"
    place.mkdir()
    install(place, monkeypatch)
    return place


def test_known_fonts_of_the_pc_are_offered_by_what_people_call_them(folder: Path) -> None:
    make_font(folder / "SIMFANG.TTF")
    make_font(folder / "truetype" / "simsun.ttc")
    make_font(folder / "unknown.ttf")
    assert fonts.offered_fonts() == (FontOffer("simfang", "仿宋"), FontOffer("simsun", "宋体"))


def test_a_font_that_cannot_be_embedded_is_not_offered(folder: Path) -> None:
    whole = make_font(folder / "simfang.ttf").read_bytes()
    (folder / "simsun.ttf").write_bytes(whole[:500])
    (folder / "STSONG.ttf").write_bytes(b"OTTO" + whole[4:])
    (folder / "STFANGSO.ttf").write_bytes(b"")
    make_font(folder / "FZFSK.ttf", permission=0x0002)
    assert [font.name for font in fonts.offered_fonts()] == ["simfang"]


@pytest.mark.parametrize("file", ["Chosen.ttf", "Gathered.TTC"])
def test_text_is_set_in_the_font_chosen_and_else_in_song_and_the_rare_one(folder: Path, file: str) -> None:
    make_font(folder / file)
    name = Path(file).stem
    face = fonts.body_typeface(name)
    face.text_width("项目甲☑\U00030000")
    assert list(face.font_runs("项目甲☑\U00030000")) == [
        (name, "项目"),
        (SONG, "甲"),
        (RARE, "☑"),
        (SONG, "\U00030000"),
    ]
    assert face.characters_without_font("项目甲☑\U00030000") == "\U00030000"


@pytest.mark.parametrize("read", [with_pdfium, with_pdftotext])
def test_a_form_in_the_font_chosen_holds_it_and_copies_back(folder: Path, read: Reader, tmp_path: Path) -> None:
    make_font(folder / "Embedded.ttf", family="Embedded")
    whole = printout(complete_form(project_name=f"宣传与推广{sheets.RARE}"))
    chosen = replace(whole, paper=replace(whole.paper, font="Embedded"))
    data = pdf_bytes([chosen])
    assert b"+Embedded" in data
    pages = read(data, tmp_path)
    assert [cell.text for cell in chosen.sheet.cells if not holds(pages, cell.text)] == []
    assert {run.font for page in pages_of(chosen) for run in page.runs} == {"Embedded", SONG, RARE, HEI}


def test_a_font_that_is_gone_prints_in_song(folder: Path) -> None:
    whole = printout()
    gone = replace(whole, paper=replace(whole.paper, font="Gone"))
    assert pages_of(gone) == pages_of(whole)
    assert pdf_bytes([gone]) == pdf_bytes([whole])
    assert fonts.load_font("Gone") is fonts.load_font(SONG)


def test_a_bundled_font_goes_before_one_of_the_pc(folder: Path) -> None:
    make_font(folder / f"{SONG}.ttf")
    assert paths.font_file(SONG) == paths.font_folder() / f"{SONG}.ttf"
