"""The 上报包: which forms may go into one, and what it is made of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from selfeval_desktop.app.errors import NotReady
from selfeval_desktop.app.paper.outputs import FormOutput, Paperwork
from selfeval_desktop.app.ports.printouts import Printout
from selfeval_desktop.app.ports.progress import Progress, ignore_progress
from selfeval_desktop.app.ports.templates import Templates
from selfeval_desktop.domain.layout.paper import PaperChoice, PaperSetup
from selfeval_desktop.domain.layout.year_summary import SummaryEntry, summary_sheet, usual_unit


@dataclass(frozen=True, slots=True)
class Package:
    """What is handed up: forms without errors, a 汇总表 for each of their years, and the paper of the 核对单."""

    forms: tuple[FormOutput, ...]
    summaries: tuple[Printout, ...]
    list_paper: PaperSetup
    templates: Templates


@dataclass(frozen=True, slots=True)
class WrittenPackage:
    """The file that was written, how many files it holds, and how many cells were compared in them."""

    path: Path
    files: int
    cells: int


class PackageWriter(Protocol):
    """Writes an upload package as one .zip, after everything in it was read back and found the same.

    ReadBackMismatch, UnwritableFile, TextTooLong, Cancelled: then nothing is left behind, and an old file stays.
    """

    def __call__(
        self, package: Package, target: Path, progress: Progress = ignore_progress
    ) -> WrittenPackage: ...


def find_unready_forms(made: Sequence[FormOutput]) -> tuple[NotReady, ...]:
    """Why each of these forms that cannot be handed up cannot be."""
    counted = (
        NotReady(
            each.form_id,
            each.form.project_name,
            each.readiness.errors,
            each.readiness.waiting,
        )
        for each in made
    )
    return tuple(each for each in counted if each.errors or each.unconfirmed)


def build_package(made: Sequence[FormOutput], paperwork: Paperwork) -> Package:
    """The package of these forms, of which there is one at least; NotReady for the first that cannot go into it."""
    for obstacle in find_unready_forms(made):
        raise obstacle
    years = sorted({each.form.year for each in made if each.form.year is not None})
    paper = replace(paperwork.templates.newest_templates()[0].paper, imprint=False)
    return Package(
        tuple(made),
        tuple(_summary_printout(year, made, paperwork) for year in years),
        PaperChoice(size="A4", orientation="portrait").apply_to_paper(paper),
        paperwork.templates,
    )


def _summary_printout(year: int, made: Sequence[FormOutput], paperwork: Paperwork) -> Printout:
    """The 汇总表 of the package's own forms of a year."""
    entries = [
        SummaryEntry(each.form, each.template, each.evaluation) for each in made if each.form.year == year
    ]
    sheet = summary_sheet(year, entries, usual_unit(entry.form.money_unit for entry in entries))
    paper = PaperChoice(size="A4", orientation="landscape").apply_to_paper(
        paperwork.templates.newest_templates()[0].paper
    )
    return Printout(f"{sheet.title}-{year}", sheet, replace(paper, imprint=False))
