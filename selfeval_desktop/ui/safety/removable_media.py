"""What a ledger lies on (disk, network, stick), and the drives that can be taken away, as the system reports them.

A stick, and a hard disk on USB, is known by what the kernel shows of its device, else by where the desktop mounts what
is plugged in. Windows says of a disk on USB that it stays: there only sticks are known.
"""

import sys
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QStorageInfo

from selfeval_desktop.app.ledger.access import Medium

_NETWORKS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.davfs2", "davfs", "9p", "afpfs", "webdav"}
)
_PLUGGED_IN = ("/media/", "/run/media/")
_REMOTE, _REMOVABLE = 4, 2
"""What Windows calls a network drive and a drive that can be taken out."""
BLOCK_DEVICES = Path("/sys/class/block")


@dataclass(frozen=True, slots=True)
class RemovableDrive:
    """A drive that can be taken away: where it is mounted, its name, and its free space in bytes."""

    folder: Path
    name: str
    free: int


def removable_drives() -> tuple[RemovableDrive, ...]:
    """Those that can be written to now, by their folders; the one that the system itself runs from is none."""
    found = []
    for volume in QStorageInfo.mountedVolumes():
        is_usable = volume.isValid() and volume.isReady() and not volume.isReadOnly() and not volume.isRoot()
        if is_usable and _volume_medium(volume) is Medium.REMOVABLE:
            folder = Path(volume.rootPath())
            found.append(RemovableDrive(folder, volume.name() or folder.name or str(folder), volume.bytesAvailable()))
    return tuple(sorted(found, key=lambda drive: drive.folder))


def medium_of(path: Path) -> Medium:
    """Of the file's folder; LOCAL where nothing else is known."""
    folder = path.absolute().parent
    # Qt knows a share by its drive letter only.
    return Medium.NETWORK if folder.drive.startswith("\\\\") else _volume_medium(QStorageInfo(str(folder)))


def _volume_medium(volume: QStorageInfo) -> Medium:
    root = volume.rootPath()
    if sys.platform == "win32":
        from ctypes import windll

        kinds = {_REMOTE: Medium.NETWORK, _REMOVABLE: Medium.REMOVABLE}
        return kinds.get(windll.kernel32.GetDriveTypeW(str(Path(root))), Medium.LOCAL)
    if volume.fileSystemType().toStdString().lower() in _NETWORKS:
        return Medium.NETWORK
    is_removable = root.startswith(_PLUGGED_IN) or _is_plugged_in(volume.device().toStdString())
    return Medium.REMOVABLE if is_removable else Medium.LOCAL


def _is_plugged_in(device: str) -> bool:
    """Whether that block device can be taken out, or hangs on USB, where a disk says of itself that it stays."""
    name = PurePosixPath(device).name
    block = BLOCK_DEVICES / name
    if not name or not block.exists():
        return False
    place = block.resolve()
    if any(part.startswith("usb") for part in place.parts):
        return True
    # A partition lies within its disk, which has the answer.
    for answer in (place / "removable", place.parent / "removable"):
        if answer.is_file():
            return answer.read_text("ascii").strip() == "1"
    return False
