"""Reads the clipboard, on which any program may have put anything: what is long is left to the reading process."""

from selfeval_desktop.app.errors import UnreadableClipboard
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.codec import limited
from selfeval_desktop.codec.limited import LimitedReader
from selfeval_desktop.intake.files.cells import MOST_CELLS
from selfeval_desktop.intake.text.html_table import TooManyCells
from selfeval_desktop.intake.text.pasted_table import Rows, read_table

_AT_ONCE = 100_000
"""Up to so many characters are read in a blink; a whole form out of Excel or Word has fewer."""
_MOST_CHARACTERS = 20_000_000


def read_clipboard(text: str, html: str, progress: Progress = ignore_progress) -> Rows:
    """The rows of the clipboard's table, as `read_table` gives them; UnreadableClipboard, Cancelled."""
    length = len(text) + len(html)
    if length > _MOST_CHARACTERS:
        raise UnreadableClipboard
    try:
        rows = read_table(text, html) if length <= _AT_ONCE else _read_limited(text, html, progress)
    except TooManyCells as error:
        raise UnreadableClipboard from error
    if sum(map(len, rows)) > MOST_CELLS:
        raise UnreadableClipboard
    return rows


def _read_limited(text: str, html: str, progress: Progress) -> Rows:
    with LimitedReader() as reader, limited.telling_stops(lambda _reason: UnreadableClipboard()):
        return reader.call(read_table, text, html, progress=progress)
