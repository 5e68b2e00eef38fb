"""Buttons that count findings by kind, each pressed while its kind is shown."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from selfeval_desktop.ui.checking.problems_model import ProblemKind, kind_icon, kind_name
from selfeval_desktop.ui.kit import theme

_NAMES = {
    ProblemKind.ERROR: "Errors",
    ProblemKind.WARNING: "Warnings",
    ProblemKind.HINT: "Hints",
    ProblemKind.EXPLAINED: "Explained",
}


class KindFilter(QWidget):
    """A kind that does not occur has no button. The buttons are called `name` and their kind."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {kind: self._make_button(f"{name}{part}", kind) for kind, part in _NAMES.items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in self._buttons.values():
            row.addWidget(button)

    @property
    def hidden_kinds(self) -> frozenset[ProblemKind]:
        """The kinds that the user does not want to see."""
        return frozenset(kind for kind, button in self._buttons.items() if not button.isChecked())

    def hide_kinds(self, hidden: Collection[ProblemKind]) -> None:
        """Release the buttons of these kinds, and press all others."""
        for kind, button in self._buttons.items():
            button.setChecked(kind not in hidden)

    def show_counts(self, counts: Mapping[ProblemKind, int]) -> None:
        """How many there are of each kind, shown or not."""
        for kind, button in self._buttons.items():
            count, word = counts.get(kind, 0), kind_name(kind)
            button.setText(f"{word} {count}")
            button.setAccessibleName(self.tr("{kind}：{count} 条，按下则显示").format(kind=word, count=count))
            button.setToolTip(self.tr("显示或不显示“{kind}”").format(kind=word))
            button.setVisible(count > 0)

    def _make_button(self, name: str, kind: ProblemKind) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setCheckable(True)
        button.setChecked(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(theme.SMALL_ICON_SIZE)
        button.setIcon(kind_icon(kind))
        theme.set_style_property(button, "low", "yes")
        button.clicked.connect(self.changed)
        return button
