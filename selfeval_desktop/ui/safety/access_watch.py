"""The open ledger's file, looked at every two seconds: changed or locked elsewhere, lost, read-only, on a stick."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from selfeval_desktop.app.errors import (
    ChangedElsewhere,
    DamagedLedger,
    LedgerInUse,
    LeftLock,
    LostLedger,
    SelfEvalError,
    UnfinishedStep,
    UnwritableFile,
)
from selfeval_desktop.app.ledger import conflicts
from selfeval_desktop.app.ledger.access import Medium
from selfeval_desktop.app.ledger.conflicts import Conflict, ConflictChoice, OutsideChange
from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.over_time.differences import find_differences
from selfeval_desktop.ui.document.autosave import SaveState, Saving
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.kit.lines_view import LinesView
from selfeval_desktop.ui.kit.message_bar import BarPlace, MessageBar, MessageOffer
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.printing.differences_model import AFTER, BEFORE, PLACE, DifferencesModel
from selfeval_desktop.ui.safety.ledger_commands import LedgerCommands
from selfeval_desktop.ui.safety.removable_media import medium_of
from selfeval_desktop.wording import errors
from selfeval_desktop.wording.translation import translate

LOOK_MS = 2000
_ABOUT = "file"
_WIDEST_PLACE = 230


def make_access_bar(parent: QWidget) -> MessageBar:
    """The line above the work for what stands against writing the ledger, or is to be minded where it lies."""
    place = BarPlace("accessBanner", "accessText", "access{}")
    return MessageBar(parent, place, translate("AccessBanner", "台账的读写"))


class AccessWatch(QObject):
    """Takes in what others store, so that a window that only reads follows the one that writes.

    It never looks while a dialog waits for an answer: what the dialog shows must be what the answer is about.
    """

    def __init__(self, document: Document, ledgers: LedgerCommands, banner: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._ledgers, self._banner, self._window = document, ledgers, banner, window
        self._trouble: type[SelfEvalError] | None = None
        self._put_off: Conflict | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.setObjectName("accessTimer")
        self._timer.timeout.connect(self.check_file)
        document.ledgerChanged.connect(self._on_ledger_changed)
        document.heard.connect(self._show_outside_changes)
        document.autosave.stateChanged.connect(self._on_saving)
        ledgers.resolve_conflict = self.ask_about_conflict

    def offers_for_error(self, error: SelfEvalError | None) -> list[MessageOffer]:
        """Buttons for the ways out of that error, other than trying again; none where it has none."""
        if isinstance(error, LostLedger | DamagedLedger):
            return [(self.tr("另存副本…"), self._ledgers.save_copy)]
        if isinstance(error, ChangedElsewhere):
            return [(self.tr("处理…"), self.ask_about_conflict)]
        if isinstance(error, UnfinishedStep) and self._document.read_only:
            return [(self.tr("再试一次"), self._ledgers.reopen_for_writing)]
        return []

    def check_file(self) -> None:
        """Take in what others stored meanwhile, or show what is wrong with the file."""
        document = self._document
        ledger = document.ledger
        if ledger is None or QApplication.activeModalWidget() is not None or document.autosave.is_composing:
            return
        try:
            if ledger.store.has_outside_changes():
                document.autosave.commit_editor_text()
                conflicts.adopt_outside_changes(ledger)
        except LedgerInUse:
            return
        except ChangedElsewhere:
            document.flush()
        except SelfEvalError as error:
            self._report_file_error(error)
        else:
            self._clear_file_error()

    def ask_about_conflict(self) -> bool:
        """Show what differs and let the user choose; whether the conflict is over."""
        ledger, state = self._document.ledger, self._document.form
        if ledger is None or state is None or ledger.conflict is None:
            return True
        conflict = self._put_off = ledger.conflict
        holder = ledger.store.lock_holder
        dialog = ConflictDialog(conflict, state.template, holder.who if holder else "", self._window)
        choice = dialog.ask_for(lambda: dialog.choice)
        if choice is not None:
            with self._document.reporting_errors():
                self._resolve_conflict(ledger, choice)
        return ledger.conflict is None

    def _resolve_conflict(self, ledger: LedgerSession, way: ConflictChoice) -> None:
        self._document.autosave.commit_editor_text()
        conflicts.resolve_conflict(ledger, way, self.tr("采用别处的内容"))
        self._document.autosave.save_now()
        self._document.messages.show_message(
            {
                ConflictChoice.BOTH: self.tr("两份都留下了：这里的内容在新表里，别处的仍在原表里。"),
                ConflictChoice.THEIRS: self.tr("已采用别处的内容，用“撤销”可以找回这里的。"),
                ConflictChoice.MINE: self.tr("已保留这里的内容，别处的在新表里。"),
            }[way],
            "ok",
        )

    def _on_ledger_changed(self) -> None:
        """Show what is to be known of the file of the ledger that is open now, if one is."""
        self._trouble, self._put_off = None, None
        self._banner.hide()
        ledger = self._document.ledger
        if ledger is None:
            self._timer.stop()
            return
        self._timer.start()
        if ledger.store.read_only:
            self._show_read_only(ledger)
        else:
            self._show_medium(medium_of(ledger.store.path))

    def _show_read_only(self, ledger: LedgerSession) -> None:
        obstacle, holder = self._document.obstacle, ledger.store.lock_holder
        again: MessageOffer = (self.tr("再试一次"), self._ledgers.reopen_for_writing)
        copy: MessageOffer = (self.tr("另存副本…"), self._ledgers.save_copy)
        match obstacle:
            case LeftLock():
                if holder:
                    text = self.tr("只读：{who} 在 {since} 打开后没有正常关闭，也可能还在使用。").format(
                        **holder._asdict()
                    )
                else:
                    text = self.tr("只读：台账旁边留有锁文件，可能有别的电脑正在使用。")
                text += self.tr("确认那里已经关闭，再继续编辑。")
                again = (self.tr("继续编辑"), self._ledgers.take_over)
            case UnwritableFile() if obstacle.path != ledger.store.path:
                text = self.tr("只读：{0}").format(errors.error_sentence(obstacle))
            case UnwritableFile():
                text = self.tr("只读：台账不能写入（{0}）。要修改，请另存副本。").format(
                    errors.system_reason(obstacle.reason)
                )
            case _ if holder:
                text = self.tr("只读：{who} 从 {since} 起正在使用这个台账。在那里关闭后可以再试。").format(
                    **holder._asdict()
                )
            case _:
                text = self.tr("只读：另一个窗口或程序正在使用这个台账。在那里关闭后可以再试。")
        self._banner.show_message(text, "warning", [again, copy])

    def _show_medium(self, medium: Medium) -> None:
        told = {
            Medium.NETWORK: self.tr("台账在网络位置上：网络断开时存不进去，请看着右下角的“已保存”，并常做备份。"),
            Medium.REMOVABLE: self.tr("台账在移动盘上：拔出之前请先关闭程序，以免丢失最后的改动。"),
        }
        if medium in told:
            self._banner.show_message(told[medium], "hint", [(self.tr("知道了"), self._banner.hide)])

    def _report_file_error(self, error: SelfEvalError) -> None:
        """Show the error once, until the file is in order again; not where a failed save shows it already."""
        is_told = self._trouble is type(error) or self._document.autosave.state.saving is Saving.FAILED
        self._trouble = type(error)
        if not is_told:
            self._document.messages.show_message(
                errors.error_sentence(error), "error", self.offers_for_error(error), about=_ABOUT
            )

    def _clear_file_error(self) -> None:
        """The file is in order again: store what could not be stored because of it."""
        if self._trouble is not None:
            self._trouble = None
            self._document.messages.clear_message(about=_ABOUT)
        state = self._document.autosave.state
        if state.saving is Saving.FAILED and isinstance(state.error, LostLedger | LedgerInUse):
            self._document.autosave.save_now()

    def _show_outside_changes(self, news: OutsideChange) -> None:
        ledger = self._document.ledger
        if ledger is None or (ledger.store.read_only and news is not OutsideChange.DELETED):
            return
        self._document.messages.show_message(
            {
                OutsideChange.OTHERS: self.tr("别处在这个台账里存入了改动，已经显示出来。"),
                OutsideChange.FORM: self.tr("这张表在别处改过并已存入，现在显示的是那里的内容。"),
                OutsideChange.DELETED: self.tr("刚才打开的表在别处删除了。"),
                OutsideChange.KEPT: self.tr("这张表在别处删除了，这里没有保存的内容另存成了一张新表。"),
            }[news],
            "hint" if news is OutsideChange.OTHERS else "warning",
        )

    def _on_saving(self, state: SaveState) -> None:
        """Ask about a new conflict once; when the user puts it off, the message bar offers to ask again."""
        ledger = self._document.ledger
        is_new = ledger is not None and ledger.conflict is not None and ledger.conflict is not self._put_off
        if state.saving is Saving.FAILED and isinstance(state.error, ChangedElsewhere) and is_new:
            QTimer.singleShot(0, self, self._ask_if_no_dialog)

    def _ask_if_no_dialog(self) -> None:
        if QApplication.activeModalWidget() is None:
            self.ask_about_conflict()


class ConflictDialog(TaskDialog):
    """One form, changed here and elsewhere: what differs, cell by cell, and which of both stays.

    `choice` is None while the user has not chosen. `other` names who stored the other, "" for nobody known.
    """

    def __init__(self, conflict: Conflict, template: Template, other: str, parent: QWidget | None = None) -> None:
        title = self.tr("两处都改了同一张表")
        super().__init__("conflictDialog", title, parent)
        self.choice: ConflictChoice | None = None
        found = find_differences(conflict.theirs, conflict.mine)
        about = self.add_text(self._conflict_text(conflict, other, len(found)), "heading")
        name_widget(about, "conflictAbout", title)
        model = DifferencesModel(self)
        model.name_compared_versions(self.tr("别处存入的"), self.tr("这里的"))
        model.show_differences(found, template)
        lines = LinesView(model, (PLACE, BEFORE, AFTER), self._column_widths, self)
        self.add_part(name_widget(lines, "conflictDifferences", self.tr("两处的不同")), 1)
        self.add_text(
            self.tr(
                "两份都留：别处的仍是这张表，这里的另成一张新表。采用别处的：用“撤销”可以找回这里的。"
                "保留这里的：别处的另成一张新表。"
            ),
            "muted",
        )
        self._add_choices()
        self.start_with_size(760, 460)

    def _add_choices(self) -> None:
        """A button for each choice, keeping both as the default on the right; far left the one that decides nothing."""
        row = QHBoxLayout()
        for name, text, way in (
            ("conflictBoth", self.tr("两份都留"), ConflictChoice.BOTH),
            ("conflictTheirs", self.tr("采用别处的"), ConflictChoice.THEIRS),
            ("conflictMine", self.tr("保留这里的"), ConflictChoice.MINE),
        ):
            button = self._make_button(name, text)
            button.clicked.connect(lambda _checked=False, way=way: self._accept_choice(way))
            row.insertWidget(0, button)
            if way is ConflictChoice.BOTH:
                button.setDefault(True)
                button.setFocus()
        later = self._make_button("conflictLater", self.tr("先不处理"))
        later.clicked.connect(self.reject)
        row.insertWidget(0, later)
        row.insertStretch(1, 1)
        self.add_part(row)

    def _conflict_text(self, conflict: Conflict, other: str, count: int) -> str:
        name = conflict.mine.project_name or self.tr("未填项目名称的表")
        who = f"{other} " if other else self.tr("别处")
        text = self.tr("“{name}”在这里还没有保存，{who}也改了并已存入，没有覆盖。")
        told = text.format(name=name, who=who)
        if count:
            return told + self.tr("两处有 {count} 处不同：").format(count=count)
        return told + self.tr("表里的内容相同，只有备注、理由等不同。")

    def _make_button(self, name: str, text: str) -> QPushButton:
        button = name_widget(QPushButton(text, self), name, text)
        button.setAutoDefault(False)
        return button

    def _accept_choice(self, way: ConflictChoice) -> None:
        self.choice = way
        self.accept()

    def _column_widths(self, room: int) -> tuple[int, ...]:
        place = min(_WIDEST_PLACE, room // 3)
        before = (room - place) // 2
        return place, before, room - place - before
