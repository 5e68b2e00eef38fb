"""What a portal takes: the 指标清单 that it imports, and the form field by field as it is typed over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Achievement, Form, Indicator
from selfeval_desktop.domain.form.template import SheetColumn, Template
from selfeval_desktop.domain.layout.sheet import RepeatedHead, Role, Sheet, SheetCell
from selfeval_desktop.domain.scoring import measures
from selfeval_desktop.domain.scoring.measures import MeasuredValue
from selfeval_desktop.domain.scoring.scores import Figures, effective_achievement, level_text
from selfeval_desktop.domain.scoring.targets import whole_row


@dataclass(frozen=True, slots=True)
class TypedField:
    """One field: its text on paper, and the text to type, for amounts without marks of thousands."""

    field: FieldRef
    shown: str
    typed: str


def typed_fields(sheet: Sheet, order: Sequence[str] = ()) -> tuple[TypedField, ...]:
    """All fields that hold anything, in the order of the paper.

    `order` is that of a portal where it is another: beginnings of FieldRef texts ("funds.current_year",
    "indicators", "goals"); what none of them names comes last.
    """
    fields: dict[FieldRef, TypedField] = {}
    for cell in sheet.cells:
        # A rate leads to the amount that it follows from: portals calculate it themselves.
        if cell.field is not None and cell.role is Role.VALUE and cell.text:
            fields.setdefault(cell.field, TypedField(cell.field, cell.text, _typed_text(cell)))
    return tuple(sorted(fields.values(), key=lambda each: _portal_rank(str(each.field), order)))


def _typed_text(cell: SheetCell) -> str:
    return cell.text if cell.number is None else amounts.plain_number(cell.number)


def _portal_rank(field: str, order: Sequence[str]) -> int:
    """The place of the longest beginning that is the field's."""
    fitting = [
        (len(start), place)
        for place, start in enumerate(order)
        if field == start or field.startswith((f"{start}.", f"{start}["))
    ]
    return max(fitting)[1] if fitting else len(order)


TITLE = "指标清单"
HEADINGS = (
    "一级指标", "二级指标", "三级指标名称", "计算符号", "指标值", "实际完成值", "计量单位", "分值", "指标得分", "扣减分数",
    "完成情况简要描述", "偏差原因及改进措施",
)  # fmt: skip
# The form's column behind each, so that messages about a cell lead to it.
_COLUMNS = (
    "level1", "level2", "level3", "target", "target", "actual", "target", "weight", "score", "score",
    "actual", "deviation",
)  # fmt: skip
# In mm, for whoever looks at the file.
_WIDTHS = (22, 26, 44, 16, 22, 24, 18, 14, 18, 18, 40, 50)
_IN_WORDS = "定性"
_GRADES: dict[Achievement, str] = {"met": "达成", "partly": "部分达成", "unmet": "未达成"}

Value = str | Decimal | None


def indicator_list_sheet(form: Form, template: Template, figures: Figures) -> Sheet:
    """One line of heads, then the rows that hold anything; scores are the effective ones.

    A target in words, a range or a date counts as 定性. Text in a cell for a number stays as it is typed.
    """
    heads = [SheetCell(0, column, heading, Role.HEAD) for column, heading in enumerate(HEADINGS)]
    places = [place for place, row in enumerate(form.indicators) if not row.is_blank]
    cells = [
        _make_cell(line, column, value, FieldRef.indicator(place, _COLUMNS[column]))
        for line, place in enumerate(places, start=1)
        for column, value in enumerate(_row_values(form, template, figures, place))
    ]
    return Sheet(
        title=TITLE,
        subtitle="",
        columns=tuple(SheetColumn(width, 0) for width in _WIDTHS),
        row_count=len(places) + 1,
        cells=(*heads, *cells),
        repeated=(RepeatedHead(0, 1, len(places)),) if places else (),
        signature=(),
        name=form.project_name,
        author=form.unit,
    )


def _row_values(form: Form, template: Template, figures: Figures, place: int) -> Sequence[Value]:
    row, score = form.indicators[place], figures.indicator_scores[place]
    lost = None if row.weight is None or score is None else row.weight - score
    description = row.fields.get(template.limits.description, "")
    levels = (level_text(row.level1, template), level_text(row.level2, template), row.level3)
    return (
        *(" ".join(name.split()) for name in levels),
        *_split_measure(whole_row(row, template)),
        *_numbers_or_unread(form, place, weight=row.weight, score=score, lost=lost),
        description or _answer_in_words(row),
        row.deviation,
    )


def _numbers_or_unread(form: Form, place: int, **numbers: Decimal | None) -> Iterator[Value]:
    """The numbers, or the text that was typed for one and could not be read."""
    for name, number in numbers.items():
        yield form.unread.get(FieldRef.indicator(place, name), number)


def _split_measure(row: Indicator) -> tuple[Value, Value, Value, Value]:
    """Operator, target, actual value and unit."""
    target, actual = measures.read_measure(row.target), measures.read_measure(row.actual)
    if target.number is None:
        grade = effective_achievement(row)
        return _IN_WORDS, row.target, _GRADES[grade] if grade else row.actual, ""
    unit = target.unit or actual.unit
    reached = _actual_in_target_unit(target, actual)
    return target.operator or "=", target.number, row.actual if reached is None else reached, unit


def _actual_in_target_unit(target: MeasuredValue, actual: MeasuredValue) -> Decimal | None:
    """The actual value in the unit of the target; None where it is no number or its unit is another."""
    pair = measures.comparable_numbers(target, actual)
    if pair is None or actual.number is None or target.number is None:
        return None
    if not target.unit or not actual.unit or target.unit == actual.unit:
        return actual.number
    if not target.number:
        return None
    return amounts.normalise(pair[1] * target.number / pair[0])


def _answer_in_words(row: Indicator) -> str:
    """The result of a 定性 row in words, where its grade does not say the same already."""
    is_told = effective_achievement(row) is not None and measures.achievement_in(row.actual) is None
    return row.actual if is_told and measures.read_measure(row.target).number is None else ""


def _make_cell(row: int, column: int, value: Value, field: FieldRef) -> SheetCell:
    if value is None or isinstance(value, str):
        return SheetCell(row, column, value or "", Role.VALUE, "left", field=field)
    number = amounts.normalise(value)
    return SheetCell(
        row, column, amounts.plain_number(number), Role.VALUE, "center", field=field, number=number, number_format="General"
    )  # fmt: skip
