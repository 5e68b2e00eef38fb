"""What a 交接包 says of itself (`selfeval-move/1`): its counts, and its files with sizes and SHA-256."""

from datetime import datetime
from typing import Annotated, Final, Literal

import msgspec

from selfeval_desktop.app.errors import FileProblem
from selfeval_desktop.app.handover import Inventory, InventoryGroup
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
        datetime.fromisoformat(manifest.made_at)
    except ValueError as error:
        raise Complaint(
            ("made_at",), FileProblem.BAD_VALUE, strict.shorten_quote(manifest.made_at)
        ) from error
    return manifest
