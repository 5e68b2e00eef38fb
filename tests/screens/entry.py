"""Pictures of what helps with filling in: help, questions, pickers, units, large texts, signs, looks."""

from functools import partial

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from selfeval_desktop import bootstrap
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.over_time.differences import filled_cells
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.frame.main_window import MainWindow
from tests.blocks import html_of
from tests.screens.camera import FOLDER, Camera, take_dialog, trigger

SCORE = FieldRef.indicator(0, "score")


def take_entry(camera: Camera) -> None:
    """On the open form, which is left as it is but for a step or two that can be undone."""
    window = camera.window
    take_signs(camera)
    take_help(camera)
    take_question(camera)
    for action, what, cell in (
        ("actionReasons", "reasons", FieldRef.indicator(1, "deviation")),
        ("actionLibrary", "library", FieldRef.indicator(1, "level3")),
        ("actionLongText", "long-text", FieldRef.goal("expected")),
        ("actionNote", "note", SCORE),
        ("actionUnits", "units", SCORE),
    ):
        go_to(window, cell)
        QTimer.singleShot(500, partial(take_dialog, camera, what))
        trigger(window, action)
        QTest.qWait(300)
    take_whole_form(camera)
    trigger(window, "actionSignature")
    go_to(window, FieldRef.fund("total", "executed"))
    camera.take("signature-boxes")
    trigger(window, "actionSignature")
    trigger(window, "actionContrast")
    go_to(window, SCORE)
    camera.take("high-contrast")
    trigger(window, "actionContrast")


def take_signs(camera: Camera) -> None:
    """Every sign that a cell can carry, in colours and in grey."""
    document = camera.window.document
    state = document.form
    assert state is not None
    imported = list(filled_cells(state.form))[:200:3]
    form = edits.mark_origin(state.form, imported, ValueOrigin.IMPORTED)
    form = edits.mark_origin(form, [FieldRef.indicator(2, "target")], ValueOrigin.CARRIED)
    for row, column, text in ((0, "score", "9"), (1, "weight", "十"), (3, "actual", "90%")):
        form = edits.set_cell(form, FieldRef.indicator(row, column), text)
    form = edits.set_note(form, FieldRef.indicator(2, "actual"), "问过财务")
    document.session.change_form(form, label="")
    go_to(camera.window, FieldRef.indicator(4, "level3"))
    camera.take("signs")
    last = max(FOLDER.glob("*-signs.png"), key=lambda path: path.stat().st_mtime)
    QImage(str(last)).convertToFormat(QImage.Format.Format_Grayscale8).save(
        str(last.with_name(f"{last.stem}-grey.png"))
    )
    document.undo()


def take_help(camera: Camera) -> None:
    """The help beside a calculated cell, and beside one of the head."""
    window = camera.window
    go_to(window, SCORE)
    trigger(window, "actionFieldHelp")
    camera.take("help-score")
    go_to(window, FieldRef.head("department"))
    camera.take("help-head")
    trigger(window, "actionFieldHelp")


def take_question(camera: Camera) -> None:
    """A percent without its sign."""
    window = camera.window
    go_to(window, FieldRef.indicator(0, "actual"))
    for key in (Qt.Key.Key_9, Qt.Key.Key_6, Qt.Key.Key_Return):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
    camera.take("question")
    window.document.undo()


def take_whole_form(camera: Camera) -> None:
    """What is offered when a whole form is pasted."""
    data = QMimeData()
    data.setHtml(html_of(bootstrap.build_services().examples()[0]))
    QGuiApplication.clipboard().setMimeData(data)
    QTimer.singleShot(500, partial(take_dialog, camera, "whole-form"))
    trigger(camera.window, "actionPasteForm")
    QTest.qWait(300)


def go_to(window: MainWindow, field: FieldRef) -> None:
    """Put the cursor there."""
    workspace = window.findChild(Workspace, "workspace")
    assert workspace is not None
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    workspace.show_field(field)
    QTest.qWait(50)
