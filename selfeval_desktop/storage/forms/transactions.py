"""The transactions of an open ledger. One that writes moves the revision and the root digest along."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from selfeval_desktop.app.errors import FullLedger, OpenedReadOnly, SelfEvalError, UnwritableFile
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.storage.file import database, file_identity
from selfeval_desktop.storage.file.file_identity import OpenLedgerFile
from selfeval_desktop.storage.file.sqlite_errors import translating_sqlite_errors
from selfeval_desktop.storage.forms import change_log, contents, digests, kept_templates
from selfeval_desktop.storage.forms.change_log import ChangeRecord, Sitting
from selfeval_desktop.storage.forms.contents import LedgerHead
from selfeval_desktop.storage.forms.kept_templates import KeptTemplates
from selfeval_desktop.storage.forms.tables import forms, ledger, margins

_DIGESTED = select(*digests.FORM).where(forms.c.id.in_(bindparam("ids", expanding=True))).order_by(forms.c.id)
_MARGINS = select(*digests.MARGIN).where(margins.c.form_id.in_(bindparam("ids", expanding=True)))
_HEAD = select(ledger.c.revision, ledger.c.root_digest)
_ADVANCE = update(ledger).values(revision=bindparam("next"), root_digest=bindparam("next_root"))


class LedgerTransactions:
    """What is remembered of the ledger between two transactions: its head, the templates that it keeps, and its file."""

    def __init__(self, path: Path, connection: Connection, installed: Templates, *, may_write: bool) -> None:
        self._path, self._connection, self._may_write = path, connection, may_write
        # The transaction that failed last, for as long as it may stand in the file all the same.
        self._unsure: WriteTransaction | None = None
        with (
            translating_sqlite_errors(path),
            database.begin_transaction(connection) as transaction,
            digests.checking_pages(path),
        ):
            self.head = contents.check_root_digest(connection, path)
            self.templates = KeptTemplates(path, connection, installed)
            self.file = OpenLedgerFile(path, connection)
            self.size = database.size_in_bytes(connection)
            transaction.rollback()

    @property
    def state(self) -> tuple[int, str]:
        """Revision and root digest: what no other state of the ledger has."""
        return self.head.revision, self.head.root_digest

    @contextmanager
    def reading_transaction(self) -> Iterator[LedgerHead]:
        """One transaction that reads, and the head that stands in the file. LostLedger where the file is not ours any more.

        Ends without a commit: with that SQLite would wait until nobody else reads, though nothing was written.
        """
        self.file.refuse_wal_files()
        if self._may_write:
            self.file.resolve_new_journal()
        self.file.drop_stale_cache()
        with (
            self.file.waiting_once(),
            translating_sqlite_errors(self._path),
            database.begin_transaction(self._connection) as transaction,
        ):
            yield file_identity.refuse_other_ledger(self._connection, self._path, self.head)
            transaction.rollback()

    @contextmanager
    def writing_transaction(self) -> Iterator["WriteTransaction"]:
        """One transaction that writes. Nothing is kept of it when it fails, on disk or here."""
        step: WriteTransaction | None = None
        try:
            with self._locked_write_transaction() as step:
                yield step
        except UnwritableFile:
            if step is None or self._unsure is not step or not self._is_failed_step_stored():
                raise
            # All of it is in the file; only the end of its journal may not last. That of another step will.
            with self._locked_write_transaction():
                pass

    def catch_up(self) -> bool:
        """Adopt what another process stored, verified by its root digest; whether there was anything. LostLedger, DamagedLedger."""
        with self.reading_transaction() as found:
            self._resolve_unsure_step()
            file_identity.refuse_earlier_state(self._path, self.head, found)
            is_new = found != self.head
            if is_new or self.file.is_touched:
                self.head = contents.check_root_digest(self._connection, self._path)
                self.templates.reload_from_ledger(self._connection)
            self.file.remember_data_version()
        return is_new

    def give_back_free_pages(self) -> None:
        """Make the file smaller where that takes no time and is worth it; else, and where it fails, it stays as it is."""
        with suppress(SelfEvalError, sqlite3.Error):
            self.file.refuse_lost_file()
            self.file.give_back_free_pages()

    @contextmanager
    def _locked_write_transaction(self) -> Iterator["WriteTransaction"]:
        if not self._may_write:
            raise OpenedReadOnly(self._path)
        self.file.refuse_lost_file()
        self.file.resolve_new_journal()
        self.file.drop_stale_cache()
        with (
            self.file.waiting_once(),
            translating_sqlite_errors(self._path),
            database.begin_transaction(self._connection),
        ):
            self._resolve_unsure_step()
            file_identity.refuse_overtaken(self._connection, self._path, self.head)
            step = WriteTransaction(self._connection, self.templates)
            yield step
            step.write_log_and_head(self.head)
            self._refuse_outgrowing()
            self._unsure = step
        self.file.remember_file_times()
        self._advance_to_step(step)

    def _refuse_outgrowing(self) -> None:
        """FullLedger where the transaction makes the ledger larger than one may be."""
        size = database.size_in_bytes(self._connection)
        if size > max(database.MAX_BYTES, self.size):
            raise FullLedger(self._path, database.MAX_BYTES)
        self.size = size

    def _is_failed_step_stored(self) -> bool:
        """Whether the transaction that failed just now is stored all the same; False as long as that cannot be read."""
        try:
            with self.reading_transaction():
                return self._resolve_unsure_step()
        except SelfEvalError:
            return False

    def _resolve_unsure_step(self) -> bool:
        """Whether there was a failed transaction of which this was not known, and it is stored."""
        step = self._unsure
        if step is None:
            return False
        found = self._connection.execute(_HEAD).one()
        self._unsure = None
        is_stored = step.head is not None and found == (step.head.revision, step.head.root_digest)
        if is_stored:
            self._advance_to_step(step)
        return is_stored

    def _advance_to_step(self, step: "WriteTransaction") -> None:
        """Remember the head after a transaction that is stored."""
        assert step.head is not None
        self.head, self._unsure = step.head, None
        self.templates.add_stored_templates(step.kept)


class WriteTransaction:
    """One writing transaction: the row digests of what it touches, before and after, and its records for the change log.

    `before` and `added` sum up row digests, also of what is no form; `head` is the ledger's own row once it is done.
    `sitting` is what a single save may be joined to, and once it is done, what the next one may.
    """

    def __init__(self, connection: Connection, templates: KeptTemplates) -> None:
        self.connection = connection
        self.before = 0
        self.added = 0
        self.kept: list[Template] = []
        self.noted: list[ChangeRecord] = []
        self.sitting: Sitting | None = None
        self.head: LedgerHead | None = None
        self._templates = templates
        self._ids: list[int] = []

    def touch_forms(self, form_ids: Sequence[int]) -> Sequence[Row[Any]]:
        """Register the forms that will change; their digested columns as they are."""
        self._ids += form_ids
        found = self._digested_rows(form_ids)
        self.before += self._sum_form_digests(form_ids, found)
        return found

    def keep_template(self, template: Template) -> None:
        """Store that template with this transaction, unless the ledger has it."""
        if not self._templates.has_version((template.id, template.version)) and template not in self.kept:
            self.kept.append(template)
            self.added += kept_templates.store_templates(self.connection, [template])

    def write_log_and_head(self, known: LedgerHead) -> None:
        """Write the change log, and the ledger's own row after the one that is known."""
        logged = change_log.append_change_log(self.connection, self.noted, self.sitting)
        self.sitting = logged.sitting
        before = self.before + logged.before
        after = self._sum_form_digests(self._ids, self._digested_rows(self._ids)) + self.added + logged.after
        root = digests.updated_root_digest(known.root_digest, before=before, after=after)
        self.head = LedgerHead(known.document_id, known.revision + 1, root)
        self.connection.execute(_ADVANCE, {"next": self.head.revision, "next_root": self.head.root_digest})

    def _digested_rows(self, form_ids: Sequence[int]) -> Sequence[Row[Any]]:
        return self.connection.execute(_DIGESTED, {"ids": list(form_ids)}).all()

    def _sum_form_digests(self, form_ids: Sequence[int], digested: Sequence[Row[Any]]) -> int:
        """The sum of the row digests of these forms and their annotations."""
        return digests.sum_row_digests(digested) + digests.sum_row_digests(
            self.connection.execute(_MARGINS, {"ids": list(form_ids)})
        )
