"""Processes that are timed: with their own settings, and with compiled modules kept, as an installed program has."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path


def environment(home: Path) -> Mapping[str, str]:
    """What a child of ours finds around it; `home` holds its settings."""
    kept = {**os.environ, "SELFEVAL_HOME": str(home)}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept


def until_ready(home: Path, *arguments: str) -> Callable[[], None]:
    """Starts `python -m` with these arguments; done when it says "ready"."""

    def run() -> None:
        command = [sys.executable, "-m", *arguments]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment(home)
        ) as process:
            assert process.stdout is not None
            line = process.stdout.readline()
            process.kill()
        if line != "ready\n":
            raise SystemExit(f"{' '.join(arguments)}: {line!r}")

    return run


def until_ended(home: Path, *arguments: str) -> Callable[[], None]:
    """Starts `python -m` with these arguments; done when it has ended well."""

    def run() -> None:
        command = [sys.executable, "-m", *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment(home))

    return run
