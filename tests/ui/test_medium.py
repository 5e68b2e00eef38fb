"""What a ledger lies on."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from selfeval_desktop.app.access import Medium
from selfeval_desktop.ui import medium


class Storage:
    """A place as Qt tells of it."""

    def __init__(self, kind: str, device: str) -> None:
        self._kind, self._device = kind, device

    def fileSystemType(self) -> QByteArray:
        return QByteArray(self._kind.encode())

    def device(self) -> QByteArray:
        return QByteArray(self._device.encode())


@pytest.fixture
def devices(tmp_path: Path) -> Path:
    """Block devices: a fixed disk, a stick, a disk on USB; each with a partition."""
    hall = tmp_path / "class"
    hall.mkdir()
    for name, way, removable in (("sda", "ata1", "0"), ("sdb", "pci0", "1"), ("sdc", "usb2", "0")):
        disk = tmp_path / "devices" / way / name
        (disk / f"{name}1").mkdir(parents=True)
        (disk / "removable").write_text(f"{removable}\n")
        (hall / name).symlink_to(disk)
        (hall / f"{name}1").symlink_to(disk / f"{name}1")
    return hall


@pytest.mark.parametrize(
    ("kind", "device", "found"),
    [
        ("ext4", "/dev/sda1", Medium.LOCAL),
        ("vfat", "/dev/sdb1", Medium.REMOVABLE),
        ("vfat", "/dev/sdb", Medium.REMOVABLE),
        ("ntfs", "/dev/sdc1", Medium.REMOVABLE),
        ("tmpfs", "tmpfs", Medium.LOCAL),
        ("", "", Medium.LOCAL),
        ("cifs", "//server/share", Medium.NETWORK),
        ("nfs4", "server:/share", Medium.NETWORK),
        ("fuse.sshfs", "a@b:/", Medium.NETWORK),
    ],
)
def test_a_place_is_known_by_its_file_system_and_its_device(
    monkeypatch: pytest.MonkeyPatch, devices: Path, kind: str, device: str, found: Medium
) -> None:
    monkeypatch.setattr(medium, "QStorageInfo", lambda _path: Storage(kind, device))
    monkeypatch.setattr(medium, "BLOCK_DEVICES", devices)
    assert medium.medium_of(Path("台账.selfeval")) is found


def test_a_temporary_folder_is_no_stick_and_no_network(tmp_path: Path) -> None:
    assert medium.medium_of(tmp_path / "台账.selfeval") is Medium.LOCAL
