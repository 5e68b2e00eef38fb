"""The command line `selfeval`."""

from selfeval_desktop.cli.program import main, run

__all__ = ["main", "run"]
