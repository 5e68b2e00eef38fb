"""What is said of an office's file names sheet and cell, and leaves nothing without a word."""

from pathlib import Path

import pytest

from selfeval_desktop.app.incoming import (
    BlockSource,
    Container,
    Incoming,
    PassedOverPart,
    PassedOverReason,
    Recognised,
    RecognisedKind,
)
from selfeval_desktop.domain.reading.pasting import Refusal, RefusedText
from selfeval_desktop.domain.reading.read_form import ImportedPart, ReadForm
from selfeval_desktop.wording import incoming
from tests.builders import complete_form

READ = ReadForm(
    complete_form(), (), (RefusedText(1, 1, "甲\n乙", Refusal.UNKNOWN), RefusedText(0, 0, "", Refusal.FAULT))
)


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        (
            BlockSource(Container.SHEET, "表一", (2, 6), (1, 27)),
            ["工作表“表一” AB7“甲 乙”：不知道该填在哪里", "工作表“表一” B3：公式出错，这一格空着，请填写"],
        ),
        (
            BlockSource(Container.SHEET, "", (2, 6), (1, 27)),
            ["文件 AB7“甲 乙”：不知道该填在哪里", "文件 B3：公式出错，这一格空着，请填写"],
        ),
        (
            BlockSource(Container.TABLE, "2", (-1, 6), (0, 1)),
            [
                "第 2 个表格第 7 行第 2 列“甲 乙”：不知道该填在哪里",
                "第 2 个表格上方：公式出错，这一格空着，请填写",
            ],
        ),
    ],
)
def test_a_doubt_names_its_place(source: BlockSource, lines: list[str]) -> None:
    assert incoming.file_doubt_lines(source, READ) == lines


@pytest.mark.parametrize("remark", PassedOverReason)
def test_every_remark_names_the_sheet(remark: PassedOverReason) -> None:
    told = incoming.passed_over_sentence(PassedOverPart(Container.SHEET, "附表", remark, "XFD9"))
    assert told.startswith("工作表“附表”")
    named = {PassedOverReason.FAR, PassedOverReason.HIDDEN_ROWS, PassedOverReason.HIDDEN_COLUMNS}
    assert ("XFD9" in told) is (remark in named)


def test_covers_go_without_a_word_beside_forms() -> None:
    notes = tuple(
        PassedOverPart(Container.SHEET, "附表", remark)
        for remark in (PassedOverReason.NO_FORM, PassedOverReason.HIDDEN)
    )
    assert incoming.passed_over_sentences(Incoming(Path("a.xlsx"), (), notes)) == ["工作表“附表”是隐藏的，没有读。"]


def test_kinds_and_pieces_have_names() -> None:
    source = BlockSource(Container.SHEET, "")
    assert len({incoming.recognised_kind_name(Recognised(source, kind, (READ,))) for kind in RecognisedKind}) == len(
        RecognisedKind
    )
    assert len({incoming.imported_part_name(piece) for piece in ImportedPart}) == len(ImportedPart)


def test_of_very_many_doubts_the_first_are_told() -> None:
    doubts = tuple(RefusedText(0, 0, str(number), Refusal.UNKNOWN) for number in range(210))
    lines = incoming.file_doubt_lines(
        BlockSource(Container.SHEET, "表", (0,), (0,)), ReadForm(complete_form(), (), doubts)
    )
    assert len(lines) == 201
    assert lines[-1] == "还有 10 处。"
