"""What an upload package says of itself: its files with sizes and SHA-256, and the code on each form's paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

import msgspec

from selfeval_desktop.app.paper.codes import format_code

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
        PackedFile(path, len(data), sha256(data).hexdigest(), codes.get(path, ""))
        for path, data in files.items()
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
