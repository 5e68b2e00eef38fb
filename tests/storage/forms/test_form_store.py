"""Forms go in and come out equal; states, ids and the root digest follow."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfeval_desktop import paths
from selfeval_desktop.app.errors import (
    FileExists,
    FileLoss,
    LedgerInUse,
    LostLedger,
    OpenedReadOnly,
    StaleLedger,
    UnknownForm,
    UnknownTemplate,
    UnwritableFile,
)
from selfeval_desktop.app.ports.forms import Draft, State
from selfeval_desktop.codec import form_json
from selfeval_desktop.codec.templates import TemplateFolder
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.storage.file import file_identity
from selfeval_desktop.storage.file.opening import SqliteLedgers
from selfeval_desktop.storage.forms.form_store import LedgerForms
from tests import builders
from tests.codec.strategies import forms, unread
from tests.storage.conftest import Open
from tests.storage.drafts import draft, faulty, release
from tests.systems import moves_open_files


def keys(form: Form) -> list[int]:
    return [row.key for row in form.indicators]


@settings(max_examples=40)
@given(st.lists(st.tuples(forms, unread), min_size=1, max_size=3))
def test_any_form_saved_and_loaded_is_equal(pairs: list[tuple[Form, dict[FieldRef, str]]]) -> None:
    drafts = [Draft(replace(form, unread=cells), draft().evaluation) for form, cells in pairs]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.selfeval"
        ledgers = SqliteLedgers(TemplateFolder(paths.template_folder()))
        store = ledgers.create_ledger_file(path)
        ids = store.insert_forms(drafts)
        store.close()
        store = ledgers.open_ledger_file(path)
        loaded = [store.load_form(form_id) for form_id in ids]
        store.verify()
        store.close()
    assert loaded == [one.form for one in drafts]
    assert [keys(form) for form in loaded] == [keys(one.form) for one in drafts]


def test_a_saved_form_replaces_the_old_one_whole(store: LedgerForms) -> None:
    (form_id,) = store.insert_forms([draft()])
    form = builders.complete_form()
    shorter = replace(form, funds={}, indicators=form.indicators[:1], project_name="新名称")
    store.save_form(form_id, draft(shorter))
    assert store.load_form(form_id) == shorter
    store.verify()


def test_keys_of_rows_stay_with_their_rows(store: LedgerForms) -> None:
    form = builders.complete_form()
    turned = replace(form, indicators=form.indicators[::-1])
    (form_id,) = store.insert_forms([draft(turned)])
    assert keys(store.load_form(form_id)) == [5, 4, 3, 2, 1]


def test_ids_follow_each_other_and_are_never_given_again(store: LedgerForms) -> None:
    assert store.insert_forms([draft(), draft()]) == (1, 2)
    store.move_to_bin([2])
    assert store.insert_forms([draft()]) == (3,)


def test_adding_nothing_changes_nothing(store: LedgerForms) -> None:
    assert store.insert_forms([]) == ()
    assert store.form_summaries() == ()


def test_the_list_shows_head_figures_and_findings(store: LedgerForms) -> None:
    one = draft(department="某区财政局", year=None)
    (form_id,) = store.insert_forms([one])
    (summary,) = store.form_summaries()
    assert (summary.form_id, summary.template, summary.project_name) == (form_id, "mof-2020", "宣传与推广")
    assert (summary.year, summary.unit, summary.department) == (None, "某区信访办公室", "某区财政局")
    assert summary.execution_rate == one.evaluation.execution_rate == Decimal(100)
    assert (summary.score_total, summary.grade) == (one.evaluation.score_total, one.evaluation.grade)
    assert (summary.errors, summary.state) == (1, State.DRAFT)


def test_a_part_of_the_list_is_as_in_the_whole(store: LedgerForms) -> None:
    store.insert_forms([draft(), faulty(), draft()])
    store.record_outputs([release(1), release(3)], "printed")
    store.move_to_bin([3])
    whole = store.form_summaries()
    assert store.form_summaries([2]) == whole[1:]
    assert store.form_summaries([1, 3]) == whole[:1]
    assert store.form_summaries([]) == ()


def test_a_form_without_errors_is_ready(store: LedgerForms) -> None:
    store.insert_forms([draft()])
    assert store.form_summaries()[0].state is State.READY


@pytest.mark.parametrize(("kind", "state"), [("printed", State.PRINTED), ("exported", State.EXPORTED)])
def test_a_recorded_form_tells_what_happened_and_when(store: LedgerForms, kind: str, state: State) -> None:
    store.insert_forms([draft()])
    store.record_outputs([release(1)], "printed")
    store.record_outputs([release(1)], "exported" if kind == "exported" else "printed")
    (summary,) = store.form_summaries()
    assert summary.state is state
    assert summary.state_since is not None
    assert summary.state_since.tzinfo is not None
    assert abs((datetime.now().astimezone() - summary.state_since).total_seconds()) < 3600


def test_a_form_changed_after_printing_says_so_until_it_is_as_printed_again(store: LedgerForms) -> None:
    store.insert_forms([draft()])
    store.record_outputs([release(1)], "printed")
    store.save_form(1, draft(project_name="另一个"))
    assert store.form_summaries()[0].state is State.CHANGED
    store.save_form(1, faulty())
    assert store.form_summaries()[0].state is State.DRAFT
    store.save_form(1, draft())
    assert store.form_summaries()[0].state is State.PRINTED


def test_a_draft_with_errors_is_not_recorded(store: LedgerForms) -> None:
    store.insert_forms([faulty(), draft()])
    store.record_outputs([release(1), release(2)], "exported")
    assert [summary.state for summary in store.form_summaries()] == [State.DRAFT, State.EXPORTED]
    store.record_outputs([release(1)], "exported")
    store.verify()


def test_a_deleted_form_is_gone_until_it_is_restored(store: LedgerForms) -> None:
    store.insert_forms([draft(), draft(project_name="第二个")])
    before = form_json.write_forms([store.load_form(2)]), store.form_summaries()
    store.move_to_bin([2])
    assert [summary.form_id for summary in store.form_summaries()] == [1]
    with pytest.raises(UnknownForm):
        store.load_form(2)
    store.verify()
    store.restore_from_bin([2])
    assert (form_json.write_forms([store.load_form(2)]), store.form_summaries()) == before
    store.verify()


@pytest.mark.parametrize("call", ["load", "save", "delete", "restore", "record"])
def test_a_form_that_never_was_is_unknown(store: LedgerForms, call: str) -> None:
    store.insert_forms([draft()])
    calls: dict[str, Callable[[], object]] = {
        "load": lambda: store.load_form(7),
        "save": lambda: store.save_form(7, draft()),
        "delete": lambda: store.move_to_bin([1, 7]),
        "restore": lambda: store.restore_from_bin([7]),
        "record": lambda: store.record_outputs([release(1), release(7)], "printed"),
    }
    with pytest.raises(UnknownForm) as caught:
        calls[call]()
    assert caught.value.form_id == 7
    assert [summary.state for summary in store.form_summaries()] == [State.READY]


def test_forms_are_added_all_or_none(store: LedgerForms) -> None:
    store.insert_forms([draft()])
    strange = Draft(replace(builders.complete_form(), template="unknown"), draft().evaluation)
    with pytest.raises(UnknownTemplate):
        store.insert_forms([draft(), strange])
    assert len(store.form_summaries()) == 1
    assert store.insert_forms([draft()]) == (2,)
    store.verify()


def test_a_full_disk_is_told_and_changes_nothing(store: LedgerForms) -> None:
    store.insert_forms([draft()])
    pages = store._connection.exec_driver_sql("PRAGMA page_count").scalar()
    store._connection.rollback()
    with store._connection.begin():
        store._connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    long = draft(project_name="长" * 90_000)
    with pytest.raises(UnwritableFile) as caught:
        store.save_form(1, long)
    assert caught.value.reason == "No space left on device"
    assert store.load_form(1) == builders.complete_form()
    with store._connection.begin():
        store._connection.exec_driver_sql("PRAGMA max_page_count=100000")
    store.save_form(1, long)
    assert store.load_form(1) == long.form


def test_a_ledger_opened_for_reading_takes_no_change(store: LedgerForms, opened: Open) -> None:
    store.insert_forms([draft()])
    reader = opened(store.path, read_only=True)
    assert reader.load_form(1) == builders.complete_form()
    reader.verify()
    assert reader.read_only
    assert not store.read_only
    assert reader.lock_holder is not None
    assert "@" in reader.lock_holder.who
    with pytest.raises(OpenedReadOnly):
        reader.record_outputs([release(1)], "printed")
    assert store.form_summaries()[0].state is State.READY


def test_a_reader_sees_what_was_saved_after_it_opened(store: LedgerForms, opened: Open) -> None:
    store.insert_forms([draft()])
    reader = opened(store.path, read_only=True)
    store.save_form(1, draft(project_name="新"))
    assert reader.load_form(1).project_name == "新"


def test_another_programs_change_is_not_overwritten(store: LedgerForms) -> None:
    store.insert_forms([draft()])
    with store._connection.begin():
        store._connection.exec_driver_sql("UPDATE ledger SET revision = 40")
    with pytest.raises(StaleLedger):
        store.save_form(1, draft(project_name="新"))
    assert store.load_form(1) == builders.complete_form()


@moves_open_files
def test_f14_a_ledger_moved_away_while_open_is_told_and_left_alone(store: LedgerForms, tmp_path: Path) -> None:
    store.insert_forms([draft()])
    moved = tmp_path / "moved.selfeval"
    store.path.rename(moved)
    before = moved.read_bytes()
    with pytest.raises(LostLedger) as caught:
        store.save_form(1, draft(project_name="新"))
    assert caught.value.loss is FileLoss.GONE
    assert moved.read_bytes() == before
    assert not store.path.exists()


def test_a_backup_is_a_ledger_of_its_own(store: LedgerForms, opened: Open, tmp_path: Path) -> None:
    store.insert_forms([draft(), faulty()])
    target = tmp_path / "备份.selfeval"
    store.back_up(target)
    store.save_form(1, draft(project_name="后来"))
    copied = opened(target)
    assert [copied.load_form(1), copied.load_form(2)] == [builders.complete_form(), faulty().form]
    assert sorted(entry.name for entry in tmp_path.iterdir() if entry.name.endswith(".tmp")) == []


def test_a_backup_replaces_no_file(store: LedgerForms, tmp_path: Path) -> None:
    target = tmp_path / "备份.selfeval"
    target.write_bytes(b"mine")
    with pytest.raises(FileExists):
        store.back_up(target)
    assert target.read_bytes() == b"mine"


def test_closing_twice_is_no_fault(store: LedgerForms) -> None:
    store.close()
    store.close()


def test_the_list_counts_what_was_carried_over_and_nobody_confirmed(store: LedgerForms) -> None:
    cells = (FieldRef.goal("expected"), FieldRef.indicator(0, "target"))
    form = edits.mark_origin(builders.complete_form(), cells, ValueOrigin.CARRIED)
    form = edits.mark_origin(form, [FieldRef.goal("actual")], ValueOrigin.IMPORTED)
    form = edits.set_note(form, FieldRef.goal("actual"), 'x":"carried","y":"carried"')
    ids = store.insert_forms([draft(form), draft()])
    assert [summary.waiting for summary in store.form_summaries()] == [2, 0]
    store.save_form(ids[0], draft(edits.confirm_cells(form, cells)))
    assert [summary.waiting for summary in store.form_summaries(ids[:1])] == [0]


def test_several_forms_are_replaced_together_or_not_at_all(store: LedgerForms) -> None:
    first, second = store.insert_forms([draft(), draft()])
    store.save_forms({first: draft(project_name="甲"), second: draft(project_name="乙")})
    assert [summary.project_name for summary in store.form_summaries()] == ["甲", "乙"]
    with pytest.raises(UnknownForm):
        store.save_forms({first: draft(project_name="丙"), 99: draft()})
    assert [summary.project_name for summary in store.form_summaries()] == ["甲", "乙"]
    store.verify()


def test_a_form_that_meets_a_reader_at_its_end_is_stored_once_the_reader_is_gone(
    store: LedgerForms, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_identity, "_PATIENCE", "PRAGMA busy_timeout=20")
    store.insert_forms([draft()])
    changed = draft(project_name="二")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM forms").fetchall()
        with pytest.raises(LedgerInUse):
            store.save_form(1, changed)
        reader.execute("ROLLBACK")
    store.save_form(1, changed)
    assert store.load_form(1).project_name == "二"
