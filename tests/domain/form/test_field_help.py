"""Each cell finds its entry of the manual, by its part of the form, its column and its row."""

import pytest

from selfeval_desktop.domain.form.field_help import FieldHelp, FieldManual
from selfeval_desktop.domain.form.fields import FieldRef

MANUAL = FieldManual(
    head={"year": FieldHelp("年度")},
    further={"phone": FieldHelp("电话"), "year": FieldHelp("本地的年度")},
    fund_columns={
        "annual": FieldHelp("预算", "1000", ("是不是数字。",)),
        "executed": FieldHelp("执行"),
        "score": FieldHelp("执行率得分"),
    },
    fund_rows={"total": FieldHelp("合计", "各项之和", ("与各项之和是否相同。",))},
    goals={"actual": FieldHelp("完成情况")},
    indicators={"score": FieldHelp("指标得分"), "actual": FieldHelp("完成值")},
    other=FieldHelp("本地增加的"),
)


@pytest.mark.parametrize(
    ("field", "what"),
    [
        ("year", "年度"),
        ("fields.phone", "电话"),
        ("fields.year", "本地的年度"),
        ("goals.actual", "完成情况"),
        ("indicators[3].actual", "完成值"),
        ("indicators[3].score", "指标得分"),
        ("execution_score", "执行率得分"),
        ("funds.total.score", "执行率得分"),
        ("funds.other.annual", "预算"),
        ("unit", "本地增加的"),
        ("fields.contact", "本地增加的"),
        ("goals.expected", "本地增加的"),
        ("indicators[3].fields.unit", "本地增加的"),
        ("funds.total.fields.reason", "本地增加的"),
    ],
)
def test_a_cell_finds_its_own_entry_or_the_general_one(field: str, what: str) -> None:
    assert MANUAL.help_for_field(FieldRef.parse(field)).what == what


def test_an_amount_is_told_by_its_column_and_then_its_row() -> None:
    told = MANUAL.help_for_field(FieldRef.fund("total", "annual"))
    assert told == FieldHelp("预算\n合计", "1000", ("是不是数字。", "与各项之和是否相同。"))
    assert MANUAL.help_for_field(FieldRef.fund("total", "executed")).example == "各项之和"


def test_a_whole_column_and_a_whole_row_stand_alone() -> None:
    assert MANUAL.help_for_field(FieldRef("funds", "annual")).what == "预算"
    assert MANUAL.help_for_field(FieldRef.fund("total", "")).what == "合计"
    assert MANUAL.help_for_field(FieldRef("indicators", "actual")).what == "完成值"
