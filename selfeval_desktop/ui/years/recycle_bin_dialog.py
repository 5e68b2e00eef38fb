"""回收站: the deleted forms of the ledger, to be brought back."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.app.ports.forms import DeletedForm
from selfeval_desktop.ui.kit import dialog_sizes, theme
from selfeval_desktop.ui.kit.lines_view import LinesView
from selfeval_desktop.ui.kit.picks import PickRow, PicksModel
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.years import history_words

_SIZE = QSize(820, 480)
_ROOM = 24
"""Beside a text of a narrow column, in logical pixels."""
_NAME, _UNIT = 1, 2


class RecycleBinDialog(QDialog):
    """Accepted when the selected forms are to be brought back; nothing is ever deleted for good."""

    def __init__(self, forms: Sequence[DeletedForm], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_widget(self, "recycleBinDialog", self.tr("回收站"))
        self.setWindowTitle(self.tr("回收站"))
        self._forms = tuple(forms)
        heads = [self.tr("年度"), self.tr("项目名称"), self.tr("实施单位"), self.tr("删除时间")]
        picks = [PickRow(self._row_texts(form), ()) for form in self._forms]
        self._model = PicksModel(picks, heads, checkable=False, parent=self)
        self._search = name_widget(QLineEdit(self), "recycleBinSearch", self.tr("查找已删除的表"))
        self._view = LinesView(self._model, (_NAME, _UNIT), self._column_widths, self)
        name_widget(self._view, "recycleBinForms", self.tr("已删除的表"))
        self._buttons = QDialogButtonBox(self)
        self._restore = self._buttons.addButton(self.tr("恢复"), QDialogButtonBox.ButtonRole.AcceptRole)
        name_widget(self._restore, "recycleBinRestore", self._restore.text())
        self._restore.setDefault(True)
        close = self._buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        name_widget(close, "recycleBinClose", close.text())
        self._lay_out()
        self._connect_signals()
        self._show_matching_forms("")

    def selected_form_ids(self) -> tuple[int, ...]:
        """The ids of the selected forms, in their order."""
        rows = (self._model.pick_number(index) for index in self._view.selectionModel().selectedRows())
        return tuple(self._forms[row].form_id for row in sorted(row for row in rows if row is not None))

    def _row_texts(self, form: DeletedForm) -> tuple[str, ...]:
        name = form.project_name or self.tr("（未填项目名称）")
        return (str(form.year or ""), name, form.unit, history_words.stored_time(form.deleted_at))

    def _lay_out(self) -> None:
        hint = QLabel(
            self.tr("删除的表都留在这里，不会清除。按住 Ctrl 或 Shift 可以选几张，一起恢复。"), self
        )
        hint.setWordWrap(True)
        theme.set_style_property(hint, "tone", "muted")
        self._search.setPlaceholderText(self.tr("查找项目、年度或单位…"))
        self._search.setClearButtonEnabled(True)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        column = QVBoxLayout(self)
        for part in (self._search, self._view, hint, self._buttons):
            column.addWidget(part)
        dialog_sizes.resize_within_screen(self, _SIZE)
        self._view.setFocus()

    def _connect_signals(self) -> None:
        self._search.textChanged.connect(self._show_matching_forms)
        self._view.selectionModel().selectionChanged.connect(self._update_restore_button)
        self._view.activated.connect(self.accept)
        self._view.doubleClicked.connect(self.accept)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _show_matching_forms(self, text: str) -> None:
        """Keep the lines that have every word, the first of them selected."""
        self._model.filter_picks((), text)
        self._view.selectRow(0)
        self._update_restore_button()

    def _update_restore_button(self) -> None:
        self._restore.setEnabled(bool(self.selected_form_ids()))

    def _column_widths(self, room: int) -> tuple[int, ...]:
        width = self.fontMetrics().horizontalAdvance
        year, moment = (width(text) + _ROOM for text in ("2024", "2024-03-01 12:00"))
        name = (room - year - moment) * 3 // 5
        return year, name, room - year - moment - name, moment
