"""Prints the figures: paper, save, edit, start. Each is timed in turn with what it is compared to."""

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.bench.checking import checking
from tests.bench.exchange import exchange
from tests.bench.foreign import foreign
from tests.bench.grids import grids
from tests.bench.histories import histories
from tests.bench.large import large
from tests.bench.paper import against_libreoffice, against_typst, batches, drawing
from tests.bench.storing import saving
from tests.bench.windows import editing, starting


def main() -> None:
    """All of them, in a folder that is gone afterwards."""
    application = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        drawing()
        batches(folder)
        against_typst()
        against_libreoffice(folder)
        saving(folder)
        checking(folder)
        exchange(folder)
        foreign(folder)
        large(folder)
        histories(folder)
        editing(folder)
        grids(folder)
        starting(folder)
    application.clipboard().clear()


if __name__ == "__main__":
    main()
