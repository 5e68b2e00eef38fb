"""Labels: a line of text in whatever room there is, and a small rounded field with a sign and a few words."""

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from selfeval_desktop.app.foreign_files import shown_text
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.plain_text import PlainLabel, tooltip_text

ChipState = Literal["ok", "plain", "warning", "error"]
"""A plain chip tells its figures without judging them, and has no sign."""


class Chip(QFrame):
    """Sign, words and colour say the same; the tooltip and a screen reader tell it in full."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign, self._words = PlainLabel(self), PlainLabel(self)
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
            self.setToolTip(tooltip_text(told))
            self.setAccessibleName(told)
            theme.set_style_property(self, "chip", kind)
            theme.set_style_property(self._words, "tone", kind)


_NARROWEST = 56


class FittingLabel(PlainLabel):
    """Shows the first of its texts that fits; the tooltip is always the first, which is the longest.

    Where it `keeps_last`, the shortest text always has its room.
    """

    def __init__(self, parent: QWidget | None = None, *, keeps_last: bool = False) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ("",)
        self._keeps_last = keeps_last
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        self.show_texts((text,))

    def show_texts(self, texts: tuple[str, ...]) -> None:
        """Show one of these, given from the longest to the shortest; the last is cut with dots if need be."""
        texts = tuple(map(shown_text, texts))
        if texts != self._texts:
            self._texts = texts
            self.setToolTip(tooltip_text(texts[0]))
            self.setAccessibleDescription(texts[0])
            self.updateGeometry()
            self._fit_text()

    def sizeHint(self) -> QSize:
        return QSize(self._text_width(self._texts[0]), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        shortest = self._text_width(self._texts[-1])
        return QSize(shortest if self._keeps_last else min(shortest, _NARROWEST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_text()

    def _fit_text(self) -> None:
        room = self.width()
        text = next((text for text in self._texts if self._text_width(text) <= room), self._texts[-1])
        super().setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))

    def _text_width(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text) + 1 if text else 0
