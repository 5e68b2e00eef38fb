"""Only regular files are read, whatever lies under a name; a file has one real path."""

import ast
import os
import socket
import sys
import tempfile
from pathlib import Path

import pytest

import selfeval_desktop
from selfeval_desktop.app.foreign_files import (
    NOT_REGULAR,
    OversizedFile,
    open_regular_file,
    read_regular_file,
    real_path,
    shown_text,
)

PACKAGE = Path(selfeval_desktop.__file__).parent
OPENERS = {"open", "read_bytes", "read_text", "fdopen", "copyfile", "copy2", "ZipFile"}
# Who opens files by other means, and why that cannot be a foreign pipe or device.
OWN = {
    "app/foreign_files.py",  # the one place
    "app/log.py",  # appends to the log, through no link
    "bootstrap.py",  # the program's own list of changes
    "cli/program.py",  # what nobody reads any more goes to the system's own sink
    "codec/limited_child.py",  # what the system tells of this process
    "codec/program_parts.py",  # the program's own list of parts and licence texts
    "codec/templates.py",  # the program's own templates
    "intake/files/archive.py",  # in the reading process, which has looked at the file; members of it
    "output/files.py",  # packs into memory
    "paths.py",  # an opener for new files
    "storage/copies/closing_backups.py",  # notes of the program, in its own folder
    "storage/copies/handover.py",  # files in the making, members of an archive
    "storage/copies/ledger_copy.py",  # a copy made a moment ago
    "storage/file/atomic_write.py",  # what it writes, and what it replaces
    "storage/file/database.py",  # the head of a ledger, which was looked at
    "storage/file/file_lock.py",  # through no link, and looked at first
    "storage/file/journal.py",  # a ledger and its journal, both looked at first
    "storage/file/run_markers.py",  # runs of the program, in its own folder
    "ui/help/about_dialog.py",  # the program's own licence texts
    "ui/kit/theme.py",  # the program's own icons and style
    "ui/safety/removable_media.py",  # what the system tells of a drive
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
    assert real_path(Path("真/L.selfeval")) == Path("真/L.selfeval")


@needs_posix
def test_x02_a_loop_of_links_and_a_link_to_nothing_have_a_path_too(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    (tmp_path / "c").symlink_to("gone")
    assert real_path(tmp_path / "a").name in {"a", "b"}
    assert real_path(tmp_path / "c").name == "gone"


def test_x12_names_in_other_encodings_can_be_shown() -> None:
    gbk, latin = (os.fsdecode(each) for each in ("台账\\x".encode("gbk"), b"caf\xe9.json"))
    assert shown_text(Path(f"/旧/{gbk}.selfeval")) == "/旧/台账\\x.selfeval"
    assert shown_text(latin) == "caf\\xe9.json"
    assert shown_text("\ud83d") == "\\ud83d"
    assert shown_text("𠀀 plain") == "𠀀 plain"


def test_x21_nothing_else_opens_files_by_name() -> None:
    """Whoever reads a file by its name reads it through `foreign_files`, or stands in the list above."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in OPENERS and not _is_dialog(node):
                    found.add(path.relative_to(PACKAGE).as_posix())
    assert found - OWN == set(), "read through app.foreign_files, or say in OWN why not"
    assert OWN - found == set()


def _is_dialog(call: ast.Call) -> bool:
    """`dialog.open()` of Qt and `module.open_…` take no path and no mode."""
    has_arguments = bool(call.args or call.keywords)
    return isinstance(call.func, ast.Attribute) and call.func.attr == "open" and not has_arguments
