"""Level cells that are merged because neighbouring rows belong together."""

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.scoring.scores import level_name


def level_spans(form: Form) -> tuple[tuple[str, int, int], ...]:
    """The merged level cells, derived from the rows: (column, first row, number of rows), in order.

    Equal neighbours merge; a level-2 cell never reaches beyond its level-1 cell, and blanks never merge.
    """
    spans = []
    for column in ("level1", "level2"):
        first = 0
        for place in range(1, len(form.indicators) + 1):
            if place == len(form.indicators) or not _same_group(form, column, place):
                spans.append((column, first, place - first))
                first = place
    return tuple(spans)


def cell_on_paper(form: Form, field: FieldRef) -> FieldRef:
    """The cell that shows this one on paper: for a level the uppermost of its merged rows."""
    for column, first, count in level_spans(form):
        if field.column == column and field.row in range(first, first + count):
            return FieldRef.indicator(first, column)
    return field


def _same_group(form: Form, column: str, place: int) -> bool:
    above, row = form.indicators[place - 1], form.indicators[place]
    same = bool(level_name(row.level1)) and level_name(above.level1) == level_name(row.level1)
    if column == "level1":
        return same
    return same and bool(level_name(row.level2)) and level_name(above.level2) == level_name(row.level2)
