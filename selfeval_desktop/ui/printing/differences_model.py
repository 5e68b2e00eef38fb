"""The differences between two states of a form as lines: the cell, its value before and after."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.over_time.differences import Difference
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.list_model import TOP_LEFT, ColumnsModel, Index, ListColumn
from selfeval_desktop.ui.printing import difference_words
from selfeval_desktop.ui.printing.difference_words import DifferenceLine

PLACE, BEFORE, AFTER = range(3)
_Row = tuple[DifferenceLine, FieldRef]


class DifferencesModel(ColumnsModel[_Row]):
    """Rows come in the order of the form; each is the words of a difference and the cell that it leads to."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._name_columns(self.tr("打印件上"), self.tr("现在"))

    def show_differences(self, found: Sequence[Difference], template: Template | None) -> None:
        """Show these; a view keeps its place when they are those that it shows."""
        lines = [difference_words.difference_line(each, template) for each in found] if template else []
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
        self.set_columns(
            _text_column(self.tr("位置"), PLACE), _text_column(before, BEFORE), _text_column(after, AFTER)
        )


def _text_column(head: str, number: int) -> ListColumn[_Row]:
    def text(row: _Row) -> str:
        line, _ = row
        return (line.place, line.before, line.after)[number]

    colour = (lambda _row: theme.colour("muted")) if number == BEFORE else None
    return ListColumn(head, text, tooltip=text, colour=colour, alignment=TOP_LEFT)
