"""Pages on the screen and on a printer: the operations that the PDF is made of, drawn with QPainter."""

from functools import cache, lru_cache
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGlyphRun, QPainter, QRawFont

from selfeval_desktop import paths
from selfeval_desktop.app.paper.drawing import FilledRectangle, Page, RuledLine, TextRun, Watermark

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
