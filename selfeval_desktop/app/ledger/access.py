"""Whether a ledger can be written, and what kind of place it lies in."""

from enum import StrEnum
from pathlib import Path

from selfeval_desktop.app.errors import LedgerInUse, SelfEvalError, UnwritableFile
from selfeval_desktop.app.ports.ledgers import FormStore, Ledgers


class Medium(StrEnum):
    """The kind of drive that a ledger lies on."""

    LOCAL = "local"
    NETWORK = "network"
    REMOVABLE = "removable"


def open_ledger_with_fallback(
    ledgers: Ledgers, path: Path, *, take_over: bool = False
) -> tuple[FormStore, SelfEvalError | None]:
    """The ledger, opened for reading only where it cannot be written, and the error that prevented writing, else None.

    `take_over` ignores a lock that another PC left.
    """
    try:
        return ledgers.open_ledger_file(path, take_over=take_over), None
    except (LedgerInUse, UnwritableFile) as error:
        return ledgers.open_ledger_file(path, read_only=True), error
