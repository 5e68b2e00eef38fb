"""Widths of a sheet's base columns, fitted to what they hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from selfeval_desktop.domain.layout.sheet import Role, Sheet, SheetCell
from selfeval_desktop.output.pdf.manuscript import CellText, Manuscript
from selfeval_desktop.output.pdf.spreading import STEP, ColumnGrowth, TallCell

MM = 72 / 25.4

# Labels of up to so many characters stay on one line, and pieces of up to so many em are not torn.
_SHORT = 6
_WHOLE = 12.0
# This part of its minimum a column keeps when figures need the rest.
_TIGHT = 0.6
# A side label in a column of less than this many em stands upright, one character a line.
UPRIGHT_BELOW = 3.0
_EXACT = 1e-6


@dataclass(frozen=True, slots=True)
class CellMeasure:
    """Type size and the space at each side of a text, in points."""

    size: float
    pad: float

    def cell_width_points(self, em: float) -> float:
        """Width in points of a cell whose text takes so many em."""
        return em * self.size + 2 * self.pad

    def text_width_em(self, points: float) -> float:
        """What a cell of that width leaves for its text, in em."""
        return (points - 2 * self.pad) / self.size


def column_widths(manuscript: Manuscript, width: float, measure: CellMeasure) -> list[float]:
    """Widths in points that add up to `width`.

    Each column has its minimum, and more where a figure would not stay on one line. Of the rest, short
    labels and long words get what keeps them whole, the cheapest first; then it goes where it makes the
    sheet lower; what is left is dealt out by share to the columns that hold something. Where the figures
    are too much for the page, the minimums give way down to a part of them, then the figures.
    """
    columns = manuscript.sheet.columns
    least = [column.minimum * MM for column in columns]
    wanted = _widened_for_figures(least, manuscript, measure)
    if width >= sum(wanted):
        widths = _GrowingWidths(manuscript, width, measure, wanted)
        return widths.fit_columns()
    narrow = [column * _TIGHT for column in least]
    tight = _widened_for_figures(narrow, manuscript, measure)
    if width >= sum(tight):
        return _widths_between(tight, wanted, width)
    if width > sum(narrow):
        return _widths_between(narrow, tight, width)
    return [width * column / sum(narrow) for column in narrow]


def _widths_between(low: list[float], high: list[float], width: float) -> list[float]:
    part = (width - sum(low)) / (sum(high) - sum(low))
    return [less + (more - less) * part for less, more in zip(low, high, strict=True)]


def _widened_for_figures(widths: list[float], manuscript: Manuscript, measure: CellMeasure) -> list[float]:
    """The widths, raised where a figure needs it."""
    raised = list(widths)
    figures = (entry for entry in manuscript.entries if entry.is_figure)
    for entry in sorted(figures, key=lambda entry: entry.cell.column_span):
        span = _spanned_columns(entry.cell)
        lack = measure.cell_width_points(entry.natural) - sum(raised[span])
        if lack > 0:
            raised[span] = _widths_with_spare(raised[span], lack, _column_shares(manuscript.sheet, span))
    return raised


def _spanned_columns(cell: SheetCell) -> slice:
    return slice(cell.column, cell.column + cell.column_span)


def _column_shares(sheet: Sheet, span: slice) -> list[float]:
    return [column.share for column in sheet.columns[span]]


def _widths_with_spare(widths: list[float], spare: float, shares: Sequence[float]) -> list[float]:
    """`spare` dealt out by share; evenly where nobody has one."""
    if not sum(shares):
        shares = [1.0] * len(shares)
    whole = sum(shares)
    return [width + spare * share / whole for width, share in zip(widths, shares, strict=True)]


class _GrowingWidths:
    """The widths of a page that is wide enough, while they grow up to their maximums, `most`."""

    def __init__(self, manuscript: Manuscript, width: float, measure: CellMeasure, widths: list[float]) -> None:
        self.manuscript = manuscript
        self.sheet = manuscript.sheet
        self.width = width
        self.measure = measure
        self.widths = widths
        self.most = [max(column.maximum * MM, least) for column, least in zip(self.sheet.columns, widths, strict=True)]

    @property
    def spare_width(self) -> float:
        """The width not given to any column yet, in points."""
        return self.width - sum(self.widths)

    def fit_columns(self) -> list[float]:
        """The final widths."""
        tall = self._too_long(self.manuscript.entries)
        self._keep_whole(tall)
        self._widen_tall_cells(self._too_long(tall))
        self._distribute_rest()
        return self.widths

    def _text_room(self, cell: SheetCell) -> float:
        """Em that the cell has for its text."""
        return self.measure.text_width_em(sum(self.widths[_spanned_columns(cell)]))

    def _too_long(self, entries: Sequence[CellText]) -> list[CellText]:
        """Those of which a paragraph does not stay on one line, upright labels aside."""
        edges = list(accumulate(map(self.measure.text_width_em, self.widths), initial=0.0))
        beside = self.measure.text_width_em(0.0)
        found = []
        for entry in entries:
            cell = entry.cell
            stop = cell.column + cell.column_span
            room = edges[stop] - edges[cell.column] - beside * (cell.column_span - 1) + _EXACT
            if entry.natural > room and not (cell.role is Role.LABEL and room < UPRIGHT_BELOW):
                found.append(entry)
        return found

    def _keep_whole(self, entries: Sequence[CellText]) -> None:
        """Give short labels and long words the width that they need, those first that lack least."""
        wishes = []
        for number, entry in enumerate(entries):
            is_short = entry.cell.align == "center" and len(entry.cell.text) <= _SHORT
            need = entry.natural if is_short else entry.prose.longest_piece_width
            if need <= _WHOLE:
                wishes.append((need - self._text_room(entry.cell), number, need))
        for _, number, need in sorted(wishes):
            cell = entries[number].cell
            lack = (need - self._text_room(cell)) * self.measure.size
            if 0 < lack <= self.spare_width:
                span = _spanned_columns(cell)
                self.widths[span] = _widths_with_spare(self.widths[span], lack, _column_shares(self.sheet, span))

    def _widen_tall_cells(self, entries: Sequence[CellText]) -> None:
        """Widen what makes the sheet lower."""
        step = STEP * self.measure.size
        tall = [
            TallCell(
                cell.row,
                cell.row_span,
                _spanned_columns(cell),
                self._text_room(cell),
                tuple(entry.prose.naturals),
            )
            for entry in entries
            for cell in (entry.cell,)
        ]
        room = [int((most - width) / step) for most, width in zip(self.most, self.widths, strict=True)]
        for grant in ColumnGrowth(tall, room, int(self.spare_width / step)).width_grants():
            self._widen_columns(grant.columns, grant.steps * step)

    def _widen_columns(self, span: slice, width: float) -> None:
        """Share the width between neighbouring columns, none of them beyond its maximum."""
        shares = [
            column.share if wide < most - _EXACT else 0.0
            for column, wide, most in zip(self.sheet.columns[span], self.widths[span], self.most[span], strict=True)
        ]
        more = _widths_with_spare(self.widths[span], width, shares)
        self.widths[span] = [min(wide, most) for wide, most in zip(more, self.most[span], strict=True)]

    def _distribute_rest(self) -> None:
        """Give the rest by share, up to the maximums, to columns that hold a value; at last to all."""
        held = {
            cell.column for cell in self.sheet.cells if cell.column_span == 1 and cell.text and cell.role is Role.VALUE
        }
        shares = [column.share if number in held else 0.0 for number, column in enumerate(self.sheet.columns)]
        while self.spare_width > _EXACT and any(shares):
            more = _widths_with_spare(self.widths, self.spare_width, shares)
            self.widths = [min(width, most) for width, most in zip(more, self.most, strict=True)]
            shares = [
                share if width < most - _EXACT else 0.0
                for share, width, most in zip(shares, self.widths, self.most, strict=True)
            ]
        self.widths = _widths_with_spare(self.widths, self.spare_width, [column.share for column in self.sheet.columns])
