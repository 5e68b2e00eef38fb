"""The common part of dialogs that end in 打印, PDF or Excel."""

from typing import Literal

from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from selfeval_desktop.ui.kit.task_dialog import ButtonRole, TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget

OutputKind = Literal["print", "pdf", "xlsx"]


class DocumentDialog(TaskDialog):
    """Makes nothing itself: `output_kind` says what is to become of the paper once the dialog is accepted.

    The buttons are made first, so that the keyboard begins at 打印.
    """

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(name, title, parent)
        self.output_kind: OutputKind = "print"
        texts: dict[OutputKind, str] = {
            "xlsx": self.tr("保存为 Excel…"),
            "pdf": self.tr("保存为 PDF…"),
            "print": self.tr("打印…"),
        }
        self._output_buttons = tuple(self._add_output_button(way, text) for way, text in texts.items())
        self.add_cancel()

    def enable_outputs(self, allowed: bool) -> None:
        """Whether there is anything to make."""
        for button in self._output_buttons:
            button.setEnabled(allowed)

    def add_document_note(self, stretch: int = 0) -> None:
        """The line above the buttons; see `show_note`."""
        self.add_note("documentNote", stretch)

    def _add_output_button(self, way: OutputKind, text: str) -> QPushButton:
        button = self.add_button(f"{way}Document", text, ButtonRole.ActionRole, is_default=way == "print")
        button.clicked.connect(lambda: self._accept_output(way))
        return button

    def _accept_output(self, way: OutputKind) -> None:
        self.output_kind = way
        self.accept()


class ReportDialog(DocumentDialog):
    """`scopes` are the choices: the name of each, and the ids of its forms."""

    def __init__(self, scopes: tuple[tuple[str, tuple[int, ...]], ...], parent: QWidget | None = None) -> None:
        super().__init__("reportDialog", self.tr("检查报告"), parent)
        self._scopes = scopes
        self._scope = name_widget(QComboBox(self), "reportScope", self.tr("哪些表"))
        self._scope.addItems([name for name, _ in scopes])
        self.add_rows((self.tr("哪些表"), self._scope))
        self.add_document_note(1)
        self.show_note(
            self.tr("列出每张表的错误、提醒、提示和已写的理由，以及本台账停用的规则，供领导或协助的人查看。")
        )
        self.start_with_size(520, 200)

    @property
    def form_ids(self) -> tuple[int, ...]:
        """The forms to report on."""
        return self._scopes[self._scope.currentIndex()][1]
