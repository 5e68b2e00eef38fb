"""Only regular files are read, whatever lies under a name; a file has one real path."""

import ast
import os
import socket
import sys
import tempfile
from collections import Counter
from pathlib import Path

import pytest

import selfeval_desktop
from selfeval_desktop.app.foreign_files import (
    NOT_REGULAR,
    OversizedFile,
    open_regular_file,
    read_regular_file,
    real_path,
)

PACKAGE = Path(selfeval_desktop.__file__).parent
OPENERS = {"open", "read_bytes", "read_text", "fdopen", "copyfile", "copy2", "ZipFile"}
# Files of the program itself, of the system, or made by the caller a moment ago.
OWN = {
    "app/foreign_files.py": 2,  # the one place
    "app/log.py": 1,  # appends to the log
    "output/files.py": 1,  # packs into memory
    "storage/copies/handover.py": 4,  # a file that is being written, members of an archive, an archive that is open
    "storage/copies/ledger_copy.py": 1,  # a copy made a moment ago
    "storage/file/atomic_write.py": 5,  # what it writes, and what it replaces
    "storage/file/file_lock.py": 3,  # never through a link, and looked at when it is open
    "storage/file/journal.py": 2,  # a ledger and its journal, which were looked at
    "storage/file/run_markers.py": 2,  # runs of the program, in its own folder
    "intake/files/archive.py": 2,  # in the reading process, which has looked at the file; members of it
    "ui/kit/theme.py": 2,  # the program's own icons and style
    "ui/safety/removable_media.py": 1,  # what the system tells of a drive
}


def pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


def bound_socket(folder: Path) -> Path:
    path = folder / "s"
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))
    return path


needs_posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no pipes and devices in folders")


@needs_posix
def test_x21_pipes_sockets_and_devices_are_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "zero.json").symlink_to("/dev/zero")
    with tempfile.TemporaryDirectory(dir="/tmp") as short:
        odd = [pipe(tmp_path / "f.json"), bound_socket(Path(short)), tmp_path / "zero.json", Path("/dev/null")]
        for path in odd:
            with pytest.raises(OSError, match=NOT_REGULAR):
                open_regular_file(path)
            with pytest.raises(OSError, match=NOT_REGULAR):
                read_regular_file(path, 10)


def test_x21_a_folder_is_told_as_one(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        open_regular_file(tmp_path)


@needs_posix
def test_x21_a_link_to_a_regular_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"text")
    (tmp_path / "b").symlink_to("a")
    assert read_regular_file(tmp_path / "b", 4) == b"text"


def test_x21_no_more_is_read_than_the_file_may_have(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert read_regular_file(path, 5) == b"12345"
    with pytest.raises(OversizedFile) as caught:
        read_regular_file(path, 4)
    assert caught.value.size == 5


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
def test_x21_a_file_that_hides_its_size_is_read_up_to_the_limit() -> None:
    """Files of /proc have a size of 0, as a file has that is only growing."""
    assert Path("/proc/self/maps").stat().st_size == 0
    with pytest.raises(OversizedFile):
        read_regular_file(Path("/proc/self/maps"), 10)
    assert read_regular_file(Path("/proc/self/comm"), 100)


@needs_posix
def test_x02_every_name_of_a_file_has_one_real_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Path(os.path.realpath(tmp_path))
    (home / "真").mkdir()
    target = home / "真" / "L.selfeval"
    target.write_bytes(b"")
    (home / "folder").symlink_to("真")
    (home / "link").symlink_to(target)
    (home / "again").symlink_to("link")
    monkeypatch.chdir(home)
    for name in ("link", "again", "folder/L.selfeval", "真/../真/./L.selfeval", "folder/../again"):
        assert real_path(Path(name)) == target
    assert real_path(home / "missing") == home / "missing"


def test_x21_nothing_else_opens_files_by_name() -> None:
    """Whoever reads a file by its name reads it through `foreign_files`, or stands in the list above."""
    found: Counter[str] = Counter()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in OPENERS and not _is_dialog(node):
                    found[path.relative_to(PACKAGE).as_posix()] += 1
    assert {name: count for name, count in found.items() if count > OWN.get(name, 0)} == {}


def _is_dialog(call: ast.Call) -> bool:
    """`dialog.open()` of Qt and `module.open_…` take no path and no mode."""
    has_arguments = bool(call.args or call.keywords)
    return isinstance(call.func, ast.Attribute) and call.func.attr == "open" and not has_arguments
