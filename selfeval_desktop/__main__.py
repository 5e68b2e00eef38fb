"""The window: `selfeval-desktop [LEDGER]`."""

import gc
import logging
import os
import sys
from pathlib import Path

FAULT = 3
"""The exit code of a fault of the program, as of the command line."""


def main() -> None:
    """Open the window and stay until it is closed."""
    if not _has_display():
        # Qt would abort the process without a word that a user understands.
        sys.stderr.write("没有显示器，不能打开窗口。请改用命令 selfeval（见 selfeval --help）。\n")
        sys.exit(2)
    # A log that cannot be written is no reason to print a trace.
    logging.raiseExceptions = False
    try:
        code = _run_window()
    except Exception as error:  # noqa: BLE001 - before the window stands there is no crash dialog
        code = _report_fault(error)
    sys.exit(code)


def _run_window() -> int:
    from PySide6.QtWidgets import QApplication

    from selfeval_desktop import paths
    from selfeval_desktop.app.foreign_files import shown_text
    from selfeval_desktop.app.log import log_hard_crashes
    from selfeval_desktop.ui.kit.input_method import prefer_loadable_plugin

    prefer_loadable_plugin(os.environ)
    # Qt ends the process over an argument that is no UTF-8.
    given = {shown_text(argument): argument for argument in sys.argv}
    application = QApplication([shown_text(argument) for argument in sys.argv])
    arguments = [given[argument] for argument in application.arguments()[1:]]
    with log_hard_crashes(paths.user_log()):
        from selfeval_desktop.bootstrap import open_window

        window = open_window(Path(arguments[0]) if arguments else None)
        # The modules and widgets stay until the end: searching them for garbage each time would hold up the typing.
        gc.freeze()
        code = application.exec()
        del window
    return code


def _report_fault(error: Exception) -> int:
    """One plain sentence, on standard error and, where somebody can see it, in a box; the exit code."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication, QMessageBox

    from selfeval_desktop import paths
    from selfeval_desktop.app import log
    from selfeval_desktop.wording import language

    path = log.write_log_to(paths.user_log())
    log.log_error(error)
    told = language.start_fault(path if path.is_file() else None)
    if sys.stderr is not None:
        sys.stderr.write(f"{told}\n")
    if isinstance(QApplication.instance(), QApplication) and QApplication.platformName() != "offscreen":
        box = QMessageBox(QMessageBox.Icon.Critical, language.fault_box_title(), told)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.exec()
    return FAULT


def _has_display() -> bool:
    """False where neither X11 nor Wayland is there; a platform named in QT_QPA_PLATFORM is left to Qt."""
    if sys.platform in {"win32", "darwin"} or "QT_QPA_PLATFORM" in os.environ:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


if __name__ == "__main__":
    main()
