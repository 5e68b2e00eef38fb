"""The USB sticks that are plugged in, as the system knows them."""

import sys
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QStorageInfo

_PLUGGED_IN = ("/media/", "/run/media/")
_BY_HAND = "/mnt/"
_BLOCKS = Path("/sys/class/block")
_DRIVE_REMOVABLE = 2


@dataclass(frozen=True, slots=True)
class Drive:
    """A drive that can be taken away: where it is mounted, its name, and its free space in bytes."""

    folder: Path
    name: str
    free: int


def drives() -> tuple[Drive, ...]:
    """Those that can be written to now, by their folders."""
    found = []
    for volume in QStorageInfo.mountedVolumes():
        is_usable = volume.isValid() and volume.isReady() and not volume.isReadOnly()
        if is_usable and is_removable(volume.rootPath(), volume.device().toStdString()):
            folder = Path(volume.rootPath())
            found.append(Drive(folder, volume.name() or folder.name or str(folder), volume.bytesAvailable()))
    return tuple(sorted(found, key=lambda drive: drive.folder))


def is_removable(root: str, device: str, blocks: Path = _BLOCKS) -> bool:
    """Whether a mounted volume is one that is plugged in, by where it is mounted and what its device tells."""
    if sys.platform == "win32":
        from ctypes import windll

        return bool(windll.kernel32.GetDriveTypeW(str(Path(root))) == _DRIVE_REMOVABLE)
    if root.startswith(_PLUGGED_IN):
        return True
    return root.startswith(_BY_HAND) and _is_plugged_in(PurePosixPath(device).name, blocks)


def _is_plugged_in(device: str, blocks: Path) -> bool:
    """What the kernel says of the disk that a partition is on."""
    block = (blocks / device).resolve()
    for disk in (block, block.parent):
        try:
            return (disk / "removable").read_text("ascii").strip() == "1"
        except OSError:
            continue
    return False
