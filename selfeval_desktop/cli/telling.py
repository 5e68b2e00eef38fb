"""Exit codes, results on standard output, and complaints on standard error: one plain line each."""

import re
from contextlib import suppress

import click

DONE, PARTLY, REFUSED, FAULT = range(4)

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


class UnwritableOutput(Exception):
    """What results are written to takes no more: `reason` is the system's own short text."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def print_result(told: str) -> None:
    """One result. Unheard, where it cannot be written, be it into a file on a full disk."""
    try:
        click.echo(told)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnwritableOutput(error.strerror or str(error)) from error


def print_refusal(told: str) -> int:
    """Complain; the exit code of what was not done at all."""
    print_complaint(told)
    return REFUSED


def print_complaint(told: str) -> None:
    """One line, whatever a path or a text in it holds; where it cannot be written, the exit code has to do."""
    with suppress(OSError):
        click.echo(_CONTROLS.sub(" ", told), err=True)
