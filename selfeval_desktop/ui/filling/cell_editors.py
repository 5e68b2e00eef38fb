"""The delegates by kind of cell: amounts, texts, level names and targets' operators, achievement."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QPlainTextEdit, QStyleOptionViewItem, QWidget

from selfeval_desktop.ui.document.indicators_model import IndicatorsModel
from selfeval_desktop.ui.filling.cell_delegate import CellDelegate, Index

_TALLEST = 220
_SMALLEST_WIDTH = 160


class AmountDelegate(CellDelegate):
    """One line, figures at the right. Text that cannot be read as a figure is cut to its cell; the tip has it all."""

    is_one_line = True

    def _new_editor_widget(self, parent: QWidget, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return editor

    def _fill_editor(self, editor: QWidget, text: str) -> None:
        assert isinstance(editor, QLineEdit)
        editor.setText(text)

    def _typed_text(self, editor: QWidget) -> str:
        assert isinstance(editor, QLineEdit)
        return editor.text()


class _CellText(QPlainTextEdit):
    """Several lines of text; pasting drops the line end that spreadsheets put behind a cell."""

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text().rstrip("\r\n"))


class TextDelegate(CellDelegate):
    """Lines that wrap; the editor grows with its text, beyond its cell if need be. Alt+Enter breaks a line.

    Alt+Down offers phrases that answer a target given in words; the chosen one replaces the text.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt+Down opens the phrases where there are any; elsewhere it moves the row."""
        asks = isinstance(event, QKeyEvent) and event.modifiers() == Qt.KeyboardModifier.AltModifier
        if asks and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            choices = self._word_choices()
            if choices and event.type() == QEvent.Type.KeyPress:
                self._show_choices_menu(choices)
            if choices:
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _word_choices(self) -> tuple[tuple[str, str], ...]:
        model = self._index.model()
        return model.word_choices(self._index) if isinstance(model, IndicatorsModel) else ()

    def _show_choices_menu(self, choices: Iterable[tuple[str, str]]) -> None:
        editor = self._editor
        assert editor is not None
        menu = QMenu(editor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for shown, text in choices:
            menu.addAction(shown).triggered.connect(partial(self._replace_text, text))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(editor.mapToGlobal(QPoint(0, editor.height())))

    def _replace_text(self, text: str, _checked: object = None) -> None:
        editor = self._editor
        if isinstance(editor, QPlainTextEdit):
            editor.selectAll()
            editor.insertPlainText(text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        assert isinstance(editor, QPlainTextEdit)
        editor.setGeometry(option.rect)
        _grow_to_text(editor, option.rect.size())

    def _new_editor_widget(self, parent: QWidget, index: Index) -> QWidget:
        editor = _CellText(parent)
        editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        editor.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        editor.document().setDocumentMargin(1)
        editor.textChanged.connect(lambda: _grow_to_text(editor, editor.size()))
        return editor

    def _fill_editor(self, editor: QWidget, text: str) -> None:
        assert isinstance(editor, QPlainTextEdit)
        editor.setPlainText(text)
        editor.selectAll()

    def _typed_text(self, editor: QWidget) -> str:
        assert isinstance(editor, QPlainTextEdit)
        return editor.toPlainText()

    def _break_line(self) -> None:
        assert isinstance(self._editor, QPlainTextEdit)
        self._editor.insertPlainText("\n")


class ShortTextDelegate(TextDelegate):
    """A text shown in one line, cut where it is longer; the editor has it all."""

    is_one_line = True


class LevelDelegate(CellDelegate):
    """A level's name, or the operator of a target: chosen from the template's, or typed."""

    is_editable = True

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        height = min(rect.height(), editor.sizeHint().height())
        editor.setGeometry(rect.left(), rect.top(), max(rect.width(), _SMALLEST_WIDTH), height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep Alt with an arrow, which opens the list, from moving the row."""
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.accept()
            return event.type() == QEvent.Type.ShortcutOverride
        return super().eventFilter(watched, event)

    def list_choices(self, index: Index) -> tuple[tuple[str, str], ...]:
        """The choices for that cell: each as shown in the list, and the text that it puts into the cell."""
        model = index.model()
        assert isinstance(model, IndicatorsModel)
        return tuple((name, name) for name in model.cell_choices(index))

    def _new_editor_widget(self, parent: QWidget, index: Index) -> QWidget:
        editor = QComboBox(parent)
        editor.setEditable(self.is_editable)
        editor.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for shown, text in self.list_choices(index):
            editor.addItem(shown, text)
        editor.activated.connect(self._on_choice_made)
        return editor

    def _fill_editor(self, editor: QWidget, text: str) -> None:
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(editor.findData(text))
        line = editor.lineEdit()
        if line is not None:
            line.setText(text)
            line.selectAll()

    def _typed_text(self, editor: QWidget) -> str:
        assert isinstance(editor, QComboBox)
        return editor.currentText() if editor.isEditable() else str(editor.currentData() or "")

    def _on_choice_made(self) -> None:
        """A choice in the list is committed at once."""
        self._commit_and_close(CellDelegate.EndEditHint.NoHint)


class AchievementDelegate(LevelDelegate):
    """达成, 部分达成, 未达成, or nothing, each with the scores that it allows."""

    is_editable = False

    def list_choices(self, index: Index) -> tuple[tuple[str, str], ...]:
        model = index.model()
        assert isinstance(model, IndicatorsModel)
        return (("", ""), *model.achievement_choices(index.row()))


def _grow_to_text(editor: QPlainTextEdit, cell: QSize) -> None:
    """Make the editor as tall as its text, at least as tall as the cell, and keep it inside the view.

    A text that is longer than that scrolls.
    """
    view = editor.parentWidget()
    assert view is not None
    lines = max(1, int(editor.document().size().height()))
    needed = lines * editor.fontMetrics().lineSpacing() + 2 * (editor.frameWidth() + 3)
    height = min(max(cell.height(), min(needed, _TALLEST)), view.height())
    top = max(0, min(editor.y(), view.height() - height))
    editor.setGeometry(editor.x(), top, editor.width(), height)
    policy = Qt.ScrollBarPolicy
    editor.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if needed > height else policy.ScrollBarAlwaysOff)
    editor.ensureCursorVisible()
