"""What kind of place a ledger lies in, as the system tells."""

import os
from pathlib import Path

from PySide6.QtCore import QStorageInfo

from selfeval_desktop.app.access import Medium

_NETWORKS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.davfs2", "davfs", "9p", "afpfs", "webdav"}
)
_REMOTE, _REMOVABLE = 4, 2
"""What Windows calls a network drive and a drive that can be taken out."""
BLOCK_DEVICES = Path("/sys/class/block")


def medium_of(path: Path) -> Medium:
    """Of the file's folder; LOCAL where nothing else is known."""
    if os.name == "nt":
        return _medium_of_drive(path.absolute())
    storage = QStorageInfo(str(path.absolute().parent))
    if bytes(storage.fileSystemType().data()).decode(errors="replace").lower() in _NETWORKS:
        return Medium.NETWORK
    device = Path(os.fsdecode(bytes(storage.device().data())))
    return Medium.REMOVABLE if _is_removable(device.name) else Medium.LOCAL


def _is_removable(name: str) -> bool:
    """Whether that block device can be taken out, or hangs on USB, where a disk says of itself that it stays."""
    device = BLOCK_DEVICES / name
    if not name or not device.exists():
        return False
    place = Path(os.path.realpath(device))
    if any(part.startswith("usb") for part in place.parts):
        return True
    # A partition lies within its disk, which has the answer.
    for answer in (place / "removable", place.parent / "removable"):
        if answer.is_file():
            return answer.read_text("ascii").strip() == "1"
    return False


def _medium_of_drive(path: Path) -> Medium:
    import ctypes

    if path.drive.startswith("\\\\"):
        return Medium.NETWORK
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only Windows has it
    kinds = {_REMOTE: Medium.NETWORK, _REMOVABLE: Medium.REMOVABLE}
    return kinds.get(kernel.GetDriveTypeW(path.anchor), Medium.LOCAL)
