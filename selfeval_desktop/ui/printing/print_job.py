"""Prints pages with QPainter on a QPrinter."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from selfeval_desktop.app.errors import PrinterRefused
from selfeval_desktop.app.paper.drawing import Page
from selfeval_desktop.app.paper.print_order import PrintChoice, arrange_pages
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.ui.printing.paper import paint_page

_POINTS_PER_INCH = 72
_POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class PrintDocument:
    """Pages that belong together; `binding` is the part of their margin, in mm, that is kept for binding."""

    pages: tuple[Page, ...]
    binding: float = 0


def print_documents(
    printer: QPrinter,
    documents: Sequence[PrintDocument],
    choice: PrintChoice,
    progress: Progress = ignore_progress,
) -> int:
    """Send the documents as one job; the number of printed sides. PrinterRefused, Cancelled.

    Copies and order are made here, not by the driver, so that they are the same with every printer. A job
    that is not finished leaves no file where the printer writes one.
    """
    sides = arrange_pages(
        [[_PrintSide(page, each.binding) for page in each.pages] for each in documents], choice
    )
    if not sides:
        return 0
    duplex = QPrinter.DuplexMode
    printer.setDuplex(duplex.DuplexLongSide if choice.two_sided else duplex.DuplexNone)
    job = _PrintJob(printer, sides, two_sided=choice.two_sided)
    is_whole = False
    try:
        job.print_sides(progress)
        is_whole = True
    finally:
        if not is_whole:
            job.cancel_job()
    return sum(side is not None for side in sides)


@dataclass(frozen=True, slots=True)
class _PrintSide:
    page: Page
    binding: float

    @property
    def back_offset(self) -> QPointF:
        """How far the back of a sheet is moved, in points, as its binding margin lies at the other edge."""
        shift = -self.binding * _POINTS_PER_MM
        return QPointF(shift, 0) if self.page.height >= self.page.width else QPointF(0, shift)


class _PrintJob:
    def __init__(self, printer: QPrinter, sides: Sequence[_PrintSide | None], *, two_sided: bool) -> None:
        self._printer, self._sides, self._two_sided = printer, sides, two_sided
        self._painter = QPainter()
        self._has_begun = False

    def print_sides(self, progress: Progress) -> None:
        """Paint every side. PrinterRefused, Cancelled."""
        papers = list(self._side_sizes())
        set_printer_paper(self._printer, papers[0])
        if not self._painter.begin(self._printer):
            raise self._refusal_error()
        self._has_begun = True
        for number, side in enumerate(self._sides):
            progress(number, len(self._sides))
            if number:
                if papers[number] != papers[number - 1]:
                    set_printer_paper(self._printer, papers[number])
                if not self._printer.newPage():
                    raise self._refusal_error()
            if side is not None:
                self._paint_side(side, is_back=self._two_sided and number % 2 == 1)
        progress(len(self._sides), len(self._sides))
        if not self._painter.end() or self._printer.printerState() is QPrinter.PrinterState.Error:
            raise self._refusal_error()

    def cancel_job(self) -> None:
        """Abort the job, as far as the system can, and remove the file of a printer that writes one."""
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()
        if self._has_begun and self._printer.outputFileName():
            Path(self._printer.outputFileName()).unlink(missing_ok=True)

    def _side_sizes(self) -> Iterator[tuple[float, float]]:
        """Width and height of each side in points; an empty back has those of its front."""
        size = (0.0, 0.0)
        for side in self._sides:
            size = size if side is None else (side.page.width, side.page.height)
            yield size

    def _paint_side(self, side: _PrintSide, *, is_back: bool) -> None:
        scale = self._printer.resolution() / _POINTS_PER_INCH
        self._painter.save()
        if is_back:
            self._painter.translate(side.back_offset * scale)
        paint_page(self._painter, side.page, scale)
        self._painter.restore()

    def _refusal_error(self) -> PrinterRefused:
        return PrinterRefused(self._printer.printerName() or self._printer.outputFileName())


def can_cancel_job(printer: QPrinter) -> bool:
    """Whether a job that has begun can be given up: Qt has no way to do that with CUPS."""
    return sys.platform in {"win32", "darwin"} or bool(printer.outputFileName())


def set_printer_paper(printer: QPrinter, paper: tuple[float, float]) -> None:
    """Give the printer paper of that width and height in points.

    Margins are part of the page, so the whole sheet is ours.
    """
    layout = QPageLayout.Orientation
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QSizeF(min(paper), max(paper)), QPageSize.Unit.Point),
            layout.Portrait if paper[1] >= paper[0] else layout.Landscape,
            QMarginsF(),
        )
    )
    printer.setFullPage(True)


@dataclass(frozen=True, slots=True)
class Printers:
    """Asks the system, which may be slow for each printer: ask about one only when it is chosen."""

    def printer_names(self) -> tuple[str, ...]:
        """All that are installed, the system's own choice first."""
        chosen = QPrinterInfo.defaultPrinterName()
        return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != chosen, name)))

    def prints_both_sides(self, name: str) -> bool:
        """Whether the printer prints both sides by itself."""
        modes = QPrinterInfo.printerInfo(name).supportedDuplexModes()
        return QPrinter.DuplexMode.DuplexLongSide in modes

    def open_printer(self, name: str) -> QPrinter:
        """The printer, ready to be set up."""
        return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
