"""Every installed template, and a form under it in which each cell that it has holds something."""

from dataclasses import replace
from decimal import Decimal
from functools import cache

from selfeval_desktop import bootstrap
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Goals, Indicator
from selfeval_desktop.domain.form.template import FurtherField, LevelClass, Template
from selfeval_desktop.domain.layout.sheet import Sheet, lay_out
from selfeval_desktop.domain.scoring.targets import split_row

IDS = ("mof-2020", "mof-2021", "anhui", "central-2019", "guangxi", "hubei", "shanghai-2025", "sichuan", "yunnan")
_AMOUNTS = {"initial": "200", "annual": "180.5", "executed": "171.25"}
# level-3 name, target and actual value: a figure, a rate, words, a missed rate.
_ROWS = (
    ("受益农户数", "≥735户", "760户"),
    ("设施验收合格率", "≥98%", "98.5%"),
    ("村容村貌", "明显改善", "达成预期指标"),
    ("任务按期完成率", "=100%", "95%"),
    ("每户补助标准", "≤1200元", "1200元"),
)
_COST = _ROWS[-1]
_TEXTS = {"line": "2026-031", "text": "按批复的方案实施，资金随工程进度拨付；入户核实了每一户的受益情况。"}
_SHORT = {"unit": "项", "deduction": "0.5", "text": "已逐户核对，资料齐全。"}


@cache
def template(template_id: str) -> Template:
    """The installed template of that id."""
    return bootstrap.installed_templates().get_template(template_id)


def filled(layout: Template) -> Form:
    """A form with something in every cell that the template has, points lost in one row."""
    form = Form(
        layout.id,
        year=2023,
        money_unit="万元",
        project_name="农村人居环境整治提升项目",
        department="031-某县农业农村局",
        unit="031001-某县农村社会事业服务中心",
        fields={each.key: _text(each) for each in layout.further_fields if each.whose != "paper"},
        goals=Goals(*(_goal(key) if _has_goal(layout, key) else "" for key in ("expected", "actual"))),
        indicators=_rows(layout),
    )
    for row in layout.funds.rows:
        for column in layout.funds.columns:
            if column.kind == "amount" and row.key in {
                "current_year",
                *(() if layout.funds.part_rows else ("total",)),
            }:
                form = edits.set_cell(form, FieldRef.fund(row.key, column.key), _AMOUNTS[column.key])
            elif column.kind == "text":
                form = edits.set_cell(form, FieldRef.fund(row.key, column.key, extra=True), "进度款未到期")
    return form


def sheet_of(form: Form, layout: Template, *, signature: bool | None = None) -> Sheet:
    """The form as its template prints it."""
    return lay_out(form, layout, evaluate(form, layout), signature=signature)


def block_of(sheet: Sheet) -> list[list[str]]:
    """The sheet as it is copied from a spreadsheet: title lines, cells, and what stands below them."""
    block = [[""] * len(sheet.columns) for _ in range(sheet.row_count)]
    for cell in sheet.cells:
        block[cell.row][cell.column] = cell.text
    rest = [""] * (len(sheet.columns) - 1)
    return [
        [sheet.title, *rest],
        [sheet.subtitle, *rest],
        *block,
        *([note, *rest] for note in sheet.notes),
        *([*line, *rest][: len(sheet.columns)] for line in sheet.signature_lines),
    ]


def _text(each: FurtherField) -> str:
    return each.choices[0] if each.choices else _TEXTS[each.kind]


def _has_goal(layout: Template, key: str) -> bool:
    return any(column.key == key for column in layout.goals.columns)


def _goal(key: str) -> str:
    if key == "expected":
        return "改造农户厕所 735 户，完善 12 个村的污水收集设施，村容村貌明显改善。"
    return "实际改造 760 户，12 个村的设施全部验收，群众反映良好，后续管护已经落实到人。"


def _rows(layout: Template) -> tuple[Indicator, ...]:
    rows: list[Indicator] = []
    for level in layout.levels:
        for place, level2 in enumerate(level.level2):
            name, target, actual = _ROWS[len(rows) % len(_ROWS)]
            if "成本" in level2 and target.startswith("≥"):
                name, target, actual = _COST
            row = Indicator(len(rows) + 1, level.name, level2, f"{level2[:4]}{name}", target, actual)
            row = replace(row, weight=level.level2_weights.get(level2, _share(level, first=not place)))
            rows.append(_with_further(split_row(row, layout), layout))
    return tuple(rows)


def _share(level: LevelClass, *, first: bool) -> Decimal:
    """Whole points, as even as they go; what is left over goes to the first group."""
    each, rest = divmod(level.weight, len(level.level2))
    return each + rest if first else each


def _with_further(row: Indicator, layout: Template) -> Indicator:
    columns = [column for column in layout.indicators.columns if column.extra and column.kind in _SHORT]
    fields = {column.key: _SHORT[column.kind] for column in columns}
    has_reason = any(column.key == "deviation" for column in layout.indicators.columns)
    deviation = "雨季延误工期，已调整计划，下一步加强调度。" if has_reason else ""
    return replace(row, deviation=deviation, fields={**fields, **row.fields})
