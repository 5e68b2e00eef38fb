"""Shanghai writes ≥90.00(%) since 2025: operator, two decimals, the unit in brackets. It means what ≥90% means."""

from dataclasses import replace
from decimal import Decimal

import pytest

from selfeval_desktop.domain.evaluation import Evaluation, evaluate
from selfeval_desktop.domain.form.form import Form, Indicator
from selfeval_desktop.domain.layout.portal_lists import indicator_list_sheet
from selfeval_desktop.domain.rules.findings import Finding
from selfeval_desktop.domain.scoring.measures import (
    comparable_numbers,
    is_rate_name,
    name_without_hint,
    read_measure,
    same_value,
)
from tests.builders import complete_form, mof_2020
from tests.layouts import template

OPERATORS = ("", "=", "＝", "≥", ">=", "＞＝", "≤", "<=", "＜＝", ">", "＞", "<", "＜", "不低于", "不超过", "大于等于")
UNITS = (
    "%", "‰", "场", "次", "人次", "人", "个", "家", "户", "套", "项", "份", "米", "平方米", "公里", "亩", "元", "万元",
    "元/人", "天", "个月", "小时", "分", "吨", "m2", "㎡",
)  # fmt: skip
READ_AS = {"m2": "平方米", "㎡": "平方米"}


@pytest.mark.parametrize("operator", OPERATORS)
def test_brackets_and_empty_decimals_change_nothing_under_any_operator_and_unit(operator: str) -> None:
    for unit in UNITS:
        plain, local = f"{operator}90{unit}", f"{operator}90.00({unit})"
        read = read_measure(local)
        assert read == read_measure(f"{operator}90.00（{unit}）") == replace(read_measure(plain), number=Decimal(90))
        assert read.unit == READ_AS.get(unit, unit)
        assert same_value(local, f"90{unit}")
        assert comparable_numbers(read, read_measure(f"45{unit}")) == (Decimal(90), Decimal(45))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("98%(百分比)", "98%"),
        (">=98%(百分比)", "≥98%"),
        ("98(百分比)", "98%"),
        ("90.00(%)以上", "≥90%"),
        ("90%(含)以上", "≥90%"),
        ("90%以上(含90%)", "≥90%"),
        ("95%(及以上)", "≥95%"),
        ("≥3.00【场】", "≥3场"),
        ("≥5人(次)", "≥5人(次)"),
        ("500m²", "500平方米"),
        ("3km2", "3平方公里"),
    ],
)
def test_other_brackets_are_read_as_a_person_would(text: str, plain: str) -> None:
    assert read_measure(text) == read_measure(plain)
    assert read_measure(text).number is not None


@pytest.mark.parametrize(
    ("name", "plain", "is_rate"),
    [
        ("公猪舍(≥**平方米)", "公猪舍", False),
        ("验收合格率（≥95%）", "验收合格率", True),
        ("满意度(%)", "满意度", True),
        ("受益脱贫(含监测对象)户", "受益脱贫(含监测对象)户", False),
    ],
)
def test_what_stands_in_brackets_behind_a_name_is_a_hint(name: str, plain: str, is_rate: bool) -> None:
    assert (name_without_hint(name), is_rate_name(name)) == (plain, is_rate)


def written(local: bool) -> Form:
    targets = ("≥95.00(%)", "≥90.00(%)", "=100.00(%)", "≥80.00(%)", "≥85.00(%)") if local else ()
    form = complete_form()
    rows = [replace(row, target=target) for row, target in zip(form.indicators, targets, strict=False)]
    return replace(form, indicators=(*rows, *form.indicators[len(rows) :]))


def figures(found: Evaluation) -> tuple[object, ...]:
    return found.score_total, found.calculated_scores, found.indicator_scores, codes(found.findings)


def codes(found: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(each.code, str(each.field)) for each in found]


def test_a_form_scores_and_is_checked_alike_in_both_notations() -> None:
    one, other = (evaluate(written(local), mof_2020()) for local in (False, True))
    assert figures(one) == figures(other)
    assert one.score_total == 100
    assert one.findings == ()


def test_the_portal_list_is_the_same_in_both_notations() -> None:
    texts = [
        [cell.text for cell in indicator_list_sheet(form, mof_2020(), evaluate(form, mof_2020())).cells]
        for form in (written(False), written(True))
    ]
    assert texts[0] == texts[1]
    assert "95" in texts[1]
    assert "%" in texts[1]


def test_the_portal_list_joins_what_a_template_splits() -> None:
    row = Indicator(target="98", actual="99", fields={"nature": "≥", "unit": "%(百分比)"})
    form, split = Form("yunnan", indicators=(row,)), template("yunnan")
    cells = {
        cell.column: cell.text for cell in indicator_list_sheet(form, split, evaluate(form, split)).cells if cell.row
    }
    assert [cells[column] for column in (3, 4, 5, 6)] == ["≥", "98", "99", "%"]
