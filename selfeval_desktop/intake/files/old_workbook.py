"""The sheets of an .xls or .et file of the old kind: records in a stream, read as Excel shows their cells."""

import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from selfeval_desktop.app.errors import UnfitReason
from selfeval_desktop.app.incoming import Container, PassedOverReason
from selfeval_desktop.domain.reading.pasting import Refusal
from selfeval_desktop.intake.files import cell_looks, compound, number_formats
from selfeval_desktop.intake.files.cell_looks import CellLook, StoredNumber, TextRun
from selfeval_desktop.intake.files.cells import MOST_COLUMNS, BlockBuilder, CellGathering, FileRefused, MergedRange
from selfeval_desktop.intake.text import symbol_fonts

_STREAMS = ("Workbook", "Book", "WORKBOOK", "BOOK")
_OTHER_STREAMS = {
    "EncryptedPackage": UnfitReason.LOCKED,
    "WordDocument": UnfitReason.OLD_WORD,
    "PowerPoint Document": UnfitReason.SLIDES,
}
_BEGIN, _END, _CONTINUE = 0x809, 0x0A, 0x3C
_NEW = 0x600
"""Version of the records since 1997; older ones have texts in the code page of their PC."""
_WORKSHEET = 0
_MOST_MERGED = 20_000


def read_old_workbook(data: bytes, suffix: str, gathering: CellGathering) -> None:
    """Read all visible sheets that hold cells. FileRefused, also for other files in the same container."""
    try:
        streams = compound.root_streams(data)
    except compound.BrokenContainer:
        streams = {}
    stream = next((streams[name] for name in _STREAMS if name in streams), None)
    if stream is None:
        others = (reason for name, reason in _OTHER_STREAMS.items() if name.encode("utf-16-le") in data)
        raise FileRefused(next(others, UnfitReason.BROKEN), suffix)
    try:
        _read_stream(stream, gathering)
    except (struct.error, IndexError, LookupError) as error:
        raise FileRefused(UnfitReason.BROKEN) from error


def _read_stream(stream: bytes, gathering: CellGathering) -> None:
    book = _Workbook()
    for record in _records(stream, 0):
        book.read_record(record)
    if not book.sheets:
        raise FileRefused(UnfitReason.BROKEN)
    for place, state, kind, name in book.sheets:
        if kind != _WORKSHEET:
            continue
        if state:
            gathering.skip_part(Container.SHEET, name, PassedOverReason.HIDDEN)
            continue
        block = gathering.begin_block(Container.SHEET, name)
        # Rows and columns say whether they are hidden beside their cells: they come first.
        sheet = _Sheet(block, book)
        for record in _records(stream, place):
            sheet.read_layout(record)
        for record in _records(stream, place):
            if block.is_too_big:
                break
            sheet.read_cell(record)
        block.apply_merged_ranges(sheet.merged)
        gathering.end_block(block)


class _Record(NamedTuple):
    """A record: its kind, its bytes, and those of the records that continue it."""

    kind: int
    body: bytes
    more: tuple[bytes, ...] = ()


def _records(stream: bytes, place: int) -> Iterator[_Record]:
    """The records of the part that begins there, up to its end, without those of charts inside it."""
    depth = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        body, place = stream[place + 4 : place + 4 + length], place + 4 + length
        more: list[bytes] = []
        while stream[place : place + 2] == _CONTINUE.to_bytes(2, "little"):
            length = struct.unpack_from("<H", stream, place + 2)[0]
            more.append(stream[place + 4 : place + 4 + length])
            place += 4 + length
        depth += (kind == _BEGIN) - (kind == _END)
        if depth == 1:
            yield _Record(kind, body, tuple(more))
        if depth <= 0:
            return


@dataclass(slots=True)
class _Workbook:
    """What the sheets share: `sheets` are place in the stream, state, kind and name of each."""

    sheets: list[tuple[int, int, int, str]] = field(default_factory=list)
    texts: list[tuple[TextRun, ...]] = field(default_factory=list)
    fonts: list[tuple[bool, str]] = field(default_factory=list)
    is_new: bool = True
    from_1904: bool = False
    _code_page: str = "gb18030"
    _codes: dict[int, str] = field(default_factory=dict)
    _styles: list[tuple[int, int]] = field(default_factory=list)

    def read_record(self, record: _Record) -> None:
        """Take from a record of the first part what the sheets need."""
        body = record.body
        match record.kind:
            case 0x809:
                self.is_new = struct.unpack_from("<H", body)[0] >= _NEW
            case 0x2F:
                raise FileRefused(UnfitReason.LOCKED)
            case 0x42:
                page = struct.unpack_from("<H", body)[0]
                self._code_page = "gb18030" if page in {936, 1200} else f"cp{page}"
            case 0x22:
                self.from_1904 = body[:1] == b"\1"
            case 0x31:
                flags = struct.unpack_from("<H", body, 2)[0]
                self.fonts.append((bool(flags & 8), self.short_text(body, 14)))
            case 0x41E:
                number = struct.unpack_from("<H", body)[0]
                self._codes[number] = self.long_text(body, 2) if self.is_new else self.short_text(body, 2)
            case 0xE0:
                font, number = struct.unpack_from("<HH", body)
                self._styles.append((font, number))
            case 0x85:
                place, state, kind = struct.unpack_from("<IBB", body)
                self.sheets.append((place, state & 3, kind, self.short_text(body, 6)))
            case 0xFC:
                self.texts = list(_shared_texts((body, *record.more), self.run_of))

    def look_of(self, style: int) -> CellLook:
        """How cells of that style look."""
        font, number = self._styles[style] if style < len(self._styles) else (0, 0)
        code = self._codes.get(number) or number_formats.BUILT_IN_CODES.get(number, "")
        return CellLook(code, *self._font_of(font))

    def run_of(self, text: str, font: int | None) -> TextRun:
        """A piece of a text in that font; None for the cell's own."""
        if font is None:
            return TextRun(text)
        is_struck, name = self._font_of(font)
        return TextRun(symbol_fonts.symbol_text(text, name), is_struck)

    def short_text(self, body: bytes, place: int) -> str:
        """A text of up to 255 characters, which begins with their number."""
        count = body[place]
        if not self.is_new:
            return body[place + 1 : place + 1 + count].decode(self._code_page, "replace")
        return _characters(body[place + 2 :], count, body[place + 1])

    def long_text(self, body: bytes, place: int) -> str:
        """A text that begins with the number of its characters in two bytes."""
        count = struct.unpack_from("<H", body, place)[0]
        if not self.is_new:
            return body[place + 2 : place + 2 + count].decode(self._code_page, "replace")
        return _characters(body[place + 3 :], count, body[place + 2])

    def _font_of(self, number: int) -> tuple[bool, str]:
        # No font has the number 4.
        place = number - (number > 4)
        return self.fonts[place] if place < len(self.fonts) else (False, "")


class _Sheet:
    """Puts the cells of one sheet into its block."""

    def __init__(self, block: BlockBuilder, book: _Workbook) -> None:
        self._block, self._book = block, book
        self._waiting: tuple[int, int, int] | None = None
        self.merged: list[MergedRange] = []

    def read_layout(self, record: _Record) -> None:
        """Note hidden rows and columns, and merged cells."""
        body = record.body
        if record.kind == 0x208:
            row, *_, flags = struct.unpack_from("<HHHHHHH", body)
            if flags & 0x20:
                self._block.hidden_rows.add(row)
        elif record.kind == 0x7D:
            first, last, width, _, flags = struct.unpack_from("<HHHHH", body)
            if flags & 1 or not width:
                self._block.hidden_columns.update(range(first, min(last + 1, MOST_COLUMNS)))
        elif record.kind == 0xE5 and len(self.merged) < _MOST_MERGED:
            for top, bottom, left, right in struct.iter_unpack("<HHHH", body[2 : 2 + body[0] * 8 + body[1] * 2_048]):
                self.merged.append(MergedRange(top, left, bottom, right))

    def read_cell(self, record: _Record) -> None:
        """Put the cell of the record, if it has one."""
        body = record.body
        match record.kind:
            case 0x203:
                self._put_number(body, struct.unpack_from("<d", body, 6)[0])
            case 0x27E:
                self._put_number(body, _packed_number(struct.unpack_from("<I", body, 6)[0]))
            case 0xBD:
                row, first = struct.unpack_from("<HH", body)
                for offset, (style, packed) in enumerate(struct.iter_unpack("<HI", body[4:-2])):
                    self._put_number(struct.pack("<HHH", row, first + offset, style), _packed_number(packed))
            case 0x06:
                self._read_formula(body)
            case 0x207 if self._waiting:
                self._put_runs(self._waiting, (TextRun(self._book.long_text(body, 0)),))
                self._waiting = None
            case 0xFD:
                number = struct.unpack_from("<I", body, 6)[0]
                texts = self._book.texts
                self._put_runs(_cell_of(body), texts[number] if number < len(texts) else ())
            case 0x204 | 0xD6:
                self._put_runs(_cell_of(body), (TextRun(self._book.long_text(body, 6)),))
            case 0x205:
                self._put_truth(body, body[6], is_error=bool(body[7]))

    def _read_formula(self, body: bytes) -> None:
        """Put the result of a formula; a text follows in a record of its own."""
        if body[12:14] != b"\xff\xff":
            self._put_number(body, struct.unpack_from("<d", body, 6)[0], is_result=True)
        elif body[6] == 0:
            self._waiting = _cell_of(body)
        elif body[6] in {1, 2}:
            self._put_truth(body, body[8], is_error=body[6] == 2)

    def _put_number(self, body: bytes, value: float, *, is_result: bool = False) -> None:
        row, column, style = _cell_of(body)
        number = StoredNumber(repr(value), self._book.from_1904, is_result)
        cell_looks.put_number(self._block, row, column, number, self._book.look_of(style))

    def _put_runs(self, cell: tuple[int, int, int], runs: Sequence[TextRun]) -> None:
        row, column, style = cell
        cell_looks.put_runs(self._block, row, column, runs, self._book.look_of(style))

    def _put_truth(self, body: bytes, value: int, *, is_error: bool) -> None:
        row, column, _ = _cell_of(body)
        if is_error:
            self._block.add_doubt(row, column, "", Refusal.FAULT)
        else:
            self._block.put_text(row, column, "TRUE" if value else "FALSE")


def _cell_of(body: bytes) -> tuple[int, int, int]:
    """Row, column and style, with which the record of a cell begins."""
    row, column, style = struct.unpack_from("<HHH", body)
    return row, column, style


def _packed_number(packed: int) -> float:
    """The number in four bytes: a whole number or half of a long one, divided by a hundred if the last bit says so."""
    if packed & 2:
        whole = packed >> 2
        value = float(whole - (1 << 30) if whole & (1 << 29) else whole)
    else:
        value = struct.unpack("<d", b"\0\0\0\0" + (packed & 0xFFFFFFFC).to_bytes(4, "little"))[0]
    return value / 100 if packed & 1 else value


def _characters(data: bytes, count: int, flags: int) -> str:
    """So many characters, of two bytes each or of one."""
    return data[: 2 * count].decode("utf-16-le", "replace") if flags & 1 else data[:count].decode("latin-1")


def _shared_texts(
    segments: Sequence[bytes], run_of: Callable[[str, int | None], TextRun]
) -> Iterator[tuple[TextRun, ...]]:
    """The texts that cells share, each in its pieces."""
    reader = _SegmentReader(segments)
    _, count = struct.unpack("<II", reader.take_bytes(8))
    for _ in range(count):
        if reader.is_at_end:
            return
        length, flags = struct.unpack("<HB", reader.take_bytes(3))
        runs = struct.unpack("<H", reader.take_bytes(2))[0] if flags & 8 else 0
        more = struct.unpack("<I", reader.take_bytes(4))[0] if flags & 4 else 0
        text = reader.read_characters(length, flags)
        fonts = [struct.unpack("<HH", reader.take_bytes(4)) for _ in range(runs)]
        reader.take_bytes(more)
        edges: list[tuple[int, int | None]] = [(0, None), *fonts]
        ends = [*(start for start, _ in edges[1:]), len(text)]
        pieces = ((text[start:end], font) for (start, font), end in zip(edges, ends, strict=True))
        yield tuple(run_of(piece, font) for piece, font in pieces if piece)


class _SegmentReader:
    """Reads on from one record into those that continue it: a text that is cut says anew how its characters are packed."""

    def __init__(self, segments: Sequence[bytes]) -> None:
        self._segments = list(segments)
        self._number = self._place = 0

    @property
    def is_at_end(self) -> bool:
        """Whether nothing is left."""
        self._skip_ends()
        return self._number >= len(self._segments)

    def take_bytes(self, count: int) -> bytes:
        """So many bytes, or what is left."""
        found = b""
        while len(found) < count and not self.is_at_end:
            piece = self._segments[self._number][self._place : self._place + count - len(found)]
            found, self._place = found + piece, self._place + len(piece)
        return found

    def read_characters(self, count: int, flags: int) -> str:
        """So many characters."""
        text = ""
        while count and not self.is_at_end:
            if text and not self._place:
                flags, self._place = self._segments[self._number][0], 1
            width = 2 if flags & 1 else 1
            rest = self._segments[self._number][self._place :]
            here = min(count, len(rest) // width)
            text, count = text + _characters(rest, here, flags), count - here
            # What is left of a character is none.
            self._place += width * here if here else len(rest)
        return text

    def _skip_ends(self) -> None:
        while self._number < len(self._segments) and self._place >= len(self._segments[self._number]):
            self._number, self._place = self._number + 1, 0
