"""Real limits instead of planted faults: a database that may not grow, a largest file size, a disk of few kilobytes."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from selfeval_desktop.app.errors import UnwritableFile
from selfeval_desktop.domain.form.form import Goals
from selfeval_desktop.storage.forms.form_store import LedgerForms
from tests.storage.drafts import draft

ROOT = Path(__file__).parents[3]
LONG = draft(goals=Goals("长" * 40_000, "文" * 40_000))
BEGUN = """
import os, sys
from contextlib import closing
from pathlib import Path
from selfeval_desktop import cli
from selfeval_desktop.app.errors import UnwritableFile
from selfeval_desktop.bootstrap import ledger_files
from selfeval_desktop.wording import errors
from tests.storage.drafts import draft
from tests.storage.file.test_full_disks import LONG

folder = Path(sys.argv[1])
ledger = folder / "L.selfeval"
def refused(work):
    try:
        work()
    except UnwritableFile as error:
        print(errors.error_sentence(error), file=sys.stderr)
    else:
        raise SystemExit("nothing was refused")
"""


def script(folder: Path, text: str, *before: str) -> subprocess.CompletedProcess[str]:
    """Run that after the beginning, in a process of its own, with the folder as its argument."""
    return subprocess.run(
        [*before, sys.executable, "-c", BEGUN + text, str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def small_disk(tmp_path: Path) -> tuple[Path, tuple[str, ...]]:
    """A folder, and the command that has a disk of 1,600 KB there while it lasts; nobody else sees that disk."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        pytest.skip("unshare, which makes a small disk for one process, is of Linux")
    folder = tmp_path / "disk"
    folder.mkdir()
    apart = ("unshare", "--mount") if os.geteuid() == 0 else ("unshare", "--map-root-user", "--mount")
    mount = f"mount -t tmpfs -o size=1600k tmpfs '{folder}'"
    if subprocess.run([*apart, "sh", "-c", mount], capture_output=True, check=False).returncode != 0:
        pytest.skip("no disk can be mounted here, not even for one process")
    return folder, (*apart, "sh", "-c", f'{mount} && exec "$@"', "sh")


def test_f02_a_ledger_that_may_not_grow_keeps_its_form_and_takes_the_edit_later(store: LedgerForms) -> None:
    store.insert_forms([draft()])
    connection = store._connection
    with connection.begin():
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(UnwritableFile) as caught:
        store.save_form(1, LONG)
    assert caught.value.reason == os.strerror(errno.ENOSPC)
    assert store.load_form(1).goals == draft().form.goals
    with connection.begin():
        connection.exec_driver_sql("PRAGMA max_page_count=100000")
    store.save_form(1, LONG)
    assert store.load_form(1).goals == LONG.form.goals
    store.verify()


def test_f02_a_full_disk_keeps_the_form_and_takes_the_edit_once_there_is_room(
    small_disk: tuple[Path, tuple[str, ...]],
) -> None:
    folder, command = small_disk
    said = script(
        folder,
        """
with closing(ledger_files().create_ledger_file(ledger, [draft()])) as store:
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(1024)):
                pass
        except OSError:
            pass
    refused(lambda: store.save_form(1, LONG))
    assert store.load_form(1).goals == draft().form.goals
    filler.unlink()
    store.save_form(1, LONG)
with closing(ledger_files().open_ledger_file(ledger)) as store:
    store.verify()
    assert store.load_form(1).goals == LONG.form.goals
assert [entry.name for entry in folder.iterdir()] == [ledger.name]
""",
        *command,
    )
    assert said.returncode == 0, said.stderr
    (line,) = said.stderr.splitlines()
    assert "磁盘已满" in line


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_f04_a_largest_file_size_keeps_the_form_and_takes_the_edit_later(tmp_path: Path) -> None:
    said = script(
        tmp_path,
        """
import resource
with closing(ledger_files().create_ledger_file(ledger, [draft()])) as store:
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ledger.stat().st_size, most))
    refused(lambda: store.save_form(1, LONG))
    assert store.load_form(1).goals == draft().form.goals
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    store.save_form(1, LONG)
    store.verify()
assert sorted(entry.name for entry in folder.glob("*L.selfeval*")) == [ledger.name]
""",
    )
    assert said.returncode == 0, said.stderr
    assert len(said.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("print", "--out", "a.pdf"),
        ("export", "--as", "xlsx", "--out", "a.xlsx"),
        ("export", "--as", "docx", "--out", "a.docx"),
        ("export", "--as", "package", "--out", "a.zip"),
    ],
    ids=lambda arguments: arguments[-1],
)
def test_f06_a_full_disk_leaves_the_old_file(
    arguments: tuple[str, ...], tmp_path: Path, small_disk: tuple[Path, tuple[str, ...]]
) -> None:
    folder, command = small_disk
    ledger = tmp_path / "甲.selfeval"
    said = script(
        folder,
        f"""
home = Path({str(ledger)!r})
ledger_files().create_ledger_file(home, [draft()]).close()
old = folder / {arguments[-1]!r}
old.write_bytes(os.urandom(1595 * 1024))
before = old.read_bytes()
code = cli.run([{arguments[0]!r}, str(home), *{arguments[1:-1]!r}, str(old)])
assert code == 2, code
assert old.read_bytes() == before
assert [entry.name for entry in folder.iterdir()] == [old.name]
with closing(ledger_files().open_ledger_file(home)) as store:
    store.verify()
    assert store.output_events(1) == ()
""",
        *command,
    )
    assert said.returncode == 0, said.stderr
    (line,) = said.stderr.splitlines()
    assert "磁盘已满" in line
