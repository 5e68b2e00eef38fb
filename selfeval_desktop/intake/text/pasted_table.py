"""Tables on the clipboard: what spreadsheets and word processors put there, read as rows of cells, and written for them.

Reading takes time in proportion to the length, whatever stands there: any program may have put it on the clipboard.
"""

import re
from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser

Rows = tuple[tuple[str, ...], ...]

_BREAKING = frozenset({"br", "p", "div", "li"})
_FORMULA = ("=", "+", "-", "@")
# Without this a spreadsheet would begin a new row.
_BREAK = '<br style="mso-data-placement:same-cell">'
_SPACES = re.compile(r"[ \t\r\n\f]+")
# The library's parser looks for the end of what is left open again and again: only tags that are whole come to it.
_OPEN_TAG = re.compile(r"<(?![a-zA-Z/!?][^<>]*>)")
_DECLARATION = re.compile(r"<[!?][^<>]*>")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)')
_BARE = re.compile(r"[^\t\n]*")
MOST_CELLS = 1_000_000
"""Of a table, the blank ones of its rectangle too."""
_MOST_SPANNED, _LONGEST_COUNT = 200, 9


class TooManyCells(Exception):
    """A table of more than MOST_CELLS."""


def read_table(text: str, html: str) -> Rows:
    """The rows of the clipboard's table, all of one length; a merged cell has its text at its first place only.

    TooManyCells.

    The HTML form counts where it holds a table, because it tells merged cells and line breaks apart; else
    the text does, with tabs between cells and quotes around what holds a line break. Without either, none.
    """
    if "<t" in html.lower():
        parser = _TableParser()
        parser.feed(_whole_tags(html))
        parser.close()
        rows = parser.rows
        if rows:
            return _even_rows(rows)
    return _even_rows(_tab_separated(text))


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


def _whole_tags(html: str) -> str:
    """The HTML without comments and declarations; a < that begins no tag is text."""
    before, *comments = html.split("<!--")
    shown = before + "".join(each.partition("-->")[2] for each in comments)
    return _DECLARATION.sub("", _OPEN_TAG.sub("&lt;", shown))


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


class _TableParser(HTMLParser):
    """Gathers the first table of a document; tables inside its cells are part of their text."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: dict[tuple[int, int], str] = {}
        self._row = self._column = -1
        self._depth = 0
        self._parts: list[str] | None = None
        self._is_done = False

    @property
    def rows(self) -> list[list[str]]:
        """The cells by their places, the ones that merged cells cover empty; each row up to its last cell."""
        rows: list[list[str]] = [[] for _ in range(max((row for row, _ in self._cells), default=-1) + 1)]
        for (row, column), text in sorted(self._cells.items()):
            rows[row] += [""] * (column - len(rows[row]))
            rows[row].append(text)
        return rows

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._is_done:
            return
        if tag == "table":
            self._depth += 1
        elif self._depth == 1 and tag == "tr":
            self._row, self._column = self._row + 1, 0
        elif self._depth == 1 and tag in {"td", "th"}:
            self._end_cell()
            self._begin_cell(dict(attrs))
        elif tag in _BREAKING:
            self._add_line_break()

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self._end_cell()
                self._is_done = True
        elif self._depth == 1 and tag in {"td", "th", "tr"}:
            self._end_cell()
        elif tag in _BREAKING - {"br"}:
            self._add_line_break()

    def handle_data(self, data: str) -> None:
        if self._parts is not None:
            self._parts.append(_SPACES.sub(" ", data))

    def close(self) -> None:
        super().close()
        self._end_cell()

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        self._row, self._column = max(self._row, 0), max(self._column, 0)
        while (self._row, self._column) in self._cells:
            self._column += 1
        rows, columns = (_span_count(attributes.get(name)) for name in ("rowspan", "colspan"))
        for row in range(self._row, self._row + rows):
            for column in range(self._column, self._column + columns):
                if len(self._cells) < MOST_CELLS:
                    self._cells.setdefault((row, column), "")
        self._parts = []

    def _end_cell(self) -> None:
        if self._parts is not None:
            lines = (line.strip(" ") for line in "".join(self._parts).replace("\xa0", " ").split("\n"))
            self._cells[self._row, self._column] = "\n".join(filter(None, lines))
            self._parts = None
            self._column += 1

    def _add_line_break(self) -> None:
        if self._parts is not None:
            self._parts.append("\n")


def _span_count(text: str | None) -> int:
    """How many rows or columns a cell covers; browsers read what is no number as 1, and so does this."""
    if not (text and text.isascii() and text.isdigit()):
        return 1
    # Python reads no number of thousands of digits.
    return min(max(int(text), 1), _MOST_SPANNED) if len(text) < _LONGEST_COUNT else _MOST_SPANNED
