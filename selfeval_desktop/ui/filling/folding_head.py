"""The place of the form's head: above the pages, or where the window is low one line that opens it over them."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from selfeval_desktop.app.ledger.session import FormSession, FormState
from selfeval_desktop.ui.document.cells import heaviest_severity
from selfeval_desktop.ui.filling.form_head import FormHead
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.inputs import pressed_key
from selfeval_desktop.ui.kit.labels import FittingLabel
from selfeval_desktop.ui.kit.plain_text import PlainLabel
from selfeval_desktop.ui.kit.widget_names import name_widget


class FoldingHead(QWidget):
    """While folded the head floats over `over` when it is opened, and goes when the keyboard leaves it."""

    def __init__(self, head: FormHead, session: FormSession, over: QWidget) -> None:
        super().__init__(over)
        self._head, self._over = head, over
        self._folded = False
        self._line = QWidget(self)
        self._sign = PlainLabel(self._line)
        self._summary = name_widget(FittingLabel(self._line), "headSummary", self.tr("表头"))
        self._open = name_widget(QToolButton(self._line), "openHead", self.tr("展开表头"))
        self._panel = QFrame(self)
        self._list_button = name_widget(QToolButton(self), "openFormList", self.tr("表单列表"))
        self._list_button.hide()
        self._lay_out()
        self._open.clicked.connect(self.open_head)
        over.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)
        session.add_listener(self._show_state)
        self._show_state(session.state)

    def set_list_action(self, action: QAction) -> None:
        """The action that brings the list of forms, for a button that is shown where the list has gone."""
        self._list_button.setDefaultAction(action)
        theme.set_style_property(self._list_button, "low", "yes")
        theme.set_style_property(self._list_button, "plain", "yes")

    def offer_list(self, offered: bool) -> None:
        """Show the button that brings the list of forms, or hide it."""
        self._list_button.setVisible(offered)

    def fold_head(self, folded: bool) -> None:
        """Show one line in place of the head, or the head itself."""
        if folded == self._folded:
            return
        self._folded = folded
        self._line.setVisible(folded)
        theme.set_style_property(self._panel, "floating", "yes" if folded else "")
        if folded:
            self._column.removeWidget(self._panel)
            self._panel.setParent(self._over)
            self._inner.setContentsMargins(10, 8, 10, 10)
            self._panel.hide()
        else:
            self._inner.setContentsMargins(0, 0, 0, 0)
            self._column.addWidget(self._panel)
            self._panel.show()

    def open_head(self) -> None:
        """Show the whole head, the keyboard in its first box, where it is folded."""
        self.show_panel()
        self._head.focus_first_box()

    def show_panel(self) -> None:
        """Show the whole head where it is folded."""
        if self._folded:
            self._panel.show()
            self._place_panel()

    def minimumSizeHint(self) -> QSize:
        return QSize(1, super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and self._folded:
            self._place_panel()
        if watched is self._panel and self._folded and pressed_key(event) == Qt.Key.Key_Escape:
            self._panel.hide()
            self._open.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _place_panel(self) -> None:
        top = self.geometry().bottom() + 2
        self._panel.setGeometry(2, top, self._over.width() - 4, self._panel.sizeHint().height())
        self._panel.raise_()

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Leave the head open while a list of names or another window has the keyboard."""
        if not self._folded or now is None or now.window() is not self.window():
            return
        if self._panel.isVisible() and not self._panel.isAncestorOf(now):
            self._panel.hide()

    def _show_state(self, state: FormState | None) -> None:
        """The head in one line, for ever less room, with the sign of what is wrong in it."""
        form = state.form if state else None
        project = (form.project_name if form else "") or self.tr("（未填项目名称）")
        year = self.tr("{0} 年度").format(form.year) if form and form.year is not None else self.tr("年度未填")
        unit = form.unit if form else ""
        all_parts = [project, year, unit, form.money_unit if form else "", state.template.name if state else ""]
        texts = (" · ".join(filter(None, parts)) for parts in (all_parts, all_parts[:3], [year, project]))
        self._summary.show_texts(tuple(texts) if form else ("",))
        found = (
            [each for each in state.found.open if each.field.part == "head" and not each.field.extra] if state else []
        )
        worst = heaviest_severity(found)
        self._sign.setVisible(worst is not None)
        if worst is not None:
            self._sign.setPixmap(theme.severity_icon(worst).pixmap(theme.MARK_SIZE))

    def _lay_out(self) -> None:
        theme.set_style_property(self._summary, "tone", "heading")
        self._open.setText(self.tr("展开"))
        self._open.setToolTip(self.tr("显示项目名称、年度、单位和表样，光标离开后收起"))
        theme.set_style_property(self._open, "low", "yes")
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._sign)
        row.addWidget(self._summary, 1)
        row.addWidget(self._open)
        self._line.hide()
        self._panel.setObjectName("headPanel")
        self._panel.installEventFilter(self)
        self._inner = QVBoxLayout(self._panel)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.addWidget(self._head)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._line)
        self._column.addWidget(self._panel)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._list_button, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(self._column, 1)
