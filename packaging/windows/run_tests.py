"""Runs rooms of the tests under Python for Windows, by Wine, and prints a table. Run by `make test-windows`.

Usage: run_tests.py [ROOM…]; a room is a folder or file of tests/. What cannot run there is skipped with its reason.
"""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter

from folder import ROOT, download, install

from build import HERE, PLATFORM, WORK, gather

PYTHON = WORK / "test-python"
ROOMS = ("domain", "codec", "storage", "intake", "output", "cli", "app", "wording", "test_paths.py", "test_starting.py")
LACKING = "import _winapi\n\nvars(_winapi).pop('CopyFile2', None)\n"
"""Wine 8 has no more than the name of it: without, `shutil` copies as on any other system."""
_COUNTS = re.compile(r"^(?:=+ )?(\d+ (?:passed|failed|skipped|error).* in \d.*s.*?)(?: =+)?$", re.MULTILINE)
# Of `-ra`: a reason and how often it was given.
_SKIPPED = re.compile(r"^SKIPPED \[(\d+)\] [^ ]+ (.*)$", re.MULTILINE)


def make_python() -> None:
    """Python for Windows with the libraries of the program and of its tests; it takes the program from the checkout."""
    if not (WORK / "python" / "python.exe").is_file():
        gather()
    done = PYTHON / "done.txt"
    listed = (HERE / "wheels.txt").read_bytes() + (HERE / "test-wheels.txt").read_bytes()
    if done.is_file() and done.read_bytes() == listed:
        return
    download(HERE / "test-wheels.txt", WORK / "test-wheels", *PLATFORM)
    shutil.rmtree(PYTHON, ignore_errors=True)
    # SQLAlchemy asks for the kind of machine; older Wine has not what _wmi asks to tell it.
    shutil.copytree(WORK / "python", PYTHON, ignore=shutil.ignore_patterns("_wmi.pyd"))
    site = PYTHON / "Lib" / "site-packages"
    install(WORK / "test-wheels", site, HERE / "test-wheels.txt", *PLATFORM)
    (site / "sitecustomize.py").write_text(LACKING, "utf-8")
    shutil.copytree(WORK / "site", site, ignore=shutil.ignore_patterns("selfeval_desktop"), dirs_exist_ok=True)
    done.write_bytes(listed)


def run_room(room: str) -> tuple[int, str]:
    """The exit code of a room's tests, and its line of the table; what they say goes to build/windows/tests."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1", "SELFEVAL_HOME": ""}
    command = [HERE / "wine.sh", PYTHON / "python.exe", "-m", "pytest", "-q", "-p", "no:cacheprovider", f"tests/{room}"]
    said = WORK / "tests" / f"{room.replace('/', '-')}.txt"
    said.parent.mkdir(exist_ok=True)
    with said.open("wb") as file:
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=file, stderr=subprocess.STDOUT, check=False)
    text = said.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
    counts = _COUNTS.findall(text) or [f"ended with {done.returncode}, see {said}"]
    reasons: Counter[str] = Counter()
    for count, reason in _SKIPPED.findall(text):
        reasons[reason] += int(count)
    skipped = "".join(f"\n    {count} × {reason}" for reason, count in reasons.most_common())
    return done.returncode, f"{room}: {counts[-1]}{skipped}"


def main() -> None:
    make_python()
    codes = []
    for room in sys.argv[1:] or ROOMS:
        code, line = run_room(room)
        codes.append(code)
        print(line, flush=True)
    sys.exit(any(codes))


if __name__ == "__main__":
    main()
