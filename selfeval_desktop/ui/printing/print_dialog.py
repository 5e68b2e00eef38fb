"""The program's own print dialog, the same on every system."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSpinBox, QWidget

from selfeval_desktop.app.paper.print_order import PrintChoice, arrange_pages
from selfeval_desktop.ui.kit.plain_text import PlainLabel
from selfeval_desktop.ui.kit.task_dialog import ButtonRole, TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.printing.print_job import Printers
from selfeval_desktop.ui.printing.print_options import PrintOptions


@dataclass(frozen=True, slots=True)
class PrintInput:
    """What the dialog starts with: `pages` counts those of each document, `warning` is read before printing."""

    title: str
    pages: tuple[int, ...]
    choice: PrintChoice
    warning: str = ""
    has_page_setup: bool = False


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """Pages `first` to `last`, from 1, of the only document, else all pages; or a PDF instead.

    `last` 0 stands for the last page.
    """

    choice: PrintChoice
    first: int = 1
    last: int = 0
    to_pdf: bool = False


class PrintDialog(TaskDialog):
    """Prints nothing itself: see `print_request`.

    A range is offered for a single document. After `pageSetupAsked` the pages may be others: `show_pages`.
    """

    pageSetupAsked = Signal()

    def __init__(self, offer: PrintInput, printers: Printers, parent: QWidget | None = None) -> None:
        super().__init__("printDialog", self.tr("打印"), parent)
        self._offer, self._pages = offer, offer.pages
        self._to_pdf = False
        name_widget(self.add_text(offer.title, "heading"), "printTitle", self.tr("打印内容"))
        self._options = PrintOptions(printers, offer.choice, self)
        self._all = name_widget(QRadioButton(self), "printAll", self.tr("全部页"))
        self._some = name_widget(QRadioButton(self.tr("第"), self), "printSome", self.tr("部分页"))
        self._first = name_widget(QSpinBox(self), "printFirst", self.tr("从第几页"))
        self._last = name_widget(QSpinBox(self), "printLast", self.tr("到第几页"))
        self._set_up = self.add_button("printPageSetup", self.tr("页面设置…"), ButtonRole.ResetRole)
        self._pdf = self.add_button("printToPdf", self.tr("保存为 PDF…"), ButtonRole.ResetRole)
        self._ok = self.add_button("printOk", self.tr("打印"))
        self.add_cancel()
        self._lay_out()
        self._connect_signals()
        self.show_pages(offer.pages)

    def show_pages(self, pages: Sequence[int]) -> None:
        """Take over the number of pages of each document, at first and after 页面设置."""
        self._pages = tuple(pages)
        is_one = len(pages) == 1
        self._all.setText(self.tr("全部，共 {0} 页").format(sum(pages)))
        self._options.offer_orders(("form", "page") if is_one else ("set", "form", "page"))
        for part in (self._some, self._first, self._last):
            part.setEnabled(is_one and pages[0] > 1)
        most = max(1, pages[0]) if is_one else 1
        for box, value in ((self._first, 1), (self._last, most)):
            box.blockSignals(True)
            box.setRange(1, most)
            if not self._some.isChecked():
                box.setValue(value)
            box.blockSignals(False)
        self._update_note_and_button()

    def print_request(self) -> PrintRequest:
        """Pages, printer and options as chosen."""
        whole = not self._some.isChecked()
        first, last = (1, max(self._pages, default=0)) if whole else (self._first.value(), self._last.value())
        return PrintRequest(self._options.print_choice(), first, last, self._to_pdf)

    def _lay_out(self) -> None:
        pages = QHBoxLayout()
        for part in (self._all, self._some, self._first, PlainLabel(self.tr("至")), self._last):
            pages.addWidget(part)
        pages.addWidget(PlainLabel(self.tr("页")))
        pages.addStretch(1)
        self._options.insert_row(2, self.tr("页码"), pages)
        for box in (self._first, self._last):
            box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.add_part(self._options)
        self.add_note("printNote", 1)
        group = QButtonGroup(self)
        group.addButton(self._all)
        group.addButton(self._some)
        self._all.setChecked(True)
        self._set_up.setVisible(self._offer.has_page_setup)
        self.start_with_size(560, 0)

    def _connect_signals(self) -> None:
        self._options.changed.connect(self._update_note_and_button)
        self._all.toggled.connect(self._update_note_and_button)
        for box in (self._first, self._last):
            box.valueChanged.connect(self._on_range_changed)
        self._set_up.clicked.connect(self.pageSetupAsked)
        self._pdf.clicked.connect(self._accept_as_pdf)

    def _on_range_changed(self) -> None:
        """Typing a page number chooses 部分页."""
        self._some.setChecked(True)
        self._update_note_and_button()

    def _accept_as_pdf(self) -> None:
        self._to_pdf = True
        self.accept()

    def _update_note_and_button(self) -> None:
        """How much paper it takes, or why nothing can be printed: no printer, pages in the wrong order."""
        order = self.print_request()
        notes = (
            (not self._options.has_printer, "warning", self._no_printer_text()),
            (order.first > order.last, "error", self.tr("开始页在结束页之后，请改正页码。")),
            (
                True,
                "warning" if self._offer.warning else "muted",
                self._paper_amount_text(order) + self._offer.warning,
            ),
        )
        _, tone, text = next(note for note in notes if note[0])
        self.show_note(text, tone)
        self._ok.setEnabled(self._options.has_printer and order.first <= order.last)
        (self._ok if self._options.has_printer else self._pdf).setDefault(True)

    def _no_printer_text(self) -> str:
        return self.tr("这台电脑没有安装打印机。可以保存为 PDF，再到别处打印。")

    def _paper_amount_text(self, order: PrintRequest) -> str:
        """The sentence with the number of pages and sheets."""
        whole = len(self._pages) != 1 or not self._some.isChecked()
        pages = self._pages if whole else (order.last - order.first + 1,)
        sides = arrange_pages([range(count) for count in pages], order.choice)
        printed = sum(side is not None for side in sides)
        paper = len(sides) // 2 if order.choice.two_sided else len(sides)
        text = self.tr("将印 {0} 页，用纸 {1} 张。").format(printed, paper)
        is_part = not whole and pages != self._pages
        return text + (self.tr("只印一部分，不记为已打印。") if is_part else "")
