"""Backups that the user asks for: now, to a USB stick, and where they all lie."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QWidget

from selfeval_desktop.app.errors import Cancelled, SelfEvalError
from selfeval_desktop.app.foreign_files import shown_text
from selfeval_desktop.app.ports.safety import Backup, BackupReason, OutsideCopy
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.kit import files
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.message_bar import MessageOffer
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.task_queue import TaskQueue
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.safety import backup_words as words
from selfeval_desktop.ui.safety.backup_scheduler import BackupScheduler
from selfeval_desktop.ui.safety.removable_media import removable_drives
from selfeval_desktop.wording import errors

_PLACE = Qt.ItemDataRole.UserRole
_ABOUT = "stick"


class BackupCommands(QObject):
    """The copy to a stick is made while the user works: the ledger as it was stored when the copy began."""

    def __init__(self, document: Document, safety: BackupScheduler, tasks: TaskQueue, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._safety, self._tasks, self._window = document, safety, tasks, window

    @does("actionBackup")
    def back_up_now(self) -> None:
        """Store everything, back up without delay, and say where the backup is."""
        if not self._document.flush():
            return
        self._safety.back_up_and_wait(BackupReason.BY_HAND)
        report = self._safety.backup_report
        if report is not None and report.failure is not None:
            self._document.messages.show_message(errors.error_sentence(report.failure), "error")
        elif report is not None and report.standing.newest is not None:
            text = self.tr("已备份到 {0}，读回核对无误。").format(report.standing.newest.path)
            self._document.messages.show_message(text, "ok")

    @does("actionBackupTo")
    def back_up_to_stick(self) -> None:
        """Copy the ledger to where it went last; ask where that is not there."""
        known = self._document.services.settings.load_settings().backup_place
        if self._document.flush():
            self._copy_or_ask(Path(known) if known else None)

    @does("actionBackupFolder")
    def open_backup_folder(self) -> None:
        """Show the backups in the system's own window."""
        folder = self._safety.backup_folder
        if folder.is_dir():
            files.open_in_system(folder)
        else:
            self._document.messages.show_message(self.tr("还没有备份。备份会放在 {0}。").format(folder), "hint")

    def _copy_or_ask(self, known: Path | None) -> None:
        if known is not None and known.is_dir():
            self._start_backup_copy(known)
        else:
            self._ask_backup_place()

    def _ask_backup_place(self) -> None:
        report = self._safety.backup_report
        known = self._document.services.settings.load_settings().backup_place
        away = report.standing.away if report else None
        dialog = StickDialog(Path(known) if known else None, away, self._window)
        place = dialog.ask_for(dialog.chosen_folder)
        if place is not None:
            self._document.services.settings.change_settings(backup_place=str(place))
            if self._document.flush():
                self._start_backup_copy(place)

    def _start_backup_copy(self, place: Path) -> None:
        ledger, backups = self._document.ledger, self._document.services.backups
        if ledger is None:
            return
        path, document = ledger.store.path, ledger.store.document_id
        text = self.tr("正在备份到 {0}。可以继续录入，先不要拔下U盘。").format(place)
        self._document.messages.show_message(text, "hint", about=_ABOUT)
        self._tasks.start_task(
            lambda progress: backups.copy_to_folder(path, place, progress, document),
            self._on_copy_done,
            partial(self._on_copy_failed, place),
            self.tr("正在备份到 {0}，先不要拔下U盘…").format(place),
        )

    def _on_copy_done(self, made: Backup) -> None:
        text = self.tr("已备份到 {0}，已打开核对，与台账一致。").format(made.path.parent)
        self._document.messages.show_message(text, "ok", [self._other_place_offer()])
        self._safety.refresh_backup_standing()

    def _on_copy_failed(self, place: Path, error: SelfEvalError) -> None:
        self._document.messages.clear_message(about=_ABOUT)
        if isinstance(error, Cancelled):
            text = self.tr("备份到 {0} 已停止，那里没有留下这一份。需要时请再备份一次。").format(place)
            self._document.messages.show_message(text, "warning")
        else:
            self._document.messages.show_message(errors.error_sentence(error), "error", [self._other_place_offer()])

    def _other_place_offer(self) -> MessageOffer:
        return self.tr("换个位置…"), self._ask_backup_place


class StickDialog(TaskDialog):
    """Where to copy the ledger to: a USB stick that is plugged in, or any folder. Nothing is written here.

    `known` is the folder of the last time, `away` the copy that is there; None where there is none.
    """

    def __init__(self, known: Path | None, away: OutsideCopy | None, parent: QWidget | None = None) -> None:
        super().__init__("stickDialog", self.tr("备份到U盘"), parent)
        self._away = away
        self._folders = [known] if known is not None and known.is_dir() else []
        self.add_text(self.tr("整个台账复制过去，写好后打开核对。放在单独的文件夹里，以前的备份不会被替换。"), "muted")
        self._places = name_widget(QListWidget(self), "stickPlaces", self.tr("备份到哪里"))
        self.add_part(self._places, 1)
        further = QHBoxLayout()
        again = self._add_further_button(further, "stickAgain", self.tr("重新查找"))
        self._browse = self._add_further_button(further, "stickBrowse", self.tr("选择文件夹…"))
        self._browse.setAccessibleName(self.tr("选择文件夹"))
        further.addStretch(1)
        self.add_part(further)
        self.add_note("stickNote")
        self._ok = self.add_button("stickOk", self.tr("备份"), is_default=True)
        self.add_cancel()
        self.start_with_size(560, 300)
        self._places.itemDoubleClicked.connect(self.accept)
        self._places.currentRowChanged.connect(self._update_note_and_button)
        again.clicked.connect(self._list_folders)
        self._browse.clicked.connect(self._ask_folder)
        self._list_folders()

    def chosen_folder(self) -> Path | None:
        """The folder that is chosen; None when there is none to choose."""
        row = self._places.currentRow()
        return Path(self._places.item(row).data(_PLACE)) if row >= 0 else None

    def _add_further_button(self, row: QHBoxLayout, name: str, text: str) -> QPushButton:
        button = name_widget(QPushButton(text, self), name, text)
        button.setAutoDefault(False)
        row.addWidget(button)
        return button

    def _list_folders(self) -> None:
        """List what is plugged in now, the folder of the last time first."""
        self._places.clear()
        for folder in self._folders:
            self._add_folder(folder, str(folder))
        for drive in removable_drives():
            if drive.folder not in self._folders:
                free = self.tr("{0}（{1}，可用 {2} GB）").format(drive.name, drive.folder, f"{drive.free / 1e9:.1f}")
                self._add_folder(drive.folder, free)
        self._places.setCurrentRow(0)
        self._update_note_and_button()
        target = self._places if self._places.count() else self._browse
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_folder(self, folder: Path, text: str) -> None:
        item = QListWidgetItem(shown_text(text), self._places)
        item.setData(_PLACE, folder)

    def _ask_folder(self) -> None:
        start = self.chosen_folder() or Path.home()
        chosen = files.ask_folder(self, self.tr("备份到哪个文件夹"), start)
        if chosen is not None:
            self._folders = [chosen, *(folder for folder in self._folders if folder != chosen)]
            self._list_folders()
            self._ok.setFocus(Qt.FocusReason.OtherFocusReason)

    def _update_note_and_button(self) -> None:
        """Say how old the last copy is, or what to do where there is no place."""
        away, has_place = self._away, self.chosen_folder() is not None
        if not has_place:
            text = self.tr("没有找到U盘。请插入U盘后点“重新查找”，或者选择一个文件夹。")
        elif away is None:
            text = self.tr("这个台账还没有备份到U盘。")
        else:
            now = datetime.now().astimezone().replace(tzinfo=None)
            text = self.tr("上次备份到U盘：{0}（{1}）").format(words.relative_time(away.moment, now), away.folder)
        self.show_note(text, "" if has_place else "warning")
        self._ok.setEnabled(has_place)
