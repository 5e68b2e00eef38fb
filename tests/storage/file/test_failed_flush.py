"""F03: a step is in the file, but its last flush failed: it is not told as saved before another has passed."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, event

from selfeval_desktop.app.errors import UnreadableFile, UnwritableFile
from selfeval_desktop.storage.forms.form_store import LedgerForms
from selfeval_desktop.storage.forms.transactions import WriteTransaction
from tests.storage.conftest import Open
from tests.storage.drafts import draft


@contextmanager
def folder_failing(store: LedgerForms, times: int) -> Iterator[list[str]]:
    """So many commits are done, and say that they are not, as when the folder cannot be flushed."""
    failed: list[str] = []

    def commit(connection: Connection) -> None:
        if len(failed) < times:
            failed.append("COMMIT")
            connection.exec_driver_sql("COMMIT")
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_DIR_FSYNC
            raise error

    event.listen(store._connection.engine, "commit", commit)
    try:
        yield failed
    finally:
        event.remove(store._connection.engine, "commit", commit)


def test_f03_forms_whose_flush_failed_once_are_there_once(store: LedgerForms, opened: Open) -> None:
    with folder_failing(store, 1) as failed:
        assert store.insert_forms([draft(project_name="甲")]) == (1,)
    assert failed
    assert store.insert_forms([draft(project_name="乙")]) == (2,)
    store.verify()
    store.close()
    assert [each.project_name for each in opened(store.path).form_summaries()] == ["甲", "乙"]


def test_f03_a_save_whose_flush_fails_again_is_refused_and_done_later(store: LedgerForms, opened: Open) -> None:
    store.insert_forms([draft()])
    with folder_failing(store, 2), pytest.raises(UnwritableFile):
        store.save_form(1, draft(project_name="甲"))
    store.save_form(1, draft(project_name="乙"))
    store.verify()
    store.close()
    assert opened(store.path).load_form(1).project_name == "乙"


def test_f03_what_cannot_be_looked_at_just_then_is_known_later(
    store: LedgerForms, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither is another program suspected, nor the form's template stored twice."""

    settle, calls = store._steps._resolve_unsure_step, iter(range(9))

    def fail_the_second_time() -> bool:
        if next(calls) == 1:
            raise UnreadableFile(store.path, "")
        return settle()

    with monkeypatch.context() as broken:
        broken.setattr(store._steps, "_resolve_unsure_step", fail_the_second_time)
        with folder_failing(store, 1), pytest.raises(UnwritableFile):
            store.insert_forms([draft(project_name="甲")])
    assert store.insert_forms([draft(project_name="乙")]) == (2,)
    store.verify()


def test_f03_a_step_that_is_not_in_the_file_is_refused(store: LedgerForms, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise UnwritableFile(store.path, "")

    with monkeypatch.context() as broken:
        broken.setattr(WriteTransaction, "write_log_and_head", fail)
        with pytest.raises(UnwritableFile):
            store.insert_forms([draft()])
    assert store.form_summaries() == ()
    assert store.insert_forms([draft()]) == (1,)


def test_f03_a_step_that_cannot_begin_is_refused_though_the_one_before_it_stands(
    store: LedgerForms, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(store._steps, "_is_failed_step_stored", lambda: False)
        with folder_failing(store, 1), pytest.raises(UnwritableFile):
            store.insert_forms([draft(project_name="甲")])

    def fail() -> None:
        raise UnwritableFile(store.path, "")

    with monkeypatch.context() as broken:
        broken.setattr(store._steps.file, "drop_stale_cache", fail)
        with pytest.raises(UnwritableFile):
            store.insert_forms([draft(project_name="乙")])
    assert store.insert_forms([draft(project_name="丙")]) == (2,)
    store.verify()


def test_f03_a_step_of_our_own_that_was_in_doubt_is_no_news(
    store: LedgerForms, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(store._steps, "_is_failed_step_stored", lambda: False)
        with folder_failing(store, 1), pytest.raises(UnwritableFile):
            store.insert_forms([draft(project_name="甲")])
    assert not store.load_outside_changes()
    assert store.insert_forms([draft(project_name="乙")]) == (2,)
