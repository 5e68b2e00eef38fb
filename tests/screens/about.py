"""Pictures of what the program tells of itself: its licence and parts, what is new, a package that was checked."""

from pathlib import Path
from unittest import mock

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton

from tests.screens.camera import Camera, take_dialog, trigger


def take_about(camera: Camera, folder: Path) -> None:
    """The dialogs of the help menu; packages to check are made in `folder`."""
    trigger(camera.window, "actionAbout")
    parts = camera.window.findChild(QPushButton, "aboutParts")
    assert parts is not None
    parts.click()
    take_dialog(camera, "parts")
    take_dialog(camera, "about")
    trigger(camera.window, "actionChanges")
    changes = camera.window.findChild(QDialog, "changesDialog")
    assert changes is not None
    camera.take("changes", changes)
    changes.close()
    take_packages(camera, folder)


def take_packages(camera: Camera, folder: Path) -> None:
    """A package without a sheet, and one that differs from its sheet."""
    package = folder / "selfeval-0.2.0-windows-setup.exe"
    package.write_bytes(b"1")
    sheet = folder / "selfeval-0.2.0-sha256.txt"
    with mock.patch.object(QFileDialog, "getOpenFileName", return_value=(str(package), "")):
        for what, line in (("no-sheet", ""), ("other-hash", f"{'0' * 64}  {package.name}\n")):
            if line:
                sheet.write_text(line, "utf-8")
            trigger(camera.window, "actionCheckPackage")
            QTest.qWait(300)
            take_dialog(camera, what)
