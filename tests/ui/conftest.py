"""What every test of the window has: the program's look, fonts included."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.kit import theme
from tests.ui.windows import Screen, ledger_file, two_forms


@pytest.fixture(scope="session", autouse=True)
def look(qapp: QApplication) -> None:
    """Dress the application as the program does."""
    theme.install_theme(qapp)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger of two forms on disk; the second lacks its project name."""
    return ledger_file(tmp_path / "台账.selfeval", two_forms())


@pytest.fixture
def screen(ledger: Path, qtbot: QtBot) -> Iterator[Screen]:
    """The window, open on that ledger."""
    opened = Screen(ledger)
    qtbot.addWidget(opened.window)
    yield opened
    opened.close()
