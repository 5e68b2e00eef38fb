"""What a sheet prints to name a cell: the label in its row and the heading of its column."""

from collections.abc import Mapping
from dataclasses import dataclass

from selfeval_desktop.domain.layout.sheet import Role, Sheet


@dataclass(frozen=True, slots=True)
class CellCaption:
    """`label` stands before the cell in its own row, `heading` over its column; each empty where there is none."""

    label: str
    heading: str


def find_cell_captions(sheet: Sheet) -> Mapping[tuple[int, int], CellCaption]:
    """The captions of all cells that are neither label nor head, by row and column."""
    found: dict[tuple[int, int], CellCaption] = {}
    headings: dict[int, str] = {}
    row, label = -1, ""
    for cell in sorted(sheet.cells, key=lambda cell: (cell.row, cell.column)):
        if cell.row != row:
            row, label = cell.row, ""
        if cell.role is Role.HEAD:
            headings |= dict.fromkeys(range(cell.column, cell.column + cell.column_span), _without_spaces(cell.text))
        elif cell.role is Role.LABEL:
            label = _without_spaces(cell.text) if cell.row_span == 1 else label
        else:
            found[cell.row, cell.column] = CellCaption(label, headings.get(cell.column, ""))
    return found


def _without_spaces(text: str) -> str:
    return "".join(text.split())
