"""From forms to files: one for all of them, or a folder with one each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from selfeval_desktop.app.collector import without_collector
from selfeval_desktop.app.ports.printouts import Printout
from selfeval_desktop.app.ports.progress import Progress
from selfeval_desktop.storage.file.atomic_write import write_files_atomically


def write_files(
    printouts: Sequence[Printout],
    target: Path,
    ending: str,
    make: Callable[[Iterable[Printout]], bytes],
    progress: Progress,
) -> tuple[Path, ...]:
    """Write what `make` gives: one file when `target` has the ending, else a folder; the files, in order.

    Everything is made before the first file is touched, and the files appear all or none. In a folder
    each file has its form's name and replaces its predecessor. `progress` is called before each form.
    """
    watched = _with_progress(printouts, progress)
    with without_collector():
        if target.suffix.lower() == ending:
            files = {target: make(watched)}
        else:
            files = {target / f"{printout.name}{ending}": make([printout]) for printout in watched}
    write_files_atomically(files)
    return tuple(files)


def _with_progress(printouts: Sequence[Printout], progress: Progress) -> Iterator[Printout]:
    for done, printout in enumerate(printouts):
        progress(done, len(printouts))
        yield printout
    progress(len(printouts), len(printouts))
