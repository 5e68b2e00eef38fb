"""An upload package is one whole file of proved forms, or nothing at all."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from selfeval_desktop import paths
from selfeval_desktop.app.errors import Cancelled, NotReady, ReadBackMismatch, TextTooLong, UnwritableFile
from selfeval_desktop.app.paper.paper_check import format_code
from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.codec import form_json
from selfeval_desktop.domain.form.form import Goals
from selfeval_desktop.output import package
from selfeval_desktop.output.package import write_package
from selfeval_desktop.output.pdf.writer import pdf_bytes
from selfeval_desktop.output.xlsx import xlsx_bytes
from tests.builders import complete_form
from tests.output.packages import example_forms, folder_names, package_of, paperwork
from tests.output.reading import squeezed, with_pdfium


def unpacked(path: Path) -> dict[str, bytes]:
    """The files of a package by their names."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_each_form_has_a_folder_with_its_three_files(tmp_path: Path) -> None:
    done = write_package(package_of(), tmp_path / "包.zip")
    names = list(unpacked(done.path))
    first, second = "某区信访办公室-2023-宣传与推广-1", "某区信访办公室-2024-课题-2"
    assert names[:3] == ["manifest.txt", "manifest.json", "上报包核对单.pdf"]
    assert names[3:9] == [f"{each}/{each}.{ending}" for each in (first, second) for ending in ("pdf", "xlsx", "json")]
    assert names[9:] == [
        f"财政项目支出绩效自评汇总表-{year}.{ending}" for year in (2023, 2024) for ending in ("pdf", "xlsx")
    ]
    assert done.files == len(names)


def test_the_files_are_those_that_print_and_export_write(tmp_path: Path) -> None:
    packed = package_of(*example_forms())
    files = unpacked(write_package(packed, tmp_path / "包.zip").path)
    for output in packed.forms:
        name = output.printout.name
        assert files[f"{name}/{name}.pdf"] == pdf_bytes([output.printout])
        assert files[f"{name}/{name}.xlsx"] == xlsx_bytes([output.printout])
        read = form_json.read_forms(files[f"{name}/{name}.json"], path=tmp_path, templates=paperwork().templates)
        assert read == (output.form,)


def test_the_manifest_names_every_file_with_its_digest_and_the_code_on_its_paper(tmp_path: Path) -> None:
    files = unpacked(write_package(package_of(), tmp_path / "包.zip").path)
    listed = json.loads(files["manifest.json"])["files"]
    assert {each["path"] for each in listed} == files.keys() - {"manifest.txt", "manifest.json"}
    text = files["manifest.txt"].decode("utf-8-sig")
    for each in listed:
        data = files[each["path"]]
        assert (each["size"], each["sha256"]) == (len(data), sha256(data).hexdigest())
        assert f"{each['path']}\t{each['size']}\t{each['sha256']}" in text
        if each["path"].endswith(".pdf") and each["code"]:
            assert format_code(each["code"]) in "".join(with_pdfium(data, tmp_path))
    assert sum(bool(each["code"]) for each in listed) == 6


def test_the_proof_list_names_the_forms_their_codes_and_no_difference(tmp_path: Path) -> None:
    packed = package_of()
    done = write_package(packed, tmp_path / "包.zip")
    text = "".join(with_pdfium(unpacked(done.path)["上报包核对单.pdf"], tmp_path))
    cells = 0
    for output in packed.forms:
        count = len(output.printout.sheet.cells)
        cells += count
        assert output.printout.imprint
        assert squeezed(f"{output.form.year}100.00{output.printout.imprint.code}{count}0") in text
    cells += sum(len(summary.sheet.cells) for summary in packed.summaries)
    assert done.cells == cells
    assert squeezed(f"合计{cells}0") in text


def test_a_summary_holds_the_package_s_own_forms(tmp_path: Path) -> None:
    packed = package_of(complete_form(), complete_form(project_name="课题"))
    files = unpacked(write_package(packed, tmp_path / "包.zip").path)
    data = io.BytesIO(files["财政项目支出绩效自评汇总表-2023.xlsx"])
    rows = CalamineWorkbook.from_filelike(data).get_sheet_by_index(0).to_python()
    assert [row[1] for row in rows[3:5]] == ["宣传与推广", "课题"]
    assert rows[5][0] == "合计（2 个项目）"


def test_the_same_forms_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = (write_package(package_of(), tmp_path / name).path for name in ("a.zip", "b.zip"))
    assert first.read_bytes() == second.read_bytes()


def test_names_inside_stay_inside_whatever_a_project_is_called(tmp_path: Path) -> None:
    form = complete_form(project_name="../../etc/CON:*?<宣传>", unit="..\\.. ")
    for name in unpacked(write_package(package_of(form), tmp_path / "包.zip").path):
        parts = name.split("/")
        assert len(parts) <= 2
        assert not set(parts) & {"..", ".", ""}
        assert not set(name) & set('\\:*?"<>|\x00')


def tampering(change: Callable[[Printout], Printout]) -> Callable[[list[Printout]], bytes]:
    """A writer of spreadsheets that writes something else."""
    return lambda printouts: xlsx_bytes([change(printout) for printout in printouts])


def changed(printout: Printout) -> Printout:
    cells = [
        replace(cell, text="88%") if str(cell.field) == "indicators[1].actual" else cell
        for cell in printout.sheet.cells
    ]
    return replace(printout, sheet=replace(printout.sheet, cells=tuple(cells)))


def dropped(printout: Printout) -> Printout:
    cells = [cell for cell in printout.sheet.cells if str(cell.field) != "indicators[1].actual"]
    return replace(printout, sheet=replace(printout.sheet, cells=tuple(cells)))


@pytest.mark.parametrize("change", [changed, dropped])
def test_a_broken_writer_stops_the_package_and_the_cell_is_named(
    change: Callable[[Printout], Printout], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "xlsx_bytes", tampering(change))
    (tmp_path / "包.zip").write_bytes(b"old")
    with pytest.raises(ReadBackMismatch) as failed:
        write_package(package_of(), tmp_path / "包.zip")
    assert failed.value.cell == "indicators[1].actual"
    assert failed.value.file.endswith("宣传与推广-1.xlsx")
    assert (tmp_path / "包.zip").read_bytes() == b"old"
    assert folder_names(tmp_path) == ["包.zip"]


@pytest.mark.parametrize("data", [b"[]", None])
def test_data_that_reads_back_differently_stops_the_package(
    data: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = form_json.write_forms([complete_form(unit="别的单位")]) if data is None else data
    monkeypatch.setattr(form_json, "write_forms", lambda _forms: other)
    with pytest.raises(ReadBackMismatch) as failed:
        write_package(package_of(), tmp_path / "包.zip")
    assert failed.value.file.endswith(".json")
    assert folder_names(tmp_path) == []


def test_forms_with_errors_are_refused() -> None:
    with pytest.raises(NotReady) as refused:
        package_of(complete_form(), complete_form(project_name=""))
    assert (refused.value.form_id, refused.value.errors) == (2, 1)


def test_a_text_that_no_spreadsheet_holds_is_named_first(tmp_path: Path) -> None:
    form = complete_form(goals=Goals("长" * 32_768, "已完成。"))
    with pytest.raises(TextTooLong):
        write_package(package_of(form), tmp_path / "包.zip")


def test_it_can_be_stopped_before_each_piece_and_leaves_nothing(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_package(package_of(), tmp_path / "a.zip", lambda done, total: told.append((done, total)))
    assert told == [(done, 4) for done in range(5)]
    for last in range(5):

        def stop(done: int, total: int, last: int = last) -> None:
            if done == last:
                raise Cancelled

        with pytest.raises(Cancelled):
            write_package(package_of(), tmp_path / "b.zip", stop)
    assert folder_names(tmp_path) == ["a.zip"]


def test_a_folder_of_that_name_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "包.zip").mkdir()
    with pytest.raises(UnwritableFile):
        write_package(package_of(), tmp_path / "包.zip")
    assert folder_names(tmp_path) == ["包.zip"]


# Ends the process at the n-th call that opens, renames, removes or flushes anything in the folder of the package.
_KILLED = """
import os, sys
from pathlib import Path
folder, number = sys.argv[1], int(sys.argv[2])
from selfeval_desktop.output import package
from tests.output.packages import package_of
made = package_of()
package.write_package(made, Path(folder) / "warm.zip")
calls, flush = 0, os.fsync
def count():
    global calls
    calls += 1
    if calls == number:
        os._exit(9)
def watch(event, arguments):
    if event in {"open", "os.rename", "os.remove", "os.listdir", "os.scandir"} and folder in str(arguments[0]):
        count()
sys.addaudithook(watch)
def fsync(handle):
    count()
    flush(handle)
os.fsync = fsync
package.write_package(made, Path(folder) / "package.zip")
"""


@pytest.mark.parametrize("old", [None, b"old"])
def test_a_process_killed_at_any_step_leaves_the_old_file_or_the_whole_new_one(
    old: bytes | None, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    outcomes: list[Any] = []
    for number in range(1, 40):
        folder.mkdir(exist_ok=True)
        target = folder / "package.zip"
        target.unlink(missing_ok=True)
        if old is not None:
            target.write_bytes(old)
        done = subprocess.run(
            [sys.executable, "-c", _KILLED, str(folder), str(number)],
            cwd=paths.resource_folder().parent,
            capture_output=True,
            check=False,
        )
        assert done.returncode in {0, 9}, done.stderr.decode()
        left = target.read_bytes() if target.exists() else None
        whole = (folder / "warm.zip").read_bytes()
        assert left in (old, whole)
        outcomes.append(left == whole)
        if done.returncode == 0:
            break
    assert done.returncode == 0
    assert outcomes == sorted(outcomes)
    assert outcomes.count(False) >= 4
