"""The catalogue of rules: what each asks for, how much it weighs here, and which of them the ledger does without."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from selfeval_desktop.domain.rules.catalogue import RuleState
from selfeval_desktop.ui.checking.rules_model import MEANING, NAME, SOURCE, RulesModel
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.lines_view import LinesView
from selfeval_desktop.ui.kit.widget_names import name_widget

_SIZE = QSize(900, 620)
_AROUND = QSize(20, 40)
_NAME, _SOURCE, _STATE = 210, 130, 84
"""Widths of columns, in logical pixels; the meaning takes what is left."""


class RulesDialog(QDialog):
    """Accepted when the rules that are not ticked are to be left out in this ledger.

    `barred` says why none can be left out; "" where they can.
    """

    printAsked = Signal()

    def __init__(
        self, entries: Sequence[RuleState], place: str, *, barred: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = self.tr("规则目录")
        name_widget(self, "rulesDialog", title)
        self.setWindowTitle(title)
        self._model = RulesModel(entries, may_switch=not barred, parent=self)
        self._search = name_widget(QLineEdit(self), "rulesSearch", self.tr("查找规则"))
        view = LinesView(self._model, (MEANING, SOURCE), self._column_widths, self)
        self.view = name_widget(view, "rulesTable", title)
        self._note = QLabel(self)
        self._buttons = QDialogButtonBox(self)
        self._print = self._buttons.addButton(self.tr("打印…"), QDialogButtonBox.ButtonRole.ActionRole)
        name_widget(self._print, "rulesPrint", self._print.text()).setAutoDefault(False)
        self._ok = self._buttons.addButton(self.tr("确定"), QDialogButtonBox.ButtonRole.AcceptRole)
        name_widget(self._ok, "rulesOk", self._ok.text()).setDefault(not barred)
        self._ok.setEnabled(not barred)
        self._ok.setToolTip(barred)
        cancel = self._buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setDefault(bool(barred))
        told = self.tr("表样：{0}。").format(place)
        self._note.setText(told + (self.tr("{0}。").format(barred) if barred else self._switching_note()))
        self._lay_out()
        self._connect_signals()

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
        return self.tr(
            "取消勾选（空格键），本台账就不再按这条规则提醒；错误不能停用。停用的规则会写进检查报告。"
        )

    def _column_widths(self, room: int) -> tuple[int, int, int, int]:
        name, source, state = map(theme.scaled_length, (_NAME, _SOURCE, _STATE))
        return name, max(80, room - name - source - state), source, state

    def _lay_out(self) -> None:
        self._search.setPlaceholderText(self.tr("输入代码或几个字查找"))
        self._search.setClearButtonEnabled(True)
        self._note.setWordWrap(True)
        theme.set_style_property(self._note, "tone", "muted")
        column = QVBoxLayout(self)
        column.addWidget(self._search)
        column.addWidget(self.view, 1)
        column.addWidget(self._note)
        column.addWidget(self._buttons)
        size = QSize(theme.scaled_length(_SIZE.width()), theme.scaled_length(_SIZE.height()))
        self.resize(size.boundedTo(self.screen().availableSize() - _AROUND))
        self.view.selectRow(0)
        self._search.setFocus()

    def _connect_signals(self) -> None:
        self._search.textChanged.connect(self._search_rules)
        self._search.installEventFilter(self)
        self.view.installEventFilter(self)
        self._print.clicked.connect(self.printAsked)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _search_rules(self, text: str) -> None:
        self._model.search_rules(text)
        self.view.selectRow(0)

    def _toggle_current_rule(self) -> None:
        self._model.toggle_rule(self.view.currentIndex().siblingAtColumn(NAME))
