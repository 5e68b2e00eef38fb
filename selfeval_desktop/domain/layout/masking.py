"""The 公开版: a sheet with chosen cells and words taken out of it, so that no writer can let them through."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.layout.sheet import Sheet, SheetCell

MASK = "■■■"
"""Replaces whatever was taken out; of fixed length, so that it does not give away how long that was."""

PUBLIC = "公开版"
SHORTEST_WORD = 2

CellPosition = tuple[int, int]
"""A cell of the sheet by its row and column."""

# A comma between digits belongs to an amount.
_SEPARATORS = re.compile(r"[\s、，；;]+|(?<![0-9]),|,(?![0-9])")
_DIGIT = "[0-9０-９]"
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
# White space, and the selectors that choose between shapes of a character; between digits dashes too.
_BETWEEN = "[\\s\ufe00-\ufe0f\U000e0100-\U000e01ef]*"
_BETWEEN_DIGITS = "[\\s\ufe00-\ufe0f\U000e0100-\U000e01ef\\-‐‑–—－]*"
# Mobile phones, land lines with their area code or called 电话, identity cards, bank cards.
_PERSONAL = (
    rf"(?:[+＋]?86{_BETWEEN_DIGITS})?[1１][3-9３-９](?:{_BETWEEN_DIGITS}{_DIGIT}){{9}}",
    rf"[(（]?[0０]{_DIGIT}{{2,3}}[)）]?{_BETWEEN_DIGITS}{_DIGIT}{{7,8}}",
    rf"(?:(?<=电话)|(?<=电话[:：])|(?<=传真)|(?<=传真[:：])){_DIGIT}{{7,8}}",
    rf"{_DIGIT}{{17}}[0-9０-９XxＸｘ]|{_DIGIT}{{15,16}}|{_DIGIT}{{19}}",
)
_NUMBERS = re.compile(rf"(?<![0-9０-９.,])(?:{'|'.join(_PERSONAL)})(?![0-9０-９]|[.,][0-9])")
# So many digits are more than a figure.
_LONG_NUMBER = re.compile(rf"{_DIGIT}{{7}}")
_FULL_WIDTH = 0xFEE0


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
    """The words of a line, separated by white space, 、 or other commas; each once."""
    return tuple(dict.fromkeys(word for word in _SEPARATORS.split(line) if _compact_text(word)))


def personal_numbers(text: str) -> tuple[str, ...]:
    """The phone, identity card and bank card numbers in a text, as they stand there; each once (K58)."""
    return tuple(dict.fromkeys(found[0] for found in _NUMBERS.finditer(_visible_text(text))))


def cell_position(cell: SheetCell) -> CellPosition:
    """Where the cell stands."""
    return cell.row, cell.column


def maskable_cells(sheet: Sheet) -> tuple[SheetCell, ...]:
    """The cells that the filler's words or figures stand in."""
    return tuple(cell for cell in sheet.cells if cell.field is not None and cell.text.strip())


def mask_sheet(sheet: Sheet, masks: Masks) -> Sheet:
    """The sheet as the public may see it: called 公开版, without signatures, and without what `masks` names.

    A word is found in full or half width, in either case, with white space between its characters, digits
    also with dashes between them. A figure that holds a word is taken out whole.
    """
    hide = _WordMask(masks.words)
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
    hide = _WordMask(masks.words)
    return sum(hide.count_words(cell) for cell in sheet.cells if cell_position(cell) not in masks.cells)


def find_revealed_texts(sheet: Sheet, masks: Masks) -> tuple[RevealedText, ...]:
    """Where texts and amounts of masked cells can still be read, alone or among other words; small figures aside."""
    cells = mask_sheet(sheet, masks).cells
    shown = [
        (cell_position(cell), _compact_text(cell.text)) for cell in cells if cell_position(cell) not in masks.cells
    ]
    texts = {_compact_text(cell.text): cell for cell in sheet.cells if cell_position(cell) in masks.cells}
    return tuple(
        RevealedText(hidden.text, place)
        for plain, hidden in texts.items()
        if _is_telling(hidden)
        for place, text in shown
        if plain in text and (hidden.number is None or _stands_alone(plain, text))
    )


def _stands_alone(figure: str, text: str) -> bool:
    """Whether the figure is there, and not as a part of a longer one."""
    return re.search(rf"(?<![0-9.,]){re.escape(figure)}(?![0-9]|[.,][0-9])", text) is not None


def _masked_texts(sheet: Sheet, masks: Masks) -> list[str]:
    """Texts of masked cells that must not remain in the sheet's own name and author."""
    known = (FieldRef.head("project_name"), FieldRef.head("unit"))
    hidden = (cell for cell in sheet.cells if cell_position(cell) in masks.cells)
    return [cell.text for cell in hidden if _is_telling(cell) or cell.field in known]


def _is_telling(cell: SheetCell) -> bool:
    """Whether the text gives something away: words, long numbers, amounts from 1,000 on; not a figure such as 100%."""
    plain = _compact_text(cell.text)
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

    def __init__(self, words: Iterable[str]) -> None:
        # Where one word begins like another, the longer is to go.
        spelled = sorted(filter(None, map(_compact_text, words)), key=len, reverse=True)
        self._words = re.compile("|".join(map(_word_pattern, spelled)), re.IGNORECASE) if spelled else None

    def mask_words(self, text: str) -> str:
        """The text without the words; as it was where it has none."""
        if self._words is None:
            return text
        hidden, found = self._words.subn(MASK, _visible_text(text))
        return hidden if found else text

    def count_words(self, cell: SheetCell) -> int:
        """How often the words stand in a cell; in a figure once, however it is written."""
        if self._words is None:
            return 0
        if cell.number is None:
            return len(self._words.findall(_visible_text(cell.text)))
        return int(any(map(self._words.search, (cell.text, amounts.plain_number(cell.number)))))


def _word_pattern(word: str) -> str:
    parts = [_either_width(word[0])]
    for before, character in pairwise(word):
        parts.append(_BETWEEN_DIGITS if before.isdigit() and character.isdigit() else _BETWEEN)
        parts.append(_either_width(character))
    return "".join(parts)


def _either_width(character: str) -> str:
    code = ord(character)
    half = code - _FULL_WIDTH if 0xFF01 <= code <= 0xFF5E else code
    full = half + _FULL_WIDTH if 0x21 <= half <= 0x7E else half
    return f"[{re.escape(chr(half))}{re.escape(chr(full))}]"


def _visible_text(text: str) -> str:
    """The text without characters that paper does not show."""
    if text.isprintable():
        return text
    return "".join(char for char in text if char.isspace() or unicodedata.category(char) not in _UNSEEN)


def _compact_text(text: str) -> str:
    return "".join(_visible_text(text).split())
