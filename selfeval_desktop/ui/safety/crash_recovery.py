"""Notes where the user is, in case this run ends without closing, and says at the start how the last runs ended."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject

from selfeval_desktop.app.ports.safety import RunRecord
from selfeval_desktop.app.settings import LedgerPosition
from selfeval_desktop.ui.document.autosave import SaveState, Saving
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.kit.message_bar import MessageOffer
from selfeval_desktop.wording import errors

_MOST_TEMPLATES = 3
_ABOUT = "last end"


class CrashRecovery(QObject):
    """`place` gives where the user is, None while no ledger is open; `open_ledger` opens one.

    A run that did not close is mentioned at each start until its ledger has been opened; one that left a recovery
    copy, until that copy has been opened.
    """

    def __init__(
        self,
        document: Document,
        place: Callable[[], LedgerPosition | None],
        open_ledger: Callable[[Path], None],
    ) -> None:
        super().__init__(document)
        self._document, self._place, self._open = document, place, open_ledger
        self._run_markers = document.services.run_markers
        self._before = self._run_markers.interrupted_runs()
        self._remember_places()
        self._run_marker = self._run_markers.begin_run()
        self._left = RunRecord()
        self._said = ""
        document.ledgerChanged.connect(self._reset_run_marker)
        document.autosave.stateChanged.connect(self._note_last_save)

    def note_recovery_copy(self, path: Path) -> None:
        """A recovery copy was written to `path`: the next run is to say so."""
        self._write_run_marker(replace(self._left, rescued=path))

    def mark_clean_end(self) -> None:
        """The window is closed as it should be."""
        self._run_marker.mark_ended()

    def report_last_runs(self) -> None:
        """Say, in one message, what is to be known before the work goes on."""
        told: list[str] = []
        offers: list[MessageOffer] = []
        for left in self._before:
            if left.rescued is not None and left.rescued.is_file():
                told.append(self._recovery_copy_words(left))
                offers.append(self._offer_to_open(left.rescued))
        failed = self._failed_backup_words()
        tone = "warning" if told or failed else "hint"
        told = told or list(filter(None, [self._said])) or self._end_words(offers)
        told += failed + self._settings_words()
        bad = self._document.services.passed_over_templates()
        told += map(errors.template_passed_over, bad[:_MOST_TEMPLATES])
        if told:
            self._document.messages.show_message("".join(told), tone, offers[:2], about=_ABOUT)

    def on_ledger_opened(self, path: Path) -> None:
        """Say how the last run with that ledger ended, if it did not close, and forget it."""
        here = [left for left in self._before if path in (left.rescued, _ledger_path_of(left))]
        for left in here:
            if left.rescued is None or left.rescued == path or not left.rescued.is_file():
                self._dismiss_run(left)
        ends = [left for left in here if left.rescued is None]
        if ends:
            self._said = self._closed_words(ends[-1].saved_at)
            self._document.messages.show_message(self._said, "hint", about=_ABOUT)

    def _end_words(self, offers: list[MessageOffer]) -> list[str]:
        """How the last run ended; runs whose ledger is gone or that had none are then forgotten."""
        words: list[str] = []
        for left in self._before:
            ledger = _ledger_path_of(left)
            if ledger is None:
                words = [self.tr("上次没有正常结束；当时没有打开台账。")]
            else:
                words = [self._ended_words(ledger, left.saved_at)]
            offers[:] = [self._offer_to_open(ledger)] if ledger and ledger.is_file() else []
            if not offers:
                self._dismiss_run(left)
        return words

    def _failed_backup_words(self) -> list[str]:
        """The backups that could not be made after a ledger was closed; those that were cut off are begun anew."""
        closing_backups = self._document.services.closing_backups
        closing_backups.resume_backups()
        text = self.tr("上次关闭台账“{0}”后没有备份成：{1}台账里的内容不受影响，打开台账时会再备份。")
        return [text.format(each.ledger.stem, each.sentence) for each in closing_backups.take_failures()]

    def _settings_words(self) -> list[str]:
        settings = self._document.services.settings
        if settings.damaged_copy is not None:
            text = self.tr("设置文件读不懂，改用默认设置；原来的留在 {0}。表的内容不受影响。")
            return [text.format(settings.damaged_copy)]
        if settings.unwritable_path is not None:
            text = self.tr("设置写不进 {0}，这次的选择下次不会记得。表的内容不受影响。")
            return [text.format(settings.unwritable_path)]
        return []

    def _recovery_copy_words(self, left: RunRecord) -> str:
        ledger = _ledger_path_of(left)
        text = self.tr("上次结束时台账“{0}”写不进去，最后的改动另存在 {1}。")
        return text.format(ledger.stem if ledger else "", left.rescued)

    def _ended_words(self, ledger: Path, saved_at: datetime | None) -> str:
        if saved_at is None:
            return self.tr("上次没有正常结束，台账“{0}”没有关闭。").format(ledger.stem)
        text = self.tr("上次没有正常结束，台账“{0}”没有关闭；最后保存于 {1}。")
        return text.format(ledger.stem, _clock_time(saved_at))

    def _closed_words(self, saved_at: datetime | None) -> str:
        if saved_at is None:
            return self.tr("上次没有正常关闭；内容完整，与上次存好时一样。")
        return self.tr("上次没有正常关闭；最后保存于 {0}，内容完整。").format(_clock_time(saved_at))

    def _offer_to_open(self, ledger: Path) -> MessageOffer:
        return (self.tr("打开 {0}").format(ledger.name), lambda: self._open(ledger))

    def _dismiss_run(self, left: RunRecord) -> None:
        self._run_markers.discard_run(left)
        self._before = tuple(each for each in self._before if each != left)

    def _remember_places(self) -> None:
        """Where the user was when the last run ended is where the ledger opens."""
        settings = self._document.services.settings
        for left in self._before:
            if left.place is not None and left.rescued is None:
                settings.change_settings(places=settings.load_settings().with_position(left.place).places)

    def _reset_run_marker(self) -> None:
        """Note which ledger is open now, or none; while there is a recovery copy, the ledger of that copy."""
        place = self._left.place if self._left.rescued else self._place()
        self._write_run_marker(RunRecord(place, None, self._left.rescued))

    def _note_last_save(self, state: SaveState) -> None:
        if state.saving is Saving.SAVED:
            self._write_run_marker(replace(self._left, place=self._place(), saved_at=state.at))

    def _write_run_marker(self, left: RunRecord) -> None:
        if left != self._left:
            self._left = left
            self._run_marker.record_state(left)


def _ledger_path_of(left: RunRecord) -> Path | None:
    return Path(left.place.ledger) if left.place is not None else None


def _clock_time(at: datetime) -> str:
    """The time, with the day when it is not today."""
    is_today = at.date() == datetime.now().astimezone().date()
    return f"{at:%H:%M}" if is_today else f"{at:%Y-%m-%d %H:%M}"
