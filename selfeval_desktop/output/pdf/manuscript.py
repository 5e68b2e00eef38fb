"""A sheet's texts prepared for the page: their printable characters, and their width on one line."""

import re
import unicodedata
from dataclasses import dataclass

from selfeval_desktop.domain.layout.sheet import Sheet, SheetCell
from selfeval_desktop.output.pdf.text_layout import Composer, Prose

_FIGURE = re.compile(r"[≥≤≧≦><=＞＜＝±]*[+\-−]?\d[\d,.]*[%‰％]?")
# No amount is longer, with operator and thousands marks; a longer row of digits is text like any other.
_LONGEST = 30


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell with its text. `natural` is the width in em of its widest paragraph; a figure must stay whole."""

    cell: SheetCell
    prose: Prose
    natural: float
    is_figure: bool


class Manuscript:
    """A sheet with the entries of its cells, in their order; it may be set in any size."""

    def __init__(self, sheet: Sheet, composer: Composer) -> None:
        self.sheet = sheet
        self.composer = composer
        self.entries = [self._make_entry(cell) for cell in sheet.cells]

    def _make_entry(self, cell: SheetCell) -> CellText:
        prose = self.composer.make_prose(printable_text(cell.text))
        is_figure = len(cell.text) <= _LONGEST and _FIGURE.fullmatch(cell.text) is not None
        return CellText(cell, prose, prose.natural_width, is_figure)


class _Printable(dict[int, str]):
    """What paper shows of a character: other white space as a space, control and format characters not at all."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character.isspace() and character not in "\n\u3000":
            character = " "
        elif unicodedata.category(character) in _UNSEEN and character != "\n":
            character = ""
        self[code] = character
        return character


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_PRINTABLE = _Printable()


def printable_text(text: str) -> str:
    """The text without what no paper can show: control and format characters; line ends as one newline."""
    if text.isprintable():
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_PRINTABLE)
