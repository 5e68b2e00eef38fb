"""A long list is not laid out anew for one of its rows."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.kit.lines_view import RowsView

ROWS = 1000


class Counted(QStringListModel):
    """Counts how often it is asked for the number of its rows: Qt does that for each row that it lays out."""

    asked = 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        self.asked += 1
        return super().rowCount(parent)


def test_a_row_that_says_something_else_is_painted_and_no_other_is_asked_for(qtbot: QtBot) -> None:
    model, view = Counted([str(row) for row in range(ROWS)]), RowsView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.show()
    QApplication.processEvents()
    assert model.asked >= ROWS
    model.asked = 0
    model.setData(model.index(0), "别的")
    QApplication.processEvents()
    assert model.asked < ROWS // 5
    assert "别的" in view.model().index(0, 0).data()
