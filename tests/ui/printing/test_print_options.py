"""What is chosen for a printer holds only where the printer can do it."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.paper.print_order import PrintChoice
from selfeval_desktop.ui.printing.print_job import Printers
from selfeval_desktop.ui.printing.print_options import PrintOptions

BOTH, ONE = "双面机", "单面机"


class TwoPrinters(Printers):
    """The first prints on both sides, the second does not."""

    def printer_names(self) -> tuple[str, ...]:
        return (BOTH, ONE)

    def prints_both_sides(self, name: str) -> bool:
        return name == BOTH


def test_both_sides_are_printed_only_by_a_printer_that_can(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    options = PrintOptions(TwoPrinters(), PrintChoice(printer=BOTH, two_sided=True), window)
    (printer,), (tick,) = (
        options.findChildren(QComboBox, "printPrinter"),
        options.findChildren(QCheckBox)[-1:],
    )
    found = []
    for name in (BOTH, ONE, BOTH):
        printer.setCurrentText(name)
        choice = options.print_choice()
        found.append((choice.printer, choice.two_sided, tick.isEnabled()))
    assert found == [(BOTH, True, True), (ONE, False, False), (BOTH, True, True)]
