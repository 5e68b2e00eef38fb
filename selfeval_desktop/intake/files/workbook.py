"""The sheets of an .xlsx file: each cell as the text that Excel shows, with doubts about formulas and lost digits."""

import re

from selfeval_desktop.app.errors import UnfitReason
from selfeval_desktop.app.incoming import Container, PassedOverReason
from selfeval_desktop.domain.reading.pasting import Refusal
from selfeval_desktop.intake.files import cell_looks, number_formats
from selfeval_desktop.intake.files.archive import (
    AttributeHandler,
    Attributes,
    OfficeArchive,
    StopReading,
    XmlHandler,
    part_relations,
    read_member,
    related_part,
)
from selfeval_desktop.intake.files.cell_looks import CellLook, StoredNumber, TextRun
from selfeval_desktop.intake.files.cells import (
    LONGEST_TEXT,
    MOST_CHARACTERS,
    MOST_COLUMNS,
    BlockBuilder,
    CellGathering,
    FileRefused,
    MergedRange,
)
from selfeval_desktop.intake.text import symbol_fonts

MAIN_PART = "xl/workbook.xml"
_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?%?")
_BLANK_CELLS = (
    (re.compile(rb"<row(\s[^<>]*)?>(?:<c(?:\s[^<>]*)?(?:/>|></c>))+</row>"), rb"<row\1/>"),
    (
        re.compile(
            rb'<c r="[A-Z]{1,3}[0-9]{1,7}"(?: [st]="[A-Za-z0-9]{1,10}")* ?(?:/>|></c>)|<row r="[0-9]{1,7}"[^<>]*/>'
        ),
        b"",
    ),
)
"""Rows and cells that hold nothing, those without an address in a row that stays."""
_MOST_SHARED = 200_000
_MOST_MERGED = 20_000
_OFF = frozenset({"0", "false", "none"})


def read_workbook(archive: OfficeArchive, main_part: str, gathering: CellGathering) -> None:
    """Read all visible sheets that hold cells; hidden ones are noted as passed over. FileRefused."""
    book = _WorkbookParts(archive, main_part)
    for name, state, part in book.sheets:
        if state in {"hidden", "veryHidden"}:
            gathering.skip_part(Container.SHEET, name, PassedOverReason.HIDDEN)
        elif part:
            block = gathering.begin_block(Container.SHEET, name)
            sheet = _SheetHandler(block, book)
            read_member(archive, part, sheet, _BLANK_CELLS)
            block.apply_merged_ranges(sheet.merged)
            gathering.end_block(block)


class _WorkbookParts:
    """What the sheets share: their names, the texts, the number formats and the first day."""

    def __init__(self, archive: OfficeArchive, main_part: str) -> None:
        self.sheets: list[tuple[str, str, str]] = []
        self.from_1904 = False
        relations = part_relations(archive, main_part)
        parts = {each.id: each.target for each in relations}

        def read_book_element(name: str, attributes: Attributes) -> None:
            if name == "sheet":
                part = parts.get(attributes.get("id", ""), "")
                self.sheets.append((attributes.get("name", ""), attributes.get("state", ""), part))
            elif name == "workbookPr":
                self.from_1904 = attributes.get("date1904") in {"1", "true"}

        read_member(archive, main_part, AttributeHandler(read_book_element))
        styles = _CellStyles()
        read_member(archive, related_part(relations, "styles", "xl/styles.xml"), styles)
        self.looks = styles.looks
        shared = _SharedTexts()
        read_member(archive, related_part(relations, "sharedStrings", "xl/sharedStrings.xml"), shared)
        self.texts = shared.texts

    def look_of(self, style: str) -> CellLook:
        """How cells of that style look."""
        place = int(style) if style.isdigit() else 0
        return self.looks[place] if place < len(self.looks) else CellLook()

    def shared_text(self, place: str) -> tuple[TextRun, ...]:
        """The shared text of that index; none for an index out of range."""
        return self.texts[int(place)] if place.isdigit() and int(place) < len(self.texts) else ()


class _CellStyles(XmlHandler):
    """How each cell style looks, by the index of the style."""

    def __init__(self) -> None:
        self.looks: list[CellLook] = []
        self._codes: dict[str, str] = {}
        self._fonts: list[tuple[bool, str]] = []
        self._part = ""

    def on_element_start(self, name: str, attributes: Attributes) -> None:
        """Collect number formats, fonts and cell styles."""
        if name == "numFmt":
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name in {"fonts", "cellXfs", "cellStyleXfs", "cellStyles", "dxfs"}:
            self._part = name
        elif self._part == "fonts" and name == "font":
            self._fonts.append((False, ""))
        elif self._part == "fonts" and name in {"strike", "name"} and self._fonts:
            is_struck, font = self._fonts[-1]
            self._fonts[-1] = (_is_on(attributes), font) if name == "strike" else (is_struck, attributes.get("val", ""))
        elif self._part == "cellXfs" and name == "xf":
            self.looks.append(self._look_of(attributes.get("numFmtId", "0"), attributes.get("fontId", "0")))

    def _look_of(self, number_format: str, font: str) -> CellLook:
        built_in = number_formats.BUILT_IN_CODES.get(int(number_format), "") if number_format.isdigit() else ""
        place = int(font) if font.isdigit() else 0
        is_struck, name = self._fonts[place] if place < len(self._fonts) else (False, "")
        return CellLook(self._codes.get(number_format) or built_in, is_struck, name)


def _is_on(attributes: Attributes) -> bool:
    """Whether an element that switches something switches it on."""
    return attributes.get("val", "1") not in _OFF


class _TextHandler(XmlHandler):
    """Texts in <t>, without phonetic readings, with what is struck out in them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._runs: list[TextRun] = []
        self._font = ""
        self._is_struck: bool | None = None
        self._is_text = self._is_aloud = False

    def on_element_start(self, name: str, attributes: Attributes) -> None:
        """Collect inside <t>."""
        self._is_aloud = self._is_aloud or name == "rPh"
        self._is_text = name == "t" and not self._is_aloud
        if name == "rPr":
            self._is_struck = False
        elif name == "strike":
            self._is_struck = _is_on(attributes)
        elif name == "rFont":
            self._font = attributes.get("val", "")

    def on_element_end(self, name: str) -> None:
        """Stop collecting."""
        self._is_text = False
        self._is_aloud = self._is_aloud and name != "rPh"
        if name == "r":
            self._end_run()

    def on_text(self, text: str) -> None:
        """Collect the text."""
        if self._is_text:
            self._parts.append(text)

    def _end_run(self) -> None:
        text = _unescaped("".join(self._parts)[:LONGEST_TEXT])
        self._parts.clear()
        if text:
            self._runs.append(TextRun(symbol_fonts.symbol_text(text, self._font), self._is_struck))
        self._is_struck, self._font = None, ""

    def _flush_text(self) -> tuple[TextRun, ...]:
        """The collected text in its pieces; the next one begins."""
        self._end_run()
        runs = tuple(self._runs)
        self._runs.clear()
        return runs


def _unescaped(text: str) -> str:
    """The text, its _xHHHH_ escapes decoded."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


class _SharedTexts(_TextHandler):
    """The texts that cells share, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[tuple[TextRun, ...]] = []
        self._characters = 0

    def on_element_end(self, name: str) -> None:
        """Each <si> is one text."""
        super().on_element_end(name)
        if name == "si":
            self.texts.append(self._flush_text())
            self._characters += sum(len(run.text) for run in self.texts[-1])
            if len(self.texts) > _MOST_SHARED or self._characters > MOST_CHARACTERS:
                raise FileRefused(UnfitReason.TOO_MUCH)


class _SheetHandler(_TextHandler):
    """Puts the cells of one sheet into its block."""

    def __init__(self, block: BlockBuilder, book: _WorkbookParts) -> None:
        super().__init__()
        self._block, self._book = block, book
        self._row = self._column = -1
        self._kind = self._style = ""
        self._has_formula = False
        self._value: list[str] = []
        self._formula: list[str] = []
        self._is_value = self._is_formula = False
        self.merged: list[MergedRange] = []

    def on_element_start(self, name: str, attributes: Attributes) -> None:
        """Enter a row, a cell, or a value in it."""
        self._is_value = name == "v"
        if name == "c":
            self._begin_cell(attributes)
        elif name == "f":
            self._is_formula = self._has_formula = True
        elif name == "row":
            self._begin_row(attributes)
        elif name == "mergeCell":
            self._add_merged_range(attributes.get("ref", ""))
        elif name == "col" and _is_out_of_sight(attributes, "width"):
            first, last = attributes.get("min", ""), attributes.get("max", "")
            if first.isdigit() and last.isdigit():
                self._block.hidden_columns.update(range(int(first) - 1, min(int(last), MOST_COLUMNS)))
        elif not self._is_value:
            super().on_element_start(name, attributes)

    def on_element_end(self, name: str) -> None:
        """Add the cell, its value read by its kind."""
        self._is_value = self._is_formula = False
        if name == "c":
            self._end_cell()
        else:
            super().on_element_end(name)

    def on_text(self, text: str) -> None:
        """Collect a value or an inline text."""
        super().on_text(text)
        if self._is_value:
            self._value.append(text)
        elif self._is_formula:
            self._formula.append(text)

    def _begin_row(self, attributes: Attributes) -> None:
        number = attributes.get("r", "")
        self._row = int(number) - 1 if number.isdigit() else self._row + 1
        self._column = -1
        if _is_out_of_sight(attributes, "ht"):
            self._block.hidden_rows.add(self._row)

    def _begin_cell(self, attributes: Attributes) -> None:
        found = _ADDRESS.fullmatch(attributes.get("r", ""))
        if found:
            self._row, self._column = int(found[2]) - 1, _column_number(found[1])
        else:
            self._row, self._column = max(self._row, 0), self._column + 1
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "0")
        self._value.clear()
        self._parts.clear()
        self._runs.clear()
        self._formula.clear()
        self._has_formula = False

    def _end_cell(self) -> None:
        if self._block.is_too_big:
            raise StopReading
        value = "".join(self._value)
        match self._kind:
            case "s":
                self._put_runs(self._book.shared_text(value))
            case "inlineStr":
                self._put_runs(self._flush_text())
            case "e":
                self._add_doubt(value, Refusal.FAULT)
            case "b":
                self._put_runs((TextRun("TRUE" if value == "1" else "FALSE"),))
            case "str" | "d":
                self._put_runs((TextRun(_unescaped(value)),))
            case _ if value:
                self._put_number(value.strip())
            case _ if self._has_formula:
                self._put_formula("".join(self._formula))

    def _put_number(self, figure: str) -> None:
        number = StoredNumber(figure, self._book.from_1904, self._has_formula)
        cell_looks.put_number(self._block, self._row, self._column, number, self._book.look_of(self._style))

    def _put_runs(self, runs: tuple[TextRun, ...]) -> None:
        cell_looks.put_runs(self._block, self._row, self._column, runs, self._book.look_of(self._style))

    def _put_formula(self, formula: str) -> None:
        """Add a formula without stored result: doubted, but for a plain figure such as =100%, which was typed so."""
        if _FIGURE.fullmatch(formula):
            self._block.put_text(self._row, self._column, f"={formula}")
        else:
            self._add_doubt("", Refusal.NO_RESULT)

    def _add_doubt(self, text: str, reason: Refusal) -> None:
        self._block.add_doubt(self._row, self._column, text, reason)

    def _add_merged_range(self, reference: str) -> None:
        corners = [_ADDRESS.fullmatch(corner) for corner in reference.split(":")]
        if len(corners) == 2 and corners[0] and corners[1]:
            if len(self.merged) >= _MOST_MERGED:
                raise FileRefused(UnfitReason.TOO_MUCH)
            top, bottom = (int(corner[2]) - 1 for corner in corners if corner)
            left, right = (_column_number(corner[1]) for corner in corners if corner)
            self.merged.append(MergedRange(top, left, bottom, right))


def _is_out_of_sight(attributes: Attributes, size: str) -> bool:
    """Whether a row or column is hidden, or has no height or width."""
    return attributes.get("hidden", "0") not in _OFF or attributes.get(size, "").strip("0.") == "" != attributes.get(
        size, ""
    )


def _column_number(letters: str) -> int:
    """The column's number, from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
