"""The card of all keys, and the legend of the signs in the tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem, QWidget

from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.rules.findings import Finding, Severity
from selfeval_desktop.ui.document.cell_explanation import GREY, OVERRIDDEN
from selfeval_desktop.ui.document.cells import Cell
from selfeval_desktop.ui.filling.cell_painting import paint_sample
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.plain_text import PlainLabel
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP, translate

_SAMPLE = QSize(26, 18)


def _finding_sample(severity: Severity) -> Cell:
    return Cell(findings=(Finding("", severity, FieldRef.indicators(), {}),))


LEGEND: Mapping[str, Cell] = {
    QT_TRANSLATE_NOOP("Signs", "程序计算"): GREY,
    QT_TRANSLATE_NOOP("Signs", "改填"): OVERRIDDEN,
    QT_TRANSLATE_NOOP("Signs", "导入未认可"): Cell(origin=ValueOrigin.IMPORTED),
    QT_TRANSLATE_NOOP("Signs", "结转未认可"): Cell(origin=ValueOrigin.CARRIED),
    QT_TRANSLATE_NOOP("Signs", "手工填写"): Cell(),
    QT_TRANSLATE_NOOP("Signs", "私人备注"): Cell(note="1"),
    QT_TRANSLATE_NOOP("Signs", "错误"): _finding_sample(Severity.ERROR),
    QT_TRANSLATE_NOOP("Signs", "提醒"): _finding_sample(Severity.WARNING),
    QT_TRANSLATE_NOOP("Signs", "提示"): _finding_sample(Severity.HINT),
}
"""Each sign in words, with a cell that carries it."""


class CellSign(QWidget):
    """A small empty cell with its signs."""

    def __init__(self, sample: Cell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sample = sample
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled_length(_SAMPLE.width()), theme.scaled_length(_SAMPLE.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        inner = QRect(1, 1, self.width() - 2, self.height() - 2)
        painter.fillRect(self.rect(), theme.colour("border"))
        paint_sample(painter, inner, self._sample)


class SignLegend(QWidget):
    """Each sign with its word, in so many columns."""

    def __init__(self, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_widget(self, "signLegend", self.tr("表格里的记号"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(5)
        for number, (text, sample) in enumerate(LEGEND.items()):
            row, column = divmod(number, columns)
            grid.addWidget(CellSign(sample, self), row, 2 * column, Qt.AlignmentFlag.AlignVCenter)
            word = PlainLabel(translate("Signs", text), self)
            word.setWordWrap(True)
            grid.addWidget(word, row, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)


_BETWEEN = "　"
_SIGNS_SIDE_BY_SIDE = 5
_AIR = 6
"""Between the lines of the list, in logical pixels."""


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """What belongs together; each entry is what is done, and its keys."""

    title: str
    entries: tuple[tuple[str, str], ...]


IN_TABLES = (
    (QT_TRANSLATE_NOOP("Keys", "到下面一格"), "Enter"),
    (QT_TRANSLATE_NOOP("Keys", "到上面一格"), "Shift+Enter"),
    (QT_TRANSLATE_NOOP("Keys", "到后面要填的一格；指标填完最后一格，另起一行"), "Tab"),
    (QT_TRANSLATE_NOOP("Keys", "到前面要填的一格"), "Shift+Tab"),
    (QT_TRANSLATE_NOOP("Keys", "到相邻的格，到边为止"), "←　↑　→　↓"),
    (QT_TRANSLATE_NOOP("Keys", "到第一格，到最后一格"), "Ctrl+Home　Ctrl+End"),
    (QT_TRANSLATE_NOOP("Keys", "选定一片"), "Shift+←　↑　→　↓"),
    (QT_TRANSLATE_NOOP("Keys", "离开表格，到后面或前面的一项"), "Ctrl+Tab　Ctrl+Shift+Tab"),
    (QT_TRANSLATE_NOOP("Keys", "接着改这一格；直接打字则替换原来的内容"), "F2"),
    (QT_TRANSLATE_NOOP("Keys", "放弃这一格刚才的输入"), "Esc"),
    (QT_TRANSLATE_NOOP("Keys", "清空选定的格；计算的格恢复计算值"), "Delete"),
    (QT_TRANSLATE_NOOP("Keys", "在格里换行"), "Alt+Enter"),
    (QT_TRANSLATE_NOOP("Keys", "正在填的格：打开清单或备选的说法"), "Alt+↓"),
    (QT_TRANSLATE_NOOP("Keys", "复制、剪切、粘贴选定的格"), "Ctrl+C　Ctrl+X　Ctrl+V"),
)
"""The keys of the tables, which are no actions."""
IN_HELP = (
    (QT_TRANSLATE_NOOP("Keys", "填写说明翻页，光标留在格里"), "Alt+PgDown　Alt+PgUp"),
    (QT_TRANSLATE_NOOP("Keys", "收起填写说明"), "Esc"),
)
"""The keys of the help panel."""


class KeysDialog(TaskDialog):
    """Lists the keys of tables and menus; leaves the window usable."""

    def __init__(self, menus: Iterable[tuple[str, Iterable[QAction]]], parent: QWidget | None = None) -> None:
        super().__init__("keysDialog", self.tr("快捷键"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        groups = [
            KeyGroup(self.tr("表格里"), _translated_entries(IN_TABLES)),
            KeyGroup(self.tr("填写说明"), _translated_entries(IN_HELP)),
            *(KeyGroup(title, _action_entries(actions)) for title, actions in menus),
        ]
        self.add_part(self._make_key_table(groups), 1)
        self.add_part(PlainLabel(self.tr("表格里的记号"), self))
        self.add_part(SignLegend(_SIGNS_SIDE_BY_SIDE, self))
        self.add_close()
        self.start_with_size(theme.scaled_length(620), theme.scaled_length(680))

    def _make_key_table(self, groups: Sequence[KeyGroup]) -> QTableWidget:
        rows = sum(1 + len(group.entries) for group in groups)
        table = name_widget(QTableWidget(rows, 2, self), "keysTable", self.tr("快捷键"))
        table.setHorizontalHeaderLabels([self.tr("操作"), self.tr("按键")])
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        place = 0
        for group in groups:
            _add_title_row(table, place, group.title)
            for row, texts in enumerate(group.entries, start=place + 1):
                for column, text in enumerate(texts):
                    table.setItem(row, column, QTableWidgetItem(text))
            place += 1 + len(group.entries)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().lineSpacing() + _AIR)
        return table


def _add_title_row(table: QTableWidget, row: int, title: str) -> None:
    item = QTableWidgetItem(title)
    font = table.font()
    font.setBold(True)
    item.setFont(font)
    item.setBackground(theme.colour("head"))
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    table.setItem(row, 0, item)
    table.setSpan(row, 0, 1, 2)


def _translated_entries(entries: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((translate("Keys", text), keys) for text, keys in entries)


def _action_entries(actions: Iterable[QAction]) -> tuple[tuple[str, str], ...]:
    """The actions that have keys, with all of them."""
    return tuple(
        (
            action.iconText(),
            _BETWEEN.join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()),
        )
        for action in actions
        if action.shortcuts()
    )
