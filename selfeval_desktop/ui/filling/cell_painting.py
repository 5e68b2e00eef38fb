"""Drawing a cell of a form: background, text, and the signs of findings, origins, notes and overridden figures."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF, QTextOption
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyleOptionViewItem

from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.ui.document.cells import Cell
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.lines_view import line_count, text_option

PADDING = 5
"""Between the edge of a cell and its text, in logical pixels."""

_CORNER = 7.0
_FIGURE = frozenset("0123456789.,-%")
_TALL = 48
_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


def paint_cell(painter: QPainter, option: QStyleOptionViewItem, cell: Cell, *, is_one_line: bool) -> None:
    """Draw a cell of a table. A text that wraps stays in view while its cell, taller than the view, is scrolled."""
    rect: QRect = option.rect
    state: QStyle.StateFlag = option.state
    seen = _visible_part(option)
    painter.save()
    painter.fillRect(rect, _cell_background(cell, selected=bool(state & QStyle.StateFlag.State_Selected)))
    text_rect = QRectF(rect).adjusted(PADDING, 1, -PADDING, -1)
    if cell.marked_severity is not None:
        sign = _paint_mark(painter, seen, cell.marked_severity)
        text_rect.setLeft(sign.right() + 3)
    # A copy: the counts are kept for longer than the option lives.
    lines = line_count(cell.text, int(text_rect.width()), QFont(option.font))
    if lines * option.fontMetrics.lineSpacing() <= seen.height():
        text_rect.setTop(seen.top() + 1)
        text_rect.setBottom(seen.bottom())
    painter.setPen(theme.colour("calculated_text" if cell.grey else "text"))
    if is_one_line:
        _draw_line(painter, text_rect, cell)
    else:
        painter.drawText(text_rect, cell.text, _cell_text_option(cell))
    _paint_cell_signs(painter, rect, cell)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
    painter.restore()


def one_line_width(option: QStyleOptionViewItem, cell: Cell) -> int:
    """The width of the text in one line with what stands around it, in pixels."""
    around = 2 * PADDING + 2 + (theme.MARK_SIZE if cell.marked_severity else 0)
    return int(option.fontMetrics.horizontalAdvance(cell.text)) + around


def paint_sample(painter: QPainter, rect: QRect, cell: Cell) -> None:
    """Draw a cell without its text, for legends: its background and its signs."""
    painter.fillRect(rect, _cell_background(cell, selected=False))
    if cell.marked_severity is not None:
        _paint_mark(painter, rect, cell.marked_severity)
    _paint_cell_signs(painter, rect, cell)


def _visible_part(option: QStyleOptionViewItem) -> QRect:
    """The cell, or the part in view of one taller than `_TALL`: a text that fits there is drawn there."""
    view, rect = option.widget, QRect(option.rect)
    if isinstance(view, QAbstractScrollArea) and rect.height() > _TALL:
        window = view.viewport().rect()
        rect.setTop(max(rect.top(), window.top()))
        rect.setBottom(min(rect.bottom(), window.bottom()))
    return rect if rect.height() > _TALL else option.rect


def _cell_background(cell: Cell, *, selected: bool) -> QColor:
    if selected:
        return theme.colour("accent_soft")
    if cell.marked_severity is not None:
        return theme.severity_tint(cell.marked_severity)
    return theme.colour("calculated" if cell.grey else "base")


def _draw_line(painter: QPainter, rect: QRectF, cell: Cell) -> None:
    line = " ".join(cell.text.split("\n"))
    shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, _ALIGNMENTS[cell.align] | Qt.AlignmentFlag.AlignVCenter, shown)


def _cell_text_option(cell: Cell) -> QTextOption:
    """Figures do not wrap: half of one would read as another."""
    option = text_option(_ALIGNMENTS[cell.align])
    if _FIGURE.issuperset(cell.text):
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option


def _paint_mark(painter: QPainter, rect: QRect, severity: Severity) -> QRect:
    """Draw the sign of a finding at the left; the result is its rectangle."""
    side = theme.MARK_SIZE
    sign = QRect(rect.left() + 3, rect.center().y() - side // 2, side, side)
    theme.severity_icon(severity).paint(painter, sign)
    return sign


def _paint_cell_signs(painter: QPainter, rect: QRect, cell: Cell) -> None:
    if cell.is_overridden:
        _paint_override_mark(painter, rect)
    if cell.origin is not None:
        _paint_origin(painter, rect, cell.origin)
    if cell.note:
        _paint_note(painter, rect)


def _begin_sign(painter: QPainter, colour: str) -> None:
    """Fill what is drawn next with that colour of the theme, without an outline."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(colour))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _paint_origin(painter: QPainter, rect: QRect, origin: ValueOrigin) -> None:
    """At the bottom left: a triangle for a value from a file, a bar for one of last year's."""
    _begin_sign(painter, "muted")
    corner = QPointF(rect.left() + 1, rect.bottom() + 1)
    if origin is ValueOrigin.IMPORTED:
        painter.drawPolygon(QPolygonF([corner, corner - QPointF(0, _CORNER), corner + QPointF(_CORNER, 0)]))
    else:
        painter.drawRect(QRectF(corner - QPointF(0, 2 * _CORNER), QSizeF(_CORNER / 2, 2 * _CORNER)))


def _paint_note(painter: QPainter, rect: QRect) -> None:
    """A dot at the bottom right: there is a private note."""
    _begin_sign(painter, "accent")
    side = _CORNER - 1
    painter.drawEllipse(QRectF(rect.right() - side - 1, rect.bottom() - side - 1, side, side))


def _paint_override_mark(painter: QPainter, rect: QRect) -> None:
    """A small triangle at the top right: something other than the calculated figure was typed."""
    corner = QPointF(rect.right() + 1, rect.top())
    _begin_sign(painter, "accent")
    painter.drawPolygon(QPolygonF([corner - QPointF(_CORNER, 0), corner, corner + QPointF(0, _CORNER)]))
