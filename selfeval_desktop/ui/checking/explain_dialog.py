"""Why a finding may stand: its sentence, and the reason in the filler's own words."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.widget_names import name_widget


class ExplainDialog(QDialog):
    """Accepted when `reason` is to be kept; it is empty where an earlier one is to be taken back."""

    def __init__(self, place: str, sentence: str, reason: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("说明理由")
        name_widget(self, "explainDialog", title)
        self.setWindowTitle(title)
        self._place, self._sentence = QLabel(place, self), QLabel(sentence, self)
        self._text = name_widget(QPlainTextEdit(reason, self), "explainReason", self.tr("理由"))
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(self.tr("写明情况属实的理由，例如依据哪份文件"))
        self._buttons = QDialogButtonBox(self)
        self._keep = self._buttons.addButton(self.tr("保留理由"), QDialogButtonBox.ButtonRole.AcceptRole)
        name_widget(self._keep, "explainKeep", self._keep.text()).setDefault(True)
        self._withdraw = self._buttons.addButton(
            self.tr("撤回说明"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        name_widget(self._withdraw, "explainWithdraw", self._withdraw.text()).setVisible(bool(reason))
        self._buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._text.textChanged.connect(self._update_keep_button)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._withdraw.clicked.connect(self._withdraw_reason)
        self._update_keep_button()

    @property
    def reason(self) -> str:
        """The reason as it stands."""
        return self._text.toPlainText().strip()

    def _lay_out(self) -> None:
        theme.set_style_property(self._place, "tone", "heading")
        note = QLabel(
            self.tr("说明随表保存，写进检查报告，不打印在自评表上。有关的数或文字改了以后，会重新提醒。"),
            self,
        )
        theme.set_style_property(note, "tone", "muted")
        column = QVBoxLayout(self)
        for label in (self._place, self._sentence, note):
            label.setWordWrap(True)
        column.addWidget(self._place)
        column.addWidget(self._sentence)
        column.addWidget(self._text, 1)
        column.addWidget(note)
        column.addWidget(self._buttons)
        self.resize(theme.scaled_length(480), theme.scaled_length(300))
        self._text.setFocus()
        self._text.selectAll()

    def _update_keep_button(self) -> None:
        self._keep.setEnabled(bool(self.reason))

    def _withdraw_reason(self) -> None:
        self._text.clear()
        self.accept()
