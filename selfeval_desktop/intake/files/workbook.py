"""The sheets of an .xlsx file: each cell as the text that Excel shows, with doubts about formulas and lost digits."""

import re
from zipfile import ZipFile

from selfeval_desktop.app.errors import UnfitReason
from selfeval_desktop.app.incoming import Container, PassedOverReason
from selfeval_desktop.domain.reading.pasting import Refusal
from selfeval_desktop.intake.files.archive import (
    AttributeHandler,
    Attributes,
    StopReading,
    XmlHandler,
    read_member,
    relation_targets,
)
from selfeval_desktop.intake.files.cells import LONGEST_TEXT, MOST_CHARACTERS, BlockBuilder, CellGathering, FileRefused
from selfeval_desktop.intake.forms import numbers
from selfeval_desktop.intake.forms.numbers import NumberDisplay

BOOK = "xl/workbook.xml"
_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?%?")
_MOST_SHARED = 200_000
_MOST_MERGED = 20_000


def read_workbook(archive: ZipFile, gathering: CellGathering) -> None:
    """Read all visible sheets that hold cells; hidden ones are noted as passed over. FileRefused."""
    book = _WorkbookParts(archive)
    for name, state, part in book.sheets:
        if state in {"hidden", "veryHidden"}:
            gathering.skip_part(Container.SHEET, name, PassedOverReason.HIDDEN)
        elif part:
            block = gathering.begin_block(Container.SHEET, name)
            sheet = _SheetHandler(block, book)
            read_member(archive, part, sheet)
            sheet.apply_merged_cells()
            gathering.end_block(block)


class _WorkbookParts:
    """What the sheets share: their names, the texts, the number formats and the first day."""

    def __init__(self, archive: ZipFile) -> None:
        self.sheets: list[tuple[str, str, str]] = []
        self.from_1904 = False
        parts = relation_targets(archive, BOOK)

        def read_book_element(name: str, attributes: Attributes) -> None:
            if name == "sheet":
                part = parts.get(attributes.get("id", ""), "")
                self.sheets.append((attributes.get("name", ""), attributes.get("state", ""), part))
            elif name == "workbookPr":
                self.from_1904 = attributes.get("date1904") in {"1", "true"}

        read_member(archive, BOOK, AttributeHandler(read_book_element))
        self.looks = _NumberStyles(archive).looks
        shared = _SharedTexts()
        read_member(archive, "xl/sharedStrings.xml", shared)
        self.texts = shared.texts

    def style_display(self, style: str) -> NumberDisplay:
        """How cells of that style show a number."""
        place = int(style) if style.isdigit() else 0
        return self.looks[place] if place < len(self.looks) else "plain"

    def shared_text(self, place: str) -> str:
        """The shared text of that index; "" for an index out of range."""
        return self.texts[int(place)] if place.isdigit() and int(place) < len(self.texts) else ""


class _NumberStyles:
    """How each cell style shows numbers, by the index of the style."""

    def __init__(self, archive: ZipFile) -> None:
        self.looks: list[NumberDisplay] = []
        self._codes: dict[str, str] = {}
        self._is_inside = False
        read_member(archive, "xl/styles.xml", AttributeHandler(self._read_style_element))

    def _read_style_element(self, name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name in {"cellXfs", "cellStyleXfs", "cellStyles", "dxfs"}:
            self._is_inside = name == "cellXfs"
        elif name == "xf" and self._is_inside:
            key = attributes.get("numFmtId", "0")
            self.looks.append(numbers.number_display(int(key) if key.isdigit() else 0, self._codes.get(key, "")))


class _TextHandler(XmlHandler):
    """Texts in <t>, without phonetic readings."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._is_text = self._is_aloud = False

    def on_element_start(self, name: str, attributes: Attributes) -> None:
        """Collect inside <t>."""
        self._is_aloud = self._is_aloud or name == "rPh"
        self._is_text = name == "t" and not self._is_aloud

    def on_element_end(self, name: str) -> None:
        """Stop collecting."""
        self._is_text = False
        self._is_aloud = self._is_aloud and name != "rPh"

    def on_text(self, text: str) -> None:
        """Collect the text."""
        if self._is_text:
            self._parts.append(text)

    def _flush_text(self) -> str:
        """The collected text, its _xHHHH_ escapes decoded; the next one begins."""
        text = "".join(self._parts)[:LONGEST_TEXT]
        self._parts.clear()
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


class _SharedTexts(_TextHandler):
    """The texts that cells share, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._characters = 0

    def on_element_end(self, name: str) -> None:
        """Each <si> is one text."""
        super().on_element_end(name)
        if name == "si":
            self.texts.append(self._flush_text())
            self._characters += len(self.texts[-1])
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
        self._merged: list[tuple[int, int, int, int]] = []

    def on_element_start(self, name: str, attributes: Attributes) -> None:
        """Enter a row, a cell, or a value in it."""
        super().on_element_start(name, attributes)
        if name == "c":
            self._begin_cell(attributes)
        elif name == "row":
            number = attributes.get("r", "")
            self._row = int(number) - 1 if number.isdigit() else self._row + 1
            self._column = -1
        elif name == "mergeCell":
            self._add_merged_range(attributes.get("ref", ""))
        self._is_value, self._is_formula = name == "v", name == "f"
        self._has_formula = self._has_formula or self._is_formula

    def on_element_end(self, name: str) -> None:
        """Add the cell, its value read by its kind."""
        super().on_element_end(name)
        self._is_value = self._is_formula = False
        if name == "c":
            self._end_cell()

    def on_text(self, text: str) -> None:
        """Collect a value or an inline text."""
        super().on_text(text)
        if self._is_value:
            self._value.append(text)
        elif self._is_formula:
            self._formula.append(text)

    def apply_merged_cells(self) -> None:
        """Only the first cell of merged ones shows what it holds."""
        first = {(top, left) for top, left, _, _ in self._merged}
        for row, column in list(self._block.texts):
            if (row, column) not in first and any(
                top <= row <= bottom and left <= column <= right for top, left, bottom, right in self._merged
            ):
                del self._block.texts[row, column]
        for top, left, bottom, _ in self._merged:
            for row in range(top + 1, min(bottom, self._block.last) + 1):
                self._block.mark_covered(row, left)

    def _begin_cell(self, attributes: Attributes) -> None:
        found = _ADDRESS.fullmatch(attributes.get("r", ""))
        if found:
            self._row, self._column = int(found[2]) - 1, _column_number(found[1])
        else:
            self._row, self._column = max(self._row, 0), self._column + 1
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "0")
        self._value.clear()
        self._parts.clear()
        self._formula.clear()
        self._has_formula = False

    def _end_cell(self) -> None:
        if self._block.is_too_big:
            raise StopReading
        value, own = "".join(self._value), self._flush_text()
        match self._kind:
            case "s":
                self._put_text(self._book.shared_text(value))
            case "inlineStr":
                self._put_text(own)
            case "e":
                self._add_doubt(value, Refusal.FAULT)
            case "b":
                self._put_text("TRUE" if value == "1" else "FALSE")
            case "str" | "d":
                self._put_text(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), value))
            case _ if value:
                self._put_number(value.strip())
            case _ if self._has_formula:
                self._put_formula("".join(self._formula))

    def _put_number(self, figure: str) -> None:
        how = self._book.style_display(self._style)
        text = numbers.number_text(figure, how, from_1904=self._book.from_1904)
        if not self._put_text(text):
            return
        if numbers.is_inexact(figure):
            self._add_doubt(text, Refusal.INEXACT)
        elif how == "plain" and numbers.is_fraction(figure):
            self._add_doubt(text, Refusal.FRACTION)

    def _put_formula(self, formula: str) -> None:
        """Add a formula without stored result: doubted, but for a plain figure such as =100%, which was typed so."""
        if _FIGURE.fullmatch(formula):
            self._put_text(f"={formula}")
        else:
            self._add_doubt("", Refusal.NO_RESULT)

    def _put_text(self, text: str) -> bool:
        return self._block.put_text(self._row, self._column, text)

    def _add_doubt(self, text: str, reason: Refusal) -> None:
        self._block.add_doubt(self._row, self._column, text, reason)

    def _add_merged_range(self, reference: str) -> None:
        corners = [_ADDRESS.fullmatch(corner) for corner in reference.split(":")]
        if len(corners) == 2 and corners[0] and corners[1]:
            if len(self._merged) >= _MOST_MERGED:
                raise FileRefused(UnfitReason.TOO_MUCH)
            top, bottom = (int(corner[2]) - 1 for corner in corners if corner)
            left, right = (_column_number(corner[1]) for corner in corners if corner)
            self._merged.append((top, left, bottom, right))


def _column_number(letters: str) -> int:
    """The column's number, from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
