"""Draws the pages of the preview; a click on a printed cell leads to where it is filled in."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from selfeval_desktop.app.paper.drawing import ClickTarget, Page
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.plain_text import tooltip_text
from selfeval_desktop.ui.printing.print_job import paint_page

GAP = 14
_A4_WIDTH = 595.0


@dataclass(frozen=True, slots=True)
class PageSpot:
    """A cell on the pages: the page's number from 0, and its target there."""

    page: int
    target: ClickTarget


class PagesView(QWidget):
    """The pages below each other; `scale` is logical pixels to the point. Only what is in view is painted.

    The cell below the mouse, or the one that the keyboard has come to, stands out; a click leads there.
    """

    fieldChosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages: tuple[Page, ...] = ()
        self._sheets: tuple[QRectF, ...] = ()
        self._spot: PageSpot | None = None
        self._pressed: PageSpot | None = None
        self._tooltip = self.tr("单击转到填写处")
        self.scale = 1.0
        self.setMouseTracking(True)

    @property
    def pages(self) -> tuple[Page, ...]:
        """What is shown."""
        return self._pages

    @property
    def widest_page_width(self) -> float:
        """Width of the widest page in points; that of A4 while there is none."""
        return max((page.width for page in self._pages), default=_A4_WIDTH)

    @property
    def highlighted_spot(self) -> PageSpot | None:
        """The cell that stands out; None when none does."""
        return self._spot

    def show_pages(self, pages: tuple[Page, ...]) -> None:
        """Draw these pages from now on."""
        self._pages = pages
        self._spot = None
        self.set_scale(self.scale)

    def set_scale(self, scale: float) -> None:
        """Draw larger or smaller."""
        self.scale = scale
        width, top = int(self.widest_page_width * scale) + 2 * GAP, float(GAP)
        sheets = []
        for page in self._pages:
            sheets.append(QRectF((width - page.width * scale) / 2, top, page.width * scale, page.height * scale))
            top += page.height * scale + GAP
        self._sheets = tuple(sheets)
        self.setFixedSize(width, int(top))
        self.update()

    def sheet_rect(self, number: int) -> QRectF:
        """Where that page lies, counted from 0."""
        return self._sheets[number]

    def page_at(self, y: float) -> int:
        """The page at that height, counted from 0; a gap belongs to the page above it."""
        return max(0, sum(sheet.top() <= y for sheet in self._sheets) - 1)

    def field_at(self, point: QPointF) -> FieldRef | None:
        """The cell that is drawn there."""
        spot = self._spot_at(point)
        return spot.target.field if spot else None

    def field_position(self, field: FieldRef) -> QPointF | None:
        """The middle of the first place where that cell is drawn."""
        return next((self.spot_rect(spot).center() for spot in self._all_spots() if spot.target.field == field), None)

    def spot_rect(self, spot: PageSpot) -> QRectF:
        """Where a cell is drawn."""
        target, scale = spot.target, self.scale
        corner = self._sheets[spot.page].topLeft() + QPointF(target.x, target.y) * scale
        return QRectF(corner.x(), corner.y(), target.width * scale, target.height * scale)

    def step_highlight(self, distance: int, view: QRect) -> PageSpot | None:
        """Let the next cell stand out, or the one before; the first time, the first or last one in view."""
        spots = list(self._all_spots())
        if self._spot in spots:
            place = spots.index(self._spot) + distance
            self._highlight_spot(spots[place] if 0 <= place < len(spots) else self._spot)
        else:
            seen = [spot for spot in spots if self.spot_rect(spot).intersects(QRectF(view))] or spots
            self._highlight_spot(seen[0 if distance > 0 else -1] if seen else None)
        return self._spot

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colour("border"))
        for page, sheet in zip(self._pages, self._sheets, strict=True):
            if sheet.intersects(QRectF(event.rect())):
                painter.fillRect(sheet, theme.colour("base"))
                painter.save()
                painter.translate(sheet.topLeft())
                paint_page(painter, page, self.scale)
                painter.restore()
        if self._spot is not None:
            tint = QColor(theme.colour("accent"))
            tint.setAlphaF(0.12)
            area = self.spot_rect(self._spot)
            painter.fillRect(area, tint)
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.drawRect(area)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position())
        self._highlight_spot(spot)
        self.setCursor(Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor)
        self.setToolTip(tooltip_text(self._tooltip if spot else ""))

    def leaveEvent(self, event: QEvent) -> None:
        self._highlight_spot(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = self._spot_at(event.position()) if is_left else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self._spot_at(event.position()):
            SecondClicks(self.window(), event.globalPosition().toPoint())
            self.fieldChosen.emit(pressed.target.field)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ignore the second click; the first has led to the cell."""

    def _highlight_spot(self, spot: PageSpot | None) -> None:
        if spot != self._spot:
            for changed in (self._spot, spot):
                if changed is not None:
                    self.update(self.spot_rect(changed).toAlignedRect().adjusted(-2, -2, 2, 2))
            self._spot = spot

    def _spot_at(self, point: QPointF) -> PageSpot | None:
        number = self.page_at(point.y())
        spots = (PageSpot(number, target) for page in self._pages[number : number + 1] for target in page.targets)
        return next((spot for spot in spots if self.spot_rect(spot).contains(point)), None)

    def _all_spots(self) -> Iterator[PageSpot]:
        for number, page in enumerate(self._pages):
            for target in page.targets:
                yield PageSpot(number, target)


class SecondClicks(QObject):
    """Swallows the second click of a double click: the first has put another widget under the mouse."""

    def __init__(self, window: QWidget, place: QPoint) -> None:
        super().__init__(window)
        self._place = place
        QTimer.singleShot(QApplication.doubleClickInterval(), self, self.deleteLater)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent) or event.button() is not Qt.MouseButton.LeftButton:
            return False
        if event.type() not in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}:
            return False
        moved = (event.globalPosition().toPoint() - self._place).manhattanLength()
        return moved < QApplication.startDragDistance()
