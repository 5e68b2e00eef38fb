"""The 求助材料: shown before it is written, so that the user sees that nothing of his forms is in it."""

import locale
import platform
import sys
from datetime import datetime
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, QStandardPaths, QUrl, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from selfeval_desktop import __version__
from selfeval_desktop.app.support import SupportContext, collect_support_texts
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.message_bar import MessageOffer
from selfeval_desktop.ui.safety.support_dialog import SupportDialog

_ENDING = ".zip"


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
            dialog = SupportDialog(texts, self._window)
            answer = dialog.exec()
            dialog.deleteLater()
            if answer == QDialog.DialogCode.Accepted:
                self._write_support_material(texts)

    def _write_support_material(self, texts: dict[str, str]) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(self._document.services.settings.load_settings().folder or documents)
        name = self.tr("求助材料") + f"-{datetime.now().astimezone():%Y%m%d-%H%M}{_ENDING}"
        title, kinds = self.tr("导出求助材料"), f"ZIP (*{_ENDING})"
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(folder / name), kinds)
        if not chosen:
            return
        target = Path(chosen if chosen.lower().endswith(_ENDING) else f"{chosen}{_ENDING}")
        self._document.services.write_archive({name: text.encode() for name, text in texts.items()}, target)
        parent = QUrl.fromLocalFile(str(target.parent))
        offers: list[MessageOffer] = [(self.tr("打开所在文件夹"), lambda: QDesktopServices.openUrl(parent))]
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
        screen = self._window.screen()
        size = screen.availableSize()
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
            "screen": f"{size.width()}x{size.height()} at {screen.devicePixelRatio():.2f}",
            "window": f"{self._window.width()}x{self._window.height()}",
        }
