"""Takes the pictures: of the window, of its dialogs and of the pages of a PDF."""

from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from selfeval_desktop.ui.frame.main_window import MainWindow

FOLDER = Path(__file__).parents[2] / "build" / "screens"
TABS = ("funds", "goals", "indicators", "preview")
DPI = 110


@dataclass(frozen=True, slots=True)
class Look:
    """One way to show the window; `name` begins the names of its pictures."""

    name: str
    scale: float = 1.0
    language: str = ""


class Camera:
    """Takes pictures of one window under numbers that keep their order."""

    def __init__(self, look: Look, window: MainWindow) -> None:
        self.window = window
        self._look = look
        self._count = 0

    def take(self, what: str, widget: QWidget | None = None) -> None:
        """The window, or a dialog of it, once it has come to rest."""
        QTest.qWait(150)
        picture = (widget or self.window).grab()
        self._count += 1
        name = f"{self._look.name}-{self._count:02}-{what}.png"
        picture.save(str(FOLDER / name))
        screen = self.window.screen().availableSize()
        if screen.expandedTo((widget or self.window).size()) != screen:
            print(f"{name}: {picture.width()}×{picture.height()} does not fit the screen")


def take_tabs(camera: Camera, what: str) -> None:
    """All pages of the open form."""
    tabs = camera.window.findChild(QTabWidget, "tabs")
    assert tabs is not None
    for number, tab in enumerate(TABS):
        tabs.setCurrentIndex(number)
        camera.take(f"{what}-{tab}")


def take_dialog(camera: Camera, what: str) -> None:
    """The dialog that is open, which is then closed."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    camera.take(what, dialog)
    dialog.close()


def trigger(window: MainWindow, action: str) -> None:
    """Do what a menu entry does."""
    found = window.findChild(QAction, action)
    assert found is not None
    found.trigger()


def draw_pages(path: Path, name: str) -> None:
    """The pages of a PDF as pictures, numbered from 1."""
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document, start=1):
            page.render(scale=DPI / 72).to_pil().save(FOLDER / f"{name}-{number}.png")
