"""What the commands do with a ledger that is held, left locked, write-protected or in an odd place."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from selfeval_desktop import bootstrap
from tests.builders import QUESTION
from tests.cli.conftest import Command, json_file, snapshot

READING = (("list",), ("check",), ("verify",))


@pytest.fixture
def left(ledger: Path) -> Path:
    """The lock file that another PC left beside the ledger."""
    lock = ledger.with_name(f".~lock.{ledger.name}")
    said = {"user": "wang", "host": "PC2", "since": "2024-03-01T14:03:00+08:00"}
    lock.write_text(json.dumps(said), "utf-8")
    return lock


def test_f19_a_lock_of_another_pc_stops_what_would_write_and_tells_how_to_go_on(
    selfeval: Command, ledger: Path, left: Path
) -> None:
    source = json_file("a.json")
    before = snapshot(ledger, left)
    said = selfeval("import", ledger, source)
    assert (said.code, said.out) == (2, "")
    (line,) = said.complaints
    assert "wang@PC2" in line
    assert left.name in line
    assert snapshot(ledger, left) == before
    left.unlink()
    assert selfeval("import", ledger, source).code == 0


def test_f19_a_lock_of_another_pc_stops_no_reading_and_no_printing(selfeval: Command, ledger: Path, left: Path) -> None:
    before = left.read_bytes()
    for arguments in READING:
        assert selfeval(*arguments, ledger).code in {0, 1}
    said = selfeval("print", ledger, "--out", "a.pdf")
    assert said.code == 0
    assert "没有记录" in said.err
    assert left.read_bytes() == before


def test_f18_what_a_dead_holder_left_on_this_pc_stops_nothing(selfeval: Command, ledger: Path) -> None:
    store = bootstrap.ledger_files().open_ledger_file(ledger)
    lock = ledger.with_name(f".~lock.{ledger.name}")
    signed = lock.read_bytes()
    store.close()
    lock.write_bytes(signed)
    assert selfeval("import", ledger, json_file("a.json")).code == 0
    assert not lock.exists()


PLACES = [f"文件 夹/#井号/问号{QUESTION}/50%25", "/".join(["长路径" * 10, "a" * 90, "b" * 90, "c" * 40])]


@pytest.mark.parametrize("place", PLACES, ids=["odd", "260"])
def test_f26_every_command_works_wherever_the_ledger_lies(selfeval: Command, place: str) -> None:
    folder = Path(place).absolute()
    folder.mkdir(parents=True)
    ledger = folder / f"年 度#台账 100%{QUESTION}.selfeval"
    source = json_file("a.json")
    for arguments in (
        ("new", ledger),
        ("import", ledger, source),
        ("list", ledger),
        ("verify", ledger),
        ("print", ledger, "--out", folder / f"纸 #1{QUESTION}.pdf"),
        ("export", ledger, "--out", folder / "表 %.json", "--as", "json"),
        ("backup", ledger, "--out", folder / "备份.selfeval"),
        ("check", folder / "备份.selfeval"),
    ):
        said = selfeval(*arguments)
        assert said.code == 0, said.err
    assert sorted(path.name for path in folder.iterdir() if not path.name.startswith(".~")) == [
        "备份.selfeval",
        f"年 度#台账 100%{QUESTION}.selfeval",
        f"纸 #1{QUESTION}.pdf",
        "表 %.json",
    ]


def test_f26_a_path_that_no_system_call_takes_is_refused_in_a_sentence(selfeval: Command) -> None:
    folder = Path("/".join(["长" * 60] * 4)).absolute()
    folder.mkdir(parents=True)
    said = selfeval("new", folder / "台账.selfeval")
    assert (said.code, said.out) == (2, "")
    assert "名称太长" in said.err
    assert list(folder.iterdir()) == []


AS_NOBODY = """
import os, sys
from selfeval_desktop.cli import run
from tests.direct_reader import read_in_this_process
warm, *arguments = sys.argv[1:]
# Rights are given up once everything is loaded: nobody may not read where Python lies,
# and so can start no process either.
for command in (["list", warm], ["print", warm, "--out", warm + ".pdf"], ["import", warm, warm + ".json"]):
    run(command)
read_in_this_process()
os.setgid(65534)
os.setuid(65534)
sys.exit(run(arguments))
"""


@pytest.fixture
def nobody(selfeval: Command, ledger: Path) -> Iterator[tuple[Path, Callable[..., tuple[int, str]]]]:
    """A folder for everybody with the ledger, and how to run a command in it as one who owns nothing."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root can become nobody")
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    warm = folder / "warm" / "w.selfeval"
    for place in ("warm", "home", "data", "out"):
        (folder / place).mkdir()
        (folder / place).chmod(0o777)
    shutil.copyfile(ledger, warm)
    json_file(f"{warm}.json")
    shutil.copyfile(ledger, folder / "data" / "L.selfeval")

    def run(*arguments: object) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, str(warm), *map(str, arguments)],
            cwd=folder,
            env={
                **os.environ,
                "PYTHONPATH": str(Path(__file__).parents[2]),
                "SELFEVAL_HOME": str(folder / "home"),
            },
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stderr

    yield folder, run
    shutil.rmtree(folder)


@pytest.mark.parametrize("protected", ["folder", "file", "both"])
def test_f21_a_write_protected_ledger_is_read_and_printed_and_never_touched(
    nobody: tuple[Path, Callable[..., tuple[int, str]]], protected: str
) -> None:
    folder, run = nobody
    ledger = folder / "data" / "L.selfeval"
    ledger.chmod(0o666 if protected == "folder" else 0o444)
    ledger.parent.chmod(0o777 if protected == "file" else 0o555)
    before = ledger.read_bytes(), ledger.stat().st_mtime_ns
    assert run("verify", ledger) == (0, "")
    code, told = run("print", ledger, "--out", folder / "out" / "a.pdf")
    assert code == 0, told
    assert "没有记录" in told
    code, told = run("import", ledger, folder / "warm" / "w.selfeval.json")
    assert code == 2, told
    assert "无法写入" in told
    assert "没有权限" in told
    assert (ledger.read_bytes(), ledger.stat().st_mtime_ns) == before
    assert [path.name for path in ledger.parent.iterdir()] == [ledger.name]
