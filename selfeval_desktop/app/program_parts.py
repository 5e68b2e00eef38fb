"""What the program is made of and where it comes from: its parts, its changes, the packages that it is installed from."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ProgramPart:
    """A library, font or other work of others inside the program. `licence` is an SPDX expression where there is one.

    `text` is the licence in full, with its copyright; empty where the part brings none along.
    """

    name: str
    version: str
    licence: str
    text: str = ""


class PackageState(Enum):
    """How the digest of a package compares with the hash sheet beside it."""

    EQUAL = auto()
    DIFFERENT = auto()
    UNLISTED = auto()
    """The sheet has no line for a file of that name."""
    NO_SHEET = auto()


@dataclass(frozen=True, slots=True)
class PackageCheck:
    """The SHA-256 of a package, in hexadecimal, and of the sheet that stands beside it; "" where it tells none.

    `same` is the name under which the sheet lists these very bytes; "" where it does not.
    """

    path: Path
    digest: str
    sheet: Path | None
    listed: str = ""
    same: str = ""

    @property
    def state(self) -> PackageState:
        if self.sheet is None:
            return PackageState.NO_SHEET
        if not self.listed:
            return PackageState.UNLISTED
        return PackageState.EQUAL if self.listed == self.digest else PackageState.DIFFERENT


def changes_since(text: str, version: str) -> str:
    """The sections of the record of changes that are later than that version; all of them where it has no section.

    The record is Markdown, a section for each version under a heading such as `## [0.2.0] - 2026-03-01`.
    """
    before, heading, _ = text.partition(f"\n## [{version}]")
    sections = before if heading and version else text
    start = sections.find("\n## ")
    return sections[start + 1 :].strip() + "\n" if start >= 0 else ""
