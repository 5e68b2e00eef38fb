"""What was printed and exported of a form, as lines: when, how, its code, and how it stands to the data."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from selfeval_desktop.app.paper.codes import format_code
from selfeval_desktop.app.ports.output_events import OutputEvent
from selfeval_desktop.ui.document import paper_check_words
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.headed_model import HeadedModel

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()

WHEN, HOW, CODE, COMPARED = range(4)


@dataclass(frozen=True, slots=True)
class ComparedOutput:
    """An issue; `count` is how much was changed since, None where that is unknown or there is nothing to compare."""

    output_event: OutputEvent
    count: int | None


class OutputEventsModel(HeadedModel):
    """Rows are the issues, the newest first."""

    _entries: tuple[ComparedOutput, ...] = ()

    def show_outputs(self, entries: Sequence[ComparedOutput]) -> None:
        """Show these; where only the comparison differs, rows stay where they are."""
        new = tuple(entries)
        same_issues = [each.output_event for each in new] == [each.output_event for each in self._entries]
        if not same_issues:
            self.beginResetModel()
        changed, self._entries = new != self._entries, new
        if not same_issues:
            self.endResetModel()
        elif changed:
            self.dataChanged.emit(self.index(0, COMPARED), self.index(len(new) - 1, COMPARED))

    def output_at(self, index: Index) -> OutputEvent | None:
        """The issue of that line."""
        return self._entries[index.row()].output_event if index.isValid() else None

    def row_of(self, event: OutputEvent | None) -> int:
        """Where an issue stands; -1 when it does not."""
        return next((row for row, entry in enumerate(self._entries) if entry.output_event == event), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Role.DisplayRole:
                return self._column_text(entry, index.column())
            case Role.ForegroundRole if index.column() == COMPARED:
                return theme.colour("muted" if entry.count is None else "warning" if entry.count else "ok")
        return None

    def column_heads(self) -> tuple[str, ...]:
        return (self.tr("时间"), self.tr("方式"), self.tr("校验码"), self.tr("与现在的数据比较"))

    @staticmethod
    def _column_text(entry: ComparedOutput, column: int) -> str:
        event = entry.output_event
        match column:
            case 0:
                return paper_check_words.output_time(event)
            case 1:
                return paper_check_words.output_kind_name(event.kind)
            case 2:
                return format_code(event.code) if event.code else "—"
        if not event.code:
            return paper_check_words.no_copy()
        return "—" if entry.count is None else paper_check_words.paper_comparison(entry.count)
