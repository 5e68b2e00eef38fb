"""Forms in the habits of offices: in several tables, several in a file, with heads, captions, years and signs of their own."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from selfeval_desktop import bootstrap
from selfeval_desktop.app.incoming import Container, Incoming, Recognised
from selfeval_desktop.domain.form.blank_rows import find_blank_rows, without_blank_rows
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.over_time.differences import find_differences
from selfeval_desktop.domain.reading.pasting import NoteReason, Refusal
from selfeval_desktop.domain.reading.read_form import sweep_blank_rows
from selfeval_desktop.intake.files import office_file
from selfeval_desktop.intake.files.cells import CellBlock, FileContents
from selfeval_desktop.intake.forms.incoming import recognise_forms
from selfeval_desktop.intake.text.plain_text import read_text
from selfeval_desktop.wording import incoming as words
from tests.blocks import Block, block_of, renamed
from tests.builders import complete_form, mof_2020

FORM = complete_form()
OTHER = complete_form(project_name="档案数字化", unit="某区档案馆", year=2022)
SHEET, SECOND = block_of(FORM), block_of(OTHER)
WIDTH = len(SHEET[0])
TITLE, BASICS, FUNDS, GOALS, GRID = SHEET[:2], SHEET[2:4], SHEET[4:9], SHEET[9:11], SHEET[11:]
FOOT = "填表人：张三    联系电话：0564-123"


def line(*texts: str) -> list[str]:
    return [*texts, *[""] * (WIDTH - len(texts))]


def with_foot(form: Form, **fields: str) -> Form:
    return replace(form, fields=fields)


def document(*parts: str | Block) -> bytes:
    """Paragraphs and tables one after the other."""
    made = Document()
    for part in parts:
        if isinstance(part, str):
            made.add_paragraph(part)
            continue
        table = made.add_table(len(part), max(map(len, part)))
        for row, texts in zip(table.rows, part, strict=True):
            for cell, text in zip(row.cells, texts, strict=False):
                cell.text = text
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def layout_table(rows: Block) -> bytes:
    """A form in the only cell of an outer table."""
    made = Document()
    inner = made.add_table(1, 1).cell(0, 0).add_table(len(rows), WIDTH)
    for row, texts in zip(inner.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def read(data: bytes, folder: Path, name: str) -> Incoming:
    path = folder / name
    path.write_bytes(data)
    return recognise_forms(path, office_file.read_contents(path), bootstrap.installed_templates())


def read_sheets(*sheets: Sequence[Sequence[str]]) -> Incoming:
    """The sheets of a file, as their reader hands them over."""
    blocks = [
        CellBlock(
            Container.SHEET,
            f"表{number}",
            {
                (row, column): text
                for row, texts in enumerate(rows)
                for column, text in enumerate(texts)
                if text.strip()
            },
        )
        for number, rows in enumerate(sheets, start=1)
    ]
    return recognise_forms(Path("a.xlsx"), FileContents(tuple(blocks)), bootstrap.installed_templates())


def told(found: Incoming) -> list[tuple[str, Refusal]]:
    return [(doubt.text, doubt.reason) for each in found.found for doubt in each.readings[0].doubts]


def assert_read(found: Incoming, *forms: Form) -> None:
    assert [each.readings[0].form.template for each in found.found] == [form.template for form in forms]
    for each, form in zip(found.found, forms, strict=True):
        assert find_differences(form, each.readings[0].form) == ()


@pytest.mark.parametrize(
    "parts",
    [
        (*("自评表", "（2023年度）", SHEET[2:14]), "（续表）", SHEET[14:]),
        ("（2023年度）", SHEET[2:13], "续表一", [SHEET[11], *SHEET[13:15]], "续表二", SHEET[15:]),
        ("（2023年度）", SHEET[2:14], "接上页", [*(row[1:] for row in SHEET[14:-1]), SHEET[-1]]),
        (
            "（2023年度）",
            "一、项目基本信息",
            BASICS,
            "二、预算执行情况",
            FUNDS,
            "三、年度总体目标",
            GOALS,
            "四、绩效指标",
            GRID,
        ),
        ("项目支出绩效自评表（2023年度）", [*BASICS, *FUNDS, *GOALS], "绩效指标完成情况", GRID),
    ],
    ids=["continued", "continued twice", "without the side column", "four tables", "two tables"],
)
def test_a_form_in_several_tables_of_a_document_is_one(parts: Sequence[str | Block], tmp_path: Path) -> None:
    found = read(document(*parts), tmp_path, "a.docx")
    assert_read(found, FORM)
    assert told(found) == []


def test_a_doubt_in_a_further_table_is_told_with_that_table(tmp_path: Path) -> None:
    rest = [row[:] for row in SHEET[14:]]
    rest[0][6] = "二十"
    found = read(document("（2023年度）", SHEET[2:14], "（续表）", rest), tmp_path, "a.docx")
    (form,) = found.found
    lines = words.file_doubt_lines(form.source, form.readings[0])
    assert lines[0] == "第 2 个表格第 1 行第 7 列“二十”：不是数字，原样留在格里，请改正"


def test_a_form_in_an_outer_table_is_read(tmp_path: Path) -> None:
    assert_read(read(layout_table(SHEET), tmp_path, "a.docx"), FORM)


def test_head_and_foot_of_two_tables_stay_with_their_own(tmp_path: Path) -> None:
    parts = ("（2023年度）", SHEET[2:], FOOT, "附件2", "（2022年度）", SECOND[2:], "填表人：李四   单位负责人：王五")
    found = read(document(*parts), tmp_path, "a.docx")
    assert_read(found, with_foot(FORM, filler="张三", phone="0564-123"), with_foot(OTHER, filler="李四"))
    assert told(found) == [("单位负责人：王五", Refusal.UNKNOWN)]


def test_parts_on_several_sheets_are_one_form() -> None:
    found = read_sheets([*TITLE, *BASICS], FUNDS, GOALS, GRID)
    assert_read(found, FORM)
    assert told(found) == []


def test_two_forms_on_a_sheet_have_each_their_own_head_and_foot() -> None:
    below = [line(), line("附件3"), line("2022年度项目支出绩效自评表"), line("填报日期：2023年2月18日   单位：元")]
    found = read_sheets([*SHEET, line(FOOT), *below, *SECOND[2:]])
    assert_read(found, with_foot(FORM, filler="张三", phone="0564-123"), with_foot(OTHER, date="2023年2月18日"))
    assert told(found) == []


def test_two_forms_side_by_side_are_two() -> None:
    found = read_sheets([[*left, "", *right] for left, right in zip(SHEET, SECOND, strict=True)])
    assert_read(found, FORM, OTHER)


def test_a_sheet_with_other_content_is_told() -> None:
    found = read_sheets(SHEET, [["指标解释", "一"], ["甲", "乙"], ["丙", "丁"]])
    assert words.passed_over_sentences(found) == ["工作表“表2”里没有认出自评表，内容没有导入。"]


@pytest.mark.parametrize(
    ("foot", "fields"),
    [
        ("填表人：张三    联系电话：0564-123", {"filler": "张三", "phone": "0564-123"}),
        ("填表人：张三；联系电话：0564-123", {"filler": "张三", "phone": "0564-123"}),
        ("填表人: 张三 填报日期: 2024.1.5", {"filler": "张三", "date": "2024.1.5"}),
    ],
)
def test_labels_in_one_line_go_to_their_own_cells(foot: str, fields: dict[str, str]) -> None:
    found = read_sheets([*SHEET, line(foot)])
    assert_read(found, with_foot(FORM, **fields))
    assert told(found) == []


def test_a_label_without_a_cell_is_told_with_its_value() -> None:
    found = read_sheets([*SHEET, line("填表人：张三 审核意见：同意 联系电话：0564-123")])
    assert_read(found, with_foot(FORM, filler="张三", phone="0564-123"))
    assert told(found) == [("审核意见：同意", Refusal.UNKNOWN)]


@pytest.mark.parametrize(
    "caption",
    [
        "（2023年度）    金额单位：元",
        "（2023年度）金额单位：元",
        "年度：2023    单位:元",
        "附件2　（2023年度）　单位：元",
    ],
)
def test_a_caption_may_have_several_items(caption: str) -> None:
    found = read_sheets([SHEET[0], line(caption), *renamed(SHEET, {"项目资金\n（元）": "项目资金"})[2:]])
    assert_read(found, FORM)
    assert told(found) == []


@pytest.mark.parametrize(
    "year",
    ["（二〇二三年度）", "（二○二三年度）", "二零二三年度", "（2023 财政年度）", "（２０２３年度）", "【2023年度】"],
)
def test_the_year_may_be_written_otherwise(year: str) -> None:
    found = read_sheets([SHEET[0], line(year), *SHEET[2:]])
    assert_read(found, FORM)
    assert told(found) == []


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("主管部门", "市级主管部门"),
        ("全年执行数", "预算执行数"),
        ("实际完成值", "实际完成指标值"),
        ("年度指标值", "年初目标值"),
        ("得分", "自评得分"),
        ("实际完成情况", "年度实际完成情况"),
        ("偏差原因分析及改进措施", "偏差原因及整改措施"),
        ("偏差原因分析及改进措施", "未完成原因及拟采取的改进措施"),
    ],
)
def test_labels_as_offices_write_them_are_read_without_a_word(name: str, other: str) -> None:
    found = read_sheets(renamed(SHEET, {name: other}))
    assert_read(found, FORM)
    assert (told(found), found.found[0].readings[0].notes) == ([], ())


@pytest.mark.parametrize(
    ("name", "other", "reason"),
    [
        ("年度指标值", "本年度计划完成指标值", NoteReason.NEAR),
        ("实施单位", "项目具体实施单位", NoteReason.NEAR),
        ("偏差原因分析及改进措施", "情况备注", NoteReason.LAST),
        ("实际完成情况", "年终执行结果", NoteReason.ONLY),
    ],
)
def test_a_head_that_is_taken_for_another_is_noted_and_no_doubt(name: str, other: str, reason: NoteReason) -> None:
    found = read_sheets(renamed(SHEET, {name: other}))
    assert_read(found, FORM)
    assert told(found) == []
    assert [(note.text, note.reason) for note in found.found[0].readings[0].notes] == [(other, reason)]


def test_the_second_of_two_like_heads_is_told_and_left_out() -> None:
    rows = [[*row[:6], "半年" if row in GRID[1:-1] else "", *row[6:]] for row in SHEET]
    rows[11][6] = "实际完成值"
    found = read_sheets(rows)
    assert_read(found, FORM)
    assert told(found) == [("实际完成值", Refusal.SAME_HEAD)]


def test_the_national_template_stays_where_only_some_words_are_those_of_another() -> None:
    found = read_sheets(renamed(SHEET, {"年度指标值": "年度指标值（A）", "实际完成值": "实际完成值（B）"}))
    assert_read(found, FORM)
    names = {template.id: template.name for template in bootstrap.installed_templates().newest_templates()}
    assert words.template_choice(found.found[0], names).startswith(f"表样：{names['mof-2020']}（其次接近：")


@pytest.mark.parametrize("sign", ["/", "／", "*", "无", "不涉及", "——"])
def test_signs_for_what_does_not_apply_are_blank(sign: str) -> None:
    rows = [row[:] for row in SHEET]
    for row in rows[7:9]:
        row[3:] = [text if text not in {"", "—"} else sign for text in row[3:]]
    rows.insert(-1, ["", "", "", *[sign] * 6])
    found = read_sheets(rows)
    read_form = found.found[0].readings[0]
    assert find_differences(FORM, sweep_blank_rows(read_form).form) == ()


def test_rows_of_a_template_are_swept_away_and_nothing_else() -> None:
    rows = [row[:] for row in SHEET]
    for name in ("……", "指标2：", "三级指标3"):
        rows.insert(-1, ["", "", "", name, *[""] * 5])
    read_form = read_sheets(rows).found[0].readings[0]
    assert len(find_blank_rows(read_form.form)) == 3
    assert find_differences(FORM, without_blank_rows(read_form.form)) == ()
    swept = sweep_blank_rows(read_form)
    assert {cell.row for cell in swept.taken if cell.part == "indicators"} <= set(range(5))
    assert find_blank_rows(FORM) == ()


PDF = """项目支出绩效自评表
（2023 年度）
项目名称 宣传与推广
主管部门 某区信访办公室 实施单位 某区信访办公室
项目资金
（元）
年初预算数 全年预算数 全年执行数 分值 执行率 得分
年度资金总额 150000 150000 150000 10 100.00% 10
其中：当年财政拨款 150000 150000 150000 — —
上年结转资金 0 0 0 — —
其他资金 0 0 0 — —
年度总体目
标
预期目标 实际完成情况
印制登记单 12 万份，开展宣传。
全年印制登记单 12 万份，宣传 6 场。
绩效指标 一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施
产出指标
数量指标
印制登记单数
量
>=12 公
里
12 公里 20 20
宣传场次 >=6 场 6 场 20 20
满意度指
标
服务对象满意度指
标
群众满意度 >=90% 93% 10 10
总分 60 60
"""


def test_figures_of_a_pdf_stand_with_their_units() -> None:
    found = read_text(PDF, mof_2020())
    assert found is not None
    rows = [(row.level2, row.level3, row.target, row.actual) for row in found.form.indicators]
    assert rows == [
        ("数量指标", "印制登记单数量", ">=12公里", "12公里"),
        ("数量指标", "宣传场次", ">=6场", "6场"),
        ("服务对象满意度指标", "群众满意度", ">=90%", "93%"),
    ]
    assert found.form.goals.expected == "印制登记单12万份，开展宣传。"
    assert {doubt.reason for doubt in found.doubts} == {Refusal.UNSURE}


def _shown(found: Recognised) -> list[str]:
    """The texts that a report names."""
    return [doubt.text for doubt in found.readings[0].doubts]


@settings(deadline=None, max_examples=25)
@given(seed=st.integers(0, 10_000))
def test_what_a_table_shows_is_read_or_named(seed: int) -> None:
    """However a form is laid out: it is read as shown, or the report names the cells that differ."""
    random = Random(seed)
    rows = [row[:] for row in SHEET]
    strange = f"另行说明{seed}"
    for _ in range(random.randrange(3)):
        spot = random.choice(
            [(row, column) for row, texts in enumerate(rows) for column, text in enumerate(texts) if not text]
        )
        rows[spot[0]][spot[1]] = strange
    rows = [row for each in rows for row in ([each, [""] * WIDTH] if random.random() < 0.2 else [each])]
    left = random.randrange(3)
    rows = [[*[""] * left, *row] for row in rows]
    cuts = sorted(random.sample(range(2, len(rows)), random.randrange(3)))
    found = read_sheets(*(rows[start:end] for start, end in zip([0, *cuts], [*cuts, len(rows)], strict=True)))
    named = [text for each in found.found for text in _shown(each)]
    passed_over = bool(words.passed_over_sentences(found)) or len(found.found) > 1
    differences = find_differences(FORM, found.found[0].readings[0].form)
    if not any(strange in text for row in rows for text in row):
        assert not differences or passed_over or named
    else:
        said = str(found.found[0].readings[0].form)
        assert strange in said or strange in named or passed_over
        assert differences or named or passed_over
