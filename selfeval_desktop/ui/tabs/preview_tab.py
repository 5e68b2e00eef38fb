"""The page 打印预览: the pages as they will be printed, drawn from the same operations."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.app.drawing import Page
from selfeval_desktop.app.ports import PageMaker
from selfeval_desktop.app.session import FormSession, FormState
from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.sheet import lay_out
from selfeval_desktop.ui import theme
from selfeval_desktop.ui.naming import named
from selfeval_desktop.ui.paper import paint_page
from selfeval_desktop.ui.places import PREVIEW_TAB
from selfeval_desktop.wording import steps

_GAP = 14
_INCH = 72.0


class PreviewTab(QWidget):
    """Pages below each other, as wide as the window or in their real size. They are laid out only while seen."""

    fieldChosen = Signal(object)
    """The FieldRef of a figure that was double-clicked."""

    def __init__(self, session: FormSession, pages: PageMaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pages = pages
        self._signature: bool | None = None
        self._shown: FormState | None = None
        self._paper = named(PagesView(self), "pages", self.tr("打印预览"))
        self._scroll = named(_Scroll(self._paper, self), "pagesScroll", self.tr("打印预览"))
        self._count = QLabel(self)
        self._lay_out()
        self._paper.fieldChosen.connect(self.fieldChosen)
        session.listen(lambda _state: self._refresh())

    def show_signature(self, shown: bool | None) -> None:
        """With the signature line or without it; None as the template says."""
        if shown != self._signature:
            self._signature, self._shown = shown, None
            self._refresh()

    def commit_editor(self) -> None:
        """Nothing is edited here."""

    def show_field(self, field: FieldRef) -> bool:
        """Nothing is filled in here."""
        return False

    def current_field(self) -> FieldRef | None:
        """No cell is current here."""
        return None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        """Lay out anew, if anybody sees it and anything changed."""
        state = self._session.state
        if not self.isVisible() or state is self._shown:
            return
        self._shown = state
        pages: tuple[Page, ...] = ()
        if state is not None:
            sheet = lay_out(state.form, state.template, state.evaluation, signature=self._signature)
            mark = steps.draft_mark() if state.evaluation.has_errors else ""
            pages = self._pages(sheet, state.template.paper, mark=mark)
        self._paper.show_pages(pages)
        self._count.setText(self.tr("共 {count} 页").format(count=len(pages)))

    def _lay_out(self) -> None:
        self.setObjectName(PREVIEW_TAB)
        self.setFocusProxy(self._scroll)
        head = QHBoxLayout()
        group = QButtonGroup(self)
        for text, whole in ((self.tr("适合宽度"), True), (self.tr("实际大小"), False)):
            button = QToolButton(self)
            button.setText(text)
            button.setCheckable(True)
            button.setChecked(whole)
            button.clicked.connect(lambda _on, whole=whole: self._scroll.fit_width(whole))
            group.addButton(button)
            head.addWidget(button)
        head.addStretch()
        head.addWidget(QLabel(self.tr("双击表中的内容可以回到填写处"), self))
        head.addSpacing(16)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 8)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)


class PagesView(QWidget):
    """The sheets of paper; `scale` is logical pixels to the point."""

    fieldChosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages: tuple[Page, ...] = ()
        self.scale = 1.0

    @property
    def widest(self) -> float:
        """Width of the widest page in points; that of A4 while there is none."""
        return max((page.width for page in self._pages), default=595.0)

    def show_pages(self, pages: tuple[Page, ...]) -> None:
        """Draw these pages from now on."""
        self._pages = pages
        self.set_scale(self.scale)

    def set_scale(self, scale: float) -> None:
        """Draw larger or smaller."""
        self.scale = scale
        height = sum(page.height * scale + _GAP for page in self._pages) + _GAP
        self.setFixedSize(int(self.widest * scale) + 2 * _GAP, int(height))
        self.update()

    def field_at(self, point: QPointF) -> FieldRef | None:
        """The cell that is drawn there."""
        for page, sheet in zip(self._pages, self._sheets(), strict=True):
            place = (point - sheet.topLeft()) / self.scale
            for target in page.targets:
                if QRectF(target.x, target.y, target.width, target.height).contains(place):
                    return target.field
        return None

    def place_of(self, field: FieldRef) -> QPointF | None:
        """The middle of the first place where that cell is drawn."""
        for page, sheet in zip(self._pages, self._sheets(), strict=True):
            for target in page.targets:
                if target.field == field:
                    middle = QPointF(target.x + target.width / 2, target.y + target.height / 2)
                    return sheet.topLeft() + middle * self.scale
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colour("border"))
        for page, sheet in zip(self._pages, self._sheets(), strict=True):
            if sheet.intersects(QRectF(event.rect())):
                painter.fillRect(sheet, theme.colour("base"))
                painter.save()
                painter.translate(sheet.topLeft())
                paint_page(painter, page, self.scale)
                painter.restore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        field = self.field_at(event.position())
        if field is not None:
            self.fieldChosen.emit(field)

    def _sheets(self) -> list[QRectF]:
        """Where each page lies."""
        sheets, top = [], float(_GAP)
        for page in self._pages:
            width, height = page.width * self.scale, page.height * self.scale
            sheets.append(QRectF((self.width() - width) / 2, top, width, height))
            top += height + _GAP
        return sheets


class _Scroll(QScrollArea):
    """Keeps the pages as wide as itself, unless they are shown in their real size."""

    def __init__(self, pages: PagesView, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages = pages
        self._fits = True
        self.setWidget(pages)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def fit_width(self, fits: bool) -> None:
        """As wide as the window, or in real size."""
        self._fits = fits
        self._rescale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rescale()

    def _rescale(self) -> None:
        real = self.logicalDpiX() / _INCH
        room = self.viewport().width() - 2 * _GAP
        self._pages.set_scale(room / self._pages.widest if self._fits else real)
