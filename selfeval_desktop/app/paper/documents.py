"""Lists and blanks as printouts, apart from the forms themselves: they have no code and no JSON."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from selfeval_desktop.app.ledger.templates import template_of
from selfeval_desktop.app.paper.file_names import form_file_name
from selfeval_desktop.app.paper.outputs import FormOutput, Paperwork
from selfeval_desktop.app.paper.readiness import check_readiness
from selfeval_desktop.app.ports.forms import StoredForms
from selfeval_desktop.app.ports.printouts import Printout
from selfeval_desktop.app.ports.progress import Progress, ignore_progress
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import MoneyUnit
from selfeval_desktop.domain.layout import indicator_list as indicators
from selfeval_desktop.domain.layout.blank import BLANK, USUAL_ROWS, blank_sheet
from selfeval_desktop.domain.layout.cover import CoverEntry, cover_sheet
from selfeval_desktop.domain.layout.masking import Masks, mask_sheet, without_words
from selfeval_desktop.domain.layout.paper import PaperChoice
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.domain.layout.type_over import type_over_sheet
from selfeval_desktop.domain.layout.year_summary import SummaryEntry, summary_sheet, usual_unit


@dataclass(frozen=True, slots=True)
class SummaryRequest:
    """What to sum up: a year's forms; `money_unit` None means the one that most of them are in."""

    year: int
    money_unit: MoneyUnit | None = None
    subtotals: bool = False


@dataclass(frozen=True, slots=True)
class BlankFormRequest:
    """Which blank: of a template, with so many indicator rows; `levels` prints first and second levels in them."""

    template_id: str
    money_unit: MoneyUnit
    rows: int = USUAL_ROWS
    levels: bool = True


def cover_printout(made: Sequence[FormOutput], page_counts: Sequence[int], copies: int = 1) -> Printout:
    """The list that lies on top of a batch, in its order, on the paper of its first form.

    `page_counts` are those of one copy of each form; there is one form at least.
    """
    entries = [_cover_entry(output, pages) for output, pages in zip(made, page_counts, strict=True)]
    sheet = cover_sheet(entries, copies)
    return Printout(sheet.name, sheet, replace(made[0].printout.paper, imprint=False))


def year_summary(
    store: StoredForms, paperwork: Paperwork, order: SummaryRequest, progress: Progress = ignore_progress
) -> Printout:
    """The 汇总表 of a year from the forms as stored, on lying A4; those that are not final are marked as drafts.

    UnknownTemplate, DamagedLedger, Cancelled.
    """
    wanted = [summary.form_id for summary in store.form_summaries() if summary.year == order.year]
    entries = []
    for done, form_id in enumerate(wanted):
        progress(done, len(wanted))
        entries.append(_summary_entry(store, paperwork, form_id))
    unit = order.money_unit or usual_unit(entry.form.money_unit for entry in entries)
    sheet = summary_sheet(order.year, entries, unit, subtotals=order.subtotals)
    return landscape_printout(paperwork, sheet, f"{sheet.title}-{order.year}")


def landscape_printout(paperwork: Paperwork, sheet: Sheet, name: str = "") -> Printout:
    """A list that is no form, on lying A4; its file is named by its title unless `name` says otherwise."""
    paper = PaperChoice(size="A4", orientation="landscape").apply_to_paper(
        paperwork.templates.newest_templates()[0].paper
    )
    return Printout(name or sheet.title, sheet, replace(paper, imprint=False))


def portrait_printout(paperwork: Paperwork, sheet: Sheet) -> Printout:
    """A list that is no form, on standing A4."""
    paper = PaperChoice(size="A4", orientation="portrait").apply_to_paper(
        paperwork.templates.newest_templates()[0].paper
    )
    return Printout(sheet.title, sheet, replace(paper, imprint=False))


def public_copy(output: FormOutput, masks: Masks) -> Printout:
    """The 公开版 of a form. It has no code, which would belong to the whole content, and no form behind it."""
    printout = output.printout
    sheet = mask_sheet(printout.sheet, masks)
    named = replace(output.form, project_name=sheet.name, unit=sheet.author)
    return replace(
        printout,
        name=without_words(form_file_name(named, output.form_id), masks.words),
        sheet=sheet,
        paper=replace(printout.paper, imprint=False),
        form=None,
        imprint=None,
    )


def indicator_list(output: FormOutput) -> Printout:
    """A form's 指标清单, as portals import it; the sheet is known by the form's name."""
    sheet = indicators.indicator_list_sheet(output.form, output.template, output.evaluation)
    return replace(
        output.printout, name=f"{output.printout.name}-{indicators.TITLE}", sheet=sheet, mark="", imprint=None
    )


def type_over_list(output: FormOutput, lines: Sequence[tuple[str, str]]) -> Printout:
    """The 对照单 of a form, for typing it over at another PC: label and content of each field."""
    sheet = type_over_sheet(output.form.project_name, lines)
    paper = replace(
        PaperChoice(size="A4", orientation="portrait").apply_to_paper(output.printout.paper), imprint=False
    )
    return Printout(f"{output.printout.name}-{sheet.title}", sheet, paper)


def blank_form_printout(paperwork: Paperwork, order: BlankFormRequest) -> Printout:
    """The official form without content, on the paper chosen for its template; UnknownTemplate."""
    template = paperwork.templates.get_template(order.template_id)
    sheet = blank_sheet(
        template,
        order.rows,
        money_unit=order.money_unit,
        levels=order.levels,
        signature=paperwork.has_signature(template),
    )
    paper = paperwork.choices.get(template.id, PaperChoice()).apply_to_paper(template.paper)
    return Printout(f"{sheet.name}-{BLANK}", sheet, replace(paper, imprint=False))


def _summary_entry(store: StoredForms, paperwork: Paperwork, form_id: int) -> SummaryEntry:
    form = store.load_form(form_id)
    template = template_of(form, paperwork.templates)
    evaluation = evaluate(form, template)
    mark = "" if check_readiness(form, evaluation).is_final else paperwork.draft_mark
    return SummaryEntry(form, template, evaluation, mark)


def _cover_entry(output: FormOutput, pages: int) -> CoverEntry:
    form, printout = output.form, output.printout
    return CoverEntry(
        form.project_name,
        form.unit,
        form.year,
        output.evaluation.score_total,
        pages,
        printout.imprint.code if printout.imprint else "",
        printout.mark,
    )
