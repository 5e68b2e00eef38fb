"""Text read back from written files, white space aside."""

import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2
import pytest

Reader = Callable[[bytes, Path], list[str]]


def squeezed(text: str) -> str:
    """The text without any white space."""
    return "".join(text.split())


def with_pdfium(data: bytes, _folder: Path) -> list[str]:
    """The text of each page as Chrome and many viewers extract it."""
    with pypdfium2.PdfDocument(data) as document:
        return [squeezed(_page_text(page)) for page in document]


def _page_text(page: pypdfium2.PdfPage) -> str:
    text: str = page.get_textpage().get_text_bounded()
    # pdfium gives a hyphen at a line's end as a soft one.
    return text.replace("\ufffe", "-").replace("\x02", "-")


def with_pdftotext(data: bytes, folder: Path) -> list[str]:
    """The text of each page as poppler extracts it, in the order of drawing."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    path = folder / "read.pdf"
    path.write_bytes(data)
    done = subprocess.run([program, "-raw", "-enc", "UTF-8", path, "-"], capture_output=True, check=True)
    return [squeezed(page) for page in done.stdout.decode("utf-8").split("\f")[:-1]]


def holds(pages: Sequence[str], text: str) -> bool:
    """Whether the text stands on one page in one piece, or goes on from page to page in order."""
    wanted = squeezed(text)
    return any(wanted in page for page in pages) or _goes_on(pages, wanted)


def _goes_on(pages: Sequence[str], wanted: str) -> bool:
    place = 0
    for page in pages:
        length = _longest_prefix(page, wanted[place:])
        # A piece of a split text is at least a line long; a shorter match is chance.
        if length > 3 or place + length == len(wanted):
            place += length
        if place == len(wanted):
            return True
    return False


def _longest_prefix(page: str, wanted: str) -> int:
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wanted[:middle] in page else (low, middle - 1)
    return low
