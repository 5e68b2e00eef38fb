"""Papers and files at the edge of the program: printouts, what writes and reads them, and the progress of longer work."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from selfeval_desktop.app.incoming import Incoming
from selfeval_desktop.app.paper.drawing import Page
from selfeval_desktop.app.paper.file_names import file_name
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.layout.paper import PaperSetup
from selfeval_desktop.domain.layout.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Imprint:
    """What ties a sheet of paper to its data: the form's code, and what the QR code next to it holds."""

    code: str
    qr: str


@dataclass(frozen=True, slots=True)
class Printout:
    """A sheet ready to be written: `name` is its file name without ending, `mark` the text across each page.

    `form` is what the sheet shows; None for lists and summaries, which have no JSON.
    """

    name: str
    sheet: Sheet
    paper: PaperSetup
    form: Form | None = None
    mark: str = ""
    imprint: Imprint | None = None

    def __post_init__(self) -> None:
        # Titles of templates and names of projects become names of files: none may lead out of its folder.
        object.__setattr__(self, "name", file_name(self.name))


@dataclass(frozen=True, slots=True)
class FontOffer:
    """A font of this PC that a form's text can be set in: its name for `PaperSetup.font`, and what people call it."""

    name: str
    label: str


class PageMaker(Protocol):
    """Lays a printout out into pages of drawing operations; TooMuchText."""

    def __call__(self, printout: Printout) -> tuple[Page, ...]: ...


class PaperCode(Protocol):
    """8 characters that stand for a form's content under a template; the same on every PC."""

    def __call__(self, form: Form, template: Template) -> str: ...


class Progress(Protocol):
    """Called before each piece of a longer work; raises Cancelled where the user wants no more of it."""

    def __call__(self, done: int, total: int) -> None: ...


def ignore_progress(done: int, total: int) -> None:
    """The progress of work that nobody watches."""


class Writer(Protocol):
    """Writes forms to one file, or to a folder with one file each; the files written, in order.

    Nothing is left behind when it fails or is cancelled; an old file stays as it was (UnwritableFile,
    TooMuchText, TextTooLong, Cancelled).
    """

    def __call__(
        self, printouts: Sequence[Printout], target: Path, progress: Progress = ignore_progress
    ) -> tuple[Path, ...]: ...


class FormFileReader(Protocol):
    """The forms of a JSON file; MissingFile, UnreadableFile, BadFormFile, Cancelled."""

    def __call__(self, path: Path, progress: Progress = ignore_progress) -> tuple[Form, ...]: ...


class IncomingReader(Protocol):
    """Recognises what an office's file holds; MissingFile, UnreadableFile, UnfitFile, Cancelled.

    `progress` counts the seconds that the file may take.
    """

    def __call__(self, path: Path, progress: Progress = ignore_progress) -> Incoming: ...
