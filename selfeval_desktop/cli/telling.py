"""Exit codes, and complaints on standard error: one plain line each."""

import re

import click

DONE, PARTLY, REFUSED, FAULT = range(4)

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def refuse(told: str) -> int:
    """Complain; the exit code of what was not done at all."""
    complain(told)
    return REFUSED


def complain(told: str) -> None:
    """One line, whatever a path or a text in it holds."""
    click.echo(_CONTROLS.sub(" ", told), err=True)
