"""The bundled fonts: chosen character by character, measured, and embedded so that text copies back.

A font's name is its file's name without the ending: the preview and the printer find the same file by it.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

from selfeval_desktop import paths

SONG = "NotoSerifSC-Regular"
HEI = "NotoSansSC-Bold"
RARE = "HanaMinA"

_TO_UNICODE = "toUnicodeCMap:"
_ENTRY = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]{4,6})>")
_ENTRIES_PER_BLOCK = 100


class PaperFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A TrueType font whose text copies out of the PDF as it was put in."""

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - reportlab calls it
        """Embed the subsets, then mend the tables that say which character each glyph stands for.

        reportlab writes five hex digits where a character outside the BMP needs a surrogate pair, more
        entries in a block than the format allows, and entries for codes that are not used.
        """
        others = set(doc.idToObject)
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if name.startswith(_TO_UNICODE) and name not in others:
                stream.content = _mended(stream.content)

    def keep(self, character: str) -> None:
        """Draw the font's empty box for a character it lacks, and keep the character in the PDF's text."""
        self.face.charToGlyph.setdefault(ord(character), 0)
        self.face.charWidths.setdefault(ord(character), self.face.defaultWidth)


def _mended(table: str) -> str:
    """The same ToUnicode table with UTF-16 values, in blocks of at most 100 entries."""
    entries = [
        f"<{code}> <{chr(int(value, 16)).encode('utf-16-be').hex().upper()}>"
        for code, value in _ENTRY.findall(table)
        if int(value, 16)
    ]
    starts = range(0, len(entries), _ENTRIES_PER_BLOCK)
    blocks = [entries[start : start + _ENTRIES_PER_BLOCK] for start in starts]
    body = "\n".join("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks)
    head, _, rest = table.partition("endcodespacerange")
    return f"{head}endcodespacerange\n{body}{rest[rest.rindex('endbfchar') + len('endbfchar') :]}"


@cache
def load(name: str) -> PaperFont:
    """The font of that name, read on first use and from then on known to reportlab."""
    font = PaperFont(name, str(paths.fonts() / f"{name}.ttf"), shapable=False)
    pdfmetrics.registerFont(font)
    return font


class Typeface(dict[str, float]):
    """Advance of each character in em, from the first of `names` that has it.

    A character that none of them has is drawn as the first font's empty box; `missing` tells which.
    """

    def __init__(self, *names: str) -> None:
        super().__init__()
        self._names = names
        self._font_of: dict[str, str] = {}
        self._plain: set[str] = set()
        self._missing: set[str] = set()

    def __missing__(self, character: str) -> float:
        font = self._find(character)
        self._font_of[character] = font.fontName
        if font.fontName == self._names[0]:
            self._plain.add(character)
        advance: float = font.face.getCharWidth(ord(character)) / 1000
        self[character] = advance
        return advance

    def _find(self, character: str) -> PaperFont:
        for name in self._names:
            font = load(name)
            if font.face.charToGlyph.get(ord(character)):
                return font
        self._missing.add(character)
        font = load(self._names[0])
        font.keep(character)
        return font

    def width(self, text: str) -> float:
        """Width of the text in em."""
        return sum(map(self.__getitem__, text))

    def runs(self, text: str) -> Iterator[tuple[str, str]]:
        """The text cut into (font name, characters) of one font each; every character must have been measured."""
        if self._plain.issuperset(text):
            yield self._names[0], text
            return
        for name, characters in groupby(text, self._font_of.__getitem__):
            yield name, "".join(characters)

    def missing(self, text: str) -> str:
        """The characters of the text that no font has, each once, in order."""
        for character in set(text):
            self[character]
        return "".join(dict.fromkeys(character for character in text if character in self._missing))


BODY = Typeface(SONG, RARE)
TITLE = Typeface(HEI, SONG, RARE)
