"""What stands beside a form's cells, and the units of a ledger, are stored under the seal and come back."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from selfeval_desktop.app.errors import DamagedLedger
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.units import Unit
from selfeval_desktop.storage.forms.form_store import LedgerForms
from tests.builders import complete_form
from tests.storage.conftest import Open
from tests.storage.drafts import draft

CELL = FieldRef.indicator(2, "actual")
NOTED = edits.set_note(edits.mark_origin(complete_form(), [CELL], ValueOrigin.IMPORTED), CELL, "甲 “乙”")
UNITS = (Unit("某区档案馆", "某区档案局", {"filler": "李某"}), Unit("某区图书馆"))


@pytest.fixture
def noted(store: LedgerForms, path: Path) -> Path:
    """A closed ledger of a form with a margin, and of two units."""
    store.insert_forms([draft(NOTED)])
    store.replace_units(UNITS)
    store.close()
    return path


def test_a_margin_comes_back_with_its_form(noted: Path, opened: Open) -> None:
    store = opened(noted)
    assert store.load_form(1).same_as(replace(NOTED, template_version=1))
    store.save_form(1, draft())
    assert store.load_form(1).annotations.is_blank
    store.verify()


def test_units_come_back_in_their_order_and_can_all_go(noted: Path, opened: Open) -> None:
    store = opened(noted)
    assert store.reporting_units() == UNITS
    store.verify()
    store.replace_units([])
    assert store.reporting_units() == ()
    store.verify()


def test_a_note_changes_neither_the_digest_nor_the_state(store: LedgerForms) -> None:
    store.insert_forms([draft()])
    (before,) = store.form_summaries()
    store.save_form(1, draft(NOTED))
    assert store.form_summaries() == (before,)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE margins SET content = replace(content, '乙', '丙')",
        "DELETE FROM margins",
        "UPDATE units SET department = '另一局'",
        "INSERT INTO units VALUES (9, 'x', '', '{}')",
    ],
)
def test_a_change_from_outside_is_seen(noted: Path, opened: Open, change: str) -> None:
    with closing(sqlite3.connect(noted)) as connection, connection:
        connection.execute(change)
    with pytest.raises(DamagedLedger):
        opened(noted)


@pytest.mark.parametrize("content", ["{}", "x", '{"origins": {"a..b": "imported"}, "notes": {}}'])
def test_a_margin_that_cannot_be_read_is_damage(
    store: LedgerForms, content: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("selfeval_desktop.storage.forms.rows.ledger_texts.annotations_text", lambda _: content)
    store.insert_forms([draft(NOTED)])
    for read in (lambda: store.load_form(1), store.verify):
        with pytest.raises(DamagedLedger):
            read()


def test_units_that_cannot_be_read_are_damage(store: LedgerForms, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selfeval_desktop.storage.forms.rows._field_texts_json", lambda _: "[]")
    store.replace_units(UNITS)
    for read in (store.reporting_units, store.verify):
        with pytest.raises(DamagedLedger):
            read()
