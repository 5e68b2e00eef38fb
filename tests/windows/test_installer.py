"""The installer under Wine: it installs, refuses while the program runs, and takes away all but the user's data."""

import shutil
from pathlib import Path

import pytest

from tests.windows import wine
from tests.windows.test_windows import ledger, wait_until_locked

__all__ = ["ledger"]
SETUP = next((wine.ROOT / "dist" / "windows").glob("*-setup.exe"), None)
KEYS = {
    r"HKCU\Software\Selfeval": r"Programs\Selfeval",
    r"HKCU\Software\Classes\.selfeval": "Selfeval.Ledger",
    r"HKCU\Software\Classes\Selfeval.Ledger\shell\open\command": '绩效自评.exe" "%1"',
    r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Selfeval": "QuietUninstallString",
}

pytestmark = [
    pytest.mark.windows,
    pytest.mark.timeout(7200),
    pytest.mark.skipif(SETUP is None, reason="make installer-windows builds it"),
]


def setup(folder: Path, program: str | Path) -> int:
    return wine.run([wine.WINE, program, "/S"], folder, {}).code


def registry(folder: Path, key: str) -> str:
    return wine.run([wine.WINE, "reg", "query", key, "/s"], folder, {}).text.replace("/", "\\")


def test_installed_upgraded_and_taken_away(ledger: Path, tmp_path: Path) -> None:
    assert SETUP is not None
    place = ledger.parent
    assert setup(place, SETUP) == 0
    prefix = wine.ROOT / "build" / "windows" / ("wine-newer" if wine.NEWER else "wine") / "prefix" / "drive_c" / "users"
    (installed,) = prefix.glob("*/AppData/Local/Programs/Selfeval")
    user = installed.parents[3]
    assert {path.name for path in installed.iterdir()} == {
        "app", "卸载.exe", "说明.txt", "绩效自评.exe", "selfeval.exe",
    }  # fmt: skip
    for key, value in KEYS.items():
        assert value in registry(place, key)
    assert [path.name for path in user.glob("AppData/Roaming/**/Start Menu/**/绩效自评.lnk")] == ["绩效自评.lnk"]
    (installed / "我的台账.selfeval").write_bytes(b"kept")
    old = installed / "app" / "of an older version.py"
    old.touch()

    window = wine.start_window(ledger, tmp_path / "home", installed / "绩效自评.exe", "offscreen")
    try:
        wait_until_locked(ledger)
        assert setup(place, SETUP) == 2
        assert setup(place, installed / "卸载.exe") in {0, 2}
        assert old.is_file()
        assert (installed / "绩效自评.exe").is_file()
    finally:
        wine.end_window(place)
        window.communicate(timeout=wine.PATIENCE)

    assert setup(place, SETUP) == 0
    assert not old.exists()
    assert (installed / "app" / "start_window.py").is_file()

    # Told where it lies, it does not first copy itself elsewhere and go on there.
    removal = shutil.copy(installed / "卸载.exe", tmp_path / "卸载.exe")
    done = wine.run([wine.WINE, removal, "/S", f"_?={windows_folder(installed)}"], place, {})
    assert done.code == 0
    assert {path.name for path in installed.iterdir()} <= {"我的台账.selfeval", "卸载.exe"}
    assert (installed / "我的台账.selfeval").read_bytes() == b"kept"
    for key in KEYS:
        assert not registry(place, key).strip()


def windows_folder(installed: Path) -> str:
    return "C:\\" + str(installed).split("drive_c/")[1].replace("/", "\\")
