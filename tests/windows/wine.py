"""Runs programs for Windows, and the same commands here, and tells what both said."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "dist" / "windows" / "绩效自评"
PYTHON = ROOT / "build" / "windows" / "python" / "python.exe"
WINE = ROOT / "packaging" / "windows" / "wine.sh"
NEWER = bool(os.environ.get("WINE"))
"""Whether the Wine is a newer one, which has what the real windows plugin of Qt asks for."""
PREFIX = ROOT / "build" / "windows" / ("wine-newer" if NEWER else "wine") / "prefix"
"""Where that Wine keeps its drive C."""
PATIENCE = 300.0
"""Seconds after which a program is taken to hang: Wine on a busy PC is slow."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said, line ends and separators of paths as on Linux, and its exit code."""

    code: int
    text: str
    complaint: str


def windows_path(path: Path) -> str:
    """The path as Windows programs know it."""
    return "Z:" + str(path).replace("/", "\\")


def run(command: list[str | Path], folder: Path, environment: Mapping[str, str]) -> Said:
    """Run a command in `folder` to its end."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return Said(done.returncode, _normal(done.stdout), _normal(done.stderr))


def run_windows(program: Path, *arguments: str | Path, folder: Path, home: Path, platform: str = "offscreen") -> Said:
    """Run a program for Windows under Wine; `home` is where it keeps settings and log."""
    environment = {"SELFEVAL_HOME": windows_path(home), "QT_QPA_PLATFORM": platform}
    return run([WINE, program, *arguments], folder, environment)


def run_here(*arguments: str | Path, folder: Path, home: Path) -> Said:
    """Run the command line of this checkout."""
    environment = {"SELFEVAL_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    return run([Path(sys.executable).with_name("selfeval"), *arguments], folder, environment)


def start_window(ledger: Path, home: Path | None, program: Path, platform: str) -> subprocess.Popen[bytes]:
    """Start the window on a ledger and go on; without a home it keeps settings and log where Windows has them."""
    environment = {"SELFEVAL_HOME": windows_path(home) if home else "", "QT_QPA_PLATFORM": platform}
    return subprocess.Popen(
        [WINE, program, ledger.name],
        cwd=ledger.parent,
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def end_window(folder: Path) -> None:
    """End a window as the task manager does."""
    run([WINE, "taskkill", "/F", "/IM", "绩效自评.exe"], folder, {})


def _normal(said: bytes) -> str:
    """The program says UTF-8; Wine's own tools speak the code page of Chinese Windows."""
    try:
        text = said.decode("utf-8")
    except UnicodeDecodeError:
        text = said.decode("gb18030", "replace")
    return text.replace("\r\n", "\n").replace("\\", "/")
