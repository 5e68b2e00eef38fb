"""The 公开版: a sheet with chosen cells and words taken out of it, so that no writer can let them through."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.look_alikes import compact_text, visible_text
from selfeval_desktop.domain.layout.sheet import Sheet, SheetCell
from selfeval_desktop.domain.reading.personal_numbers import find_personal_numbers
from selfeval_desktop.domain.reading.word_finder import WordFinder, find_amount

MASK = "■■■"
"""Replaces whatever was taken out; of fixed length, so that it does not give away how long that was."""

PUBLIC = "公开版"
SHORTEST_WORD = 2

CellPosition = tuple[int, int]
"""A cell of the sheet by its row and column."""

# A comma between digits belongs to an amount, and so does one of full width before three of them.
_SEPARATORS = re.compile(r"[\s、；;]+|，(?![０-９]{3})|(?<![０-９])，|(?<![0-9]),|,(?![0-9])")
_GROUPED_BY_SPACES = re.compile(
    r"(?<![0-9０-９.,])[0-9０-９]{1,3}(?:[ \u00a0\u202f\u3000][0-9０-９]{3}){2,}(?![0-9０-９])"
)
# So many digits are more than a figure.
_LONG_NUMBER = re.compile("[0-9]{7}")
_TEN_THOUSAND = Decimal(10_000)


@dataclass(frozen=True, slots=True)
class Masks:
    """What is taken out: whole cells, and words wherever they stand."""

    cells: frozenset[CellPosition] = frozenset()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RevealedText:
    """The text of a masked cell, and another cell that still shows it."""

    text: str
    spot: CellPosition


def words_in(line: str) -> tuple[str, ...]:
    """The words of a line, separated by white space, 、 or other commas; each once.

    A phone or identity number, and an amount of more than six digits, is one word though spaces part it.
    """
    spans = [(number.start, number.end) for number in find_personal_numbers(line)]
    spans += [found.span() for found in _GROUPED_BY_SPACES.finditer(line)]
    for start, end in spans:
        kept = "".join("\N{WORD JOINER}" if each.isspace() else each for each in line[start:end])
        line = f"{line[:start]}{kept}{line[end:]}"
    words = (word.replace("\N{WORD JOINER}", "") for word in _SEPARATORS.split(line))
    return tuple(dict.fromkeys(word for word in words if compact_text(word)))


def is_too_short(word: str) -> bool:
    """Whether the word would take out much that is not meant."""
    return len(compact_text(word)) < SHORTEST_WORD


def personal_numbers(text: str) -> tuple[str, ...]:
    """The phone, identity card and bank card numbers in a text, as they stand there; each once."""
    found = find_personal_numbers(text)
    return tuple(dict.fromkeys(visible_text(text[number.start : number.end]) for number in found))


def cell_position(cell: SheetCell) -> CellPosition:
    """Where the cell stands."""
    return cell.row, cell.column


def maskable_cells(sheet: Sheet) -> tuple[SheetCell, ...]:
    """The cells that the filler's words or figures stand in."""
    return tuple(cell for cell in sheet.cells if cell.field is not None and cell.text.strip())


def mask_sheet(sheet: Sheet, masks: Masks) -> Sheet:
    """The sheet as the public may see it: called 公开版, without signatures, and without what `masks` names.

    A word is found wherever the eye finds it (`WordFinder`). A figure that holds a word is taken out whole.
    """
    hide = _WordMask(masks.words, sheet.money_unit)
    names = _WordMask((*masks.words, *_masked_texts(sheet, masks)))
    return replace(
        sheet,
        title=names.mask_words(sheet.title),
        subtitle="　".join(part for part in (hide.mask_words(sheet.subtitle), PUBLIC) if part),
        cells=tuple(_masked_cell(cell, masks, hide) for cell in sheet.cells),
        signature=(),
        notes=tuple(map(hide.mask_words, sheet.notes)),
        name=f"{names.mask_words(sheet.name)}（{PUBLIC}）",
        author=names.mask_words(sheet.author),
    )


def without_words(text: str, words: Iterable[str]) -> str:
    """A text outside the sheet, such as a file's name, with the words masked."""
    return _WordMask(words).mask_words(text)


def word_count(sheet: Sheet, masks: Masks) -> int:
    """How often the words are taken out of cells that are not masked whole."""
    hide = _WordMask(masks.words, sheet.money_unit)
    return sum(hide.count_words(cell) for cell in sheet.cells if cell_position(cell) not in masks.cells)


def find_revealed_texts(sheet: Sheet, masks: Masks) -> tuple[RevealedText, ...]:
    """Where texts and amounts of masked cells can still be read, alone or among other words; small figures aside."""
    shown = [cell for cell in mask_sheet(sheet, masks).cells if cell_position(cell) not in masks.cells]
    masked = {compact_text(cell.text): cell for cell in sheet.cells if cell_position(cell) in masks.cells}
    return tuple(
        RevealedText(hidden.text, cell_position(cell))
        for plain, hidden in masked.items()
        if _is_telling(hidden)
        for cell in shown
        if (plain in compact_text(cell.text) if hidden.number is None else find_amount(hidden.number, cell.text))
    )


def _masked_texts(sheet: Sheet, masks: Masks) -> list[str]:
    """Texts of masked cells that must not remain in the sheet's own name and author."""
    known = (FieldRef.head("project_name"), FieldRef.head("unit"))
    hidden = (cell for cell in sheet.cells if cell_position(cell) in masks.cells)
    return [cell.text for cell in hidden if _is_telling(cell) or cell.field in known]


def _is_telling(cell: SheetCell) -> bool:
    """Whether the text gives something away: words, long numbers, amounts from 1,000 on; not a figure such as 100%."""
    plain = compact_text(cell.text)
    if cell.number is not None:
        return "," in plain
    letters = any(character.isalpha() for character in plain) and len(plain) >= SHORTEST_WORD
    return letters or _LONG_NUMBER.search(plain) is not None


def _masked_cell(cell: SheetCell, masks: Masks, hide: "_WordMask") -> SheetCell:
    if cell_position(cell) in masks.cells:
        return _replace_text(cell, MASK) if cell.text.strip() else cell
    if not hide.count_words(cell):
        return cell
    return _replace_text(cell, hide.mask_words(cell.text) if cell.number is None else MASK)


def _replace_text(cell: SheetCell, text: str) -> SheetCell:
    return replace(cell, text=text, number=None, number_format="")


class _WordMask:
    """Finds words however they are written, and puts the mask in their place."""

    def __init__(self, words: Iterable[str], money_unit: str = "") -> None:
        self._finder = WordFinder(words, money_unit)
        self._scale = _TEN_THOUSAND if money_unit == "万元" else None

    def mask_words(self, text: str) -> str:
        """The text without the words; all else is as it was."""
        kept: list[str] = []
        place = 0
        for start, end in self._finder.find_spans(text):
            kept += (text[place:start], MASK)
            place = end
        return "".join((*kept, text[place:]))

    def count_words(self, cell: SheetCell) -> int:
        """How often the words stand in a cell; in a figure once, however it is written."""
        if cell.number is None:
            return len(self._finder.find_spans(cell.text))
        return int(any(map(self._finder.find_spans, self._writings(cell, cell.number))))

    def _writings(self, cell: SheetCell, number: Decimal) -> Iterator[str]:
        yield cell.text
        yield amounts.plain_number(number)
        if self._scale is not None and cell.field is not None and cell.field.part == "funds":
            yield amounts.plain_number(number * self._scale)
