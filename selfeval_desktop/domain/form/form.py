"""A form as its filler typed it: immutable values, no rule."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from selfeval_desktop.domain.form.annotations import BLANK_ANNOTATIONS, Annotations, ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef

Achievement = Literal["met", "partly", "unmet"]
MoneyUnit = Literal["元", "万元"]


@dataclass(frozen=True, slots=True)
class FundLine:
    """One row of the funds table, in the form's money unit; None is blank, in the total row "as calculated"."""

    initial: Decimal | None = None
    annual: Decimal | None = None
    executed: Decimal | None = None
    fields: Mapping[str, str] = field(default_factory=dict)

    def amount(self, column: str) -> Decimal | None:
        """The amount of one of the three money columns, by its name."""
        amount: Decimal | None = getattr(self, column)
        return amount


@dataclass(frozen=True, slots=True)
class Goals:
    """预期目标 and 实际完成情况."""

    expected: str = ""
    actual: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of the indicator grid.

    `key` never changes in the form's life, so that notes and history stay with a row that moves; it
    is no part of the row's value. `score` None means "as calculated".
    """

    key: int = field(default=0, compare=False)
    level1: str = ""
    level2: str = ""
    level3: str = ""
    target: str = ""
    actual: str = ""
    achievement: Achievement | None = None
    weight: Decimal | None = None
    score: Decimal | None = None
    deviation: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_blank(self) -> bool:
        """Nothing at all is filled in."""
        return self == BLANK_INDICATOR


BLANK_INDICATOR = Indicator()


@dataclass(frozen=True, slots=True)
class Form:
    """One 自评表. `unread` keeps the text of numeric cells that could not be read, by cell.

    `annotations` take no part in equality: they are neither printed nor exported. Nor does `template_version`,
    the version of the template that the form is filled in under; None is the newest one installed.
    """

    template: str
    year: int | None = None
    money_unit: MoneyUnit = "元"
    project_name: str = ""
    department: str = ""
    unit: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    funds: Mapping[str, FundLine] = field(default_factory=dict)
    execution_score: Decimal | None = None
    goals: Goals = Goals()
    indicators: tuple[Indicator, ...] = ()
    unread: Mapping[FieldRef, str] = field(default_factory=dict)
    annotations: Annotations = field(default=BLANK_ANNOTATIONS, compare=False)
    template_version: int | None = field(default=None, compare=False)

    def same_as(self, other: "Form") -> bool:
        """Equal, and with the same annotations and the same version of the template."""
        return (self, self.annotations, self.template_version) == (
            other,
            other.annotations,
            other.template_version,
        )

    def annotation_key(self, cell: FieldRef) -> FieldRef:
        """The address under which annotations keep the cell: an indicator row by its key instead of its number."""
        if cell.part != "indicators" or not isinstance(cell.row, int):
            return cell
        return FieldRef.indicator(self.indicators[cell.row].key, cell.column, extra=cell.extra)

    def annotated_cell(self, cell: FieldRef) -> FieldRef | None:
        """The inverse of `annotation_key`: the present address of an annotated cell; None where its row is gone."""
        if cell.part != "indicators" or not isinstance(cell.row, int):
            return cell
        place = next((place for place, row in enumerate(self.indicators) if row.key == cell.row), None)
        return None if place is None else FieldRef.indicator(place, cell.column, extra=cell.extra)

    def cell_origin(self, cell: FieldRef) -> ValueOrigin | None:
        """Where the value came from; None when the user typed or confirmed it, and for a row that is not there."""
        return self.annotations.origins.get(self.annotation_key(cell)) if self._can_have_annotation(cell) else None

    def cell_note(self, cell: FieldRef) -> str:
        """The private note on the cell; "" for none."""
        return self.annotations.notes.get(self.annotation_key(cell), "") if self._can_have_annotation(cell) else ""

    def _can_have_annotation(self, cell: FieldRef) -> bool:
        """Whether to look for an annotation: a table may still ask for a row that has just been deleted."""
        is_there = not isinstance(cell.row, int) or cell.row < len(self.indicators)
        return is_there and not self.annotations.is_blank

    def fund_line(self, row: str) -> FundLine:
        """The funds row of that key; a blank one where the form has none."""
        return self.funds.get(row, BLANK_FUND_LINE)


BLANK_FUND_LINE = FundLine()
