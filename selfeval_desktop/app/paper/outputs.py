"""Forms of a ledger made into printouts, as window and command line do alike before they print or export."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from hashlib import file_digest
from pathlib import Path

from selfeval_desktop.app.errors import OtherTemplateVersion, UnknownForm, UnreadCells
from selfeval_desktop.app.foreign_files import open_regular_file, shown_text
from selfeval_desktop.app.ledger.access import open_ledger_with_fallback
from selfeval_desktop.app.ledger.templates import template_of
from selfeval_desktop.app.paper.file_names import form_file_name
from selfeval_desktop.app.ports.documents import Imprint, PaperCode, Printout
from selfeval_desktop.app.ports.forms import StoredForms
from selfeval_desktop.app.ports.ledgers import FormStore, Ledgers
from selfeval_desktop.app.ports.output_events import FrozenCopy, OutputRecord, SentFile
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.domain.evaluation import Evaluation, evaluate
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.layout.paper import PaperChoice
from selfeval_desktop.domain.layout.sheet import Sheet, lay_out
from selfeval_desktop.domain.rules.findings import Severity


@dataclass(frozen=True, slots=True)
class Readiness:
    """Counts what keeps a form from being final: errors, and unconfirmed values carried over from last year.

    Imported values may stay unconfirmed: a file of forms can be printed as it came.
    """

    errors: int = 0
    waiting: int = 0

    @property
    def is_final(self) -> bool:
        """Whether both counts are zero."""
        return not (self.errors or self.waiting)


def check_readiness(form: Form, evaluation: Evaluation) -> Readiness:
    """How that form stands."""
    return Readiness(evaluation.count_findings(Severity.ERROR), form.annotations.unconfirmed_count)


HANDED_IN = frozenset({"list", "package"})
"""Kinds of files made for other programs to take in; in a working copy any character will do."""


@dataclass(frozen=True, slots=True)
class FormOutput:
    """A form of the ledger with its template, evaluation and printout."""

    form_id: int
    form: Form
    evaluation: Evaluation
    printout: Printout
    template: Template

    @property
    def readiness(self) -> Readiness:
        """What keeps the form from being final."""
        return check_readiness(self.form, self.evaluation)

    @property
    def output_record(self) -> OutputRecord:
        """The form as it goes out."""
        return OutputRecord(self.form_id, self.form, self.printout.paper, bool(self.printout.sheet.signature))

    @property
    def unread_cells(self) -> UnreadCells | None:
        """Why the form cannot be exported as JSON: numeric cells hold text. None when none does."""
        cells = tuple(str(field) for field in self.form.unread)
        return UnreadCells(self.form_id, cells) if cells else None


@dataclass(frozen=True, slots=True)
class Paperwork:
    """How forms become printouts.

    `draft_mark` is put across a form until it is ready; `choices` are the user's for paper, by template.
    """

    templates: Templates
    paper_code: PaperCode
    draft_mark: str
    choices: Mapping[str, PaperChoice] = field(default_factory=dict)

    def build_output(self, form_id: int, form: Form) -> FormOutput:
        """One form, evaluated and laid out anew; UnknownTemplate."""
        template = template_of(form, self.templates)
        evaluation = evaluate(form, template)
        return FormOutput(form_id, form, evaluation, self.build_printout(form_id, form, evaluation), template)

    def build_printout(self, form_id: int, form: Form, evaluation: Evaluation) -> Printout:
        """The form laid out, with its code, on the paper that the user chose."""
        template = template_of(form, self.templates)
        choice = self.choices.get(template.id, PaperChoice())
        code = self.paper_code(form, template)
        return Printout(
            name=form_file_name(form, form_id),
            sheet=self.lay_out_form(form, evaluation),
            paper=choice.apply_to_paper(template.paper),
            form=form,
            mark="" if check_readiness(form, evaluation).is_final else self.draft_mark,
            imprint=_build_imprint(form, code),
        )

    def lay_out_form(self, form: Form, evaluation: Evaluation) -> Sheet:
        """The form as a sheet, before there are pages; UnknownTemplate."""
        template = template_of(form, self.templates)
        return lay_out(form, template, evaluation, signature=self.has_signature(template))

    def reprint_copy(self, copy: FrozenCopy) -> Printout:
        """A form as it was printed, whatever was chosen for paper since then.

        UnknownTemplate; OtherTemplateVersion when neither the ledger nor the program has the template that it was
        printed by.
        """
        form, version = copy.form, copy.event.template_version
        template = self.templates.get_template(form.template, version)
        if template.version != version:
            raise OtherTemplateVersion(template.name, str(version), str(template.version))
        code = self.paper_code(form, template)
        return Printout(
            name=form_file_name(form, copy.event.form_id),
            sheet=lay_out(form, template, evaluate(form, template), signature=copy.signature),
            paper=copy.paper,
            form=form,
            imprint=_build_imprint(form, code),
        )

    def has_signature(self, template: Template) -> bool:
        """Whether the line for signatures stands below the table."""
        chosen = self.choices.get(template.id, PaperChoice()).signature
        return template.signature.shown if chosen is None else chosen

    def build_outputs(self, store: StoredForms, form_ids: Iterable[int]) -> tuple[FormOutput, ...]:
        """The forms as stored, in the order asked for; UnknownForm, UnknownTemplate, DamagedLedger."""
        return tuple(self.build_output(form_id, store.load_form(form_id)) for form_id in form_ids)


def _build_imprint(form: Form, code: str) -> Imprint:
    return Imprint(code, "\n".join((form.project_name, str(form.year or ""), code)))


def finished_form_ids(made: Iterable[FormOutput]) -> tuple[int, ...]:
    """The ids of the forms that are final: these count as printed or exported."""
    return tuple(each.form_id for each in made if each.readiness.is_final)


def select_paperwork(store: StoredForms, form_ids: Iterable[int]) -> tuple[int, ...]:
    """The ids asked for, each once, else all of the ledger; UnknownForm for one that it does not list."""
    listed = tuple(summary.form_id for summary in store.form_summaries())
    asked = tuple(dict.fromkeys(form_ids))
    for form_id in asked:
        if form_id not in listed:
            raise UnknownForm(form_id)
    return asked or listed


def final_output_records(made: Iterable[FormOutput]) -> tuple[OutputRecord, ...]:
    """The records of printed or exported forms for the ledger: final ones only."""
    return tuple(each.output_record for each in made if each.readiness.is_final)


def records_with_files(made: Sequence[FormOutput], kind: str, written: Sequence[Path]) -> tuple[OutputRecord, ...]:
    """The same, with the file that each form went into: all into one, or each into its own, in their order.

    `kind` is that of the writer, or "package". A file that cannot be read any more goes without its digest.
    """
    files = [SentFile(kind, shown_text(path.name), _file_digest(path)) for path in written]
    whose = files * len(made) if len(files) == 1 else files
    return tuple(
        replace(each.output_record, file=file)
        for each, file in zip(made, whose, strict=True)
        if each.readiness.is_final
    )


def _file_digest(path: Path) -> str:
    try:
        with open_regular_file(path) as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


@contextmanager
def open_for_recording(ledgers: Ledgers, path: Path) -> Iterator[tuple[FormStore, bool]]:
    """The ledger, and whether outputs can be recorded in it: not while another process holds it or it is write-protected."""
    store, obstacle = open_ledger_with_fallback(ledgers, path)
    with closing(store):
        yield store, obstacle is None
