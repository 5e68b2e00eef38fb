"""A cell is named by the words of the form that is filled in."""

from dataclasses import fields, replace

import pytest

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, FundLine, Goals, Indicator
from selfeval_desktop.domain.form.template import HeadCell, Template
from selfeval_desktop.wording import cell_names
from tests.builders import mof_2020

PLACES = {
    "project_name": "项目名称",
    "year": "年度",
    "money_unit": "金额单位",
    "fields.budget_note": "预算调整说明",
    "fields.phone": "联系电话",
    "execution_score": "资金 · 年度资金总额 · 得分",
    "funds.total.annual": "资金 · 年度资金总额 · 全年预算数",
    "funds.current_year.executed": "资金 · 当年财政拨款 · 全年执行数",
    "goals.expected": "目标 · 预期目标",
    "goals.actual": "目标 · 实际完成情况",
    "indicators": "指标",
    "indicators[4].deviation": "指标 · 第 5 行 · 偏差原因分析及改进措施",
    "indicators[0].achievement": "指标 · 第 1 行 · 达成情况",
}


@pytest.mark.parametrize(("field", "words"), PLACES.items())
def test_the_way_to_a_cell_leads_from_the_tab_inwards(field: str, words: str) -> None:
    assert cell_names.cell_path(FieldRef.parse(field), mof_2020()) == words


@pytest.mark.parametrize(("field", "words"), [item for item in PLACES.items() if item[0] != "fields.phone"])
def test_the_same_words_serve_where_no_template_is_at_hand(field: str, words: str) -> None:
    assert cell_names.cell_path(FieldRef.parse(field)) == words


def test_a_cell_alone_is_the_last_step() -> None:
    assert cell_names.cell_name(FieldRef.parse("indicators[2].score"), mof_2020()) == "得分"


def test_the_label_on_paper_wins_over_the_programs_word() -> None:
    template = mof_2020()
    head = ((HeadCell(2, text="单位\n名称"), HeadCell(7, field="unit")),)
    hubei: Template = replace(template, head=head)
    assert cell_names.cell_path(FieldRef.head("unit"), hubei) == "单位名称"


def test_every_column_of_a_form_has_a_word() -> None:
    refs = [
        *(FieldRef.fund("total", field.name) for field in fields(FundLine) if field.name != "fields"),
        *(FieldRef.goal(field.name) for field in fields(Goals)),
        *(FieldRef.indicator(0, field.name) for field in fields(Indicator) if field.name not in {"key", "fields"}),
        *(
            FieldRef.head(field.name)
            for field in fields(Form)
            if field.name not in {"fields", "funds", "goals", "indicators", "unread", "annotations", "template_version"}
        ),
    ]
    assert [str(ref) for ref in refs if cell_names.cell_path(ref).isascii()] == []
