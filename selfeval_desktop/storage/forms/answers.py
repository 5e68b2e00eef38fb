"""Answers of receivers to outputs, with their comments."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, cast, get_args

from sqlalchemy import Connection, Row, bindparam, delete, insert, select

from selfeval_desktop.app.errors import DamagedLedger, LedgerDamage
from selfeval_desktop.app.ports.output_events import ReceiverAnswer, ReceiverComment, Verdict
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.storage.forms import digests, rows
from selfeval_desktop.storage.forms.tables import answers, comments, events

_OF_FORM = (
    select(answers).join(events, events.c.sequence == answers.c.sequence).where(events.c.form_id == bindparam("wanted"))
)
_COMMENTS = (
    select(comments)
    .join(events, events.c.sequence == comments.c.sequence)
    .where(events.c.form_id == bindparam("wanted"))
    .order_by(comments.c.sequence, comments.c.position)
)
_DIGESTED = tuple(
    select(*columns).where(columns[1] == bindparam("wanted")) for columns in (digests.ANSWER, digests.COMMENT)
)
_DELETE = tuple(delete(table).where(table.c.sequence == bindparam("wanted")) for table in (comments, answers))


def read_answers_of_form(connection: Connection, path: Path, form_id: int) -> dict[int, ReceiverAnswer]:
    """The answers to a form's outputs, by the event's id; DamagedLedger."""
    key = {"wanted": form_id}
    return _answers_by_event(path, connection.execute(_OF_FORM, key).all(), connection.execute(_COMMENTS, key).all())


def read_all_answers(connection: Connection, path: Path) -> dict[int, ReceiverAnswer]:
    """The answers to all outputs of the ledger; DamagedLedger."""
    said = connection.execute(select(comments).order_by(comments.c.sequence, comments.c.position)).all()
    return _answers_by_event(path, connection.execute(select(answers)).all(), said)


def sum_answer_digests(connection: Connection, event_id: int) -> int:
    """The sum of the row digests of an output's answer, part of the root digest."""
    return sum(digests.sum_row_digests(connection.execute(kind, {"wanted": event_id})) for kind in _DIGESTED)


def replace_answer(connection: Connection, event_id: int, answer: ReceiverAnswer) -> None:
    """Replace the answer to an output; an empty one is not stored."""
    for statement in _DELETE:
        connection.execute(statement, {"wanted": event_id})
    if answer == ReceiverAnswer():
        return
    values = {"sequence": event_id, "verdict": answer.verdict or "", "at": rows.current_time_text()}
    connection.execute(insert(answers), values)
    if answer.comments:
        connection.execute(
            insert(comments),
            [
                {
                    "sequence": event_id,
                    "position": position,
                    "done": int(comment.done),
                    "cell": str(comment.cell or ""),
                    "content": comment.text,
                }
                for position, comment in enumerate(answer.comments)
            ],
        )


def _answers_by_event(path: Path, found: Iterable[Row[Any]], said: Iterable[Row[Any]]) -> dict[int, ReceiverAnswer]:
    try:
        by_event: dict[int, list[ReceiverComment]] = defaultdict(list)
        for row in said:
            cell = FieldRef.parse(row.cell) if row.cell else None
            by_event[row.sequence].append(ReceiverComment(row.content, cell, done=bool(row.done)))
        return {row.sequence: _answer_from_row(row, by_event[row.sequence]) for row in found}
    except (ValueError, TypeError) as error:
        raise DamagedLedger(path, LedgerDamage.CONTENT) from error


def _answer_from_row(row: Row[Any], said: Iterable[ReceiverComment]) -> ReceiverAnswer:
    if row.verdict not in ("", *get_args(Verdict)):
        raise ValueError(row.verdict)
    verdict = cast("Verdict", row.verdict) if row.verdict else None
    return ReceiverAnswer(verdict, tuple(said), datetime.fromisoformat(row.at))
