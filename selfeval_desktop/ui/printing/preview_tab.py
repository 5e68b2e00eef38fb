"""The page 打印预览: the pages as they will be printed, drawn from the same operations."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from selfeval_desktop.app.errors import TooMuchText
from selfeval_desktop.app.ledger.session import FormSession, FormState
from selfeval_desktop.app.paper.drawing import Page
from selfeval_desktop.ui.document.form_page import PREVIEW_TAB, FormPage
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.plain_text import PlainLabel, tooltip_text
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.printing.pages_scroll import ZOOMS, PagesScroll
from selfeval_desktop.ui.printing.thumbnails import Thumbnails
from selfeval_desktop.wording import errors

_ROOMY = 760
"""From this width on, in logical pixels, there is room for thumbnails and for the hint above the pages."""


class PreviewTab(FormPage):
    """Pages below each other, and small pictures of them at the left. They are laid out only while seen."""

    fieldChosen = Signal(object)
    """The FieldRef of a figure that was clicked."""
    inViewWanted = Signal()
    """Emitted by the zoom commands: the preview is to be shown."""

    def __init__(
        self,
        session: FormSession,
        draw: Callable[[FormState], tuple[Page, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._draw = draw
        self._shown: FormState | None = None
        self._pages = name_widget(PagesScroll(self), "pagesScroll", self.tr("打印预览"))
        name_widget(self._pages.view, "pages", self.tr("打印预览"))
        self._small = Thumbnails(self)
        self._with_small = name_widget(QToolButton(self), "showThumbnails", self.tr("页面缩略图"))
        self._smaller = name_widget(QToolButton(self), "zoomOut", self.tr("缩小"))
        self._zoom = name_widget(QComboBox(self), "zoom", self.tr("显示比例"))
        self._larger = name_widget(QToolButton(self), "zoomIn", self.tr("放大"))
        self._back = name_widget(QToolButton(self), "previousPage", self.tr("上一页"))
        self._forward = name_widget(QToolButton(self), "nextPage", self.tr("下一页"))
        self._place = name_widget(PlainLabel(self), "pagePlace", self.tr("页码"))
        self._refusal = name_widget(PlainLabel(self), "previewRefusal", self.tr("不能预览的原因"))
        self._hint = PlainLabel(self.tr("单击表中的内容可以回到填写处"), self)
        self._chose_small: bool | None = None
        self._fill_toolbar()
        self._lay_out()
        self._connect_signals()
        session.add_listener(lambda _state: self._refresh_pages())

    def redraw_pages(self) -> None:
        """Show the same form on another paper."""
        self._shown = None
        self._refresh_pages()

    @does("actionZoomIn")
    def zoom_in(self) -> None:
        """Show the pages larger."""
        self.inViewWanted.emit()
        self._pages.step_zoom(1)

    @does("actionZoomOut")
    def zoom_out(self) -> None:
        """Show the pages smaller."""
        self.inViewWanted.emit()
        self._pages.step_zoom(-1)

    @does("actionZoomFit")
    def fit_width(self) -> None:
        """Show the pages as wide as there is room."""
        self.inViewWanted.emit()
        self._pages.set_zoom("width")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh_pages()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_roomy = self.width() >= _ROOMY
        self._hint.setVisible(is_roomy)
        self._show_thumbnails(is_roomy if self._chose_small is None else self._chose_small)

    def _refresh_pages(self) -> None:
        """Lay out anew, if the page is visible and anything changed."""
        state = self._session.state
        if not self.isVisible() or state is self._shown:
            return
        before, self._shown = self._shown, state
        pages = self._lay_out_pages(state)
        self._pages.show_pages(pages)
        if before is not None and state is not None and before.form_id != state.form_id:
            self._pages.turn_to(0)
        self._small.show_pages(pages, self._pages.page_in_view)
        self._show_place()

    def _lay_out_pages(self, state: FormState | None) -> tuple[Page, ...]:
        """The pages of the form; none, and the reason above them, where it is too much for paper."""
        self._refusal.hide()
        if state is None:
            return ()
        try:
            return self._draw(state)
        except TooMuchText as error:
            self._refusal.setText(errors.error_sentence(error))
            self._refusal.show()
            return ()

    def _show_place(self) -> None:
        count, page = len(self._pages.view.pages), self._pages.page_in_view
        self._place.setText(self.tr("第 {0} / {1} 页").format(page + 1 if count else 0, count))
        self._back.setEnabled(page > 0)
        self._forward.setEnabled(page + 1 < count)
        self._small.mark_page(page)

    def _show_zoom(self) -> None:
        self._zoom.blockSignals(True)
        self._zoom.setCurrentIndex(self._zoom.findData(self._pages.zoom))
        self._zoom.blockSignals(False)

    def _choose_thumbnails(self, shown: bool) -> None:
        self._chose_small = shown
        self._show_thumbnails(shown)

    def _show_thumbnails(self, shown: bool) -> None:
        self._with_small.setChecked(shown)
        self._small.setVisible(shown)

    def _fill_toolbar(self) -> None:
        for button, text in (
            (self._with_small, self.tr("缩略图")),
            (self._smaller, "−"),
            (self._larger, "+"),
            (self._back, "‹"),
            (self._forward, "›"),
        ):
            button.setText(text)
            button.setToolTip(tooltip_text(button.accessibleName()))
        self._with_small.setCheckable(True)
        self._smaller.setToolTip(self.tr("缩小（Ctrl+-）"))
        self._larger.setToolTip(self.tr("放大（Ctrl++）"))
        self._zoom.addItem(self.tr("适合宽度"), "width")
        self._zoom.addItem(self.tr("整页"), "page")
        for zoom in ZOOMS:
            self._zoom.addItem(f"{zoom:.0%}", zoom)

    def _lay_out(self) -> None:
        self.setObjectName(PREVIEW_TAB)
        self.setFocusProxy(self._pages)
        self._hint.setProperty("tone", "muted")
        self._refusal.setProperty("tone", "warning")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        by_keys = self.tr("也可以用键盘：左右方向键选择表中的内容，按 Enter 转到填写处")
        self._hint.setToolTip(tooltip_text(by_keys))
        self._pages.setAccessibleDescription(by_keys)
        head = QHBoxLayout()
        head.setSpacing(2)
        parts: tuple[QWidget, ...] = (self._with_small, self._smaller, self._zoom, self._larger)
        turning: tuple[QWidget, ...] = (self._back, self._place, self._forward)
        for part in parts:
            head.addWidget(part)
        head.addSpacing(12)
        for part in turning:
            head.addWidget(part)
        head.addStretch()
        head.addWidget(self._hint)
        sheets = QHBoxLayout()
        sheets.addWidget(self._small)
        sheets.addWidget(self._pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 8)
        column.addLayout(head)
        column.addWidget(self._refusal)
        column.addLayout(sheets, 1)

    def _connect_signals(self) -> None:
        self._pages.view.fieldChosen.connect(self.fieldChosen)
        self._pages.turned.connect(self._show_place)
        self._pages.zoomed.connect(self._show_zoom)
        self._small.pageChosen.connect(self._pages.turn_to)
        self._with_small.clicked.connect(self._choose_thumbnails)
        self._smaller.clicked.connect(self.zoom_out)
        self._larger.clicked.connect(self.zoom_in)
        self._zoom.currentIndexChanged.connect(lambda: self._pages.set_zoom(self._zoom.currentData()))
        self._back.clicked.connect(lambda: self._pages.turn_to(self._pages.page_in_view - 1))
        self._forward.clicked.connect(lambda: self._pages.turn_to(self._pages.page_in_view + 1))
