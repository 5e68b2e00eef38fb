"""A large text with what stands about it: its name, its facts, what can be done with it, what is found in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from selfeval_desktop.app.ledger.session import FormSession
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.document.print_layout_watch import PrintLayoutWatch
from selfeval_desktop.ui.filling.bound import TextBox
from selfeval_desktop.ui.filling.text_facts import TextFacts, TextFindings
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.widget_names import name_widget

_LINES = 4


class TextColumn(QWidget):
    """The text of one cell, as large as there is room; a few lines at least."""

    tidyAsked = Signal(object)
    """The text of that field is to be put in order."""
    expandAsked = Signal(object)
    """The text of that field is to be shown large."""

    def __init__(
        self,
        session: FormSession,
        field: FieldRef,
        name: str,
        printed: PrintLayoutWatch,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.box = TextBox(session, field, "", self)
        self.box.setObjectName(name)
        self.box.setMinimumHeight(_LINES * self.box.fontMetrics().lineSpacing())
        self._heading = QLabel(self)
        self._heading.setBuddy(self.box)
        theme.set_style_property(self._heading, "tone", "heading")
        self._tidy = self._make_button(f"{name}Tidy")
        self._tidy.setText(self.tr("整理…"))
        self._tidy.setToolTip(self.tr("去掉粘贴带来的空格、换行和重复标点"))
        self._tidy.clicked.connect(lambda: self.tidyAsked.emit(field))
        self._expand = self._make_button(f"{name}Expand")
        self._expand.setIcon(theme.icon("expand", "muted"))
        self._expand.setToolTip(self.tr("在大窗口里编辑（F4）"))
        self._expand.clicked.connect(lambda: self.expandAsked.emit(field))
        self._lay_out(printed)
        session.add_listener(lambda _state: self._tidy.setEnabled(not session.read_only))

    def set_title(self, title: str, *, required: bool) -> None:
        """Under the name that the open form's template has for it."""
        self._heading.setText(title)
        self.box.setAccessibleName(title)
        self.box.setPlaceholderText(self.tr("必填") if required else "")
        self._tidy.setAccessibleName(self.tr("整理{title}").format(title=title))
        self._expand.setAccessibleName(self.tr("展开编辑{title}").format(title=title))

    def _lay_out(self, printed: PrintLayoutWatch) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._heading)
        head.addSpacing(6)
        head.addWidget(TextFacts(self.box, printed, self), 1)
        head.addWidget(self._tidy)
        head.addWidget(self._expand)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.box, 1)
        column.addWidget(TextFindings(self.box, self))

    def _make_button(self, name: str) -> QToolButton:
        """Tab goes from text to text; what the button does has a key of its own."""
        button = name_widget(QToolButton(self), name, name)
        button.setAutoRaise(True)
        button.setIconSize(theme.SMALL_ICON_SIZE)
        theme.set_style_property(button, "tight", "yes")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button
