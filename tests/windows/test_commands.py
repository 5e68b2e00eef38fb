"""The same commands, here and in the built folder under Wine: the same exit codes, the same words, the same bytes."""

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.windows import wine

EXAMPLES = sorted((wine.ROOT / "resources" / "examples").glob("*.json"))
LEDGER, AGAIN = "2025年度 台账.selfeval", "再来.selfeval"
JOURNEY = (
    ("new", LEDGER),
    ("import", LEDGER, *(path.name for path in EXAMPLES)),
    ("list", LEDGER),
    ("list", LEDGER, "--json"),
    ("check", LEDGER),
    ("check", LEDGER, "--json"),
    ("print", LEDGER, "--out", "自评表.pdf"),
    ("print", LEDGER, "--out", "打印件/"),
    ("export", LEDGER, "--out", "自评表.xlsx", "--as", "xlsx"),
    ("export", LEDGER, "--out", "自评表.docx", "--as", "docx"),
    ("export", LEDGER, "--out", "自评表.json", "--as", "json"),
    ("export", LEDGER, "--out", "清单.xlsx", "--as", "list"),
    ("export", LEDGER, "--out", "每张", "--as", "xlsx"),
    ("export", LEDGER, "--out", "上报包.zip", "--as", "package"),
    ("export", LEDGER, "--form", "1", "--out", "一张.zip", "--as", "package"),
    ("verify", LEDGER),
    ("backup", LEDGER, "--out", "备份.selfeval"),
    ("restore", "恢复.selfeval", "备份.selfeval"),
    ("list", "恢复.selfeval"),
    # Files of strangers are read by a process of their own.
    ("import", AGAIN, "自评表.xlsx"),
    ("import", AGAIN, "自评表.docx"),
    ("list", AGAIN),
    ("import", AGAIN, "坏的.xlsx"),
    ("new", LEDGER),
    ("print", LEDGER, "--out", "自评表.pdf"),
    ("list", "没有.selfeval"),
    ("print", LEDGER, "--out", "问号?/一.pdf"),
)
COMPARED = {".pdf", ".xlsx", ".docx", ".json", ".zip"}

pytestmark = [pytest.mark.windows, pytest.mark.timeout(7200)]


@dataclass(frozen=True, slots=True)
class Journeys:
    """What each command of JOURNEY said here and under Wine, and the folders that they worked in."""

    here: list[wine.Said]
    there: list[wine.Said]
    folders: tuple[Path, Path]


@pytest.fixture(scope="module")
def journeys(tmp_path_factory: pytest.TempPathFactory) -> Journeys:
    root = tmp_path_factory.mktemp("两边")
    folders = root / "linux" / "工作", root / "windows" / "工作"
    for folder in folders:
        folder.mkdir(parents=True)
        for path in EXAMPLES:
            shutil.copy(path, folder)
        (folder / "坏的.xlsx").write_bytes(b"PK\x03\x04" + bytes(500))
    homes = [folder.with_name("home") for folder in folders]
    program = wine.BUILT / "selfeval.exe"
    here = [wine.run_here(*command, folder=folders[0], home=homes[0]) for command in JOURNEY]
    there = [wine.run_windows(program, *command, folder=folders[1], home=homes[1]) for command in JOURNEY]
    return Journeys(here, there, folders)


@pytest.mark.parametrize("step", range(len(JOURNEY)), ids=[" ".join(command) for command in JOURNEY])
def test_a_command_says_the_same_and_ends_the_same(journeys: Journeys, step: int) -> None:
    if "问号?/一.pdf" in JOURNEY[step]:
        # Windows has no such name; this is a usage error there, in Chinese, and a folder like any other here.
        assert (journeys.there[step].code, journeys.there[step].text) == (2, "")
        assert "程序出错" not in journeys.there[step].complaint
        return
    here, there = journeys.here[step], journeys.there[step]
    assert (there.code, _without_clock(there.text), there.complaint) == (
        here.code,
        _without_clock(here.text),
        here.complaint,
    )


def test_every_file_has_the_same_bytes(journeys: Journeys) -> None:
    here, there = (digests(folder) for folder in journeys.folders)
    assert len(there) > len(EXAMPLES) + 10
    print(json.dumps(there, ensure_ascii=False, indent=1))
    assert there == {name: digest for name, digest in here.items() if "?" not in name}


def digests(folder: Path) -> dict[str, str]:
    """The files made that a reader gets, by name, with the beginning of their SHA-256."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        for path in sorted(folder.rglob("*"))
        if path.suffix in COMPARED
    }


def _without_clock(text: str) -> str:
    return text
