"""Imported figures that equal the calculated ones: their cells become blank, which means "as calculated"."""

from collections.abc import Iterable
from decimal import Decimal

from selfeval_desktop.domain.form import amounts, edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.scoring.scores import Figures, calculate_figures


def clear_calculated_cells(form: Form, template: Template, came: Iterable[FieldRef]) -> Form:
    """The form with those of the imported cells blank whose figure the program calculates too; others stay typed.

    Totals are compared before the scores that follow from them.
    """
    cells = [cell for cell in came if _is_calculated(cell) and edits.cell_value(form, cell) is not None]
    for is_amount in (True, False):
        form = _clear_matching_cells(form, template, [cell for cell in cells if (cell.part == "funds") is is_amount])
    return form


def _clear_matching_cells(form: Form, template: Template, cells: list[FieldRef]) -> Form:
    cleared = form
    for cell in cells:
        cleared = edits.set_cell(cleared, cell, "")
    own = calculate_figures(cleared, template)
    for cell in cells:
        if not _is_own_figure(cell, edits.cell_value(form, cell), _calculated_figure(own, cell)):
            cleared = edits.set_cell(cleared, cell, edits.cell_text(form, cell))
    return cleared


def _is_own_figure(cell: FieldRef, found: object, own: Decimal | None) -> bool:
    """Whether the cell's figure is the calculated one; a score may have been kept with more than its two places."""
    if cell.part != "funds" and isinstance(found, Decimal) and own is not None:
        return amounts.round_half_up(found) == amounts.round_half_up(own)
    return found == own


def _is_calculated(cell: FieldRef) -> bool:
    """Whether a blank in this cell stands for a calculated figure."""
    if cell.part == "funds":
        return cell.row == "total" and cell.column in edits.MONEY_COLUMNS
    return not cell.extra and cell.column in {"execution_score", "score"}


def _calculated_figure(own: Figures, cell: FieldRef) -> Decimal | None:
    if cell.part == "funds":
        return own.calculated_total.amount(cell.column)
    return own.calculated_scores[cell.row] if isinstance(cell.row, int) else own.calculated_execution_score
