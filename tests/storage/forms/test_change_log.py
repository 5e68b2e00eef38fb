"""The change log: every step is in it, every earlier state comes back from it, and no change of it goes unseen."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selfeval_desktop.app.errors import DamagedLedger, LedgerDamage, StaleLedger, UnknownForm
from selfeval_desktop.app.ports.forms import Draft, FindingCounts
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.form_texts import TextChange
from selfeval_desktop.domain.over_time.change_history import BEGINNING, Ancestor, HistoryAction
from selfeval_desktop.storage.file.opening import SqliteLedgers
from selfeval_desktop.storage.forms import change_log, rows
from selfeval_desktop.storage.forms.form_store import LedgerForms
from tests.builders import complete_form, mof_2020, with_fund
from tests.storage.conftest import Open
from tests.storage.drafts import draft, faulty, history, release

LEDGERS = Path(__file__).parents[2] / "ledgers"
ACTUAL = FieldRef.indicator(2, "actual")
EDITS: Sequence[Callable[[Form], Form]] = (
    lambda form: edits.set_cell(form, FieldRef.fund("total", "annual"), "12万"),
    lambda form: edits.set_cell(form, FieldRef.fund("other", "executed"), "一百"),
    lambda form: edits.set_cell(form, FieldRef.head("year"), "去年"),
    lambda form: edits.set_cell(form, FieldRef.head("budget_note", extra=True), "追加 “=1+1”"),
    lambda form: edits.set_cell(form, FieldRef.goal("actual"), ""),
    lambda form: edits.set_cell(form, FieldRef.indicator(0, "weight"), "十") if form.indicators else form,
    lambda form: edits.set_note(form, FieldRef.goal("expected"), "问过"),
    lambda form: edits.mark_origin(form, [FieldRef.head("unit")], ValueOrigin.CARRIED),
    lambda form: edits.insert_row(form, 0),
    lambda form: edits.delete_rows(form, [0]),
    lambda form: edits.move_row(form, 0, len(form.indicators)) if form.indicators else form,
    lambda form: edits.duplicate_rows(form, [0]) if form.indicators else form,
    lambda form: with_fund(form, "carried_over"),
)


def typed(form: Form, cell: FieldRef, text: str) -> Draft:
    return draft(edits.set_cell(form, cell, text))


def kinds(store: LedgerForms, form_id: int) -> list[HistoryAction]:
    """What was done to a form, the newest first."""
    return [entry.did for entry in history(store, form_id)]


def spoilt(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture
def worked_on(store: LedgerForms, path: Path) -> Path:
    """A closed ledger of two forms, the first of which was changed three times."""
    store.insert_forms([draft(), draft(project_name="二")])
    for text in ("98%", "99%", "100.5%"):
        store.save_form(1, typed(complete_form(), ACTUAL, text))
    store.close()
    return path


def test_a_saved_cell_is_told_with_both_texts_the_moment_and_the_user(
    store: LedgerForms, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "lina")
    monkeypatch.setattr(rows, "current_time_text", lambda: "2024-03-01T12:00:00+08:00")
    store.insert_forms([draft()])
    store.save_form(1, typed(complete_form(), ACTUAL, "99%"))
    entry = history(store, 1)[0]
    assert entry.changes == (TextChange("indicators[3].actual", "100%", "99%"),)
    assert (entry.sequence, entry.did, entry.who) == (2, HistoryAction.CHANGED, "lina")
    assert entry.at.isoformat() == "2024-03-01T12:00:00+08:00"


def test_every_kind_of_step_is_told(store: LedgerForms) -> None:
    store.insert_forms([draft(), draft(project_name="二"), faulty()])
    store.save_forms({1: draft(year=2020), 2: draft(year=2021)})
    store.move_to_bin([1])
    store.restore_from_bin([1, 2])
    store.record_outputs([release(1), release(3)], "printed")
    store.record_outputs([release(2)], "exported")
    assert kinds(store, 1) == [
        HistoryAction.PRINTED,
        HistoryAction.RESTORED,
        HistoryAction.DELETED,
        HistoryAction.CHANGED,
        HistoryAction.ADDED,
    ]
    assert kinds(store, 2) == [HistoryAction.EXPORTED, HistoryAction.CHANGED, HistoryAction.ADDED]
    assert kinds(store, 3) == [HistoryAction.ADDED]
    store.verify()


def test_what_changes_no_form_is_not_told(store: LedgerForms) -> None:
    store.insert_forms([draft()])
    store.save_form(1, draft())
    store.save_rules_off({"K43"}, {1: FindingCounts(0, 7, 2)})
    store.replace_units(())
    assert kinds(store, 1) == [HistoryAction.ADDED]
    store.verify()


def test_a_new_version_of_the_template_is_a_change(store: LedgerForms) -> None:
    store.insert_forms([draft()])
    before = store.load_form(1)
    newer = replace(mof_2020(), version=2)
    store._steps.templates._installed = _Only(newer)  # type: ignore[assignment]
    store.save_form(1, draft(replace(before, template_version=None)))
    assert history(store, 1)[0].changes == (TextChange("template_version", "1", "2"),)
    assert store.form_at_entry(1, 1).template_version == 1


def test_a_step_that_fails_leaves_no_entry(store: LedgerForms) -> None:
    store.insert_forms([draft()])
    with pytest.raises(UnknownForm):
        store.save_forms({1: draft(year=2020), 9: draft()})
    store.save_form(1, draft(year=2021))
    assert [change.before for change in history(store, 1)[0].changes] == ["2023"]
    store.verify()


def test_a_form_says_what_it_was_made_from(store: LedgerForms) -> None:
    store.insert_forms([draft()])
    store.save_form(1, draft(year=2020))
    store.insert_forms(
        [replace(draft(), ancestor=Ancestor(1, 1)), replace(draft(), ancestor=Ancestor(1)), draft(year=2024)]
    )
    restored, copied, own = (history(store, form_id)[-1].ancestor for form_id in (2, 3, 4))
    assert (restored, copied, own) == (Ancestor(1, 1), Ancestor(1), None)
    assert restored is not None
    assert restored.at == history(store, 1)[-1].at


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(EDITS), max_size=12), st.integers(0, 12))
def test_every_earlier_state_comes_back_as_it_was_stored(
    store: LedgerForms, path: Path, steps: Sequence[Callable[[Form], Form]], other: int
) -> None:
    """Any list of edits, one of them of another ledger session: whatever was stored can be had again."""
    (form_id,) = store.insert_forms([draft()])
    stored = {history(store, form_id)[0].sequence: store.load_form(form_id)}
    for number, edit in enumerate(steps):
        if number == other:
            store.record_outputs([release(form_id)], "printed")
        form = edit(store.load_form(form_id))
        store.save_form(form_id, Draft(form, evaluate(form, mof_2020())))
        stored[history(store, form_id)[0].sequence] = store.load_form(form_id)
    for sequence, form in stored.items():
        state = store.form_at_entry(form_id, sequence)
        assert state.same_as(form)
        assert [row.key for row in state.indicators] == [row.key for row in form.indicators]
    store.verify()


def test_an_older_ledger_begins_with_an_empty_log_and_goes_on_from_there(path: Path, opened: Open) -> None:
    path.write_bytes((LEDGERS / "0006.selfeval").read_bytes())
    store = opened(path)
    before = store.load_form(1)
    assert history(store, 1) == ()
    store.save_form(1, draft(edits.set_cell(before, ACTUAL, "1%")))
    assert kinds(store, 1) == [HistoryAction.CHANGED]
    assert store.form_at_entry(1, BEGINNING).same_as(before)
    store.verify()


def test_the_released_schema_still_tells_its_history(path: Path, opened: Open) -> None:
    path.write_bytes((LEDGERS / "0007.selfeval").read_bytes())
    store = opened(path)
    assert kinds(store, 2) == [HistoryAction.CHANGED] * 6
    assert store.form_at_entry(2, 1).indicators[0].actual == "98%"
    assert store.form_at_entry(2, 4).indicators[0].level3 == "回访次数"
    assert [each.form_id for each in store.deleted_forms()] == [5, 4]
    store.restore_from_bin([5])
    assert history(store, 5)[-1].ancestor == Ancestor(2, 1)


def test_f58_a_clock_set_back_does_not_change_the_order(store: LedgerForms, monkeypatch: pytest.MonkeyPatch) -> None:
    store.insert_forms([draft()])
    for moment, text in (("2024-03-01T12:00:00+08:00", "1%"), ("2019-01-01T00:00:00+08:00", "2%")):
        monkeypatch.setattr(rows, "current_time_text", lambda moment=moment: moment)
        store.save_form(1, typed(complete_form(), ACTUAL, text))
    last, former, _ = history(store, 1)
    assert (last.changes[0].after, former.changes[0].after) == ("2%", "1%")
    assert store.form_at_entry(1, former.sequence).indicators[2].actual == "1%"
    store.verify()


def test_another_program_that_wrote_meanwhile_is_seen_before_its_state_is_taken_for_ours(
    store: LedgerForms, path: Path
) -> None:
    store.insert_forms([draft()])
    store.save_form(1, draft(year=2020))
    spoilt(path, "UPDATE ledger SET revision = revision + 1")
    with pytest.raises(StaleLedger):
        store.save_form(1, draft(year=2021))


def test_what_was_stored_last_is_known_of_that_ledger_and_that_form_only() -> None:
    texts = {"year": "2023"}
    last = change_log.LastStored((1, "a"), {1: texts})
    assert last.known_form_texts((1, "a"), [1]) == [texts]
    assert last.known_form_texts((1, "b"), [1]) == last.known_form_texts((1, "a"), [1, 2]) == ()


@pytest.mark.parametrize(
    "change",
    [
        """UPDATE changes SET content = replace(content, '98%', '97%') WHERE sequence = 3""",
        "UPDATE changes SET who = 'x' WHERE sequence = 4",
        "UPDATE changes SET at = '2020-01-01T00:00:00+08:00' WHERE sequence = 4",
        "UPDATE changes SET ancestor_form = 2 WHERE sequence = 1",
        "UPDATE changes SET form_id = 2 WHERE sequence = 3",
        "DELETE FROM changes WHERE sequence = 3",
        "INSERT INTO changes SELECT 0, form_id, kind, at, NULL, digest, chain, NULL, NULL, NULL, who, content FROM changes LIMIT 1",
    ],
)
def test_a_log_changed_in_its_middle_does_not_verify(worked_on: Path, opened: Open, change: str) -> None:
    spoilt(worked_on, change)
    with pytest.raises(DamagedLedger) as refused:
        opened(worked_on).verify()
    assert refused.value.reason is LedgerDamage.HISTORY


def test_two_entries_that_changed_places_do_not_verify(worked_on: Path, opened: Open) -> None:
    spoilt(
        worked_on,
        "UPDATE changes SET sequence = 99 WHERE sequence = 3",
        "UPDATE changes SET sequence = 3 WHERE sequence = 4",
        "UPDATE changes SET sequence = 4 WHERE sequence = 99",
    )
    with pytest.raises(DamagedLedger) as refused:
        opened(worked_on).verify()
    assert refused.value.reason is LedgerDamage.HISTORY


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM changes WHERE sequence = 5",
        "DELETE FROM changes",
        "UPDATE changes SET chain = '0' WHERE sequence = 5",
        "INSERT INTO changes SELECT 6, form_id, kind, at, NULL, digest, chain, NULL, NULL, NULL, who, content FROM changes LIMIT 1",
    ],
)
def test_a_log_with_another_end_is_not_opened(worked_on: Path, opened: Open, change: str) -> None:
    spoilt(worked_on, change)
    with pytest.raises(DamagedLedger):
        opened(worked_on)


def test_a_form_that_is_not_as_the_log_left_it_does_not_verify(
    store: LedgerForms, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever puts all seals right must still put the log right."""
    store.insert_forms([draft()])
    monkeypatch.setattr(change_log, "change_records", lambda *_values: [])
    store.save_form(1, draft(year=2020))
    with pytest.raises(DamagedLedger) as refused:
        store.verify()
    assert refused.value.reason is LedgerDamage.HISTORY


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE changes SET content = '[]' WHERE sequence = 4",
        "UPDATE changes SET kind = 'perhaps' WHERE sequence = 4",
        "UPDATE changes SET at = 'yesterday' WHERE sequence = 4",
    ],
)
def test_what_no_version_wrote_is_no_entry(worked_on: Path, opened: Open, change: str) -> None:
    spoilt(worked_on, change)
    store = opened(worked_on)
    for work in (lambda: history(store, 1), lambda: store.form_at_entry(1, 1)):
        with pytest.raises(DamagedLedger):
            work()


@pytest.mark.parametrize(
    "change",
    [
        """UPDATE changes SET content = '{"year":["2023",null],"template":[null,"x"]}' WHERE sequence = 3""",
        """UPDATE changes SET content = '{"year":["x","2023"]}' WHERE sequence = 3""",
        """UPDATE changes SET content = '{"year":["2022","2023"]}' WHERE sequence = 3""",
        "DELETE FROM changes WHERE sequence = 1",
    ],
)
def test_a_log_that_leads_nowhere_gives_no_state(worked_on: Path, opened: Open, change: str) -> None:
    spoilt(worked_on, change)
    with pytest.raises(DamagedLedger) as refused:
        opened(worked_on).form_at_entry(1, 1)
    assert refused.value.reason is LedgerDamage.HISTORY


def test_a_backup_holds_the_whole_log(worked_on: Path, opened: Open, ledgers: SqliteLedgers) -> None:
    store = opened(worked_on)
    copy = worked_on.with_name("备份.selfeval")
    store.back_up(copy)
    assert history(opened(copy), 1) == history(store, 1)


def test_deleted_forms_are_listed_the_last_first_until_they_are_restored(
    store: LedgerForms, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.insert_forms([draft(), draft(project_name="二"), draft(project_name="三", year=None)])
    for moment, form_id in (("2024-03-01T12:00:00+08:00", 3), ("2024-03-02T12:00:00+08:00", 1)):
        monkeypatch.setattr(rows, "current_time_text", lambda moment=moment: moment)
        store.move_to_bin([form_id])
    first, second = store.deleted_forms()
    assert (first.form_id, second.form_id, second.project_name, second.year) == (1, 3, "三", None)
    assert first.unit == complete_form().unit
    assert second.deleted_at.isoformat() == "2024-03-01T12:00:00+08:00"
    store.restore_from_bin([1])
    assert [each.form_id for each in store.deleted_forms()] == [3]


def test_a_moment_of_deletion_that_is_none_is_damage(store: LedgerForms) -> None:
    store.insert_forms([draft()])
    store.move_to_bin([1])
    with store._connection.begin():
        store._connection.exec_driver_sql("UPDATE forms SET deleted_at = 'once'")
    with pytest.raises(DamagedLedger):
        store.deleted_forms()


class _Only:
    """One installed template."""

    def __init__(self, template: object) -> None:
        self._template = template

    def newest_templates(self) -> tuple[object, ...]:
        return (self._template,)

    def get_template(self, template_id: str, version: int | None = None) -> object:
        return self._template
