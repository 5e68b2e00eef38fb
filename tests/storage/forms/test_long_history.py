"""A ledger keeps what was typed, not all that stood around it; it says when it is full; its history is read in pages."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from selfeval_desktop.app.errors import DamagedLedger, FullLedger, LedgerDamage, TextBeyondLimit
from selfeval_desktop.app.ports.output_events import ReceiverAnswer
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Goals
from selfeval_desktop.domain.over_time.change_history import Ancestor, HistoryAction
from selfeval_desktop.storage.file import database, sqlite_errors
from selfeval_desktop.storage.forms import change_log, form_store, logged_history, rows
from selfeval_desktop.storage.forms.form_store import LedgerForms
from selfeval_desktop.wording import errors
from tests.builders import complete_form
from tests.storage.conftest import Open
from tests.storage.drafts import draft, history, release

EXPECTED, ACTUAL = FieldRef.goal("expected"), FieldRef.goal("actual")
LONG = "逐项核对台账，确认资金与指标一致。" * 20
EXT_B = "𠀀𠀁𠀂𠀃"


def save(store: LedgerForms, cell: FieldRef, text: str) -> None:
    """Store the first form with that text in the cell."""
    store.save_form(1, draft(edits.set_cell(store.load_form(1), cell, text)))


@pytest.fixture
def typed(store: LedgerForms) -> LedgerForms:
    """A ledger with one form whose goal is long."""
    store.insert_forms([draft(complete_form(goals=Goals(LONG, LONG)))])
    return store


def test_x1_each_save_of_long_goals_adds_what_was_typed(store: LedgerForms, path: Path) -> None:
    """Two goals of 99,000 characters: a save wrote 1.19 MB of history."""
    goal = "逐项核对台账" * 16_500
    store.insert_forms([draft(complete_form(goals=Goals(goal, goal)))])
    before = path.stat().st_size
    for number in range(12):
        goals = Goals(f"{goal[:-6]}{number:06}", f"{number:06}{goal[6:]}")
        store.save_form(1, draft(complete_form(goals=goals)))
    assert path.stat().st_size - before < 1_000_000
    assert store.form_at_entry(1, 1).goals == Goals(goal, goal)
    oldest = history(store, 1)[-2]
    assert [(change.before, change.after) for change in oldest.changes] == [
        (goal, "000000" + goal[6:]),
        (goal, goal[:-6] + "000000"),
    ]
    store.verify()


def test_x1_a_ledger_is_full_when_it_is_saved_not_when_it_is_opened(
    typed: LedgerForms, path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "MAX_BYTES", path.stat().st_size)
    save(typed, ACTUAL, "短")
    assert typed.size.is_large
    with pytest.raises(FullLedger) as full:
        save(typed, ACTUAL, LONG * 50)
    assert "存不下更多，这一步没有存入，以前存入的都在" in errors.error_sentence(full.value)
    assert typed.load_form(1).goals.actual == "短"
    save(typed, EXPECTED, "也短")
    typed.close()
    again = opened(path)
    assert (again.load_form(1).goals, path.stat().st_size) == (Goals("也短", "短"), database.MAX_BYTES)
    again.verify()


def test_x1_a_ledger_larger_than_may_be_written_is_opened_and_not_made_larger(
    typed: LedgerForms, path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed.close()
    monkeypatch.setattr(database, "MAX_BYTES", 4096)
    store = opened(path)
    save(store, ACTUAL, "短")
    with pytest.raises(FullLedger):
        save(store, ACTUAL, LONG * 100)
    store.verify()


def test_x18_a_step_of_any_length_is_stored_and_told(store: LedgerForms) -> None:
    """Every target and deviation and both goals with 100,000 characters beyond the BMP: 20 MB, in one step."""
    form = complete_form()
    form = replace(form, indicators=tuple(replace(form.indicators[0], key=key) for key in range(1, 25)))
    store.insert_forms([draft(form)])
    form = store.load_form(1)
    text = EXT_B * 25_000
    filled = replace(
        form,
        goals=Goals(text, text),
        indicators=tuple(replace(row, target=text, deviation=text) for row in form.indicators),
    )
    store.save_form(1, draft(filled))
    changed, added = history(store, 1)
    assert (changed.did, added.did) == (HistoryAction.CHANGED, HistoryAction.ADDED)
    assert {change.after for change in changed.changes} == {text}
    assert len(changed.changes) == 2 * 24 + 2
    assert store.form_at_entry(1, added.sequence).same_as(form)
    assert store.form_at_entry(1, changed.sequence).same_as(filled)
    store.verify()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda form: edits.set_note(form, ACTUAL, EXT_B * 20_000), "备注和说明合起来太长"),
        (lambda form: edits.set_cell(form, ACTUAL, EXT_B * 20_000), "绩效目标"),
        (lambda form: edits.set_cell(form, FieldRef.indicator(0, "target"), EXT_B * 20_000), "有一行的文字太长"),
    ],
)
def test_x18_what_no_row_holds_is_too_long_and_no_damage(
    typed: LedgerForms,
    path: Path,
    opened: Open,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Form], Form],
    told: str,
) -> None:
    typed.close()
    monkeypatch.setattr(sqlite_errors, "MAX_VALUE", 300_000)
    store = opened(path)
    before = store.load_form(1)
    with pytest.raises(TextBeyondLimit) as refused:
        store.save_form(1, draft(change(before)))
    assert told in errors.error_sentence(refused.value)
    assert store.load_form(1).same_as(before)
    store.verify()


def test_a_text_too_long_for_what_is_read_is_damage(
    typed: LedgerForms, path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed.close()
    monkeypatch.setattr(sqlite_errors, "MAX_VALUE", 1100)
    with pytest.raises(DamagedLedger):
        opened(path).load_form(1)


def test_what_is_typed_on_in_one_sitting_is_one_entry_with_the_link_of_what_it_joined(
    typed: LedgerForms, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = []
    for number in range(4):
        monkeypatch.setattr(rows, "current_time_text", lambda number=number: f"2024-03-01T12:0{number}:00+08:00")
        save(typed, ACTUAL, LONG + "又核对了一遍。" * (number + 1))
        links.append(_end(path))
    entry = history(typed, 1)[0]
    assert [entry.sequence, len(history(typed, 1))] == [2, 2]
    assert (entry.began, entry.at) == tuple(
        datetime.fromisoformat(f"2024-03-01T12:0{number}:00+08:00") for number in (0, 3)
    )
    assert [(change.before, change.after) for change in entry.changes] == [(LONG, LONG + "又核对了一遍。" * 4)]
    assert [link[1] for link in links] == [None, *(link[0] for link in links[:-1])]
    typed.verify()


def _end(path: Path) -> tuple[str, str | None]:
    """The link of the last entry, and that which it had before something was joined to it."""
    with closing(sqlite3.connect(path)) as connection:
        found: tuple[str, str | None] = connection.execute(
            "SELECT chain, joined FROM changes ORDER BY sequence DESC LIMIT 1"
        ).fetchone()
    return found


@pytest.mark.parametrize(
    "between",
    [
        lambda store: store.record_outputs([release(1, store.load_form(1))], "printed"),
        lambda store: store.record_outputs([release(1, store.load_form(1))], "exported"),
        lambda store: store.save_answer(1, ReceiverAnswer("returned")),
        lambda store: store.insert_forms([replace(draft(), ancestor=Ancestor(1, 3))]),
        lambda store: store.insert_forms([draft(project_name="导入的")]),
        lambda store: store.move_to_bin([2]),
        lambda store: store.replace_units(()),
        lambda store: save(store, EXPECTED, LONG + "甲"),
    ],
)
def test_a_state_that_something_was_done_with_is_never_joined_away(
    typed: LedgerForms, between: Callable[[LedgerForms], object]
) -> None:
    """What was printed, exported, returned, restored from, or stood before anything else was done."""
    typed.record_outputs([release(1)], "printed")
    typed.insert_forms([draft(project_name="二")])
    save(typed, ACTUAL, LONG + "第一句。")
    stood = history(typed, 1)[0].sequence
    between(typed)
    save(typed, ACTUAL, LONG + "第一句。第二句。")
    assert typed.form_at_entry(1, stood).goals.actual == LONG + "第一句。"
    assert history(typed, 1)[0].changes[0].before == LONG + "第一句。"
    typed.verify()


def test_other_users_other_times_and_other_sessions_begin_an_entry_of_their_own(
    typed: LedgerForms, path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = datetime.fromisoformat("2024-03-01T12:00:00+08:00")

    def type_at(store: LedgerForms, text: str, minutes: int) -> int:
        told = (moment + timedelta(minutes=minutes)).isoformat()
        monkeypatch.setattr(rows, "current_time_text", lambda: told)
        save(store, ACTUAL, LONG + text)
        return len(history(store, 1))

    assert [type_at(typed, "甲" * (number + 1), number * 5) for number in range(5)] == [2, 2, 2, 3, 3]
    monkeypatch.setenv("LOGNAME", "zhang")
    assert type_at(typed, "乙", 21) == 4
    assert type_at(typed, "丙", 20) == 5
    typed.close()
    assert type_at(opened(path), "丁", 20) == 6


def test_what_stood_there_for_a_while_is_not_joined_away(typed: LedgerForms) -> None:
    save(typed, ACTUAL, LONG + "误录。")
    save(typed, ACTUAL, LONG)
    assert [entry.changes[0].after for entry in history(typed, 1)[:2]] == [LONG, LONG + "误录。"]


def test_figures_short_texts_and_imported_ones_are_told_save_by_save(typed: LedgerForms) -> None:
    for text in ("1", "12", "12.5"):
        save(typed, FieldRef.fund("total", "executed"), text)
    marked = edits.mark_origin(typed.load_form(1), [ACTUAL], ValueOrigin.IMPORTED)
    typed.save_form(1, draft(marked))
    for number in range(2):
        typed.save_form(1, draft(replace(marked, goals=Goals(LONG, f"{LONG}{number}"))))
    assert len(history(typed, 1)) == 7


def test_a_text_pasted_in_is_not_written_anew_with_each_key(typed: LedgerForms, path: Path) -> None:
    save(typed, ACTUAL, LONG + EXT_B * 2_000)
    save(typed, ACTUAL, LONG + EXT_B * 2_000 + "甲")
    assert len(history(typed, 1)) == 3


def test_an_edit_that_does_not_lead_to_the_text_is_damage(typed: LedgerForms, path: Path, opened: Open) -> None:
    save(typed, ACTUAL, LONG + "又核对了一遍。")
    typed.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE changes SET content = replace(content, '遍', '次') WHERE sequence = 2")
    store = opened(path)
    for work in (lambda: history(store, 1), lambda: store.form_at_entry(1, 1), store.verify):
        with pytest.raises(DamagedLedger) as refused:
            work()
        assert refused.value.reason is LedgerDamage.HISTORY


def test_a_history_is_read_as_far_as_it_is_wanted(typed: LedgerForms, monkeypatch: pytest.MonkeyPatch) -> None:
    read, page = list[int | None](), logged_history.read_history_page

    def read_page(*args: Any) -> Any:
        read.append(args[4])
        return page(*args)

    monkeypatch.setattr(form_store, "_PAGE", 4)
    monkeypatch.setattr(logged_history, "read_history_page", read_page)
    for year in range(2000, 2010):
        typed.save_form(1, draft(replace(typed.load_form(1), year=year)))
    first = list(islice(typed.form_history(1), 3))
    assert [entry.changes[0].after for entry in first] == ["2009", "2008", "2007"]
    assert read == [None]
    whole = history(typed, 1)
    assert [entry.sequence for entry in whole] == list(range(11, 0, -1))
    assert read == [None, None, 8, 4]


def test_a_page_never_ends_within_a_step(typed: LedgerForms, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(form_store, "_PAGE", 1)
    monkeypatch.setattr(change_log, "_MOST_CHARACTERS", 1)
    typed.save_form(1, draft(complete_form(year=2020, goals=Goals("甲", "乙"))))
    changed, added = history(typed, 1)
    assert [change.address for change in changed.changes] == ["year", "goals.expected", "goals.actual"]
    assert (changed.sequence, added.sequence) == (4, 1)
    assert typed.form_at_entry(1, 1).goals == Goals(LONG, LONG)
    typed.verify()


def test_the_history_of_a_deleted_form_is_read_too(typed: LedgerForms) -> None:
    typed.move_to_bin([1])
    assert [entry.did for entry in typed.form_history(1)] == [HistoryAction.DELETED, HistoryAction.ADDED]
    assert re.fullmatch("[0-9a-f]{64}", typed._steps.state[1])


def test_a_file_that_became_empty_to_a_good_part_is_made_smaller_when_it_is_closed(
    store: LedgerForms, path: Path, opened: Open
) -> None:
    text = EXT_B * 25_000
    form = complete_form()
    form = replace(form, indicators=tuple(replace(row, target=text, deviation=text) for row in form.indicators))
    store.insert_forms([draft(replace(form, goals=Goals(text, text)))])
    store.close()
    again = opened(path)
    again.save_form(1, draft(replace(complete_form(), goals=Goals("", ""))))
    with closing(sqlite3.connect(path)) as connection, connection:
        # As a log of before 0008 went: pages that nothing needs.
        connection.execute("CREATE TABLE spare (content TEXT)")
        connection.execute("INSERT INTO spare VALUES (zeroblob(9000000))")
        connection.execute("DROP TABLE spare")
    before = path.stat().st_size
    again.load_outside_changes()
    again.save_form(1, draft())
    again.close()
    assert path.stat().st_size < before - 9_000_000
    opened(path).verify()
    assert history(opened(path, read_only=True), 1)[0].did is HistoryAction.CHANGED
