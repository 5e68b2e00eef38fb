"""The signs of the tables' cells, drawn as the tables draw them, and a legend of all."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.rules.findings import Finding, Severity
from selfeval_desktop.ui.document.cell_explanation import GREY, OVERRIDDEN
from selfeval_desktop.ui.document.cells import Cell
from selfeval_desktop.ui.filling.cell_painting import paint_sample
from selfeval_desktop.ui.kit import theme
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
            word = QLabel(translate("Signs", text), self)
            word.setWordWrap(True)
            grid.addWidget(word, row, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
