"""Receivers' comments related to the form as it is now."""

from selfeval_desktop.app.ports.output_events import ReceiverAnswer, ReceiverComment
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form


def current_cell(form: Form, cell: FieldRef) -> FieldRef | None:
    """Where the cell of a comment is now, which knows a row by its key; None when the row is gone."""
    if cell.part != "indicators" or cell.row is None:
        return cell
    for place, row in enumerate(form.indicators):
        if row.key == cell.row:
            return FieldRef.indicator(place, cell.column, extra=cell.extra)
    return None


def parse_comments(text: str) -> tuple[ReceiverComment, ...]:
    """One comment for each line of what was typed or pasted; blank lines are none."""
    return tuple(ReceiverComment(line.strip()) for line in text.splitlines() if line.strip())


def count_open_comments(answer: ReceiverAnswer) -> int:
    """How many comments are not ticked off."""
    return sum(not comment.done for comment in answer.comments)
