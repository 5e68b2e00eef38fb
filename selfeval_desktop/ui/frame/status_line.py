"""The line below: weights, rate, score and grade of the open form, whether it is stored, and how safe the ledger is."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
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
_FAILURE = 110
"""Room for the first words of what could not be stored, in logical pixels."""


class StatusLine(QStatusBar):
    """All figures stay in view; the tip of an action stands between them, never over them. `backup` is the safety line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self._weights = self._make_label("statusWeights", self.tr("分值合计"))
        self._rate = self._make_label("statusRate", self.tr("执行率"))
        self._score = self._make_label("statusScore", self.tr("总分"))
        self._grade = self._make_label("statusGrade", self.tr("自评等级"))
        self._tip = self._make_label("statusTip", self.tr("说明"))
        self._last_year = name_widget(FittingLabel(self), "lastYear", self.tr("上年的值"))
        self._has_last_year = False
        self._saved = self._make_label("statusSaved", self.tr("保存状态"))
        self.backup = name_widget(SafetyLabel(self), "statusBackup", self.tr("备份"))
        self._lay_out()
        self.messageChanged.connect(self._show_tip)
        self._show_tip("")
        self.show_form(None)

    def show_form(self, state: FormState | None) -> None:
        """The figures of the open form; nothing when none is open."""
        for label in (self._weights, self._rate, self._score, self._grade):
            label.setVisible(state is not None)
        if state is None:
            return
        found, full = state.evaluation.weight_total, state.template.full_mark
        agrees = found == full
        weights = self.tr("分值合计 {0} / {1} {2}").format(
            amounts.plain_number(found), amounts.plain_number(full), "✓" if agrees else "×"
        )
        rate, score = state.evaluation.execution_rate, state.evaluation.score_total
        _set_label(self._weights, weights, "" if agrees else "error")
        _set_label(self._rate, self.tr("执行率 {0}").format(NONE if rate is None else f"{rate:.2f}%"))
        _set_label(self._score, self.tr("总分 {0}").format(f"{score:.2f}"))
        _set_label(self._grade, self.tr("等级 {0}").format(state.evaluation.grade or NONE))

    def show_last_year(self, text: str | None) -> None:
        """What last year's form has in the cell with the cursor; None to leave it out."""
        self._has_last_year = text is not None
        self._last_year.setText(text or "")
        self._show_tip(self.currentMessage())

    def show_saving(self, state: SaveState, sentence: str = "") -> None:
        """Whether the open form is stored; `sentence` says why it could not be."""
        match state.saving:
            case Saving.NOTHING:
                _set_label(self._saved, "")
            case Saving.SAVED if state.at is None:
                _set_label(self._saved, self.tr("已保存"), "ok")
            case Saving.UNSAVED:
                _set_label(self._saved, self.tr("未保存"), "warning")
            case Saving.RUNNING:
                _set_label(self._saved, self.tr("正在保存…"))
            case Saving.SAVED:
                _set_label(self._saved, self.tr("已保存 {0}").format(_clock_text(state.at)), "ok")
            case Saving.FAILED:
                _set_label(self._saved, self.tr("× 保存失败：{0}").format(sentence), "error")
        self._saved.setToolTip(tooltip_text(self._saved.text()))
        # A sentence that names a path would make the window wider than the screen; its tip has all of it.
        self._saved.setMinimumWidth(_FAILURE if state.saving is Saving.FAILED else 0)

    def show_read_only(self) -> None:
        """Nothing is stored here."""
        _set_label(self._saved, self.tr("只读"), "warning")
        self._saved.setToolTip(self.tr("台账是只读打开的，不能修改"))

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
        row = QHBoxLayout(line)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(4)
        for label in (self._weights, self._rate, self._score, self._grade):
            row.addWidget(label)
        row.addSpacing(8)
        row.addWidget(self._last_year, 1)
        row.addWidget(self._tip, 1)
        self._last_year.setProperty("tone", "accent")
        row.addWidget(self._saved)
        row.addSpacing(6)
        row.addWidget(self.backup)
        row.addSpacing(6)
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


def _set_label(label: QLabel, text: str, tone: str = "") -> None:
    label.setText(text)
    label.setAccessibleDescription(text)
    theme.set_style_property(label, "tone", tone)
