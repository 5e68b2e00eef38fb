"""Backups as lines, and the forms in one of them beside those of the ledger."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from selfeval_desktop.app.backups import ComparedForm, ComparisonResult
from selfeval_desktop.app.ports.backups import Backup
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.headed_model import HeadedModel
from selfeval_desktop.ui.safety import backup_words as words
from selfeval_desktop.wording import labels

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()

WHEN, WHY = range(2)
YEAR, PROJECT, UNIT, STATE, CHANGED, FATE = range(6)
_FATE_TONES = {
    ComparisonResult.SAME: "muted",
    ComparisonResult.CHANGED: "warning",
    ComparisonResult.MISSING: "warning",
    ComparisonResult.NEW: "hint",
}


class BackupsModel(HeadedModel):
    """Rows are backups in the order in which they are shown."""

    _backups: tuple[Backup, ...] = ()

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show these."""
        self.beginResetModel()
        self._backups = tuple(backups)
        self.endResetModel()

    def backup_at(self, index: Index) -> Backup | None:
        """The backup of that line."""
        return self._backups[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._backups)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        backup = self._backups[index.row()]
        match role:
            case Role.DisplayRole:
                return (
                    words.backup_time(backup)
                    if index.column() == WHEN
                    else words.backup_reason(backup.reason)
                )
            case Role.ToolTipRole:
                return str(backup.path)
        return None

    def column_heads(self) -> tuple[str, ...]:
        return self.tr("备份时间"), self.tr("缘由")


class BackupFormsModel(HeadedModel):
    """Rows are the forms of a backup, then those that only the ledger has."""

    _forms: tuple[ComparedForm, ...] = ()

    def show_compared_forms(self, forms: Sequence[ComparedForm]) -> None:
        """Show these."""
        self.beginResetModel()
        self._forms = tuple(forms)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._forms)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = self._forms[index.row()]
        match role:
            case Role.DisplayRole:
                return self._row_texts(found)[index.column()]
            case Role.ForegroundRole if found.result is ComparisonResult.NEW:
                return theme.colour("muted")
            case Role.ForegroundRole if index.column() == FATE and found.result is not None:
                return theme.colour(_FATE_TONES[found.result])
        return None

    def _row_texts(self, found: ComparedForm) -> tuple[str, ...]:
        summary = found.form.summary
        return (
            "" if summary.year is None else str(summary.year),
            summary.project_name.strip() or self.tr("未填项目名称"),
            summary.unit,
            labels.form_state_name(summary.state),
            f"{found.form.changed:%Y-%m-%d %H:%M}",
            words.comparison_label(found.result),
        )

    def column_heads(self) -> tuple[str, ...]:
        return (
            self.tr("年度"),
            self.tr("项目名称"),
            self.tr("实施单位"),
            self.tr("状态"),
            self.tr("改动时间"),
            self.tr("与现在比"),
        )
