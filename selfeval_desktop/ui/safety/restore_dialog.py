"""Which backup to restore, what is in it, and the name of the ledger that is made of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from selfeval_desktop.app.backups import ComparedForm, ComparisonResult, compare_with_present, parse_backup_name
from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.app.paper.file_names import ENDING, file_name
from selfeval_desktop.app.ports.safety import Backup, BackupReason, BackupSet, LedgerContents
from selfeval_desktop.ui.kit import files, theme
from selfeval_desktop.ui.kit.lines_view import LinesView
from selfeval_desktop.ui.kit.list_model import ColumnsModel, ListColumn
from selfeval_desktop.ui.kit.plain_text import PlainLabel
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.safety import backup_words as words
from selfeval_desktop.wording import errors, labels

_LIST_WIDTH = 235
_ROOM = 22
"""Beside a text of a list, in logical pixels."""
_PROJECT, _UNIT, _RESULT = 1, 2, 5
_RESULT_TONES = {
    ComparisonResult.SAME: "muted",
    ComparisonResult.CHANGED: "warning",
    ComparisonResult.MISSING: "warning",
    ComparisonResult.NEW: "hint",
}


@dataclass(frozen=True, slots=True)
class RestoreRequest:
    """The backup to restore, and the ledger to make of it."""

    backup: Path
    target: Path


@dataclass(frozen=True, slots=True)
class RestoreInput:
    """All backups by ledger, with those to begin with, and the backup to begin with, None for the newest.

    `present` is the open ledger, None where there is none to compare with; `folder` is where restored ledgers go.
    """

    sets: Sequence[BackupSet]
    chosen: BackupSet | None
    backup: Backup | None
    present: LedgerContents | None
    folder: Path


class BackupsModel(ColumnsModel[Backup]):
    """The backups of a ledger in the order in which they are shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent=parent)
        column = partial(ListColumn, tooltip=lambda each: str(each.path))
        self.set_columns(
            column(self.tr("备份时间"), words.backup_time),
            column(self.tr("缘由"), lambda each: words.backup_reason(each.reason)),
        )


class BackupFormsModel(ColumnsModel[ComparedForm]):
    """The forms of a backup, then those that only the ledger has."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent=parent)
        column = partial(ListColumn, colour=_form_colour)
        unnamed = self.tr("未填项目名称")
        self.set_columns(
            column(self.tr("年度"), lambda each: _year_text(each.form.summary.year)),
            column(self.tr("项目名称"), lambda each: each.form.summary.project_name.strip() or unnamed),
            column(self.tr("实施单位"), lambda each: each.form.summary.unit),
            column(self.tr("状态"), lambda each: labels.form_state_name(each.form.summary.state)),
            column(self.tr("改动时间"), lambda each: f"{each.form.changed:%Y-%m-%d %H:%M}"),
            ListColumn(self.tr("与现在比"), lambda each: words.comparison_label(each.result), colour=_result_colour),
        )


class RestoreDialog(TaskDialog):
    """Nothing is written here. `look` reads what a backup holds (SelfEvalError)."""

    def __init__(
        self, offer: RestoreInput, look: Callable[[Path], LedgerContents], parent: QWidget | None = None
    ) -> None:
        super().__init__("restoreDialog", self.tr("从备份恢复"), parent)
        self._offer, self._read_contents = offer, look
        self._is_readable, self._is_reading, self._has_named = False, False, False
        self._ledgers = name_widget(QComboBox(self), "restoreLedger", self.tr("台账"))
        self._other = name_widget(QPushButton(self.tr("其他文件…"), self), "restoreOther", self.tr("其他文件"))
        self.backups, self.forms = BackupsModel(self), BackupFormsModel(self)
        self._list = LinesView(self.backups, (0, 1), self._backup_column_widths, self)
        name_widget(self._list, "restoreBackups", self.tr("备份"))
        self._heading = name_widget(PlainLabel(self), "restoreHeading", self.tr("备份的内容"))
        self._held = LinesView(self.forms, (_PROJECT, _UNIT), self._form_column_widths, self)
        name_widget(self._held, "restoreForms", self.tr("备份的内容"))
        self._target = files.FileTarget("restore", self.tr("恢复成"), self._ask_target, self)
        self._target.browse.setAccessibleName(self.tr("浏览"))
        self._lay_out()
        self.add_note("restoreNote")
        self._ok = self.add_button("restoreOk", self.tr("恢复"), is_default=True)
        self.add_cancel()
        self.start_with_size(890, 500)
        self._connect_signals()
        self._fill_ledgers()

    def restore_request(self) -> RestoreRequest | None:
        """What is asked for; None while that is not complete."""
        backup, target = self._chosen_backup(), self._target
        if backup is None or not target.text or not self._is_readable:
            return None
        return RestoreRequest(backup.path, files.with_ending(target.path, ENDING))

    def _lay_out(self) -> None:
        label = PlainLabel(self.tr("台账的备份(&L)"), self)
        label.setBuddy(self._ledgers)
        top = QHBoxLayout()
        top.addWidget(label)
        top.addWidget(self._ledgers, 1)
        top.addWidget(self._other)
        self._list.setFixedWidth(_LIST_WIDTH)
        self._heading.setWordWrap(True)
        right = QVBoxLayout()
        right.addWidget(self._heading)
        right.addWidget(self._held, 1)
        middle = QHBoxLayout()
        middle.addWidget(self._list)
        middle.addLayout(right, 1)
        self._held.setColumnHidden(_RESULT, self._offer.present is None)
        name = PlainLabel(self.tr("恢复成(&T)"), self)
        name.setBuddy(self._target.line)
        self._target.insertWidget(0, name)
        for button in (self._other, self._target.browse):
            button.setAutoDefault(False)
        self.add_part(top)
        self.add_part(middle, 1)
        self.add_part(self._target)

    def _connect_signals(self) -> None:
        self._ledgers.currentIndexChanged.connect(self._show_set)
        self._list.selectionModel().currentRowChanged.connect(self._show_backup)
        self._list.activated.connect(lambda _index: self._target.line.setFocus())
        self._target.typed.connect(self._on_target_typed)
        self._other.clicked.connect(self._ask_file)

    def _fill_ledgers(self) -> None:
        """The list of the ledger asked for, with its backup chosen."""
        offer = self._offer
        for each in offer.sets:
            self._ledgers.addItem(words.backup_set_name(each), each.backups)
        if offer.chosen in offer.sets:
            self._ledgers.setCurrentIndex(offer.sets.index(offer.chosen))
        self._ledgers.setEnabled(len(offer.sets) > 1)
        self._show_set()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_set(self) -> None:
        backups: tuple[Backup, ...] = self._ledgers.currentData() or ()
        self.backups.show_rows(backups)
        wanted = self._offer.backup
        self._list.selectRow(backups.index(wanted) if wanted in backups else 0)
        if not backups:
            self._show_backup()

    def _chosen_backup(self) -> Backup | None:
        return self.backups.row_at(self._list.currentIndex())

    def _show_backup(self, _index: QModelIndex | None = None) -> None:
        """What is in the chosen backup; another may be chosen while that is read."""
        if self._is_reading:
            return
        self._is_reading = True
        try:
            self._read_and_show(shown := self._chosen_backup())
            while self._chosen_backup() != shown:
                self._read_and_show(shown := self._chosen_backup())
        finally:
            self._is_reading = False

    def _read_and_show(self, backup: Backup | None) -> None:
        """What is in it; a backup that cannot be read cannot be restored."""
        told = ""
        self._is_readable = False
        self.forms.show_rows(())
        self._heading.setText("")
        if backup is not None:
            try:
                found = compare_with_present(self._read_contents(backup.path), self._offer.present)
            except SelfEvalError as error:
                told = errors.error_sentence(error)
            else:
                self._is_readable = True
                self.forms.show_rows(found)
                self._heading.setText(words.backup_overview(found))
            self._propose_target(backup)
        self._update_note_and_button(told)

    def _propose_target(self, backup: Backup) -> None:
        """A name that is free, until the user has one of his own."""
        if not self._has_named:
            stem = self.tr("{0}-恢复-{1}").format(backup.ledger, f"{backup.moment:%Y%m%d-%H%M}")
            stem = file_name(stem)
            names = (stem, *(f"{stem}-{number}" for number in range(2, 100)))
            free = next((name for name in names if not (self._offer.folder / f"{name}{ENDING}").exists()), stem)
            self._target.show_path(self._offer.folder / f"{free}{ENDING}")

    def _on_target_typed(self) -> None:
        self._has_named = True
        self._update_note_and_button()

    def _update_note_and_button(self, told: str = "") -> None:
        """Say what will happen, or why nothing can be restored (`told`), and switch the button off then."""
        order = self.restore_request()
        taken = order is not None and order.target.exists()
        if self._chosen_backup() is None:
            told = self.tr("还没有备份。如果U盘上有，请点“其他文件…”。")
        elif taken:
            told = self.tr("已有这个名称的文件。恢复不替换任何文件，请换一个名称。")
        is_warning = bool(told)
        told = told or self.tr("恢复出来的是一个新的台账，现在的台账和这份备份都不改动。")
        self.show_note(told, "warning" if is_warning else "muted")
        self._ok.setEnabled(order is not None and not taken)

    def _ask_file(self) -> None:
        """A backup that lies elsewhere, such as on a stick, comes to the front of the list."""
        kinds = self.tr("台账和备份 (*{0})").format(ENDING)
        path = files.ask_open_file(self, self.tr("选择备份文件"), self._offer.folder, kinds)
        if path is None:
            return
        backup = parse_backup_name(path) or Backup(path, path.stem, _modification_time(path), 0, BackupReason.BY_HAND)
        self._ledgers.insertItem(0, str(path), (backup,))
        self._ledgers.setEnabled(True)
        self._ledgers.setCurrentIndex(0)

    def _ask_target(self) -> Path | None:
        kinds, title = self.tr("台账 (*{0})").format(ENDING), self.tr("恢复成")
        return files.ask_save_file(self, title, self._target.text, kinds, asks_before_replacing=False)

    def _backup_column_widths(self, room: int) -> tuple[int, ...]:
        when = self.fontMetrics().horizontalAdvance("2024-03-01 12:00") + _ROOM
        return when, room - when

    def _form_column_widths(self, room: int) -> tuple[int, ...]:
        width = self.fontMetrics().horizontalAdvance
        year, state, changed, fate = (
            width(text) + _ROOM
            for text in (self.tr("年度"), self.tr("可打印"), "2024-03-01 12:00", self.tr("备份里没有"))
        )
        fate = 0 if self._offer.present is None else fate
        left = room - year - state - changed - fate
        return year, left * 3 // 5, left - left * 3 // 5, state, changed, fate


def _modification_time(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone().replace(tzinfo=None)
    except OSError:
        return datetime.now().astimezone().replace(tzinfo=None)


def _year_text(year: int | None) -> str:
    return "" if year is None else str(year)


def _form_colour(found: ComparedForm) -> QColor | None:
    return theme.colour("muted") if found.result is ComparisonResult.NEW else None


def _result_colour(found: ComparedForm) -> QColor | None:
    muted = _form_colour(found)
    return muted or (theme.colour(_RESULT_TONES[found.result]) if found.result else None)
