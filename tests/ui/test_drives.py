"""Sticks are told from disks."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from selfeval_desktop.ui import drives
from selfeval_desktop.ui.drives import Drive, is_removable


@pytest.fixture
def blocks(tmp_path: Path) -> Path:
    """A disk and a stick, each with one partition, as the kernel shows them."""
    links = tmp_path / "class"
    links.mkdir()
    for disk, flag in (("sda", "0\n"), ("sdb", "1\n")):
        device = tmp_path / "devices" / disk
        (device / f"{disk}1").mkdir(parents=True)
        (device / "removable").write_text(flag, "ascii")
        (links / f"{disk}1").symlink_to(device / f"{disk}1")
        (links / disk).symlink_to(device)
    return links


@pytest.mark.parametrize(
    ("root", "device", "expected"),
    [
        ("/media/wang/KINGSTON", "/dev/sdb1", True),
        ("/run/media/wang/U 盘", "/dev/sdb1", True),
        ("/mnt/stick", "/dev/sdb1", True),
        ("/mnt/stick", "/dev/sdb", True),
        ("/mnt/disk", "/dev/sda1", False),
        ("/mnt/share", "//server/share", False),
        ("/", "/dev/sdb1", False),
        ("/home", "/dev/sda1", False),
    ],
)
def test_a_stick_is_known_by_its_place_and_its_disk(
    root: str, device: str, expected: bool, blocks: Path
) -> None:
    assert is_removable(root, device, blocks) is expected


class Volume:
    """What Qt tells of a mounted volume."""

    def __init__(self, root: str, name: str = "", *, read_only: bool = False, ready: bool = True) -> None:
        self._root, self._name, self._read_only, self._ready = root, name, read_only, ready

    def isValid(self) -> bool:
        return True

    def isReady(self) -> bool:
        return self._ready

    def isReadOnly(self) -> bool:
        return self._read_only

    def rootPath(self) -> str:
        return self._root

    def device(self) -> QByteArray:
        return QByteArray(b"/dev/sdb1")

    def name(self) -> str:
        return self._name

    def bytesAvailable(self) -> int:
        return 5


def test_sticks_that_can_be_written_are_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    volumes = [
        Volume("/media/w/U2", "财务"),
        Volume("/media/w/U1"),
        Volume("/media/w/CD", read_only=True),
        Volume("/media/w/gone", ready=False),
        Volume("/"),
    ]

    class Storage:
        @staticmethod
        def mountedVolumes() -> list[Volume]:
            return volumes

    monkeypatch.setattr(drives, "QStorageInfo", Storage)
    assert drives.drives() == (
        Drive(Path("/media/w/U1"), "U1", 5),
        Drive(Path("/media/w/U2"), "财务", 5),
    )


def test_the_systems_own_drives_can_be_listed() -> None:
    assert all(drive.folder.is_dir() for drive in drives.drives())
