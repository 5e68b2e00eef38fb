"""A pasted block put into the indicator rows, with a list of the texts that were refused and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Column, Template
from selfeval_desktop.domain.form.texts import max_length
from selfeval_desktop.domain.reading import labels
from selfeval_desktop.domain.scoring.calculated import clear_calculated_cells
from selfeval_desktop.domain.scoring.scores import level_text
from selfeval_desktop.domain.scoring.targets import split_row

_FEWEST_HEADS = 2
_TOTALS = frozenset({"总分", "合计", "总计", "小计", "总得分", "自评总分"})
# Other names of columns that offices write, by key.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "level1": ("一级指标",),
    "level2": ("二级指标",),
    "level3": ("三级指标", "指标名称", "指标内容", "三级指标名称"),
    "target": ("年度指标值", "指标值", "目标值", "年度目标值", "年初目标值", "预期指标值"),
    "actual": ("实际完成值", "完成值", "实际值", "全年完成值", "完成情况", "实际完成情况"),
    "weight": ("分值", "权重", "标准分", "分值权重"),
    "score": ("得分", "自评得分", "自评分", "实际得分", "指标得分"),
    "deviation": (
        *("偏差原因分析及改进措施", "偏差原因及改进措施", "偏差原因", "未完成原因", "偏差原因分析"),
        *("未完成原因和改进措施", "未完成原因分析"),
    ),
}
# And of those that only some templates have, by kind.
_KIND_NAMES: Mapping[str, tuple[str, ...]] = {
    "operator": ("指标性质", "计算符号", "指标方向"),
    "unit": ("度量单位", "计量单位"),
    "deduction": ("扣减分数", "扣分"),
}


class Refusal(StrEnum):
    """Why something of a block did not go in.

    It stands above the row of heads, beside the table, under a head that no column has, in a row of totals, or
    on a cell that nobody fills in. Of a whole form also: where nothing is known to stand, or as a figure that
    the program calculates otherwise; what is no number is in its cell, but only as a text.
    Of a cell of a file: a formula whose result is not stored, an error of a formula, a number of more digits than a
    spreadsheet keeps, or a fraction where a percentage may be meant.
    Of a text without cells: what was put together by its order alone, and may belong elsewhere.
    Of any: a text with more characters than its cell takes.
    """

    ABOVE = "above"
    BESIDE = "beside"
    NO_COLUMN = "no_column"
    TOTAL = "total"
    FIXED = "fixed"
    UNKNOWN = "unknown"
    DIFFERS = "differs"
    NO_NUMBER = "no_number"
    NO_RESULT = "no_result"
    FAULT = "fault"
    INEXACT = "inexact"
    FRACTION = "fraction"
    UNSURE = "unsure"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class RefusedText:
    """A text of the block, at that place in it, counted from 0."""

    row: int
    column: int
    text: str
    reason: Refusal


@dataclass(frozen=True, slots=True)
class PasteResult:
    """The form with the block in it: so many rows of the form hold something of it, from `first` on."""

    form: Form
    first: int
    rows: int
    refused: tuple[RefusedText, ...]


def paste_rows(
    form: Form,
    template: Template,
    block: Sequence[Sequence[str]],
    row: int,
    column: int,
    *,
    fills_levels: bool = True,
) -> PasteResult:
    """Put the block in, its upper left cell into that cell of the grid; missing rows are added in the same group.

    A row of heads in the block decides the columns, and only what stands below it goes in. Level cells left blank
    are filled from above, as they come from merged cells, unless the block says it all; levels are named as the
    template names them; rows of totals are left out. A target in one text is split where the template splits it.
    A figure that is the program's own stays calculated, and text that is no number stays in its cell, marked.
    """
    columns = template.indicators.columns
    begin, places = find_heads(block, columns)
    refused = list(_left_out_texts(block, begin, places))
    if not places:
        places = tuple(range(column, column + _block_width(block)))
    lines, more = _read_block_lines(block[begin:], columns, places, above=begin)
    refused += more
    grown = _add_missing_rows(form, row + len(lines))
    for offset, line in enumerate(lines):
        if fills_levels:
            line = _fill_levels_down(grown, template, row + offset, line, is_first=not offset)  # noqa: PLW2901
        grown = _with_line(grown, template, row + offset, line)
    return PasteResult(_clear_calculated_scores(form, grown, template, row, lines), row, len(lines), tuple(refused))


def _block_width(block: Sequence[Sequence[str]]) -> int:
    return max(map(len, block), default=0)


def find_heads(block: Sequence[Sequence[str]], columns: Sequence[Column]) -> tuple[int, tuple[int | None, ...]]:
    """Where the rows below the heads begin, and the grid's column for each of the block's, None for none.

    The heads are the row that names the most columns, at least two; without them 0 and no places.
    """
    known = {labels.bare_label(name): place for place, column in enumerate(columns) for name in _column_names(column)}
    known |= {labels.bare_label(column.heading): place for place, column in enumerate(columns)}
    found = [tuple(labels.find_by_label(known, text) for text in texts) for texts in block]
    counts = [sum(place is not None for place in places) for places in found]
    best = max(counts, default=0)
    if best < _FEWEST_HEADS:
        return 0, ()
    row = counts.index(best)
    return row + 1, found[row]


def is_total(texts: Sequence[str]) -> bool:
    """Whether a row of the block is a row of totals rather than an indicator."""
    first = next((text for text in texts if labels.bare_label(text)), "")
    return not _TOTALS.isdisjoint((labels.bare_label(first), labels.core_label(first)))


def _column_names(column: Column) -> tuple[str, ...]:
    """Further names of the column, by its kind."""
    return *_NAMES.get(column.key, ()), *_KIND_NAMES.get(column.kind, ())


RowTexts = Mapping[int, str]
"""The texts of one row by the grid's columns."""


def _read_block_lines(
    block: Sequence[Sequence[str]], columns: Sequence[Column], places: Sequence[int | None], *, above: int
) -> tuple[list[RowTexts], list[RefusedText]]:
    """The lines for these columns, and the refused texts; `above` is how many rows of the block lie before."""
    lines: list[RowTexts] = []
    refused: list[RefusedText] = []
    for row, texts in enumerate(block, start=above):
        if is_total(texts):
            refused.append(RefusedText(row, 0, " ".join(filter(None, texts)), Refusal.TOTAL))
            continue
        line: dict[int, str] = {}
        for column, (text, place) in enumerate(zip(texts, places, strict=False)):
            if place is not None and place < len(columns):
                if len(text) > max_length(_cell_of(columns[place])):
                    refused.append(RefusedText(row, column, text, Refusal.TOO_LONG))
                else:
                    line[place] = text
            elif place is not None and text.strip():
                refused.append(RefusedText(row, column, text, Refusal.BESIDE))
        lines.append(line)
    return lines, refused


def _cell_of(column: Column) -> FieldRef:
    """Any cell of that column, to ask for its limit of length."""
    return FieldRef.indicator(0, column.key, extra=column.extra)


def _left_out_texts(block: Sequence[Sequence[str]], begin: int, places: Sequence[int | None]) -> Iterator[RefusedText]:
    """What stands above the heads, and heads that no column has where something stands below them."""
    for row, texts in enumerate(block[: max(begin - 1, 0)]):
        if any(texts):
            yield RefusedText(row, 0, " ".join(filter(None, texts)), Refusal.ABOVE)
    for column, place in enumerate(places):
        if place is None and any(texts[column].strip() for texts in block[begin:] if not is_total(texts)):
            yield RefusedText(begin - 1, column, block[begin - 1][column], Refusal.NO_COLUMN)


def _add_missing_rows(form: Form, count: int) -> Form:
    """The form with rows added until there are so many, in the group of the last one."""
    while len(form.indicators) < count:
        form = edits.insert_row(form, len(form.indicators))
    return form


def _fill_levels_down(form: Form, template: Template, row: int, line: RowTexts, *, is_first: bool) -> RowTexts:
    """The line with its blank levels as the row above has them, else as that row has them by itself."""
    filled = dict(line)
    changed_level = False
    for place, column in enumerate(template.indicators.columns):
        if column.kind != "level" or place not in line:
            continue
        field = FieldRef.indicator(row, column.key)
        above = "" if is_first else edits.cell_text(form, _cell_above(field))
        text = level_text(line[place].strip(), template)
        if not text and not changed_level:
            filled[place] = above or edits.cell_text(form, field)
        changed_level = changed_level or bool(text and text != above)
    return filled


def _with_line(form: Form, template: Template, row: int, line: RowTexts) -> Form:
    for place, column in enumerate(template.indicators.columns):
        text = line.get(place)
        if text is not None:
            text = level_text(text.strip(), template) if column.kind == "level" else text
            form = edits.set_cell(form, FieldRef.indicator(row, column.key, extra=column.extra), text)
    return _with_split_target(form, template, row)


def _with_split_target(form: Form, template: Template, row: int) -> Form:
    line = form.indicators[row]
    split = split_row(line, template)
    if split is line:
        return form
    return replace(form, indicators=(*form.indicators[:row], split, *form.indicators[row + 1 :]))


def _cell_above(field: FieldRef) -> FieldRef:
    assert isinstance(field.row, int)
    return FieldRef.indicator(field.row - 1, field.column, extra=field.extra)


def _clear_calculated_scores(
    before: Form, form: Form, template: Template, first: int, lines: Sequence[RowTexts]
) -> Form:
    """The form with pasted scores cleared where they equal the calculated ones, so that they go on being calculated."""
    kinds = [column.kind for column in template.indicators.columns]
    came = [first + offset for offset, line in enumerate(lines) if kinds.index("score") in line]
    scores = [FieldRef.indicator(row, "score") for row in came]
    new = [cell for cell in scores if edits.cell_value(form, cell) != edits.cell_value(before, cell)]
    return clear_calculated_cells(form, template, new)
