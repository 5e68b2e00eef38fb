"""QR codes: the dark modules of a short text."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel, QRRSBlock

_LEVEL = QRErrorCorrectLevel.M
# Every mask can be read. This one scans best for Chinese texts on the average; weighing all eight for each
# text would take longer than drawing its form.
_MASK = 2
# Before the text stand its mode and, in the sizes up to 9, its length in one byte.
_HEAD_BITS = 12


@dataclass(frozen=True, slots=True)
class QrImage:
    """`side` modules each way, without the quiet zone; `stretches` are (column, row, length) of dark ones."""

    side: int
    stretches: tuple[tuple[int, int, int], ...]


@lru_cache(maxsize=256)
def qr_image(text: str, largest: int) -> QrImage | None:
    """The text as UTF-8 in the smallest size that holds it; None when size `largest`, at most 9, does not."""
    data = text.encode()
    size = next((each for each in range(1, largest + 1) if len(data) <= capacity(each)), None)
    if size is None:
        return None
    code = QRCode(size, _LEVEL)
    code.addData(QR8bitByte(data))
    code.makeImpl(test=False, maskPattern=_MASK)
    return QrImage(code.moduleCount, tuple(_stretches(code.modules)))


def capacity(size: int) -> int:
    """How many bytes of text a size holds."""
    bits: int = sum(8 * block.dataCount for block in QRRSBlock.getRSBlocks(size, _LEVEL))
    return (bits - _HEAD_BITS) // 8


def _stretches(modules: list[list[bool]]) -> Iterator[tuple[int, int, int]]:
    for row, line in enumerate(modules):
        column = 0
        for dark, stretch in groupby(line, bool):
            length = len(list(stretch))
            if dark:
                yield column, row, length
            column += length
