"""Qt's own windows plugin, which only a newer Wine can run: the window is typed into, and pictures are left to look at.

Run by `make check-windows WINE=FOLDER`; the pictures lie in build/windows/pictures.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.windows import wine
from tests.windows.test_windows import ledger, wait_until_locked

__all__ = ["ledger"]
PICTURES = wine.ROOT / "build" / "windows" / "pictures"
SIZES = {"100": ("1366x768", "96"), "150": ("1920x1080", "144")}
"""Screens by scaling in percent: pixels and dots per inch."""

pytestmark = [
    pytest.mark.windows,
    pytest.mark.timeout(7200),
    pytest.mark.skipif(
        not wine.NEWER, reason="Debian's Wine 8 has no windows.ui: WINE names a folder with a newer one"
    ),
]


@pytest.fixture(params=SIZES)
def screen(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A screen of that scaling with a window manager on it; the scaling in percent."""
    pixels, dots = SIZES[request.param]
    display = f":{70 + list(SIZES).index(request.param)}"
    monkeypatch.setenv("DISPLAY", display)
    # -s 0: a screen that goes dark while nobody types shows nothing.
    server = subprocess.Popen(["Xvfb", display, "-screen", "0", f"{pixels}x24", "-nolisten", "tcp", "-s", "0"])
    manager = None
    try:
        until(lambda: Path(f"/tmp/.X11-unix/X{display[1:]}").exists(), "no screen")
        manager = subprocess.Popen(["openbox"], env=os.environ | {"DISPLAY": display})
        change = ["add", r"HKCU\Control Panel\Desktop", "/v", "LogPixels", "/t", "REG_DWORD", "/d", dots, "/f"]
        wine.run([wine.WINE, "reg", *change], wine.ROOT, {})
        # A session keeps the scaling that it began with.
        wine.run([wine.WINE, "--stop"], wine.ROOT, {})
        yield str(request.param)
    finally:
        for started in filter(None, (manager, server)):
            started.terminate()
            started.wait()


def test_the_real_window_is_typed_into_and_looks_right(screen: str, ledger: Path, tmp_path: Path) -> None:
    program = Path(shutil.copytree(wine.BUILT, tmp_path / "绩效自评"))
    window = wine.start_window(ledger, tmp_path / "home", program / "绩效自评.exe", "windows")
    try:
        wait_until_locked(ledger)
        until(lambda: bool(shown("绩效自评")), "no window")
        # Until it has painted and taken the first form.
        time.sleep(20)
        take_picture(f"window-{screen}")
        keys("ctrl+p")
        time.sleep(10)
        take_picture(f"print-{screen}")
        keys("Escape")
        time.sleep(3)
        # Down to this year's funds, right to what was spent.
        keys("Down", "Right", "Right", "1", "2", "5", "0", "0", "0", "Return")
        time.sleep(3)
        take_picture(f"typed-{screen}")
        keys("ctrl+q")
        assert window.wait(timeout=wine.PATIENCE) == 0
    finally:
        if window.poll() is None:
            wine.end_window(ledger.parent)
        window.communicate(timeout=wine.PATIENCE)
    assert not list(ledger.parent.glob(".~lock.*"))
    listed = wine.run_here("export", ledger, "--out", "表后.json", "--as", "json", folder=ledger.parent, home=tmp_path)
    assert listed.code == 0, listed
    assert '"125000' in (ledger.parent / "表后.json").read_text("utf-8")


def until(done: object, complaint: str) -> None:
    """Wait until that is so."""
    assert callable(done)
    end = time.monotonic() + wine.PATIENCE
    while not done():
        assert time.monotonic() < end, complaint
        time.sleep(0.5)


def shown(title: str) -> str:
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", title], capture_output=True, text=True, check=False
    )
    return found.stdout.strip()


def keys(*names: str) -> None:
    subprocess.run(["xdotool", "key", *names], check=True)


def take_picture(name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    subprocess.run(["import", "-window", "root", PICTURES / f"{name}.png"], check=True)
