"""What goes into the 求助材料, to be looked at before it is written."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.ui.kit import dialog_sizes, theme
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.translation import translate

_SIZE = QSize(720, 460)
_LIST_WIDTH = 190
_TITLES: Mapping[str, str] = {
    "system.txt": QT_TRANSLATE_NOOP("Support", "程序和系统的版本"),
    "settings.json": QT_TRANSLATE_NOOP("Support", "设置，没有名称和路径"),
    "log.txt": QT_TRANSLATE_NOOP("Support", "运行记录，没有路径"),
    "ledger.json": QT_TRANSLATE_NOOP("Support", "台账的结构和核对结果"),
    "form.json": QT_TRANSLATE_NOOP("Support", "当前表，每个字都遮住"),
}


class SupportDialog(QDialog):
    """`texts` by their names in the packet. Nothing is written here."""

    def __init__(self, texts: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("导出求助材料")
        name_widget(self, "supportDialog", title)
        self.setWindowTitle(title)
        self._texts = texts
        self._list = name_widget(QListWidget(self), "supportList", self.tr("材料"))
        self._text = name_widget(QPlainTextEdit(self), "supportText", self.tr("内容"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._buttons = QDialogButtonBox(self)
        accept = QDialogButtonBox.ButtonRole.AcceptRole
        self._ok = name_widget(
            self._buttons.addButton(self.tr("导出…"), accept), "supportOk", self.tr("导出")
        )
        self._buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        for name in texts:
            item = QListWidgetItem(f"{translate('Support', _TITLES[name])}\n{name}", self._list)
            item.setData(Qt.ItemDataRole.UserRole, name)
        self._lay_out()
        self._list.currentItemChanged.connect(self._show_text)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._list.setCurrentRow(0)
        self._list.setFocus()

    def _lay_out(self) -> None:
        note = QLabel(
            self.tr(
                "下面就是要交出去的全部内容，可以逐项查看。没有填写的文字和数字，没有项目、单位、人员和文件的名称。"
            ),
            self,
        )
        note.setWordWrap(True)
        theme.set_style_property(note, "tone", "muted")
        self._list.setFixedWidth(_LIST_WIDTH)
        self._list.setSpacing(2)
        middle = QHBoxLayout()
        middle.addWidget(self._list)
        middle.addWidget(self._text, 1)
        column = QVBoxLayout(self)
        column.addWidget(note)
        column.addLayout(middle, 1)
        column.addWidget(self._buttons)
        self._ok.setDefault(True)
        dialog_sizes.resize_within_screen(self, _SIZE)

    def _show_text(self, item: QListWidgetItem) -> None:
        self._text.setPlainText(self._texts[item.data(Qt.ItemDataRole.UserRole)])
