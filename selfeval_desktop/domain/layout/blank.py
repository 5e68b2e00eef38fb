"""The official form as a blank, for filling in by hand: high rows, no figures, no marks. In Chinese, as the form is."""

from dataclasses import replace

from selfeval_desktop.domain.form.form import Form, Indicator, MoneyUnit
from selfeval_desktop.domain.form.template import LevelClass, Template
from selfeval_desktop.domain.layout.sheet import Role, Sheet, SheetCell, lay_out, title_lines
from selfeval_desktop.domain.scoring.scores import calculate_figures

BLANK = "空白"
USUAL_ROWS = 12
MOST_ROWS = 60

# mm: what a pen needs for a line, and for a few sentences.
_ROW = 8.5
_GOALS = 38.0
# Room to write the year and the name of the project into.
_YEAR = "　　　　"
_PROJECT = "　　　　　　　　"


def blank_sheet(
    template: Template,
    rows: int = USUAL_ROWS,
    *,
    money_unit: MoneyUnit = "元",
    levels: bool = True,
    signature: bool = False,
) -> Sheet:
    """The blank with that many indicator rows; `levels` prints the template's first and second levels in them.

    Of the figures only those stand that hold for every form: the weight of the spending and the full mark.
    """
    form = Form(template.id, money_unit=money_unit, indicators=_blank_indicator_rows(template, rows, levels=levels))
    known = replace(calculate_figures(form, template), weight_total=template.full_mark)
    sheet = lay_out(form, template, known, signature=signature)
    heights = [max(_ROW, least) for least in sheet.least_heights or [_ROW] * sheet.row_count]
    for cell in sheet.cells:
        if cell.field is not None and cell.field.part == "goals":
            heights[cell.row] = _GOALS
    title, subtitle = title_lines(template, _YEAR, _PROJECT)
    return replace(
        sheet,
        title=title,
        subtitle=subtitle,
        cells=tuple(_blank_cell(cell, template) for cell in sheet.cells),
        name="".join(title.split()),
        least_heights=tuple(heights),
    )


def _blank_cell(cell: SheetCell, template: Template) -> SheetCell:
    """Calculated figures go, all but the weights; what is printed in advance is a label."""
    if cell.number is not None and cell.field is not None and cell.number != template.full_mark:
        return replace(cell, field=None, text="", number=None, number_format="")
    is_printed = cell.field is not None and cell.text and cell.number is None
    return replace(cell, field=None, role=Role.LABEL if is_printed else cell.role)


def _blank_indicator_rows(template: Template, rows: int, *, levels: bool) -> tuple[Indicator, ...]:
    named = _level_rows(template.levels, rows) if levels else []
    blanks = [Indicator(key) for key in range(len(named) + 1, rows + 1)]
    return (*(replace(row, key=key) for key, row in enumerate(named, start=1)), *blanks)


def _level_rows(classes: tuple[LevelClass, ...], rows: int) -> list[Indicator]:
    """A row for each second level, and more where more points lie; with fewer rows the first levels alone."""
    pairs = [(level, name) for level in classes for name in level.level2 or ("",)]
    if rows < len(pairs):
        pairs = [(level, "") for level in classes]
    if rows < len(pairs):
        return []
    shares = [level.weight / sum(other is level for other, _ in pairs) for level, _ in pairs]
    counts = [1] * len(pairs)
    for _ in range(rows - len(pairs)):
        place = max(range(len(pairs)), key=lambda place: shares[place] / (counts[place] + 1))
        counts[place] += 1
    return [
        Indicator(level1=level.name, level2=name)
        for (level, name), count in zip(pairs, counts, strict=True)
        for _ in range(count)
    ]
