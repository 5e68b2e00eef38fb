"""The sheets of an .ods file: its cells hold the texts that they show, beside their values."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import IO

from selfeval_desktop.app.errors import UnfitReason
from selfeval_desktop.app.incoming import Container, PassedOverReason
from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.reading.pasting import Refusal
from selfeval_desktop.intake.files import number_formats
from selfeval_desktop.intake.files.archive import Attributes, OfficeArchive, XmlHandler, parse_xml, read_member
from selfeval_desktop.intake.files.cells import (
    MOST_COLUMNS,
    MOST_ROWS,
    BlockBuilder,
    CellGathering,
    FileRefused,
    MergedRange,
)

MEDIA_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_UNSEEN = frozenset({"annotation", "ruby-text", "note", "tracked-changes", "shapes", "frame", "custom-shape", "rect"})
"""Elements in or beside cells whose texts are no part of them."""
_NUMBERS = frozenset({"float", "percentage", "currency"})
_HIDDEN = frozenset({"collapse", "filter"})
_DURATION = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
_FIGURE = re.compile(r"[¥￥]?(-?[0-9]+(?:\.[0-9]+)?)(%?)")
_DAY_PARTS = 3


def read_open_workbook(archive: OfficeArchive, gathering: CellGathering) -> None:
    """Read all visible sheets that hold cells. FileRefused."""
    locks: list[str] = []

    class _Manifest(XmlHandler):
        def on_element_start(self, name: str, attributes: Attributes) -> None:
            if name == "encryption-data":
                locks.append(name)

    read_member(archive, "META-INF/manifest.xml", _Manifest())
    if locks:
        raise FileRefused(UnfitReason.LOCKED)
    read_member(archive, "content.xml", _ContentHandler(gathering))


def read_flat_workbook(stream: IO[bytes], gathering: CellGathering) -> None:
    """The same where all stands in one file of XML. FileRefused."""
    parse_xml(stream, _ContentHandler(gathering))


@dataclass(slots=True)
class _Style:
    """What of a style decides whether something is seen."""

    parent: str = ""
    is_hidden: bool = False
    is_struck: bool = False


@dataclass(slots=True)
class _Cell:
    """A cell while its content comes in."""

    attributes: Attributes
    is_struck: bool
    paragraphs: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)


class _ContentHandler(XmlHandler):
    """Puts the cells of each sheet into a block; repeated rows and cells that hold nothing are only counted."""

    def __init__(self, gathering: CellGathering) -> None:
        self._gathering = gathering
        self._styles: dict[str, _Style] = {}
        self._style = _Style()
        self._block: BlockBuilder | None = None
        self._cell: _Cell | None = None
        self._merged: list[MergedRange] = []
        self._row = self._column = self._sheet_column = self._unseen = self._depth = 0
        self._row_count = 1
        self._line: list[tuple[int, int, _Cell]] = []
        self._spans: list[tuple[bool, bool]] = []
        self._is_text = False

    def on_element_start(self, name: str, attributes: Attributes) -> None:
        """Enter styles, sheets, rows, cells and texts."""
        if name in _UNSEEN:
            self._unseen += 1
        elif name == "style":
            self._style = self._styles[attributes.get("name", "")] = _Style(attributes.get("parent-style-name", ""))
        elif name == "table-properties":
            self._style.is_hidden = attributes.get("display") == "false"
        elif name == "text-properties":
            self._style.is_struck = attributes.get("text-line-through-style", "none") != "none"
            self._style.is_struck |= attributes.get("text-line-through-type", "none") != "none"
            self._style.is_hidden = attributes.get("display") == "none"
        elif name == "table":
            self._begin_table(attributes)
        elif self._block is not None and self._depth == 1 and not self._unseen:
            self._begin_part(name, attributes)

    def on_element_end(self, name: str) -> None:
        """Finish what was entered."""
        if name in _UNSEEN:
            self._unseen -= 1
        elif name == "table":
            self._end_table()
        elif self._unseen or self._block is None or self._depth != 1:
            return
        elif name in {"table-cell", "covered-table-cell"}:
            self._cell = None
        elif name == "table-row":
            self._end_row()
        elif name == "p":
            self._is_text = False
        elif name == "span" and self._spans:
            self._spans.pop()

    def on_text(self, text: str) -> None:
        """Add a text in sight to its cell."""
        if self._cell is None or not self._is_text or self._unseen:
            return
        is_hidden, is_struck = self._spans[-1] if self._spans else (False, self._cell.is_struck)
        if is_struck:
            self._cell.struck.append(text)
        elif not is_hidden:
            self._cell.paragraphs[-1] += text

    def _begin_table(self, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > 1:
            return
        name = attributes.get("name", "")
        if self._is_hidden_style(attributes.get("style-name", "")):
            self._gathering.skip_part(Container.SHEET, name, PassedOverReason.HIDDEN)
            return
        self._block = self._gathering.begin_block(Container.SHEET, name)
        self._merged, self._row, self._sheet_column = [], 0, 0

    def _end_table(self) -> None:
        self._depth -= 1
        if self._depth == 0 and self._block is not None:
            self._block.apply_merged_ranges(self._merged)
            self._gathering.end_block(self._block)
            self._block = None

    def _begin_part(self, name: str, attributes: Attributes) -> None:
        assert self._block is not None
        match name:
            case "table-column":
                count = _repeated(attributes, "number-columns-repeated")
                if attributes.get("visibility") in _HIDDEN:
                    last = min(self._sheet_column + count, MOST_COLUMNS)
                    self._block.hidden_columns.update(range(self._sheet_column, last))
                self._sheet_column += count
            case "table-row":
                self._column, self._row_count = 0, _repeated(attributes, "number-rows-repeated")
                self._line.clear()
                if attributes.get("visibility") in _HIDDEN:
                    self._block.hidden_rows.update(range(self._row, self._row + min(self._row_count, MOST_ROWS)))
            case "table-cell" | "covered-table-cell":
                self._begin_cell(attributes, is_covered=name != "table-cell")
            case "p" if self._cell is not None:
                self._cell.paragraphs.append("")
                self._is_text = True
            case "span":
                style = attributes.get("style-name", "")
                before = self._spans[-1] if self._spans else (False, bool(self._cell and self._cell.is_struck))
                self._spans.append(
                    (before[0] or self._is_hidden_style(style), self._is_struck_style(style) or before[1])
                )
            case "s":
                self.on_text(" " * min(_repeated(attributes, "c"), 100))
            case "tab" | "line-break":
                self.on_text("\t" if name == "tab" else "\n")

    def _begin_cell(self, attributes: Attributes, *, is_covered: bool) -> None:
        count = _repeated(attributes, "number-columns-repeated")
        self._cell = _Cell(attributes, self._is_struck_style(attributes.get("style-name", "")))
        if not is_covered:
            self._line.append((self._column, count, self._cell))
            rows, columns = (_repeated(attributes, f"number-{what}-spanned") for what in ("rows", "columns"))
            if rows > 1 or columns > 1:
                self._merged.append(
                    MergedRange(self._row, self._column, self._row + rows - 1, self._column + columns - 1)
                )
        self._column += count

    def _end_row(self) -> None:
        assert self._block is not None
        filled = [each for each in self._line if each[2].paragraphs or each[2].struck or _has_value(each[2].attributes)]
        for row in range(self._row, self._row + (min(self._row_count, MOST_ROWS + 1) if filled else 0)):
            for first, count, cell in filled:
                for column in range(first, min(first + count, MOST_COLUMNS + 1)):
                    _put_cell(self._block, row, column, cell)
        self._row += self._row_count

    def _is_hidden_style(self, name: str) -> bool:
        style = self._styles.get(name)
        return style is not None and style.is_hidden

    def _is_struck_style(self, name: str) -> bool:
        for _ in range(10):
            style = self._styles.get(name)
            if style is None:
                return False
            if style.is_struck:
                return True
            name = style.parent
        return False


def _repeated(attributes: Attributes, name: str) -> int:
    """A count from an attribute, 1 where there is none."""
    text = attributes.get(name, "")
    return max(int(text), 1) if text.isdigit() and len(text) < 9 else 1


def _has_value(attributes: Attributes) -> bool:
    return any(attributes.get(name) for name in ("value", "date-value", "time-value", "boolean-value", "string-value"))


def _put_cell(block: BlockBuilder, row: int, column: int, cell: _Cell) -> None:
    struck = "".join(cell.struck)
    if struck.strip():
        block.add_doubt(row, column, struck, Refusal.STRUCK)
    text, kind = "\n".join(cell.paragraphs), cell.attributes.get("value-type", "")
    if struck and not text.strip():
        return
    if kind in _NUMBERS:
        _put_number(block, row, column, text if cell.paragraphs else None, cell.attributes)
    else:
        block.put_text(row, column, _shown_text(text, kind, cell.attributes))


def _shown_text(text: str, kind: str, attributes: Attributes) -> str:
    """What a cell shows that is no number; a whole day as 2023-12-31."""
    if kind == "boolean":
        return "TRUE" if attributes.get("boolean-value") == "true" else "FALSE"
    if kind == "date":
        day, _, time = attributes.get("date-value", "").partition("T")
        has_time = time and ":" in text
        if not text or len(re.findall("[0-9]+", text)) >= _DAY_PARTS:
            return f"{day} {time[:5]}" if has_time else day
    if kind == "time":
        found = _DURATION.fullmatch(text or attributes.get("time-value", ""))
        return ":".join(found.groups()) if found else text
    return text or attributes.get("string-value", "")


def _put_number(block: BlockBuilder, row: int, column: int, text: str | None, attributes: Mapping[str, str]) -> None:
    """Add a number as it is shown, with the doubts that its value raises."""
    figure, kind = attributes.get("value", ""), attributes.get("value-type", "")
    try:
        value = number_formats.without_noise(Decimal(figure))
    except InvalidOperation:
        block.put_text(row, column, text or "")
        return
    if text is None or text.strip() == figure:
        block.put_number(
            row, column, figure, "0.00####%" if kind == "percentage" else "", is_result="formula" in attributes
        )
        return
    shown = number_formats.plain_figure(" ".join(text.split()), value)
    if not shown and value:
        block.add_doubt(row, column, figure, Refusal.HIDDEN)
    if not block.put_text(row, column, shown):
        return
    reason = _doubt_of(shown, value, is_result="formula" in attributes)
    if reason:
        block.add_doubt(row, column, shown, reason)


def _doubt_of(shown: str, value: Decimal, *, is_result: bool) -> Refusal | None:
    """What is doubtful about a number of that value, shown so."""
    found = _FIGURE.fullmatch(shown)
    if number_formats.is_inexact(str(value)):
        return Refusal.INEXACT
    if not found:
        return None
    told = Decimal(found[1]) / (100 if found[2] else 1)
    if told == value and not found[2]:
        return Refusal.FRACTION if 0 < value < 1 else None
    if told and abs(told) * 999 < abs(value):
        return Refusal.SCALED
    is_typed = value == amounts.round_half_up(value, amounts.DECIMAL_PLACES)
    return Refusal.SHORTENED if is_typed and told != value and not is_result else None
