"""Printers that write PDF files, and hands for the dialogs that lead to them."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from selfeval_desktop.ui.printing.print_job import Printers

Part = TypeVar("Part", bound=QWidget)
Dialog = TypeVar("Dialog", bound=QDialog)


class Tray:
    """The sheets of the office's printers: one file for each job, in `folder`; the second prints both sides."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.jobs: list[Path] = []
        self.names: tuple[str, ...] = ("办公室", "财务室")
        self.used: list[str] = []

    def open(self, name: str) -> QPrinter:
        self.used.append(name)
        self.jobs.append(self.folder / f"job-{len(self.jobs) + 1}.pdf")
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.jobs[-1]))
        return printer


def load(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Tray:
    """Put these printers in the place of the system's."""
    tray = Tray(folder)
    monkeypatch.setattr(Printers, "printer_names", lambda _self: tray.names)
    monkeypatch.setattr(Printers, "prints_both_sides", lambda _self, name: name == tray.names[-1])
    monkeypatch.setattr(Printers, "open_printer", lambda _self, name: tray.open(name))
    return tray


def part(dialog: QWidget, kind: type[Part], name: str) -> Part:
    """The part of that object name."""
    found = dialog.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def answer(kind: type[Dialog], work: Callable[[Dialog], None]) -> None:
    """Do that in the next dialog, which must be of that kind; whatever stays open is rejected."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        try:
            assert isinstance(dialog, kind), dialog
            work(dialog)
        finally:
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, act)
