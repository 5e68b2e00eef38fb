"""The 上报包: which forms may go into one, and what it is made of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from selfeval_desktop.app.errors import NotReady, SelfEvalError
from selfeval_desktop.app.paper.documents import find_obstacle, landscape_printout, list_paper
from selfeval_desktop.app.paper.outputs import FormOutput, Paperwork
from selfeval_desktop.app.ports.documents import Printout, Progress, ignore_progress
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.domain.form.form import MoneyUnit
from selfeval_desktop.domain.layout.paper import PaperSetup
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.domain.scoring.year_totals import SummaryEntry, usual_unit


@dataclass(frozen=True, slots=True)
class ReadBackEntry:
    """One form or summary whose files say what it says; `cells` counts those compared in each of them."""

    name: str
    unit: str
    year: int | None
    score_total: Decimal | None
    code: str
    cells: int


@dataclass(frozen=True, slots=True)
class PackageLists:
    """Lay out the lists of a package in words: the 汇总表 of a year, amounts in one money unit, and the 核对单."""

    lay_out_summary: Callable[[int, Sequence[SummaryEntry], MoneyUnit], Sheet]
    lay_out_read_back: Callable[[Sequence[ReadBackEntry]], Sheet]


@dataclass(frozen=True, slots=True)
class Package:
    """What is handed up: forms without errors, a 汇总表 for each of their years, the 核对单 and its paper."""

    forms: tuple[FormOutput, ...]
    summaries: tuple[Printout, ...]
    lists: PackageLists
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

    ReadBackMismatch, UnwritableFile, TooMuchText, TextTooLong, Cancelled: then nothing is left behind, and an old file stays.
    """

    def __call__(self, package: Package, target: Path, progress: Progress = ignore_progress) -> WrittenPackage: ...


def find_unready_forms(made: Sequence[FormOutput]) -> tuple[SelfEvalError, ...]:
    """Why each of these forms that cannot be handed up cannot be: NotReady, TooMuchText, TextTooLong."""
    return tuple(found for each in made if (found := _find_unreadiness(each)) is not None)


def _find_unreadiness(output: FormOutput) -> SelfEvalError | None:
    if not output.readiness.is_final:
        ready = output.readiness
        return NotReady(output.form_id, output.form.project_name, ready.errors, ready.waiting)
    return find_obstacle(output, "package")


def build_package(made: Sequence[FormOutput], paperwork: Paperwork, lists: PackageLists) -> Package:
    """The package of these forms, of which there is one at least; the error of the first that cannot go into it."""
    for obstacle in find_unready_forms(made):
        raise obstacle
    years = sorted({each.form.year for each in made if each.form.year is not None})
    return Package(
        tuple(made),
        tuple(_summary_printout(year, made, paperwork, lists) for year in years),
        lists,
        list_paper(paperwork, "portrait"),
        paperwork.templates,
    )


def _summary_printout(year: int, made: Sequence[FormOutput], paperwork: Paperwork, lists: PackageLists) -> Printout:
    """The 汇总表 of the package's own forms of a year."""
    entries = [SummaryEntry(each.form, each.template, each.evaluation) for each in made if each.form.year == year]
    unit = usual_unit(entry.form.money_unit for entry in entries)
    sheet = lists.lay_out_summary(year, entries, unit)
    return landscape_printout(paperwork, sheet, f"{sheet.title}-{year}")
