"""A user at a window that is closed in the end, and ledgers to sit down at."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from selfeval_desktop import bootstrap
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form
from tests.journeys.user import User

Sit = Callable[[Path | None], User]


@pytest.fixture
def sit(qtbot: QtBot) -> Iterator[Sit]:
    """Open the real window on a ledger; whatever is still open is closed after the test."""
    users: list[User] = []

    def open_window(ledger: Path | None) -> User:
        users.append(User(ledger))
        return users[-1]

    yield open_window
    # What a failed test leaves open may ask something, now or when it is closed.
    unasked = QTimer()
    unasked.timeout.connect(lambda: (asking := QApplication.activeModalWidget()) and asking.close())
    unasked.start(50)
    for user in users:
        while dialog := QApplication.activeModalWidget():
            dialog.close()
        user.close()
        user.window.deleteLater()
    unasked.stop()


@pytest.fixture
def empty_ledger(tmp_path: Path) -> Path:
    """A ledger without a form."""
    return ledger_of(tmp_path / "台账.selfeval")


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """A ledger of the five example forms."""
    return ledger_of(tmp_path / "示例.selfeval", *bootstrap.build_services().examples())


def ledger_of(path: Path, *forms: Form) -> Path:
    """A ledger of these forms, closed."""
    store = bootstrap.ledger_files().create_ledger_file(path)
    store.insert_forms(
        [Draft(form, evaluate(form, bootstrap.installed_templates().get_template(form.template))) for form in forms]
    )
    store.close()
    return path


def stored(ledger: Path) -> list[Form]:
    """The forms as they lie in the file, whoever holds it."""
    store = bootstrap.ledger_files().open_ledger_file(ledger, read_only=True)
    try:
        return [store.load_form(summary.form_id) for summary in store.form_summaries()]
    finally:
        store.close()
