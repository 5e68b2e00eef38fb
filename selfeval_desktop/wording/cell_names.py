"""Where a cell is, in the words of the form: `指标 · 第 5 行 · 得分`."""

from collections.abc import Iterable, Sequence

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Column, Template
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP, translate

# The words of design.md, for cells that a template's paper has no label for, and where no template is at hand.
_NAMES = {
    "project_name": QT_TRANSLATE_NOOP("Places", "项目名称"),
    "department": QT_TRANSLATE_NOOP("Places", "主管部门"),
    "unit": QT_TRANSLATE_NOOP("Places", "实施单位"),
    "year": QT_TRANSLATE_NOOP("Places", "年度"),
    "money_unit": QT_TRANSLATE_NOOP("Places", "金额单位"),
    "template": QT_TRANSLATE_NOOP("Places", "表样"),
    "budget_note": QT_TRANSLATE_NOOP("Places", "预算调整说明"),
    "expected": QT_TRANSLATE_NOOP("Places", "预期目标"),
    "total": QT_TRANSLATE_NOOP("Places", "年度资金总额"),
    "current_year": QT_TRANSLATE_NOOP("Places", "当年财政拨款"),
    "carried_over": QT_TRANSLATE_NOOP("Places", "上年结转资金"),
    "other": QT_TRANSLATE_NOOP("Places", "其他资金"),
    "initial": QT_TRANSLATE_NOOP("Places", "年初预算数"),
    "annual": QT_TRANSLATE_NOOP("Places", "全年预算数"),
    "executed": QT_TRANSLATE_NOOP("Places", "全年执行数"),
    "level1": QT_TRANSLATE_NOOP("Places", "一级指标"),
    "level2": QT_TRANSLATE_NOOP("Places", "二级指标"),
    "level3": QT_TRANSLATE_NOOP("Places", "三级指标"),
    "target": QT_TRANSLATE_NOOP("Places", "年度指标值"),
    "actual": QT_TRANSLATE_NOOP("Places", "实际完成值"),
    "achievement": QT_TRANSLATE_NOOP("Places", "达成情况"),
    "weight": QT_TRANSLATE_NOOP("Places", "分值"),
    "score": QT_TRANSLATE_NOOP("Places", "得分"),
    "deviation": QT_TRANSLATE_NOOP("Places", "偏差原因分析及改进措施"),
}


def cell_path(field: FieldRef, template: Template | None = None) -> str:
    """The way to the cell, from the tab inwards; rows are counted from 1."""
    return " · ".join(_path_parts(field, template))


def cells_path(fields: Iterable[FieldRef], template: Template | None = None) -> str:
    """The way to several cells; rows of one column are named together: `指标 · 第 5、9、12 行 · 年度指标值`."""
    columns: dict[tuple[str, ...], list[FieldRef]] = {}
    for field in fields:
        is_row = field.part == "indicators" and isinstance(field.row, int)
        key = (field.column, str(field.extra)) if is_row else (str(field), "")
        columns.setdefault(key, []).append(field)
    between = translate("Places", "；")
    return between.join(_column_path(cells, template) for cells in columns.values())


def _column_path(fields: Sequence[FieldRef], template: Template | None) -> str:
    first = _path_parts(fields[0], template)
    if len(fields) == 1:
        return " · ".join(first)
    numbers = translate("Places", "、").join(str(int(field.row or 0) + 1) for field in fields)
    return " · ".join((first[0], translate("Places", "第 {row} 行").format(row=numbers), *first[2:]))


def cell_name(field: FieldRef, template: Template | None = None) -> str:
    """The name of the cell alone: 全年执行数, 得分, 项目名称."""
    return _path_parts(field, template)[-1]


def fund_row(key: str, template: Template | None = None) -> str:
    """The label of a funds row, without the 其中： that stands before the first part on paper."""
    rows = template.funds.rows if template else ()
    label = next((row.label for row in rows if row.key == key), None)
    return _default_name(key) if label is None else _one_line(label).removeprefix("其中：")


def _path_parts(field: FieldRef, template: Template | None) -> tuple[str, ...]:
    match field.part:
        case "head" if field.column == "execution_score":
            return _path_parts(FieldRef.fund("total", "score"), template)
        case "head":
            return (_head_label(field, template),)
        case "goals":
            return (translate("Places", "目标"), _goal_label(field, template))
        case "funds":
            heading = _column_heading(field, template.funds.columns if template else ())
            return (translate("Places", "资金"), fund_row(str(field.row), template), heading)
        case "indicators" if isinstance(field.row, int):
            row = translate("Places", "第 {row} 行").format(row=field.row + 1)
            heading = _column_heading(field, template.indicators.columns if template else ())
            return (translate("Places", "指标"), row, heading)
        case "indicators":
            return (translate("Places", "指标"),)


def _head_label(field: FieldRef, template: Template | None) -> str:
    if template is None:
        return _default_name(field.column)
    for address, label in template.field_labels:
        if address == str(field):
            return _one_line(label)
    further = template.further_field(field.column) if field.extra else None
    return further.label if further else _default_name(field.column)


def _goal_label(field: FieldRef, template: Template | None) -> str:
    for column in template.goals.columns if template else ():
        if column.key == field.column:
            return _one_line(column.heading)
    if field.column == "actual":
        return translate("Places", "实际完成情况")
    return _default_name(field.column)


def _column_heading(field: FieldRef, columns: Iterable[Column]) -> str:
    for column in columns:
        if (column.key, column.extra) == (field.column, field.extra):
            return _one_line(column.heading)
    return _default_name(field.column)


def _default_name(key: str) -> str:
    """The program's own word; the key of a template's further column stays as it is."""
    return translate("Places", _NAMES[key]) if key in _NAMES else key


def _one_line(printed: str) -> str:
    """A label of the paper, whose line breaks are for the paper only."""
    return "".join(printed.split())
