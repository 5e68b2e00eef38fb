"""The 求助材料: shown before it is written, so that the user sees that nothing of his forms is in it."""

import locale
import platform
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, QSize, QStandardPaths, Qt, qVersion
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from selfeval_desktop import __version__
from selfeval_desktop.app.support import SupportContext, collect_support_texts
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.kit import files
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.message_bar import MessageOffer
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP, translate

_ENDING = ".zip"
_LIST_WIDTH = 190
_TITLES: Mapping[str, str] = {
    "system.txt": QT_TRANSLATE_NOOP("Support", "程序和系统的版本"),
    "settings.json": QT_TRANSLATE_NOOP("Support", "设置，没有名称和路径"),
    "log.txt": QT_TRANSLATE_NOOP("Support", "运行记录，没有路径"),
    "ledger.json": QT_TRANSLATE_NOOP("Support", "台账的结构和核对结果"),
    "form.json": QT_TRANSLATE_NOOP("Support", "当前表，每个字都遮住"),
}


class SupportCommands(QObject):
    """Works without a ledger, too: that may be what is wrong."""

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._window = document, window

    @does("actionSupportPacket")
    def export_support_material(self) -> None:
        """Show what would go out, then write it."""
        if self._document.progress.is_busy:
            return
        with self._document.reporting_errors():
            with self._document.progress.show_progress(self.tr("正在收集求助材料…")) as watch:
                texts = collect_support_texts(self._current_situation(), watch)
            if SupportDialog(texts, self._window).ask_consent():
                self._write_support_material(texts)

    def _write_support_material(self, texts: dict[str, str]) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(self._document.services.settings.load_settings().folder or documents)
        name = self.tr("求助材料") + f"-{datetime.now().astimezone():%Y%m%d-%H%M}{_ENDING}"
        title, kinds = self.tr("导出求助材料"), f"ZIP (*{_ENDING})"
        chosen = files.ask_save_file(self._window, title, folder / name, kinds)
        if chosen is None:
            return
        target = files.with_ending(chosen, _ENDING, any_case=True)
        self._document.services.write_archive({name: text.encode() for name, text in texts.items()}, target)
        offers: list[MessageOffer] = [(self.tr("打开所在文件夹"), lambda: files.open_in_system(target.parent))]
        self._document.messages.show_message(
            self.tr("求助材料在 {0}，请把它交给维护人员。").format(target), "ok", offers
        )

    def _current_situation(self) -> SupportContext:
        ledger, services = self._document.ledger, self._document.services
        return SupportContext(
            self._system_facts(),
            services.settings.load_settings(),
            services.log_folder,
            ledger.store if ledger else None,
            self._document.form,
        )

    def _system_facts(self) -> dict[str, str]:
        screen: QScreen | None = self._window.screen()
        size = screen.availableSize() if screen is not None else QSize()
        return {
            "selfeval": __version__,
            "frozen": str(bool(getattr(sys, "frozen", False))),
            "python": platform.python_version(),
            "qt": qVersion(),
            "pyside": pyside_version,
            "system": platform.platform(),
            "machine": platform.machine(),
            "locale": str(locale.getlocale()),
            "file names": sys.getfilesystemencoding(),
            "screen": f"{size.width()}x{size.height()} at {self._window.devicePixelRatioF():.2f}",
            "window": f"{self._window.width()}x{self._window.height()}",
        }


class SupportDialog(TaskDialog):
    """`texts` by their names in the archive, to be looked at. Nothing is written here."""

    def __init__(self, texts: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__("supportDialog", self.tr("导出求助材料"), parent)
        self._texts = texts
        self.add_text(
            self.tr(
                "下面就是要交出去的全部内容，可以逐项查看。没有填写的文字和数字，没有项目、单位、人员和文件的名称。"
            ),
            "muted",
        )
        self._list = name_widget(QListWidget(self), "supportList", self.tr("材料"))
        self._list.setFixedWidth(_LIST_WIDTH)
        self._list.setSpacing(2)
        self._text = name_widget(QPlainTextEdit(self), "supportText", self.tr("内容"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        middle = QHBoxLayout()
        middle.addWidget(self._list)
        middle.addWidget(self._text, 1)
        self.add_part(middle, 1)
        self.add_button("supportOk", self.tr("导出…"), is_default=True).setAccessibleName(self.tr("导出"))
        self.add_cancel()
        self.start_with_size(720, 460)
        for name in texts:
            item = QListWidgetItem(f"{translate('Support', _TITLES[name])}\n{name}", self._list)
            item.setData(Qt.ItemDataRole.UserRole, name)
        self._list.currentItemChanged.connect(self._show_text)
        self._list.setCurrentRow(0)
        self._list.setFocus()

    def _show_text(self, item: QListWidgetItem) -> None:
        self._text.setPlainText(self._texts[item.data(Qt.ItemDataRole.UserRole)])
