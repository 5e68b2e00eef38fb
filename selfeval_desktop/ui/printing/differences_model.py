"""What differs between paper and data, as lines: the place, what the paper says, what the form says now."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.over_time.differences import Difference
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.headed_model import HeadedModel
from selfeval_desktop.ui.printing import difference_words as words
from selfeval_desktop.ui.printing.difference_words import DifferenceLine

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()

PLACE, BEFORE, AFTER = range(3)


class DifferencesModel(HeadedModel):
    """Rows come in the order of the form."""

    _lines: tuple[DifferenceLine, ...] = ()
    _fields: tuple[FieldRef, ...] = ()
    _version_names: tuple[str, str] | None = None

    def show_differences(self, found: Sequence[Difference], template: Template | None) -> None:
        """Show these; a view keeps its place when they are those that it shows."""
        lines = tuple(words.difference_line(each, template) for each in found) if template else ()
        fields = tuple(each.field for each in found)
        if (lines, fields) != (self._lines, self._fields):
            self.beginResetModel()
            self._lines, self._fields = lines, fields
            self.endResetModel()

    def name_compared_versions(self, before: str, after: str) -> None:
        """Say what is compared where it is not a paper with the form as it is now."""
        self._version_names = before, after
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, BEFORE, AFTER)

    def field_at(self, index: Index) -> FieldRef | None:
        """The cell that the line leads to."""
        return self._fields[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        text = (line.place, line.before, line.after)[index.column()]
        match role:
            case Role.DisplayRole | Role.ToolTipRole:
                return text
            case Role.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            case Role.ForegroundRole if index.column() == BEFORE:
                return theme.colour("muted")
        return None

    def column_heads(self) -> tuple[str, ...]:
        before, after = self._version_names or (self.tr("打印件上"), self.tr("现在"))
        return (self.tr("位置"), before, after)
