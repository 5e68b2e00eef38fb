"""The cells of a file as texts by row and column."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from selfeval_desktop.app.errors import UnfitReason
from selfeval_desktop.app.incoming import Container, PassedOverPart, PassedOverReason, cell_address
from selfeval_desktop.domain.form import texts
from selfeval_desktop.domain.reading.pasting import Refusal, RefusedText

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
    _rows: int = 0

    def put_text(self, row: int, column: int, text: str) -> bool:
        """Add a text; False where it is blank or lies beyond the rows and columns of any form."""
        text = texts.clean_text(text[:LONGEST_TEXT])
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
        if self._rows > MOST_ROWS or len(self.texts) >= MOST_CELLS:
            self.is_too_big = True
            self.texts.clear()
            self.doubts.clear()
            return False
        self.count(text)
        self.texts[row, column] = text
        return True

    def mark_covered(self, row: int, column: int) -> None:
        """Mark the cell as covered by a merged one above."""
        if len(self.covered) < MOST_CELLS and column < MOST_COLUMNS:
            self.covered.add((row, column))

    def add_doubt(self, row: int, column: int, text: str, reason: Refusal) -> None:
        """Note a doubt about a cell."""
        if not self.is_too_big and len(self.doubts) < MOST_ROWS and column < MOST_COLUMNS:
            self.doubts.append(RefusedText(row, column, texts.clean_text(text[:_TOLD]), reason))
