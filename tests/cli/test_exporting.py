"""Word documents, lists for portals and upload packages from the command line."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from python_calamine import CalamineWorkbook

from selfeval_desktop import bootstrap
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.annotations import BLANK_ANNOTATIONS, ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.layout.portal_lists import HEADINGS
from selfeval_desktop.output import package
from tests.builders import complete_form, mof_2020, too_long_form, with_row
from tests.cli.conftest import Command, json_file, snapshot
from tests.output.test_package import changed, tampering


def test_word_documents_go_to_one_file_or_a_folder(selfeval: Command, ledger: Path) -> None:
    assert selfeval("export", ledger, "--out", "all.docx", "--as", "docx").code == 0
    assert len(docx.Document("all.docx").sections) == 3
    assert selfeval("export", ledger, "--out", "each", "--as", "docx", "--form", 2).code == 0
    (one,) = Path("each").iterdir()
    assert one.name == "某区信访办公室-2023-课题与规划-2.docx"
    assert docx.Document(str(one)).paragraphs[0].text.endswith("（草稿）")


def test_a_list_for_portals_has_its_twelve_heads(selfeval: Command, ledger: Path) -> None:
    assert selfeval("export", ledger, "--out", "list.xlsx", "--as", "list").code == 0
    book = CalamineWorkbook.from_path("list.xlsx")
    assert book.sheet_names == ["宣传与推广", "课题与规划", "维稳工作"]
    rows = book.get_sheet_by_index(0).to_python()
    assert rows[0] == list(HEADINGS)
    assert len(rows) == 6


def test_a_package_of_forms_without_errors_is_written_and_noted(selfeval: Command, ledger: Path) -> None:
    said = selfeval("export", ledger, "--out", "up.zip", "--as", "package", "--form", 1, "--form", 3)
    assert (said.code, said.err) == (0, "")
    assert "读回核对" in said.out
    with zipfile.ZipFile("up.zip") as archive:
        assert len(archive.namelist()) == 3 + 2 * 3 + 2
    assert [line.split()[2] for line in selfeval("list", ledger).out.splitlines()[1:]] == [
        "已导出",
        "草稿",
        "已导出",
    ]


def test_a_package_goes_into_a_folder_too(selfeval: Command, ledger: Path) -> None:
    assert selfeval("export", ledger, "--out", "folder", "--as", "package", "--form", 1).code == 0
    assert [path.name for path in Path("folder").iterdir()] == ["绩效自评上报包.zip"]


def test_a_package_with_an_error_in_it_is_not_written(selfeval: Command, ledger: Path) -> None:
    before = snapshot(ledger)
    said = selfeval("export", ledger, "--out", "up.zip", "--as", "package")
    assert said.code == 2
    assert said.complaints[0] == "2 号表“课题与规划”有 1 个错误，没有写上报包。请改正后再导出。"
    assert snapshot(ledger) == before


def test_values_that_nobody_confirmed_keep_a_form_out(selfeval: Command) -> None:
    cell = FieldRef.goal("actual")
    form = replace(
        complete_form(project_name=""), annotations=BLANK_ANNOTATIONS.with_origin([cell], ValueOrigin.CARRIED)
    )
    form = replace(form, project_name="结转的项目")
    store = bootstrap.ledger_files().create_ledger_file(Path("M.selfeval"))
    store.insert_forms([Draft(form, evaluate(form, mof_2020()))])
    store.close()
    said = selfeval("export", "M.selfeval", "--out", "up.zip", "--as", "package")
    assert said.code == 2
    assert "1 处导入或结转来的值没有核对" in said.complaints[0]
    assert not Path("up.zip").exists()


def test_an_empty_ledger_has_nothing_to_pack(selfeval: Command) -> None:
    selfeval("new", "L.selfeval")
    assert selfeval("export", "L.selfeval", "--out", "up.zip", "--as", "package").code == 2
    assert not Path("up.zip").exists()


def test_a_broken_writer_is_told_with_file_and_cell(
    selfeval: Command, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "xlsx_bytes", tampering(changed))
    said = selfeval("export", ledger, "--out", "up.zip", "--as", "package", "--form", 1)
    assert said.code == 2
    assert "宣传与推广-1.xlsx" in said.err
    assert "指标 · 第 2 行 · 实际完成值" in said.err
    assert not Path("up.zip").exists()


@pytest.mark.parametrize("kind", ["xlsx", "list", "package", "docx"])
def test_characters_that_a_receiver_may_refuse_are_told(selfeval: Command, kind: str) -> None:
    form = with_row(complete_form(), 0, target="<5件", actual="3件")
    selfeval("import", "L.selfeval", json_file("a.json", form))
    out = {"package": "a.zip", "list": "a.xlsx"}.get(kind, f"a.{kind}")
    said = selfeval("export", "L.selfeval", "--out", out, "--as", kind)
    assert said.code == 0
    expected = "1 号表“宣传与推广”：这些字接收方可能不收：指标 · 第 1 行 · 年度指标值“<”。\n"
    assert said.err == (expected if kind in {"list", "package"} else "")


def test_while_a_window_holds_the_ledger_a_package_is_written_but_not_noted(selfeval: Command, ledger: Path) -> None:
    store = bootstrap.ledger_files().open_ledger_file(ledger)
    said = selfeval("export", ledger, "--out", "up.zip", "--as", "package", "--form", 1)
    store.close()
    assert said.code == 0
    assert "没有记录" in said.err
    assert Path("up.zip").exists()


@pytest.fixture
def with_a_long_one(selfeval: Command) -> Path:
    """A ledger whose second form is too much for paper."""
    forms = (complete_form(), too_long_form(project_name="太长"))
    selfeval("import", "B.selfeval", json_file("both.json", *forms))
    return Path("B.selfeval")


@pytest.mark.parametrize(
    "arguments",
    [
        ("print", "--out", "all.pdf"),
        ("print", "--out", "each"),
        ("export", "--out", "all.docx", "--as", "docx"),
        ("export", "--out", "each", "--as", "xlsx"),
        ("export", "--out", "list.xlsx", "--as", "list"),
    ],
)
def test_load_a_form_too_long_for_paper_is_left_out_and_told(
    selfeval: Command, with_a_long_one: Path, arguments: tuple[str, ...]
) -> None:
    command, *options = arguments
    said = selfeval(command, with_a_long_one, *options)
    assert said.code == 1
    (told,) = said.complaints
    assert re.fullmatch(
        r"“太长”共有 310,\d{3} 个字（一处换行算 10 个字），打印和导出 Word、Excel 一张表最多 300,000 个字，"
        r"没有写出。请删减后再试；导出为 JSON 数据不受限制。",
        told,
    )
    written = Path(options[1])
    assert [path.stem[-2:] for path in written.iterdir()] == ["-1"] if written.is_dir() else written.is_file()


@pytest.mark.parametrize("kind", ["print", "docx", "xlsx", "list", "package"])
def test_load_alone_it_is_refused_and_nothing_is_written(selfeval: Command, with_a_long_one: Path, kind: str) -> None:
    command = ("print",) if kind == "print" else ("export", "--as", kind)
    said = selfeval(command[0], with_a_long_one, *command[1:], "--out", "out", "--form", 2)
    assert said.code == 2
    assert "一张表最多 300,000 个字" in said.complaints[0]
    assert not Path("out").exists()


def test_load_a_package_with_it_is_not_written(selfeval: Command, with_a_long_one: Path) -> None:
    said = selfeval("export", with_a_long_one, "--as", "package", "--out", "up.zip")
    assert (said.code, Path("up.zip").exists()) == (2, False)
    assert "一张表最多 300,000 个字" in said.complaints[0]


def test_load_as_json_it_goes_out_like_any_other(selfeval: Command, with_a_long_one: Path) -> None:
    assert selfeval("export", with_a_long_one, "--out", "all.json", "--as", "json").code == 0


def test_f48_a_form_with_a_cell_too_long_for_a_spreadsheet_is_left_out_and_named(selfeval: Command) -> None:
    long = with_row(complete_form(project_name="长格"), 0, deviation="长" * 32_768)
    selfeval("import", "C.selfeval", json_file("cell.json", complete_form(), long))
    said = selfeval("export", "C.selfeval", "--out", "all.xlsx", "--as", "xlsx")
    assert (said.code, Path("all.xlsx").is_file()) == (1, True)
    assert said.complaints[0].startswith("“长格”的指标 · 第 1 行 · 偏差原因")
