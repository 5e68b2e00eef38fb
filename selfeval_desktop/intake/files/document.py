"""The tables of a .docx file as cells, each with the lines that stand above it."""

from zipfile import ZipFile

from selfeval_desktop.app.errors import UnfitReason
from selfeval_desktop.app.incoming import BELOW_TABLE, Container
from selfeval_desktop.intake.files.archive import Attributes, XmlHandler, read_member
from selfeval_desktop.intake.files.cells import (
    LONGEST_TEXT,
    MOST_COLUMNS,
    MOST_ROWS,
    BlockBuilder,
    CellGathering,
    FileRefused,
)
from selfeval_desktop.intake.files.layout_tables import LayoutTables, WithoutLayoutTables

DOCUMENT = "word/document.xml"
_MOST_LINES = 6
_LONGEST_LINE = 80
_UNSEEN = frozenset({"moveFrom", "Fallback", "instrText", "rPr", "pPr"})
"""Elements whose text Word does not show here: moved away, fallback drawings, field instructions, properties."""


def read_document(archive: ZipFile, gathering: CellGathering) -> None:
    """All tables, numbered from 1; a table inside a cell is part of its text. FileRefused.

    Tables between which nothing can be seen are one, as they are on paper.
    """
    document = _DocumentHandler(gathering)
    layout = LayoutTables()
    read_member(archive, DOCUMENT, layout)
    read_member(archive, DOCUMENT, WithoutLayoutTables(document, layout.numbers))
    document.end_table()
    document.end_lines()


class _DocumentHandler(XmlHandler):
    """Collects the tables of the body; paragraphs between them are the lines above the next table."""

    def __init__(self, gathering: CellGathering) -> None:
        self._gathering = gathering
        self._lines: list[str] = []
        self._paragraph: list[str] = []
        self._table: _DocumentTable | None = None
        self._number = self._depth = self._unseen = 0
        self._is_text = self._is_hidden = False

    def on_element_start(self, name: str, attributes: Attributes) -> None:
        """Enter tables, rows, cells and paragraphs."""
        if name in _UNSEEN:
            self._unseen += 1
        elif name == "tbl":
            self._depth += 1
            if self._depth == 1:
                self._begin_table()
        elif self._table is not None and self._depth == 1:
            self._table.on_element_start(name, attributes)
        elif name == "p":
            self._is_hidden = False
        elif name == "vanish":
            self._is_hidden = True
        if name in {"tab", "br", "cr"} and not self._unseen:
            self._paragraph.append("\t" if name == "tab" else "\n")
        self._is_text = name == "t"

    def on_element_end(self, name: str) -> None:
        """Finish lines, cells and tables."""
        self._is_text = False
        if name in _UNSEEN:
            self._unseen -= 1
        elif name == "p":
            self._end_paragraph()
        elif name == "tbl":
            self._depth -= 1
        elif self._table is not None and self._depth == 1:
            self._table.on_element_end(name)

    def on_text(self, text: str) -> None:
        """Add visible text to the line."""
        if self._is_text and not self._unseen:
            self._paragraph.append(text)

    def end_table(self) -> None:
        """Finish the table that was read last, if any."""
        if self._table is not None:
            self._gathering.end_block(self._table.block)
            self._table = None

    def end_lines(self) -> None:
        """The lines below the last table as a block of their own."""
        if self._number and self._lines:
            block = self._gathering.begin_block(Container.TABLE, str(self._number))
            block.last = BELOW_TABLE - 1
            for place, line in enumerate(self._lines[:_MOST_LINES], start=BELOW_TABLE):
                block.put_text(place, 0, line)
            self._gathering.end_block(block)

    def _begin_table(self) -> None:
        if self._table is not None:
            return
        self._number += 1
        block = self._gathering.begin_block(Container.TABLE, str(self._number))
        lines = self._lines[-_MOST_LINES:]
        for place, line in enumerate(lines):
            block.put_text(place - len(lines), 0, line)
        self._lines.clear()
        self._table = _DocumentTable(block)

    def _end_paragraph(self) -> None:
        text = "".join(self._paragraph)[:LONGEST_TEXT]
        self._paragraph.clear()
        if self._depth and self._table is not None:
            self._table.lines.append(text)
            return
        if text.strip() or not self._is_hidden:
            self.end_table()
        if text.strip() and len(text) <= _LONGEST_LINE:
            self._lines.append(text.strip())


class _DocumentTable:
    """One table; cells covered by a merged one, from above or from the left, stay blank."""

    def __init__(self, block: BlockBuilder) -> None:
        self.block = block
        self.lines: list[str] = []
        self._row, self._column, self._span = -1, 0, 1
        self._goes_on = False

    def on_element_start(self, name: str, attributes: Attributes) -> None:
        """Enter rows and cells, with their spans."""
        value = attributes.get("val", "")
        if name == "tr":
            self._row, self._column = self._row + 1, 0
            if self._row > MOST_ROWS * 2:
                raise FileRefused(UnfitReason.TOO_MUCH)
        elif name == "gridBefore":
            self._column += _column_count(value)
        elif name == "tc":
            self._span, self._goes_on = 1, False
            self.lines.clear()
        elif name == "gridSpan":
            self._span = max(_column_count(value), 1)
        elif name == "vMerge":
            self._goes_on = value != "restart"

    def on_element_end(self, name: str) -> None:
        """Add the finished cell."""
        if name != "tc":
            return
        text = "\n".join(line.strip() for line in self.lines if line.strip())
        self.lines.clear()
        if self._goes_on:
            self.block.mark_covered(self._row, self._column)
        else:
            self.block.put_text(self._row, self._column, text)
        self._column += self._span


def _column_count(value: str) -> int:
    """A number of columns from its attribute, MOST_COLUMNS at most; 0 for what is no number."""
    return min(int(value), MOST_COLUMNS) if value.isdigit() and len(value) < 5 else 0
