"""A process of its own: a user at work, who says so and would go on for ever; to be ended from outside.

Usage: python -m tests.journeys.sitter LEDGER SITUATION
"""

import sys
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QPushButton

from selfeval_desktop.app.errors import UnwritableFile
from selfeval_desktop.app.log import log_hard_crashes
from selfeval_desktop.app.ports.documents import Printout, Progress, ignore_progress
from selfeval_desktop.ui.exchange.import_commands import ImportCommands
from tests.journeys.user import Key, User

TYPED = "5200.5"
COMPOSED = "因疫情"
READY = "ready"
Situation = Callable[[User], None]


def say_ready() -> None:
    print(READY, flush=True)


def type_amount(user: User) -> None:
    """Its editor stays open."""
    user.go_to("fundsTab", 2, 2)
    user.type(TYPED)


def with_open_editor(user: User) -> None:
    """An amount in an editor that stays open."""
    type_amount(user)
    QTimer.singleShot(0, say_ready)


def while_composing(user: User) -> None:
    """Letters that an input method has not made into a text yet."""
    type_amount(user)
    user.press(Key.Key_Return)
    user.go_to("indicatorsTab", 0, 7)
    user.type(COMPOSED)
    user.compose("tuichi", "")
    QTimer.singleShot(0, say_ready)


def in_dialog(name: str, action: str) -> Situation:
    """A modal dialog over an editor that was open."""

    def begin(user: User) -> None:
        type_amount(user)
        timer = QTimer(user.window)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog) and dialog.objectName() == name:
                timer.stop()
                say_ready()

        timer.timeout.connect(look)
        timer.start(20)
        QTimer.singleShot(0, lambda: user.trigger(action))

    return begin


def in_menu(user: User) -> None:
    """An open menu."""
    type_amount(user)
    QTimer.singleShot(50, say_ready)
    menu = user.find(QMenu, "menuFile")
    QTimer.singleShot(0, menu.exec)


def slowly(progress: Progress) -> None:
    """Work without end, until it is stopped."""
    say_ready()
    for done in range(100_000):
        progress(done, 100_000)
        time.sleep(0.01)


def press(dialog: QDialog, text: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()


def exporting(action: str, dialog: str, button: str) -> Situation:
    """An export that goes on."""

    def write(printouts: Sequence[Printout], target: Path, progress: Progress = ignore_progress) -> tuple[Path, ...]:
        slowly(progress)
        return (target,)

    def begin(user: User) -> None:
        type_amount(user)
        document = user.window.document
        document.services = replace(
            document.services,
            writers=dict.fromkeys(document.services.writers, write),
            write_package=write,  # type: ignore[arg-type]
        )
        target = str(Path(sys.argv[1]).with_name("out.pdf"))
        QFileDialog.getSaveFileName = lambda *_arguments, **_options: (target, "")  # type: ignore[method-assign]
        if dialog:
            user.in_dialog(dialog, lambda shown: press(shown, button))
        QTimer.singleShot(0, lambda: user.trigger(action))

    return begin


def importing(user: User) -> None:
    """A file that is being read."""
    type_amount(user)
    document = user.window.document

    def read(_path: Path, progress: Progress = ignore_progress) -> None:
        slowly(progress)

    document.services = replace(document.services, office_reader=lambda: nullcontext(read))  # type: ignore[arg-type]
    imports = user.window.findChild(ImportCommands)
    assert imports is not None
    paths: Sequence[Path] = [Path(sys.argv[1]).with_name("x.xlsx")]
    QTimer.singleShot(0, lambda: imports.import_paths(paths))


def on_full_disk(user: User) -> None:
    """Changes that the ledger does not take."""
    ledger = user.window.document.ledger
    assert ledger is not None
    path = ledger.store.path

    def refuse(*_arguments: object) -> None:
        raise UnwritableFile(path, "No space left on device")

    setattr(ledger.store, "save_form", refuse)  # noqa: B010 - no store of ours takes that
    with_open_editor(user)


def asked_on_full_disk(user: User) -> None:
    """The same, and the user is being asked what to do."""
    on_full_disk(user)
    QTimer.singleShot(0, user.close)


SITUATIONS: dict[str, Situation] = {
    "editor": with_open_editor,
    "composing": while_composing,
    "units": in_dialog("unitsDialog", "actionUnits"),
    "export-dialog": in_dialog("exportDialog", "actionExport"),
    "menu": in_menu,
    "pdf": exporting("actionSavePdf", "", ""),
    "export": exporting("actionExport", "exportDialog", "导出"),
    "package": exporting("actionPackage", "packageDialog", "导出上报包"),
    "import": importing,
    "full": on_full_disk,
    "full-asked": asked_on_full_disk,
}


def main() -> None:
    """As the program itself does it."""
    application = QApplication(sys.argv)
    with log_hard_crashes(Path(sys.argv[1]).parent):
        user = User(Path(sys.argv[1]))
        SITUATIONS[sys.argv[2]](user)
        code = application.exec()
    del user
    sys.exit(code)


if __name__ == "__main__":
    main()
