"""The report of a check and the catalogue of rules, as lists on paper."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from selfeval_desktop.app.ledger.checking import CheckedForm
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.layout.sheet import Role, Sheet
from selfeval_desktop.domain.rules.accepted_findings import explain_finding, separate_explained
from selfeval_desktop.domain.rules.catalogue import RULES, rule_states
from selfeval_desktop.wording.lists import check_reports
from tests.builders import complete_form, mof_2020, with_row

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
WORDS = with_row(complete_form(unit=""), 4, target="满意", actual="满意", achievement="met")


def checked(*forms: Form) -> Sequence[CheckedForm]:
    return [
        CheckedForm(
            number,
            form.project_name,
            form.unit,
            form.year,
            mof_2020(),
            evaluate(form, mof_2020()),
            separate_explained(form, evaluate(form, mof_2020()).findings),
        )
        for number, form in enumerate(forms, start=1)
    ]


def rows(sheet: Sheet) -> list[list[str]]:
    found: list[list[str]] = [[] for _ in range(sheet.row_count)]
    for cell in sheet.cells:
        found[cell.row].append(cell.text)
    return found


def explained() -> Form:
    finding = next(each for each in evaluate(WORDS, mof_2020()).findings if each.code == "K43")
    return explain_finding(WORDS, finding, "问卷只有文字")


def test_each_form_has_a_heading_and_a_line_for_each_finding() -> None:
    sheet = check_reports.check_report_sheet(checked(complete_form(), explained()), ["K57", "K17"], NOON)
    assert sheet.title == "绩效自评表检查报告"
    assert sheet.subtitle == "（共检查 2 张表：1 个错误，已说明 1 个　检查时间：2024-03-01 12:00）"
    assert rows(sheet)[1:] == [
        ["1. 宣传与推广（某区信访办公室，2023 年度）：没有发现问题"],
        ["2. 宣传与推广（2023 年度）：1 个错误，已说明 1 个"],
        ["错误", "K49", "实施单位", "实施单位没有填写。请填写。", ""],
        rows(sheet)[4],
        ["本台账停用的规则：K17 预算调整说明、K57 文字不整洁。"],
    ]
    severity, code, place, sentence, reason = rows(sheet)[4]
    assert (severity, code, place, reason) == ("已说明", "K43", "指标 · 第 5 行 · 年度指标值", "问卷只有文字")
    assert sentence.endswith("。")


def test_headings_stand_at_the_left_and_every_page_has_the_columns() -> None:
    sheet = check_reports.check_report_sheet(checked(WORDS), [], NOON)
    headings = [cell for cell in sheet.cells if cell.role is Role.LABEL]
    assert {cell.align for cell in headings} == {"left"}
    assert {cell.column_span for cell in headings} == {5}
    assert headings[-1].text == "本台账没有停用的规则。"
    assert [head.head for head in sheet.repeated] == [0]


def test_a_form_without_name_unit_and_year_is_called_something() -> None:
    assert check_reports.project_label(" ", "", None) == "（未填项目名称）"
    assert check_reports.project_label("甲\n乙", "", 2023) == "甲 乙（2023 年度）"


def test_the_catalogue_tells_how_every_rule_stands() -> None:
    place = replace(mof_2020(), severities={"K02": "off"})
    sheet = check_reports.rule_catalogue_sheet(rule_states(place, ["K43"]), "财政部 2020 版")
    assert sheet.subtitle == f"（共 {len(RULES)} 条　表样：财政部 2020 版）"
    states = {row[0]: row[-1] for row in rows(sheet)[1:]}
    assert [states[code] for code in ("K01", "K02", "K17", "K43", "K57")] == [
        "错误",
        "表样不用",
        "提醒",
        "本台账停用",
        "提示",
    ]
    assert all(len(row) == 5 and all(row) for row in rows(sheet)[1:])


def test_the_catalogue_tells_where_each_rule_is_known_from() -> None:
    sheet = check_reports.rule_catalogue_sheet(rule_states(mof_2020(), []), "财政部 2020 版")
    sources = {row[0]: row[3] for row in rows(sheet)[1:]}
    assert [sources[code] for code in ("K34", "K35", "K20", "K52", "K54", "K55", "K59")] == [
        "上报系统",
        "上报系统、公开的表",
        "手册或通知",
        "表内说明",
        "审核底稿",
        "程序判断",
        "程序判断",
    ]
