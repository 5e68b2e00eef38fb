"""The program's log: faults with their traces, for whoever mends them; never what a form says."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

NAME = "selfeval.log"
_BYTES = 1_000_000
_KEPT = 3


def keep(folder: Path) -> Path:
    """Write the log to a file in that folder from now on, older ones beside it; where it lies.

    The file is made with the first entry.
    """
    path = folder / NAME
    handler = RotatingFileHandler(path, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger("selfeval_desktop")
    for old in logger.handlers[:]:
        logger.removeHandler(old)
        old.close()
    logger.addHandler(handler)
    return path
