"""Lists and blanks as printouts, apart from the forms themselves: they have no code and no JSON."""

from dataclasses import dataclass, replace

from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.app.ledger.templates import template_of
from selfeval_desktop.app.paper.file_names import form_file_name
from selfeval_desktop.app.paper.outputs import FormOutput, Paperwork, check_readiness
from selfeval_desktop.app.paper.size_limits import find_excess_text, find_long_cell
from selfeval_desktop.app.ports.documents import Printout, Progress, ignore_progress
from selfeval_desktop.app.ports.forms import StoredForms
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import MoneyUnit
from selfeval_desktop.domain.layout import portal_lists as indicators
from selfeval_desktop.domain.layout.blank import BLANK, USUAL_ROWS, blank_sheet
from selfeval_desktop.domain.layout.masking import Masks, mask_sheet, without_words
from selfeval_desktop.domain.layout.paper import Orientation, PaperChoice, PaperSetup
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.domain.scoring.year_totals import SummaryEntry

_SPREADSHEETS = frozenset({"xlsx", "list", "package"})


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


def read_summary_entries(
    store: StoredForms, paperwork: Paperwork, year: int, progress: Progress = ignore_progress
) -> list[SummaryEntry]:
    """The forms of a year as stored, with what follows from them; those that are not final have the mark of a draft.

    UnknownTemplate, DamagedLedger, Cancelled.
    """
    wanted = [summary.form_id for summary in store.form_summaries() if summary.year == year]
    entries = []
    for done, form_id in enumerate(wanted):
        progress(done, len(wanted))
        entries.append(_summary_entry(store, paperwork, form_id))
    return entries


def landscape_printout(paperwork: Paperwork, sheet: Sheet, name: str = "") -> Printout:
    """A list that is no form, on lying A4; its file is named by its title unless `name` says otherwise."""
    return Printout(name or sheet.title, sheet, list_paper(paperwork, "landscape"))


def portrait_printout(paperwork: Paperwork, sheet: Sheet) -> Printout:
    """A list that is no form, on standing A4."""
    return Printout(sheet.title, sheet, list_paper(paperwork, "portrait"))


def list_paper(paperwork: Paperwork, orientation: Orientation) -> PaperSetup:
    """A4 for a list that is no form: margins and type of the newest template, no code at the foot."""
    paper = PaperChoice(size="A4", orientation=orientation).apply_to_paper(
        paperwork.templates.newest_templates()[0].paper
    )
    return replace(paper, imprint=False)


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


def printout_of_kind(output: FormOutput, kind: str) -> Printout:
    """What is written of a form as that kind of file: its 指标清单, or the form itself."""
    return indicator_list(output) if kind == "list" else output.printout


def find_obstacle(output: FormOutput, kind: str) -> SelfEvalError | None:
    """Why a form cannot be written as that kind of file, be it a draft or not: UnreadCells, TooMuchText, TextTooLong.

    `kind` is that of the writer, or "package". None where it can be written.
    """
    if kind == "json":
        return output.unread_cells
    sheet = printout_of_kind(output, kind).sheet
    return find_excess_text(sheet) or (find_long_cell(sheet) if kind in _SPREADSHEETS else None)


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


"""What is repeated for each copy: all forms one after the other, one form, or one sheet of paper."""
