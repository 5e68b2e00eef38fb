"""Templates that are like the default one but for a few things: their id, version, funds rows and further columns."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from selfeval_desktop import paths
from selfeval_desktop.domain.form.template import Column, ExecutionStep, FundRow, FurtherField, Template
from tests.builders import mof_2020

ELSEWHERE = "elsewhere"
SOURCE = (paths.template_folder() / "mof-2020.toml").read_text("utf-8")


def later() -> Template:
    """The second version of the default one, under which spending counts for more."""
    template = mof_2020()
    execution = replace(template.execution, method="steps", steps=(ExecutionStep(Decimal(80), Decimal(10)),))
    return replace(template, version=2, title="财政项目支出绩效自评表（新）", execution=execution)


def elsewhere() -> Template:
    """Another place's: in 万元, a funds row named otherwise, no reasons but a unit of measure, levels with points."""
    template = mof_2020()
    rows = tuple(FundRow("fiscal", "财政资金") if row.key == "current_year" else row for row in template.funds.rows)
    columns = tuple(
        Column("measure", "度量单位", "text", extra=True) if column.key == "deviation" else column
        for column in template.indicators.columns
    )
    levels = tuple(replace(level, name=f"{level.name}（{level.weight}分）") for level in template.levels)
    return replace(
        template,
        id=ELSEWHERE,
        name="外省",
        money_units=("万元",),
        levels=levels,
        funds=replace(template.funds, rows=rows),
        indicators=replace(template.indicators, columns=columns),
        fields=(FurtherField("reasons", "偏差原因", kind="text"),),
        limits=replace(template.limits, whole_reason="fields.reasons"),
    )


def later_text() -> str:
    """The file of `later`."""
    text = re.sub(r"^version = 1$", "version = 2", SOURCE, flags=re.MULTILINE)
    text = text.replace('title = "财政项目支出绩效自评表"', 'title = "财政项目支出绩效自评表（新）"')
    text = text.replace("steps = []", 'steps = [{ rate = "80", score = "10" }]')
    return text.replace('method = "linear"', 'method = "steps"')


def elsewhere_text(version: int = 1) -> str:
    """The file of `elsewhere`, in any version."""
    text = SOURCE.replace('id = "mof-2020"', f'id = "{ELSEWHERE}"').replace("version = 1", f"version = {version}")
    for old, new in (
        ('name = "财政部 2020 版"', 'name = "外省"'),
        ('money_units = ["元", "万元"]', 'money_units = ["万元"]'),
        ('key = "current_year", label = "其中：当年财政拨款"', 'key = "fiscal", label = "财政资金"'),
        (
            'key = "deviation", heading = "偏差原因分析及改进措施", kind = "text", align = "left"',
            'key = "measure", heading = "度量单位", kind = "text", extra = true',
        ),
        (
            '[[fields]]\nkey = "budget_note"\nlabel = "预算调整说明"\n',
            '[[fields]]\nkey = "reasons"\nlabel = "偏差原因"\nkind = "text"\n',
        ),
        ("[limits]\n", '[limits]\nwhole_reason = "fields.reasons"\n'),
        *((f'name = "{name}"', f'name = "{name}（{points}分）"') for name, points in _POINTS),
    ):
        assert old in text
        text = text.replace(old, new)
    return text


_POINTS = (("产出指标", 50), ("效益指标", 30), ("满意度指标", 10))


def folder(path: Path, *texts: str) -> Path:
    """A folder of these template files, the default one among them unless another takes its name."""
    path.mkdir(exist_ok=True)
    for text in (SOURCE, *texts):
        found = re.search(r'^id = "(.*)"', text, re.MULTILINE)
        assert found is not None
        (path / f"{found[1]}.toml").write_text(text, "utf-8")
    return path
