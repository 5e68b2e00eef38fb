"""The fonts of paper, bundled or installed: chosen character by character, measured, embedded so that text copies.

A font's name is its file's name without the ending: the preview and the printer find the same file by it.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from math import ceil
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStreamFilterZCompress
from reportlab.pdfbase.ttfonts import TTFont

from selfeval_desktop import paths
from selfeval_desktop.app.ports.documents import FontOffer
from selfeval_desktop.domain.layout.paper import PaperSetup

SONG = "NotoSerifSC-Regular"
HEI = "NotoSansSC-Bold"
RARE = "HanaMinA"

# Drawn for a character that no font has.
EMPTY_BOX = "□"

# Song and FangSong fonts that offices have: Windows, WPS and 方正, macOS, Debian.
_KNOWN = {
    "simfang": "仿宋",
    "仿宋_GB2312": "仿宋_GB2312",
    "FangSong_GB2312": "仿宋_GB2312",
    "simsun": "宋体",
    "STFANGSO": "华文仿宋",
    "STFangsong": "华文仿宋",
    "STSONG": "华文宋体",
    "Songti": "宋体-简",
    "FZFSK": "方正仿宋_GBK",
    "FZFSJW": "方正仿宋简体",
    "FZSSK": "方正书宋_GBK",
    "FZSSJW": "方正书宋简体",
    "uming": "文鼎明体",
    "gbsn00lp": "文鼎简报宋",
}

# Licence marks: not at all; not in part, or as bitmaps only.
_RESTRICTED, _NO_PARTS = 0x0002, 0x0300
_TO_UNICODE, _FONT_FILE = "toUnicodeCMap:", "fontFile:"
_ENTRY = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]{4,6})>")
_ENTRIES_PER_BLOCK = 100


class PaperFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A TrueType font whose text copies out of the PDF as it was put in. A collection stands for its first font."""

    def __init__(self, name: str, file: Path) -> None:
        super().__init__(name, str(file), shapable=False)
        self._boxes: set[str] = set()
        # Each subset would copy the table of all outlines, ten megabytes, anew.
        self.face.get_table = cache(self.face.get_table)
        # Thirty thousand lists that only text shaping needs, and that every garbage collection would walk through.
        self.face.glyphToChar.clear()
        # Two files may hold fonts that call themselves alike; in a PDF every font has a name of its own.
        self.face.name = re.sub(r"[^A-Za-z0-9_-]", "_", name).encode("ascii")

    @property
    def may_be_embedded(self) -> bool:
        """Whether its licence mark lets parts of it into a document."""
        permission = int.from_bytes(self.face.get_table("OS/2")[8:10])
        return permission != _RESTRICTED and not permission & _NO_PARTS

    def has_glyph(self, character: str) -> bool:
        """Whether the font can draw it."""
        return character not in self._boxes and bool(self.face.charToGlyph.get(ord(character)))

    def advance_width(self, character: str) -> float:
        """How far the character moves on, in em."""
        width: float = self.face.getCharWidth(ord(character))
        return width / 1000

    def map_to_empty_box(self, character: str) -> None:
        """Draw an empty box for a character that the font lacks, and keep the character in the PDF's text."""
        face, box = self.face, ord(EMPTY_BOX)
        self._boxes.add(character)
        face.charToGlyph[ord(character)] = face.charToGlyph.get(box, 0)
        face.charWidths[ord(character)] = face.getCharWidth(box)

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - reportlab calls it
        """Embed the subsets, then mend the tables that say which character each glyph stands for.

        reportlab writes five hex digits where a character outside the BMP needs a surrogate pair, more
        entries in a block than the format allows, and entries for codes that are not used.
        """
        others = set(doc.idToObject)
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if name.startswith(_TO_UNICODE) and name not in others:
                stream.content = _mended_unicode_table(stream.content)
            elif name.startswith(_FONT_FILE) and name not in others:
                stream.filters = [_LightCompression()]


class _LightCompression(PDFStreamFilterZCompress):  # type: ignore[misc]  # reportlab has no types
    """Outlines hardly shrink beyond the least effort, and are the most of a file."""

    def encode(self, text: bytes) -> bytes:
        """The compressed stream."""
        return zlib.compress(text, 1)


def _mended_unicode_table(table: str) -> str:
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
def load_font(name: str) -> PaperFont:
    """The font of that name, read on first use and from then on known to reportlab.

    The bundled Song where there is none of that name or it cannot be used.
    """
    font = _read_font(name)
    if font is None:
        return load_font(SONG)
    pdfmetrics.registerFont(font)
    return font


def offered_fonts() -> tuple[FontOffer, ...]:
    """The fonts of this PC that a form's text can be set in, the bundled Song aside."""
    return tuple(FontOffer(name, label) for name, label in _KNOWN.items() if _read_font(name) is not None)


def _read_font(name: str) -> PaperFont | None:
    """The font of that name, where there is one that is sound and may be put into a document."""
    path = paths.font_file(name)
    if path is None:
        return None
    with suppress(Exception):  # reportlab's reader stumbles over torn fonts in many ways
        font = PaperFont(name, path)
        return font if font.may_be_embedded else None
    return None


class Typeface(dict[str, float]):
    """Advance of each character in em, from the first of `names` that has it.

    A character that none of them has is drawn as an empty box; see `characters_without_font`.
    """

    def __init__(self, *names: str) -> None:
        super().__init__()
        self._names = names
        self._font_of: dict[str, str] = {}
        self._plain: set[str] = set()
        self._missing: set[str] = set()

    def __missing__(self, character: str) -> float:
        font = self._font_for(character)
        self._font_of[character] = font.fontName
        if font.fontName == self._names[0]:
            self._plain.add(character)
        self[character] = font.advance_width(character)
        return self[character]

    def _font_for(self, character: str) -> PaperFont:
        for name in self._names:
            font = load_font(name)
            if font.has_glyph(character):
                return font
        self._missing.add(character)
        font = load_font(SONG)
        font.map_to_empty_box(character)
        return font

    def text_width(self, text: str) -> float:
        """Width of the text in em."""
        return sum(map(self.__getitem__, text))

    def font_runs(self, text: str) -> Iterator[tuple[str, str]]:
        """The text cut into (font name, characters) of one font each; every character must have been measured."""
        if self._plain.issuperset(text):
            yield self._names[0], text
            return
        for name, characters in groupby(text, self._font_of.__getitem__):
            yield name, "".join(characters)

    def characters_without_font(self, text: str) -> str:
        """The characters of the text that no font has, each once, in order."""
        for character in set(text):
            self[character]
        return "".join(dict.fromkeys(character for character in text if character in self._missing))


@cache
def body_typeface(name: str) -> Typeface:
    """The typeface of a form's text in the font of that name; the bundled Song where the PC has no such font."""
    font = load_font(name).fontName if name else SONG
    return BODY if font == SONG else Typeface(font, SONG, RARE)


BODY = Typeface(SONG, RARE)
TITLE = Typeface(HEI, SONG, RARE)


_PAD_X = 0.36
# From line to line and between a rule and the text, in em: with room to spare, as usual, and at the smallest size.
_ROOMY = (1.4, 0.46)
_USUAL = (1.36, 0.32)
_TIGHT = (1.3, 0.26)
_STEP = 0.25


@dataclass(frozen=True, slots=True)
class Metrics:
    """Distances in points that follow from the type size; the last two in em."""

    size: float
    line: float = _USUAL[0]
    space: float = _USUAL[1]

    @property
    def pitch(self) -> float:
        """From one line to the next."""
        return self.size * self.line

    @property
    def pad_x(self) -> float:
        """Between a vertical rule and the text."""
        return self.size * _PAD_X

    @property
    def pad_y(self) -> float:
        """Between a horizontal rule and the text."""
        return self.size * self.space

    def cell_height(self, lines: int) -> float:
        """Of a cell with that many lines."""
        return max(lines, 1) * self.pitch + 2 * self.pad_y


def metrics_by_size(paper: PaperSetup) -> Sequence[Metrics]:
    """The metrics to try, from roomy to tight: first less space, then smaller type, a quarter point at a time."""
    full, smallest = paper.text_size, min(paper.smallest_size, paper.text_size)
    count = ceil((full - smallest) / _STEP - 1e-6)
    shrunk = []
    for step in range(1, count + 1):
        line, space = (usual + (tight - usual) * step / count for usual, tight in zip(_USUAL, _TIGHT, strict=True))
        shrunk.append(Metrics(max(full - step * _STEP, smallest), line, space))
    return (Metrics(full, *_ROOMY), Metrics(full, *_USUAL), *shrunk)
