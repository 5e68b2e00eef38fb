"""Small pictures of the pages, to turn to one of them."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from selfeval_desktop.app.paper.drawing import Page
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.printing.print_job import paint_page

_WIDTH = 84
_MARGIN = 8
_FRAME = 2
_FINE = 3
"""Pages are drawn this many times larger and scaled down, as the thinnest ruled line takes a whole pixel."""
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Thumbnails(QListView):
    """A picture is made when it comes into view, and kept until the pages change."""

    pageChosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        name_widget(self, "thumbnails", self.tr("页面缩略图"))
        self._model = PagesModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_ThumbnailDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFixedWidth(_WIDTH + 2 * _MARGIN + 2 * self.frameWidth() + self.verticalScrollBar().sizeHint().width())
        self.selectionModel().currentChanged.connect(lambda index: self.pageChosen.emit(index.row()))

    def show_pages(self, pages: tuple[Page, ...], current: int) -> None:
        """Offer these pages, with one marked."""
        self._model.set_pages(pages)
        self.mark_page(current)

    def mark_page(self, number: int) -> None:
        """Show which page is in view, counted from 0, without turning to it."""
        index = self._model.index(number)
        if index != self.currentIndex():
            selection = self.selectionModel()
            selection.blockSignals(True)
            self.setCurrentIndex(index)
            selection.blockSignals(False)
            self.viewport().update()
        if index.isValid():
            self.scrollTo(index)


class PagesModel(QAbstractListModel):
    """A row for each page; the picture of one is its decoration."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[Page, ...] = ()
        self._pictures: dict[int, QPixmap] = {}

    @property
    def painted_count(self) -> int:
        """How many pictures have been painted."""
        return len(self._pictures)

    def set_pages(self, pages: tuple[Page, ...]) -> None:
        """Show these pages; where their number and sizes are as before, the view keeps its place."""
        same = [(page.width, page.height) for page in pages] == [(page.width, page.height) for page in self._pages]
        if same and pages:
            self._pages, self._pictures = pages, {}
            self.dataChanged.emit(self.index(0), self.index(len(pages) - 1))
            return
        self.beginResetModel()
        self._pages, self._pictures = pages, {}
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(index.row() + 1)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self.tr("第 {0} 页").format(index.row() + 1)
            case Qt.ItemDataRole.SizeHintRole:
                return self._picture_size(index.row())
            case Qt.ItemDataRole.DecorationRole:
                return self._page_picture(index.row())
        return None

    def _picture_size(self, row: int) -> QSize:
        page = self._pages[row]
        return QSize(_WIDTH, round(_WIDTH * page.height / page.width))

    def _page_picture(self, row: int) -> QPixmap:
        if row not in self._pictures:
            page, parent = self._pages[row], QObject.parent(self)
            ratio = parent.devicePixelRatioF() if isinstance(parent, QWidget) else 1.0
            large = QPixmap(self._picture_size(row) * ratio * _FINE)
            large.fill(theme.colour("base"))
            painter = QPainter(large)
            paint_page(painter, page, large.width() / page.width)
            painter.end()
            ways = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            picture = large.scaled(self._picture_size(row) * ratio, *ways)
            picture.setDevicePixelRatio(ratio)
            self._pictures[row] = picture
        return self._pictures[row]


class _ThumbnailDelegate(QStyledItemDelegate):
    """The picture with its number below; the page in view has a frame and a bold number."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        size = index.data(Qt.ItemDataRole.SizeHintRole)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        left = option.rect.left() + (option.rect.width() - size.width()) // 2
        sheet = QRect(left, option.rect.top() + _MARGIN, size.width(), size.height())
        painter.save()
        painter.drawPixmap(sheet.topLeft(), picture)
        colour = theme.colour("accent" if is_current else "border")
        painter.setPen(QPen(colour, _FRAME if is_current else 1))
        painter.drawRect(sheet.adjusted(-1, -1, 0, 0))
        font = painter.font()
        font.setBold(is_current)
        painter.setFont(font)
        painter.setPen(theme.colour("accent" if is_current else "muted"))
        below = QRect(option.rect.left(), sheet.bottom() + 3, option.rect.width(), option.fontMetrics.height())
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, str(index.data()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = index.data(Qt.ItemDataRole.SizeHintRole)
        return QSize(size.width() + 2 * _MARGIN, size.height() + option.fontMetrics.height() + _MARGIN + 4)
