"""The built window under Wine: it opens a ledger, holds it, takes an amount, stores it, and is closed."""

import shutil
import sqlite3
import time
from pathlib import Path

import pytest

from tests.windows import wine

EXAMPLE = min((wine.ROOT / "resources" / "examples").glob("*.json"))
DRIVER = Path(__file__).with_name("drive_window.py")

pytestmark = [pytest.mark.windows, pytest.mark.timeout(7200)]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    folder = tmp_path / "工作"
    folder.mkdir()
    path = folder / "台账.selfeval"
    shutil.copy(EXAMPLE, folder / "表.json")
    done = wine.run_here("import", path, "表.json", folder=folder, home=tmp_path / "home-here")
    assert done.code == 0, done
    return path


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The built folder as it lies on a stick, with Python's own program, which alone takes a script, beside it."""
    folder = Path(shutil.copytree(wine.BUILT, tmp_path / "U盘" / "绩效自评"))
    shutil.copy(wine.PYTHON, folder / "app" / "python.exe")
    return folder


def command(program: Path, ledger: Path, *arguments: str) -> wine.Said:
    return wine.run_windows(program / "selfeval.exe", *arguments, folder=ledger.parent, home=ledger.parent)


def test_the_window_takes_an_amount_and_stores_it(program: Path, ledger: Path, tmp_path: Path) -> None:
    said = wine.run_windows(
        program / "app" / "python.exe",
        wine.windows_path(DRIVER),
        ledger.name,
        folder=ledger.parent,
        home=tmp_path / "home",
    )
    assert (said.code, said.text.split()) == (0, ["125,000.00", "closed"]), said
    assert not list(ledger.parent.glob(".~lock.*"))
    listed = wine.run_here("verify", ledger, folder=ledger.parent, home=tmp_path / "home-here")
    assert listed.code == 0, listed
    with sqlite3.connect(ledger) as found:
        assert any("125000" in str(row) for row in found.execute("select * from changes"))


def test_a_ledger_that_a_window_holds_names_its_holder(program: Path, ledger: Path, tmp_path: Path) -> None:
    window = wine.start_window(ledger, tmp_path / "home", program / "绩效自评.exe", "offscreen")
    try:
        wait_until_locked(ledger)
        refused = command(program, ledger, "import", ledger.name, "表.json")
        shown = command(program, ledger, "list", ledger.name)
    finally:
        wine.end_window(ledger.parent)
        window.communicate(timeout=wine.PATIENCE)
    assert refused.code == 2
    assert "@" in refused.complaint
    assert "正在使用" in refused.complaint
    assert shown.code == 0
    # A window that died holds nothing.
    assert command(program, ledger, "import", ledger.name, "表.json").code == 0


def test_settings_lie_beside_a_program_on_a_stick(program: Path, ledger: Path) -> None:
    (program / "selfeval-data").mkdir()
    environment = {"SELFEVAL_HOME": "", "QT_QPA_PLATFORM": "offscreen"}
    said = wine.run([wine.WINE, program / "selfeval.exe", "import", ledger.name, "表.json"], ledger.parent, environment)
    assert said.code == 0, said
    assert list((program / "selfeval-data").iterdir())


def test_a_folder_without_its_library_says_so(program: Path, ledger: Path) -> None:
    (program / "app" / "python313.dll").unlink()
    said = command(program, ledger, "list", ledger.name)
    assert said.code == 3
    assert "程序文件不完整" in said.complaint


def wait_until_locked(ledger: Path) -> None:
    """Wait for the lock that the window takes when it has opened its ledger."""
    lock = ledger.with_name(f".~lock.{ledger.name}")
    end = time.monotonic() + wine.PATIENCE
    while not (lock.is_file() and lock.stat().st_size):
        assert time.monotonic() < end, "the window took no lock"
        time.sleep(0.2)
