"""The page 目标: what was expected and what was done, side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from selfeval_desktop.app.session import FormSession
from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.ui import theme
from selfeval_desktop.ui.naming import named
from selfeval_desktop.ui.places import GOALS_TAB
from selfeval_desktop.ui.printed_watch import PrintedWatch
from selfeval_desktop.ui.widgets.bound import TextBox
from selfeval_desktop.ui.widgets.text_facts import TextFacts, Told
from selfeval_desktop.wording import places

_BOXES = (("goalExpected", "expected"), ("goalActual", "actual"))


class GoalsTab(QWidget):
    """Two large texts, each with the number of its characters and of the lines that it prints on."""

    tidyAsked = Signal(object)
    """The text of that field is to be put in order."""
    expandAsked = Signal(object)
    """The text of that field is to be shown large."""

    def __init__(self, session: FormSession, printed: PrintedWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(GOALS_TAB)
        self._printed = printed
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
            # Both columns are as wide, whatever stands above the texts.
            row.addLayout(self._column(field, box), 1)
        printed.watch(self)

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
        heading = QLabel(places.cell(field), self)
        heading.setBuddy(box)
        theme.restyle(heading, "tone", "heading")
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(heading)
        head.addSpacing(6)
        head.addWidget(TextFacts(box, self._printed, self), 1)
        head.addWidget(self._tidy_button(field, box))
        head.addWidget(self._expand_button(field, box))
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(box, 1)
        column.addWidget(Told(box, self))
        return column

    def _tidy_button(self, field: FieldRef, box: TextBox) -> QToolButton:
        """Putting the text in order, at hand where texts are pasted."""
        spoken = self.tr("整理{title}").format(title=places.cell(field))
        button = self._button(f"{box.objectName()}Tidy", spoken)
        button.setText(self.tr("整理…"))
        button.setToolTip(self.tr("去掉粘贴带来的空格、换行和重复标点"))
        button.clicked.connect(lambda: self.tidyAsked.emit(field))
        return button

    def _expand_button(self, field: FieldRef, box: TextBox) -> QToolButton:
        spoken = self.tr("展开编辑{title}").format(title=places.cell(field))
        button = self._button(f"{box.objectName()}Expand", spoken)
        button.setIcon(theme.icon("expand", "muted"))
        button.setToolTip(self.tr("在大窗口里编辑（F4）"))
        button.clicked.connect(lambda: self.expandAsked.emit(field))
        return button

    def _button(self, name: str, spoken: str) -> QToolButton:
        """Tab goes from text to text; what the button does has a key of its own."""
        button = named(QToolButton(self), name, spoken)
        button.setAutoRaise(True)
        button.setIconSize(theme.SMALL_ICON_SIZE)
        theme.restyle(button, "tight", "yes")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button
