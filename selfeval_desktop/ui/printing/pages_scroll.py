"""Scrolling and enlarging sheets of paper."""

from typing import Literal

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from selfeval_desktop.app.paper.drawing import Page
from selfeval_desktop.ui.printing.pages_view import GAP, PagesView

Zoom = float | Literal["width", "page"]
"""A factor of the size on paper, or fit to the width of the window, or to a whole page."""

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)

_INCH = 72.0
_SMALLEST = 0.05
_NOTCH = 120
_NEAR = 0.01
_KEPT = 40
"""How many logical pixels of the view stay in view when a key scrolls by a page."""


class PagesScroll(QScrollArea):
    """The wheel with Ctrl enlarges; arrows at the sides go from cell to cell, Enter leads to the cell's field.

    `zoomed` comes with each new zoom, `turned` with the page that is in view, counted from 0.
    """

    zoomed = Signal()
    turned = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = PagesView(self)
        self._zoom: Zoom = "width"
        self._turned_to = 0
        self._wheel = 0
        self.setWidget(self.view)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setBackgroundRole(QPalette.ColorRole.Mid)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._update_page_in_view)

    @property
    def zoom(self) -> Zoom:
        """How large the pages are shown."""
        return self._zoom

    @property
    def page_in_view(self) -> int:
        """The page in view, counted from 0."""
        return self._turned_to

    def show_pages(self, pages: tuple[Page, ...]) -> None:
        """Draw these pages from now on, at the place where the last ones were."""
        height = self.verticalScrollBar().value()
        self.view.show_pages(pages)
        self._update_scale()
        self.verticalScrollBar().setValue(height)
        self._update_page_in_view()

    def set_zoom(self, zoom: Zoom, anchor: QPoint | None = None) -> None:
        """Show the pages so large; what lies at `anchor` in the viewport, else at its top, stays there."""
        self._zoom = zoom
        self._update_scale(anchor)
        self.zoomed.emit()

    def step_zoom(self, distance: int, anchor: QPoint | None = None) -> None:
        """One step larger or smaller than now, whatever the present size came from."""
        now = self.view.scale / self._real_size
        larger = [zoom for zoom in ZOOMS if zoom > now + _NEAR]
        smaller = [zoom for zoom in ZOOMS if zoom < now - _NEAR]
        if distance > 0 and larger:
            self.set_zoom(larger[0], anchor)
        elif distance < 0 and smaller:
            self.set_zoom(smaller[-1], anchor)

    def turn_to(self, page: int) -> None:
        """Bring the top of that page, counted from 0, to the top of the view."""
        if 0 <= page < len(self.view.pages):
            self.verticalScrollBar().setValue(int(self.view.sheet_rect(page).top()) - GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_scale()
        self._update_page_in_view()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        if abs(self._wheel) >= _NOTCH:
            self.step_zoom(self._wheel, event.position().toPoint())
            self._wheel = 0
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bar = Qt.Key(event.key()), self.verticalScrollBar()
        if key is Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif key is Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self._step_page(1 if key is Qt.Key.Key_PageDown else -1)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._step_spot(1 if key is Qt.Key.Key_Right else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.view.highlighted_spot is not None:
            self.view.fieldChosen.emit(self.view.highlighted_spot.target.field)
        else:
            super().keyPressEvent(event)

    @property
    def _real_size(self) -> float:
        """Logical pixels to the point on paper."""
        return self.logicalDpiX() / _INCH

    def _step_page(self, distance: int) -> None:
        """To the next whole page; in a larger one as far as the window shows, but for a line or two."""
        if self._zoom == "page":
            self.turn_to(self._turned_to + distance)
        else:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + distance * (self.viewport().height() - _KEPT))

    def _step_spot(self, distance: int) -> None:
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        seen = self.viewport().rect().translated(bars[0].value(), bars[1].value())
        spot = self.view.step_highlight(distance, seen)
        if spot is not None:
            area = self.view.spot_rect(spot).toRect()
            middle = area.center()
            self.ensureVisible(middle.x(), middle.y(), area.width() // 2 + GAP, area.height() // 2 + GAP)

    def _update_scale(self, anchor: QPoint | None = None) -> None:
        """Keep the part of the page that lies at the anchor where it is."""
        anchor = anchor or QPoint(self.viewport().width() // 2, 0)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        place = QPoint(across.value(), down.value()) + anchor
        page = self.view.page_at(place.y())
        old = self.view.sheet_rect(page) if self.view.pages else None
        self.view.set_scale(max(_SMALLEST, self._wanted_scale()))
        if old is not None:
            new = self.view.sheet_rect(page)
            grown = new.height() / old.height()
            across.setValue(round(new.left() + (place.x() - old.left()) * grown) - anchor.x())
            down.setValue(round(new.top() + (place.y() - old.top()) * grown) - anchor.y())

    def _wanted_scale(self) -> float:
        if isinstance(self._zoom, float):
            return self._zoom * self._real_size
        room = self.viewport().size()
        wide = (room.width() - 2 * GAP) / self.view.widest_page_width
        if self._zoom == "width":
            return wide
        tallest = max((page.height for page in self.view.pages), default=1.0)
        return min(wide, (room.height() - 2 * GAP) / tallest)

    def _update_page_in_view(self) -> None:
        """The page at a third of the view; the first and the last one where there is no more to scroll."""
        bar, last = self.verticalScrollBar(), max(0, len(self.view.pages) - 1)
        if bar.value() == bar.minimum():
            page = 0
        elif bar.value() == bar.maximum():
            page = last
        else:
            page = self.view.page_at(bar.value() + self.viewport().height() / 3)
        if page != self._turned_to:
            self._turned_to = page
            self.turned.emit(page)
