"""The fields of a form in the order in which a portal asks for them, to be typed over there."""

from collections.abc import Sequence
from dataclasses import dataclass

from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.layout.sheet import Role, Sheet, SheetCell


@dataclass(frozen=True, slots=True)
class TypedField:
    """One field: its text on paper, and the text to type, for amounts without marks of thousands."""

    field: FieldRef
    shown: str
    typed: str


def typed_fields(sheet: Sheet, order: Sequence[str] = ()) -> tuple[TypedField, ...]:
    """All fields that hold anything, in the order of the paper.

    `order` is that of a portal where it is another: beginnings of FieldRef texts ("funds.current_year",
    "indicators", "goals"); what none of them names comes last.
    """
    fields: dict[FieldRef, TypedField] = {}
    for cell in sheet.cells:
        # A rate leads to the amount that it follows from: portals calculate it themselves.
        if cell.field is not None and cell.role is Role.VALUE and cell.text:
            fields.setdefault(cell.field, TypedField(cell.field, cell.text, _typed_text(cell)))
    return tuple(sorted(fields.values(), key=lambda each: _portal_rank(str(each.field), order)))


def _typed_text(cell: SheetCell) -> str:
    return cell.text if cell.number is None else amounts.plain_number(cell.number)


def _portal_rank(field: str, order: Sequence[str]) -> int:
    """The place of the longest beginning that is the field's."""
    fitting = [
        (len(start), place)
        for place, start in enumerate(order)
        if field == start or field.startswith((f"{start}.", f"{start}["))
    ]
    return max(fitting)[1] if fitting else len(order)
