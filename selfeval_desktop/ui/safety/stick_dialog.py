"""Where to copy the ledger to: a USB stick that is plugged in, or any folder."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.app.ports.backups import OutsideCopy
from selfeval_desktop.ui.kit import dialog_sizes, theme
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.safety import backup_words as words
from selfeval_desktop.ui.safety.removable_media import RemovableDrive

_SIZE = QSize(560, 300)
_PLACE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class StickInput:
    """How to find the sticks that are plugged in, the folder of the last time, and the copy that is there."""

    drives: Callable[[], Sequence[RemovableDrive]]
    known: Path | None
    away: OutsideCopy | None


class StickDialog(QDialog):
    """Nothing is written here."""

    def __init__(self, offer: StickInput, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("备份到U盘")
        name_widget(self, "stickDialog", title)
        self.setWindowTitle(title)
        self._offer = offer
        self._folders = [offer.known] if offer.known is not None and offer.known.is_dir() else []
        self._places = name_widget(QListWidget(self), "stickPlaces", self.tr("备份到哪里"))
        self._note = name_widget(QLabel(self), "stickNote", self.tr("说明"))
        self._again = name_widget(QPushButton(self.tr("重新查找"), self), "stickAgain", self.tr("重新查找"))
        self._browse = name_widget(
            QPushButton(self.tr("选择文件夹…"), self), "stickBrowse", self.tr("选择文件夹")
        )
        self._buttons = QDialogButtonBox(self)
        self._ok = name_widget(QPushButton(self.tr("备份"), self), "stickOk", self.tr("备份"))
        self._lay_out()
        self._connect_signals()
        self._list_folders()

    def chosen_folder(self) -> Path | None:
        """The folder that is chosen; None when there is none to choose."""
        row = self._places.currentRow()
        return Path(self._places.item(row).data(_PLACE)) if row >= 0 else None

    def _lay_out(self) -> None:
        told = QLabel(
            self.tr("整个台账复制过去，写好后打开核对。放在单独的文件夹里，以前的备份不会被替换。"), self
        )
        told.setWordWrap(True)
        theme.set_style_property(told, "tone", "muted")
        self._note.setWordWrap(True)
        further = QHBoxLayout()
        for button in (self._again, self._browse):
            button.setAutoDefault(False)
            further.addWidget(button)
        further.addStretch(1)
        self._buttons.addButton(self._ok, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = self._buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        name_widget(cancel, "stickCancel", cancel.text())
        self._ok.setDefault(True)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addWidget(self._places, 1)
        column.addLayout(further)
        column.addWidget(self._note)
        column.addWidget(self._buttons)
        dialog_sizes.resize_within_screen(self, _SIZE)

    def _connect_signals(self) -> None:
        self._places.itemDoubleClicked.connect(self.accept)
        self._places.currentRowChanged.connect(self._update_note_and_button)
        self._again.clicked.connect(self._list_folders)
        self._browse.clicked.connect(self._ask_folder)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _list_folders(self) -> None:
        """List what is plugged in now, the folder of the last time first."""
        self._places.clear()
        for folder in self._folders:
            self._add_folder(folder, str(folder))
        for drive in self._offer.drives():
            if drive.folder not in self._folders:
                free = self.tr("{0}（{1}，可用 {2} GB）").format(
                    drive.name, drive.folder, f"{drive.free / 1e9:.1f}"
                )
                self._add_folder(drive.folder, free)
        self._places.setCurrentRow(0)
        self._update_note_and_button()
        target = self._places if self._places.count() else self._browse
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_folder(self, folder: Path, text: str) -> None:
        item = QListWidgetItem(text, self._places)
        item.setData(_PLACE, str(folder))

    def _ask_folder(self) -> None:
        start = str(self.chosen_folder() or Path.home())
        name = QFileDialog.getExistingDirectory(self, self.tr("备份到哪个文件夹"), start)
        if name:
            self._folders = [Path(name), *(folder for folder in self._folders if folder != Path(name))]
            self._list_folders()
            self._ok.setFocus(Qt.FocusReason.OtherFocusReason)

    def _update_note_and_button(self) -> None:
        """Say how old the last copy is, or what to do where there is no place."""
        away, has_place = self._offer.away, self.chosen_folder() is not None
        if not has_place:
            text = self.tr("没有找到U盘。请插入U盘后点“重新查找”，或者选择一个文件夹。")
        elif away is None:
            text = self.tr("这个台账还没有备份到U盘。")
        else:
            now = datetime.now().astimezone().replace(tzinfo=None)
            text = self.tr("上次备份到U盘：{0}（{1}）").format(
                words.relative_time(away.moment, now), away.folder
            )
        self._note.setText(text)
        theme.set_style_property(self._note, "tone", "" if has_place else "warning")
        self._ok.setEnabled(has_place)
