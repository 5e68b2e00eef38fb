"""Files by the names that somebody gave them: real paths, names to be shown, and reading that takes regular files only.

A pipe would be waited for without end, a device read without end, whatever its name ends in.
"""

import errno
import os
import re
import stat
from contextlib import suppress
from io import BufferedReader
from pathlib import Path

NOT_REGULAR = "not a regular file"
"""What is told of a pipe, a device or a socket, as the system's own short texts are of other faults."""
SECOND_NAME = "the file has a second name"
"""The same of a ledger with hard links: its lock and its journal would lie beside one of its names only."""

# What a system lacks of these it does not need.
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"))


class OversizedFile(OSError):
    """A file of more bytes than what it is read for can have; `size` is what is known of them."""

    def __init__(self, path: Path, size: int) -> None:
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        self.size = size


def real_path(path: Path) -> Path:
    """The path without links, under which everybody finds what lies beside the file; it need not exist.

    A path that no link is on stays as the user knows it: relative, or on Windows with the letter of its drive.
    """
    plain = path.absolute()
    if os.name == "nt" and not any(map(_is_link, (plain, *plain.parents))):
        return path
    try:
        real = Path(os.path.realpath(plain))
    except OSError:
        # Longer than Windows takes: whoever opens it gets the error and tells it.
        return path
    return path if real == plain else real


def _is_link(path: Path) -> bool:
    """Whether the name leads elsewhere: a symbolic link, or a junction."""
    try:
        path.readlink()
    except OSError:
        return False
    return True


_UNPAIRED = re.compile("[\ud800-\udfff]")
# What the bytes of a name in another encoding become: ASCII, two-byte characters by chance, and single bytes as Python
# keeps them. No byte of a character in GBK is a sign left out here.
_STRETCH = re.compile("[\x30-\u07ff\udc80-\udcff]+")


def shown_text(text: object) -> str:
    """The text, such as a path, fit to be shown and stored: a name in GBK as it was meant, other stray bytes as `\\xNN`."""
    told = str(text)
    if not _UNPAIRED.search(told):
        return told
    return _UNPAIRED.sub(lambda found: _escaped(found[0]), _STRETCH.sub(_decode_stretch, told))


def _decode_stretch(found: re.Match[str]) -> str:
    """Bytes that are no UTF-8 as the text that they are in Chinese offices, if any."""
    if _UNPAIRED.search(found[0]):
        with suppress(UnicodeError):
            return found[0].encode("utf-8", "surrogateescape").decode("gb18030")
    return found[0]


def _escaped(half: str) -> str:
    return f"\\x{ord(half) - 0xDC00:02x}" if 0xDC80 <= ord(half) <= 0xDCFF else f"\\u{ord(half):04x}"


def open_regular_file(path: Path) -> BufferedReader:
    """Open for reading, links followed; OSError, for what is no regular file with NOT_REGULAR, and never any waiting."""
    _refuse_irregular(path, path.stat())
    file = os.fdopen(os.open(path, _FLAGS), "rb")
    try:
        # Something else may have got the name since.
        _refuse_irregular(path, os.fstat(file.fileno()))
    except OSError:
        file.close()
        raise
    return file


def read_regular_file(path: Path, most: int) -> bytes:
    """The whole content, of up to `most` bytes, even if the file grows; OversizedFile, OSError."""
    with open_regular_file(path) as file:
        size = os.fstat(file.fileno()).st_size
        data = file.read(most + 1) if size <= most else b""
    if size > most or len(data) > most:
        raise OversizedFile(path, max(size, len(data)))
    return data


def _refuse_irregular(path: Path, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, NOT_REGULAR, str(path))
