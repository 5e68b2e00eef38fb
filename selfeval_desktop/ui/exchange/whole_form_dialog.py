"""What was recognised of a whole form on the clipboard, and what is to become of it."""

from typing import Literal

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.reading.read_form import ReadForm, count_lost_rows
from selfeval_desktop.ui.exchange.read_form_view import ReadFormView
from selfeval_desktop.ui.kit import dialog_sizes, theme
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording import pasting

PasteTarget = Literal["import", "fill", "rows"]

_WIDE, _NARROW = QSize(880, 430), QSize(560, 430)
_WIDEST_VALUE = 340
_BUTTON_NAMES: dict[PasteTarget, str] = {
    "import": "wholeFormImport",
    "fill": "wholeFormFill",
    "rows": "wholeFormRows",
}


class WholeFormDialog(QDialog):
    """Nothing is done here; `use` says what is wanted once the dialog is accepted.

    `current` is the open form, which may be filled in; None where none is open.
    """

    def __init__(
        self,
        read: ReadForm,
        template: Template,
        current: Form | None,
        parent: QWidget | None = None,
        *,
        can_take_rows: bool = True,
    ) -> None:
        super().__init__(parent)
        name_widget(self, "wholeFormDialog", self.tr("粘贴整张表"))
        self.setWindowTitle(self.tr("粘贴整张表"))
        self.paste_target: PasteTarget = "import"
        self._read, self._current = read, current
        self._view = ReadFormView("wholeForm", theme.scaled_length(_WIDEST_VALUE), self)
        self._note = name_widget(QLabel(self), "wholeFormNote", self.tr("说明"))
        self._buttons = QDialogButtonBox(self)
        self._view.show_reading(read, template, pasting.doubt_lines(read.doubts), current)
        self._add_buttons(is_open=current is not None, can_take_rows=can_take_rows)
        self._lay_out()

    def _add_buttons(self, *, is_open: bool, can_take_rows: bool) -> None:
        texts: dict[PasteTarget, str] = {"import": self.tr("作为新表导入")}
        if is_open:
            texts |= {"fill": self.tr("填进当前表")}
        if is_open and can_take_rows:
            texts |= {"rows": self.tr("只粘贴指标行")}
        for use, text in texts.items():
            button = QPushButton(text, self)
            name_widget(button, _BUTTON_NAMES[use], text)
            button.setDefault(use == "import")
            button.clicked.connect(lambda _checked=False, use=use: self._accept_target(use))
            self._buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            if use == "import":
                button.setFocus()
        cancel = self._buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        name_widget(cancel, "wholeFormCancel", cancel.text())
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        given_up = count_lost_rows(self._current, self._read) if self._current else 0
        column = QVBoxLayout(self)
        title = QLabel(self.tr("剪贴板里是一张完整的自评表"), self)
        theme.set_style_property(title, "tone", "heading")
        self._note.setText(self._note_text(given_up))
        self._note.setWordWrap(True)
        theme.set_style_property(self._note, "tone", "warning" if given_up else "muted")
        column.addWidget(title)
        column.addWidget(self._view, 1)
        column.addWidget(self._note)
        column.addWidget(self._buttons)
        dialog_sizes.resize_within_screen(self, _WIDE if self._read.doubts else _NARROW)

    def _note_text(self, given_up: int) -> str:
        """What each use means for what is open."""
        if self._current is None:
            return self.tr("导入后可以撤销。")
        told = self.tr("填进当前表：认出的值替换当前表的值，表里空着的不清除；导入、填进都可以撤销。")
        if given_up:
            told += self.tr("当前表有 {count} 行指标剪贴板里没有，填进后不再保留。").format(count=given_up)
        return told

    def _accept_target(self, use: PasteTarget) -> None:
        self.paste_target = use
        self.accept()
