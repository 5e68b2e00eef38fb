"""One text of the form as a whole: tidied, after a look at every change, or edited in a large window."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.texts import tidy_text, tidying_changes
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.print_layout_watch import PrintLayoutWatch
from selfeval_desktop.ui.filling.bound import TextBox
from selfeval_desktop.ui.filling.goals_tab import TextFacts, TextFindings
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.plain_text import PlainLabel
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording import cell_names, labels
from selfeval_desktop.wording.labels import UndoLabel

_WHITE_SPACE_SIGNS = str.maketrans({" ": "␣", "\u3000": "␣", "\u00a0": "␣", "\t": "⇥", "\n": "↵"})


class TextCommands(QObject):
    """Tidying is one step of undo; what is typed in the large window is in the form at once, as in its own box."""

    def __init__(self, document: Document, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._workspace, self._window = document, workspace, window
        workspace.goals.tidyAsked.connect(self._tidy_field)
        workspace.goals.expandAsked.connect(self._expand_field)

    @does("actionTidy")
    def tidy_current_text(self) -> None:
        """Offer to tidy the text with the cursor."""
        field = self._workspace.current_field()
        if field is None or not edits.is_text(field):
            self._document.messages.show_message(self.tr("请先把光标放到一段文字里，例如目标或指标名称。"), "hint")
        else:
            self._tidy_field(field)

    @does("actionLongText")
    def expand_current_text(self) -> None:
        """Show the text with the cursor large; a list opens, as it does by this key everywhere."""
        box, field = QApplication.focusWidget(), self._workspace.current_field()
        if isinstance(box, QComboBox) and not box.isEditable():
            box.showPopup()
        elif field is None:
            self._document.messages.show_message(self.tr("请先把光标放到要展开的文字里，例如目标或偏差原因。"), "hint")
        elif not edits.is_text(field):
            told = self.tr("{cell}不是文字，没有可以展开的内容。")
            template = self._document.form.template if self._document.form else None
            self._document.messages.show_message(told.format(cell=cell_names.cell_name(field, template)), "hint")
        else:
            self._expand_field(field)

    def _tidy_field(self, field: FieldRef) -> None:
        self._workspace.close_editor()
        self._show_tidy_dialog(field, self._window)
        self._workspace.show_field(field)

    def _show_tidy_dialog(self, field: FieldRef, parent: QWidget) -> None:
        state = self._document.form
        if state is None:
            return
        before = edits.cell_text(state.form, field)
        after = tidy_text(before)
        if after == before:
            self._document.messages.show_message(self.tr("这段文字里没有要整理的空格、换行和重复标点。"), "ok")
            return
        dialog = TidyDialog(cell_names.cell_path(field, state.template), before, after, parent)
        if dialog.ask_consent():
            form = state.form
            for cell in self._workspace.merged_with(field):
                form = edits.set_cell(form, cell, after)
            self._document.change_form(form, label=labels.undo_label_text(UndoLabel.TIDY))

    def _expand_field(self, field: FieldRef) -> None:
        self._workspace.close_editor()
        cells = self._workspace.merged_with(field)
        dialog = LongTextDialog(self._document, self._workspace.printed, cells, self._window)
        dialog.tidyAsked.connect(lambda: self._show_tidy_dialog(field, dialog))
        dialog.ask_consent()
        dialog.release_text_box()
        self._workspace.show_field(field)


class TidyDialog(TaskDialog):
    """A text before and after tidying, every change marked; accepted when the text after is wanted."""

    def __init__(self, place: str, before: str, after: str, parent: QWidget | None = None) -> None:
        super().__init__("tidyDialog", self.tr("整理文字"), parent)
        self.add_text(place, "heading")
        texts = QHBoxLayout()
        _show_changes(self._add_box(texts, "tidyBefore", self.tr("整理前")), before, after)
        self._add_box(texts, "tidyAfter", self.tr("整理后")).setPlainText(after)
        self.add_part(texts, 1)
        self.add_text(self.tr("只去掉多余的空格、换行和重复的标点，文字一个不动。采用后可以撤销。"), "muted")
        self.add_button("tidyTake", self.tr("采用"), is_default=True).setFocus()
        self.add_cancel()
        self.start_with_size(860, 460)

    def _add_box(self, texts: QHBoxLayout, name: str, title: str) -> QTextEdit:
        box = name_widget(QTextEdit(self), name, title)
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        column = QVBoxLayout()
        column.addWidget(PlainLabel(title, self))
        column.addWidget(box)
        texts.addLayout(column)
        return box


class LongTextDialog(TaskDialog):
    """One text in a large box. Each keystroke is in the form at once: there is nothing to accept, nothing to lose.

    The first of `cells` is shown; the others of a merged cell follow it. Undo goes back to how the text
    was when the dialog opened, not beyond. Call `release_text_box` once it is closed.
    """

    tidyAsked = Signal()
    """The user wants the text tidied."""

    def __init__(
        self,
        document: Document,
        printed: PrintLayoutWatch,
        cells: tuple[FieldRef, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("longTextDialog", self.tr("展开编辑"), parent)
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
        """Stop following the form."""
        self._text.binding.stop_listening()
        self._printed.remove_viewer(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._text.ensureCursorVisible()

    def done(self, result: int) -> None:
        """Take in what an input method still composes, then close."""
        self._document.autosave.end_composing()
        super().done(result)

    def _make_button(self, name: str, text: str) -> QPushButton:
        button = name_widget(QPushButton(text, self), name, text.rstrip("…"))
        button.setAutoDefault(False)
        return button

    def _lay_out(self, place: str) -> None:
        heading = PlainLabel(place, self)
        theme.set_style_property(heading, "tone", "heading")
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(TextFacts(self._text, self._printed, self))
        note = PlainLabel(self.tr("随写随存，关闭不会丢失；Ctrl+Z 撤销。"), self)
        theme.set_style_property(note, "tone", "muted")
        foot = QHBoxLayout()
        foot.addWidget(note, 1)
        foot.addWidget(self._tidy)
        foot.addWidget(self._close)
        self.add_part(head)
        self.add_part(self._text, 1)
        self.add_part(TextFindings(self._text, self, wraps=True))
        self.add_part(foot)
        self.start_with_size(860, 440)

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
            QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WindowShortcut).activated.connect(work)
        self._text.document().contentsChanged.connect(self._update_tidy_button)
        self._update_tidy_button()
        self._printed.add_viewer(self)

    def _update_tidy_button(self) -> None:
        """The button works only while there is something to tidy; its tooltip says so."""
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


def _show_changes(box: QTextEdit, before: str, after: str) -> None:
    """Fill the box with the text before tidying: what goes is struck out, white space as a visible sign."""
    gone = QTextCharFormat()
    gone.setBackground(theme.colour("warning_soft"))
    gone.setForeground(theme.colour("warning"))
    gone.setFontStrikeOut(True)
    cursor = QTextCursor(box.document())
    for stretch in tidying_changes(before, after):
        if stretch.kind == "kept":
            cursor.insertText(stretch.text, QTextCharFormat())
        elif stretch.kind == "removed":
            cursor.insertText(stretch.text.translate(_WHITE_SPACE_SIGNS), gone)
    box.moveCursor(QTextCursor.MoveOperation.Start)
