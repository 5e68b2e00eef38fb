"""第三方软件及许可: the works of others inside the program, with the licence of each in full."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.program_parts import ProgramPart
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.lines_view import LinesView
from selfeval_desktop.ui.kit.list_model import ColumnsModel, ListColumn
from selfeval_desktop.ui.kit.plain_text import make_text_view
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget

_NAME, _VERSION, _LICENCE = range(3)


class PartsDialog(TaskDialog):
    """A list above, and the licence of its current line below."""

    def __init__(self, parts: Sequence[ProgramPart], parent: QWidget | None = None) -> None:
        title = self.tr("第三方软件及许可")
        super().__init__("partsDialog", title, parent)
        model: ColumnsModel[ProgramPart] = ColumnsModel(parent=self)
        model.set_columns(
            ListColumn(self.tr("名称"), lambda part: part.name),
            ListColumn(self.tr("版本"), lambda part: part.version),
            ListColumn(self.tr("许可"), lambda part: part.licence),
        )
        model.show_rows(parts)
        self._parts = parts
        self.view = name_widget(LinesView(model, (_NAME, _LICENCE), _column_widths, self), "partsTable", title)
        self._text = make_text_view("partsLicence", self.tr("许可全文"), self)
        self.add_part(self.view, 3)
        self.add_part(self._text, 2)
        self.add_text(
            self.tr(
                "Qt 和 PySide6 按 LGPL-3.0 使用：它们是程序文件夹里 PySide6 下单独的库文件，"
                "可以换成自己编译的 6.9 版，程序照常使用。"
            ),
            "muted",
        )
        self.add_close(is_default=True)
        self.start_with_size(theme.scaled_length(760), theme.scaled_length(600))
        self.view.selectionModel().currentRowChanged.connect(lambda current: self._show_licence(current.row()))
        self.view.selectRow(0)
        self.view.setFocus()

    def _show_licence(self, row: int) -> None:
        missing = self.tr("这个部分没有附许可全文，许可的名称见上。")
        self._text.setPlainText((self._parts[row].text or missing) if 0 <= row < len(self._parts) else "")


def _column_widths(room: int) -> tuple[int, int, int]:
    name, version = theme.scaled_length(220), theme.scaled_length(150)
    return name, version, max(80, room - name - version)
