"""The file of each export stays noted, and so does what the receiver answered to it."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from selfeval_desktop.app.errors import DamagedLedger
from selfeval_desktop.app.ports.output_events import ReceiverAnswer, ReceiverComment, SentFile
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.storage.forms.form_store import LedgerForms
from tests.storage.conftest import Open
from tests.storage.drafts import draft, release

FILE = SentFile("package", "上报包.zip", "ab" * 32)
RETURNED = ReceiverAnswer(
    "returned",
    (
        ReceiverComment("请补充偏差原因", FieldRef.indicator(2, "deviation")),
        ReceiverComment("附件缺盖章", done=True),
    ),
)


@pytest.fixture
def handed_up(store: LedgerForms) -> LedgerForms:
    """A ledger of two forms, both exported in one package, the first printed before."""
    store.insert_forms([draft(), draft(project_name="课题")])
    store.record_outputs([release(1)], "printed")
    store.record_outputs([replace(release(form_id), file=FILE) for form_id in (1, 2)], "exported")
    return store


def test_an_export_keeps_kind_name_and_digest_of_its_file(handed_up: LedgerForms) -> None:
    assert [event.file for event in handed_up.output_events(1)] == [FILE, None]
    assert [event.file for event in handed_up.output_events(2)] == [FILE]
    handed_up.verify()


def test_an_answer_is_kept_for_its_own_issue(handed_up: LedgerForms, opened: Open) -> None:
    assert handed_up.receiver_answers(1) == {}
    handed_up.save_answer(2, RETURNED)
    handed_up.save_answer(3, ReceiverAnswer("accepted"))
    handed_up.close()
    again = opened(handed_up.path)
    assert again.receiver_answers(1) == {2: RETURNED}
    assert again.receiver_answers(2) == {3: ReceiverAnswer("accepted")}
    assert again.receiver_answers(1)[2].at is not None
    again.verify()


def test_a_later_answer_takes_the_place_of_the_one_before(handed_up: LedgerForms) -> None:
    handed_up.save_answer(2, RETURNED)
    later = ReceiverAnswer(comments=(ReceiverComment("改成万元", FieldRef.head("unit")),))
    handed_up.save_answer(2, later)
    assert handed_up.receiver_answers(1) == {2: later}
    handed_up.save_answer(2, ReceiverAnswer())
    assert handed_up.receiver_answers(1) == {}
    handed_up.verify()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE answers SET verdict = 'accepted'",
        "UPDATE comments SET done = 1",
        "UPDATE comments SET content = '没有意见'",
        "UPDATE deliveries SET digest = 'cd'",
        "DELETE FROM comments",
    ],
)
def test_a_change_from_outside_is_seen(handed_up: LedgerForms, opened: Open, statement: str) -> None:
    handed_up.save_answer(2, RETURNED)
    handed_up.close()
    with closing(sqlite3.connect(handed_up.path)) as connection, connection:
        connection.execute(statement)
    with pytest.raises(DamagedLedger):
        opened(handed_up.path)


@pytest.mark.parametrize(
    "statement", ["UPDATE answers SET verdict = 'perhaps'", "UPDATE comments SET cell = 'nowhere['"]
)
def test_what_no_version_wrote_is_no_answer(handed_up: LedgerForms, statement: str) -> None:
    handed_up.save_answer(2, RETURNED)
    with handed_up._connection.begin():
        handed_up._connection.exec_driver_sql(statement)
    with pytest.raises(DamagedLedger):
        handed_up.receiver_answers(1)


def test_the_released_schema_reads_its_answers(path: Path, opened: Open) -> None:
    path.write_bytes((Path(__file__).parents[2] / "ledgers" / "0006.selfeval").read_bytes())
    store = opened(path)
    event, *earlier = store.output_events(1)
    assert event.file == FILE
    assert {each.file for each in earlier} == {None}
    assert [comment.done for comment in store.receiver_answers(1)[event.event_id].comments] == [False, True]
