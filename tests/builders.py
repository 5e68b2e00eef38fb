"""Forms to arrange tests with: small, complete, and changed by what a test names."""

import sys
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from selfeval_desktop import paths
from selfeval_desktop.codec import templates
from selfeval_desktop.domain.form.form import Form, FundLine, Goals, Indicator
from selfeval_desktop.domain.form.template import Template

# level 1, level 2, level 3, target, actual, weight: every target is met, none is merely repeated.
_ROWS = (
    ("产出指标", "数量指标", "登记单印刷率", "≥95%", "97%", "20"),
    ("产出指标", "质量指标", "宣传材料合格率", "≥90%", "92%", "15"),
    ("产出指标", "时效指标", "活动按期完成率", "=100%", "100%", "15"),
    ("效益指标", "社会效益指标", "政策知晓率", "≥80%", "86%", "30"),
    ("满意度指标", "服务对象满意度指标", "受益群众满意度", "≥85%", "88%", "10"),
)

QUESTION = "" if sys.platform == "win32" else "?"
"""A sign that means something in an address, for names of files; Windows has none such."""


@cache
def mof_2020() -> Template:
    """The default template, as installed."""
    path = paths.template_folder() / "mof-2020.toml"
    return templates.read_template(path.read_bytes(), path=path)


def complete_form(**changes: Any) -> Form:
    """A form in which nothing is found and every score follows from its row: 100.00 of 100."""
    form = Form(
        template="mof-2020",
        year=2023,
        project_name="宣传与推广",
        department="某区信访办公室",
        unit="某区信访办公室",
        funds={
            "current_year": fund("150000", "150000", "150000"),
            "carried_over": fund("0", "0", None),
            "other": fund("0", "0", None),
        },
        goals=Goals(expected="印制登记单，开展信访宣传。", actual="登记单全部印制，举办宣传活动六场。"),
        indicators=tuple(
            Indicator(key, level1, level2, level3, target, actual, weight=Decimal(weight))
            for key, (level1, level2, level3, target, actual, weight) in enumerate(_ROWS, start=1)
        ),
    )
    return replace(form, **changes)


def too_long_form(**changes: Any) -> Form:
    """A form with more text than paper takes, though each of its cells holds no more than a spreadsheet's does."""
    text = "长" * 31_000
    rows = tuple(replace(row, actual=text, deviation=text) for row in complete_form().indicators)
    return complete_form(indicators=rows, **changes)


def with_row(form: Form, row: int, **changes: Any) -> Form:
    """The form with one indicator changed."""
    rows = list(form.indicators)
    rows[row] = replace(rows[row], **changes)
    return replace(form, indicators=tuple(rows))


def with_fund(form: Form, row: str, **changes: Any) -> Form:
    """The form with one funds row changed."""
    return replace(form, funds={**form.funds, row: replace(form.fund_line(row), **changes)})


def fund(initial: str | None, annual: str | None, executed: str | None) -> FundLine:
    """A funds row of amounts as plain text."""
    amounts = [None if text is None else Decimal(text) for text in (initial, annual, executed)]
    return FundLine(amounts[0], amounts[1], amounts[2])
