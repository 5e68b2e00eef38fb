"""Paper and files: preview, print, PDF and export of what is stored, recalculated each time."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from selfeval_desktop.app.ledger import LedgerSession
from selfeval_desktop.app.outputs import Output, finished, outputs
from selfeval_desktop.app.ports import EventKind
from selfeval_desktop.ui.desk import Desk
from selfeval_desktop.ui.dialogs.export_dialog import ExportDialog, ExportOffer, ExportOrder
from selfeval_desktop.wording import steps


class OutputCommands(QObject):
    """Each command takes in the open editor and stores first; a form that cannot be stored is not printed.

    A form with errors prints with the 草稿 mark and keeps its state.
    """

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self.signature: bool | None = None

    def print_form(self) -> None:
        """Let the user choose a printer and print the open form."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from selfeval_desktop.ui.paper import print_pages, set_up

        made = self._open_form()
        if made is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(made.printout.name)
        with self._desk.telling():
            pages = self._desk.services.pages(
                made.printout.sheet, made.printout.paper, mark=made.printout.mark
            )
            set_up(printer, pages[0])
            dialog = QPrintDialog(printer, self._window)
            dialog.setWindowTitle(self.tr("打印"))
            answer = dialog.exec()
            dialog.deleteLater()
            if answer != QDialog.DialogCode.Accepted:
                return
            print_pages(printer, pages)
            self._record([made], "printed")
            sent = self.tr("已送往打印机，共 {0} 页。").format(len(pages))
            self._desk.messages.say(sent + self._draft_words([made]), _tone([made]))

    def save_pdf(self) -> None:
        """Write the open form to a PDF file of the user's choice."""
        made = self._open_form()
        if made is None:
            return
        start = str(self.folder / f"{made.printout.name}.pdf")
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("保存为 PDF"), start, "PDF (*.pdf)")
        if name:
            target = Path(name if name.lower().endswith(".pdf") else f"{name}.pdf")
            self.write(ExportOrder("pdf", (made.form_id,), target))

    def export(self) -> None:
        """Ask what to write and where to, then write it."""
        made, ledger = self._open_form(), self._desk.ledger
        if made is None or ledger is None:
            return
        offer = ExportOffer(ledger.summaries, made.form_id, self.folder, made.printout.name)
        dialog = ExportDialog(offer, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.write(dialog.order())
        dialog.deleteLater()

    def write(self, order: ExportOrder) -> None:
        """Write the forms as stored, and say where they are."""
        ledger = self._desk.ledger
        if ledger is None or not self._desk.settle():
            return
        with self._desk.telling():
            made = self._made(ledger, order.form_ids)
            if order.kind == "json":
                _refuse_unread(made)
            written = self._desk.services.writers[order.kind]([each.printout for each in made], order.target)
            self._record(made, "printed" if order.kind == "pdf" else "exported")
            self._tell_written(order, made, written)

    @property
    def folder(self) -> Path:
        """Where files went last, else the user's documents."""
        last = self._desk.services.settings.load().folder
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(last or documents)

    def _open_form(self) -> Output | None:
        """The open form as stored a moment ago; None when there is none or it could not be stored."""
        ledger, state = self._desk.ledger, self._desk.form
        if ledger is None or state is None or not self._desk.settle():
            return None
        made: tuple[Output, ...] = ()
        with self._desk.telling():
            made = self._made(ledger, (state.form_id,))
        return made[0] if made else None

    def _made(self, ledger: LedgerSession, form_ids: Sequence[int]) -> tuple[Output, ...]:
        return outputs(
            ledger.store,
            form_ids,
            self._desk.services.templates,
            draft_mark=steps.draft_mark(),
            signature=self.signature,
        )

    def _record(self, made: Sequence[Output], kind: EventKind) -> None:
        done = finished(made)
        if done and self._desk.ledger is not None:
            self._desk.ledger.record(done, kind)

    def _tell_written(self, order: ExportOrder, made: Sequence[Output], written: Sequence[Path]) -> None:
        folder = written[0].parent
        self._desk.services.settings.change(folder=str(folder))
        words = (
            self.tr("已导出到 {0}。").format(written[0])
            if len(written) == 1
            else self.tr("已导出 {0} 个文件到 {1}。").format(len(written), folder)
        )
        if order.kind == "pdf":
            words += self._draft_words(made)
        offers = [(self.tr("打开所在文件夹"), lambda: _open_folder(folder))]
        self._desk.messages.say(words, _tone(made), offers)

    def _draft_words(self, made: Sequence[Output]) -> str:
        drafts = len(made) - len(finished(made))
        if not drafts:
            return ""
        if len(made) == 1:
            return self.tr("表中还有错误，所以印有“草稿”字样。")
        return self.tr("其中 {0} 张表还有错误，所以印有“草稿”字样。").format(drafts)


def _refuse_unread(made: Sequence[Output]) -> None:
    """JSON has no place for text in a numeric cell; no other kind of file minds."""
    for each in made:
        if each.unread_cells is not None:
            raise each.unread_cells


def _tone(made: Sequence[Output]) -> str:
    return "ok" if len(finished(made)) == len(made) else "warning"


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
