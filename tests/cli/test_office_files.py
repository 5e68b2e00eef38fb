"""Spreadsheets and documents go in as JSON does, and what is doubtful of them is told by sheet and cell."""

from pathlib import Path

import pytest

from selfeval_desktop import bootstrap
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.over_time.differences import find_differences
from tests.builders import complete_form
from tests.cli.conftest import Command, json_file, snapshot
from tests.intake.hostile import HOSTILE, nothing_of_ours
from tests.intake.offices import document_of, workbook_of
from tests.intake.variants import portal_csv, sheets, two_on_a_sheet


def stored(ledger: str = "L.selfeval") -> list[Form]:
    store = bootstrap.ledger_files().open_ledger_file(Path(ledger), read_only=True)
    try:
        return [store.load_form(summary.form_id) for summary in store.form_summaries()]
    finally:
        store.close()


def test_a_spreadsheet_and_a_document_go_in_beside_json(selfeval: Command) -> None:
    Path("a.xlsx").write_bytes(workbook_of())
    Path("b.docx").write_bytes(document_of(complete_form(project_name="课题与规划")))
    said = selfeval("import", "L.selfeval", "a.xlsx", "b.docx", json_file("c.json", complete_form(year=2022)))
    assert (said.code, said.err) == (0, "")
    assert [line.split()[1] for line in said.out.splitlines()] == ["宣传与推广", "课题与规划", "宣传与推广"]
    first = stored()[0]
    assert find_differences(complete_form(), first) == ()
    assert first.cell_origin(FieldRef.indicator(0, "actual")) is ValueOrigin.IMPORTED


def test_a_file_may_hold_several_forms(selfeval: Command) -> None:
    Path("a.xlsx").write_bytes(two_on_a_sheet())
    assert selfeval("import", "L.selfeval", "a.xlsx").code == 0
    assert [form.project_name for form in stored()] == ["宣传与推广", "档案数字化"]


def test_a_doubt_is_one_line_with_sheet_and_cell_and_keeps_nothing_out(selfeval: Command) -> None:
    Path("a.xlsx").write_bytes(workbook_of(more={"E7": "约十五万", "F13": 0.97, "A20": "注：一式两份"}))
    said = selfeval("import", "L.selfeval", "a.xlsx")
    assert said.code == 0
    assert said.complaints == [
        "a.xlsx：工作表“Sheet” E7“约十五万”：不是数字，原样留在格里，请改正",
        "a.xlsx：工作表“Sheet” F13“0.97”：可能是百分比，照原样放进，请核对",
        "a.xlsx：工作表“Sheet” A20“注：一式两份”：不知道该填在哪里",
    ]
    assert len(stored()) == 1


def test_a_doubt_in_a_document_names_table_row_and_column(selfeval: Command) -> None:
    data = document_of(change=lambda table: setattr(table.cell(3, 4), "text", "若干"))
    Path("a.docx").write_bytes(data)
    said = selfeval("import", "L.selfeval", "a.docx")
    assert "第 1 个表格第 4 行第 5 列“若干”" in said.err


def test_a_hidden_sheet_is_said_to_be_passed_over(selfeval: Command) -> None:
    Path("a.xlsx").write_bytes(sheets(hidden=True))
    said = selfeval("import", "L.selfeval", "a.xlsx")
    assert said.complaints == ["a.xlsx：工作表“旧表”是隐藏的，没有读。"]
    assert len(stored()) == 1


def test_a_list_of_indicators_becomes_a_form(selfeval: Command) -> None:
    Path("a.csv").write_bytes(portal_csv())
    assert selfeval("import", "L.selfeval", "a.csv").code == 0
    assert [row.target for row in stored()[0].indicators] == ["≥95%", "合格", "≥6场"]


def test_files_that_went_in_stay_when_another_is_refused(selfeval: Command) -> None:
    Path("a.xlsx").write_bytes(workbook_of())
    Path("b.xlsx").write_bytes(nothing_of_ours())
    said = selfeval("import", "L.selfeval", "a.xlsx", "b.xlsx")
    assert said.code == 1
    assert "b.xlsx 中没有认出自评表" in said.err
    assert len(stored()) == 1


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_of_a_hostile_file_comes_in(name: str, selfeval: Command, ledger: Path) -> None:
    file, make, _ = HOSTILE[name]
    Path(file).write_bytes(make())
    before = snapshot(ledger)
    said = selfeval("import", ledger, file)
    assert (said.code, said.out, len(said.complaints)) == (2, "", 1)
    assert said.complaints[0].startswith(file)
    assert snapshot(ledger) == before
