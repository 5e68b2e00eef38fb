"""What a table shows in one cell, as a value: models make it, delegates draw it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from PySide6.QtCore import Qt

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Align, Column
from selfeval_desktop.domain.layout.cell_texts import number_text
from selfeval_desktop.domain.rules.findings import Finding, Severity

CELL = Qt.ItemDataRole.UserRole
"""The role under which a model gives a cell's `Cell`."""

WEIGHTS = (Severity.ERROR, Severity.WARNING, Severity.HINT)
"""The severities, the heaviest first."""


FindingsByField = Mapping[FieldRef, tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Cell:
    """`field` is None where the form keeps nothing.

    `calculated` is the program's own figure, "" where there is none: it is the `text`, in grey, while nothing
    is typed, and kept for the tooltip while something else is. `origin` and `note` are its annotations.
    """

    text: str = ""
    field: FieldRef | None = None
    align: Align = "center"
    findings: tuple[Finding, ...] = ()
    grey: bool = False
    calculated: str = ""
    editable: bool = False
    origin: ValueOrigin | None = None
    note: str = ""

    @property
    def is_overridden(self) -> bool:
        """Something other than the calculated figure was typed."""
        return bool(self.calculated) and not self.grey and self.text != self.calculated

    @property
    def marked_severity(self) -> Severity | None:
        """The heaviest finding."""
        return heaviest_severity(self.findings)


BLANK_CELL = Cell()


def overridable_cell(typed: str, calculated: str, field: FieldRef, align: Align, findings: tuple[Finding, ...]) -> Cell:
    """A calculated cell that can be overtyped: grey while nothing is typed and there is a calculated figure."""
    grey = not typed and bool(calculated)
    return Cell(typed or calculated, field, align, findings, grey, calculated, editable=True)


def with_annotations(cell: Cell, form: Form) -> Cell:
    """The cell with its annotations from the form."""
    if cell.field is None or form.annotations.is_blank:
        return cell
    return replace(cell, origin=form.cell_origin(cell.field), note=form.cell_note(cell.field))


def shown_number(form: Form, field: FieldRef, column: Column) -> str:
    """A typed number as the paper shows it, or the text that could not be read; "" while nothing is typed."""
    value = edits.cell_value(form, field)
    return number_text(value, column.kind, column.places) if isinstance(value, Decimal) else form.unread.get(field, "")


def heaviest_severity(findings: Iterable[Finding]) -> Severity | None:
    """The heaviest severity among the findings; None when there are none."""
    return min((finding.severity for finding in findings), key=WEIGHTS.index, default=None)


def findings_by_field(findings: Iterable[Finding]) -> dict[FieldRef, tuple[Finding, ...]]:
    """The findings of each cell, in their order."""
    found: dict[FieldRef, tuple[Finding, ...]] = {}
    for finding in findings:
        found[finding.field] = (*found.get(finding.field, ()), finding)
    return found
