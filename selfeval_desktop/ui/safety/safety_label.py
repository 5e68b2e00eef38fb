"""How old the backups of the open ledger are, at the end of the status line, in whatever room there is."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.labels import FittingLabel
from selfeval_desktop.ui.kit.plain_text import tooltip_text

_AIR = 4


@dataclass(frozen=True, slots=True)
class SafetyLine:
    """The texts for ever less room, the whole story, and its tone: "" for plain, warning, error."""

    texts: tuple[str, ...]
    tooltip: str
    tone: str = ""


class SafetyLabel(FittingLabel):
    """Hidden while no ledger is open. `clicked` comes with the mouse; by keyboard the folder has its action."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, keeps_last=True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_line(self, line: SafetyLine | None) -> None:
        """Show the safety line; None hides it."""
        self.setVisible(line is not None)
        if line is not None:
            self.show_texts(line.texts)
            self.setToolTip(tooltip_text(line.tooltip))
            self.setAccessibleDescription(line.tooltip)
            theme.set_style_property(self, "tone", line.tone)

    def _text_width(self, text: str) -> int:
        """With a little air: at 150% a text is a fraction of a pixel wider than it is measured."""
        return super()._text_width(text) + _AIR if text else 0

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
