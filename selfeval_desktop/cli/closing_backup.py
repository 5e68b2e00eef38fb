"""Makes the backup of a ledger that the window has closed: `python -m selfeval_desktop.cli.closing_backup NOTE`."""

import logging
import signal
import sys
from pathlib import Path
from types import FrameType

from selfeval_desktop import paths
from selfeval_desktop.app import log
from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.app.ports.safety import BackupReason
from selfeval_desktop.bootstrap import back_up_noted, backup_files, user_settings
from selfeval_desktop.cli.reports import DONE, FAULT
from selfeval_desktop.wording import commands, errors, language


def main() -> int:
    """Back up what the note says, the last argument; the exit code."""
    # Asked to end, it takes what it has begun away; the note stays, and the next start begins anew.
    signal.signal(signal.SIGTERM, _end)
    logging.raiseExceptions = False
    back_up_noted(Path(sys.argv[-1]), _make_backup, _describe_failure)
    return DONE


def _make_backup(ledger: Path, document: str) -> None:
    backup_files().make_backup_if_changed(ledger, BackupReason.CLOSING, document=document)


def _describe_failure(error: Exception) -> str:
    """The sentence for the next start, in the user's language; a fault of the program is logged."""
    language.switch_language(user_settings().load_settings().language or language.SOURCE)
    if isinstance(error, SelfEvalError):
        return errors.error_sentence(error)
    path = log.write_log_to(paths.user_log())
    log.log_error(error)
    return commands.command_fault(path)


def _end(_number: int, _frame: FrameType | None) -> None:
    sys.exit(FAULT)


if __name__ == "__main__":
    sys.exit(main())
