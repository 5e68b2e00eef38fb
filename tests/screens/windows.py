"""Every state of the window that a user meets."""

import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QPlainTextEdit, QToolButton, QWidget

from selfeval_desktop import bootstrap
from selfeval_desktop.ui.safety.program_faults import CrashDialog, describe_fault
from tests.screens.about import take_about
from tests.screens.camera import Camera, Look, take_dialog, take_tabs, trigger
from tests.screens.entry import take_entry
from tests.screens.exchange import take_exchange
from tests.screens.forms import fill
from tests.screens.past import take_past
from tests.screens.safe import take_safe


def show_window(look: Look) -> None:
    """Every state of the window that a user meets."""
    application = QApplication([])
    bootstrap.build_services().settings.change_settings(language=look.language)
    with tempfile.TemporaryDirectory() as folder:
        window = bootstrap.open_window(None)
        camera = Camera(look, window)
        camera.take("start")
        wrong = Path(folder) / "通讯录.selfeval"
        wrong.write_text("这不是台账。", "utf-8")
        window.open_ledger(wrong)
        camera.take("start-refused")
        ledger = Path(folder) / "示例台账.selfeval"
        fill(ledger)
        window.open_ledger(ledger)
        window.document.show_form(3)
        take_tabs(camera, "tab")
        window.document.show_form(6)
        take_tabs(camera, "faults")
        window.document.show_form(5)
        take_tabs(camera, "long")
        take_preview(camera)
        take_entry(camera)
        take_dialogs(camera, ledger)
        take_exchange(camera, Path(folder))
        take_past(camera)
        take_safe(camera, ledger)
        take_about(camera, Path(folder))
        take_stamped(camera, Path(folder) / "签章件.pdf")
        window.close()
    # Without a screen Qt keeps what was copied until Python is gone, and what Python made with it.
    application.clipboard().clear()


def take_preview(camera: Camera) -> None:
    """The pages of the open form as a whole, and a cell of them that stands out."""
    trigger(camera.window, "actionPrintPreview")
    zoom, pages = camera.window.findChild(QComboBox, "zoom"), camera.window.findChild(QWidget, "pagesScroll")
    assert zoom is not None
    assert pages is not None
    zoom.setCurrentIndex(zoom.findData("page"))
    QTest.keyClick(pages, Qt.Key.Key_PageDown)
    camera.take("preview-page")
    zoom.setCurrentIndex(zoom.findData(1.0))
    QTest.keyClick(pages, Qt.Key.Key_Right)
    camera.take("preview-cell")


def take_dialogs(camera: Camera, ledger: Path) -> None:
    """What stands above the window: message bar, export, printing, further papers, keys, crash."""
    window = camera.window
    trigger(window, "actionDeleteForm")
    camera.take("message")
    trigger(window, "actionUndo")
    for action, what in (
        ("actionExport", "export"),
        ("actionPageSetup", "page-setup"),
        ("actionPrint", "print"),
        ("actionPrintForms", "batch"),
        ("actionSummary", "summary"),
        ("actionPublicCopy", "public-copy"),
        ("actionBlankForm", "blank-form"),
        ("actionBalance", "balance"),
        ("actionKeys", "keys"),
    ):
        QTimer.singleShot(300, partial(take_dialog, camera, what))
        trigger(window, action)
        QTest.qWait(600)
    crash = CrashDialog(describe_fault(LookupError, None), ledger, window)
    crash.open()
    camera.take("crash", crash)
    crash.close()


def take_stamped(camera: Camera, target: Path) -> None:
    """A printed form that is changed afterwards, its copies, and one with a character that cannot be printed."""
    window = camera.window
    setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))  # noqa: B010 - no dialog to answer
    window.document.show_form(2)
    trigger(window, "actionSavePdf")
    trigger(window, "actionTab2")
    goal = window.findChild(QPlainTextEdit, "goalActual")
    assert goal is not None
    goal.setFocus()
    QTest.keyClicks(goal, "2 ")
    camera.take("changed-since")
    goal.insertPlainText("，，共 12  场\n二、")
    tidy = window.findChild(QToolButton, "goalActualTidy")
    assert tidy is not None
    QTimer.singleShot(300, partial(take_dialog, camera, "tidy"))
    tidy.click()
    trigger(window, "actionPaperCopies")
    camera.take("print-history", window.findChild(QDialog, "proofDialog"))
    QTest.keyClick(goal, Qt.Key.Key_Escape)
    goal.insertPlainText("\U00030000")
    QTimer.singleShot(300, partial(take_dialog, camera, "missing-character"))
    trigger(window, "actionSavePdf")
