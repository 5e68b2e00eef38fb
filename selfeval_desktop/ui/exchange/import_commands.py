"""Import from files: JSON at once, office files after the user has seen what was recognised in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.errors import Cancelled, SelfEvalError
from selfeval_desktop.app.incoming import (
    DOCUMENTS,
    SPREADSHEETS,
    Incoming,
    form_marked_imported,
    is_office_file,
    mark_all_imported,
)
from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.ports.documents import Progress
from selfeval_desktop.app.ports.safety import BackupReason
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.reading.read_form import ReadForm, fill_recognised_cells
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_commands import show_undoable_message
from selfeval_desktop.ui.document.form_list import FormList
from selfeval_desktop.ui.exchange.import_dialog import ImportDialog, ImportInput
from selfeval_desktop.ui.kit import files
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.question import ListingTexts, confirm_listing
from selfeval_desktop.wording import errors, labels

_FORMS_AT_ONCE = 100


@dataclass(slots=True)
class _ReadFiles:
    """Contents of several files: recognised office files, forms from JSON, and the errors of files without a form."""

    office: list[Incoming] = field(default_factory=list)
    plain: list[Form] = field(default_factory=list)
    refused: list[SelfEvalError] = field(default_factory=list)


def _count_files(watch: Progress, number: int, count: int, _done: int, _all: int) -> None:
    watch(number, count)


def _marked_forms(forms: Sequence[Form], progress: Progress) -> Iterator[Form]:
    """The forms, with every value marked as imported; thousands of them take a moment."""
    for number, form in enumerate(forms):
        if number % _FORMS_AT_ONCE == 0:
            progress(number, len(forms))
        yield mark_all_imported(form)


class ImportCommands(QObject):
    """One undo step for all files of an import. Files that cannot be read are left out if the user agrees."""

    def __init__(self, document: Document, forms: FormList, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._forms, self._window = document, forms, window

    @does("actionImport")
    def import_files(self) -> None:
        """Ask for files and import them."""
        if self._flushed_ledger() is None:
            return
        endings = " ".join(f"*{ending}" for ending in (*SPREADSHEETS, *DOCUMENTS, ".json"))
        kinds = self.tr("自评表 ({0});;所有文件 (*)").format(endings)
        folder = self._document.services.settings.load_settings().folder
        paths = files.ask_open_files(self._window, self.tr("导入自评表"), folder, kinds)
        if paths:
            self.import_paths(paths)

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import these files; office files after the user's choice."""
        ledger = self._flushed_ledger()
        if ledger is None or self._document.progress.is_busy:
            return
        with self._document.reporting_errors():
            read = self._read_files(paths)
            if read.refused and not self._confirm_without_refused(read):
                return
            if read.office:
                self._show_import_dialog(ledger, read.office, read.plain)
            else:
                self._add_imported_forms(ledger, read.plain)

    def import_form(self, form: Form) -> None:
        """Add a form that was recognised on the clipboard, as one undo step."""
        ledger = self._flushed_ledger()
        if ledger is not None:
            with self._document.reporting_errors():
                self._add_imported_forms(ledger, [mark_all_imported(form)])

    def _read_files(self, paths: Sequence[Path]) -> _ReadFiles:
        """Read the files. Cancelled; the SelfEvalError of a file only where it is the only one."""
        read, services = _ReadFiles(), self._document.services
        with (
            self._document.progress.show_progress(self.tr("正在读取文件…")) as watch,
            services.office_reader() as read_office,
            services.form_reader() as read_plain,
        ):
            for number, path in enumerate(paths):
                # Progress counts files, whatever the reader reports within one.
                count_files = partial(_count_files, watch, number, len(paths))
                try:
                    if is_office_file(path):
                        read.office.append(read_office(path, count_files))
                    else:
                        read.plain += _marked_forms(read_plain(path, count_files), count_files)
                except Cancelled:
                    raise
                except SelfEvalError as error:
                    if len(paths) == 1:
                        raise
                    read.refused.append(error)
        return read

    def _confirm_without_refused(self, read: _ReadFiles) -> bool:
        """List the files that were not read; whether the user wants the others imported."""
        is_any = bool(read.office or read.plain)
        text = self.tr("有 {0} 个文件没有读出，台账没有改动：").format(len(read.refused))
        title, anyway = self.tr("没有读出的文件"), self.tr("不管它们，继续导入其余文件")
        listing = ListingTexts("unreadFiles", title, text, anyway if is_any else "")
        return confirm_listing(listing, [errors.error_sentence(error) for error in read.refused], self._window)

    def _show_import_dialog(self, ledger: LedgerSession, office: Sequence[Incoming], plain: list[Form]) -> None:
        """Show what was recognised in the files; import it, or fill it into the open form."""

        def twin_of(form: Form) -> str:
            twin = ledger.index.identical_form(form)
            return self.tr("台账里已有内容相同的表（{0} 号）。").format(twin.form_id) if twin else ""

        templates = self._document.services.templates.newest_templates()
        offer = ImportInput(office, templates, self._document.form, twin_of, can_fill=not plain)
        dialog = ImportDialog(offer, self._window)
        readings = dialog.ask_for(lambda: dialog.ticked_readings)
        if readings is None:
            return
        if dialog.import_target == "fill":
            self._fill_current_form(readings[0])
        else:
            self._add_imported_forms(ledger, [*plain, *map(form_marked_imported, readings)])

    def _fill_current_form(self, read: ReadForm) -> None:
        state = self._document.form
        assert state is not None
        self._document.backupWanted.emit(BackupReason.BEFORE_IMPORT)
        form = fill_recognised_cells(state.form, state.template, read)
        if self._document.change_form(form, label=labels.undo_label_text(labels.UndoLabel.IMPORT)):
            show_undoable_message(self._document, self.tr("文件里认出的内容已填进当前表。"))

    def _add_imported_forms(self, ledger: LedgerSession, forms: Sequence[Form]) -> None:
        """Store the forms; say how many, and how many equal one that the ledger has."""
        twins = sum(ledger.index.identical_form(form) is not None for form in forms)
        self._document.backupWanted.emit(BackupReason.BEFORE_IMPORT)
        ledger.add_forms(forms, label=labels.undo_label_text(labels.UndoLabel.IMPORT))
        self._forms.clear_filters()
        text = self.tr("已导入 {0} 张表。").format(len(forms))
        if twins:
            text += self.tr("其中 {0} 张与台账里原有的表内容相同。").format(twins)
        show_undoable_message(self._document, text)

    def _flushed_ledger(self) -> LedgerSession | None:
        return self._document.ledger if self._document.flush() else None
