"""What a form holds that its template has no cell for."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from selfeval_desktop.ui.filling import template_words
from selfeval_desktop.ui.kit.lines_view import LinesView
from selfeval_desktop.ui.kit.picks import PickRow, PicksModel
from selfeval_desktop.ui.kit.widget_names import name_widget

_SIZE = QSize(760, 380)
_AROUND = QSize(40, 80)


class TemplateDialog(QDialog):
    """Each line is a place, its text, and the template that had it; all can be copied."""

    def __init__(self, lines: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("留存的内容")
        name_widget(self, "templateDialog", title)
        self.setWindowTitle(title)
        self._lines = lines
        heads = (self.tr("位置"), self.tr("内容"), self.tr("原来的表样"))
        model = PicksModel([PickRow(line, ()) for line in lines], heads, checkable=False, parent=self)
        self._view = name_widget(
            LinesView(model, (0, 1, 2), self._column_widths, self), "templateLines", title
        )
        self._view.setCurrentIndex(model.index(0, 0))
        self._buttons = QDialogButtonBox(self)
        copy = self._buttons.addButton(self.tr("复制"), QDialogButtonBox.ButtonRole.ActionRole)
        name_widget(copy, "templateCopy", self.tr("复制全部内容"))
        copy.setAutoDefault(False)
        copy.setToolTip(self.tr("复制全部内容，可以粘贴到别的格里或 Excel、WPS 里"))
        copy.clicked.connect(self._copy_all_lines)
        close = self._buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        name_widget(close, "templateClose", close.text())
        close.setDefault(True)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()

    def _lay_out(self) -> None:
        note = name_widget(
            QLabel(template_words.kept_cells_heading(len(self._lines)), self), "templateNote", self.tr("说明")
        )
        note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(note)
        column.addWidget(self._view, 1)
        column.addWidget(self._buttons)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _AROUND))

    def _copy_all_lines(self) -> None:
        text = "\n".join("\t".join(" ".join(part.split()) for part in line) for line in self._lines)
        QGuiApplication.clipboard().setText(text)

    def _column_widths(self, room: int) -> tuple[int, ...]:
        place, former = room * 3 // 10, room // 4
        return place, room - place - former, former
