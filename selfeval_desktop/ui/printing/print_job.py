"""Pages on the screen and on their way to a printer: the operations that the PDF is made of, drawn with QPainter."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGlyphRun, QPageLayout, QPageSize, QPainter, QRawFont
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from selfeval_desktop import paths
from selfeval_desktop.app.errors import PrinterRefused
from selfeval_desktop.app.paper.drawing import FilledRectangle, Page, RuledLine, TextRun, Watermark
from selfeval_desktop.app.paper.print_order import PrintChoice, arrange_pages
from selfeval_desktop.app.ports.documents import Progress, ignore_progress

# Glyph advances are taken at this size, where they are whole pixels.
_MEASURE = 1000
# The middle of a Chinese character lies so many em above the line it stands on.
_MIDDLE = 0.38


def paint_page(painter: QPainter, page: Page, scale: float) -> None:
    """Draw the page, its top left corner at the painter's origin, `scale` units to the point.

    Only the ink is drawn: the white of the sheet is the caller's.
    """
    painter.save()
    painter.scale(scale, scale)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for mark in page.marks:
        _paint_mark(painter, mark)
    for rule in page.rules:
        _paint_rule(painter, rule)
    for block in page.blocks:
        _paint_block(painter, block)
    painter.setPen(Qt.GlobalColor.black)
    for run in page.runs:
        _paint_text(painter, run)
    painter.restore()


def _paint_rule(painter: QPainter, rule: RuledLine) -> None:
    """Fill whole pixels of the device, so that every rule of the table is equally sharp and strong."""
    device = painter.deviceTransform()
    upright = rule.x1 == rule.x2
    ink = QRectF(QPointF(rule.x1, rule.y1), QPointF(rule.x2, rule.y2))
    half = rule.width / 2
    ink = device.mapRect(ink.adjusted(-half, 0, half, 0) if upright else ink.adjusted(0, -half, 0, half))
    strength = max(1, round(rule.width * device.m11()))
    left, top = round(ink.left()), round(ink.top())
    pixels = QRectF(
        left,
        top,
        strength if upright else round(ink.right()) - left,
        round(ink.bottom()) - top if upright else strength,
    )
    back, _ = device.inverted()
    painter.fillRect(back.mapRect(pixels), Qt.GlobalColor.black)


def _paint_block(painter: QPainter, block: FilledRectangle) -> None:
    """Fill whole pixels of the device: blocks that touch leave no seam, and a QR code stays crisp."""
    device = painter.deviceTransform()
    ink = device.mapRect(QRectF(block.x, block.y, block.width, block.height))
    corners = (QPointF(round(x), round(y)) for x, y in ((ink.left(), ink.top()), (ink.right(), ink.bottom())))
    back, _ = device.inverted()
    painter.fillRect(back.mapRect(QRectF(*corners)), Qt.GlobalColor.black)


def _paint_mark(painter: QPainter, mark: Watermark) -> None:
    width = sum(_glyph_advances(mark.text, mark.font)) * mark.size / _MEASURE
    painter.save()
    painter.translate(mark.x, mark.y)
    painter.rotate(-mark.angle)
    painter.setPen(QColor.fromRgbF(mark.grey, mark.grey, mark.grey))
    _paint_text(painter, TextRun(-width / 2, _MIDDLE * mark.size, mark.text, mark.font, mark.size, width))
    painter.restore()


def _paint_text(painter: QPainter, run: TextRun) -> None:
    pixels = _pixel_size(run.size)
    scale = pixels / run.size
    glyphs = _glyph_run(run.text, run.font, pixels, run.width * scale, run.spacing * scale)
    if pixels == run.size:
        painter.drawGlyphRun(QPointF(run.x, run.baseline), glyphs)
        return
    painter.save()
    painter.translate(run.x, run.baseline)
    painter.scale(1 / scale, 1 / scale)
    painter.drawGlyphRun(QPointF(), glyphs)
    painter.restore()


def _pixel_size(size: float) -> int:
    """The whole size nearest to it: Qt has no other; what is missing is done by scaling."""
    return max(1, round(size))


@cache
def _raw_font(name: str, pixels: int) -> QRawFont:
    """The font of that name, as `PaperSetup.font` means it, asked for through the font database.

    Glyphs of a QRawFont that is read from a file, or resized, are not drawn where they come out higher
    than 64 pixels: on a printer, and when the preview is enlarged.
    """
    path = str(paths.font_file(name))
    QFontDatabase.addApplicationFont(path)
    file = QRawFont(path, pixels)
    font = QFont(file.familyName())
    font.setWeight(QFont.Weight(file.weight()))
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return QRawFont.fromFont(font)


def _glyph_indexes(text: str, raw: QRawFont) -> list[int]:
    """The glyph of each character; an empty box, as in the PDF, for what the font lacks."""
    (box,) = raw.glyphIndexesForString("□")
    return [index or box for index in raw.glyphIndexesForString(text)]


def _glyph_advances(text: str, font: str) -> list[float]:
    """Advance of each glyph in thousandths of an em."""
    raw = _raw_font(font, _MEASURE)
    points = raw.advancesForGlyphIndexes(_glyph_indexes(text, raw), QRawFont.LayoutFlag.UseDesignMetrics)
    return [point.x() for point in points]


@lru_cache(maxsize=4096)
def _glyph_run(text: str, font: str, pixels: int, width: float, spacing: float) -> QGlyphRun:
    """The text's glyphs, without kerning, so that they take exactly `width` pixels, `spacing` between any two."""
    raw = _raw_font(font, pixels)
    advances = _glyph_advances(text, font)
    whole = sum(advances)
    factor = (width - (len(text) - 1) * spacing) / whole if whole else 0.0
    starts = accumulate((advance * factor + spacing for advance in advances[:-1]), initial=0.0)
    glyphs = QGlyphRun()
    glyphs.setRawFont(raw)
    glyphs.setGlyphIndexes(_glyph_indexes(text, raw))
    glyphs.setPositions([QPointF(start, 0.0) for start in starts])
    return glyphs


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
    sides = arrange_pages([[_PrintSide(page, each.binding) for page in each.pages] for each in documents], choice)
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
