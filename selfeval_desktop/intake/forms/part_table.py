"""A table that is less than a whole form: the targets of a project before its year, or a list of indicators."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from selfeval_desktop.app.incoming import RecognisedKind
from selfeval_desktop.domain.form import amounts, edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Achievement
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.reading import labels
from selfeval_desktop.domain.reading.pasting import Refusal, find_heads
from selfeval_desktop.domain.reading.read_form import ReadForm
from selfeval_desktop.intake.forms import form_labels
from selfeval_desktop.intake.forms.form_labels import Vocabulary
from selfeval_desktop.intake.forms.form_parts import CellGrid, find_parts
from selfeval_desktop.intake.forms.form_table import read_form

_EXPECTED = FieldRef.goal("expected")
_PROJECT_LABEL = "项目名称"
_SIGNS: Mapping[str, str] = {"正向": "≥", "反向": "≤", "定性": ""}
_SIGN_HEADS = dict.fromkeys(("计算符号", "运算符号", "符号", "指标性质"), True)
_UNIT_HEADS = dict.fromkeys(("计量单位", "度量单位", "指标单位", "单位"), True)
_ACHIEVEMENTS: Mapping[str, Achievement] = {"达成": "met", "部分达成": "partly", "未达成": "unmet"}


def read_part(block: CellGrid, template: Template) -> tuple[RecognisedKind, ReadForm] | None:
    """The partial form and its kind; None where the heads name no indicators with targets or weights.

    What the table does not have is blank. Sign, figure and unit of a target in columns of
    their own become one text, where the template has no such columns.
    """
    width = max(map(len, block), default=0)
    even = [(*row, *[""] * (width - len(row))) for row in block]
    heads = find_heads(even, template.indicators.columns)
    begin, places = heads.begin, heads.places
    keys = {template.indicators.columns[place].key for place in places if place is not None}
    if "level3" not in keys or keys.isdisjoint({"target", "weight"}):
        return None
    words = form_labels.template_vocabulary(template)
    is_named = any(form_labels.names_project(words, text) for row in even[:begin] for text in row)
    has_funds = find_parts(even, template, words) is not None
    missing = [] if has_funds else [[column.heading for column in template.funds.columns]]
    missing += [] if is_named else [[_PROJECT_LABEL]]
    read = read_form(_with_label_rows(_with_whole_targets(even, begin - 1, places), missing), template)
    if read is None:
        return None
    read = _without_rows_above(read, len(missing))
    if is_named:
        read = _with_goal(read, even[:begin], words)
        return (RecognisedKind.FORM if has_funds or "actual" in keys else RecognisedKind.TARGETS), read
    return (RecognisedKind.FORM if has_funds else RecognisedKind.ROWS), _with_achievements(read)


def _with_label_rows(block: CellGrid, missing: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """The block with rows of labels on top, to the right of its own columns, so that the labels take none of its texts."""
    width, more = len(block[0]), max(map(len, missing), default=0)
    above = [(*[""] * width, *row, *[""] * (more - len(row))) for row in missing]
    return above + [(*row, *[""] * more) for row in block]


def _without_rows_above(read: ReadForm, count: int) -> ReadForm:
    """The form with its doubts at the rows of the original block."""
    doubts = (replace(each, row=each.row - count) for each in read.doubts if each.row >= count)
    notes = (replace(each, row=each.row - count) for each in read.notes)
    return replace(read, doubts=tuple(doubts), notes=tuple(notes))


def _with_whole_targets(block: CellGrid, head: int, places: Sequence[int | None]) -> CellGrid:
    """The block with sign, figure and unit joined in the columns of targets and results, the others blank."""
    free = {column: text for column, text in enumerate(block[head]) if places[column] is None}
    sign = next((column for column, text in free.items() if labels.find_by_label(_SIGN_HEADS, text)), None)
    unit = next((column for column, text in free.items() if labels.find_by_label(_UNIT_HEADS, text)), None)
    if sign is None and unit is None:
        return block
    heads = list(map(labels.core_label, block[head]))
    target = next((column for column, text in enumerate(heads) if text.endswith(("指标值", "目标值"))), None)
    actual = next((column for column, text in enumerate(heads) if text.endswith("完成值")), None)
    whole = [list(row) for row in block]
    for row in whole[head:]:
        before, after = ("" if column is None else row[column].strip() for column in (sign, unit))
        for column in (sign, unit):
            if column is not None:
                row[column] = ""
        if row is whole[head]:
            continue
        if target is not None and row[target].strip():
            row[target] = _figure_with_unit(_SIGNS.get(before, before), row[target].strip(), after)
        if actual is not None and row[actual].strip():
            row[actual] = _figure_with_unit("", row[actual].strip(), after)
    return whole


def _figure_with_unit(sign: str, text: str, unit: str) -> str:
    """A figure with its sign and unit; words need none."""
    try:
        if amounts.parse(text) is None:
            return text
    except amounts.NotAnAmount:
        return text
    return f"{sign}{text}{unit}"


def _with_goal(read: ReadForm, above: CellGrid, words: Vocabulary) -> ReadForm:
    """The form with the goal read from the right of its label, where there is no head above it."""
    if read.form.goals.expected:
        return read
    for number, row in enumerate(above):
        filled = [(column, text) for column, text in enumerate(row) if text.strip()]
        for (_, label), (column, text) in pairwise(filled):
            if "目标" in label and labels.find_by_label(words.sides, label) and not _is_label(words, text):
                return replace(
                    read,
                    form=edits.set_cell(read.form, _EXPECTED, text.strip()),
                    taken=(*read.taken, _EXPECTED),
                    doubts=tuple(
                        each
                        for each in read.doubts
                        if (each.row, each.column, each.reason) != (number, column, Refusal.UNKNOWN)
                    ),
                )
    return read


def _is_label(words: Vocabulary, text: str) -> bool:
    return any(labels.find_by_label(names, text) for names in (words.sides, words.goals)) or len(text.strip()) < 4


def _with_achievements(read: ReadForm) -> ReadForm:
    """The form with 达成情况 set in each row whose result is such a word."""
    form = read.form
    for place, row in enumerate(form.indicators):
        if row.actual in _ACHIEVEMENTS:
            form = edits.set_achievement(form, place, _ACHIEVEMENTS[row.actual])
    return replace(read, form=form)
