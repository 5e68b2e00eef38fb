"""What the writers of files have in common: names, zip archives, widths of text in office programs; and JSON, which needs no more."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from selfeval_desktop.app.collector import without_collector
from selfeval_desktop.app.paper.size_limits import refuse_excess_text
from selfeval_desktop.app.ports.documents import Printout, Progress, ignore_progress
from selfeval_desktop.codec import form_json
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.output.pdf.text_layout import Composer
from selfeval_desktop.storage.file.atomic_write import write_files_atomically


def write_sheets(
    printouts: Sequence[Printout],
    target: Path,
    ending: str,
    make: Callable[[Iterable[Printout]], bytes],
    progress: Progress,
) -> tuple[Path, ...]:
    """As `write_files`, of what is laid out for people; TooMuchText before anything is made."""
    for printout in printouts:
        refuse_excess_text(printout.sheet)
    return write_files(printouts, target, ending, make, progress)


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


_NEVER = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_RIGHTS = 0o644 << 16
# These formats are compressed already.
_PACKED = frozenset({".pdf", ".xlsx", ".docx"})


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    """An archive of these files, in their order. ValueError for a name that would lead out of the folder it is unpacked to."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in files.items():
            path = PurePosixPath(name)
            if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or str(path) != name:
                raise ValueError(name)
            entry = ZipInfo(name, _NEVER)
            entry.create_system = _UNIX
            entry.external_attr = _RIGHTS
            entry.compress_type = ZIP_STORED if path.suffix in _PACKED else ZIP_DEFLATED
            archive.writestr(entry, data)
    return stream.getvalue()


def bytes_of_any_system(stream: BytesIO) -> bytes:
    """The archive in `stream`, as made on Unix: its directory names the system that a library wrote it on."""
    with ZipFile(stream, "a") as archive:
        for entry in archive.infolist():
            entry.create_system = _UNIX
        # A comment, though empty, has the directory written anew.
        archive.comment = b""
    return stream.getvalue()


SONG, HEI = "宋体", "黑体"


class _OfficeAdvances(dict[str, float]):
    """Advances as office programs are likely to have them: half an em for Latin, one for Chinese."""

    def __missing__(self, character: str) -> float:
        wide = unicodedata.east_asian_width(character) in "WFA"
        advance = self[character] = 1.0 if wide else 0.55
        return advance


COMPOSER = Composer(_OfficeAdvances())


def marked_title(printout: Printout) -> str:
    """The sheet's title followed by the mark in brackets: files for editing have no mark across their pages."""
    return f"{printout.sheet.title}（{printout.mark}）" if printout.mark else printout.sheet.title


def lines_below(sheet: Sheet) -> tuple[tuple[str, ...], ...]:
    """What stands below the table, line by line, each in parts that lie evenly across the page."""
    return (*((note,) for note in sheet.notes), *sheet.signature_lines)


def write_json(printouts: Sequence[Printout], target: Path, progress: Progress = ignore_progress) -> tuple[Path, ...]:
    """One list of all forms in a .json, or a folder of files; forms with unread cells must have been left out."""
    return write_files(printouts, target, ".json", _json_bytes, progress)


def _json_bytes(printouts: Iterable[Printout]) -> bytes:
    return form_json.write_forms(printout.form for printout in printouts if printout.form is not None)
