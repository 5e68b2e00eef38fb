"""The parts of an office file: a zip whose directory is looked at first, and XML read piece by piece.

The program reads these itself, with the standard library: a spreadsheet library gives either a formula or its value
and spreads one stray cell over a million rows; a document library does not see content controls and tracked insertions.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import IO, NamedTuple
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from selfeval_desktop.app.errors import UnfitReason
from selfeval_desktop.intake.files.cells import FileRefused

MOST_MEMBERS = 2_000
MOST_BYTES = 200_000_000  # unpacked, all members
HIGHEST_RATIO = 200
_SMALL = 150_000_000
"""A member up to this size may be packed as tightly as it likes: a million blank rows say the same again and again."""
_ENCRYPTED = 0x1
_DEEPEST = 200
_CHUNK = 65_536
_OUTSIDE = re.compile(r"^[/\\]{2}|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|[\x00-\x1f]")

Attributes = Mapping[str, str]
Skipped = Sequence[tuple[re.Pattern[bytes], bytes]]


class OfficeArchive:
    """The members of an archive by name, whatever case and slashes its writer used."""

    def __init__(self, opened: ZipFile) -> None:
        self._opened = opened
        self._members = {_plain_name(name): name for name in reversed(opened.namelist())}

    @property
    def names(self) -> Collection[str]:
        """The names in small letters, with slashes between folders."""
        return self._members.keys()

    def has_member(self, name: str) -> bool:
        """Whether there is a member of that name."""
        return _plain_name(name) in self._members

    def open_member(self, name: str) -> IO[bytes]:
        """The member of that name, open for reading."""
        exact = name in self._opened.NameToInfo
        return self._opened.open(name if exact else self._members[_plain_name(name)])


def _plain_name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


@contextmanager
def open_archive(path: Path) -> Iterator[OfficeArchive]:
    """The archive, after a look at its directory: sizes, names, packing. FileRefused."""
    try:
        archive = ZipFile(path)
    except (BadZipFile, NotImplementedError, ValueError) as error:
        raise FileRefused(UnfitReason.BROKEN) from error
    with archive:
        _check_members(archive.infolist())
        yield OfficeArchive(archive)


def _check_members(members: list[ZipInfo]) -> None:
    names = {member.filename for member in members}
    if len(members) > MOST_MEMBERS or len(names) < len(members):
        raise FileRefused(UnfitReason.BOMB)
    if any(map(_OUTSIDE.search, names)) or sum(member.file_size for member in members) > MOST_BYTES:
        raise FileRefused(UnfitReason.BOMB)
    for member in members:
        if member.flag_bits & _ENCRYPTED:
            raise FileRefused(UnfitReason.LOCKED)
        if member.file_size > max(_SMALL, member.compress_size * HIGHEST_RATIO):
            raise FileRefused(UnfitReason.BOMB)


class StopReading(Exception):
    """Raised by a handler that needs no more of a member."""


class XmlHandler:
    """Handles the elements of an XML member, by name without namespace; readers override what they need."""

    def on_element_start(self, name: str, attributes: Attributes) -> None:
        """An element begins; attributes go by their names without namespace, too."""

    def on_element_end(self, name: str) -> None:
        """An element ends."""

    def on_text(self, text: str) -> None:
        """A piece of text inside the element that began last and has not ended."""


def read_member(archive: OfficeArchive, name: str, watcher: XmlHandler, skipped: Skipped = ()) -> None:
    """Parse one member into the handler; a missing member is skipped. FileRefused for XML that no office program writes.

    `skipped` is what says nothing, with what stands for it, taken out before the parser meets it: there may be millions.
    """
    if not archive.has_member(name):
        return
    with archive.open_member(name) as stream, suppress(StopReading):
        parse_xml(stream, watcher, skipped)


def parse_xml(stream: IO[bytes], watcher: XmlHandler, skipped: Skipped = ()) -> None:
    """Parse an XML text into the handler; FileRefused for a document type or elements nested too deep."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0

    def start_element(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise FileRefused(UnfitReason.BROKEN)
        watcher.on_element_start(_local_name(name), {_local_name(key): value for key, value in attributes.items()})

    def end_element(name: str) -> None:
        nonlocal depth
        depth -= 1
        watcher.on_element_end(_local_name(name))

    parser.StartElementHandler, parser.EndElementHandler = start_element, end_element
    parser.CharacterDataHandler = watcher.on_text
    parser.StartDoctypeDeclHandler = _refuse_document_type
    while chunk := stream.read(_CHUNK):
        for pattern, replacement in skipped:
            chunk = pattern.sub(replacement, chunk)
        parser.Parse(chunk, False)
    parser.Parse(b"", True)


def _refuse_document_type(*_told: object) -> None:
    raise FileRefused(UnfitReason.ENTITIES)


@lru_cache(maxsize=1024)
def _local_name(name: str) -> str:
    return name.rpartition(" ")[2]


class AttributeHandler(XmlHandler):
    """Calls `wanted` with name and attributes of every element, for the small parts of a file."""

    def __init__(self, wanted: Callable[[str, Attributes], None]) -> None:
        self._wanted = wanted

    def on_element_start(self, name: str, attributes: Attributes) -> None:
        """Call `wanted`."""
        self._wanted(name, attributes)


def root_element(archive: OfficeArchive, name: str) -> str:
    """The name of the outermost element of a member; "" where it is missing."""
    found: list[str] = []

    def stop_at_root(element: str, _: Attributes) -> None:
        found.append(element)
        raise StopReading

    read_member(archive, name, AttributeHandler(stop_at_root))
    return "".join(found)


class Relation(NamedTuple):
    """A member that a part refers to: its id there, the last word of the relation's type, and its name."""

    id: str
    kind: str
    target: str


def part_relations(archive: OfficeArchive, part: str) -> tuple[Relation, ...]:
    """The members that a part refers to; of the whole archive for ""."""
    folder, _, name = part.rpartition("/")
    found: list[Relation] = []

    def add_relation(element: str, attributes: Attributes) -> None:
        if element == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = _target_member(folder, attributes.get("Target", "").replace("\\", "/"))
            found.append(Relation(attributes.get("Id", ""), kind, target))

    read_member(archive, f"{folder}/_rels/{name}.rels".lstrip("/"), AttributeHandler(add_relation))
    return tuple(found)


def related_part(relations: Iterable[Relation], kind: str, usual: str) -> str:
    """The member of that kind, or the one that usually has that part where no relation tells."""
    return next((each.target for each in relations if each.kind == kind), usual)


def _target_member(folder: str, target: str) -> str:
    """The member that a target leads to from that folder."""
    if target.startswith("/"):
        return target[1:]
    steps = folder.split("/") if folder else []
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)
