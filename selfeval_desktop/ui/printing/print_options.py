"""Where to print and how: printer, copies, order, both sides."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLayout, QSpinBox, QWidget

from selfeval_desktop.app.paper.print_order import MOST_COPIES, CopyOrder, PrintChoice
from selfeval_desktop.ui.kit.plain_text import PlainLabel
from selfeval_desktop.ui.kit.task_dialog import add_row
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.printing.print_job import Printers


class PrintOptions(QWidget):
    """Widgets for a PrintChoice; `changed` comes with every change."""

    changed = Signal()

    def __init__(self, printers: Printers, choice: PrintChoice, parent: QWidget) -> None:
        super().__init__(parent)
        self._printers = printers
        self._printer = name_widget(QComboBox(self), "printPrinter", self.tr("打印机"))
        self._copies = name_widget(QSpinBox(self), "printCopies", self.tr("份数"))
        self._order = name_widget(QComboBox(self), "printOrder", self.tr("顺序"))
        self._reverse = name_widget(QCheckBox(self.tr("逆序，最后一页先印"), self), "printReverse", self.tr("逆序"))
        self._two_sided = name_widget(QCheckBox(self.tr("双面打印"), self), "printTwoSided", self.tr("双面打印"))
        self._rows = QFormLayout(self)
        self._allowed = True
        self._fill_choices(choice)
        self._lay_out()
        self._connect_signals()
        self.set_options_enabled(True)

    @property
    def has_printer(self) -> bool:
        """Whether there is a printer at all."""
        return self._printer.count() > 0

    def offer_orders(self, orders: Sequence[CopyOrder]) -> None:
        """Let the user choose among these orders only."""
        chosen, texts = self._order.currentData(), self._order_texts()
        self._order.clear()
        for order in orders:
            self._order.addItem(texts[order], order)
        self._order.setCurrentIndex(max(0, self._order.findData(chosen)))

    def print_choice(self) -> PrintChoice:
        """The options as they stand."""
        return PrintChoice(
            printer=self._printer.currentText(),
            copies=self._copies.value(),
            order=self._order.currentData(),
            reverse=self._reverse.isChecked(),
            two_sided=self._can_turn and self._two_sided.isChecked(),
        )

    def insert_row(self, place: int, text: str, row: QLayout) -> None:
        """One more row at that place, counted from 0."""
        self._rows.insertRow(place, PlainLabel(text), row)

    def set_options_enabled(self, allowed: bool) -> None:
        """Enable the options; they stay disabled without a printer."""
        self._allowed = allowed
        for part in (self._printer, self._copies, self._order, self._reverse):
            part.setEnabled(allowed and self.has_printer)
        self._on_printer_changed()

    def _order_texts(self) -> dict[CopyOrder, str]:
        return {
            "set": self.tr("整套：全部印完，再印下一套"),
            "form": self.tr("逐份：印完一份，再印下一份"),
            "page": self.tr("逐页：每页印够份数，再印下一页"),
        }

    def _fill_choices(self, choice: PrintChoice) -> None:
        self._printer.addItems(self._printers.printer_names())
        self._printer.setPlaceholderText(self.tr("没有安装打印机"))
        self._printer.setCurrentIndex(max(0 if self.has_printer else -1, self._printer.findText(choice.printer)))
        self._copies.setRange(1, MOST_COPIES)
        self._copies.setValue(choice.copies)
        self._copies.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        texts = self._order_texts()
        for order, text in texts.items():
            self._order.addItem(text, order)
        self._order.setCurrentIndex(self._order.findData(choice.order))
        self._reverse.setChecked(choice.reverse)
        self._two_sided.setChecked(choice.two_sided)

    def _lay_out(self) -> None:
        rows = self._rows
        rows.setContentsMargins(0, 0, 0, 0)
        add_row(rows, self.tr("打印机"), self._printer)
        add_row(rows, self.tr("份数"), self._copies)
        add_row(rows, self.tr("顺序"), self._order)
        add_row(rows, "", self._reverse)
        add_row(rows, "", self._two_sided)

    def _connect_signals(self) -> None:
        self._printer.currentIndexChanged.connect(self._on_printer_changed)
        self._copies.valueChanged.connect(self.changed)
        self._order.currentIndexChanged.connect(self.changed)
        self._reverse.toggled.connect(self.changed)
        self._two_sided.toggled.connect(self.changed)

    def _on_printer_changed(self) -> None:
        """Enable 双面打印 where the printer can print both sides."""
        can = self.has_printer and self._printers.prints_both_sides(self._printer.currentText())
        self._can_turn = can
        self._two_sided.setEnabled(can and self._allowed)
        self._two_sided.setToolTip("" if can else self.tr("这台打印机不能自动双面打印"))
        self.changed.emit()
