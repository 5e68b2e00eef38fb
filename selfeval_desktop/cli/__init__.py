"""The same work without a window: `selfeval COMMAND …`."""

from selfeval_desktop.cli.program import main, run

__all__ = ["main", "run"]
