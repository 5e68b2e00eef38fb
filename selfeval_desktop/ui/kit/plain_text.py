"""Texts as they stand: whatever comes out of a file is shown letter by letter, never read as HTML.

Of itself Qt guesses, of each label and each tooltip, whether its text is HTML; a name in a foreign ledger could so
draw a heading, a picture or a link.
"""

from html import escape

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from selfeval_desktop.ui.kit.widget_names import name_widget


class PlainLabel(QLabel):
    """The label of the whole program."""

    def __init__(self, text: str | QWidget | None = "", parent: QWidget | None = None) -> None:
        words, owner = (text, parent) if isinstance(text, str) else ("", text)
        super().__init__(words, owner)
        self.setTextFormat(Qt.TextFormat.PlainText)


def make_text_view(name: str, title: str, parent: QWidget) -> QPlainTextEdit:
    """A long text to read and copy; the Tab key leaves it."""
    view = name_widget(QPlainTextEdit(parent), name, title)
    view.setReadOnly(True)
    view.setTabChangesFocus(True)
    return view


def make_labels_plain(widget: QWidget) -> None:
    """The same for the labels that Qt made within a widget of its own, such as a message box."""
    for label in widget.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)


def tooltip_text(text: str, *, wraps: bool = False) -> str:
    """What makes Qt show the text as it stands; with `wraps` it is broken into lines where it is long."""
    if not wraps and not Qt.mightBeRichText(text):
        return text
    return f"<qt>{escape(text)}</qt>".replace("\n", "<br>")
