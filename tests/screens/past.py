"""Pictures of what was: the history of a form, of one cell, and the recycle bin."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.frame.main_window import MainWindow
from tests.screens.camera import Camera, take_dialog, trigger

ACTUAL, NOW = FieldRef.indicator(2, "actual"), FieldRef.indicator(1, "actual")
"""A cell, and where its row is in the end."""
GOAL = FieldRef.goal("actual")

_STEPS: tuple[Callable[[Form], Form], ...] = (
    lambda form: edits.set_cell(form, FieldRef.fund("current_year", "executed"), "12.5万"),
    lambda form: edits.set_cell(form, ACTUAL, "98%"),
    lambda form: edits.set_cell(form, GOAL, form.goals.actual + "全年共受理群众来访 1,204 批次。"),
    lambda form: edits.insert_row(form, 1),
    lambda form: edits.set_cell(form, FieldRef.indicator(1, "level3"), "回访群众人次"),
    lambda form: edits.move_row(form, 1, 4),
    lambda form: edits.set_note(form, NOW, "等财务的数"),
    lambda form: edits.set_cell(form, ACTUAL, "99.5%"),
    lambda form: edits.delete_rows(form, [0]),
)


def take_past(camera: Camera) -> None:
    """On the open form, which is changed; two other forms are deleted and come back."""
    window = camera.window
    _work(window)
    workspace = window.findChild(Workspace, "workspace")
    assert workspace is not None
    workspace.show_field(NOW)
    QTimer.singleShot(300, partial(_take_compared, camera))
    trigger(window, "actionHistory")
    QTimer.singleShot(300, partial(take_dialog, camera, "history-of-cell"))
    trigger(window, "actionCellHistory")
    for form_id in (1, 4):
        window.document.show_form(form_id)
        trigger(window, "actionDeleteForm")
    QTimer.singleShot(300, partial(take_dialog, camera, "recycle-bin"))
    trigger(window, "actionRecycleBin")
    for _ in range(2):
        trigger(window, "actionUndo")


def _work(window: MainWindow) -> None:
    """Some steps of every kind."""
    document = window.document
    for change in _STEPS:
        assert document.form is not None
        document.session.change_form(change(document.form.form), label="")
        document.flush()


def _take_compared(camera: Camera) -> None:
    """The newest line, then the time of an earlier one compared with now."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    camera.take("history", dialog)
    lines = dialog.findChild(QTableView, "historyLines")
    assert lines is not None
    lines.selectRow(5)
    QTest.qWait(50)
    take_dialog(camera, "history-compared")
