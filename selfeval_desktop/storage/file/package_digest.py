"""The SHA-256 of a package of the program, and what the hash sheet beside it says of it."""

import hashlib
import re
import unicodedata
from pathlib import Path

from selfeval_desktop.app.errors import UnreadableFile
from selfeval_desktop.app.foreign_files import open_regular_file
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.app.program_parts import PackageCheck

SHEETS = ("sha256", ".txt")
"""What the name of a sheet holds and how it ends, in letters of any size."""
_AT_ONCE = 1 << 20
_LARGEST_SHEET = 1 << 20
"""In bytes: a sheet has a line of a hundred for each package."""
_LINE = re.compile(r"^\\?([0-9a-fA-F]{64}) [ *](.+?)\r?$", re.MULTILINE)


def check_package(path: Path, progress: Progress = ignore_progress) -> PackageCheck:
    """Digest a file and look it up in the sheets beside it; UnreadableFile, Cancelled.

    Of several sheets the one that has a line for the file's name is meant, else one that has its digest.
    """
    try:
        digest = _digest_file(path, progress)
        sheets = [(sheet, _read_sheet(sheet)) for sheet in _find_sheets(path)]
    except OSError as error:
        raise UnreadableFile(path, error.strerror or "") from error
    name = _normal_name(path.name)
    found = [
        PackageCheck(path, digest, sheet, lines.get(name, ""), _same_name(lines, digest)) for sheet, lines in sheets
    ]
    return max(
        found, key=lambda check: (bool(check.listed), bool(check.same)), default=PackageCheck(path, digest, None)
    )


def _find_sheets(path: Path) -> list[Path]:
    names = ((each, each.name.lower()) for each in path.parent.iterdir())
    content, ending = SHEETS
    return sorted(each for each, name in names if content in name and name.endswith(ending) and each.is_file())


def _same_name(lines: dict[str, str], digest: str) -> str:
    return next((name for name, listed in lines.items() if listed == digest), "")


def _digest_file(path: Path, progress: Progress) -> str:
    size, done = max(path.stat().st_size, 1), 0
    digest = hashlib.sha256()
    with open_regular_file(path) as file:
        while part := file.read(_AT_ONCE):
            digest.update(part)
            done += len(part)
            progress(done, size)
    return digest.hexdigest()


def _read_sheet(sheet: Path) -> dict[str, str]:
    """The digests by name, as `sha256sum` writes them; what is no such line is passed over."""
    with open_regular_file(sheet) as file:
        text = file.read(_LARGEST_SHEET).decode("utf-8-sig", "replace")
    return {_normal_name(name): digest.lower() for digest, name in _LINE.findall(text)}


def _normal_name(name: str) -> str:
    return unicodedata.normalize("NFC", name)
