"""Forms as JSON files: a working copy that imports back to equal forms."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from selfeval_desktop.app.ports.printouts import Printout
from selfeval_desktop.app.ports.progress import Progress, ignore_progress
from selfeval_desktop.codec import form_json
from selfeval_desktop.output.files import write_files


def write_json(
    printouts: Sequence[Printout], target: Path, progress: Progress = ignore_progress
) -> tuple[Path, ...]:
    """One list of all forms in a .json, or a folder of files; forms with unread cells must have been left out."""
    return write_files(printouts, target, ".json", _json_bytes, progress)


def _json_bytes(printouts: Iterable[Printout]) -> bytes:
    return form_json.write_forms(printout.form for printout in printouts if printout.form is not None)
