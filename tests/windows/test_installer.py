"""The installer under Wine: it installs, changes nothing while the program runs, and keeps what is the user's."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.windows import wine
from tests.windows.test_windows import ledger, wait_until_locked

__all__ = ["ledger"]
SETUP = next((wine.ROOT / "dist" / "windows").glob("*-setup.exe"), None)
SCRIPT = wine.ROOT / "packaging" / "windows" / "installer.nsi"
ICON = wine.ROOT / "build" / "windows" / "selfeval.ico"
USERS = wine.PREFIX / "drive_c" / "users"
REMOVAL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Selfeval"
KEYS = {
    r"HKCU\Software\Selfeval": r"Programs\Selfeval",
    r"HKCU\Software\Classes\.selfeval": "Selfeval.Ledger",
    r"HKCU\Software\Classes\Selfeval.Ledger\DefaultIcon": "绩效自评.exe,0",
    r"HKCU\Software\Classes\Selfeval.Ledger\shell\open\command": '绩效自评.exe" "%1"',
    REMOVAL: "QuietUninstallString",
}
RUNNING = 2
"""The installer's exit code where it changed nothing."""

pytestmark = [
    pytest.mark.windows,
    pytest.mark.timeout(7200),
    pytest.mark.skipif(SETUP is None, reason="make installer-windows builds it"),
]


def run(program: str | Path, *arguments: str | Path, folder: Path) -> wine.Said:
    """Run a program as a user does, with settings where Windows keeps them."""
    environment = {"SELFEVAL_HOME": "", "QT_QPA_PLATFORM": "offscreen"}
    return wine.run([wine.WINE, program, *arguments], folder, environment)


def remove(installed: Path, folder: Path) -> int:
    """Take the program away. Told where it lies, the remover does not first go on elsewhere by itself."""
    removal = shutil.copy(installed / "卸载.exe", folder / "卸载.exe")
    return run(removal, "/S", "_?=C:\\" + str(installed).split("drive_c/")[1].replace("/", "\\"), folder=folder).code


def registry(folder: Path, key: str) -> str:
    """What stands below a key; empty where there is none."""
    said = run("reg", "query", key, "/s", folder=folder)
    return "" if said.code else said.text.replace("/", "\\")


def links() -> set[str]:
    """The folders that a link to the program lies in; Wine's desktop is the home of whoever runs it."""
    return {path.parent.name for path in wine.PREFIX.parent.rglob("绩效自评.lnk")}


def state(*folders: Path) -> dict[str, tuple[int, int]]:
    """Size and time of every file."""
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in files}


def user_folders() -> list[Path]:
    """Where the program keeps settings, backups and log on Windows."""
    return [path for path in USERS.glob("*/AppData/*/selfeval*") if path.is_dir()]


def build_newer(folder: Path) -> Path:
    """An installer of a later version with one file more, packed in no time."""
    content, setup = folder / "content", folder / "newer-setup.exe"
    shutil.copytree(wine.BUILT, content, copy_function=os.link)
    (content / "app" / "of a newer version.py").touch()
    subprocess.run(
        ["makensis", "-V1", "-INPUTCHARSET", "UTF8", "-XSetCompressor /FINAL zlib", "-XSetCompress off", "-DVERSION=98.7.6",
         f"-DFOLDER={content}", f"-DICON={ICON}", f"-DOUT={setup}", SCRIPT],
        check=True,
    )  # fmt: skip
    return setup


@pytest.fixture
def installed(tmp_path: Path) -> Iterator[Path]:
    """The folder that the program was installed into."""
    assert SETUP is not None
    assert run(SETUP, "/S", folder=tmp_path).code == 0
    (folder,) = USERS.glob("*/AppData/Local/Programs/Selfeval")
    yield folder
    if (folder / "卸载.exe").is_file():
        remove(folder, tmp_path)
    shutil.rmtree(folder, ignore_errors=True)


def test_installed_for_one_user_and_taken_away(installed: Path, ledger: Path, tmp_path: Path) -> None:
    assert {path.name for path in installed.iterdir()} == {
        "app", "卸载.exe", "说明.txt", "绩效自评.exe", "selfeval.exe",
    }  # fmt: skip
    for key, value in KEYS.items():
        assert value in registry(tmp_path, key)
    assert links() == {"Programs", "home"}
    assert run(installed / "selfeval.exe", "import", ledger.name, "表.json", folder=ledger.parent).code == 0
    (installed / "我的台账.selfeval").write_bytes(b"kept")
    kept = state(*user_folders(), ledger.parent)

    assert remove(installed, tmp_path) == 0
    assert [path.name for path in installed.iterdir()] == ["我的台账.selfeval"]
    assert state(*user_folders(), ledger.parent) == kept
    assert user_folders()
    assert not links()
    for key in KEYS:
        assert not registry(tmp_path, key)


def test_nothing_is_replaced_while_the_program_runs_and_the_program_alone_afterwards(
    installed: Path, ledger: Path, tmp_path: Path
) -> None:
    newer = build_newer(tmp_path)
    (installed / "app" / "of an older version.py").touch()
    before, version = state(installed), registry(tmp_path, REMOVAL)
    window = wine.start_window(ledger, None, installed / "绩效自评.exe", "offscreen")
    try:
        wait_until_locked(ledger)
        assert run(newer, "/S", folder=tmp_path).code == RUNNING
        assert remove(installed, tmp_path) == RUNNING
        assert window.poll() is None
    finally:
        wine.end_window(ledger.parent)
        window.communicate(timeout=wine.PATIENCE)
    assert state(installed) == before
    assert registry(tmp_path, REMOVAL) == version
    assert links() == {"Programs", "home"}

    kept = state(*user_folders(), ledger.parent)
    assert run(newer, "/S", folder=tmp_path).code == 0
    assert {"of a newer version.py", "start_window.py"} <= {path.name for path in (installed / "app").iterdir()}
    assert not (installed / "app" / "of an older version.py").exists()
    assert "98.7.6" in registry(tmp_path, REMOVAL)
    assert state(*user_folders(), ledger.parent) == kept
    assert run(installed / "selfeval.exe", "list", ledger.name, folder=ledger.parent).code == 0
