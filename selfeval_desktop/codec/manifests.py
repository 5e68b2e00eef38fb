"""What a 交接包 (`selfeval-move/1`) and a 上报包 say of themselves: their files with sizes and SHA-256, counts and codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Annotated, Final, Literal

import msgspec

from selfeval_desktop.app.errors import FileProblem
from selfeval_desktop.app.handover import Inventory, InventoryGroup
from selfeval_desktop.app.paper.paper_check import format_code
from selfeval_desktop.app.ports.forms import State
from selfeval_desktop.codec import strict
from selfeval_desktop.codec.strict import Complaint

MOVE_FORMAT: Final = "selfeval-move/1"
_KIND = "selfeval-move/"

_Count = Annotated[int, msgspec.Meta(ge=0, le=1 << 40)]
_Text = Annotated[str, msgspec.Meta(max_length=300)]


class FileEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One member of the package."""

    name: _Text
    size: _Count
    sha256: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}(?!\n)$")]


class GroupEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    year: int | None
    state: State
    forms: _Count
    errors: _Count
    waiting: _Count
    comments: _Count


class HandoverManifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`made_at` is a time with its zone, `ledger` the name of the ledger without its ending."""

    format: Literal["selfeval-move/1"]
    program: _Text
    made_at: _Text
    ledger: _Text
    groups: list[GroupEntry]
    issues: _Count
    units: _Count
    files: list[FileEntry]

    @property
    def inventory(self) -> Inventory:
        """What the ledger held when it was packed."""
        groups = (
            InventoryGroup(each.year, each.state, each.forms, each.errors, each.waiting, each.comments)
            for each in self.groups
        )
        return Inventory(tuple(groups), self.issues, self.units)


class NewerFormat(Exception):
    """A package that a later version of the program made."""


def handover_manifest_bytes(
    ledger: str, made: tuple[str, datetime], inventory: Inventory, files: list[FileEntry]
) -> bytes:
    """The manifest as JSON; `made` are the program's version and the time with its zone."""
    groups = [
        GroupEntry(group.year, group.state, group.forms, group.errors, group.waiting, group.comments)
        for group in inventory.groups
    ]
    program, at = made
    manifest = HandoverManifest(
        MOVE_FORMAT,
        program,
        at.isoformat(timespec="seconds"),
        ledger,
        groups,
        inventory.outputs,
        inventory.units,
        files,
    )
    return msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n"


def read_handover_manifest(data: bytes) -> HandoverManifest:
    """The inverse; NewerFormat for a manifest of a later version of the format, Complaint for any other text."""
    document = strict.read_json(data)
    named = document.get("format") if isinstance(document, dict) else None
    if isinstance(named, str) and named.startswith(_KIND) and named != MOVE_FORMAT:
        raise NewerFormat
    manifest = strict.convert_to_struct(document, HandoverManifest)
    try:
        datetime.fromisoformat(manifest.made_at).astimezone()
    except (ValueError, OverflowError, OSError) as error:
        raise Complaint(("made_at",), FileProblem.BAD_VALUE, strict.shorten_quote(manifest.made_at)) from error
    return manifest


PACKAGE_FORMAT = "selfeval-package/1"
_HEAD = "绩效自评上报包"
_LEGEND = "文件名　字节数　SHA-256　校验码（与打印件页脚相同）"


@dataclass(frozen=True, slots=True)
class PackedFile:
    """One file of a package; `code` stands on the paper of the form that it shows, "" for other files."""

    path: str
    size: int
    sha256: str
    code: str = ""


def list_packed_files(files: Mapping[str, bytes], codes: Mapping[str, str]) -> tuple[PackedFile, ...]:
    """The files by their paths, with the codes of those that show a form."""
    return tuple(
        PackedFile(path, len(data), sha256(data).hexdigest(), codes.get(path, "")) for path, data in files.items()
    )


def manifest_text(files: Sequence[PackedFile]) -> bytes:
    """For people: a line for each file, in UTF-8 with a byte order mark and CRLF for every editor of Windows."""
    lines = [_HEAD, f"共 {len(files)} 个文件", "", _LEGEND]
    lines += [
        "\t".join((file.path, str(file.size), file.sha256, *([format_code(file.code)] if file.code else [])))
        for file in files
    ]
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")


def manifest_json(files: Sequence[PackedFile]) -> bytes:
    """For programs: the same files as JSON (`selfeval-package/1`)."""
    document = {"format": PACKAGE_FORMAT, "files": [*files]}
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"
