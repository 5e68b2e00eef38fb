"""Sticks and network places are told from disks, for the ledger and for its copies alike."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from selfeval_desktop.app.ledger.access import Medium
from selfeval_desktop.ui.safety import removable_media
from selfeval_desktop.ui.safety.removable_media import RemovableDrive


class Volume:
    """A mounted volume as Qt tells of it."""

    def __init__(self, root: str, device: str = "", kind: str = "", name: str = "", *, flaw: str = "") -> None:
        self._root, self._device, self._kind, self._name, self._flaw = root, device, kind, name, flaw

    def isValid(self) -> bool:
        return True

    def isReady(self) -> bool:
        return self._flaw != "gone"

    def isReadOnly(self) -> bool:
        return self._flaw == "read-only"

    def isRoot(self) -> bool:
        return self._root == "/"

    def rootPath(self) -> str:
        return self._root

    def fileSystemType(self) -> QByteArray:
        return QByteArray(self._kind.encode())

    def device(self) -> QByteArray:
        return QByteArray(self._device.encode())

    def name(self) -> str:
        return self._name

    def bytesAvailable(self) -> int:
        return 5


@pytest.fixture(autouse=True)
def devices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Block devices: a fixed disk, a stick, a disk on USB; each with a partition."""
    hall = tmp_path / "class"
    hall.mkdir()
    for name, way, removable in (("sda", "ata1", "0"), ("sdb", "pci0", "1"), ("sdc", "usb2", "0")):
        disk = tmp_path / "devices" / way / name
        (disk / f"{name}1").mkdir(parents=True)
        (disk / "removable").write_text(f"{removable}\n")
        (hall / name).symlink_to(disk)
        (hall / f"{name}1").symlink_to(disk / f"{name}1")
    monkeypatch.setattr(removable_media, "BLOCK_DEVICES", hall)


@pytest.mark.parametrize(
    ("volume", "found"),
    [
        (Volume("/home", "/dev/sda1", "ext4"), Medium.LOCAL),
        (Volume("/mnt/disk", "/dev/sda1", "ext4"), Medium.LOCAL),
        (Volume("/mnt/stick", "/dev/sdb1", "vfat"), Medium.REMOVABLE),
        (Volume("/stick", "/dev/sdb", "vfat"), Medium.REMOVABLE),
        (Volume("/mnt/archive", "/dev/sdc1", "ntfs"), Medium.REMOVABLE),
        (Volume("/media/wang/KINGSTON", "/dev/fuse", "exfat"), Medium.REMOVABLE),
        (Volume("/run/media/wang/U 盘", "", "vfat"), Medium.REMOVABLE),
        (Volume("/tmp", "tmpfs", "tmpfs"), Medium.LOCAL),
        (Volume("", "", ""), Medium.LOCAL),
        (Volume("/mnt/share", "//server/share", "cifs"), Medium.NETWORK),
        (Volume("/media/share", "server:/share", "nfs4"), Medium.NETWORK),
        (Volume("/home/a/there", "a@b:/", "fuse.sshfs"), Medium.NETWORK),
    ],
)
def test_a_ledger_and_a_copy_are_told_the_same_of_a_place(
    monkeypatch: pytest.MonkeyPatch, volume: Volume, found: Medium
) -> None:
    class Storage:
        def __new__(cls, _folder: str) -> Volume:  # type: ignore[misc]
            return volume

        @staticmethod
        def mountedVolumes() -> list[Volume]:
            return [volume]

    monkeypatch.setattr(removable_media, "QStorageInfo", Storage)
    assert removable_media.medium_of(Path("台账.selfeval")) is found
    assert bool(removable_media.removable_drives()) is (found is Medium.REMOVABLE)


def test_sticks_that_can_be_written_are_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    volumes = [
        Volume("/media/w/U2", name="财务"),
        Volume("/media/w/U1"),
        Volume("/media/w/CD", flaw="read-only"),
        Volume("/media/w/gone", flaw="gone"),
        Volume("/", "/dev/sdb1"),
    ]

    class Storage:
        @staticmethod
        def mountedVolumes() -> list[Volume]:
            return volumes

    monkeypatch.setattr(removable_media, "QStorageInfo", Storage)
    assert removable_media.removable_drives() == (
        RemovableDrive(Path("/media/w/U1"), "U1", 5),
        RemovableDrive(Path("/media/w/U2"), "财务", 5),
    )


def test_a_temporary_folder_is_no_stick_and_no_network(tmp_path: Path) -> None:
    assert removable_media.medium_of(tmp_path / "台账.selfeval") is Medium.LOCAL


def test_the_systems_own_drives_can_be_listed() -> None:
    assert all(drive.folder.is_dir() for drive in removable_media.removable_drives())
