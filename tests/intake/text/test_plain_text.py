"""A form is put together again from the text of a PDF, in whatever order a viewer gives it; the rest is listed."""

import shutil
import subprocess
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from selfeval_desktop import bootstrap
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.reading.pasting import Refusal
from selfeval_desktop.domain.reading.read_form import ReadForm
from selfeval_desktop.domain.scoring.scores import calculate_figures
from selfeval_desktop.intake.text.plain_text import LONGEST, read_text
from tests.builders import complete_form, mof_2020, with_row
from tests.intake.forms.test_form_table import EXAMPLES
from tests.output.sheets import printout

MODES = ("viewer", "layout", "order")
Row = tuple[str, str, str, Decimal | None, Decimal | None]


def text_of(form: Form, mode: str, folder: Path) -> str:
    """The text of the printed form: as a viewer copies it, or by a tool that keeps the layout or the order."""
    path = folder / "a.pdf"
    bootstrap.form_writers()["pdf"]([printout(form)], path)
    if mode == "viewer":
        with pypdfium2.PdfDocument(str(path)) as document:
            return "\n".join(page.get_textpage().get_text_range() for page in document)
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    options = ["-layout"] if mode == "layout" else []
    subprocess.run(["pdftotext", *options, path, folder / "a.txt"], check=True)
    return (folder / "a.txt").read_text("utf-8")


def read(text: str) -> ReadForm:
    found = read_text(text, mof_2020())
    assert found is not None
    return found


def rows(form: Form) -> Counter[Row]:
    """Name, target, result, weight and effective score of each row."""
    scores = evaluate(form, mof_2020()).calculated_scores
    return Counter(
        (
            "".join(row.level3.split()),
            row.target,
            row.actual,
            row.weight,
            score if row.score is None else row.score,
        )
        for row, score in zip(form.indicators, scores, strict=True)
    )


@pytest.mark.parametrize("mode", MODES)
def test_funds_are_all_and_rows_nearly_all_recognised(mode: str, tmp_path: Path) -> None:
    hits = total = 0
    for form in EXAMPLES:
        found = read(text_of(form, mode, tmp_path))
        assert calculate_figures(found.form, mof_2020()).funds == calculate_figures(form, mof_2020()).funds
        assert found.form.project_name == form.project_name
        assert found.form.year == form.year
        missed = rows(form) - rows(found.form)
        hits, total = hits + len(form.indicators) - missed.total(), total + len(form.indicators)
        # What could not be placed is told.
        told = "".join(each.text for each in found.doubts)
        assert all(name in told for name, *_ in missed), missed
    print(f"{mode}: {hits} of {total} rows")
    assert hits >= 0.9 * total


@pytest.mark.parametrize("mode", ["viewer", "layout"])
def test_levels_come_with_their_rows(mode: str, tmp_path: Path) -> None:
    for form in EXAMPLES:
        found = read(text_of(form, mode, tmp_path))
        levels = [(row.level1, row.level2) for row in found.form.indicators]
        wanted = [(row.level1, row.level2) for row in form.indicators]
        assert sum(one == other for one, other in zip(levels, wanted, strict=True)) >= len(wanted) - 1


def test_goals_are_taken_and_doubted(tmp_path: Path) -> None:
    form = EXAMPLES[0]
    found = read(text_of(form, "viewer", tmp_path))
    assert "".join(found.form.goals.expected.split()) == "".join(form.goals.expected.split())
    assert [each.reason for each in found.doubts] == [Refusal.UNSURE, Refusal.UNSURE]


def test_a_reason_goes_with_the_row_before_it(tmp_path: Path) -> None:
    reason = "设备到货延期，已调整采购计划。"
    form = with_row(complete_form(), 1, actual="80%", score=Decimal(12), deviation=reason)
    found = read(text_of(form, "viewer", tmp_path))
    assert "".join(found.form.indicators[1].deviation.split()) == reason
    assert found.form.indicators[2].level3 == form.indicators[2].level3


HEAD = """财政项目支出绩效自评表
（2022年度）
项目名称 宣传与推广
主管部门 某局 实施单位 某所
项目资金（万元） 年初预算数 全年预算数 全年执行数 分值 执行率 得分
年度资金总额 15 15 12 10 80.00% 8
其中：当年财政拨款 15 15 12 — —
"""
GRID = """绩效指标
一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分
产出指标 数量指标 """


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("印刷册数 ≥300册 320册 20 20", ("印刷册数", "≥300册", "320册", 20, 20)),
        ("印刷册数 300 320 20 18", ("印刷册数", "300", "320", 20, 18)),
        ("印刷册数 ≥300 320 20 20", ("印刷册数", "≥300", "320", 20, 20)),
        ("印刷册数 ≥300册 320册 20", ("印刷册数", "≥300册", "320册", 20, 20)),
        ("印刷册数 ≥300册 320册", ("印刷册数", "≥300册", "320册", None, None)),
        ("印刷质量 合格 全部合格 20 20", ("印刷质量", "合格", "全部合格", 20, 20)),
        ("印刷质量 良好 良好 20 20", ("印刷质量", "良好", "良好", 20, 20)),
    ],
)
def test_a_row_is_told_by_its_figures(line: str, row: Row) -> None:
    found = read(f"{HEAD}{GRID}{line}\n质量指标 合格率 =100% 100% 30 30\n总分 100 98\n")
    (only,) = (key for key in rows(found.form) if key[0] != "合格率")
    assert only == row
    assert [(each.level1, each.level2) for each in found.form.indicators] == [
        ("产出指标", "数量指标"),
        ("产出指标", "质量指标"),
    ]


def test_money_is_read_in_the_unit_that_is_written() -> None:
    found = read(f"{HEAD}{GRID}印刷册数 ≥300册 320册 90 90\n总分 100 98\n")
    assert (found.form.money_unit, found.form.year, found.form.unit) == ("万元", 2022, "某所")
    assert found.form.fund_line("current_year").executed == Decimal(12)
    assert found.doubts == ()


def test_what_is_not_understood_is_listed_by_line_and_word() -> None:
    found = read(f"{HEAD}{GRID}印刷册数 ≥300册 320册 90 90\n总分 100 98\n备注：一式两份 存档\n")
    assert [(each.row, each.column, each.text) for each in found.doubts] == [
        (11, 0, "备注：一式两份"),
        (11, 1, "存档"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "今天的会议改在三点。",
        HEAD,
        GRID,
        f"{HEAD}{GRID}\n总分",
        HEAD.replace("项目名称 宣传与推广", "") + GRID + "印刷册数 ≥300册 320册 90 90\n",
        "三级指标 年初预算数 全年预算数 " * 20_000,
        "甲" * (LONGEST + 1),
    ],
    ids=["nothing", "prose", "no grid", "no funds", "no rows", "no project", "heads alone", "too long"],
)
def test_what_is_no_form_is_none(text: str) -> None:
    assert read_text(text, mof_2020()) is None
