"""QR codes: the dark modules of a short text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import segno

# Every mask can be read. This one scans best for Chinese texts on the average; weighing all eight for each
# text would take five times as long.
_MASK = 2


@dataclass(frozen=True, slots=True)
class QrImage:
    """`side` modules each way, without the quiet zone; `stretches` are (column, row, length) of dark ones."""

    side: int
    stretches: tuple[tuple[int, int, int], ...]


@lru_cache(maxsize=256)
def qr_image(text: str) -> QrImage:
    """The text as UTF-8, in the smallest size that holds it; a seventh of the code may be damaged."""
    code = segno.make_qr(text, error="m", mode="byte", mask=_MASK, encoding="utf-8", boost_error=False)
    return QrImage(len(code.matrix), tuple(_dark_stretches(code.matrix)))


def _dark_stretches(modules: Iterable[Iterable[int]]) -> Iterator[tuple[int, int, int]]:
    for row, line in enumerate(modules):
        column = 0
        for dark, stretch in groupby(line):
            length = len(list(stretch))
            if dark:
                yield column, row, length
            column += length
