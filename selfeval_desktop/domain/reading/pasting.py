"""A pasted block put into the indicator rows, with a list of the texts that were refused and why."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Indicator
from selfeval_desktop.domain.form.template import Column, Template
from selfeval_desktop.domain.form.texts import max_length
from selfeval_desktop.domain.reading import labels
from selfeval_desktop.domain.scoring.calculated import clear_calculated_cells
from selfeval_desktop.domain.scoring.scores import level_text
from selfeval_desktop.domain.scoring.targets import split_row

_FEWEST_HEADS = 2
_ROWS_AT_ONCE = 100
_TOTALS = frozenset({"总分", "合计", "总计", "小计", "总得分", "自评总分"})
# Other names of columns that offices write, by key.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "level1": ("一级指标", "一级指标名称", "一级"),
    "level2": ("二级指标", "二级指标名称", "二级"),
    "level3": ("三级指标", "指标名称", "指标内容", "三级指标名称", "三级", "具体指标", "绩效指标名称", "考核指标"),
    "target": (
        *("年度指标值", "指标值", "目标值", "年度目标值", "年初目标值", "预期指标值", "年初指标值", "计划指标值"),
        *("计划值", "年初设定值", "年初设定指标值", "年初设定目标值", "年度绩效指标值", "绩效目标值", "预期目标值"),
        *("预期值", "全年目标值", "全年指标值", "年度计划值", "年度计划指标值", "年度预期指标值", "设定目标值"),
    ),
    "actual": (
        *("实际完成值", "完成值", "实际值", "全年完成值", "完成情况", "实际完成情况", "实际完成指标值", "实际完成"),
        *("全年实际完成值", "全年实际值", "年度实际完成值", "年度完成值", "实际完成数", "完成指标值", "实际指标值"),
        *("指标完成值", "指标完成情况", "全年完成情况", "全年实际完成情况", "全年实际完成指标值", "年度完成情况"),
        *("年度实际完成情况", "实际完成结果", "实际实现值"),
    ),
    "weight": (
        *("分值", "权重", "标准分", "分值权重", "指标分值", "标准分值", "设定分值", "权重分值", "指标权重", "满分"),
        "权重分",
    ),
    "score": (
        *("得分", "自评得分", "自评分", "实际得分", "指标得分", "自评分数", "评分", "实得分", "单位自评得分"),
        *("得分情况", "自评得分情况", "最终得分", "评价得分", "绩效得分"),
    ),
    "deviation": (
        *("偏差原因分析及改进措施", "偏差原因及改进措施", "偏差原因", "未完成原因", "偏差原因分析", "原因分析"),
        *("未完成原因和改进措施", "未完成原因分析", "偏差原因及整改措施", "偏差原因分析及整改措施", "偏差分析"),
        *("未完成原因及改进措施", "未完成原因分析及改进措施", "未完成原因及拟采取的改进措施", "偏差说明"),
        *("偏差原因说明", "未完成原因说明", "偏差原因及措施", "扣分原因", "扣分原因及改进措施", "偏差情况说明"),
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

    It stands above the row of heads, beside the table, under a head that no column has or that another column has
    already, in a row of totals, or on a cell that nobody fills in. Of a whole form also: where nothing is known to stand, or as a figure that
    the program calculates otherwise; what is no number is in its cell, but only as a text.
    Of a cell of a file: a formula whose result is not stored, an error of a formula, a number of more digits than a
    spreadsheet keeps, or a fraction where a percentage may be meant.
    Also a text that is struck out or hidden there, a number shown with fewer digits than are stored or in thousands, a
    row of # for a figure that is too wide, a sign that only its font knows, a text in a box over the table, and a list
    to choose from without a choice.
    Of a text without cells: what was put together by its order alone, and may belong elsewhere.
    Of amounts: a unit that another one nearer to them contradicts, and one that is named nowhere.
    Of any: a text with more characters than its cell takes.
    """

    ABOVE = "above"
    SAME_HEAD = "same_head"
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
    STRUCK = "struck"
    HIDDEN = "hidden"
    SHORTENED = "shortened"
    SCALED = "scaled"
    NARROW = "narrow"
    SYMBOL = "symbol"
    TEXT_BOX = "text_box"
    UNCHOSEN = "unchosen"
    OTHER_UNIT = "other_unit"
    NO_UNIT = "no_unit"
    UNSURE = "unsure"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class RefusedText:
    """A text of the block, at that place in it, counted from 0."""

    row: int
    column: int
    text: str
    reason: Refusal


class NoteReason(StrEnum):
    """Why a head is taken for one that it does not say word for word.

    It nearly is that one, or it is the last column behind the scores, or the only other head of the goals.
    """

    NEAR = "near"
    LAST = "last"
    ONLY = "only"


@dataclass(frozen=True, slots=True)
class ReadNote:
    """A head at that place in the block, and the name that it was taken for. It is no doubt."""

    row: int
    column: int
    text: str
    reason: NoteReason
    meaning: str


@dataclass(frozen=True, slots=True)
class IndicatorHeads:
    """The heads of the indicators: where the rows below them begin, and the grid's column for each of the block's.

    Without heads 0 and no places; a place is None where the grid has no such column. `doubled` are columns of the
    block whose head means what one before it does.
    """

    begin: int = 0
    places: tuple[int | None, ...] = ()
    doubled: frozenset[int] = frozenset()
    notes: tuple[ReadNote, ...] = ()

    @property
    def count(self) -> int:
        """How many columns are known."""
        return sum(place is not None for place in self.places)


@dataclass(frozen=True, slots=True)
class PasteResult:
    """The form with the block in it: so many rows of the form hold something of it, from `first` on."""

    form: Form
    first: int
    rows: int
    refused: tuple[RefusedText, ...]
    notes: tuple[ReadNote, ...] = ()


def paste_rows(  # noqa: PLR0913 - what is pasted, where, and how
    form: Form,
    template: Template,
    block: Sequence[Sequence[str]],
    row: int,
    column: int,
    *,
    fills_levels: bool = True,
    progress: Callable[[int, int], object] | None = None,
) -> PasteResult:
    """Put the block in, its upper left cell into that cell of the grid; missing rows are added in the same group.

    A row of heads in the block decides the columns, and only what stands below it goes in. Level cells left blank
    are filled from above, as they come from merged cells, unless the block says it all; levels are named as the
    template names them; rows of totals are left out. A target in one text is split where the template splits it.
    A figure that is the program's own stays calculated, and text that is no number stays in its cell, marked.
    `progress` is told of the rows; what it raises ends the work.
    """
    columns = template.indicators.columns
    heads = find_heads(block, columns)
    begin, places = heads.begin, heads.places
    refused = list(_left_out_texts(block, heads))
    if not places:
        places = tuple(range(column, column + _block_width(block)))
    lines, more = _read_block_lines(block[begin:], columns, places, above=begin)
    refused += more
    grown = _add_missing_rows(form, row + len(lines))
    watched = _watched_lines(lines, progress)
    grown = _with_lines(grown, template, row, watched, fills_levels=fills_levels)
    form = _clear_calculated_scores(form, grown, template, row, lines)
    return PasteResult(form, row, len(lines), tuple(refused), heads.notes)


def _block_width(block: Sequence[Sequence[str]]) -> int:
    return max(map(len, block), default=0)


def find_heads(block: Sequence[Sequence[str]], columns: Sequence[Column]) -> IndicatorHeads:
    """The row that names the most columns, at least two. The last column behind the scores is that of the reasons."""
    known = _columns_by_name(columns)
    counts = [len({labels.find_by_label(known, text) for text in texts} - {None}) for texts in block]
    best = max(counts, default=0)
    if best < _FEWEST_HEADS:
        return IndicatorHeads()
    row = counts.index(best)
    texts = block[row]
    matched = labels.match_labels(known, texts)
    meanings = dict(matched.meanings)
    notes = [
        ReadNote(row, column, texts[column], NoteReason.NEAR, columns[meanings[column]].heading)
        for column in matched.near
    ]
    reason = _reason_column(texts, matched, columns)
    if reason is not None:
        column, meanings[column] = reason
        notes.append(ReadNote(row, column, texts[column], NoteReason.LAST, columns[meanings[column]].heading))
    places = tuple(meanings.get(column) for column in range(len(texts)))
    return IndicatorHeads(row + 1, places, matched.doubled, tuple(notes))


def is_head(text: str, columns: Sequence[Column]) -> bool:
    """Whether the text alone names a column."""
    return labels.find_by_label(_columns_by_name(columns), text) is not None


def _columns_by_name(columns: Sequence[Column]) -> dict[str, int]:
    known = {labels.bare_label(name): place for place, column in enumerate(columns) for name in _column_names(column)}
    return known | {
        name(column.heading): place
        for name in (labels.core_label, labels.bare_label)
        for place, column in enumerate(columns)
    }


def _reason_column(
    texts: Sequence[str], matched: labels.MatchedLabels[int], columns: Sequence[Column]
) -> tuple[int, int] | None:
    """The block's last column where its head is unknown and stands behind that of the scores, and the grid's of the reasons."""
    keys: list[str] = [column.key for column in columns]
    last = max((column for column, text in enumerate(texts) if text.strip()), default=0)
    scores = [column for column, place in matched.meanings.items() if keys[place] == "score"]
    if "deviation" not in keys or keys.index("deviation") in matched.meanings.values() or not scores:
        return None
    is_free = last not in matched.meanings and last not in matched.doubled and last > scores[0]
    return (last, keys.index("deviation")) if is_free else None


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


def _left_out_texts(block: Sequence[Sequence[str]], heads: IndicatorHeads) -> Iterator[RefusedText]:
    """What stands above the heads, and heads that no free column has where something stands below them."""
    head = heads.begin - 1
    for row, texts in enumerate(block[: max(head, 0)]):
        if any(texts):
            yield RefusedText(row, 0, " ".join(filter(None, texts)), Refusal.ABOVE)
    for column, place in enumerate(heads.places):
        if place is None and any(texts[column].strip() for texts in block[head + 1 :] if not is_total(texts)):
            reason = Refusal.SAME_HEAD if column in heads.doubled else Refusal.NO_COLUMN
            yield RefusedText(head, column, block[head][column], reason)


def _add_missing_rows(form: Form, count: int) -> Form:
    """The form with rows added until there are so many, in the group of the last one."""
    missing = count - len(form.indicators)
    if missing <= 0:
        return form
    last = form.indicators[-1] if form.indicators else Indicator()
    first = max((row.key for row in form.indicators), default=0) + 1
    fresh = (Indicator(key, level1=last.level1, level2=last.level2) for key in range(first, first + missing))
    return edits.with_rows(form, [*form.indicators, *fresh])


def _watched_lines(lines: Sequence[RowTexts], progress: Callable[[int, int], object] | None) -> Iterator[RowTexts]:
    for number, line in enumerate(lines):
        if progress is not None and number % _ROWS_AT_ONCE == 0:
            progress(number, len(lines))
        yield line


def _with_lines(form: Form, template: Template, first: int, lines: Iterable[RowTexts], *, fills_levels: bool) -> Form:
    """The form with the lines in its rows from the first on.

    Each is put into a form of that row alone, so that thousands of rows are not copied for each cell.
    """
    rows, unread, alone = list(form.indicators), dict(form.unread), form
    by_row: dict[object, list[FieldRef]] = {}
    for cell in form.unread:
        by_row.setdefault(cell.row if cell.part == "indicators" else None, []).append(cell)
    for place, line in enumerate(lines, start=first):
        own = by_row.get(place, [])
        alone = replace(
            alone,
            indicators=(rows[place],),
            unread={replace(cell, row=0): unread.pop(cell) for cell in own},
        )
        if fills_levels:
            above = None if place == first else rows[place - 1]
            line = _fill_levels_down(rows[place], above, template, line)  # noqa: PLW2901
        alone = _with_line(alone, template, line)
        rows[place] = alone.indicators[0]
        unread |= {replace(cell, row=place): text for cell, text in alone.unread.items()}
    return replace(form, indicators=tuple(rows), unread=unread, annotations=alone.annotations)


def _fill_levels_down(row: Indicator, above: Indicator | None, template: Template, line: RowTexts) -> RowTexts:
    """The line with its blank levels as the row above has them, else as that row has them by itself."""
    filled = dict(line)
    changed_level = False
    for place, column in enumerate(template.indicators.columns):
        if column.kind != "level" or place not in line:
            continue
        over = _level_of(above, column.key)
        text = level_text(line[place].strip(), template)
        if not text and not changed_level:
            filled[place] = over or _level_of(row, column.key)
        changed_level = changed_level or bool(text and text != over)
    return filled


def _level_of(row: Indicator | None, key: str) -> str:
    if row is None:
        return ""
    return row.level1 if key == "level1" else row.level2


def _with_line(form: Form, template: Template, line: RowTexts) -> Form:
    """The form of one row with the line in it."""
    texts: dict[str, str] = {}
    for place, column in enumerate(template.indicators.columns):
        text = line.get(place)
        if text is not None:
            text = level_text(text.strip(), template) if column.kind == "level" else text
            cell = FieldRef.indicator(0, column.key, extra=column.extra)
            if not column.extra and not edits.is_numeric(cell):
                texts[column.key] = text
            elif text != edits.cell_text(form, cell) or form.annotations.origins:
                form = edits.set_cell(form, cell, text)
    form = edits.set_row_texts(form, 0, texts)
    split = split_row(form.indicators[0], template)
    return form if split is form.indicators[0] else replace(form, indicators=(split,))


def _clear_calculated_scores(
    before: Form, form: Form, template: Template, first: int, lines: Sequence[RowTexts]
) -> Form:
    """The form with pasted scores cleared where they equal the calculated ones, so that they go on being calculated."""
    kinds = [column.kind for column in template.indicators.columns]
    came = [first + offset for offset, line in enumerate(lines) if kinds.index("score") in line]
    scores = [FieldRef.indicator(row, "score") for row in came]
    new = [cell for cell in scores if edits.cell_value(form, cell) != edits.cell_value(before, cell)]
    return clear_calculated_cells(form, template, new)
