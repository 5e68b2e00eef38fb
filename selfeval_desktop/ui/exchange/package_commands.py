"""The upload package: which forms, where to, and how it is written; only forms without errors go in."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.paper.packages import build_package, find_unready_forms
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_chooser import FormChooser, FormChooserInput
from selfeval_desktop.ui.kit import files
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.question import ListingTexts, confirm_listing
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.printing.delivery import Delivery
from selfeval_desktop.wording import errors
from selfeval_desktop.wording.lists.batch_lists import PACKAGE_LISTS, upload_package_name

_ENDING = ".zip"


@dataclass(frozen=True, slots=True)
class PackageRequest:
    """The forms to put into the package, by their ids, and the path of the .zip file."""

    form_ids: tuple[int, ...]
    target: Path


class PackageDialog(TaskDialog):
    """Offers the forms without errors; those of `year` are ticked, or all where it is None. Writes nothing itself."""

    def __init__(self, offer: FormChooserInput, year: int | None, target: Path, parent: QWidget | None = None) -> None:
        title = self.tr("导出上报包")
        super().__init__("packageDialog", title, parent)
        ready = [form for form in offer.forms if not form.errors]
        self._left_out = len(offer.forms) - len(ready)
        current = offer.current if any(form.form_id == offer.current for form in ready) else None
        listed = [form.form_id for form in ready if form.form_id in offer.listed]
        self._forms = FormChooser(FormChooserInput(ready, current, listed), "packageForms", self)
        self._target = files.FileTarget("package", self.tr("保存到"), self._ask_target, self)
        self._target.show_path(target)
        self.add_rows((self.tr("要上报的表"), self._forms), (self.tr("保存到"), self._target), stretch=1)
        self.add_text(
            self.tr(
                "每张表有 PDF、Excel 和数据文件各一个，另有年度汇总表、核对单和文件清单。"
                "文件写好后重新读出，与表中内容逐格比较，有一处不同就不留下上报包。"
            ),
            "muted",
        )
        self.add_note("packageNote")
        self._ok = self.add_button("packageOk", title, is_default=True)
        self.add_cancel()
        self.start_with_size(640, 460)
        self._forms.changed.connect(self._update_note_and_button)
        self._target.line.textChanged.connect(self._update_note_and_button)
        self._forms.tick_forms([form.form_id for form in ready if year in {None, form.year}])

    def package_request(self) -> PackageRequest:
        """What is ticked and typed; .zip is added to a file name that lacks it."""
        target = self._target.path
        if target.name and target.suffix.lower() != _ENDING:
            target = target.with_name(target.name + _ENDING)
        return PackageRequest(self._forms.ticked_form_ids(), target)

    def _update_note_and_button(self) -> None:
        """Without a form or a file name the button is off; where the file exists it reads 替换."""
        order = self.package_request()
        replaces = order.target.is_file()
        warnings = (
            (not order.form_ids, self.tr("请至少选一张表。")),
            (not order.target.name, self.tr("请填写保存到哪里。")),
            (replaces, self.tr("已有同名文件，导出后会被替换。")),
        )
        text = next((text for applies, text in warnings if applies), "")
        left_out = self.tr("另有 {0} 张表还有错误，不能上报，没有列出。").format(self._left_out)
        self.show_note(text or (left_out if self._left_out else ""), "warning")
        self._ok.setEnabled(bool(order.form_ids) and bool(order.target.name))
        self._ok.setText(self.tr("替换") if replaces else self.tr("导出上报包"))
        self._ok.setDefault(True)

    def _ask_target(self) -> Path | None:
        start = self.package_request().target
        return files.ask_save_file(self, self.tr("上报包保存到"), start, "ZIP (*.zip)", asks_before_replacing=False)


class PackageCommands(QObject):
    """Writes nothing while a chosen form has errors or unconfirmed values."""

    def __init__(self, document: Document, delivery: Delivery, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._delivery, self._window = document, delivery, window

    @does("actionPackage")
    def export_package(self) -> None:
        """Ask which forms and where to, then write the package."""
        ledger, state = self._document.ledger, self._document.form
        if ledger is None or not self._delivery.is_ready():
            return
        if all(form.errors for form in ledger.summaries):
            words = self.tr("还没有一张表可以上报：先改正检查结果里的错误。")
            self._document.messages.show_message(words, "hint")
            return
        year = state.form.year if state else None
        offer = FormChooserInput(ledger.summaries, state.form_id if state else None)
        name = f"{upload_package_name()}-{year}" if year else upload_package_name()
        dialog = PackageDialog(offer, year, self._delivery.last_folder / f"{name}.zip", self._window)
        order = dialog.ask_for(dialog.package_request)
        if order is not None:
            with self._document.reporting_errors():
                self._write_package(order)

    def _write_package(self, order: PackageRequest) -> None:
        """Write the forms as stored, unless one is not ready. ReadBackMismatch, UnwritableFile, TextTooLong, Cancelled."""
        with self._document.progress.show_progress(self.tr("正在读取…")) as watch:
            made = self._delivery.read_outputs(order.form_ids, watch)
        refused = find_unready_forms(made)
        if refused:
            text = self.tr("下列各表还不能上报，没有写上报包。")
            listing = ListingTexts("notReadyDialog", self.tr("还不能上报的表"), text)
            confirm_listing(listing, [errors.error_sentence(each) for each in refused], self._window)
            return
        printouts = [each.printout for each in made]
        if not (
            self._delivery.confirm_missing_characters(printouts)
            and self._delivery.confirm_foreign_characters(printouts)
        ):
            return
        package = build_package(made, self._document.paperwork, PACKAGE_LISTS)
        with self._document.progress.show_progress(self.tr("正在写上报包并核对…")) as watch:
            done = self._document.services.write_package(package, order.target, watch)
        self._delivery.record_files(made, "package", [done.path])
        words = self.tr("共 {0} 张表、{1} 个文件，读回核对 {2} 格，没有差异。")
        self._delivery.report_written_files([done.path], more=words.format(len(made), done.files, done.cells))
