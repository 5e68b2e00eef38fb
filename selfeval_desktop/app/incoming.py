"""Forms recognised in an office's file, shown before any of it is imported."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.over_time.differences import filled_cells
from selfeval_desktop.domain.reading.read_form import ReadForm

SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv")
DOCUMENTS = (".docx", ".docm")
_OTHERS = (
    *(
        ".htm",
        ".html",
        ".mht",
        ".mhtml",
        ".xml",
        ".fods",
        ".txt",
        ".tsv",
        ".prn",
        ".xlt",
        ".xltx",
        ".xltm",
        ".ett",
        ".dotx",
    ),
    *(
        ".doc",
        ".dot",
        ".wps",
        ".wpt",
        ".rtf",
        ".odt",
        ".pdf",
        ".ofd",
        ".xlsb",
        ".ppt",
        ".pptx",
        ".dps",
        ".zip",
        ".rar",
        ".7z",
    ),
    *(".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff", ".webp"),
)
"""Some of these are read; of the others the gate says what they are and what to do instead."""


BELOW_TABLE = 100_000
"""The number of the first row below a table: a line of text that stands there."""


class RecognisedKind(StrEnum):
    """What was recognised: a whole form, the targets of a project before its year, or rows of indicators alone."""

    FORM = "form"
    TARGETS = "targets"
    ROWS = "rows"


class Container(StrEnum):
    """What a block of cells stood in."""

    SHEET = "sheet"
    TABLE = "table"
    TEXT = "text"


class PassedOverReason(StrEnum):
    """Why a part of a file was passed over."""

    HIDDEN = "hidden"  # a hidden sheet
    HIDDEN_ROWS = "hidden_rows"  # the text is their numbers
    HIDDEN_COLUMNS = "hidden_columns"  # the text is their letters, or their numbers in a table
    NO_FORM = "no_form"  # nothing recognised in it, and hardly anything there: a cover
    NO_PLACE = "no_place"  # nothing recognised in it, though it holds more
    TOO_BIG = "too_big"  # more cells than any form has
    FAR = "far"  # single cells far from all others; the text is the address of the first


@dataclass(frozen=True, slots=True)
class BlockSource:
    """Where a block stood: `name` is that of the sheet, or the number of the table.

    `rows` and `columns` are the numbers from 0 that the block's rows and columns have there; a negative one stands above
    the table, one from `BELOW_TABLE` on below it. Where a form stands in several sheets or tables, `names` has that of each row, and `shifts` how many
    columns its cells were moved to the right.
    """

    container: Container
    name: str
    rows: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    shifts: tuple[int, ...] = ()

    def name_at(self, row: int) -> str:
        """The sheet or table that this row of the block stands in."""
        return self.names[row] if self.names else self.name

    def column_at(self, row: int, column: int) -> int:
        """The number of the column there."""
        return self.columns[column] - (self.shifts[row] if self.shifts else 0)


@dataclass(frozen=True, slots=True)
class PassedOverPart:
    """A part of the file that was passed over."""

    container: Container
    name: str
    remark: PassedOverReason
    text: str = ""


@dataclass(frozen=True, slots=True)
class Recognised:
    """One recognised block, read under each template that knows it: `readings` by template, the best first."""

    source: BlockSource
    kind: RecognisedKind
    readings: Sequence[ReadForm]


@dataclass(frozen=True, slots=True)
class Incoming:
    """All of one file. A file with nothing in it is refused instead (UnfitFile)."""

    path: Path
    found: tuple[Recognised, ...]
    notes: tuple[PassedOverPart, ...]

    @property
    def recognised_forms(self) -> tuple[Recognised, ...]:
        """What becomes a form of its own: rows and targets only where there is no whole form."""
        whole = tuple(each for each in self.found if each.kind is RecognisedKind.FORM)
        return whole or self.found


def is_office_file(path: Path) -> bool:
    """Whether the name says that it is a spreadsheet, a document or a list; others are read as JSON."""
    return path.suffix.lower() in {*SPREADSHEETS, *DOCUMENTS, *_OTHERS}


def cell_address(row: int, column: int) -> str:
    """As spreadsheets name a cell: C5; both count from 0."""
    return f"{column_letters(column)}{row + 1}"


def column_letters(column: int) -> str:
    """As spreadsheets name a column, which counts from 0: C."""
    letters, number = "", column + 1
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def form_marked_imported(read: ReadForm) -> Form:
    """The form with all that was taken marked as imported."""
    cells = [cell for cell in read.taken if edits.cell_text(read.form, cell)]
    return edits.mark_origin(read.form, cells, ValueOrigin.IMPORTED)


def mark_all_imported(form: Form) -> Form:
    """The form as it comes in from elsewhere: every filled value is marked until the user confirms it."""
    return edits.mark_origin(form, filled_cells(form), ValueOrigin.IMPORTED)
