"""What the manual says of a field or column: what belongs there, an example, what the checker looks for."""

from collections.abc import Mapping
from dataclasses import dataclass

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.funds import COLUMNS

_EXECUTION_SCORE = FieldRef.head("execution_score")


@dataclass(frozen=True, slots=True)
class FieldHelp:
    """One entry of the manual; `example` is "" where none would help, `looks_for` are whole sentences."""

    what: str
    example: str = ""
    looks_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldManual:
    """The entries by part of the form and by key; `further` are a template's own fields outside the tables.

    `other` stands for whatever has no entry of its own.
    """

    head: Mapping[str, FieldHelp]
    further: Mapping[str, FieldHelp]
    fund_columns: Mapping[str, FieldHelp]
    fund_rows: Mapping[str, FieldHelp]
    goals: Mapping[str, FieldHelp]
    indicators: Mapping[str, FieldHelp]
    other: FieldHelp

    def help_for_field(self, field: FieldRef) -> FieldHelp:
        """The entry of a cell; for an amount of the funds those of its column and of its row put together.

        A FieldRef of the funds without a row means the whole column, one with an empty column the whole row.
        """
        match field.part:
            case "head" if field == _EXECUTION_SCORE:
                return self.help_for_field(FieldRef.fund("total", "score"))
            case "head":
                return (self.further if field.extra else self.head).get(field.column, self.other)
            case "goals":
                return self.goals.get(field.column, self.other)
            case "funds":
                return self._help_for_funds(field)
            case "indicators":
                return self.indicators.get(field.column, self.other)

    def _help_for_funds(self, field: FieldRef) -> FieldHelp:
        column = self.fund_columns.get(field.column)
        row = self.fund_rows.get(str(field.row)) if field.column in {*COLUMNS, ""} else None
        if column is None or row is None:
            return column or row or self.other
        return FieldHelp(f"{column.what}\n{row.what}", column.example or row.example, column.looks_for + row.looks_for)
