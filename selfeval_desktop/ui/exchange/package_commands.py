"""The upload package: forms without errors, handed up in one file."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from selfeval_desktop.app.paper.packages import build_package, find_unready_forms
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_chooser import FormChooserInput
from selfeval_desktop.ui.exchange.package_dialog import PackageDialog, PackageRequest
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.listing_dialog import ListingTexts, confirm_listing
from selfeval_desktop.ui.printing.delivery import Delivery
from selfeval_desktop.wording import errors
from selfeval_desktop.wording.lists.read_back_list import PACKAGE_LISTS, upload_package_name


class PackageCommands(QObject):
    """Nothing is written while a form has errors, or values that nobody has confirmed."""

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
        answer, order = dialog.exec(), dialog.package_request()
        dialog.deleteLater()
        if answer == QDialog.DialogCode.Accepted:
            with self._document.reporting_errors():
                self._write_package(order)

    def _write_package(self, order: PackageRequest) -> None:
        """The forms as stored. ReadBackMismatch, UnwritableFile, TextTooLong, Cancelled."""
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
