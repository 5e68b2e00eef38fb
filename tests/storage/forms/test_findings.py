"""Reasons for findings, and rules that a ledger does without, are stored under the seal; many forms are read at once."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from selfeval_desktop.app.errors import DamagedLedger, UnknownForm
from selfeval_desktop.app.ports.forms import FindingCounts
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.rules.accepted_findings import explain_finding
from selfeval_desktop.storage.forms.form_store import LedgerForms
from tests.builders import complete_form, with_row
from tests.storage.conftest import Open
from tests.storage.drafts import draft

WORDS = with_row(complete_form(), 4, target="满意", actual="满意", achievement="met")


def explained() -> Form:
    finding = next(each for each in draft(WORDS).sorted_findings.open if each.code == "K43")
    return explain_finding(WORDS, finding, "问卷只有文字")


def test_a_reason_comes_back_and_what_it_is_about_is_not_counted(store: LedgerForms) -> None:
    store.insert_forms([draft(WORDS)])
    (before,) = store.form_summaries()
    store.save_form(1, draft(explained()))
    (after,) = store.form_summaries()
    assert store.load_form(1).annotations == explained().annotations
    assert after == replace(before, warnings=before.warnings - 1)
    store.verify()


def test_rules_come_back_with_the_counts_that_they_change(store: LedgerForms, path: Path, opened: Open) -> None:
    store.insert_forms([draft(WORDS), draft()])
    assert store.rules_off() == frozenset()
    store.save_rules_off({"K43", "K17"}, {1: FindingCounts(0, 7, 2)})
    store.close()
    store = opened(path)
    assert store.rules_off() == {"K17", "K43"}
    first, second = store.form_summaries()
    assert (first.errors, first.warnings, first.hints, second.warnings) == (0, 7, 2, 0)
    store.verify()
    store.save_rules_off((), {})
    assert store.rules_off() == frozenset()
    store.verify()


def test_rules_of_a_form_that_is_not_there_change_nothing(store: LedgerForms) -> None:
    store.insert_forms([draft()])
    with pytest.raises(UnknownForm):
        store.save_rules_off({"K43"}, {2: FindingCounts(0, 0, 0)})
    assert store.rules_off() == frozenset()


@pytest.mark.parametrize("change", ["DELETE FROM rules_off", "INSERT INTO rules_off VALUES ('K01')"])
def test_a_rule_switched_from_outside_is_seen(store: LedgerForms, path: Path, opened: Open, change: str) -> None:
    store.save_rules_off({"K43"}, {})
    store.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(change)
    with pytest.raises(DamagedLedger):
        opened(path)


def test_several_forms_are_read_as_one_by_one(store: LedgerForms) -> None:
    noted = edits.set_note(complete_form(project_name="二"), FieldRef.indicator(2, "actual"), "甲")
    store.insert_forms([draft(WORDS), draft(noted), draft(Form("mof-2020")), draft(explained())])
    for asked in ([4, 2, 3, 1], [2], []):
        read = store.load_forms(asked)
        assert all(one.same_as(store.load_form(form_id)) for form_id, one in zip(asked, read, strict=True))
        assert [[row.key for row in one.indicators] for one in read] == [
            [row.key for row in store.load_form(form_id).indicators] for form_id in asked
        ]


@pytest.mark.parametrize("missing", [2, 9])
def test_one_form_that_is_gone_refuses_all_that_were_asked_for(store: LedgerForms, missing: int) -> None:
    store.insert_forms([draft(), draft()])
    store.move_to_bin([2])
    with pytest.raises(UnknownForm):
        store.load_forms([1, missing])


def test_a_damaged_form_among_several_is_seen(store: LedgerForms, path: Path, opened: Open) -> None:
    store.insert_forms([draft(), draft()])
    store.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE indicators SET target = '9' WHERE form_id = 2 AND position = 1")
    with pytest.raises(DamagedLedger):
        opened(path).load_forms([1, 2])


def test_targets_are_those_of_the_rows_in_their_order(store: LedgerForms) -> None:
    store.insert_forms([draft(), draft(Form("mof-2020")), draft(WORDS)])
    targets = store.indicator_targets([1, 2, 3])
    assert targets[1] == tuple((row.level3, row.target) for row in complete_form().indicators)
    assert 2 not in targets
    assert targets[3][4] == ("受益群众满意度", "满意")
