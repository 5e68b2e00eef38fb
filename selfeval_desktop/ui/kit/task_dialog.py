"""A dialog for one task: rows from top to bottom, a line that explains, named buttons, and one way to ask."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QScreen
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from selfeval_desktop.app.foreign_files import shown_text
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.plain_text import PlainLabel
from selfeval_desktop.ui.kit.widget_names import name_widget

_FRAME = QSize(20, 40)
"""The frame and title bar of the system, in logical pixels, at most."""


def add_row(form: QFormLayout, label: str, field: QWidget | QLayout) -> None:
    """A row of a form; its label leads to a field that is one widget."""
    if not label:
        form.addRow(label, field)
        return
    words = PlainLabel(label)
    if isinstance(field, QWidget):
        words.setBuddy(field)
    form.addRow(words, field)


def resize_within_screen(dialog: QDialog, size: QSize) -> None:
    """Give the dialog that size, or less on a small screen."""
    # None while the only screen is unplugged.
    screen: QScreen | None = dialog.screen()
    dialog.resize(size if screen is None else size.boundedTo(screen.availableSize() - _FRAME))


Answer = TypeVar("Answer")
FormRow = tuple[str, QWidget | QLayout]
"""A label and what stands beside it; without a label the text is empty."""
ButtonRole = QDialogButtonBox.ButtonRole


class TaskDialog(QDialog):
    """Parts are added from top to bottom, the buttons stand below all. The Tab key follows the order of creation.

    A button with the accept role accepts the dialog, one with the reject role and Esc reject it; buttons of other
    roles are connected by whoever adds them.
    """

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_widget(self, name, title)
        self.setWindowTitle(title)
        self._column = QVBoxLayout(self)
        self._button_box: QDialogButtonBox | None = None
        self._note: QLabel | None = None

    def ask_for(self, answer: Callable[[], Answer]) -> Answer | None:
        """Run the dialog and destroy it: what `answer` gives where it was accepted, else None."""
        is_accepted = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return answer() if is_accepted else None

    def ask_consent(self) -> bool:
        """Run the dialog and destroy it: whether it was accepted."""
        return self.ask_for(lambda: True) is True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter presses the default button, also out of a text of several lines."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            for button in self.findChildren(QPushButton):
                if button.isDefault():
                    button.click()
        else:
            super().keyPressEvent(event)

    def add_part(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """A widget or a layout below what is there, above the buttons; `stretch` is its share of spare height."""
        place = self._column.count() - (self._button_box is not None)
        if isinstance(part, QLayout):
            self._column.insertLayout(place, part, stretch)
        else:
            self._column.insertWidget(place, part, stretch)

    def add_stretch(self) -> None:
        """Room below what is there, where no part takes the spare height."""
        self._column.insertStretch(self._column.count() - (self._button_box is not None), 1)

    def add_text(self, text: str, tone: str = "") -> QLabel:
        """A paragraph that wraps; `tone` is one of the theme, such as heading, muted, warning."""
        label = PlainLabel(shown_text(text), self)
        label.setWordWrap(True)
        if tone:
            theme.set_style_property(label, "tone", tone)
        self.add_part(label)
        return label

    def add_rows(self, *rows: FormRow, stretch: int = 0) -> QFormLayout:
        """Rows of a label and a field."""
        form = QFormLayout()
        for label, field in rows:
            add_row(form, label, field)
        self.add_part(form, stretch)
        return form

    def add_note(self, name: str, stretch: int = 0) -> QLabel:
        """The line for `show_note`, empty until then; a dialog has one."""
        note = self.make_note(name)
        self.add_part(note, stretch)
        return note

    def make_note(self, name: str) -> QLabel:
        """The same for a place of its own."""
        self._note = name_widget(PlainLabel(self), name, self.tr("说明"))
        self._note.setWordWrap(True)
        return self._note

    def show_note(self, text: str, tone: str = "muted") -> None:
        """Say what will happen, or why it cannot (`tone` warning or error)."""
        assert self._note is not None, "add_note comes first"
        self._note.setText(shown_text(text))
        theme.set_style_property(self._note, "tone", tone)

    def add_button(
        self, name: str, text: str, role: ButtonRole = ButtonRole.AcceptRole, *, is_default: bool = False
    ) -> QPushButton:
        """A button in the row below everything, read out by its text; Enter presses the default one."""
        button = name_widget(self._buttons_below().addButton(text, role), name, text)
        if is_default:
            button.setDefault(True)
        return button

    def add_cancel(self, *, is_default: bool = False) -> QPushButton:
        """取消, named like the dialog: printDialog has printCancel."""
        name = f"{self.objectName().removesuffix('Dialog')}Cancel"
        return self.add_button(name, self.tr("取消"), ButtonRole.RejectRole, is_default=is_default)

    def add_close(self, *, is_default: bool = False) -> QPushButton:
        """关闭, named like the dialog, for one that is only read."""
        name = f"{self.objectName().removesuffix('Dialog')}Close"
        return self.add_button(name, self.tr("关闭"), ButtonRole.RejectRole, is_default=is_default)

    def start_with_size(self, width: int, height: int) -> None:
        """How large the dialog begins, in logical pixels: less where the screen has no room for it."""
        resize_within_screen(self, QSize(width, height))

    def _buttons_below(self) -> QDialogButtonBox:
        if self._button_box is None:
            box = QDialogButtonBox(self)
            box.accepted.connect(self.accept)
            box.rejected.connect(self.reject)
            self._column.addWidget(box)
            self._button_box = box
        return self._button_box
