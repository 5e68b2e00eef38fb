"""From forms to files: one for all of them, or a folder with one each."""

from collections.abc import Callable, Sequence
from pathlib import Path

from selfeval_desktop.app.ports import Printout
from selfeval_desktop.storage.publish import publish


def write_files(
    printouts: Sequence[Printout], target: Path, ending: str, make: Callable[[Sequence[Printout]], bytes]
) -> tuple[Path, ...]:
    """Write what `make` gives: one file when `target` has the ending, else a folder; the files, in order.

    Everything is made before the first file is touched, and the files appear all or none. In a folder
    each file has its form's name and replaces its predecessor.
    """
    if target.suffix.lower() == ending:
        files = {target: make(printouts)}
    else:
        files = {target / f"{printout.name}{ending}": make([printout]) for printout in printouts}
    publish(files)
    return tuple(files)
