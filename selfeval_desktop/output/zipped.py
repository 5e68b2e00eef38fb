"""Zip archives that are the same bytes for the same content: no clock, no system, names in UTF-8."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_NEVER = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_RIGHTS = 0o644 << 16
# These formats are compressed already.
_PACKED = frozenset({".pdf", ".xlsx", ".docx"})


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    """An archive of these files, in their order. ValueError for a name that would lead out of the folder it is unpacked to."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in files.items():
            path = PurePosixPath(name)
            if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or str(path) != name:
                raise ValueError(name)
            entry = ZipInfo(name, _NEVER)
            entry.create_system = _UNIX
            entry.external_attr = _RIGHTS
            entry.compress_type = ZIP_STORED if path.suffix in _PACKED else ZIP_DEFLATED
            archive.writestr(entry, data)
    return stream.getvalue()
