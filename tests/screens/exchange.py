"""Pictures of what comes in from elsewhere and of what goes up: import, carrying over, package, answers."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from selfeval_desktop import bootstrap
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.exchange.import_commands import ImportCommands
from tests.intake.offices import workbook_of
from tests.screens.camera import Camera, take_dialog, trigger

DOUBTFUL = {FieldRef.fund("current_year", "executed"): "约三万", FieldRef.indicator(1, "score"): "优"}


def take_exchange(camera: Camera, folder: Path) -> None:
    """On the open ledger; nothing of it is changed."""
    first, second, *_ = bootstrap.build_services().examples()
    sheet, book = folder / "档案馆报来.xlsx", folder / "收到的表.xlsx"
    for cell, text in DOUBTFUL.items():
        second = edits.set_cell(second, cell, text)
    sheet.write_bytes(workbook_of(second))
    book.write_bytes(workbook_of(first))
    window = camera.window
    imports = window.findChild(ImportCommands)
    assert imports is not None
    take_when_there(camera, "import")
    imports.import_paths([sheet, book])
    take_when_there(camera, "unread-files")
    imports.import_paths([sheet, folder / "没有这个文件.xlsx", folder / "也没有.json"])
    for action, what in (
        ("actionCarryOver", "carry-over"),
        ("actionPackage", "package"),
        ("actionTypeOver", "type-over"),
        ("actionRules", "rules"),
        ("actionCheckup", "checkup"),
    ):
        take_when_there(camera, what)
        trigger(window, action)
        QTest.qWait(300)
    for action, name, what in (
        ("actionAnswers", "answersDialog", "answers"),
        ("actionCheckAll", "ledgerCheckDialog", "check-all"),
    ):
        trigger(window, action)
        dialog = window.findChild(QDialog, name)
        assert dialog is not None
        QTest.qWait(600)
        camera.take(what, dialog)
        dialog.close()


def take_when_there(camera: Camera, what: str, tries: int = 60) -> None:
    """The next dialog but for that of progress, which is then closed."""
    dialog = QApplication.activeModalWidget()
    if dialog is not None and dialog.objectName() != "progress":
        take_dialog(camera, what)
    elif tries:
        QTimer.singleShot(300, partial(take_when_there, camera, what, tries - 1))
