"""The page 目标: what was expected and what was done, side by side."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from selfeval_desktop.app.session import FormSession
from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.ui import theme
from selfeval_desktop.ui.naming import named
from selfeval_desktop.ui.places import GOALS_TAB
from selfeval_desktop.ui.widgets.bound import TextBox
from selfeval_desktop.wording import places

_BOXES = (("goalExpected", "expected"), ("goalActual", "actual"))


class GoalsTab(QWidget):
    """Two large texts, each with the number of its characters."""

    tidyAsked = Signal(object)
    """The text of that field is to be put in order."""

    def __init__(self, session: FormSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(GOALS_TAB)
        self._boxes: dict[FieldRef, TextBox] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 10)
        row.setSpacing(12)
        for name, key in _BOXES:
            field = FieldRef.goal(key)
            box = TextBox(session, field, places.cell(field), self)
            box.setObjectName(name)
            box.setPlaceholderText(self.tr("必填"))
            self._boxes[field] = box
            row.addLayout(self._column(field, box))

    def commit_editor(self) -> None:
        """Nothing is ever open here: each keystroke is in the form at once."""

    def show_field(self, field: FieldRef) -> bool:
        """Put the cursor into that text; False when it is no goal."""
        box = self._boxes.get(field)
        if box is not None:
            box.setFocus()
        return box is not None

    def current_field(self) -> FieldRef | None:
        """The text with the cursor."""
        return next((field for field, box in self._boxes.items() if box.hasFocus()), None)

    def _column(self, field: FieldRef, box: TextBox) -> QVBoxLayout:
        title = places.cell(field)
        heading, sign, told, count = QLabel(title, self), QLabel(self), QLabel(self), QLabel(self)
        heading.setBuddy(box)
        theme.restyle(heading, "tone", "heading")
        theme.restyle(count, "tone", "muted")
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addSpacing(8)
        head.addWidget(sign)
        head.addWidget(told, 1)
        head.addWidget(count)
        head.addWidget(self._tidy_button(field, box))
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(box)
        show = partial(self._show_count, box, count)
        box.document().contentsChanged.connect(show)
        show()
        show_told = partial(self._show_told, box, sign, told)
        box.marked.connect(show_told)
        show_told()
        return column

    def _tidy_button(self, field: FieldRef, box: TextBox) -> QToolButton:
        """Putting the text in order, at hand where texts are pasted."""
        spoken = self.tr("整理{title}").format(title=places.cell(field))
        button = named(QToolButton(self), f"{box.objectName()}Tidy", spoken)
        button.setText(self.tr("整理…"))
        button.setToolTip(self.tr("去掉粘贴带来的空格、换行和重复标点"))
        button.setAutoRaise(True)
        # Tab goes from text to text; the keyboard has a key of its own for this.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.tidyAsked.emit(field))
        return button

    def _show_told(self, box: TextBox, sign: QLabel, told: QLabel) -> None:
        """What is wrong with the text, beside its title."""
        severity, text = box.told
        told.setText(text)
        sign.clear()
        if text:
            icon = theme.severity_icon(severity) if severity else theme.icon("note", "muted")
            sign.setPixmap(icon.pixmap(theme.MARK_SIZE))
        theme.restyle(told, "tone", severity or "")

    def _show_count(self, box: TextBox, count: QLabel) -> None:
        characters = len("".join(box.toPlainText().split()))
        count.setText(self.tr("{count} 字").format(count=characters))
