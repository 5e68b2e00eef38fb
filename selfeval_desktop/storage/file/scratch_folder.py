"""A temporary folder for work on a copy of a ledger; what a killed run left is removed later."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from selfeval_desktop import paths

_STALE_SECONDS = 3600


@contextmanager
def scratch_folder(path: Path) -> Iterator[Path]:
    """A folder of the ledger's own, for a moment. What a killed run left in it goes when the same is tried again."""
    name = sha256(os.path.realpath(path).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    folder = paths.user_recovery() / f".~{name}"
    if folder.exists():
        shutil.rmtree(folder)
    _remove_stale_folders()
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _remove_stale_folders() -> None:
    """Remove what was left there long ago, of whatever ledger."""
    with suppress(OSError):
        for folder in paths.user_recovery().glob(".~*"):
            if time.time() - folder.stat().st_mtime > _STALE_SECONDS:
                shutil.rmtree(folder)
