"""A form of any template is recognised on the clipboard as it was printed."""

import pytest

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.reading.pasting import paste_rows
from selfeval_desktop.intake.forms.form_table import read_form
from tests.layouts import IDS, block_of, filled, sheet_of, template


@pytest.mark.parametrize("template_id", IDS)
def test_what_was_printed_is_read_as_it_was(template_id: str) -> None:
    layout = template(template_id)
    sheet = sheet_of(filled(layout), layout, signature=True)
    read = read_form(block_of(sheet), layout)
    assert read is not None
    assert read.doubts == ()
    again = sheet_of(read.form, layout, signature=True)
    assert [cell.text for cell in again.cells] == [cell.text for cell in sheet.cells]
    assert (again.title, again.signature) == (sheet.title, sheet.signature)


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("1、持续性项目 □　2、新增性项目 þ", "2、新增性项目"),
        ("1、持续性项目 □　2、新增性项目 □", ""),
        ("延续性项目", "延续性项目"),
    ],
)
def test_a_ticked_box_is_read_as_its_choice(printed: str, kept: str) -> None:
    layout = template("hubei")
    form = filled(layout)
    block = block_of(sheet_of(form, layout))
    shown = "1、持续性项目 ☑　2、新增性项目 □"
    block = [[printed if text == shown else text for text in row] for row in block]
    read = read_form(block, layout)
    assert read is not None
    assert read.form.fields.get("nature", "") == kept


def test_a_pasted_target_is_split_and_its_class_named_as_the_template_names_it() -> None:
    block = [
        ["一级指标", "三级指标", "年度指标值", "实际完成值"],
        ["产出指标（50分）", "受益户数", "≥735户", "760"],
        ["", "村容村貌", "明显改善", "达成"],
    ]
    rows = paste_rows(Form("sichuan"), template("sichuan"), block, 0, 0).form.indicators
    assert [row.level1 for row in rows] == ["产出指标", "产出指标"]
    assert [(row.target, row.fields) for row in rows] == [
        ("735", {"nature": "≥", "unit": "户"}),
        ("明显改善", {"nature": "定性"}),
    ]


def test_columns_of_other_names_are_found_by_what_they_are() -> None:
    block = [["三级指标", "计算符号", "指标值", "计量单位"], ["受益户数", "≥", "735", "户"]]
    (row,) = paste_rows(Form("yunnan"), template("yunnan"), block, 0, 0).form.indicators
    assert (row.target, row.fields) == ("735", {"nature": "≥", "unit": "户"})
    form = edits.set_cell(Form("yunnan", indicators=(row,)), FieldRef.indicator(0, "target"), "8")
    assert form.indicators[0].fields == row.fields
