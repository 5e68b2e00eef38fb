"""The line below: weights, rate, score and grade of the open form, whether it is stored, and how safe the ledger is."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QStatusBar, QWidget

from selfeval_desktop.domain.form import amounts
from selfeval_desktop.ui.document.autosave import SaveState, Saving
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.labels import FittingLabel
from selfeval_desktop.ui.kit.plain_text import PlainLabel, tooltip_text
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.safety.safety_label import SafetyLabel

if TYPE_CHECKING:
    from selfeval_desktop.app.ledger.session import FormState
    from selfeval_desktop.ui.document.document import Document
    from selfeval_desktop.ui.safety.access_watch import AccessWatch

NONE = "—"
_GAP = 14
_FAILURE = 110
"""Room for the first words of what could not be stored, in logical pixels."""


class StatusLine(QStatusBar):
    """All figures stay in view; the tip of an action stands between them, never over them. `backup` is the safety line.

    Nothing that it says makes the window wider: figures lose their words, sentences are cut with dots.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self._weights = self._make_label("statusWeights", self.tr("分值合计"))
        self._rate = self._make_label("statusRate", self.tr("执行率"))
        self._score = self._make_label("statusScore", self.tr("总分"))
        self._grade = self._make_label("statusGrade", self.tr("自评等级"))
        self._figures: dict[QLabel, tuple[str, ...]] = {}
        self._tip = name_widget(FittingLabel(self), "statusTip", self.tr("说明"))
        self._last_year = name_widget(FittingLabel(self), "lastYear", self.tr("上年的值"))
        self._has_last_year = False
        self._saved = self._make_label("statusSaved", self.tr("保存状态"))
        self._saving = ""
        self.backup = name_widget(SafetyLabel(self), "statusBackup", self.tr("备份"))
        self._lay_out()
        self.messageChanged.connect(self._show_tip)
        self._show_tip("")
        self.show_form(None)

    def show_form(self, state: FormState | None) -> None:
        """The figures of the open form; nothing when none is open."""
        for label in (self._weights, self._rate, self._score, self._grade):
            label.setVisible(state is not None)
        self._figures = self._figure_texts(state) if state else {}
        if state is not None:
            agrees = state.evaluation.weight_total == state.template.full_mark
            theme.set_style_property(self._weights, "tone", "" if agrees else "error")
        self._fit_texts()

    def show_last_year(self, text: str | None) -> None:
        """What last year's form has in the cell with the cursor; None to leave it out."""
        self._has_last_year = text is not None
        self._last_year.setText(text or "")
        self._show_tip(self.currentMessage())

    def show_saving(self, state: SaveState, sentence: str = "") -> None:
        """Whether the open form is stored; `sentence` says why it could not be."""
        match state.saving:
            case Saving.NOTHING:
                self._show_saved("")
            case Saving.SAVED if state.at is None:
                self._show_saved(self.tr("已保存"), "ok")
            case Saving.UNSAVED:
                self._show_saved(self.tr("未保存"), "warning")
            case Saving.RUNNING:
                self._show_saved(self.tr("正在保存…"))
            case Saving.SAVED:
                self._show_saved(self.tr("已保存 {0}").format(_clock_text(state.at)), "ok")
            case Saving.FAILED:
                self._show_saved(self.tr("× 保存失败：{0}").format(sentence), "error")

    def show_read_only(self) -> None:
        """Nothing is stored here."""
        self._show_saved(self.tr("只读"), "warning")
        self._saved.setToolTip(self.tr("台账是只读打开的，不能修改"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_texts()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_texts()

    def _figure_texts(self, state: FormState) -> dict[QLabel, tuple[str, ...]]:
        """Each figure in words, in few words and alone."""
        found, full = state.evaluation.weight_total, state.template.full_mark
        figures = {
            "found": amounts.plain_number(found),
            "full": amounts.plain_number(full),
            "sign": "✓" if found == full else "×",
        }
        rate = state.evaluation.execution_rate
        rate_text = NONE if rate is None else f"{rate:.2f}%"
        score, grade = f"{state.evaluation.score_total:.2f}", state.evaluation.grade or NONE
        rate_words, score_words = self.tr("执行率 {0}").format(rate_text), self.tr("总分 {0}").format(score)
        grade_words = self.tr("等级 {0}").format(grade)
        return {
            self._weights: (
                self.tr("分值合计 {found} / {full} {sign}").format(**figures),
                self.tr("分值 {found}/{full} {sign}").format(**figures),
                "{found}/{full} {sign}".format(**figures),
            ),
            self._rate: (rate_words, rate_words, rate_text),
            self._score: (score_words, score_words, score),
            self._grade: (grade_words, grade_words, grade),
        }

    def _show_saved(self, text: str, tone: str = "") -> None:
        self._saving = text
        self._saved.setToolTip(tooltip_text(text))
        self._saved.setAccessibleDescription(text)
        theme.set_style_property(self._saved, "tone", tone)
        self._fit_texts()

    def _fit_texts(self) -> None:
        """Show the figures in as many words as there is room for beside the state of saving and the backups."""
        metrics = self._saved.fontMetrics()
        saved = min(metrics.horizontalAdvance(self._saving), theme.scaled_length(_FAILURE))
        rest = self.width() - saved - self.backup.minimumSizeHint().width() - _GAP * (len(self._figures) + 5)
        levels = list(zip(*self._figures.values(), strict=True)) or [()]
        fitting = (texts for texts in levels if sum(map(metrics.horizontalAdvance, texts)) <= rest)
        shown = next(fitting, levels[-1])
        for (label, texts), text in zip(self._figures.items(), shown, strict=True):
            label.setText(text)
            label.setToolTip(tooltip_text("" if text == texts[0] else texts[0]))
            label.setAccessibleDescription(texts[0])
        room = saved + max(0, rest - sum(map(metrics.horizontalAdvance, shown)))
        self._saved.setText(metrics.elidedText(self._saving, Qt.TextElideMode.ElideRight, room))

    def _show_tip(self, tip: str) -> None:
        """The tip of an action comes before what stands there all the time."""
        self._tip.setText(tip)
        takes_turn = self._has_last_year and not tip
        self._last_year.setVisible(takes_turn)
        self._tip.setVisible(not takes_turn)

    def _make_label(self, name: str, accessible: str) -> QLabel:
        return name_widget(PlainLabel(self), name, accessible)

    def _lay_out(self) -> None:
        line = QWidget(self)
        # The texts fit themselves; the line asks for nothing.
        line.setMinimumWidth(1)
        row = QHBoxLayout(line)
        row.setContentsMargins(_GAP, 0, _GAP // 2, 0)
        row.setSpacing(_GAP)
        for label in self._weights, self._rate, self._score, self._grade:
            row.addWidget(label)
        row.addWidget(self._last_year, 1)
        row.addWidget(self._tip, 1)
        self._last_year.setProperty("tone", "accent")
        row.addWidget(self._saved)
        row.addWidget(self.backup)
        self._tip.setProperty("tone", "muted")
        self.addPermanentWidget(line, 1)


class SavingNotice(QObject):
    """The state of saving in the status line; a failure also in the message bar, with the ways out of it."""

    def __init__(self, document: Document, status: StatusLine, access: AccessWatch, window: QMainWindow) -> None:
        super().__init__(window)
        self._document, self._status, self._access, self._window = document, status, access, window
        document.autosave.stateChanged.connect(self._show_saving)

    def _show_saving(self, state: SaveState) -> None:
        from selfeval_desktop.wording import errors

        sentence = errors.error_sentence(state.error) if state.error else ""
        self._status.show_saving(state, sentence)
        if self._document.read_only:
            self._status.show_read_only()
        self._window.setWindowModified(state.saving in {Saving.UNSAVED, Saving.FAILED})
        messages = self._document.messages
        if state.saving is Saving.FAILED:
            text = self.tr("没有保存：{0}录入的内容还在窗口里。").format(sentence)
            offers = [*self._access.offers_for_error(state.error), (self.tr("重试"), self._document.flush)]
            messages.show_message(text, "error", offers, about="saving")
        elif state.saving is Saving.SAVED:
            messages.clear_message(about="saving")


def _clock_text(at: datetime | None) -> str:
    return f"{at:%H:%M:%S}" if at else NONE
