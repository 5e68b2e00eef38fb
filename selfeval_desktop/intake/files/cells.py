"""The cells of a file as texts by row and column."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from selfeval_desktop.app.errors import UnfitReason
from selfeval_desktop.app.incoming import Container, PassedOverPart, PassedOverReason, cell_address, column_letters
from selfeval_desktop.domain.form import amounts, texts
from selfeval_desktop.domain.reading.pasting import Refusal, RefusedText
from selfeval_desktop.intake.files import number_formats

MOST_BLOCKS = 200
MOST_ROWS = 2_000
MOST_COLUMNS = 200
MOST_CELLS = 50_000  # of one block
MOST_CHARACTERS = 4_000_000  # of one file
MOST_TEXTS = 200_000  # of one file
LONGEST_TEXT = texts.LONGEST_TEXT + 1
"""Texts are cut to one character more than a cell takes: enough to see, and to report, that they are too long."""
_TOLD = 1_000
_WIDEST_GAP = 1_000
"""So many blank rows end a block; cells below them are ignored as strays."""
_MOST_NAMED = 20
_SCALE_WORDS = frozenset("百千万亿")
_LINE_ENDS = dict.fromkeys(map(ord, "\x0b\x0c\x85\u2028\u2029"), "\n")
_FAULT = re.compile(r"#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A|NUM!|NULL!)|Err:[0-9]{3}")
_NO_VALUES = frozenset("#E")
_NARROW = re.compile("#{2,}")
_LONG_FIGURE = re.compile(rf"(-?[0-9]{{1,{amounts.WHOLE_DIGITS}}}\.[0-9]{{{amounts.DECIMAL_PLACES + 1},30}})(%?)")
_PRIVATE = re.compile("[\ue000-\uf8ff]")


class MergedRange(NamedTuple):
    """The corners of a merged cell, counted from 0, both within."""

    top: int
    left: int
    bottom: int
    right: int


class FileRefused(Exception):
    """The file is not read: `reason`, and `found`, such as a size."""

    def __init__(self, reason: UnfitReason, found: str = "") -> None:
        super().__init__(reason, found)
        self.reason, self.found = reason, found


@dataclass(frozen=True, slots=True)
class CellBlock:
    """One sheet or table: texts and doubts by row and column, counted from 0.

    `covered` are the cells below the first of a vertically merged cell, as far as the file says so.
    """

    container: Container
    name: str
    texts: Mapping[tuple[int, int], str]
    doubts: tuple[RefusedText, ...] = ()
    covered: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class FileContents:
    """All blocks of a file, and what of it was passed over."""

    blocks: tuple[CellBlock, ...] = ()
    notes: tuple[PassedOverPart, ...] = ()


@dataclass(slots=True)
class CellGathering:
    """Collects the cells of a file, cleaned, within the limits that keep a hostile file from filling memory."""

    blocks: list[CellBlock] = field(default_factory=list)
    notes: list[PassedOverPart] = field(default_factory=list)
    _characters: int = 0
    _texts: int = 0

    def begin_block(self, container: Container, name: str) -> "BlockBuilder":
        """Begin a block; FileRefused when there are too many."""
        if len(self.blocks) + len(self.notes) >= MOST_BLOCKS:
            raise FileRefused(UnfitReason.TOO_MUCH)
        return BlockBuilder(container, name, self._count_text)

    def end_block(self, block: "BlockBuilder") -> None:
        """Keep the block, if anything stands in it; one that is too big is passed over."""
        if block.is_too_big:
            self.notes.append(PassedOverPart(block.container, block.name, PassedOverReason.TOO_BIG))
            return
        for remark, told in block.hidden_parts():
            self.notes.append(PassedOverPart(block.container, block.name, remark, told))
        if block.far:
            self.notes.append(PassedOverPart(block.container, block.name, PassedOverReason.FAR, block.far))
        if block.texts:
            doubts, covered = tuple(block.doubts), frozenset(block.covered)
            self.blocks.append(CellBlock(block.container, block.name, block.texts, doubts, covered))

    def skip_part(self, container: Container, name: str, remark: PassedOverReason) -> None:
        """Note a part that is passed over; FileRefused when there are too many."""
        if len(self.notes) >= MOST_BLOCKS:
            raise FileRefused(UnfitReason.TOO_MUCH)
        self.notes.append(PassedOverPart(container, name, remark))

    def gathered_contents(self) -> FileContents:
        """All that was collected."""
        return FileContents(tuple(self.blocks), tuple(self.notes))

    def _count_text(self, text: str) -> None:
        self._characters, self._texts = self._characters + len(text), self._texts + 1
        if self._characters > MOST_CHARACTERS or self._texts > MOST_TEXTS:
            raise FileRefused(UnfitReason.TOO_MUCH)


@dataclass(slots=True)
class BlockBuilder:
    """One block while its cells come in, rows from the top; `last` is the lowest so far, `far` the address of the first stray cell."""

    container: Container
    name: str
    count: Callable[[str], None]
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    doubts: list[RefusedText] = field(default_factory=list)
    covered: set[tuple[int, int]] = field(default_factory=set)
    far: str = ""
    is_too_big: bool = False
    last: int = -1
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    hidden_texts: dict[tuple[int, int], str] = field(default_factory=dict)
    _rows: int = 0

    def put_text(self, row: int, column: int, text: str) -> bool:
        """Add a text; False where it is blank, hidden or beyond the rows and columns of any form."""
        text = texts.clean_text(text[:LONGEST_TEXT].translate(_LINE_ENDS))
        if not text.strip() or self.is_too_big:
            return False
        if len(text) >= LONGEST_TEXT:
            self.add_doubt(row, column, text[:_TOLD], Refusal.TOO_LONG)
            return False
        if column >= MOST_COLUMNS or row > self.last + _WIDEST_GAP:
            self.far = self.far or cell_address(row, column)
            return False
        if row > self.last:
            self.last, self._rows = row, self._rows + 1
        if self._rows > MOST_ROWS or len(self.texts) + len(self.hidden_texts) >= MOST_CELLS:
            self.is_too_big = True
            for kept in (self.texts, self.hidden_texts, self.doubts):
                kept.clear()
            return False
        self.count(text)
        if row in self.hidden_rows or column in self.hidden_columns:
            self.hidden_texts[row, column] = text
            return False
        return self._keep_text(row, column, text)

    def put_number(
        self, row: int, column: int, figure: str, code: str, *, from_1904: bool = False, is_result: bool = False
    ) -> None:
        """Add a stored number as its format code shows it, with doubts about it; `is_result`: a formula gave it."""
        shown = number_formats.shown_number(figure, code, from_1904=from_1904)
        if not shown.text and figure.strip("-0."):
            self.add_doubt(row, column, figure, Refusal.HIDDEN)
        if not self.put_text(row, column, shown.text):
            return
        if number_formats.is_inexact(figure):
            self.add_doubt(row, column, shown.text, Refusal.INEXACT)
        elif shown.is_bare and number_formats.is_fraction(figure):
            self.add_doubt(row, column, shown.text, Refusal.FRACTION)
        elif shown.is_shortened and not is_result:
            self.add_doubt(row, column, shown.text, Refusal.SHORTENED)
        elif shown.is_scaled and _SCALE_WORDS.isdisjoint(shown.text):
            self.add_doubt(row, column, shown.text, Refusal.SCALED)

    def apply_merged_ranges(self, ranges: Iterable[MergedRange]) -> None:
        """Of merged cells only the first one in sight shows a text: that of the first one there is."""
        inside = [each for each in ranges if each.top <= self.last and each.left < MOST_COLUMNS]
        first = {(each.top, each.left) for each in inside}
        for row, column in list(self.texts):
            if (row, column) not in first and any(
                each.top <= row <= each.bottom and each.left <= column <= each.right for each in inside
            ):
                del self.texts[row, column]
        for each in inside:
            rows = [row for row in range(each.top, min(each.bottom, self.last) + 1) if row not in self.hidden_rows]
            columns = [
                column
                for column in range(each.left, min(each.right, MOST_COLUMNS) + 1)
                if column not in self.hidden_columns
            ]
            if rows and columns and (each.top, each.left) in self.hidden_texts:
                self._keep_text(rows[0], columns[0], self.hidden_texts.pop((each.top, each.left)))
            for row in rows[1:]:
                self.mark_covered(row, columns[0] if columns else each.left)

    def hidden_parts(self) -> Iterator[tuple[PassedOverReason, str]]:
        """The hidden rows and columns in which a text stands, as people name them."""
        rows = {row for row, _ in self.hidden_texts if row in self.hidden_rows}
        columns = {column for row, column in self.hidden_texts if row not in self.hidden_rows}
        if rows:
            yield PassedOverReason.HIDDEN_ROWS, _listed(str(row + 1) for row in sorted(rows))
        if columns:
            is_sheet = self.container is Container.SHEET
            names = (column_letters(column) if is_sheet else str(column + 1) for column in sorted(columns))
            yield PassedOverReason.HIDDEN_COLUMNS, _listed(names)

    def _keep_text(self, row: int, column: int, text: str) -> bool:
        if text.lstrip()[0] in _NO_VALUES and (reason := _no_value_reason(text.strip())):
            self.add_doubt(row, column, text, reason)
            return False
        figure = _LONG_FIGURE.fullmatch(text.strip()) if "." in text else None
        if figure:
            rounded = amounts.round_half_up(Decimal(figure[1]), amounts.DECIMAL_PLACES)
            text = f"{amounts.plain_number(rounded)}{figure[2]}" if rounded else text
        if _PRIVATE.search(text):
            self.add_doubt(row, column, text, Refusal.SYMBOL)
        self.texts[row, column] = text
        return True

    def mark_covered(self, row: int, column: int) -> None:
        """Mark the cell as covered by a merged one above."""
        if len(self.covered) < MOST_CELLS and column < MOST_COLUMNS:
            self.covered.add((row, column))

    def add_doubt(self, row: int, column: int, text: str, reason: Refusal) -> None:
        """Note a doubt about a cell; of one in a hidden row or column nothing is said, as it is left out."""
        is_hidden = row in self.hidden_rows or column in self.hidden_columns
        if not (self.is_too_big or is_hidden) and len(self.doubts) < MOST_ROWS and column < MOST_COLUMNS:
            self.doubts.append(RefusedText(row, column, texts.clean_text(text[:_TOLD]), reason))


def _no_value_reason(text: str) -> Refusal | None:
    """Why a text is only there in place of a value: the column was too narrow, or a formula failed."""
    if _NARROW.fullmatch(text):
        return Refusal.NARROW
    return Refusal.FAULT if _FAULT.fullmatch(text) else None


def _listed(names: Iterable[str]) -> str:
    """The first of the names, and whether there are more."""
    found = list(names)
    return "、".join(found[:_MOST_NAMED]) + ("…" if len(found) > _MOST_NAMED else "")
