"""All that an open ledger stores; each call is one transaction."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from sqlalchemy import Connection, delete, insert, select

from selfeval_desktop.app.errors import DamagedLedger, LedgerDamage
from selfeval_desktop.app.ledger.templates import template_of
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.app.ports.forms import DeletedForm, Draft, FindingCounts, FormSummary
from selfeval_desktop.app.ports.ledgers import LedgerSize, LedgerStructure, LockHolder
from selfeval_desktop.app.ports.output_events import EventKind, FrozenCopy, OutputEvent, OutputRecord, ReceiverAnswer
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.form_texts import Texts, form_to_texts
from selfeval_desktop.domain.form.units import Unit
from selfeval_desktop.domain.over_time.change_history import HistoryAction, HistoryEntry
from selfeval_desktop.domain.over_time.library import KnownIndicator, WrittenReason
from selfeval_desktop.storage.copies.ledger_copy import duplicate_ledger
from selfeval_desktop.storage.file import atomic_write, database, file_identity
from selfeval_desktop.storage.file.file_lock import FileLock, read_lock_holder
from selfeval_desktop.storage.file.sqlite_errors import translating_sqlite_errors
from selfeval_desktop.storage.forms import (
    answers,
    change_log,
    contents,
    digests,
    library,
    listing,
    logged_history,
    output_events,
    rows,
)
from selfeval_desktop.storage.forms.change_log import ChangeRecord, LastStored
from selfeval_desktop.storage.forms.tables import rules_off, units
from selfeval_desktop.storage.forms.transactions import LedgerTransactions, WriteTransaction

_PAGE = 100
"""How many entries of a history are read in one transaction."""
_UNITS = select(*digests.UNIT)
_RULES_OFF = select(*digests.RULE_OFF)


class LedgerForms:
    """The port FormStore over one open SQLite file; `lock` is None when it was opened for reading only."""

    def __init__(self, path: Path, connection: Connection, lock: FileLock | None, installed: Templates) -> None:
        self._path = path
        self._connection = connection
        self._lock = lock
        self._steps = LedgerTransactions(path, connection, installed, may_write=lock is not None)
        self._last = LastStored()

    @property
    def path(self) -> Path:
        return self._path

    @property
    def document_id(self) -> str:
        return self._steps.head.document_id

    @property
    def templates(self) -> Templates:
        return self._steps.templates

    @property
    def read_only(self) -> bool:
        return self._lock is None

    @property
    def lock_holder(self) -> LockHolder | None:
        return read_lock_holder(self._path)

    @property
    def size(self) -> LedgerSize:
        return LedgerSize(self._steps.size, database.MAX_BYTES)

    def has_outside_changes(self) -> bool:
        return self._steps.file.has_news()

    def load_outside_changes(self) -> bool:
        return self._steps.catch_up()

    def copy_readable_content(self, target: Path) -> bool:
        with atomic_write.staged_new_file(target) as temp:
            with translating_sqlite_errors(target):
                self._steps.file.copy_to_new_file(temp)
            with (
                database.connect(temp, "ro") as copied,
                translating_sqlite_errors(target),
                copied.begin(),
            ):
                found = file_identity.refuse_other_ledger(copied, target, self._steps.head)
                contents.verify_contents(copied, target)
        return not file_identity.is_earlier_state(self._steps.head, found)

    def form_summaries(self, form_ids: Sequence[int] | None = None) -> tuple[FormSummary, ...]:
        with self._steps.reading_transaction():
            return listing.read_form_summaries(self._connection, self._path, form_ids)

    def load_form(self, form_id: int) -> Form:
        with self._steps.reading_transaction():
            return contents.read_stored_form(self._connection, self._path, form_id)

    def load_forms(self, form_ids: Sequence[int]) -> tuple[Form, ...]:
        with self._steps.reading_transaction():
            return contents.read_stored_forms(self._connection, self._path, form_ids)

    def indicator_targets(self, form_ids: Sequence[int]) -> Mapping[int, tuple[tuple[str, str], ...]]:
        with self._steps.reading_transaction():
            return library.read_targets_by_form(self._connection, form_ids)

    def insert_forms(self, drafts: Sequence[Draft]) -> tuple[int, ...]:
        with self._steps.writing_transaction() as step:
            ids = listing.next_form_ids(step.connection, len(drafts))
            step.touch_forms(ids)
            for form_id, draft in zip(ids, drafts, strict=True):
                values = self._form_row_values(step, draft)
                listing.insert_form(step.connection, form_id, values, draft.form)
                step.noted.append(ChangeRecord(form_id, HistoryAction.ADDED, str(values["digest"]), (), draft.ancestor))
        return ids

    def save_form(self, form_id: int, draft: Draft) -> None:
        self.save_forms({form_id: draft})

    def save_forms(self, drafts: Mapping[int, Draft]) -> None:
        with self._steps.writing_transaction() as step:
            listing.refuse_unknown_forms(step.touch_forms(list(drafts)), list(drafts))
            former = self._former_texts(step.connection, list(drafts))
            step.sitting = self._last.open_sitting(self._steps.state)
            stored = {}
            for before, (form_id, draft) in zip(former, drafts.items(), strict=True):
                values = self._form_row_values(step, draft)
                stored[form_id] = change_log.stored_texts(draft.form, values)
                step.noted += change_log.change_records(form_id, before, stored[form_id], values)
                listing.replace_form(step.connection, form_id, values, draft.form)
        self._last = LastStored(self._steps.state, stored, step.sitting) if len(stored) == 1 else LastStored()

    def move_to_bin(self, form_ids: Sequence[int]) -> None:
        with self._steps.writing_transaction() as step:
            found = step.touch_forms(form_ids)
            listing.refuse_unknown_forms(found, form_ids)
            listing.mark_deleted(step.connection, form_ids, rows.current_time_text())
            step.noted += [ChangeRecord(row.id, HistoryAction.DELETED, row.digest) for row in found]

    def restore_from_bin(self, form_ids: Sequence[int]) -> None:
        with self._steps.writing_transaction() as step:
            found = step.touch_forms(form_ids)
            listing.refuse_unknown_forms(found, form_ids, deleted_too=True)
            listing.mark_deleted(step.connection, form_ids, None)
            step.noted += [ChangeRecord(row.id, HistoryAction.RESTORED, row.digest) for row in found if row.deleted_at]
            for form_id in form_ids:
                contents.read_stored_form(step.connection, self._path, form_id)

    def record_outputs(self, records: Sequence[OutputRecord], kind: EventKind) -> None:
        form_ids = [record.form_id for record in records]
        with self._steps.writing_transaction() as step:
            found = step.touch_forms(form_ids)
            listing.refuse_unknown_forms(found, form_ids)
            unfinished = {row.id for row in found if row.errors}
            gone = [record for record in records if record.form_id not in unfinished]
            for record in gone:
                step.keep_template(template_of(record.form, self._steps.templates))
            step.added += output_events.store_output_events(step.connection, gone, kind, self._steps.templates)
            digests = {row.id: row.digest for row in found}
            step.noted += [ChangeRecord(each.form_id, HistoryAction(kind), digests[each.form_id]) for each in gone]

    def output_events(self, form_id: int) -> tuple[OutputEvent, ...]:
        with self._steps.reading_transaction():
            return output_events.output_events_of_form(self._connection, self._path, form_id)

    def output_events_by_code(self, code: str) -> tuple[OutputEvent, ...]:
        with self._steps.reading_transaction():
            return output_events.output_events_with_code(self._connection, self._path, code)

    def load_frozen_copy(self, event_id: int) -> FrozenCopy:
        with self._steps.reading_transaction():
            return output_events.read_frozen_copy(self._connection, self._path, event_id)

    def receiver_answers(self, form_id: int) -> Mapping[int, ReceiverAnswer]:
        with self._steps.reading_transaction():
            return answers.read_answers_of_form(self._connection, self._path, form_id)

    def save_answer(self, event_id: int, answer: ReceiverAnswer) -> None:
        with self._steps.writing_transaction() as step:
            step.before += answers.sum_answer_digests(step.connection, event_id)
            answers.replace_answer(step.connection, event_id, answer)
            step.added += answers.sum_answer_digests(step.connection, event_id)

    def reporting_units(self) -> tuple[Unit, ...]:
        with self._steps.reading_transaction():
            return contents.reporting_units(self._connection, self._path)

    def replace_units(self, kept: Sequence[Unit]) -> None:
        with self._steps.writing_transaction() as step:
            step.before += digests.sum_row_digests(step.connection.execute(_UNITS))
            step.connection.execute(delete(units))
            if kept:
                step.connection.execute(insert(units), rows.unit_values(kept))
            step.added += digests.sum_row_digests(step.connection.execute(_UNITS))

    def rules_off(self) -> frozenset[str]:
        with self._steps.reading_transaction():
            return contents.read_rules_off(self._connection, self._path)

    def save_rules_off(self, codes: Collection[str], counts: Mapping[int, FindingCounts]) -> None:
        with self._steps.writing_transaction() as step:
            listing.refuse_unknown_forms(step.touch_forms(list(counts)), list(counts))
            listing.update_counts(step.connection, counts)
            step.before += digests.sum_row_digests(step.connection.execute(_RULES_OFF))
            step.connection.execute(delete(rules_off))
            if codes:
                step.connection.execute(insert(rules_off), [{"code": code} for code in sorted(codes)])
            step.added += digests.sum_row_digests(step.connection.execute(_RULES_OFF))

    def deviation_reasons(self, form_id: int) -> tuple[WrittenReason, ...]:
        with self._steps.reading_transaction():
            return library.read_written_reasons(self._connection, self._path, form_id)

    def known_indicators(self, form_id: int) -> tuple[KnownIndicator, ...]:
        with self._steps.reading_transaction():
            return library.read_known_indicators(self._connection, self._path, form_id, self._steps.templates)

    def ledger_structure(self) -> LedgerStructure:
        with self._steps.reading_transaction():
            return contents.read_ledger_structure(self._connection)

    def deleted_forms(self) -> tuple[DeletedForm, ...]:
        with self._steps.reading_transaction():
            return listing.read_deleted_forms(self._connection, self._path)

    def form_history(self, form_id: int) -> Iterator[HistoryEntry]:
        texts, before = None, None
        while True:
            with self._steps.reading_transaction():
                if texts is None:
                    present = contents.read_stored_form(self._connection, self._path, form_id, deleted_too=True)
                    texts = dict(form_to_texts(present))
                page, before = logged_history.read_history_page(
                    self._connection, self._path, form_id, texts, before, _PAGE
                )
            yield from page
            if len(page) < _PAGE:
                return

    def form_at_entry(self, form_id: int, sequence: int) -> Form:
        with self._steps.reading_transaction():
            present = contents.read_stored_form(self._connection, self._path, form_id)
            return logged_history.form_after_entry(self._connection, self._path, present, form_id, sequence)

    def verify(self, progress: Progress = ignore_progress) -> None:
        self._steps.file.refuse_lost_file()
        # Over a connection of its own: a progress dialog may read meanwhile.
        with (
            translating_sqlite_errors(self._path),
            database.connect(self._path, "ro") as own,
            own.begin(),
        ):
            if not database.is_whole(own):
                raise DamagedLedger(self._path, LedgerDamage.PAGES)
            head = contents.verify_contents(own, self._path, progress)
        file_identity.refuse_earlier_state(self._path, self._steps.head, head)

    def verify_next_forms(self, after: int | None, most: int) -> int | None:
        with self._steps.reading_transaction():
            return digests.verify_next_forms(self._connection, self._path, after, most)

    def verify_next_entries(self, after: int, most: int) -> int | None:
        with self._steps.reading_transaction():
            return logged_history.verify_next_entries(self._connection, self._path, after, most)

    def back_up(self, target: Path, progress: Progress = ignore_progress) -> None:
        self._steps.file.refuse_lost_file()
        duplicate_ledger(self._path, target, progress)

    def close(self) -> None:
        if self._lock and not self._connection.closed:
            self._steps.give_back_free_pages()
        self._connection.close()
        self._steps.file.forget()
        if self._lock:
            self._lock.release()

    def _former_texts(self, connection: Connection, form_ids: Sequence[int]) -> Sequence[Texts]:
        """The forms as they are stored; those of the last `save_forms` are remembered, as autosave comes again soon."""
        known = self._last.known_form_texts(self._steps.state, form_ids)
        return known or [form_to_texts(form) for form in contents.read_stored_forms(connection, self._path, form_ids)]

    def _form_row_values(self, step: WriteTransaction, draft: Draft) -> rows.Values:
        template = template_of(draft.form, self._steps.templates)
        step.keep_template(template)
        return {
            **rows.form_values(draft, template_version=template.version),
            "changed_at": rows.current_time_text(),
        }
