"""Reasons for a deviation: by cause, and as other forms of the ledger put them."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from selfeval_desktop.domain.form.form import Indicator
from selfeval_desktop.domain.over_time.library import Cause, SourceForm, WrittenReason
from selfeval_desktop.ui.kit.lines_view import LinesView
from selfeval_desktop.ui.kit.picker import Picker, PickRow, PicksModel
from selfeval_desktop.ui.kit.plain_text import PlainLabel
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording.translation import translate

_LINES = 3
_AROUND_LINES = 20


@dataclass(frozen=True, slots=True)
class ReasonsInput:
    """The indicator row, its place (0 is the first), and the reasons to choose from: the ledger's own, then by cause."""

    row: Indicator
    place: int
    written: tuple[WrittenReason, ...]
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class _Reason:
    cause: str
    text: str
    source: str


class ReasonsDialog(TaskDialog):
    """Accepted when the text in the box below the list is wanted in the cell; the user may have changed it there."""

    def __init__(self, offer: ReasonsInput, parent: QWidget | None = None) -> None:
        super().__init__("reasonsDialog", self.tr("偏差原因用语"), parent)
        self._offer = offer
        self._reasons = tuple(self._fitting_reasons())
        picks = [PickRow((" ".join(each.text.split()),), (each.cause,)) for each in self._reasons]
        model = PicksModel(picks, [self.tr("用语")], checkable=False, parent=self)
        view = LinesView(model, (0,), lambda room: (room,), self)
        self._picker = Picker(model, view, self)
        name_widget(self._picker.search, "reasonsSearch", self.tr("查找用语"))
        name_widget(self._picker.groups, "reasonsCauses", self.tr("原因"))
        name_widget(view, "reasonsList", self.tr("用语"))
        self._text = name_widget(QPlainTextEdit(self), "reasonsText", self.tr("要插入的文字"))
        self._shown: int | None = None
        self._insert = self.add_button("reasonsInsert", self.tr("插入"), is_default=True)
        self.add_cancel()
        self._lay_out()
        self._connect_signals()
        self._show_current()

    @property
    def text(self) -> str:
        """The text to put into the cell."""
        return self._text.toPlainText()

    def _fitting_reasons(self) -> Iterator[_Reason]:
        """The reasons that fit the row: those written in this ledger first, then the program's by cause."""
        for written in self._offer.written:
            yield _Reason(self.tr("本台账以往写过的"), written.text, source_form_name(written.source))
        for cause in self._offer.causes:
            for phrase in cause.phrases:
                text = phrase.text_for(self._offer.row)
                if text is not None:
                    yield _Reason(cause.name, text, self.tr("程序自带的用语"))

    def _lay_out(self) -> None:
        row = self._offer.row
        told = self.tr("第 {row} 行“{name}”　年度指标值 {target}　实际完成值 {actual}").format(
            row=self._offer.place + 1,
            name=" ".join(row.level3.split()) or "—",
            target=row.target.strip() or "—",
            actual=row.actual.strip() or "—",
        )
        self._picker.view.horizontalHeader().hide()
        self._picker.search.setPlaceholderText(self.tr("输入几个字查找；↑↓ 选择，回车插入"))
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(_LINES * self._text.fontMetrics().lineSpacing() + _AROUND_LINES)
        self.add_text(told, "heading")
        self.add_part(self._picker, 1)
        self.add_part(PlainLabel(self.tr("插入前可以修改："), self))
        self.add_part(self._text)
        self._source = name_widget(self.add_text("", "muted"), "reasonsSource", self.tr("来源"))
        self.start_with_size(860, 600)
        self.setTabOrder(self._picker.groups, self._picker.view)
        self._picker.setFocus()

    def _connect_signals(self) -> None:
        self._picker.chosen.connect(self._show_current)
        self._picker.taken.connect(self._insert.click)
        self._text.textChanged.connect(self._update_source)
        # Enter begins a line in the text.
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._insert.click)

    def _show_current(self) -> None:
        """Put the chosen reason into the text; what was typed there can be undone back."""
        number = self._picker.current_number
        if number != self._shown or number is None:
            self._shown = number
            cursor = self._text.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText("" if number is None else self._reasons[number].text)
            self._text.moveCursor(QTextCursor.MoveOperation.Start)
        self._update_source()

    def _update_source(self) -> None:
        self._insert.setEnabled(bool(self.text.strip()))
        number, held = self._picker.current_number, " ".join(self._offer.row.deviation.split())
        told = []
        if number is None:
            told.append(self.tr("没有这样的用语，可以自己写。"))
        else:
            told.append(self.tr("来源：{source}").format(source=self._reasons[number].source))
        if held:
            told.append(self.tr("格里已有“{held}”，插入的文字接在后面。").format(held=held))
        self._source.setText("　".join(told))


def source_form_name(form: SourceForm | None) -> str:
    """The form that a reason or an indicator comes from, with its year; 参考指标 where it comes from none."""
    if form is None:
        return translate("Sources", "参考指标")
    name = " ".join(form.project_name.split()) or translate("Sources", "未填项目名称")
    if form.year is None:
        return name
    return translate("Sources", "{project}（{year} 年度）").format(project=name, year=form.year)
