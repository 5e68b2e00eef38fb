"""The line above the work that says what stands against writing the ledger, or what is to be minded where it lies."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.message_bar import MessageOffer
from selfeval_desktop.ui.kit.widget_names import name_widget


class AccessBanner(QFrame):
    """Stays as long as what it says is so; hidden when there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_widget(self, "accessBanner", self.tr("台账的读写"))
        self._sign = QLabel(self)
        self._text = name_widget(QLabel(self), "accessText", self.tr("台账的读写"))
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 4, 6, 4)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._text, 1)
        self.hide()

    def show_message(self, text: str, tone: str, offers: Sequence[MessageOffer]) -> None:
        """Show that text, `tone` being warning or hint, with a button for each offer."""
        self._remove_buttons()
        theme.set_style_property(self, "tone", tone)
        self._sign.setPixmap(theme.icon(tone, tone).pixmap(theme.ICON_SIZE))
        self._text.setText(text)
        self.setAccessibleDescription(text)
        for name, work in offers:
            button = name_widget(QPushButton(name, self), f"access{len(self._buttons)}", name.rstrip("…"))
            button.clicked.connect(lambda _checked=False, work=work: work())
            self._row.addWidget(button)
            self._buttons.append(button)
        self.show()

    def focus_first_button(self) -> None:
        """Go to the first button."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus; of itself it knows the space bar only."""
        focused = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _remove_buttons(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
