"""One bar for sentences that the user may read and need not answer."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.focus_return import FocusReturn
from selfeval_desktop.ui.kit.widget_names import name_widget

MessageOffer = tuple[str, Callable[[], object]]
"""The text of a button and what it does."""


_PASSING = frozenset({"ok", "hint"})
_PASSING_MS = 8000


class MessageBar(QFrame):
    """Shows one sentence at a time, with a sign and up to a few offers; hidden when there is none.

    `tone` is ok, hint, warning or error. Good news that is about no open matter goes by itself after a
    while, or with what the user does next; everything else stays until it is closed or settled.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_widget(self, "messageBar", self.tr("消息"))
        self._sign = QLabel(self)
        self._about, self._tone = "", ""
        self._focus_return: FocusReturn | None = None
        self._text = name_widget(QLabel(self), "messageText", self.tr("消息"))
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._offers = QHBoxLayout()
        self._offered: list[QPushButton] = []
        self._close = name_widget(QToolButton(self), "messageClose", self.tr("关闭消息"))
        self._close.setAutoRaise(True)
        self._close.setIcon(theme.icon("clear"))
        self._close.setToolTip(self.tr("关闭消息"))
        self._close.clicked.connect(self.hide)
        self._timer = QTimer(self, singleShot=True, interval=_PASSING_MS)
        self._timer.setObjectName("messageTimer")
        self._timer.timeout.connect(self._on_message_timeout)
        self._lay_out()
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown; empty when there is none."""
        return "" if self.isHidden() else self._text.text()

    def show_message(
        self, text: str, tone: str = "ok", offers: Sequence[MessageOffer] = (), *, about: str = ""
    ) -> None:
        """Replace what is shown. Choosing an offer closes the bar, then does it; `about` names the matter."""
        self._about, self._tone = about, tone
        self._clear_offers()
        self._sign.setPixmap(theme.icon(tone, tone).pixmap(theme.ICON_SIZE))
        self._text.setText(text)
        self.setAccessibleDescription(text)
        theme.set_style_property(self, "tone", tone)
        for name, action in offers:
            button = name_widget(QPushButton(name, self), f"offer{len(self._offered)}", name)
            button.clicked.connect(self.hide)
            button.clicked.connect(lambda _checked=False, work=action: work())
            self._offers.addWidget(button)
            self._offered.append(button)
        self.show()
        self._timer.start()

    def focus_first_button(self) -> None:
        """Go to the first offer, or to the close button; Esc goes back to where the keyboard was."""
        if self.isHidden():
            return
        if not self._has_keyboard_focus():
            self._focus_return = FocusReturn()
        first = self._offered[0] if self._offered else self._close
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear_message(self, *, about: str = "") -> None:
        """Show nothing; with `about`, only if the sentence shown is about that matter."""
        if not about or about == self._about:
            self.hide()

    def clear_passing_message(self) -> None:
        """The user has gone on to something else: good news goes."""
        if self._tone in _PASSING and not self._about:
            self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        way_back, self._focus_return = self._focus_return, None
        if way_back is not None and self._has_keyboard_focus():
            way_back.restore_focus()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.clear_message()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            # Of itself a button outside of a dialog knows the space bar only.
            focused.click()
        else:
            super().keyPressEvent(event)

    def _has_keyboard_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _on_message_timeout(self) -> None:
        """Time is up, unless the user is about to take an offer."""
        if self.underMouse():
            self._timer.start()
        else:
            self.clear_passing_message()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addLayout(self._offers)
        row.addWidget(self._close)

    def _clear_offers(self) -> None:
        for button in self._offered:
            self._offers.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._offered = []
