"""A form's history as lines; long ones are put into words as far as they are looked at."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from selfeval_desktop.domain.over_time.history_lines import HistoryLine
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.headed_model import HeadedModel
from selfeval_desktop.ui.years.history_words import HistoryLineText

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()

AT, WHO, ACT, PLACE, BEFORE, AFTER = range(6)
PAGE = 200
"""How many lines are put into words at once."""


class HistoryModel(HeadedModel):
    """The newest line comes first. `tell` gives the words of a line."""

    _lines: tuple[HistoryLine, ...] = ()

    def __init__(self, tell: Callable[[HistoryLine], HistoryLineText], parent: Any = None) -> None:
        super().__init__(parent)
        self._put_into_words = tell
        self._words: list[HistoryLineText] = []

    def show_lines(self, lines: Sequence[HistoryLine]) -> None:
        """Show these."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self._words = list(map(self._put_into_words, self._lines[:PAGE]))
        self.endResetModel()

    def line_at(self, index: Index) -> HistoryLine:
        """What stands there."""
        return self._lines[index.row()]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._words)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and len(self._words) < len(self._lines)

    def fetchMore(self, parent: Index) -> None:
        shown = len(self._words)
        more = self._lines[shown : shown + PAGE]
        self.beginInsertRows(QModelIndex(), shown, shown + len(more) - 1)
        self._words += map(self._put_into_words, more)
        self.endInsertRows()

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        words, column = self._words[index.row()], index.column()
        match role:
            case Role.DisplayRole | Role.ToolTipRole:
                return (words.at, words.who, words.act, words.place, words.before, words.after)[column]
            case Role.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            case Role.ForegroundRole if column in {AT, WHO, BEFORE}:
                return theme.colour("muted")
        return None

    def column_heads(self) -> tuple[str, ...]:
        heads = (self.tr("时间"), self.tr("操作人"), self.tr("操作"), self.tr("位置"))
        return (*heads, self.tr("原来"), self.tr("改为"))
