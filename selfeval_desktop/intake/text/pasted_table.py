"""Tables on the clipboard: what spreadsheets and word processors put there, read as rows of cells, and written for them.

Reading takes time in proportion to the length, whatever stands there: any program may have put it on the clipboard.
"""

import re
from collections.abc import Sequence
from html import escape
from itertools import chain

from selfeval_desktop.intake.text.html_table import MOST_CELLS, TooManyCells, read_html_tables

Rows = tuple[tuple[str, ...], ...]

_FORMULA = ("=", "+", "-", "@")
# Without this a spreadsheet would begin a new row.
_BREAK = '<br style="mso-data-placement:same-cell">'
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)')
_BARE = re.compile(r"[^\t\n]*")


def read_table(text: str, html: str) -> Rows:
    """The rows of the clipboard's table, all of one length; a merged cell has its text at its first place only.

    TooManyCells.

    The HTML form counts where it holds a table, the largest one if several, because it tells merged cells and line
    breaks apart; else the text does, with tabs between cells and quotes around what holds a line break. Where the HTML
    has #### for a column that was too narrow the text has the figure. Without either, none.
    """
    if "<t" in html.lower():
        tables = (table for table in read_html_tables(html) if not table.is_hidden)
        rows = max((_even_rows(table.rows) for table in tables), key=_filled_count, default=())
        if rows:
            return _with_narrow_figures(rows, text) if any(map(_is_narrow, chain(*rows))) else rows
    return _even_rows(_tab_separated(text))


def _filled_count(rows: Rows) -> int:
    return sum(bool(text) for row in rows for text in row)


def _is_narrow(text: str) -> bool:
    return len(text) > 1 and set(text) == {"#"}


def _with_narrow_figures(rows: Rows, text: str) -> Rows:
    """The rows with the figures of the text in place of ####, where both are of the same size."""
    told = _even_rows(_tab_separated(text))
    if (len(told), len(told[0]) if told else 0) != (len(rows), len(rows[0])):
        return rows
    return tuple(
        tuple(other if _is_narrow(cell) else cell for cell, other in zip(row, others, strict=True))
        for row, others in zip(rows, told, strict=True)
    )


def write_table(rows: Sequence[Sequence[str]]) -> tuple[str, str]:
    """The rows as text and as HTML, which belong on the clipboard together."""
    return write_text(rows), write_html(rows)


def write_text(rows: Sequence[Sequence[str]]) -> str:
    """The rows as spreadsheets put them on the clipboard as text."""
    return "".join("\t".join(map(_quoted_cell, row)) + "\n" for row in rows)


def write_html(rows: Sequence[Sequence[str]]) -> str:
    """The rows as an HTML table, whose texts a spreadsheet takes as they are."""
    lines = ("".join(map(_html_cell, row)) for row in rows)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _even_rows(rows: Sequence[Sequence[str]]) -> Rows:
    """All rows as long as the longest, without the columns and rows at the ends that hold nothing."""
    height = max((place + 1 for place, row in enumerate(rows) if any(map(str.strip, row))), default=0)
    width = max((place + 1 for row in rows for place, text in enumerate(row) if text.strip()), default=0)
    if height * width > MOST_CELLS:
        raise TooManyCells
    return tuple(tuple((*row, *[""] * width)[:width]) for row in rows[:height])


def _html_cell(text: str) -> str:
    """A cell as HTML; marked as text where a spreadsheet would take it for a formula."""
    style = " style=\"mso-number-format:'\\@'\"" if text.startswith(_FORMULA) else ""
    return f"<td{style}>{escape(text).replace(chr(10), _BREAK)}</td>"


def _quoted_cell(text: str) -> str:
    if any(character in text for character in '\t\n"'):
        return '"{}"'.format(text.replace('"', '""'))
    return text


def _tab_separated(text: str) -> list[list[str]]:
    """Cells between tabs; one that begins with a quote ends with one, and holds what stands between."""
    rows: list[list[str]] = [[]]
    place, text = 0, text.replace("\r\n", "\n").replace("\r", "\n")
    while place <= len(text):
        cell, place = _read_cell(text, place)
        rows[-1].append(cell)
        if text[place : place + 1] == "\n":
            rows.append([])
        place += 1
    return rows


def _read_cell(text: str, start: int) -> tuple[str, int]:
    """The cell that begins there, and where it ends."""
    if found := _QUOTED.match(text, start):
        return found[1].replace('""', '"'), found.end()
    bare = _BARE.match(text, start)
    assert bare is not None
    return bare[0], bare.end()
