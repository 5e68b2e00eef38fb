"""The rows of a list in a spreadsheet or text file. All that `finance_list` knows of file formats is here."""

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

from selfeval_desktop.app.errors import ListFault, MissingFile, NoFinanceList, UnreadableFile
from selfeval_desktop.domain import amounts, texts

Rows = Sequence[Sequence[str]]

_TEXT = frozenset({".csv", ".txt", ".tsv"})
_SPREADSHEET = frozenset({".xlsx", ".xls", ".xlsm", ".et"})
_DELIMITERS = "\t;,"
_MOST_BYTES = 20 * 1024 * 1024
_MOST_CELLS = 2_000_000
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def tables(path: Path) -> Iterator[Rows]:
    """Each way to read the file as rows of texts: its sheets, or its lines by each delimiter.

    MissingFile, UnreadableFile, NoFinanceList.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise NoFinanceList(path, ListFault.TOO_LARGE)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise MissingFile(path) from error
    except OSError as error:
        raise UnreadableFile(path, error.strerror or str(error)) from error
    if path.suffix.lower() in _SPREADSHEET:
        yield from _sheets(path, data)
    elif path.suffix.lower() in _TEXT:
        yield from _lines(path, _decoded(path, data))
    else:
        raise NoFinanceList(path, ListFault.FORMAT)


def _sheets(path: Path, data: bytes) -> Iterator[Rows]:
    from python_calamine import CalamineError, load_workbook

    try:
        with load_workbook(io.BytesIO(data)) as workbook:
            for name in workbook.sheet_names:
                sheet = workbook.get_sheet_by_name(name)
                row, column = sheet.end or (0, 0)
                if (row + 1) * (column + 1) > _MOST_CELLS:
                    raise NoFinanceList(path, ListFault.TOO_LARGE)
                yield [[_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    except CalamineError as error:
        raise NoFinanceList(path, ListFault.FORMAT) from error


def _text(value: object) -> str:
    """A cell as a text; a number without what binary fractions add to it."""
    if isinstance(value, float):
        return amounts.plain(amounts.rounded(Decimal(repr(value)), amounts.DECIMAL_PLACES))
    return texts.clean(str(value)).strip()


def _decoded(path: Path, data: bytes) -> str:
    """Whatever an office saves a list as: UTF-8, UTF-16 with its mark, or GB 18030."""
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "")
    for encoding in (marked,) if marked else ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    raise NoFinanceList(path, ListFault.FORMAT)


def _lines(path: Path, text: str) -> Iterator[Rows]:
    for delimiter in _DELIMITERS:
        if delimiter in text:
            reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            try:
                yield [[_text(value) for value in row] for row in reader]
            except csv.Error as error:
                raise NoFinanceList(path, ListFault.FORMAT) from error
