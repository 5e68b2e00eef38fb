"""The window's frame: menus, toolbar, start page, message bar and status line.

It is painted before anything that knows of ledgers and forms is loaded; `load_features` brings that.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from selfeval_desktop.app.foreign_files import shown_text
from selfeval_desktop.app.settings import SettingsStore
from selfeval_desktop.ui.frame import actions, menu_table
from selfeval_desktop.ui.frame.actions import Actions
from selfeval_desktop.ui.frame.status_line import StatusLine
from selfeval_desktop.ui.kit import files, theme
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.floating import FloatsAtBottom
from selfeval_desktop.ui.kit.input_method import is_fcitx_out_of_reach
from selfeval_desktop.ui.kit.message_bar import MessageBar
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.kit.window_room import window_room
from selfeval_desktop.ui.safety.start_page import StartPage
from selfeval_desktop.wording import language

if TYPE_CHECKING:
    from selfeval_desktop.app.ledger.session import FormState
    from selfeval_desktop.app.services import Services
    from selfeval_desktop.ui.document.document import Document
    from selfeval_desktop.ui.frame.ledger_page import LedgerPage

_IDLE_MS = 400
"""Between two modules that are loaded in advance, once the window can be used."""
_SIZE = QSize(1366, 768)
_SCREEN_PART = 0.8
"""How much of a large screen the first window takes."""
_SMALLEST = QSize(900, 400)


class MainWindow(QMainWindow):
    """`open_ledger` and `document` work once the features are loaded."""

    def __init__(self, settings: SettingsStore) -> None:
        super().__init__()
        name_widget(self, "mainWindow", self.tr("绩效自评"))
        self.setWindowTitle(self.tr("绩效自评"))
        self._settings = settings
        self._actions = Actions(self)
        self._messages = MessageBar(self)
        self._start = StartPage(self._actions.named(menu_table.START), self)
        self._status = StatusLine(self)
        self._pages = QStackedWidget(self)
        self._last_ledgers = QMenu(self.tr("最近的台账"), self)
        self._work: LedgerPage | None = None
        self._idle = QTimer(self, interval=_IDLE_MS)
        self._lay_out()
        self._make_menus()
        self._last_ledgers.aboutToShow.connect(self._fill_recent_ledgers_menu)
        screen: QScreen | None = self.screen()
        self._resize_to_screen(screen.availableSize() if screen is not None else QSize())
        self.setAcceptDrops(True)
        self.restoreGeometry(QByteArray.fromBase64(settings.load_settings().geometry.encode("ascii", "replace")))

    @property
    def document(self) -> Document:
        """What lies open."""
        return self._require_ledger_page().document

    def load_features(self, services: Services) -> None:
        """Bring everything that works on ledgers and forms."""
        from selfeval_desktop.ui.frame.ledger_page import LedgerPage, WindowShell
        from selfeval_desktop.ui.kit.files import FileLabels

        FileLabels(self)
        frame = WindowShell(self, self._actions, self._messages, self._start, self._status)
        self._actions.show_all_icons()
        self._work = LedgerPage(frame, services)
        self._view_menu.insertMenu(self._actions["actionProblems"], self._work.columns.menu)
        self._fit_parts()
        self._pages.addWidget(self._work)
        self._floating.float_over(self._work.work_area)
        self._log_folder = services.log_folder
        self._actions.connect_commands(self)
        document = self._work.document
        document.ledgerChanged.connect(lambda: self._show_title(document.form))
        document.formShown.connect(self._show_title)
        document.ledgerChanged.connect(self._show_page)
        self._show_title(document.form)
        self._show_page()
        self._idle.timeout.connect(lambda: None if services.preload() else self._idle.stop())
        self._idle.start()

    def open_ledger(self, path: Path) -> None:
        """Open a ledger at the place where it was left, or say on the start page why it cannot be opened."""
        self._require_ledger_page().ledger_commands.open_at_last_place(path)
        self._show_page()

    def report_last_session_end(self) -> None:
        """Say how the last run ended, where nobody ended it, and what became of the settings."""
        self._require_ledger_page().crash_recovery.report_last_runs()

    def report_missing_input_method(self) -> None:
        """Say what to install where the desktop's Chinese input cannot reach the program; other news goes first."""
        if not self._messages.text and is_fcitx_out_of_reach(os.environ):
            self._messages.show_message(
                self.tr(
                    "桌面设置的输入法是 fcitx，但没有连上，本程序里可能打不出中文；已填的内容不受影响。"
                    "请启动 fcitx5；没有安装时（旧版 fcitx4 连不上），请管理员安装 fcitx5 和 fcitx5-chinese-addons"
                    "（或 ibus 和 ibus-libpinyin），注销后重新登录。在此之前可以在别的程序里写好，再粘贴过来。"
                ),
                "warning",
            )

    def show_new_changes(self) -> None:
        """Show what is new, once, where the program is newer than the one that ran before."""
        self._require_ledger_page().about_commands.show_new_changes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_parts()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this PC, while no dialog asks for something."""
        if self._work is not None and _dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a ledger that is dropped on the window; import all other files."""
        dropped = _dropped_files(event.mimeData())
        event.acceptProposedAction()
        # Later: the program that the files come from waits for the answer.
        QTimer.singleShot(0, self, lambda: self._require_ledger_page().take_dropped_files(dropped))

    def closeEvent(self, event: QCloseEvent) -> None:
        # Should leaving fail by a fault of the program, the window stays.
        event.ignore()
        if self._work is not None and not self._work.leave_ledger():
            return
        self._idle.stop()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self._settings.change_settings(geometry=geometry)
        event.accept()

    def _lay_out(self) -> None:
        # Nothing is shown until it is known whether a ledger comes.
        self._pages.addWidget(QWidget(self))
        self._pages.addWidget(self._start)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(centre)
        self._messages.setParent(centre)
        self._floating = FloatsAtBottom(self._messages)
        self.setStatusBar(self._status)

    def _resize_to_screen(self, screen: QSize) -> None:
        """As large as it is meant to be, and larger on a large screen, or as the screen; a size too small for any window is not believed.

        A window that would fill the screen is maximized: its title bar would push the status line out.
        """
        fits = screen.width() >= _SMALLEST.width() and screen.height() >= _SMALLEST.height()
        size = (screen * _SCREEN_PART).expandedTo(_SIZE).boundedTo(screen) if fits else _SIZE
        self.resize(size)
        if fits and size.height() == screen.height():
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _fit_parts(self) -> None:
        """Show as much as the window has room for; the toolbar's actions are in the menus too."""
        room = window_room(self.size())
        self._toolbar.setVisible(not room.lowest)
        if self._work is not None:
            self._work.fit_to(room)

    def _make_menus(self) -> None:
        self._actions.show_icons((*menu_table.TOOLBAR, *menu_table.START))
        menu = actions.add_menus(self, self._actions)
        self._toolbar = actions.add_toolbar(self, self._actions)
        menu["menuFile"].insertMenu(self._actions["actionExamples"], self._last_ledgers)
        spoken = self._settings.load_settings().language or language.current_language()
        self._view_menu, size = menu["menuView"], self._settings.load_settings().text_size
        self._view_menu.insertMenu(
            self._actions["actionContrast"], actions.text_size_menu(self, size, self._choose_text_size)
        )
        self._actions.set_action_checked("actionContrast", self._settings.load_settings().contrast)
        self._view_menu.addMenu(actions.language_menu(self, spoken, self._choose_language))

    def _require_ledger_page(self) -> LedgerPage:
        assert self._work is not None
        return self._work

    def _show_page(self) -> None:
        """The work while a ledger is open, else the start page."""
        work = self._require_ledger_page()
        if work.document.ledger is not None:
            self._pages.setCurrentWidget(work)
        elif self._pages.currentWidget() is not self._start:
            self._start.show_ledgers([Path(place.ledger) for place in self._settings.load_settings().places])
            self._pages.setCurrentWidget(self._start)
            self._start.focus_first_choice()

    def _show_title(self, state: FormState | None) -> None:
        """The project, the ledger and the program."""
        document = self.document
        project = (state.form.project_name or self.tr("未填项目名称")) + "[*]" if state else "[*]"
        name = shown_text(document.ledger.store.path.stem) if document.ledger else ""
        parts = [project, self.tr("{0}（只读）").format(name) if document.read_only else name]
        parts.append(self.tr("绩效自评"))
        self.setWindowTitle(" — ".join(part for part in parts if part not in {"", "[*]"}))

    def _choose_text_size(self, size: int) -> None:
        self._change_theme(text_size=size)

    def _change_theme(self, **choice: int | bool) -> None:
        """Store text size or contrast in the settings, and show the window so at once."""
        self._settings.change_settings(**choice)
        kept, application = self._settings.load_settings(), QApplication.instance()
        assert isinstance(application, QApplication)
        theme.apply_theme(application, theme.ThemeChoice(kept.text_size, kept.contrast))
        self._actions.show_all_icons()
        self._fit_parts()

    def _choose_language(self, code: str) -> None:
        self._settings.change_settings(language=code)
        self._messages.show_message(self.tr("下次打开程序时改用所选的语言。"), "hint")

    def _fill_recent_ledgers_menu(self) -> None:
        self._last_ledgers.clear()
        for place in self._settings.load_settings().places:
            path = Path(place.ledger)
            action = self._last_ledgers.addAction(shown_text(f"{path.stem}  ({path.parent})"))
            action.triggered.connect(lambda _checked, path=path: self.open_ledger(path))
        if self._last_ledgers.isEmpty():
            self._last_ledgers.addAction(self.tr("还没有")).setEnabled(False)

    @does("actionContrast")
    def choose_contrast(self, contrast: bool) -> None:
        """Darker colours, or the usual ones."""
        self._change_theme(contrast=contrast)

    @does("actionLog")
    def open_log_folder(self) -> None:
        """Show the folder of the program's log in the system's file manager."""
        files.open_in_system(self._log_folder)

    @does("actionQuit")
    def quit(self) -> None:
        """Close the window, as its cross does."""
        self.close()

    @does("actionKeys")
    def show_keys_dialog(self) -> None:
        """The card of all keys and signs."""
        from selfeval_desktop.ui.help.keys_dialog import KeysDialog

        KeysDialog(actions.actions_by_menu(self._actions), self).open()


def _dropped_files(dropped: QMimeData) -> list[Path]:
    """The files of this PC among what is dragged; no folders."""
    paths = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]
