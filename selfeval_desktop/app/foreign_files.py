"""Files by the names that somebody gave them: the real path of a name, and reading that takes regular files only.

A pipe would be waited for without end, a device read without end, whatever its name ends in.
"""

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path

NOT_REGULAR = "not a regular file"
"""What is told of a pipe, a device or a socket, as the system's own short texts are of other faults."""

# What a system lacks of these it does not need.
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"))


class OversizedFile(OSError):
    """A file of more bytes than what it is read for can have; `size` is what is known of them."""

    def __init__(self, path: Path, size: int) -> None:
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        self.size = size


def real_path(path: Path) -> Path:
    """The absolute path without links, under which everybody finds what lies beside the file; it need not exist.

    On Windows a drive keeps its letter: the path changes there only where a link is on the way.
    """
    plain = Path(os.path.abspath(path))  # noqa: PTH100 - without `..`, as realpath gives it
    if os.name == "nt" and not any(map(_is_link, (plain, *plain.parents))):
        return plain
    return Path(os.path.realpath(path))


def _is_link(path: Path) -> bool:
    """Whether the name leads elsewhere: a symbolic link, or a junction."""
    try:
        path.readlink()
    except OSError:
        return False
    return True


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
