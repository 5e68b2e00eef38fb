"""The tables of a .docx file as cells, each with the lines that stand above it."""

from selfeval_desktop.app.errors import UnfitReason
from selfeval_desktop.app.incoming import BELOW_TABLE, Container
from selfeval_desktop.domain.reading.pasting import Refusal
from selfeval_desktop.intake.files import document_fields
from selfeval_desktop.intake.files.archive import (
    Attributes,
    OfficeArchive,
    XmlHandler,
    part_relations,
    read_member,
    related_part,
)
from selfeval_desktop.intake.files.cells import (
    LONGEST_TEXT,
    MOST_COLUMNS,
    MOST_ROWS,
    BlockBuilder,
    CellGathering,
    FileRefused,
)
from selfeval_desktop.intake.files.document_fields import FormField
from selfeval_desktop.intake.files.document_styles import DocumentStyles, RunLook, is_on
from selfeval_desktop.intake.files.layout_tables import LayoutTables, WithoutLayoutTables
from selfeval_desktop.intake.files.list_numbers import ListNumbers
from selfeval_desktop.intake.text import symbol_fonts

MAIN_PART = "word/document.xml"
_MOST_LINES = 6
_LONGEST_LINE = 80
_UNSEEN = frozenset({"del", "moveFrom", "Fallback", "instrText", "rt", "sectPr"})
"""Elements whose text Word does not show here: deleted, moved away, fallback drawings, field instructions, readings."""
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_document(archive: OfficeArchive, main_part: str, gathering: CellGathering) -> None:
    """All tables, numbered from 1; a table inside a cell is part of its text. FileRefused.

    Tables between which nothing can be seen are one, as they are on paper.
    """
    relations = part_relations(archive, main_part)
    styles, numbers = DocumentStyles(), ListNumbers()
    read_member(archive, related_part(relations, "styles", "word/styles.xml"), styles)
    read_member(archive, related_part(relations, "numbering", "word/numbering.xml"), numbers)
    document = _DocumentHandler(gathering, styles, numbers)
    layout = LayoutTables()
    read_member(archive, main_part, layout)
    read_member(archive, main_part, WithoutLayoutTables(document, layout.numbers))
    document.end_table()
    document.end_lines()


class _DocumentHandler(XmlHandler):
    """Collects the tables of the body; paragraphs between them are the lines above the next table."""

    def __init__(self, gathering: CellGathering, styles: DocumentStyles, numbers: ListNumbers) -> None:
        self._gathering, self._styles, self._numbers = gathering, styles, numbers
        self._lines: list[str] = []
        self._paragraph = _Paragraph()
        self._outer: list[_Paragraph] = []
        self._table: _DocumentTable | None = None
        self._number = self._depth = self._unseen = self._boxes = 0
        self._properties = ""
        self._look = RunLook()
        self._controls: list[bool] = []
        self._field: FormField | None = None
        self._is_text = False

    def on_element_start(self, name: str, attributes: Attributes) -> None:
        """Enter tables, rows, cells, paragraphs and runs."""
        self._is_text = name == "t"
        if name in _UNSEEN:
            self._unseen += 1
        elif name == "tbl":
            self._depth += 1
            if self._depth == 1:
                self._begin_table()
        elif self._table is not None and self._depth == 1 and not self._properties:
            self._table.on_element_start(name, attributes)
        if name in {"rPr", "pPr", "sdtPr", "ffData"}:
            self._properties = self._properties or name
        elif self._properties:
            self._read_property(name, attributes)
        elif name == "sdt":
            self._controls.append(False)
        else:
            self._begin_content(name, attributes)

    def on_element_end(self, name: str) -> None:
        """Finish runs, lines, cells and tables."""
        self._is_text = False
        if name == self._properties:
            self._end_properties()
        elif name in _UNSEEN:
            self._unseen -= 1
        elif name == "r":
            self._look = RunLook()
        elif name == "sdt":
            self._controls.pop()
        elif name == "txbxContent":
            self._boxes -= 1
        elif name == "p" and not self._properties:
            self._end_paragraph()
        elif name == "tbl":
            self._depth -= 1
        elif self._table is not None and self._depth == 1 and not self._properties:
            self._table.on_element_end(name)

    def on_text(self, text: str) -> None:
        """Add visible text to the line."""
        if self._is_text:
            self._add_text(text)

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

    def _begin_content(self, name: str, attributes: Attributes) -> None:
        """Enter a paragraph or a box of text, or add a sign that stands for itself."""
        if name == "p":
            self._outer.append(self._paragraph)
            self._paragraph = _Paragraph()
        elif name == "txbxContent":
            self._boxes += 1
        elif name in _SIGNS:
            self._add_text(_SIGNS[name])
        elif name == "sym":
            code = attributes.get("char", "")
            sign = chr(int(code, 16)) if code and all(digit in "0123456789abcdefABCDEF" for digit in code[:6]) else ""
            self._add_text(symbol_fonts.symbol_text(sign, attributes.get("font", "")))

    def _read_property(self, name: str, attributes: Attributes) -> None:
        """A property of a run, a paragraph, a content control or a field of a form."""
        if self._properties == "rPr":
            self._look = self._styles.changed_look(self._look, name, attributes)
        elif self._properties == "pPr":
            self._paragraph.read_property(name, attributes)
        elif self._properties == "sdtPr" and name == "showingPlcHdr" and self._controls:
            self._controls[-1] = is_on(attributes)
        elif self._properties == "ffData":
            self._field = self._field or FormField()
            self._field.read_element(name, attributes)

    def _end_properties(self) -> None:
        if self._properties == "ffData" and self._field is not None:
            self._add_text(document_fields.field_text(self._field))
            self._field = None
        self._properties = ""

    def _add_text(self, text: str) -> None:
        if self._unseen or self._properties not in {"", "ffData"} or any(self._controls):
            return
        look = self._styles.run_look(self._look, self._paragraph.style)
        if look.is_struck or look.is_hidden:
            self._paragraph.left_out[Refusal.HIDDEN if look.is_hidden else Refusal.STRUCK] += text
        else:
            self._paragraph.parts.append(symbol_fonts.symbol_text(text, look.font))

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
        paragraph = self._paragraph
        self._paragraph = self._outer.pop() if self._outer else _Paragraph()
        text = "".join(paragraph.parts)[:LONGEST_TEXT]
        number, level = paragraph.list_place or self._styles.list_place(paragraph.style)
        mark = self._numbers.next_mark(number, level) if number else ""
        text = f"{mark}{text}" if text.strip() else text
        if self._depth and self._table is not None:
            self._table.left_out += [(told, reason) for reason, told in paragraph.left_out.items() if told.strip()]
            if self._boxes and text.strip():
                self._table.left_out.append((text.strip(), Refusal.TEXT_BOX))
            elif not self._boxes:
                self._table.lines.append(text)
            return
        if text.strip() or not paragraph.is_hidden:
            self.end_table()
        if text.strip() and len(text) <= _LONGEST_LINE:
            self._lines.append(text.strip())


class _Paragraph:
    """A paragraph while its runs come in."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.left_out = {Refusal.STRUCK: "", Refusal.HIDDEN: ""}
        self.style = ""
        self.is_hidden = False
        self.list_place: tuple[str, int] | None = None
        self._level = 0

    def read_property(self, name: str, attributes: Attributes) -> None:
        """Note its style, its place in a list, and whether its end is hidden."""
        value = attributes.get("val", "")
        if name == "pStyle":
            self.style = value
        elif name == "ilvl":
            self._level = int(value) if value.isdigit() and len(value) < 2 else 0
        elif name == "numId":
            # The list 0 is none, whatever list the style has.
            self.list_place = ("" if value == "0" else value, self._level)
        elif name == "vanish":
            self.is_hidden = is_on(attributes)


class _DocumentTable:
    """One table; cells covered by a merged one, from above or from the left, stay blank."""

    def __init__(self, block: BlockBuilder) -> None:
        self.block = block
        self.lines: list[str] = []
        self.left_out: list[tuple[str, Refusal]] = []
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
        elif name == "hidden" and is_on(attributes):
            self.block.hidden_rows.add(self._row)
        elif name == "tc":
            self._span, self._goes_on = 1, False
            self.lines.clear()
            self.left_out.clear()
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
        for told, reason in self.left_out:
            self.block.add_doubt(self._row, self._column, told, reason)
        if self._goes_on:
            self.block.mark_covered(self._row, self._column)
        else:
            self.block.put_text(self._row, self._column, text)
        self._column += self._span


def _column_count(value: str) -> int:
    """A number of columns from its attribute, MOST_COLUMNS at most; 0 for what is no number."""
    return min(int(value), MOST_COLUMNS) if value.isdigit() and len(value) < 5 else 0
