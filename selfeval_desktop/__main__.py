"""The window: `selfeval-desktop [LEDGER]`."""

import gc
import os
import sys
from pathlib import Path


def main() -> None:
    """Open the window and stay until it is closed."""
    if not _has_display():
        # Qt would abort the process without a word that a user understands.
        sys.stderr.write("没有显示器，不能打开窗口。请改用命令 selfeval（见 selfeval --help）。\n")
        sys.exit(2)
    from PySide6.QtWidgets import QApplication

    from selfeval_desktop import paths
    from selfeval_desktop.app.log import log_hard_crashes
    from selfeval_desktop.bootstrap import open_window

    application = QApplication(sys.argv)
    arguments = application.arguments()[1:]
    window = open_window(Path(arguments[0]) if arguments else None)
    # All of this stays until the end: to search it for garbage again and again would hold up the typing each time.
    gc.freeze()
    with log_hard_crashes(paths.user_log()):
        code = application.exec()
    del window
    sys.exit(code)


def _has_display() -> bool:
    """Only X11 and Wayland can be missing; a platform asked for by name is left to Qt."""
    if sys.platform in {"win32", "darwin"} or "QT_QPA_PLATFORM" in os.environ:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


if __name__ == "__main__":
    main()
