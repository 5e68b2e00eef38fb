"""What the window shows while no ledger is open: the last ledgers, a new one, the examples, and what went wrong."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.app.foreign_files import shown_text
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.commands import make_big_button
from selfeval_desktop.ui.kit.message_bar import MessageOffer
from selfeval_desktop.ui.kit.plain_text import PlainLabel, tooltip_text
from selfeval_desktop.ui.kit.widget_names import name_widget

_WIDTH = 640
_AIR, _LITTLE_AIR = 72, 8
_ROOMY = 560
"""Below this height, in logical pixels, the page begins at the upper edge."""


class StartPage(QWidget):
    """Emits `ledgerChosen` with a Path of the list; the buttons set off the actions `ways`."""

    ledgerChosen = Signal(object)

    def __init__(self, ways: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAccessibleName(self.tr("开始"))
        self._title = PlainLabel(self.tr("绩效自评"), self)
        self._title.setProperty("tone", "title")
        self._lead = PlainLabel(self.tr("填报、检查、打印财政项目支出绩效自评表。一个台账文件装下全部表单。"), self)
        self._lead.setProperty("tone", "muted")
        self._lead.setWordWrap(True)
        self._problem = name_widget(PlainLabel(self), "startProblem", self.tr("出现的问题"))
        self._problem.setWordWrap(True)
        self._problem.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._problem.setProperty("tone", "error")
        self._buttons = [make_big_button(action, self) for action in ways]
        self._offers, self._offered = QHBoxLayout(), list[QPushButton]()
        self._heading = PlainLabel(self.tr("最近的台账"), self)
        self._heading.setProperty("tone", "heading")
        self._ledgers = name_widget(QListWidget(self), "lastLedgers", self.tr("最近的台账"))
        self._none = PlainLabel(self.tr("还没有打开过台账。可以先打开练习台账看一看。"), self)
        self._none.setProperty("tone", "muted")
        self._lay_out()
        self._ledgers.itemActivated.connect(self._emit_ledger_chosen)
        self._ledgers.itemClicked.connect(self._emit_ledger_chosen)
        self.show_ledgers(())
        self.show_problem("")

    @property
    def shown_problem(self) -> str:
        """Why no ledger could be opened, as shown; empty when nothing went wrong."""
        return self._problem.text()

    def show_problem(self, sentence: str) -> None:
        """Say why no ledger is open; an empty sentence clears it."""
        self._problem.setText(shown_text(sentence))
        self._problem.setAccessibleDescription(sentence)
        self._problem.setVisible(bool(sentence))
        self.offer_backups(())

    def offer_backups(self, offers: Sequence[MessageOffer]) -> None:
        """Offer what leads out of the problem shown, each by its text; none takes the offers away."""
        for button in self._offered:
            self._offers.removeWidget(button)
            button.deleteLater()
        self._offered = [QPushButton(text, self) for text, _ in offers]
        for number, (button, (text, work)) in enumerate(zip(self._offered, offers, strict=True)):
            name_widget(button, f"startBackup{number}", text)
            button.clicked.connect(lambda _checked=False, work=work: work())
            self._offers.insertWidget(number, button)
            # At once, so that it can be given the keyboard.
            button.show()

    def show_ledgers(self, ledgers: Sequence[Path]) -> None:
        """Offer the last ledgers, newest first."""
        self._ledgers.clear()
        for path in ledgers:
            item = QListWidgetItem(theme.icon("ledger"), shown_text(f"{path.stem}\n{path.parent}"), self._ledgers)
            item.setData(Qt.ItemDataRole.UserRole, path)
            item.setToolTip(tooltip_text(shown_text(path)))
        rows = self._ledgers.sizeHintForRow(0) * len(ledgers)
        self._ledgers.setMaximumHeight(rows + 2 * self._ledgers.frameWidth() + 2)
        self._ledgers.setVisible(bool(ledgers))
        self._none.setVisible(not ledgers)
        if ledgers:
            self._ledgers.setCurrentRow(0)

    def focus_first_choice(self) -> None:
        """Put the keyboard where most users go on from."""
        first = self._offered[0] if self._offered else self._buttons[0]
        target = self._ledgers if self._ledgers.count() and not self._offered else first
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = event.size().height() >= theme.scaled_length(_ROOMY)
        self._row.setContentsMargins(24, _AIR if roomy else _LITTLE_AIR, 24, _LITTLE_AIR)
        self._column.setSpacing(14 if roomy else 5)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button that has the focus; of itself a tool button knows the space bar only."""
        buttons = (*self._buttons, *self._offered)
        button = next((button for button in buttons if button.hasFocus()), None)
        if button is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button.click()
        else:
            super().keyPressEvent(event)

    def _emit_ledger_chosen(self, item: QListWidgetItem) -> None:
        self.ledgerChosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        for button in self._buttons:
            ways.addWidget(button)
        ways.addStretch(1)
        self._column = column = QVBoxLayout()
        column.setSpacing(5)
        for widget in (self._title, self._lead, self._problem):
            column.addWidget(widget)
        self._offers.addStretch(1)
        column.addLayout(self._offers)
        column.addLayout(ways)
        column.addWidget(self._heading)
        column.addWidget(self._none)
        column.addWidget(self._ledgers, 100)
        column.addStretch(1)
        middle = QWidget(self)
        middle.setLayout(column)
        middle.setMaximumWidth(_WIDTH)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, _LITTLE_AIR, 24, _LITTLE_AIR)
        self._row.addStretch(1)
        self._row.addWidget(middle, 6)
        self._row.addStretch(1)
