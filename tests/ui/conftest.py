"""What every test of the window has: the program's look, fonts included."""

import pytest
from PySide6.QtWidgets import QApplication

from selfeval_desktop.ui import theme


@pytest.fixture(scope="session", autouse=True)
def look(qapp: QApplication) -> None:
    """Dress the application as the program does."""
    theme.install(qapp)
