"""What `list` and `check` print: plain values under the names of design.md §6, ready for JSON, or lines of text.

The values stay the same in every language; only a finding's message is a sentence.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from decimal import Decimal

import click

from selfeval_desktop.app.foreign_files import shown_text
from selfeval_desktop.app.ledger.checking import CheckedForm
from selfeval_desktop.app.ports.forms import FormSummary
from selfeval_desktop.app.system_errors import failure_reason
from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.rules.accepted_findings import AcceptedFinding
from selfeval_desktop.domain.rules.across import OTHER_TARGET

Record = dict[str, object]


def list_record(summary: FormSummary, state: str) -> Record:
    """One form of the list; `state` is its Chinese name, whatever language is spoken."""
    return {
        "form": summary.form_id,
        "project_name": summary.project_name,
        "year": summary.year,
        "unit": summary.unit,
        "state": state,
        "execution_rate": _two_places(summary.execution_rate),
        "score_total": _two_places(summary.score_total),
        "grade": summary.grade,
        "errors": summary.errors,
        "warnings": summary.warnings,
        "hints": summary.hints,
    }


def check_record(form: CheckedForm, messages: Sequence[str]) -> Record:
    """One form with all that was found; `messages` are the sentences of its findings, in their order.

    A finding that was explained comes last and has its reason under `explained`. Targets that differ from those of
    another form are no finding of the form alone: they stand under `across`, where there are any.
    """
    evaluation = form.evaluation
    own: list[Record] = []
    across: list[Record] = []
    for line, message in zip(form.found.all_findings, messages, strict=True):
        is_other_target = line.finding.code == OTHER_TARGET.code and line.finding in form.around
        (across if is_other_target else own).append(_finding_record(line, message))
    record: Record = {
        "form": form.form_id,
        "project_name": form.project_name,
        "evaluation": {
            "execution_rate": _two_places(evaluation.execution_rate),
            "execution_score": _two_places(evaluation.execution_score),
            "weight_total": amounts.plain_number(evaluation.weight_total),
            "score_total": _two_places(evaluation.score_total),
            "grade": evaluation.grade,
            "indicator_scores": _all_two_places(evaluation.indicator_scores),
            "calculated_scores": _all_two_places(evaluation.calculated_scores),
        },
        "findings": own,
    }
    return {**record, "across": across} if across else record


def _finding_record(line: AcceptedFinding, message: str) -> Record:
    finding = line.finding
    record: Record = {
        "code": finding.code,
        "severity": finding.severity.value,
        "field": str(finding.field),
        "message": message,
    }
    return {**record, "explained": line.reason} if line.reason else record


def _all_two_places(values: Iterable[Decimal | None]) -> list[str | None]:
    return [_two_places(value) for value in values]


def _two_places(value: Decimal | None) -> str | None:
    return None if value is None else f"{amounts.round_half_up(value):f}"


def align_columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lines with columns of equal width, for a terminal: a Chinese character is two wide."""
    widths = [max(map(_terminal_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (text + " " * (width - _terminal_width(text)) for text, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _terminal_width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1 for char in text)


DONE, PARTLY, REFUSED, FAULT = range(4)

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


class UnwritableOutput(Exception):
    """Standard output, or the file that it goes to, takes no more; `reason` is the system's own short text."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def print_result(told: str) -> None:
    """Write one result; UnwritableOutput where standard output takes no more, such as a file on a full disk."""
    try:
        click.echo(shown_text(told))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnwritableOutput(failure_reason(error)) from error


def print_refusal(told: str) -> int:
    """Print the complaint; REFUSED, the exit code of a command that changed nothing."""
    print_complaint(told)
    return REFUSED


def print_complaint(told: str) -> None:
    """One line on standard error, control characters as spaces; nothing where that cannot be written."""
    with suppress(OSError):
        click.echo(_CONTROLS.sub(" ", shown_text(told)), err=True)
