"""Exit codes, results on standard output, and complaints on standard error: one plain line each."""

import re
from contextlib import suppress

import click

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
        click.echo(told)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnwritableOutput(error.strerror or str(error)) from error


def print_refusal(told: str) -> int:
    """Print the complaint; REFUSED, the exit code of a command that changed nothing."""
    print_complaint(told)
    return REFUSED


def print_complaint(told: str) -> None:
    """One line on standard error, control characters as spaces; nothing where that cannot be written."""
    with suppress(OSError):
        click.echo(_CONTROLS.sub(" ", told), err=True)
