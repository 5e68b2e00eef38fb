"""Printouts made from forms: a year's summary, public copies, blank forms."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import get_args

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from selfeval_desktop.app.paper import documents
from selfeval_desktop.app.paper.documents import BlankFormRequest, SummaryRequest
from selfeval_desktop.app.ports.documents import Printout, ignore_progress
from selfeval_desktop.app.ports.forms import FormSummary
from selfeval_desktop.domain.form.form import MoneyUnit
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.layout.blank import MOST_ROWS, USUAL_ROWS
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.printing.delivery import Delivery
from selfeval_desktop.ui.printing.derived_printout_dialog import DocumentDialog, OutputKind
from selfeval_desktop.ui.printing.print_commands import PrintCommands
from selfeval_desktop.ui.printing.public_copy_dialog import ChosenMasking, PublicCopyDialog
from selfeval_desktop.wording.lists.year_summary import year_summary_printout


@dataclass(frozen=True, slots=True)
class BlankFormInput:
    """What the dialog starts with; `page_count` lays a blank out and counts its pages."""

    templates: tuple[Template, ...]
    chosen: str
    money_unit: str
    page_count: Callable[[BlankFormRequest], int]


class BlankFormDialog(DocumentDialog):
    """Says how many pages the blank takes while its rows are chosen."""

    def __init__(self, offer: BlankFormInput, parent: QWidget | None = None) -> None:
        super().__init__("blankFormDialog", self.tr("空白表"), parent)
        self._offer = offer
        self._template = name_widget(QComboBox(self), "blankTemplate", self.tr("表样"))
        self._rows = name_widget(QSpinBox(self), "blankRows", self.tr("指标行数"))
        self._unit = name_widget(QComboBox(self), "blankMoneyUnit", self.tr("金额单位"))
        self._levels = name_widget(
            QCheckBox(self.tr("印上一级、二级指标的名称"), self), "blankLevels", self.tr("指标名称")
        )
        self._fill_choices()
        self._lay_out()
        self._connect_signals()
        self._choose_template()

    def blank_form_request(self) -> BlankFormRequest:
        """The blank that is chosen: template, money unit, rows, level names."""
        return BlankFormRequest(
            self._template.currentData(),
            self._unit.currentData(),
            self._rows.value(),
            self._levels.isChecked(),
        )

    def _fill_choices(self) -> None:
        for template in self._offer.templates:
            self._template.addItem(template.name, template.id)
        self._template.setCurrentIndex(max(0, self._template.findData(self._offer.chosen)))
        self._rows.setRange(1, MOST_ROWS)
        self._rows.setValue(USUAL_ROWS)
        self._levels.setChecked(True)

    def _lay_out(self) -> None:
        self.add_rows(
            (self.tr("表样"), self._template),
            (self.tr("指标行数"), self._rows),
            (self.tr("金额单位"), self._unit),
            ("", self._levels),
        )
        self.add_document_note(1)
        self.start_with_size(520, 250)

    def _connect_signals(self) -> None:
        self._template.currentIndexChanged.connect(self._choose_template)
        self._rows.valueChanged.connect(self._update_page_count)
        self._levels.toggled.connect(self._update_page_count)

    def _choose_template(self) -> None:
        """Offer the template's money units, the present one chosen where it has it."""
        template = self._offer.templates[self._template.currentIndex()]
        wanted = self._unit.currentData() or self._offer.money_unit
        self._unit.clear()
        for unit in template.money_units:
            self._unit.addItem(unit, unit)
        self._unit.setCurrentIndex(max(0, self._unit.findData(wanted)))
        self._update_page_count()

    def _update_page_count(self) -> None:
        pages = self._offer.page_count(self.blank_form_request())
        self.show_note(self.tr("共 {0} 页。格子的高度适合用笔填写。").format(pages))


class SummaryDialog(DocumentDialog):
    """Offers the years that the forms have, `year` first chosen; one form at least has a year."""

    def __init__(self, forms: Sequence[FormSummary], year: int | None, parent: QWidget | None = None) -> None:
        super().__init__("summaryDialog", self.tr("年度汇总表"), parent)
        self._forms = forms
        self._year = name_widget(QComboBox(self), "summaryYear", self.tr("年度"))
        self._unit = name_widget(QComboBox(self), "summaryMoneyUnit", self.tr("金额单位"))
        self._subtotals = name_widget(QCheckBox(self.tr("按实施单位小计"), self), "summarySubtotals", self.tr("小计"))
        self._fill_choices(year)
        self._lay_out()
        self._year.currentIndexChanged.connect(self._update_note)
        self._update_note()

    def summary_request(self) -> SummaryRequest:
        """Year, money unit (None: that of most forms) and subtotals as chosen."""
        subtotals = self._subtotals.isEnabled() and self._subtotals.isChecked()
        return SummaryRequest(self._year.currentData(), self._unit.currentData(), subtotals)

    def _fill_choices(self, year: int | None) -> None:
        for each in sorted({form.year for form in self._forms if form.year is not None}, reverse=True):
            self._year.addItem(str(each), each)
        self._year.setCurrentIndex(max(0, self._year.findData(year)))
        self._unit.addItem(self.tr("与多数表相同"), None)
        for unit in get_args(MoneyUnit):
            self._unit.addItem(unit, unit)

    def _lay_out(self) -> None:
        rows = (self.tr("年度"), self._year), (self.tr("金额单位"), self._unit), ("", self._subtotals)
        self.add_rows(*rows)
        self.add_document_note(1)
        self.start_with_size(520, 250)

    def _update_note(self) -> None:
        """Count the forms of the year, the drafts among them, and the forms without a year."""
        forms = [form for form in self._forms if form.year == self._year.currentData()]
        self._subtotals.setEnabled(len({"".join(form.unit.split()) for form in forms}) > 1)
        drafts = sum(form.errors > 0 or form.waiting > 0 for form in forms)
        undated = sum(form.year is None for form in self._forms)
        text = self.tr("将汇总 {0} 张表。").format(len(forms))
        if drafts:
            text += self.tr("其中 {0} 张还有错误或没有认可的结转值，备注里会写“草稿”。").format(drafts)
        if undated:
            text += self.tr("另有 {0} 张没有填年度，不在汇总之内。").format(undated)
        self.show_note(text, "warning" if drafts or undated else "muted")


_SUMMARY = "summary"
"""The key of the print settings for year summaries, in place of a template's id."""


class DerivedPrintoutCommands(QObject):
    """Each asks what to make, makes it from what is stored, and hands it to printer or file; nothing is recorded."""

    def __init__(self, document: Document, delivery: Delivery, printing: PrintCommands, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._window = document, window
        self.delivery = self._delivery = delivery
        self.printing = self._printing = printing
        self._maskings: dict[int, ChosenMasking] = {}
        document.ledgerChanged.connect(self._maskings.clear)

    @does("actionSummary")
    def make_year_summary(self) -> None:
        """Ask for a year and make its 汇总表."""
        ledger, state = self._document.ledger, self._document.form
        if ledger is None or not self._delivery.is_ready():
            return
        if all(form.year is None for form in ledger.summaries):
            self._document.messages.show_message(self.tr("还没有填了年度的自评表，没有可以汇总的内容。"), "hint")
            return
        dialog = SummaryDialog(ledger.summaries, state.form.year if state else None, self._window)
        order = dialog.ask_for(dialog.summary_request)
        if order is None:
            return
        with self._document.reporting_errors():
            with self._document.progress.show_progress(self.tr("正在汇总…")) as watch:
                printout = year_summary_printout(ledger.store, self._document.paperwork, order, watch)
            self.print_or_export(printout, _SUMMARY, dialog.output_kind)

    @does("actionPublicCopy")
    def make_public_copy(self) -> None:
        """The open form with cells and words masked; what was masked is proposed again while the ledger is open."""
        state = self._document.form
        if state is None or not self._delivery.is_ready():
            return
        with self._document.reporting_errors():
            (made,) = self._delivery.read_writable_outputs((state.form_id,), "pdf", ignore_progress)
            last = self._maskings.get(made.form_id)
            dialog = PublicCopyDialog(made.printout.sheet, made.form, last, self._window)
            masks = dialog.ask_for(dialog.chosen_masks)
            if masks is not None:
                self._maskings[made.form_id] = dialog.chosen_masking()
                copy = documents.public_copy(made, masks)
                self.print_or_export(copy, state.template.id, dialog.output_kind)

    @does("actionBlankForm")
    def make_blank_form(self) -> None:
        """Ask for a template and make a blank form to be filled in by hand."""
        state = self._document.form
        if self._document.ledger is None or not self._delivery.is_ready():
            return
        templates = self._document.services.templates.newest_templates()
        chosen = state.template.id if state else templates[0].id
        unit = state.form.money_unit if state else ""
        with self._document.reporting_errors():
            dialog = BlankFormDialog(BlankFormInput(templates, chosen, unit, self._blank_page_count), self._window)
            order = dialog.ask_for(dialog.blank_form_request)
            if order is not None:
                blank = documents.blank_form_printout(self._document.paperwork, order)
                self.print_or_export(blank, order.template_id, dialog.output_kind)

    def _blank_page_count(self, order: BlankFormRequest) -> int:
        return len(self._document.services.pages(documents.blank_form_printout(self._document.paperwork, order)))

    def print_or_export(self, printout: Printout, template_id: str, way: OutputKind) -> None:
        """Print it, or write it to a file of the user's choice. UnwritableFile, Cancelled."""
        if way == "print":
            self._printing.offer_printouts([printout], printout.sheet.name, template_id)
            return
        target = self._delivery.ask_target_file(printout.name, way)
        if target is not None:
            with self._document.progress.show_progress(self.tr("正在导出…")) as watch:
                written = self._document.services.writers[way]([printout], target, watch)
            self._delivery.report_written_files(written)
