"""What the dialogs for further papers have in common: they end in print, PDF or spreadsheet."""

from typing import Literal

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QWidget

from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.widget_names import name_widget

OutputKind = Literal["print", "pdf", "xlsx"]


class DocumentDialog(QDialog):
    """Nothing is made here; `way` says what is to become of the paper once the dialog is accepted."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_widget(self, name, title)
        self.setWindowTitle(title)
        self.output_kind: OutputKind = "print"
        self._note = name_widget(QLabel(self), "documentNote", self.tr("说明"))
        self._note.setWordWrap(True)
        self._buttons = QDialogButtonBox(self)
        texts: dict[OutputKind, str] = {
            "xlsx": self.tr("保存为 Excel…"),
            "pdf": self.tr("保存为 PDF…"),
            "print": self.tr("打印…"),
        }
        self._output_buttons = tuple(self._add_output_button(way, text) for way, text in texts.items())
        self._buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.rejected.connect(self.reject)

    def enable_outputs(self, allowed: bool) -> None:
        """Whether there is anything to make."""
        for button in self._output_buttons:
            button.setEnabled(allowed)

    def show_note(self, text: str, tone: str = "muted") -> None:
        """Show a note above the buttons."""
        self._note.setText(text)
        theme.set_style_property(self._note, "tone", tone)

    def _add_output_button(self, way: OutputKind, text: str) -> QPushButton:
        button = self._buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        name_widget(button, f"{way}Document", text)
        button.setDefault(way == "print")
        button.clicked.connect(lambda: self._accept_output(way))
        return button

    def _accept_output(self, way: OutputKind) -> None:
        self.output_kind = way
        self.accept()
