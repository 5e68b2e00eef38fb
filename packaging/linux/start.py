"""Starts the folder's window or command line: `start.py window|console …`.

Qt asks for libraries that a desktop has. Where one is missing, libxcb-cursor above all on the older ones, the one from
the folder beside this file is loaded in its place; the system's own comes first, as it fits its drivers.
"""

import ctypes
import runpy
import sys
from contextlib import suppress
from pathlib import Path

_APP = Path(__file__).resolve().parent


def load_library(name: str) -> bool:
    """Load the system's library of that name, else the folder's; False where neither loads yet."""
    for place in (name, str(_APP / "libraries" / name)):
        with suppress(OSError):
            ctypes.CDLL(place)
            return True
    return False


def load_libraries() -> None:
    """Load them all; one that needs another of the folder loads after it."""
    missing = sorted(path.name for path in (_APP / "libraries").iterdir())
    while missing:
        still = [name for name in missing if not load_library(name)]
        if still == missing:
            return
        missing = still


if __name__ == "__main__":
    kind = sys.argv.pop(1)
    # The program calls its own command line by the place of this name; a folder for its data may lie beside it.
    sys.executable = sys.argv[0] = str(_APP.parent / "selfeval")
    sys.frozen = True
    load_libraries()
    runpy.run_path(str(_APP / f"start_{kind}.py"), run_name="__main__")
