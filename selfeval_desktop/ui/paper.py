"""Pages on the screen and on a printer: the operations that the PDF is made of, drawn with QPainter."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGlyphRun, QPageLayout, QPageSize, QPainter, QRawFont
from PySide6.QtPrintSupport import QPrinter

from selfeval_desktop import paths
from selfeval_desktop.app.drawing import Mark, Page, Rule, TextRun
from selfeval_desktop.app.errors import UnwritableFile

_POINTS_PER_INCH = 72
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
    for mark in page.marks:
        _paint_mark(painter, mark)
    for rule in page.rules:
        _paint_rule(painter, rule)
    painter.setPen(Qt.GlobalColor.black)
    for run in page.runs:
        _paint_text(painter, run)
    painter.restore()


def set_up(printer: QPrinter, page: Page) -> None:
    """Give the printer the page's paper. Margins are part of the page, so the whole sheet is ours."""
    portrait = page.height >= page.width
    size = QSizeF(min(page.width, page.height), max(page.width, page.height))
    printer.setPageLayout(
        QPageLayout(
            QPageSize(size, QPageSize.Unit.Point),
            QPageLayout.Orientation.Portrait if portrait else QPageLayout.Orientation.Landscape,
            QMarginsF(),
        )
    )
    printer.setFullPage(True)


def print_pages(printer: QPrinter, pages: Sequence[Page]) -> None:
    """Print the pages that the printer's range asks for; UnwritableFile when it cannot begin or go on.

    Call `set_up` before a print dialog is shown; it is done here too, as the dialog may change the paper.
    """
    chosen = _in_range(printer, pages)
    if not chosen:
        return
    set_up(printer, chosen[0])
    painter = QPainter()
    if not painter.begin(printer):
        raise _refused(printer)
    try:
        for number, page in enumerate(chosen):
            if number and not printer.newPage():
                raise _refused(printer)
            paint_page(painter, page, printer.resolution() / _POINTS_PER_INCH)
    finally:
        painter.end()


def _in_range(printer: QPrinter, pages: Sequence[Page]) -> Sequence[Page]:
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        return pages[printer.fromPage() - 1 : printer.toPage() or len(pages)]
    return pages


def _refused(printer: QPrinter) -> UnwritableFile:
    return UnwritableFile(Path(printer.outputFileName() or printer.printerName()), "")


def _paint_rule(painter: QPainter, rule: Rule) -> None:
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


def _paint_mark(painter: QPainter, mark: Mark) -> None:
    width = sum(_advances(mark.text, mark.font)) * mark.size / _MEASURE
    painter.save()
    painter.translate(mark.x, mark.y)
    painter.rotate(-mark.angle)
    painter.setPen(QColor.fromRgbF(mark.grey, mark.grey, mark.grey))
    _paint_text(painter, TextRun(-width / 2, _MIDDLE * mark.size, mark.text, mark.font, mark.size, width))
    painter.restore()


def _paint_text(painter: QPainter, run: TextRun) -> None:
    pixels = _pixels(run.size)
    glyphs = _glyphs(run.text, run.font, pixels, run.width * pixels / run.size)
    if pixels == run.size:
        painter.drawGlyphRun(QPointF(run.x, run.baseline), glyphs)
        return
    painter.save()
    painter.translate(run.x, run.baseline)
    painter.scale(run.size / pixels, run.size / pixels)
    painter.drawGlyphRun(QPointF(), glyphs)
    painter.restore()


def _pixels(size: float) -> int:
    """The whole size nearest to it: Qt has no other; what is missing is done by scaling."""
    return max(1, round(size))


@cache
def _raw_font(name: str, pixels: int) -> QRawFont:
    """The bundled font, asked for through the font database.

    Glyphs of a QRawFont that is read from a file, or resized, are not drawn where they come out higher
    than 64 pixels: on a printer, and when the preview is enlarged.
    """
    path = str(paths.fonts() / f"{name}.ttf")
    QFontDatabase.addApplicationFont(path)
    file = QRawFont(path, pixels)
    font = QFont(file.familyName())
    font.setWeight(QFont.Weight(file.weight()))
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return QRawFont.fromFont(font)


def _advances(text: str, font: str) -> list[float]:
    """Advance of each glyph in thousandths of an em."""
    raw = _raw_font(font, _MEASURE)
    points = raw.advancesForGlyphIndexes(
        raw.glyphIndexesForString(text), QRawFont.LayoutFlag.UseDesignMetrics
    )
    return [point.x() for point in points]


@lru_cache(maxsize=4096)
def _glyphs(text: str, font: str, pixels: int, width: float) -> QGlyphRun:
    """The text's glyphs, without kerning, spread so that they take exactly `width` pixels."""
    raw = _raw_font(font, pixels)
    advances = _advances(text, font)
    whole = sum(advances)
    factor = width / whole if whole else 0.0
    starts = accumulate(advances[:-1], initial=0.0)
    glyphs = QGlyphRun()
    glyphs.setRawFont(raw)
    glyphs.setGlyphIndexes(raw.glyphIndexesForString(text))
    glyphs.setPositions([QPointF(start * factor, 0.0) for start in starts])
    return glyphs
