"""What differs between paper and data, or two copies, as lines in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.over_time.differences import Difference, DifferenceKind
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.list_model import TOP_LEFT, ColumnsModel, Index, ListColumn
from selfeval_desktop.wording import cell_names
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP, translate

_MOST = 100
"""How many characters of a long text are shown around the first one that differs."""
_LEAD = 24

_ACHIEVEMENTS = {
    "met": QT_TRANSLATE_NOOP("Differences", "达成"),
    "partly": QT_TRANSLATE_NOOP("Differences", "部分达成"),
    "unmet": QT_TRANSLATE_NOOP("Differences", "未达成"),
}


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """One difference as a line of a list; `before` and `after` are shortened around what differs."""

    place: str
    before: str
    after: str


def difference_line(difference: Difference, template: Template) -> DifferenceLine:
    """The words for one difference."""
    match difference.kind:
        case DifferenceKind.CELL:
            texts = (_displayed_text(difference.field, text) for text in (difference.before, difference.after))
            return DifferenceLine(_difference_place(difference, template), *_shorten_around_difference(*texts))
        case DifferenceKind.ADDED:
            nothing = translate("Differences", "（没有这一行）")
            return DifferenceLine(
                _indicator_row_place(difference.row_after), nothing, _cut_text(_row_name(difference.after))
            )
        case DifferenceKind.REMOVED:
            nothing = translate("Differences", "（已删除）")
            return DifferenceLine(
                _indicator_row_place(difference.row_before), _cut_text(_row_name(difference.before)), nothing
            )
        case DifferenceKind.MOVED:
            places_of_row = (_row_number(row) for row in (difference.row_before, difference.row_after))
            return DifferenceLine(
                _cut_text(f"{_indicator_row_place(difference.row_after)} · {_row_name(difference.after)}"),
                *places_of_row,
            )


def _difference_place(difference: Difference, template: Template) -> str:
    place = cell_names.cell_path(difference.field, template)
    if difference.row_before == difference.row_after:
        return place
    return translate("Differences", "{place}（原{row}）").format(place=place, row=_row_number(difference.row_before))


def _indicator_row_place(row: int | None) -> str:
    return " · ".join((cell_names.cell_path(FieldRef.indicators()), _row_number(row)))


def _row_number(row: int | None) -> str:
    return translate("Places", "第 {row} 行").format(row=(row or 0) + 1)


def _row_name(row: str) -> str:
    return row or translate("Differences", "（空行）")


def _displayed_text(field: FieldRef, text: str) -> str:
    """The text as the form shows it: amounts with their thousands marks, a blank by what stands for it."""
    if not text:
        return translate("Differences", "（自动计算）") if _is_calculated(field) else translate("Differences", "（空）")
    if field.column == "achievement" and text in _ACHIEVEMENTS:
        return translate("Differences", _ACHIEVEMENTS[text])
    if field.part == "funds" and not field.extra:
        try:
            amount = amounts.parse(text)
        except amounts.NotAnAmount:
            return text
        return text if amount is None else amounts.money_text(amount)
    return text


def _is_calculated(field: FieldRef) -> bool:
    """Whether a blank cell shows what the program calculates."""
    if field.extra:
        return False
    return field.column in {"execution_score", "score"} or (field.part == "funds" and field.row == "total")


def _shorten_around_difference(before: str, after: str) -> tuple[str, str]:
    """Both texts from a little before the first character that differs."""
    if max(len(before), len(after)) <= _MOST:
        return before, after
    common = next(
        (place for place, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]),
        min(len(before), len(after)),
    )
    start = max(0, common - _LEAD)
    return _cut_text(before, start), _cut_text(after, start)


def _cut_text(text: str, start: int = 0) -> str:
    part = text[start : start + _MOST]
    return ("…" if start else "") + part + ("…" if start + _MOST < len(text) else "")


PLACE, BEFORE, AFTER = range(3)
_Row = tuple[DifferenceLine, FieldRef]


class DifferencesModel(ColumnsModel[_Row]):
    """Rows come in the order of the form; each is the words of a difference and the cell that it leads to."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._name_columns(self.tr("打印件上"), self.tr("现在"))

    def show_differences(self, found: Sequence[Difference], template: Template | None) -> None:
        """Show these; a view keeps its place when they are those that it shows."""
        lines = [difference_line(each, template) for each in found] if template else []
        self.show_rows(list(zip(lines, (each.field for each in found), strict=False)))

    def name_compared_versions(self, before: str, after: str) -> None:
        """Say what is compared where it is not a paper with the form as it is now."""
        self._name_columns(before, after)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, BEFORE, AFTER)

    def field_at(self, index: Index) -> FieldRef | None:
        """The cell that the line leads to."""
        row = self.row_at(index)
        return row[1] if row else None

    def _name_columns(self, before: str, after: str) -> None:
        self.set_columns(_text_column(self.tr("位置"), PLACE), _text_column(before, BEFORE), _text_column(after, AFTER))


def _text_column(head: str, number: int) -> ListColumn[_Row]:
    def text(row: _Row) -> str:
        line, _ = row
        return (line.place, line.before, line.after)[number]

    colour = (lambda _row: theme.colour("muted")) if number == BEFORE else None
    return ListColumn(head, text, tooltip=text, colour=colour, alignment=TOP_LEFT)
