"""One text of the form in a large box."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.tidying import tidy_text
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.print_layout_watch import PrintLayoutWatch
from selfeval_desktop.ui.filling.bound import TextBox
from selfeval_desktop.ui.filling.text_facts import TextFacts, TextFindings
from selfeval_desktop.ui.kit import dialog_sizes, theme
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording import cell_names


class LongTextDialog(QDialog):
    """Each keystroke is in the form at once, so that there is nothing to accept and nothing to lose.

    The first of `cells` is shown; the others of a merged cell follow it. Undo goes back to how the text
    was when the dialog opened, not beyond. `release` it once it is closed.
    """

    tidyAsked = Signal()
    """The text is to be put in order."""

    def __init__(
        self,
        document: Document,
        printed: PrintLayoutWatch,
        cells: tuple[FieldRef, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        name_widget(self, "longTextDialog", self.tr("展开编辑"))
        self.setWindowTitle(self.tr("展开编辑"))
        self._document, self._printed = document, printed
        self._first_step, self._undone = document.steps.stack.index(), 0
        template = document.form.template if document.form else None
        self._text = TextBox(document.session, cells[0], cell_names.cell_name(cells[0], template), self)
        self._text.setObjectName("longText")
        self._text.binding.also = cells[1:]
        self._tidy = self._make_button("longTextTidy", self.tr("整理…"))
        self._close = self._make_button("longTextClose", self.tr("完成"))
        self._close.setDefault(True)
        self._lay_out(cell_names.cell_path(cells[0], template))
        self._connect_signals()
        self._text.moveCursor(QTextCursor.MoveOperation.End)
        self._text.setFocus()

    def release_text_box(self) -> None:
        """Follow the form no more."""
        self._text.binding.stop_listening()
        self._printed.remove_viewer(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._text.ensureCursorVisible()

    def done(self, result: int) -> None:
        """What an input method still composes is typed, too."""
        self._document.autosave.end_composing()
        super().done(result)

    def _make_button(self, name: str, text: str) -> QPushButton:
        button = name_widget(QPushButton(text, self), name, text.rstrip("…"))
        button.setAutoDefault(False)
        return button

    def _lay_out(self, place: str) -> None:
        heading = QLabel(place, self)
        theme.set_style_property(heading, "tone", "heading")
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(TextFacts(self._text, self._printed, self))
        note = QLabel(self.tr("随写随存，关闭不会丢失；Ctrl+Z 撤销。"), self)
        theme.set_style_property(note, "tone", "muted")
        foot = QHBoxLayout()
        foot.addWidget(note, 1)
        foot.addWidget(self._tidy)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self._text, 1)
        column.addWidget(TextFindings(self._text, self, wraps=True))
        column.addLayout(foot)
        dialog_sizes.resize_within_screen(self, QSize(860, 440))

    def _connect_signals(self) -> None:
        self._tidy.clicked.connect(self.tidyAsked)
        self._close.clicked.connect(self.accept)
        for keys, work in (
            ("Ctrl+Return", self.accept),
            ("Ctrl+Enter", self.accept),
            ("F4", self.accept),
            ("Ctrl+T", self._tidy.click),
            ("Ctrl+Z", self._undo),
            ("Ctrl+Y", self._redo),
        ):
            QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WindowShortcut).activated.connect(
                work
            )
        self._text.document().contentsChanged.connect(self._update_tidy_button)
        self._update_tidy_button()
        self._printed.add_viewer(self)

    def _update_tidy_button(self) -> None:
        """There is a button to press only while something is out of order."""
        text = self._text.toPlainText()
        untidy = tidy_text(text) != text
        self._tidy.setEnabled(untidy)
        self._tidy.setToolTip(
            self.tr("去掉粘贴带来的空格、换行和重复标点（Ctrl+T）")
            if untidy
            else self.tr("没有要整理的空格、换行和重复标点")
        )

    def _undo(self) -> None:
        if self._document.steps.stack.index() > self._first_step:
            self._document.undo()
            self._undone += 1

    def _redo(self) -> None:
        if self._undone and self._document.steps.stack.canRedo():
            self._document.redo()
            self._undone -= 1
