"""Commands that tell of the program itself: what it is and is made of, what is new, whether a package is genuine."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from selfeval_desktop import __version__
from selfeval_desktop.app.program_parts import changes_since
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.help.about_dialog import AboutDialog
from selfeval_desktop.ui.help.changes_dialog import ChangesDialog
from selfeval_desktop.ui.help.parts_dialog import PartsDialog
from selfeval_desktop.ui.help.program_package_dialog import ProgramPackageDialog
from selfeval_desktop.ui.kit import files
from selfeval_desktop.ui.kit.commands import does


class AboutCommands(QObject):
    """They work without a ledger."""

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._window = document, window
        self._settings = document.services.settings

    @does("actionAbout")
    def show_about_box(self) -> None:
        """Name, version and licence of the program."""
        dialog = AboutDialog(self._window)
        dialog.parts.clicked.connect(self._show_parts)
        dialog.open()

    @does("actionChanges")
    def show_all_changes(self) -> None:
        """What each version brought."""
        with self._document.reporting_errors():
            self._show_changes(since="")

    def show_new_changes(self) -> None:
        """What is new, once, where an older program ran here before; it leaves the window usable."""
        settings = self._settings.load_settings()
        if settings.version == __version__:
            return
        # Programs before this setting came left the ledgers that they had opened.
        is_update = bool(settings.version or settings.places)
        self._settings.change_settings(version=__version__)
        if is_update:
            with self._document.reporting_errors():
                self._show_changes(settings.version)

    @does("actionCheckPackage")
    def check_package(self) -> None:
        """Compare a package with the hash sheet beside it."""
        folder = self._settings.load_settings().folder
        kinds = self.tr("安装包 (*.exe *.zip *.deb);;所有文件 (*)")
        path = files.ask_open_file(self._window, self.tr("核对安装包"), folder, kinds)
        if path is None:
            return
        with self._document.reporting_errors():
            with self._document.progress.show_progress(self.tr("正在核对安装包…")) as watch:
                found = self._document.services.check_package(path, watch)
            ProgramPackageDialog(found, self._window).open()

    def _show_changes(self, since: str) -> None:
        dialog = ChangesDialog(changes_since(self._document.services.changes(), since), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def _show_parts(self) -> None:
        with self._document.reporting_errors():
            PartsDialog(self._document.services.parts(), self._window).open()
