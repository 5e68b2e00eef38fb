"""Printing: the open form, or printouts that others made ready."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.paper.print_order import PrintChoice
from selfeval_desktop.app.ports.documents import Printout, ignore_progress
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.printing.delivery import Delivery
from selfeval_desktop.ui.printing.paper_commands import PaperCommands
from selfeval_desktop.ui.printing.print_dialog import PrintDialog, PrintInput, PrintRequest
from selfeval_desktop.ui.printing.print_job import PrintDocument, Printers, can_cancel_job, print_documents


@dataclass(frozen=True, slots=True)
class PrintTask:
    """What is to be printed. `printed` is called at the end with the PDF files written, () for a printer."""

    title: str
    template_id: str
    printouts: tuple[Printout, ...]
    warning: str = ""
    printed: Callable[[Sequence[Path]], None] | None = None


class PrintCommands(QObject):
    """Asks for the options, prints or saves a PDF, and reports the result."""

    def __init__(self, document: Document, delivery: Delivery, paper: PaperCommands, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._delivery, self._paper, self._window = document, delivery, paper, window
        self.printers = Printers()

    @does("actionPrint")
    def print_form(self) -> None:
        """Let the user choose a printer and print the open form."""
        state = self._document.form
        if state is not None and self._delivery.is_ready():
            self._ask_print_options(self._form_task, state.template)

    def offer_printouts(self, printouts: Sequence[Printout], title: str, template_id: str) -> None:
        """Let the user print these or save them as PDF, as he last printed forms of that template.

        `title` heads the dialog, names the job and is proposed as file name. Nothing is recorded.
        """
        task = PrintTask(title, template_id, tuple(printouts))
        if not self._document.progress.is_busy:
            self._ask_print_options(lambda: task)

    def print_task(self, task: PrintTask, documents: tuple[PrintDocument, ...], order: PrintRequest) -> None:
        """Print, remember how, and count it as printed unless pages were left out. PrinterRefused, Cancelled.

        `documents` are the task's printouts laid out.
        """
        self._remember_print_choice(task.template_id, order.choice)
        chosen = _pages_in_range(documents, order)
        with self._document.progress.show_progress(self.tr("正在送往打印机…")) as watch:
            printer = self.printers.open_printer(order.choice.printer)
            printer.setDocName(task.title)
            watch.change_progress_text(self.tr("正在送往打印机…"), can_stop=can_cancel_job(printer))
            count = print_documents(printer, chosen, order.choice, watch)
        words = self.tr("已送往打印机，共 {0} 页。").format(count)
        if chosen != documents:
            words += self.tr("只印了第 {0} 至 {1} 页，没有记为已打印。").format(order.first, order.last)
        elif task.printed is not None:
            task.printed(())
        warning = self._delivery.pop_left_out_warning() + task.warning
        words += self._delivery.pop_unrecorded_warning() + warning
        self._document.messages.show_message(words, "warning" if warning or chosen != documents else "ok")

    def save_task_pdf(self, task: PrintTask, target: Path) -> None:
        """Write it all to one PDF file. UnwritableFile, Cancelled."""
        with self._document.progress.show_progress(self.tr("正在生成 PDF…")) as watch:
            written = self._document.services.writers["pdf"](task.printouts, target, watch)
        if task.printed is not None:
            task.printed(written)
        self._delivery.report_written_files(written, task.warning)

    @does("actionSavePdf")
    def save_form_pdf(self) -> None:
        """Write the open form to a PDF file of the user's choice."""
        if self._document.form is not None and self._delivery.is_ready():
            with self._document.reporting_errors():
                self._save_pdf_where_asked(self._form_task())

    def _ask_print_options(self, make: Callable[[], PrintTask], template: Template | None = None) -> None:
        """Show the print dialog. `make` is called again after it, as 页面设置 may change the paper of `template`."""
        with self._document.reporting_errors():
            task = make()
            choice = self._document.services.settings.load_settings().printing.get(task.template_id, PrintChoice())
            pages = tuple(len(each.pages) for each in self._lay_out_task(task))
            offer = PrintInput(task.title, pages, choice, task.warning, has_page_setup=template is not None)
            dialog = PrintDialog(offer, self.printers, self._window)
            if template is not None:
                dialog.pageSetupAsked.connect(lambda: self._set_up_page(template, dialog, make))
            order = dialog.ask_for(dialog.print_request)
            if order is not None:
                self._print_or_save(make(), order)

    def _print_or_save(self, task: PrintTask, order: PrintRequest) -> None:
        if order.to_pdf:
            self._save_pdf_where_asked(task)
        elif self._delivery.confirm_missing_characters(task.printouts):
            self.print_task(task, self._lay_out_task(task), order)

    def _set_up_page(self, template: Template, dialog: PrintDialog, make: Callable[[], PrintTask]) -> None:
        self._paper.ask_paper_choice(template, dialog)
        with self._document.reporting_errors():
            dialog.show_pages([len(each.pages) for each in self._lay_out_task(make())])

    def _save_pdf_where_asked(self, task: PrintTask) -> None:
        name = task.printouts[0].name if len(task.printouts) == 1 else task.title
        target = self._delivery.ask_pdf_file(name)
        if target is not None and self._delivery.confirm_missing_characters(task.printouts):
            self.save_task_pdf(task, target)

    def _form_task(self) -> PrintTask:
        state = self._document.form
        assert state is not None
        made = self._delivery.read_writable_outputs((state.form_id,), "pdf", ignore_progress)
        return PrintTask(
            state.form.project_name or self.tr("未填项目名称的表"),
            state.template.id,
            tuple(each.printout for each in made),
            self._delivery.draft_reason(made),
            partial(self._delivery.record_printed, made),
        )

    def _lay_out_task(self, task: PrintTask) -> tuple[PrintDocument, ...]:
        with self._document.progress.show_progress(self.tr("正在排版…")) as watch:
            return self._delivery.lay_out_printouts(task.printouts, watch)

    def _remember_print_choice(self, template_id: str, choice: PrintChoice) -> None:
        settings = self._document.services.settings
        settings.change_settings(printing={**settings.load_settings().printing, template_id: choice})


def _pages_in_range(documents: tuple[PrintDocument, ...], order: PrintRequest) -> tuple[PrintDocument, ...]:
    """The pages asked for, where there is one document to choose them from."""
    if len(documents) != 1:
        return documents
    (whole,) = documents
    return (replace(whole, pages=whole.pages[order.first - 1 : order.last or None]),)
