"""Forms from files: JSON as it is, everything else shown before any of it is stored."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from selfeval_desktop.app.backups import Reason
from selfeval_desktop.app.incoming import DOCUMENTS, SPREADSHEETS, Incoming, is_office_file, marked
from selfeval_desktop.app.ledger import LedgerSession, imported
from selfeval_desktop.domain.form import Form
from selfeval_desktop.domain.read_form import ReadForm, filled_in
from selfeval_desktop.ui.desk import Desk
from selfeval_desktop.ui.dialogs.import_dialog import ImportDialog, ImportOffer
from selfeval_desktop.ui.form_commands import STEP
from selfeval_desktop.ui.progress import LongWork
from selfeval_desktop.ui.widgets.form_list import FormList
from selfeval_desktop.wording import steps
from selfeval_desktop.wording.steps import Deed


class ImportCommands(QObject):
    """All that is taken in at once is one step; one bad file leaves the ledger as it is."""

    def __init__(self, desk: Desk, forms: FormList, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._forms, self._window = desk, forms, window
        self._work = LongWork(window)

    @property
    def slots(self) -> dict[str, Callable[..., object]]:
        """The work of each action."""
        return {"actionImport": self.import_files}

    def may_leave(self, leave: Callable[[], object]) -> bool:
        """Whether no file is being read; else that is stopped, and `leave` is done after it."""
        return self._work.may_leave(leave)

    def import_files(self) -> None:
        """Let the user choose files, and take in their forms."""
        if self._settled() is None:
            return
        endings = " ".join(f"*{ending}" for ending in (*SPREADSHEETS, *DOCUMENTS, ".json"))
        kinds = self.tr("自评表 ({0});;所有文件 (*)").format(endings)
        folder = self._desk.services.settings.load().folder
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("导入自评表"), folder, kinds)
        if names:
            self.import_paths([Path(name) for name in names])

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Take in the forms of these files: of office files what the user wants of them, then."""
        ledger = self._settled()
        if ledger is None or self._work.is_busy:
            return
        office = list(filter(is_office_file, paths))
        with self._desk.telling():
            plain = [
                form
                for path in paths
                if path not in office
                for form in map(imported, self._desk.services.read_forms(path))
            ]
            if office:
                self._offer(ledger, self._read(office), plain)
            else:
                self._take_in(ledger, plain)

    def import_form(self, form: Form) -> None:
        """Take in a form that was recognised elsewhere, as one step."""
        ledger = self._settled()
        if ledger is not None:
            with self._desk.telling():
                self._take_in(ledger, [imported(form)])

    def _read(self, paths: Sequence[Path]) -> list[Incoming]:
        """What the files hold; one that holds nothing refuses them all. SelfEvalError."""
        with self._work.watched(self.tr("正在读取文件…")) as watch:
            return [self._desk.services.read_office_file(path, watch) for path in paths]

    def _offer(self, ledger: LedgerSession, files: Sequence[Incoming], plain: list[Form]) -> None:
        """Show what was recognised, and do what is wanted with it."""

        def twin_of(form: Form) -> str:
            twin = ledger.twin_of(form)
            return self.tr("台账里已有内容相同的表（{0} 号）。").format(twin.form_id) if twin else ""

        templates = self._desk.services.templates.all()
        offer = ImportOffer(files, templates, self._desk.form, twin_of, can_fill=not plain)
        dialog = ImportDialog(offer, self._window)
        is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
        use, readings = dialog.use, dialog.readings
        dialog.deleteLater()
        if is_wanted and use == "fill":
            self._fill(readings[0])
        elif is_wanted:
            self._take_in(ledger, [*plain, *map(marked, readings)])

    def _fill(self, read: ReadForm) -> None:
        state = self._desk.form
        assert state is not None
        self._desk.backupWanted.emit(Reason.BEFORE_IMPORT)
        self._desk.session.change(filled_in(state.form, state.template, read), label=steps.deed(Deed.IMPORT))
        self._say(self.tr("文件里认出的内容已填进当前表。"))

    def _take_in(self, ledger: LedgerSession, forms: Sequence[Form]) -> None:
        """Store the forms, and say so; also how many were there already."""
        twins = sum(ledger.twin_of(form) is not None for form in forms)
        self._desk.backupWanted.emit(Reason.BEFORE_IMPORT)
        ledger.add(forms, label=steps.deed(Deed.IMPORT))
        self._forms.reveal()
        text = self.tr("已导入 {0} 张表。").format(len(forms))
        if twins:
            text += self.tr("其中 {0} 张与台账里原有的表内容相同。").format(twins)
        self._say(text)

    def _say(self, text: str) -> None:
        self._desk.messages.say(text, "ok", [(self.tr("撤销"), self._desk.undo)], about=STEP)

    def _settled(self) -> LedgerSession | None:
        return self._desk.ledger if self._desk.settle() else None
