"""The dialog 检查报告: which forms it is about, and whether to print or save it."""

from PySide6.QtWidgets import QComboBox, QWidget

from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.printing.derived_printout_dialog import DocumentDialog


class ReportDialog(DocumentDialog):
    """`scopes` are the choices: the name of each, and the ids of its forms."""

    def __init__(
        self, scopes: tuple[tuple[str, tuple[int, ...]], ...], parent: QWidget | None = None
    ) -> None:
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
