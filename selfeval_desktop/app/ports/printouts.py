"""Sheets ready for paper or file, and what lays them out."""

from dataclasses import dataclass
from typing import Protocol

from selfeval_desktop.app.paper.drawing import Page
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


@dataclass(frozen=True, slots=True)
class FontOffer:
    """A font of this PC that a form's text can be set in: its name for `PaperSetup.font`, and what people call it."""

    name: str
    label: str


class PageMaker(Protocol):
    """Lays a printout out into pages of drawing operations."""

    def __call__(self, printout: Printout) -> tuple[Page, ...]: ...


class PaperCode(Protocol):
    """8 characters that stand for a form's content under a template; the same on every PC."""

    def __call__(self, form: Form, template: Template) -> str: ...
