"""The list of forms at the left: year, unit, search, two lines for each form, and the counts below."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.app.ports.forms import FormSummary
from selfeval_desktop.domain.form import texts
from selfeval_desktop.ui.document.form_list_model import DETAIL, SUMMARY, FormOrder, FormsModel
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.inputs import NameFilter
from selfeval_desktop.ui.kit.lines_view import RowsView
from selfeval_desktop.ui.kit.plain_text import PlainLabel
from selfeval_desktop.ui.kit.widget_names import name_widget

_MARGIN = 8
_SIGN = 18
_SEARCH_MS = 150


class FormList(QWidget):
    """Emits `chosen` with the id of the form that the user went to."""

    chosen = Signal(int)

    def __init__(self, model: FormsModel, menu: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._menu = tuple(menu)
        self.year = name_widget(QComboBox(self), "yearFilter", self.tr("按年度筛选"))
        self.unit = name_widget(NameFilter(self), "unitFilter", self.tr("按单位筛选"))
        self.search = name_widget(QLineEdit(self), "formSearch", self.tr("搜索表单"))
        self.view = name_widget(RowsView(self), "formList", self.tr("表单"))
        self._counts = name_widget(PlainLabel(self), "formCounts", self.tr("表单数量"))
        self._sort = name_widget(QToolButton(self), "formOrder", self.tr("排序"))
        self._search_timer = QTimer(self)
        self._search_timer.setSingleShot(True)
        self._search_timer.setInterval(_SEARCH_MS)
        self._orders = QActionGroup(self)
        self._open_form: int | None = None
        self._years: list[int | None] = []
        self._units: tuple[str, ...] | None = None
        self._lay_out()
        self._connect_signals()

    def mark_open_form(self, form_id: int | None) -> None:
        """Mark the open form; nothing is marked while search, year or unit hide it.

        It comes into view when it is another one or stands elsewhere: in a long list Qt takes as long as the list is.
        """
        self._open_form = form_id
        index = QModelIndex() if form_id is None else self._model.index_of(form_id)
        if index == self.view.currentIndex():
            return
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        self.view.setCurrentIndex(index)
        selection.blockSignals(False)
        self.view.viewport().update()
        if index.isValid():
            self.view.scrollTo(index)

    def focus_search(self) -> None:
        """Put the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def shown_year(self) -> int | None:
        """The year that the list is filtered by; None for every year."""
        year: int | None = self.year.currentData()
        return year

    def shown_unit(self) -> str:
        """The reporting unit that the list is filtered by; "" for every unit."""
        return self.unit.currentData() or ""

    def is_form_listed(self, form_id: int) -> bool:
        """Whether the form is in the list, not hidden by search, year or unit."""
        return self._model.index_of(form_id).isValid()

    def clear_filters(self) -> None:
        """Drop search, year and unit, so that every form is in the list."""
        self.search.clear()
        self.year.setCurrentIndex(0)
        self.unit.setCurrentIndex(0)
        self._model.search_forms("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in the search ends it."""
        if event.key() == Qt.Key.Key_Escape and self.search.hasFocus() and self.search.text():
            self.search.clear()
            self._apply_search()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("搜索项目或单位…"))
        self.search.setClearButtonEnabled(True)
        self.view.setItemDelegate(FormDelegate(self.view))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._counts.setProperty("tone", "muted")
        self._counts.setWordWrap(True)
        self._make_sort_menu()
        top = QHBoxLayout()
        top.addWidget(self.year, 1)
        top.addWidget(self._sort)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 4, 6)
        column.addLayout(top)
        column.addWidget(self.unit)
        column.addWidget(self.search)
        column.addWidget(self.view, 1)
        column.addWidget(self._counts)
        self._show_model()

    def _make_sort_menu(self) -> None:
        menu = QMenu(self)
        for order, text in (
            (FormOrder.ID, self.tr("按录入顺序")),
            (FormOrder.NAME, self.tr("按项目名称")),
            (FormOrder.SCORE, self.tr("按总分，从高到低")),
            (FormOrder.STATE, self.tr("按状态，有错误的在前")),
        ):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(order is self._model.order)
            action.triggered.connect(lambda _checked, chosen=order: self._model.sort_by(chosen))
            self._orders.addAction(action)
        self._sort.setText(self.tr("排序"))
        self._sort.setToolTip(self.tr("选择表单的排列顺序"))
        self._sort.setMenu(menu)
        self._sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _connect_signals(self) -> None:
        self.view.setModel(self._model)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self._search_timer.timeout.connect(self._apply_search)
        self.search.textChanged.connect(self._search_later)
        self.search.returnPressed.connect(self._go_to_first_form)
        self.year.currentIndexChanged.connect(self._filter_year)
        self.unit.currentIndexChanged.connect(self._filter_unit)
        self._model.changed.connect(self._show_model)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        summary = current.data(SUMMARY)
        if isinstance(summary, FormSummary) and summary.form_id != self._open_form:
            self.chosen.emit(summary.form_id)

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions(self._menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _search_later(self) -> None:
        self._search_timer.start()

    def _apply_search(self) -> None:
        self._search_timer.stop()
        self._model.search_forms(texts.one_line(self.search.text()))

    def _go_to_first_form(self) -> None:
        self._apply_search()
        if self._model.rowCount():
            self.view.setCurrentIndex(self._model.index(0))
            self.view.setFocus()

    def _filter_year(self) -> None:
        self._model.filter_year(self.shown_year())

    def _filter_unit(self) -> None:
        self._model.filter_unit(self.shown_unit())

    def _show_model(self) -> None:
        """Years, units, counts and the marked form as the model has them now."""
        self._offer_years()
        self._offer_units()
        count, tally = len(self._model.forms), self._model.tally
        ready, wrong = tally.ready, tally.wrong
        parts = [self.tr("{0} 张表").format(count), self.tr("{0} 张可打印").format(ready)]
        if wrong:
            parts.append(self.tr("{0} 张有错误").format(wrong))
        if ready + wrong < count:
            parts.append(self.tr("{0} 张待认可").format(count - ready - wrong))
        hidden = count - self._model.rowCount()
        if hidden:
            parts.append(self.tr("{0} 张未显示").format(hidden))
        self._counts.setText(" · ".join(parts))
        self.mark_open_form(self._open_form)

    def _offer_years(self) -> None:
        years: list[int | None] = [None, *self._model.tally.form_years()]
        if years == self._years:
            return
        self._years = years
        chosen = self.shown_year()
        texts_of_years = [self.tr("全部年度") if each is None else self.tr("{0} 年度").format(each) for each in years]
        _refill_box(self.year, list(zip(texts_of_years, years, strict=True)), chosen)
        if self.shown_year() != chosen:
            self._model.filter_year(self.shown_year())

    def _offer_units(self) -> None:
        """Offer the units; the filter is hidden while there is only one."""
        units = self._model.unit_names() if len(self._model.unit_names()) > 1 else ()
        self.unit.setVisible(bool(units))
        if units == self._units:
            return
        self._units = units
        chosen = self.shown_unit()
        _refill_box(self.unit, [(self.tr("全部单位"), ""), *((unit, unit) for unit in units)], chosen)
        if self.shown_unit() != chosen:
            self._filter_unit()


class FormDelegate(QStyledItemDelegate):
    """Draws two lines: sign, project name and year, then rate, score and state."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        summary = index.data(SUMMARY)
        assert isinstance(summary, FormSummary)
        tone = _summary_tone(summary)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(option.rect, theme.colour("accent_soft" if selected else "base"))
        painter.setPen(theme.colour("grid"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("accent"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        first, second = self._line_rects(option.rect, option.fontMetrics)
        sign = QRect(first.left(), first.top() + (first.height() - _SIGN + 4) // 2, _SIGN - 4, _SIGN - 4)
        theme.icon(tone, tone).paint(painter, sign)
        font = QFont(option.font)
        font.setBold(selected)
        year = "" if summary.year is None else str(summary.year)
        room = option.fontMetrics.horizontalAdvance(year) + _SIGN // 2 if year else 0
        self._draw_line(painter, option.font, "muted", first.adjusted(first.width() - room + _SIGN // 2, 0, 0, 0), year)
        self._draw_line(painter, font, "text", first.adjusted(_SIGN, 0, -room, 0), str(index.data()))
        self._draw_line(painter, option.font, tone, second.adjusted(_SIGN, 0, 0, 0), index.data(DETAIL))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(160, 2 * option.fontMetrics.lineSpacing() + 2 * _MARGIN)

    @staticmethod
    def _line_rects(rect: QRect, metrics: QFontMetrics) -> tuple[QRect, QRect]:
        inner = rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        height = metrics.lineSpacing()
        return (
            QRect(inner.left(), inner.top(), inner.width(), height),
            QRect(inner.left(), inner.top() + height, inner.width(), height),
        )

    @staticmethod
    def _draw_line(painter: QPainter, font: QFont, tone: str, rect: QRect, text: str) -> None:
        painter.setFont(font)
        painter.setPen(theme.colour(tone))
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)


def _refill_box(box: QComboBox, entries: Sequence[tuple[str, object]], chosen: object) -> None:
    """Offer these texts with their values, and choose that value, or the first where it is gone; without a signal."""
    box.blockSignals(True)
    box.clear()
    for text, value in entries:
        box.addItem(text, value)
    values = [value for _, value in entries]
    box.setCurrentIndex(values.index(chosen) if chosen in values else 0)
    box.blockSignals(False)


def _summary_tone(summary: FormSummary) -> str:
    if summary.errors:
        return "error"
    return "warning" if summary.warnings or summary.waiting or summary.comments else "ok"
