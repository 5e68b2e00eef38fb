"""What comes and goes over other widgets, so that nothing moves under the mouse or an open editor."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QTabWidget, QWidget

_INSET = 8
_AFTER_TABS = 10
_MOVING = frozenset(
    (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.LayoutRequest)
)


class FloatsAtBottom(QObject):
    """Keeps a widget over the lower edge of another within its parent, as wide as that and as tall as its texts."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        parent = widget.parentWidget()
        assert parent is not None
        self._widget, self._parent, self._ground = widget, parent, parent
        for watched in (widget, parent):
            watched.installEventFilter(self)

    def float_over(self, ground: QWidget) -> None:
        """Lie over that part of the parent, while it is to be seen; else over all of it."""
        ground.installEventFilter(self)
        self._ground = ground

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVING:
            self._place_widget()
        return super().eventFilter(watched, event)

    def _place_widget(self) -> None:
        if self._widget.isHidden():
            return
        ground = self._ground if self._ground.isVisible() else self._parent
        place = QRect(ground.mapTo(self._parent, QPoint()), ground.size())
        room = place.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        width = max(room.width(), self._widget.minimumSizeHint().width())
        layout = self._widget.layout()
        assert layout is not None
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        height = min(max(height, layout.totalMinimumSize().height()), room.height())
        wanted = QRect(room.left(), room.bottom() - height + 1, width, height)
        if self._widget.geometry() != wanted:
            self._widget.setGeometry(wanted)
        self._widget.raise_()


class TabsCorner(QWidget):
    """The room to the right of the names of tabs."""

    def __init__(self, tabs: QTabWidget) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        tabs.installEventFilter(self)
        tabs.tabBar().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Show, QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            bar = self._tabs.tabBar()
            left = min(bar.sizeHint().width(), bar.width()) + _AFTER_TABS
            self.setGeometry(left, bar.y(), max(0, self._tabs.width() - left), bar.height() - 2)
        return super().eventFilter(watched, event)
