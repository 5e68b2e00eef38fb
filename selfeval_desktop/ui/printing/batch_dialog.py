"""Many forms at once: which, how, and with a cover list or without."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.app.paper.print_order import PrintChoice
from selfeval_desktop.ui.document.form_chooser import FormChooser, FormChooserInput
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.printing.print_options import PrintOptions
from selfeval_desktop.ui.printing.printers import Printers

BatchKind = Literal["print", "pdf", "pdfs"]
"""To the printer, to one PDF file, or to a folder with a PDF file for each form."""


@dataclass(frozen=True, slots=True)
class BatchPrintRequest:
    """Which forms to print or save, how, and whether with a cover list."""

    kind: BatchKind
    form_ids: tuple[int, ...]
    choice: PrintChoice
    with_cover: bool


class BatchDialog(TaskDialog):
    """Prints nothing itself: see `batch_request`."""

    def __init__(
        self, offer: FormChooserInput, choice: PrintChoice, printers: Printers, parent: QWidget | None = None
    ) -> None:
        super().__init__("batchDialog", self.tr("批量打印"), parent)
        self._wrong = {form.form_id for form in offer.forms if form.errors or form.waiting}
        self._forms = FormChooser(offer, "batchForms", self)
        self._kind = name_widget(QComboBox(self), "batchKind", self.tr("方式"))
        self._cover = name_widget(QCheckBox(self.tr("附封面清单"), self), "batchCover", self.tr("附封面清单"))
        self._options = PrintOptions(printers, choice, self)
        self._ok = self.add_button("batchOk", self.tr("打印"), is_default=True)
        self.add_cancel()
        self._fill_print_kinds()
        self._lay_out()
        self._connect_signals()
        self._on_kind_changed()
        self._forms.tick_forms(offer.listed or [form.form_id for form in offer.forms])

    def batch_request(self) -> BatchPrintRequest:
        """The request as the dialog stands."""
        kind, with_cover = self._kind.currentData(), self._cover.isChecked()
        return BatchPrintRequest(
            kind, self._forms.ticked_form_ids(), self._options.print_choice(), with_cover
        )

    def _fill_print_kinds(self) -> None:
        for text, kind in (
            (self.tr("打印，作为一个作业"), "print"),
            (self.tr("保存为一个 PDF"), "pdf"),
            (self.tr("每张表保存一个 PDF"), "pdfs"),
        ):
            self._kind.addItem(text, kind)
        if not self._options.has_printer:
            self._kind.setCurrentIndex(self._kind.findData("pdf"))
        self._cover.setChecked(True)
        self._cover.setToolTip(self.tr("列出各表的项目名称、实施单位、总分、页数和校验码"))

    def _lay_out(self) -> None:
        kind, cover = QHBoxLayout(), QHBoxLayout()
        kind.addWidget(self._kind)
        cover.addWidget(self._cover)
        self._options.insert_row(0, self.tr("方式"), kind)
        self._options.insert_row(1, "", cover)
        right = QVBoxLayout()
        right.addWidget(self._options)
        right.addStretch(1)
        right.addWidget(self.make_note("batchNote"))
        columns = QHBoxLayout()
        columns.addWidget(self._forms, 1)
        columns.addSpacing(12)
        columns.addLayout(right, 1)
        self.add_part(columns, 1)
        self.start_with_size(820, 440)

    def _connect_signals(self) -> None:
        self._forms.changed.connect(self._update_note_and_button)
        self._options.changed.connect(self._update_note_and_button)
        self._kind.currentIndexChanged.connect(self._on_kind_changed)

    def _on_kind_changed(self) -> None:
        """Printer, copies and order can be chosen only for the printer; their `changed` updates the note too."""
        self._options.set_options_enabled(self._kind.currentData() == "print")

    def _update_note_and_button(self) -> None:
        """How many forms and copies, or why nothing can be printed: no form, no printer, drafts."""
        order = self.batch_request()
        prints, has_printer = order.kind == "print", self._options.has_printer
        self._ok.setText(self.tr("打印") if prints else self.tr("保存…"))
        self._ok.setEnabled(bool(order.form_ids) and (has_printer or not prints))
        drafts = len(self._wrong.intersection(order.form_ids))
        notes = (
            (not order.form_ids, self.tr("请至少选一张表。")),
            (prints and not has_printer, self.tr("这台电脑没有安装打印机，可以改为保存 PDF。")),
            (
                drafts > 0,
                self.tr("其中 {0} 张表还有错误或没有认可的结转值，会印“草稿”字样，不记为已打印。").format(
                    drafts
                ),
            ),
        )
        text = next((text for applies, text in notes if applies), "")
        self.show_note(text or self._amount_text(order), "warning" if text else "muted")

    def _amount_text(self, order: BatchPrintRequest) -> str:
        if order.kind == "print":
            return self.tr("{0} 张表，各 {1} 份。").format(len(order.form_ids), order.choice.copies)
        return self.tr("{0} 张表。接着选择保存到哪里。").format(len(order.form_ids))
