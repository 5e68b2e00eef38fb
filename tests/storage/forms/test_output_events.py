"""Frozen copies: what went out stays as it was, once for each content, and is found by its code."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from selfeval_desktop.app.errors import DamagedLedger, LedgerDamage
from selfeval_desktop.codec.ledger_texts import paper_code
from selfeval_desktop.domain.layout.paper import PaperChoice
from selfeval_desktop.storage.forms.form_store import LedgerForms
from tests import builders
from tests.storage.conftest import Open
from tests.storage.drafts import draft, faulty, release

CODE = paper_code(builders.complete_form(), builders.mof_2020())


def count(store: LedgerForms, table: str) -> int:
    with store._connection.begin():
        found = store._connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()
    return found or 0


def test_a_copy_is_the_form_as_it_went_out_and_its_paper(store: LedgerForms) -> None:
    store.insert_forms([draft()])
    paper = PaperChoice(orientation="landscape", binding=25).apply_to_paper(builders.mof_2020().paper)
    form = replace(builders.complete_form(), indicators=builders.complete_form().indicators[::-1])
    store.record_outputs([replace(release(1, form), paper=paper, signature=False)], "printed")
    store.save_form(1, draft(project_name="后来"))
    (event,) = store.output_events(1)
    copy = store.load_frozen_copy(event.event_id)
    assert copy.event == event
    assert (copy.form, copy.paper, copy.signature) == (form, paper, False)
    assert [row.key for row in copy.form.indicators] == [5, 4, 3, 2, 1]
    assert (event.kind, event.template, event.template_version) == ("printed", "mof-2020", 1)
    assert event.code == paper_code(form, builders.mof_2020())
    assert event.at.tzinfo is not None


def test_issues_come_newest_first_and_equal_content_is_kept_once(store: LedgerForms) -> None:
    store.insert_forms([draft(), draft()])
    store.record_outputs([release(1)], "printed")
    store.record_outputs([release(1, builders.complete_form(year=2022))], "printed")
    store.record_outputs([release(1), release(2)], "exported")
    assert [(event.event_id, event.kind) for event in store.output_events(1)] == [
        (3, "exported"),
        (2, "printed"),
        (1, "printed"),
    ]
    assert [event.form_id for event in store.output_events(2)] == [2]
    assert (count(store, "copies"), count(store, "releases")) == (3, 4)
    store.verify()


def test_a_code_finds_its_issues_in_the_whole_ledger_deleted_forms_too(store: LedgerForms) -> None:
    store.insert_forms([draft(), draft(), draft(year=2022)])
    store.record_outputs([release(1), release(2)], "printed")
    store.record_outputs([release(3, builders.complete_form(year=2022))], "printed")
    store.move_to_bin([2])
    assert [event.form_id for event in store.output_events_by_code(CODE)] == [2, 1]
    assert store.load_frozen_copy(store.output_events_by_code(CODE)[0].event_id).form == builders.complete_form()
    assert store.output_events_by_code("00000000") == ()


def test_a_draft_with_errors_leaves_no_copy(store: LedgerForms) -> None:
    store.insert_forms([faulty()])
    store.record_outputs([release(1, faulty().form)], "printed")
    assert store.output_events(1) == ()
    assert count(store, "copies") == 0


def test_copies_are_there_when_the_ledger_is_opened_again(store: LedgerForms, opened: Open) -> None:
    store.insert_forms([draft()])
    store.record_outputs([release(1)], "printed")
    store.close()
    again = opened(store.path)
    assert again.load_frozen_copy(again.output_events(1)[0].event_id).form == builders.complete_form()
    again.verify()


def test_a_backup_holds_the_copies(store: LedgerForms, opened: Open, tmp_path: Path) -> None:
    store.insert_forms([draft()])
    store.record_outputs([release(1)], "printed")
    store.back_up(tmp_path / "备份.selfeval")
    assert [event.code for event in opened(tmp_path / "备份.selfeval").output_events(1)] == [CODE]


@pytest.mark.parametrize(
    "change",
    [
        "content = replace(content, '宣传', '宣告')",
        "content = '{}'",
        "content = x'ff'",
        "content = ''",
    ],
)
def test_a_copy_that_is_not_what_was_stored_is_never_shown(store: LedgerForms, opened: Open, change: str) -> None:
    store.insert_forms([draft()])
    store.record_outputs([release(1)], "printed")
    store.close()
    with closing(sqlite3.connect(store.path, isolation_level=None)) as connection:
        connection.execute(f"UPDATE copies SET {change}")
    again = opened(store.path)
    assert len(again.output_events(1)) == 1
    for read in (lambda: again.load_frozen_copy(1), again.verify):
        with pytest.raises(DamagedLedger) as caught:
            read()
        assert caught.value.reason is LedgerDamage.CONTENT


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE releases SET paper = '{}'",
        "UPDATE releases SET paper = NULL_OF_NONE",
        "UPDATE copies SET code = '00000000'",
        "UPDATE events SET kind = 'burnt'",
        "UPDATE events SET at = 'noon'",
    ],
)
def test_a_change_behind_the_programs_back_is_told(store: LedgerForms, statement: str) -> None:
    """Even one made after the ledger was opened, when the root was whole."""
    store.insert_forms([draft()])
    store.record_outputs([release(1)], "printed")
    with store._connection.begin():
        store._connection.exec_driver_sql(statement.replace("NULL_OF_NONE", "x'00'"))
    with pytest.raises(DamagedLedger):
        store.load_frozen_copy(1)
