"""Whether a ledger can be written, and what kind of place it lies in."""

from enum import StrEnum
from pathlib import Path

from selfeval_desktop.app.errors import LedgerInUse, SelfEvalError, UnwritableFile
from selfeval_desktop.app.ports.ledgers import FormStore, Ledgers


class Medium(StrEnum):
    """What a ledger lies on."""

    LOCAL = "local"
    NETWORK = "network"
    REMOVABLE = "removable"


def open_ledger_with_fallback(
    ledgers: Ledgers, path: Path, *, take_over: bool = False
) -> tuple[FormStore, SelfEvalError | None]:
    """The ledger, for reading only where it cannot be written; and what stood against writing, None for nothing.

    `take_over` has it even though another PC left its lock.
    """
    try:
        return ledgers.open_ledger_file(path, take_over=take_over), None
    except (LedgerInUse, UnwritableFile) as error:
        return ledgers.open_ledger_file(path, read_only=True), error
