"""The form laid out as labelled cells and spans: what the window previews, the paper shows and a spreadsheet holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from selfeval_desktop.domain.form import amounts, edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.merged_levels import level_spans
from selfeval_desktop.domain.form.template import Align, Column, HeadCell, SheetColumn, Template
from selfeval_desktop.domain.layout import cell_texts
from selfeval_desktop.domain.layout.cell_texts import number_format, number_text
from selfeval_desktop.domain.scoring.scores import Figures, level_text


class Role(StrEnum):
    """What a cell is for; the writers choose type and background by it."""

    LABEL = "label"
    HEAD = "head"
    VALUE = "value"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One cell of the grid, `row` and `column` counted from 0, spans at least 1.

    `text` is what the paper shows. `number` is the same value for a spreadsheet where the cell is
    numeric (`number_format` in spreadsheet notation), else None. `field` is the cell of the form a
    click on it leads to; labels that stand for no field have None.
    """

    row: int
    column: int
    text: str
    role: Role = Role.VALUE
    align: Align = "center"
    row_span: int = 1
    column_span: int = 1
    field: FieldRef | None = None
    number: Decimal | None = None
    number_format: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form ready to be drawn: title lines, one grid, and the lines below it.

    `repeated` maps a row to the head rows that are drawn again when a page begins with it or a row
    below it up to the next such range: (first row, last row, head rows). Cells are in reading order.
    `signature` holds the labels of the optional last lines ("填表人:", …), empty when there are none, of which
    `per_line` stand side by side, 0 for all. `notes` are lines of print between table and signature.
    `name` and `author` are what a reader calls the sheet and who made it: the project and the unit.
    `least_heights` are those of the rows in mm, where they matter more than what the rows hold; empty
    where they do not. `money_unit` is that of the funds, "" on a sheet without any.
    """

    title: str
    subtitle: str
    columns: tuple[SheetColumn, ...]
    row_count: int
    cells: tuple[SheetCell, ...]
    repeated: tuple["RepeatedHead", ...]
    signature: tuple[str, ...]
    name: str
    author: str = ""
    language: str = "zh-CN"
    least_heights: tuple[float, ...] = ()
    per_line: int = 0
    notes: tuple[str, ...] = ()
    money_unit: str = ""

    @property
    def signature_lines(self) -> tuple[tuple[str, ...], ...]:
        """The labels of each of the last lines."""
        count = self.per_line or len(self.signature) or 1
        places = range(0, len(self.signature), count)
        return tuple(self.signature[place : place + count] for place in places)


@dataclass(frozen=True, slots=True)
class RepeatedHead:
    """Rows `first`…`last` carry the head row `head` again at the top of each page that they reach."""

    head: int
    first: int
    last: int


def lay_out(form: Form, template: Template, evaluation: Figures, *, signature: bool | None = None) -> Sheet:
    """The form as its template prints it. `signature` None means as the template says."""
    grid = _SheetGrid(form, template, evaluation)
    for row in template.head:
        grid.add_row(row)
    grid.add_funds()
    repeated = (*grid.add_goals(), *grid.add_indicators())
    grid.add_total()
    for row in template.foot:
        grid.add_row(row)
    year = "    " if form.year is None else str(form.year)
    title, subtitle = title_lines(template, year, form.project_name)
    return Sheet(
        title=title,
        subtitle=subtitle,
        columns=template.columns,
        row_count=grid.next_row,
        cells=tuple(grid.cells),
        repeated=repeated,
        signature=_signature_labels(form, template, signature),
        name=form.project_name,
        author=form.unit,
        least_heights=tuple(grid.heights) if any(grid.heights) else (),
        per_line=template.signature.per_line,
        notes=template.notes,
        money_unit=form.money_unit,
    )


def title_lines(template: Template, year: str, project_name: str) -> tuple[str, str]:
    """Both lines above the table, with that year and project in them."""
    title, line = (
        text.format(year=year, project_name=" ".join(project_name.split()))
        for text in (template.title, template.year_line)
    )
    return title, line


def _signature_labels(form: Form, template: Template, shown: bool | None) -> tuple[str, ...]:
    if not (template.signature.shown if shown is None else shown):
        return ()
    return tuple(f"{cell.label}：{form.fields.get(cell.key, '')}" for cell in template.signature.cells)


class _SheetGrid:
    """The cells in reading order; `row` is the next free row."""

    def __init__(self, form: Form, template: Template, figures: Figures) -> None:
        self.form = form
        self.template = template
        self.figures = figures
        self.cells: list[SheetCell] = []
        self.heights: list[float] = []

    @property
    def next_row(self) -> int:
        return len(self.heights)

    def add_row(self, cells: tuple[HeadCell, ...]) -> None:
        """Labels and values of one row of the form's head or foot."""
        column = 0
        for cell in cells:
            if cell.field:
                field = FieldRef.parse(cell.field)
                self._add_cell(column, self._printed_text(field), align=cell.align, span=cell.span, field=field)
            else:
                self._add_cell(column, cell.text, Role.LABEL, align=cell.align, span=cell.span)
            column += cell.span
        self._end_row(max((cell.height for cell in cells), default=0.0))

    def add_funds(self) -> None:
        """The funds block: one head row, then a row for each of the template's."""
        layout = self.template.funds
        label = layout.side.text.format(money_unit=self.form.money_unit)
        self._add_cell(0, label, Role.LABEL, span=layout.side.span, rows=len(layout.rows) + 1)
        start = layout.side.span
        self._add_cell(start, "", Role.HEAD, span=layout.label_span)
        self._add_headings(start + layout.label_span, layout.printed_columns)
        self._end_row()
        for row in layout.rows:
            self._add_cell(start, row.label, Role.LABEL, span=layout.label_span)
            column = start + layout.label_span
            for entry in layout.printed_columns:
                self._add_fund_cell(column, row.key, entry)
                column += entry.span
            self._end_row()

    def add_goals(self) -> tuple[RepeatedHead, ...]:
        """The yearly goals, where the template has any: one head row, one row of long texts."""
        layout = self.template.goals
        if not layout.columns:
            return ()
        self._add_cell(0, layout.side.text, Role.LABEL, span=layout.side.span, rows=2)
        column = layout.side.span
        for entry in layout.columns:
            self._add_cell(column, entry.heading, Role.HEAD, span=entry.span)
            column += entry.span
        self._end_row()
        column = layout.side.span
        for entry in layout.columns:
            text = getattr(self.form.goals, entry.key)
            self._add_cell(column, text, align="left", span=entry.span, field=FieldRef.goal(entry.key))
            column += entry.span
        self._end_row()
        return (RepeatedHead(self.next_row - 2, self.next_row - 1, self.next_row - 1),)

    def add_indicators(self) -> tuple[RepeatedHead, ...]:
        """The indicator grid: one head row that each further page repeats, then a row for each indicator."""
        layout, rows = self.template.indicators, self.form.indicators
        self._add_cell(0, layout.side.text, Role.LABEL, span=layout.side.span, rows=len(rows) + 1)
        self._add_headings(layout.side.span, layout.printed_columns)
        head = self.next_row
        self._end_row()
        merged = {(column, first): count for column, first, count in level_spans(self.form)}
        for place in range(len(rows)):
            column = layout.side.span
            for entry in layout.printed_columns:
                if entry.kind != "level" or (entry.key, place) in merged:
                    self._add_indicator_cell(column, place, entry, merged.get((entry.key, place), 1))
                column += entry.span
            self._end_row()
        return (RepeatedHead(head, head + 1, self.next_row - 1),) if rows else ()

    def add_total(self) -> None:
        """The row below the indicators: full weight and total score below their columns."""
        layout = self.template.indicators
        totals = {"weight": self.figures.weight_total, "score": self.figures.score_total}
        first = next(place for place, entry in enumerate(layout.printed_columns) if entry.key in totals)
        span = layout.side.span + sum(entry.span for entry in layout.printed_columns[:first])
        self._add_cell(0, layout.total_label, Role.LABEL, span=span)
        column = span
        for entry in layout.printed_columns[first:]:
            if entry.key in totals:
                self._add_number(column, totals[entry.key], entry, FieldRef.indicators(), role=Role.TOTAL)
            else:
                self._add_cell(column, "", Role.TOTAL, span=entry.span)
            column += entry.span
        self._end_row()

    def _end_row(self, height: float = 0.0) -> None:
        """Go on to the next row; this one is at least so many mm high."""
        self.heights.append(height)

    def _printed_text(self, field: FieldRef) -> str:
        """What paper shows of a cell of head or foot: of a choice all its boxes."""
        text = edits.cell_text(self.form, field)
        further = self.template.further_field(field.column) if field.extra else None
        return cell_texts.ticked_choices(further.choices, text) if further and further.kind == "choice" else text

    def _add_headings(self, column: int, entries: Iterable[Column]) -> None:
        for entry in entries:
            self._add_cell(column, entry.heading, Role.HEAD, span=entry.span)
            column += entry.span

    def _add_fund_cell(self, column: int, row: str, entry: Column) -> None:
        if entry.kind == "amount":
            field = FieldRef.fund(row, entry.key)
            self._add_number(column, self.figures.funds[row].amount(entry.key), entry, field)
        elif entry.kind == "text":
            field = FieldRef.fund(row, entry.key, extra=True)
            self._add_cell(column, edits.cell_text(self.form, field), align=entry.align, span=entry.span, field=field)
        elif row != "total":
            blank = "" if entry.kind == "rate" else self.template.funds.part_blank
            self._add_cell(column, blank, span=entry.span)
        elif entry.kind == "rate":
            self._add_number(column, self.figures.execution_rate, entry, FieldRef.fund("total", "executed"))
        elif entry.kind == "weight":
            self._add_number(column, self.template.execution.weight, entry, None)
        else:
            self._add_number(column, self.figures.execution_score, entry, FieldRef.head("execution_score"))

    def _add_indicator_cell(self, column: int, place: int, entry: Column, rows: int) -> None:
        field = FieldRef.indicator(place, entry.key, extra=entry.extra)
        if entry.kind == "weight":
            self._add_number(column, self.form.indicators[place].weight, entry, field)
        elif entry.kind == "score":
            typed, own = self.form.indicators[place].score, self.figures.calculated_scores[place]
            self._add_number(column, own if typed is None else typed, entry, field)
        else:
            text = edits.cell_text(self.form, field)
            if entry.kind == "level":
                text = self._level_label(text, entry.key)
            self._add_cell(column, text, align=entry.align, span=entry.span, rows=rows, field=field)

    def _level_label(self, text: str, key: str) -> str:
        """A level as the template prints it; of a class with the points that its rows have, or are to have."""
        name = level_text(text, self.template)
        known = next((each for each in self.figures.class_weights if each.name == name), None)
        if key != "level1" or known is None:
            return name
        weight = amounts.plain_number(known.found or known.expected)
        return self.template.indicators.level1_text.format(name=name, weight=weight)

    def _add_number(
        self,
        column: int,
        value: Decimal | None,
        entry: Column,
        field: FieldRef | None,
        *,
        role: Role = Role.VALUE,
    ) -> None:
        text = "" if value is None else number_text(value, entry.kind, entry.places)
        if field is not None and field in self.form.unread:
            text, value = self.form.unread[field], None
        self._add_cell(
            column,
            text,
            role,
            align=entry.align,
            span=entry.span,
            field=field,
            number=value,
            number_format=number_format(entry),
        )

    def _add_cell(  # noqa: PLR0913 - a cell has as many sides as SheetCell
        self,
        column: int,
        text: str,
        role: Role = Role.VALUE,
        *,
        align: Align = "center",
        span: int = 1,
        rows: int = 1,
        field: FieldRef | None = None,
        number: Decimal | None = None,
        number_format: str = "",
    ) -> None:
        self.cells.append(SheetCell(self.next_row, column, text, role, align, rows, span, field, number, number_format))
