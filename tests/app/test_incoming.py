"""What an office's file holds, and what of it becomes a form."""

from pathlib import Path

import pytest

from selfeval_desktop.app.incoming import (
    BlockSource,
    Container,
    Incoming,
    Recognised,
    RecognisedKind,
    cell_address,
    form_marked_imported,
    is_office_file,
)
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.reading.read_form import ReadForm
from tests.builders import complete_form

READ = ReadForm(complete_form(), (FieldRef.head("year"), FieldRef.fund("other", "executed")), ())


def found(kind: RecognisedKind) -> Recognised:
    return Recognised(BlockSource(Container.SHEET, "表"), kind, (READ,))


def test_lesser_finds_become_forms_only_where_there_is_no_whole_one() -> None:
    whole, rows, targets = map(found, (RecognisedKind.FORM, RecognisedKind.ROWS, RecognisedKind.TARGETS))
    assert Incoming(Path("a.xlsx"), (rows, whole, targets), ()).recognised_forms == (whole,)
    assert Incoming(Path("a.xlsx"), (rows, targets), ()).recognised_forms == (rows, targets)


@pytest.mark.parametrize(
    ("row", "column", "text"),
    [(0, 0, "A1"), (4, 2, "C5"), (0, 25, "Z1"), (9, 26, "AA10"), (1_048_575, 16_383, "XFD1048576")],
)
def test_cells_are_named_as_spreadsheets_name_them(row: int, column: int, text: str) -> None:
    assert cell_address(row, column) == text


@pytest.mark.parametrize("name", ["a.xlsx", "A.XLS", "a.ods", "a.docx", "a.csv", "a.doc", "a.pdf"])
def test_office_files_are_known_by_their_names(name: str) -> None:
    assert is_office_file(Path(name))


@pytest.mark.parametrize("name", ["a.json", "a"])
def test_everything_else_is_json(name: str) -> None:
    assert not is_office_file(Path(name))


def test_what_was_taken_is_marked_as_imported() -> None:
    form = form_marked_imported(READ)
    assert form.cell_origin(FieldRef.head("year")) is ValueOrigin.IMPORTED
    assert form.cell_origin(FieldRef.fund("other", "executed")) is None
    assert form.cell_origin(FieldRef.head("unit")) is None
