"""Whatever a file does to its reader, it costs no more than ten seconds, and nothing of it comes in."""

import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import pytest

from selfeval_desktop import bootstrap, paths
from selfeval_desktop.app.errors import Cancelled, MissingFile, UnfitFile, UnfitReason, UnreadableFile
from selfeval_desktop.app.incoming import Container
from selfeval_desktop.codec import limited, limited_child
from selfeval_desktop.intake.files import gate, office_file
from selfeval_desktop.intake.files.cells import MOST_BLOCKS, CellBlock, FileContents, FileRefused
from selfeval_desktop.intake.forms import incoming
from selfeval_desktop.wording import errors
from tests.intake.hostile import HOSTILE, locked
from tests.intake.offices import sheet_from, workbook_of

_MEASURED = (
    "import resource, subprocess, sys\n"
    "asked = bytes.fromhex(sys.argv[1])\n"
    "subprocess.run(sys.argv[2:], input=asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)


def memory(path: Path) -> int:
    """The most that the reading of the file held at once, in bytes."""
    asked = BytesIO()
    asked.write(limited_child.message_bytes((office_file.read_office_file, (path,), (10.0, limited_child.MEMORY))))
    command = [sys.executable, "-c", _MEASURED, asked.getvalue().hex(), *paths.reader_command()]
    done = subprocess.run(command, env=paths.reader_environment(), capture_output=True, text=True, check=True)
    return int(done.stdout) * 1_024


def reason(path: Path) -> UnfitReason:
    with pytest.raises(UnfitFile) as refused:
        incoming.read_file(path, bootstrap.installed_templates())
    assert refused.value.path == path
    assert str(path) in errors.error_sentence(refused.value)
    return refused.value.reason


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_time_and_memory(name: str, tmp_path: Path) -> None:
    file, make, reasons = HOSTILE[name]
    path = tmp_path / file
    path.write_bytes(make())
    begun = time.monotonic()
    assert reason(path) in reasons
    seconds = time.monotonic() - begun
    assert seconds < limited.SECONDS * limited._PATIENCE + 1
    if sys.platform == "linux":
        held = memory(path)
        assert held <= limited_child.MEMORY
        print(f"{name:42} {path.stat().st_size:>9} bytes {seconds:5.2f} s {held // 1_000_000:4} MB")


REFUSED_AT_SIGHT = [
    name for name, (_, _, reasons) in HOSTILE.items() if not reasons & {UnfitReason.NO_FORM, UnfitReason.TOO_MUCH}
]


@pytest.mark.parametrize("name", REFUSED_AT_SIGHT)
def test_the_reader_itself_refuses_what_is_no_office_file(name: str, tmp_path: Path) -> None:
    file, make, reasons = HOSTILE[name]
    path = tmp_path / file
    path.write_bytes(make())
    with pytest.raises(FileRefused) as refused:
        office_file.read_contents(path)
    assert refused.value.reason in reasons


def test_a_file_too_large_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with path.open("wb") as file:
        file.truncate(gate.LARGEST + 1)
    assert reason(path) is UnfitReason.TOO_LARGE


def test_a_reader_without_an_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook_of())
    monkeypatch.setattr(limited, "SECONDS", 0.3)
    monkeypatch.setattr(paths, "reader_command", lambda: [sys.executable, "-c", "while True: pass"])
    assert reason(path) is UnfitReason.TOO_SLOW


@pytest.mark.skipif(sys.platform == "win32", reason="a process there does not end by a signal")
@pytest.mark.parametrize(("signal", "wanted"), [("KILL", UnfitReason.TOO_HEAVY), ("XCPU", UnfitReason.TOO_SLOW)])
def test_a_reader_that_is_killed_costs_its_file_only(
    signal: str, wanted: UnfitReason, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook_of())
    kill = f"import os, signal; os.kill(os.getpid(), signal.SIG{signal})"
    monkeypatch.setattr(paths, "reader_command", lambda: [sys.executable, "-c", kill])
    assert reason(path) is wanted


def test_a_reader_that_fails_costs_its_file_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook_of())
    monkeypatch.setattr(paths, "reader_command", lambda: [sys.executable, "-c", "raise SystemExit(1)"])
    assert reason(path) is UnfitReason.BROKEN


def test_a_user_who_wants_no_more_of_it_need_not_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook_of())
    monkeypatch.setattr(paths, "reader_command", lambda: [sys.executable, "-c", "while True: pass"])

    def cancel(done: int, total: int) -> None:
        raise Cancelled

    begun = time.monotonic()
    with pytest.raises(Cancelled):
        gate.contents_of(path, cancel)
    assert time.monotonic() - begun < 2


def test_a_bad_file_among_many_costs_itself_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One process reads them all but for the one that takes too long, which ends it."""
    started: list[list[str]] = []
    command = paths.reader_command()

    def counted() -> list[str]:
        started.append(command)
        return command

    monkeypatch.setattr(paths, "reader_command", counted)
    good, locked_up, odd = (tmp_path / name for name in ("好.xlsx", "锁.xlsx", "a\nb.xlsx"))
    for path in (good, odd):
        path.write_bytes(workbook_of())
    locked_up.write_bytes(locked())
    with gate.OfficeFileReader() as reader:
        first = reader.contents_of(good)
        assert reader.contents_of(odd) == first
        assert len(started) == 1
        with pytest.raises(UnfitFile):
            reader.contents_of(locked_up)
        assert reader.contents_of(good) == first
        monkeypatch.setattr(limited, "SECONDS", 0.0)
        with pytest.raises(UnfitFile) as refused:
            reader.contents_of(good)
        assert refused.value.reason is UnfitReason.TOO_SLOW
        monkeypatch.setattr(limited, "SECONDS", 10.0)
        assert reader.contents_of(good) == first
    assert len(started) == 3


def test_a_missing_file_and_a_folder_are_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        gate.contents_of(tmp_path / "a.xlsx")
    with pytest.raises(UnreadableFile):
        gate.contents_of(tmp_path)


def test_the_frozen_program_reads_through_its_own_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/selfeval/selfeval-desktop")
    assert paths.reader_command() == [str(Path("/opt/selfeval/selfeval")), paths.READER]


def test_what_lies_where_the_program_was_started_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(9)", "utf-8")
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook_of())
    monkeypatch.chdir(tmp_path)
    assert gate.contents_of(path).blocks


def test_more_sheets_than_a_workbook_of_forms_has_are_refused(tmp_path: Path) -> None:
    from openpyxl import Workbook

    from tests.intake.offices import saved

    book = Workbook()
    for number in range(MOST_BLOCKS + 1):
        book.create_sheet(f"表{number}")["A1"] = "指标"
    path = tmp_path / "a.xlsx"
    path.write_bytes(saved(book))
    with pytest.raises(FileRefused) as refused:
        office_file.read_contents(path)
    assert refused.value.reason is UnfitReason.TOO_MUCH


def test_control_characters_are_left_at_the_door(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("指标\x07名称,甲\x00乙,丙\ufffe丁\n".encode())
    (block,) = office_file.read_contents(path).blocks
    assert list(block.texts.values()) == ["指标名称", "甲乙", "丙丁"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_list_is_read_in_every_usual_encoding(encoding: str, delimiter: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f"一级指标{delimiter}分值\n产出指标{delimiter}10\n".encode(encoding))
    (block,) = office_file.read_contents(path).blocks
    assert block.texts == {(0, 0): "一级指标", (0, 1): "分值", (1, 0): "产出指标", (1, 1): "10"}


def test_a_sheet_of_too_many_rows_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(sheet_from([["三级指标", "分值"], *[["甲", 1]] * 1_500]))
    assert reason(path) is UnfitReason.TOO_MUCH


def test_a_file_of_more_cells_than_forms_have_is_read_up_to_there(tmp_path: Path) -> None:
    sheets = 70
    texts = {(row, column): "指标" for row in range(100) for column in range(10)}
    blocks = tuple(CellBlock(Container.SHEET, f"表{number}", texts) for number in range(sheets))
    with pytest.raises(UnfitFile) as refused:
        incoming.recognise_forms(tmp_path, FileContents(blocks), bootstrap.installed_templates())
    assert refused.value.reason is UnfitReason.TOO_MUCH
