"""A small rounded field with a sign and a few words: how one class of indicators stands."""

from typing import Literal

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from selfeval_desktop.ui.kit import theme

ChipState = Literal["ok", "plain", "warning", "error"]
"""A plain chip tells its figures without judging them, and has no sign."""


class Chip(QFrame):
    """Sign, words and colour say the same; the tooltip and a screen reader tell it in full."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign, self._words = QLabel(self), QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 2, 11, 2)
        row.setSpacing(5)
        row.addWidget(self._sign)
        row.addWidget(self._words)

    @property
    def text(self) -> str:
        """The words."""
        return self._words.text()

    def show_state(self, kind: ChipState, text: str, told: str) -> None:
        """Change sign, words and colour; nothing happens when they are the same."""
        if (kind, text) != (self.property("chip"), self.text):
            self._words.setText(text)
            self._sign.setVisible(kind != "plain")
            if kind != "plain":
                self._sign.setPixmap(theme.icon(kind, kind).pixmap(theme.MARK_SIZE))
            self.setToolTip(told)
            self.setAccessibleName(told)
            theme.set_style_property(self, "chip", kind)
            theme.set_style_property(self._words, "tone", kind)
