"""The real window on a real ledger, and short ways to reach its parts."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QTableView, QTabWidget, QWidget

from selfeval_desktop import bootstrap
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.ui.frame.main_window import MainWindow
from tests.builders import complete_form, mof_2020

Part = TypeVar("Part", bound=QWidget)


def ledger_file(path: Path, forms: Sequence[Form]) -> Path:
    """A ledger with these forms on disk."""
    store = bootstrap.ledger_files().create_ledger_file(path)
    if forms:
        store.insert_forms([Draft(form, evaluate(form, mof_2020())) for form in forms])
    store.close()
    return path


def two_forms() -> tuple[Form, Form]:
    """One form without findings and one that still lacks its project name."""
    return complete_form(project_name="宣传与推广"), complete_form(project_name="", unit="某区档案馆")


def stored_forms(path: Path) -> list[Form]:
    """What a ledger holds on disk, read by nobody's window."""
    store = bootstrap.ledger_files().open_ledger_file(path, read_only=True)
    forms = [store.load_form(summary.form_id) for summary in store.form_summaries()]
    store.close()
    return forms


class Screen:
    """The window as a user has it: its parts by object name, its actions, the keyboard."""

    def __init__(self, ledger: Path | None) -> None:
        self.window: MainWindow = bootstrap.open_window(ledger)

    def part(self, kind: type[Part], name: str) -> Part:
        """The visible or hidden part of that object name."""
        found = self.window.findChild(kind, name)
        assert isinstance(found, kind), name
        return found

    def text(self, label: str) -> str:
        """What a label says."""
        return self.part(QLabel, label).text()

    def do(self, action: str) -> None:
        """Choose an action, which must be enabled."""
        found = self.window.findChild(QAction, action)
        assert isinstance(found, QAction), action
        assert found.isEnabled(), found.toolTip()
        found.trigger()

    @property
    def forms(self) -> QListView:
        return self.part(QListView, "formList")

    @property
    def funds(self) -> QTableView:
        return self.part(QTableView, "fundsTable")

    @property
    def tabs(self) -> QTabWidget:
        return self.part(QTabWidget, "tabs")

    @property
    def form(self) -> Form:
        """The open form."""
        state = self.window.document.form
        assert state is not None
        return state.form

    def open_form(self, row: int) -> None:
        """Go to a form of the list."""
        self.forms.setCurrentIndex(self.forms.model().index(row, 0))

    def type_name(self, text: str) -> None:
        """Type plain letters at the end of the project name."""
        box = self.part(QLineEdit, "projectName")
        box.setFocus()
        box.end(False)
        QTest.keyClicks(box, text)

    def begin_amount(self, text: str, row: int = 1, column: int = 2) -> QLineEdit:
        """Type into a cell of the funds table and leave its editor open."""
        self.funds.setFocus()
        self.funds.setCurrentIndex(self.funds.model().index(row, column))
        QTest.keyClick(self.funds, Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        QTest.keyClicks(editor, text)
        return editor

    def type_amount(self, text: str, row: int = 1, column: int = 2) -> None:
        """Type into a cell of the funds table and leave it."""
        QTest.keyClick(self.begin_amount(text, row, column), Qt.Key.Key_Return)

    def close(self) -> bool:
        return self.window.close()
