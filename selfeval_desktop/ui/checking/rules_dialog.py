"""The catalogue of rules: what each asks for, how much it weighs here, and which of them the ledger does without."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from selfeval_desktop.domain.form import look_alikes
from selfeval_desktop.domain.rules.catalogue import RuleState
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.lines_view import LinesView
from selfeval_desktop.ui.kit.list_model import ColumnsModel, ListColumn
from selfeval_desktop.ui.kit.plain_text import tooltip_text
from selfeval_desktop.ui.kit.task_dialog import ButtonRole, TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording import rules
from selfeval_desktop.wording.lists import check_reports

NAME, MEANING, SOURCE, STATE = range(4)
_NAME, _SOURCE, _STATE = 210, 130, 84
"""Widths of columns, in logical pixels; the meaning takes what is left."""


class RulesModel(ColumnsModel[RuleState]):
    """Ticked rules are in use. What a search hides keeps its tick; without `may_switch` there are no boxes."""

    def __init__(self, entries: Sequence[RuleState], *, may_switch: bool, parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self._may_switch = may_switch
        self._entries = tuple(entries)
        self._off = {entry.code for entry in self._entries if entry.is_off}
        column = partial(ListColumn, colour=self._rule_colour)
        self.set_columns(
            column(
                self.tr("规则"),
                lambda entry: rules.rule_title(entry.code),
                is_ticked=self._is_in_use,
                tick=self._use_rule,
            ),
            column(self.tr("要求"), lambda entry: rules.rule_meaning(entry.code)),
            ListColumn(self.tr("依据"), check_reports.rule_source_text, colour=lambda _entry: theme.colour("muted")),
            ListColumn(self.tr("状态"), self._state_text, colour=self._state_colour),
        )
        self.show_rows(self._entries)

    @property
    def switched_off_codes(self) -> frozenset[str]:
        """The codes of the rules that are not ticked though they may be."""
        return frozenset(self._off)

    def search_rules(self, text: str) -> None:
        """Show the rules that have every word of the text."""
        words = look_alikes.search_words(text)
        self.show_rows([entry for entry in self._entries if look_alikes.has_words(_search_line(entry), words)])

    def _is_in_use(self, entry: RuleState) -> bool | None:
        """None where the rule has no box."""
        return entry.code not in self._off if self._may_switch and entry.can_be_off else None

    def _use_rule(self, entry: RuleState, is_used: bool) -> bool:
        if is_used == (entry.code not in self._off):
            return False
        self._off ^= {entry.code}
        return True

    def _state_text(self, entry: RuleState) -> str:
        return check_reports.rule_state_text(entry, is_off=entry.code in self._off)

    def _rule_colour(self, entry: RuleState) -> QColor | None:
        return theme.colour("muted") if entry.code in self._off or entry.severity == "off" else None

    def _state_colour(self, entry: RuleState) -> QColor | None:
        muted = self._rule_colour(entry)
        return theme.severity_colour(entry.severity) if muted is None and entry.severity != "off" else muted


class RulesDialog(TaskDialog):
    """Accepted when the rules that are not ticked are to be left out in this ledger.

    `barred` says why none can be left out; "" where they can.
    """

    printAsked = Signal()

    def __init__(
        self, entries: Sequence[RuleState], place: str, *, barred: str = "", parent: QWidget | None = None
    ) -> None:
        title = self.tr("规则目录")
        super().__init__("rulesDialog", title, parent)
        self._model = RulesModel(entries, may_switch=not barred, parent=self)
        self._search = name_widget(QLineEdit(self), "rulesSearch", self.tr("查找规则"))
        self._search.setPlaceholderText(self.tr("输入代码或几个字查找"))
        self._search.setClearButtonEnabled(True)
        self.add_part(self._search)
        view = LinesView(self._model, (MEANING, SOURCE), self._column_widths, self)
        self.view = name_widget(view, "rulesTable", title)
        self.add_part(self.view, 1)
        told = self.tr("表样：{0}。").format(place)
        self.add_text(told + (self.tr("{0}。").format(barred) if barred else self._switching_note()), "muted")
        self._add_buttons(barred)
        self.start_with_size(theme.scaled_length(900), theme.scaled_length(620))
        self.view.selectRow(0)
        self._search.setFocus()
        self._search.textChanged.connect(self._search_rules)
        self._search.installEventFilter(self)
        self.view.installEventFilter(self)

    @property
    def rules_off(self) -> frozenset[str]:
        """The rules to be left out."""
        return self._model.switched_off_codes

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space ticks; the arrows go through the rules from the search line too."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if watched is self.view and event.key() == Qt.Key.Key_Space:
            self._toggle_current_rule()
            return True
        if watched is self._search and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.view.setFocus()
            if not self.view.currentIndex().isValid():
                self.view.selectRow(0)
            return True
        return super().eventFilter(watched, event)

    def _switching_note(self) -> str:
        return self.tr("取消勾选（空格键），本台账就不再按这条规则提醒；错误不能停用。停用的规则会写进检查报告。")

    def _column_widths(self, room: int) -> tuple[int, int, int, int]:
        name, source, state = map(theme.scaled_length, (_NAME, _SOURCE, _STATE))
        return name, max(80, room - name - source - state), source, state

    def _add_buttons(self, barred: str) -> None:
        printing = self.add_button("rulesPrint", self.tr("打印…"), ButtonRole.ActionRole)
        printing.setAutoDefault(False)
        printing.clicked.connect(self.printAsked)
        ok = self.add_button("rulesOk", self.tr("确定"), is_default=not barred)
        ok.setEnabled(not barred)
        ok.setToolTip(tooltip_text(barred))
        self.add_cancel(is_default=bool(barred))

    def _search_rules(self, text: str) -> None:
        self._model.search_rules(text)
        self.view.selectRow(0)

    def _toggle_current_rule(self) -> None:
        self._model.toggle_row(self.view.currentIndex().siblingAtColumn(NAME))


def _search_line(entry: RuleState) -> str:
    """What a search looks through."""
    parts = (
        rules.rule_title(entry.code),
        rules.rule_meaning(entry.code),
        check_reports.rule_source_text(entry),
    )
    return look_alikes.search_line(*parts, check_reports.rule_state_text(entry, is_off=entry.is_off))
