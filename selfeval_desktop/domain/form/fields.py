"""The address of one cell of a form, and its one text form."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

FieldPart = Literal["head", "funds", "goals", "indicators"]

_TEXT = re.compile(
    r"(?P<head>[a-z_0-9]+)"
    r"|fields\.(?P<head_extra>[a-z_0-9]+)"
    r"|funds\.(?P<fund>[a-z_0-9]+)(?:\.(?P<fund_extra>fields))?\.(?P<fund_column>[a-z_0-9]+)"
    r"|goals\.(?P<goal>[a-z_0-9]+)"
    r"|indicators\[(?P<row>[0-9]+)\](?:\.(?P<row_extra>fields))?\.(?P<column>[a-z_0-9]+)"
)


@dataclass(frozen=True, slots=True, order=True)
class FieldRef:
    """One cell: `project_name`, `funds.total.annual`, `indicators[0].fields.unit`, …

    `row` is a fund row's key or an indicator's place (from 0), None elsewhere. `extra` marks a
    template's own further column. `indicators` alone stands for the whole grid.
    """

    part: FieldPart
    column: str
    row: str | int | None = None
    extra: bool = False

    def __str__(self) -> str:
        column = f"fields.{self.column}" if self.extra else self.column
        match self.part:
            case "head":
                return column
            case "indicators":
                return "indicators" if self.row is None else f"indicators[{self.row}].{column}"
            case "funds":
                return f"funds.{self.row}.{column}"
            case "goals":
                return f"goals.{column}"

    @staticmethod
    def head(column: str, *, extra: bool = False) -> "FieldRef":
        """A cell above or below the tables: project_name, year, execution_score, fields.contact."""
        return _cached_ref("head", column, None, extra)

    @staticmethod
    def fund(row: str, column: str, *, extra: bool = False) -> "FieldRef":
        """A cell of the funds table; `row` is the template's key of the row."""
        return _cached_ref("funds", column, row, extra)

    @staticmethod
    def goal(column: str) -> "FieldRef":
        """`expected` or `actual` of the yearly goals."""
        return _cached_ref("goals", column, None, extra=False)

    @staticmethod
    def indicator(row: int, column: str, *, extra: bool = False) -> "FieldRef":
        """A cell of the indicator grid; `row` counts from 0."""
        return _cached_ref("indicators", column, row, extra)

    @staticmethod
    def indicators() -> "FieldRef":
        """The indicator grid as a whole."""
        return _cached_ref("indicators", "", None, extra=False)

    @staticmethod
    def parse(text: str) -> "FieldRef":
        """The inverse of `str`; ValueError for anything that is no address."""
        if text == "indicators":
            return FieldRef.indicators()
        found = _TEXT.fullmatch(text)
        if found is None:
            raise ValueError(text)
        if found["head"]:
            return FieldRef.head(found["head"])
        if found["head_extra"]:
            return FieldRef.head(found["head_extra"], extra=True)
        if found["fund"]:
            return FieldRef.fund(found["fund"], found["fund_column"], extra=found["fund_extra"] is not None)
        if found["goal"]:
            return FieldRef.goal(found["goal"])
        return FieldRef.indicator(int(found["row"]), found["column"], extra=found["row_extra"] is not None)


@cache
def _cached_ref(part: FieldPart, column: str, row: str | int | None, extra: bool) -> FieldRef:
    return FieldRef(part, column, row, extra)
