"""A bar for a sentence that the user may read and need not answer, with a sign and up to a few buttons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QMargins, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from selfeval_desktop.app.foreign_files import shown_text
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.labels import FittingLabel
from selfeval_desktop.ui.kit.plain_text import PlainLabel
from selfeval_desktop.ui.kit.widget_names import name_widget


class FocusReturn:
    """The widget that has the keyboard when this is made, and all around it.

    The editor of a cell is destroyed as soon as the keyboard leaves it; its table is meant then.
    """

    def __init__(self) -> None:
        self._around: list[QWidget] = []
        widget = QApplication.focusWidget()
        while widget is not None:
            self._around.append(widget)
            widget = widget.parentWidget()

    def restore_focus(self) -> None:
        """Give the focus to the innermost of them that still exists and can take it."""
        for widget in self._around:
            if isValid(widget) and _accepts_focus(widget):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return


def _accepts_focus(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus


MessageOffer = tuple[str, Callable[[], object]]
"""The text of a button and what it does."""


_PASSING = frozenset({"ok", "hint"})
_PASSING_MS = 8000


@dataclass(frozen=True, slots=True)
class BarPlace:
    """The names of a bar's parts, `{}` in that of a button for its number, and the room around them.

    A bar that can be closed has a button for it, keys, and lets good news pass; another one says what is so as long
    as it is so. One `in_line` cuts its sentence with dots. Where `can_select`, and where it can be closed, the sentence can be copied.
    """

    name: str
    text_name: str
    button_name: str
    margins: QMargins = field(default_factory=lambda: QMargins(10, 4, 6, 4))
    can_close: bool = False
    in_line: bool = False
    can_select: bool = False


_MESSAGES = BarPlace("messageBar", "messageText", "offer{}", QMargins(12, 6, 6, 6), can_close=True)


class MessageBar(QFrame):
    """Shows one sentence at a time; hidden when there is none.

    `tone` is ok, hint, warning or error. In a bar that can be closed, good news that is about no open matter goes
    by itself after a while, or with what the user does next; everything else stays until it is closed or settled.
    `title` is read out for the bar.
    """

    def __init__(self, parent: QWidget | None = None, place: BarPlace = _MESSAGES, title: str = "") -> None:
        super().__init__(parent)
        self._place = place
        title = title or self.tr("消息")
        name_widget(self, place.name, title)
        self._sign = PlainLabel(self)
        self._about, self._tone = "", ""
        self._focus_return: FocusReturn | None = None
        label = FittingLabel(self) if place.in_line else PlainLabel(self)
        self._text = name_widget(label, place.text_name, title)
        self._text.setWordWrap(not place.in_line)
        if place.can_close or place.can_select:
            self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._offers = QHBoxLayout()
        self._offered: list[QPushButton] = []
        self._close = self._make_close_button() if place.can_close else None
        self._timer = QTimer(self, singleShot=True, interval=_PASSING_MS)
        self._timer.setObjectName("messageTimer" if place.can_close else "")
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
        """Replace what is shown; `about` names the matter.

        Choosing an offer does it; a bar that can be closed closes first.
        """
        self._about, self._tone = about, tone
        self._clear_offers()
        self._sign.setPixmap(theme.icon(tone, tone).pixmap(theme.ICON_SIZE))
        self.change_text(text)
        theme.set_style_property(self, "tone", tone)
        for offer in offers:
            self._add_offer(*offer)
        self.show()
        if self._place.can_close:
            self._timer.start()

    def change_text(self, text: str) -> None:
        """Replace the sentence alone; sign and buttons stay."""
        text = shown_text(text)
        self._text.setText(text)
        self.setAccessibleDescription(text)

    def focus_first_button(self) -> None:
        """Go to the first offer, or to the close button; Esc goes back to where the keyboard was."""
        buttons: list[QAbstractButton] = [*self._offered, *([self._close] if self._close else ())]
        if self.isHidden() or not buttons:
            return
        if self._place.can_close and not self._has_keyboard_focus():
            self._focus_return = FocusReturn()
        buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

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
        if event.key() == Qt.Key.Key_Escape and self._place.can_close:
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

    def _make_close_button(self) -> QToolButton:
        close = name_widget(QToolButton(self), "messageClose", self.tr("关闭消息"))
        close.setAutoRaise(True)
        close.setIcon(theme.icon("clear"))
        close.setToolTip(self.tr("关闭消息"))
        close.clicked.connect(self.hide)
        return close

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(self._place.margins)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addLayout(self._offers)
        if self._close is not None:
            row.addWidget(self._close)

    def _add_offer(self, text: str, action: Callable[[], object]) -> None:
        name = self._place.button_name.format(len(self._offered))
        button = name_widget(QPushButton(text, self), name, text if self._place.can_close else text.rstrip("…"))
        if self._place.can_close:
            button.clicked.connect(self.hide)
        button.clicked.connect(lambda _checked=False: action())
        self._offers.addWidget(button)
        self._offered.append(button)

    def _clear_offers(self) -> None:
        for button in self._offered:
            self._offers.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._offered = []
