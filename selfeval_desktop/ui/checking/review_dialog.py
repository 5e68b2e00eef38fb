"""One page on one form: what a reviewer will probably ask, and where."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLabel, QWidget

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.checking import review_words
from selfeval_desktop.ui.checking.review_words import ReviewQuestion
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.lines_view import LinesView
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.printing.derived_printout_dialog import DocumentDialog
from selfeval_desktop.wording.rules.rule_words import ReviewTheme

_WIDTH, _HEIGHT = 820, 580
_FIELD = Qt.ItemDataRole.UserRole
_COLUMNS = 2


class CheckupDialog(DocumentDialog):
    """A double click or Enter goes to the cell and leaves the page."""

    chosen = Signal(object)
    """The FieldRef of a question."""

    def __init__(
        self,
        asked: Sequence[tuple[ReviewTheme, Sequence[ReviewQuestion]]],
        form_name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("checkupDialog", self.tr("填报质量体检"), parent)
        self._form = QLabel(form_name, self)
        self._summary = name_widget(QLabel(self), "checkupSummary", self.tr("可能会问多少"))
        self._summary.setText(review_words.question_count_sentence(sum(len(found) for _, found in asked)))
        self._model = QStandardItemModel(0, _COLUMNS, self)
        for group, found in asked:
            self._add_theme(review_words.theme_name(group))
            for question in found:
                self._add_question(question)
        view = LinesView(self._model, range(_COLUMNS), self._column_widths, self)
        self.view = name_widget(view, "checkupQuestions", self.tr("可能会问的问题"))
        self.view.horizontalHeader().hide()
        for row in range(self._model.rowCount()):
            if self._model.item(row).data(_FIELD) is None:
                self.view.setSpan(row, 0, 1, _COLUMNS)
        self._lay_out(is_blank=not asked)
        self.view.activated.connect(self._go_to_question)
        self.view.doubleClicked.connect(self._go_to_question)

    def _add_theme(self, name: str) -> None:
        heading = QStandardItem(name)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        heading.setData(theme.colour("accent"), Qt.ItemDataRole.ForegroundRole)
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        rest = QStandardItem("")
        rest.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._model.appendRow([heading, rest])

    def _add_question(self, question: ReviewQuestion) -> None:
        asked = QStandardItem(question.asked)
        shown = f"{question.place}：{question.shown}"
        if question.answer:
            shown += "\n" + self.tr("✓ 已写理由：{0}").format(question.answer)
        told = QStandardItem(shown)
        told.setData(theme.colour("muted"), Qt.ItemDataRole.ForegroundRole)
        for item in (asked, told):
            item.setEditable(False)
            item.setData(question.line.finding.field, _FIELD)
        self._model.appendRow([asked, told])

    def _lay_out(self, *, is_blank: bool) -> None:
        theme.set_style_property(self._form, "tone", "heading")
        self._form.setWordWrap(True)
        self._summary.setWordWrap(True)
        theme.set_style_property(self._summary, "tone", "ok" if is_blank else "")
        self.view.setVisible(not is_blank)
        for part in (self._form, self._summary):
            self.add_part(part)
        self.add_part(self.view, 1)
        if is_blank:
            self.add_stretch()
        self.add_document_note()
        self.show_note("" if is_blank else self.tr("双击或回车跳到该处。这里没有对错，只是提前想一想。"))
        self.start_with_size(theme.scaled_length(_WIDTH), theme.scaled_length(_HEIGHT))
        self.view.setFocus()
        self.view.setCurrentIndex(self._model.index(1, 0))

    def _column_widths(self, room: int) -> tuple[int, int]:
        question = room * 2 // 5
        return question, room - question

    def _go_to_question(self, index: QModelIndex) -> None:
        field = index.data(_FIELD)
        if isinstance(field, FieldRef):
            self.reject()
            self.chosen.emit(field)
