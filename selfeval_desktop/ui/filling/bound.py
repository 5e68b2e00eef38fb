"""Boxes bound to one cell of the form: each keystroke goes to the session, each new state is shown."""

from itertools import count

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from selfeval_desktop.app.ledger.session import FormSession, FormState
from selfeval_desktop.domain.form import edits, texts
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import FurtherField
from selfeval_desktop.domain.form.texts import TooLong
from selfeval_desktop.domain.rules.findings import Finding, Severity
from selfeval_desktop.ui.document import form_words
from selfeval_desktop.ui.document.cells import heaviest_severity
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.inputs import lift_limit
from selfeval_desktop.ui.kit.list_model import common_ends
from selfeval_desktop.ui.kit.plain_text import tooltip_text
from selfeval_desktop.wording import findings as sentences
from selfeval_desktop.wording import labels

# What is undone at once ends with a sentence, so that undo never takes a whole page away.
_SENTENCE_ENDS = tuple("。；！？;!?\n")
# Two boxes may show the same cell: no two visits are alike.
_VISITS = count()


class Binding(QObject):
    """Carries text between one cell of the open form and the box that shows it.

    A change made in the box itself is not shown back, so that text is never tidied while it is typed. The keys of
    undo and redo are left to the window, whose steps cover everything. `also` are the other cells of a merged one:
    they get the same text.
    """

    def __init__(self, session: FormSession, field: FieldRef, box: "LineBox | TextBox | ChoiceBox") -> None:
        super().__init__(box)
        self.field = field
        self.also: tuple[FieldRef, ...] = ()
        self._session = session
        self._box = box
        self._visit = next(_VISITS)
        self._is_typing = False
        self._shown_remarks: tuple[tuple[Finding, ...], tuple[str, ...]] | None = None
        box.installEventFilter(self)
        session.add_listener(self._show_state)
        self._show_state(session.state)

    @property
    def merge_key(self) -> str:
        """A step with this key merges with what was typed since the box got the keyboard; each sentence begins a new key."""
        return f"{self.field}#{self._visit}"

    def on_text_typed(self, text: str) -> None:
        """Put the text of the box into the form; one that is too long is refused, and the box shows the old text again."""
        state = self._session.state
        if state is None or text == edits.cell_text(state.form, self.field):
            return
        form = state.form
        try:
            for cell in (self.field, *self.also):
                form = edits.set_cell(form, cell, text)
        except TooLong as error:
            # Nothing is cut: what stood there before comes back, whole.
            self._box.show_text(edits.cell_text(state.form, self.field))
            self._session.refuse(error)
            return
        label = labels.cell_edit_label(self.field, state.template)
        self._is_typing = True
        try:
            self._session.change_form(form, label=label, merge_key=self.merge_key)
        finally:
            self._is_typing = False
        if self._box.text_before_caret().endswith(_SENTENCE_ENDS):
            self._visit = next(_VISITS)

    def stop_listening(self) -> None:
        """Stop following the form: the box is about to be destroyed."""
        self._session.remove_listener(self._show_state)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
                return True
        elif isinstance(event, QFocusEvent):
            if event.gotFocus() and event.reason() != Qt.FocusReason.PopupFocusReason:
                self._visit = next(_VISITS)
            if event.lostFocus():
                self._show_state(self._session.state)
        return super().eventFilter(watched, event)

    def _show_state(self, state: FormState | None) -> None:
        self._box.setEnabled(state is not None)
        self._box.set_read_only(held=self._session.read_only)
        if not self._is_typing:
            self._box.show_text(edits.cell_text(state.form, self.field) if state else "")
        found: tuple[Finding, ...] = ()
        remarks: tuple[str, ...] = ()
        if state is not None:
            found = tuple(finding for finding in state.found.open if finding.field == self.field)
            remarks = form_words.annotation_sentences(state.form, self.field)
        if (found, remarks) != self._shown_remarks:
            self._shown_remarks = found, remarks
            tips = [sentences.finding_sentence(finding, state.template) for finding in found] if state else []
            self._box.setToolTip(tooltip_text("\n".join((*tips, *remarks))))
            self._box.setAccessibleDescription("，".join((*tips, *remarks)))
            self._box.show_mark(heaviest_severity(found), " ".join((*tips, *remarks)))


class LineBox(QLineEdit):
    """One line bound to a cell; a sign stands at its end while something is found in it."""

    def __init__(self, session: FormSession, field: FieldRef, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        lift_limit(self)
        self._sign: QAction | None = None
        self.binding = Binding(session, field, self)
        # Not textEdited alone: a screen reader or a script sets the text without typing it.
        self.textChanged.connect(self._on_text_changed)

    def _on_text_changed(self, text: str) -> None:
        """Pasted line ends become spaces before the form gets the text."""
        line, before = texts.one_line(text), self.text_before_caret()
        if line != text:
            self.show_text(line)
            self.setCursorPosition(len(texts.one_line(before)))
        self.binding.on_text_typed(line)

    def show_text(self, text: str) -> None:
        """Show the form's text; with the keyboard in the box the caret stays at its place, else it goes to the start."""
        if text != self.text():
            caret = self.cursorPosition()
            self.blockSignals(True)
            self.setText(text)
            self.blockSignals(False)
            self.setCursorPosition(caret if self.hasFocus() else 0)

    def set_read_only(self, *, held: bool) -> None:
        """Let the text be read and copied only."""
        self.setReadOnly(held)

    def text_before_caret(self) -> str:
        """The text before the caret."""
        return self.text()[: self.cursorPosition()]

    def show_mark(self, severity: Severity | None, remark: str) -> None:
        """Show the colour of the heaviest finding, and its sign, or that of a note, where there is a remark."""
        if self._sign is not None:
            self.removeAction(self._sign)
            self._sign = None
        if remark:
            icon = theme.severity_icon(severity) if severity else theme.icon("note", "muted")
            self._sign = self.addAction(icon, QLineEdit.ActionPosition.TrailingPosition)
        theme.set_style_property(self, "mark", severity or "")


class TextBox(QPlainTextEdit):
    """Text of many lines bound to a cell. The program's undo takes the place of its own."""

    marked = Signal()
    """`text_remark` has changed: the heaviest severity found in the text, and the sentences about it."""

    def __init__(self, session: FormSession, field: FieldRef, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.text_remark: tuple[Severity | None, str] = (None, "")
        self.binding = Binding(session, field, self)
        self.textChanged.connect(lambda: self.binding.on_text_typed(self.toPlainText()))

    def show_text(self, text: str) -> None:
        """Show the form's text, replacing only what differs, so that caret and scrolling stay with it."""
        shown = self.toPlainText()
        if text == shown:
            return
        first, last = common_ends(shown, text)
        cursor = QTextCursor(self.document())
        cursor.setPosition(_utf16_length(shown[:first]))
        cursor.setPosition(_utf16_length(shown[: len(shown) - last]), QTextCursor.MoveMode.KeepAnchor)
        self.blockSignals(True)
        cursor.insertText(text[first : len(text) - last])
        self.blockSignals(False)
        self.document().setModified(False)
        if not self.hasFocus():
            cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)

    def set_read_only(self, *, held: bool) -> None:
        """Let the text be read and copied only, by keyboard too."""
        flags = Qt.TextInteractionFlag
        readable = flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
        wanted = readable if held else flags.TextEditorInteraction
        if self.textInteractionFlags() != wanted:
            self.setTextInteractionFlags(wanted)

    def text_before_caret(self) -> str:
        """The text before the caret, within its line; a newline at the beginning of one."""
        cursor = self.textCursor()
        if cursor.atBlockStart():
            return "" if cursor.atStart() else "\n"
        return cursor.block().text()[: cursor.positionInBlock()]

    def show_mark(self, severity: Severity | None, remark: str) -> None:
        """Show the colour of the heaviest finding; `TextFindings` shows its sign and the remark."""
        theme.set_style_property(self, "mark", severity or "")
        self.text_remark = (severity, remark)
        self.marked.emit()


class ChoiceBox(QComboBox):
    """A list bound to a cell: nothing, the template's choices, and any other text that the cell has from a file."""

    def __init__(
        self, session: FormSession, field: FieldRef, offered: FurtherField, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(offered.label)
        self.addItems(["", *offered.choices])
        self.binding = Binding(session, field, self)
        # Not activated: a screen reader or a script sets a choice without opening the list.
        self.currentIndexChanged.connect(lambda: self.binding.on_text_typed(self.currentText()))

    def show_text(self, text: str) -> None:
        """Show the form's choice."""
        if text != self.currentText():
            self.blockSignals(True)
            if self.findText(text) < 0:
                self.addItem(text)
            self.setCurrentIndex(self.findText(text))
            self.blockSignals(False)

    def set_read_only(self, *, held: bool) -> None:
        """Let the choice be read only."""
        self.setEnabled(self.isEnabled() and not held)

    def text_before_caret(self) -> str:
        """A line end, so that each choice is a step of its own."""
        return "\n"

    def show_mark(self, severity: Severity | None, _remark: str) -> None:
        """Show a finding's colour."""
        theme.set_style_property(self, "mark", severity or "")


def _utf16_length(text: str) -> int:
    """The length as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
