"""Forms of a ledger made ready for the writers: what the window and the commands do alike before they print or export."""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from selfeval_desktop.app.errors import LedgerInUse, UnknownForm, UnreadCells, UnwritableFile
from selfeval_desktop.app.file_names import file_name
from selfeval_desktop.app.ports import FormStore, Ledgers, Printout, Templates
from selfeval_desktop.domain.evaluation import Evaluation, evaluate
from selfeval_desktop.domain.form import Form
from selfeval_desktop.domain.sheet import lay_out


@dataclass(frozen=True, slots=True)
class Output:
    """A form of the ledger, what follows from it, and its printout."""

    form_id: int
    form: Form
    evaluation: Evaluation
    printout: Printout

    @property
    def unread_cells(self) -> UnreadCells | None:
        """Why the form cannot be exported as JSON: numeric cells hold text. None when none does."""
        cells = tuple(str(field) for field in self.form.unread)
        return UnreadCells(self.form_id, cells) if cells else None


def output(
    form_id: int, form: Form, templates: Templates, *, draft_mark: str, signature: bool | None = None
) -> Output:
    """One form, evaluated and laid out anew; `draft_mark` is put across it while it has errors.

    `signature` None: the signature row is printed where the template says so. UnknownTemplate.
    """
    template = templates.get(form.template)
    evaluation = evaluate(form, template)
    printout = Printout(
        name=file_name(form, form_id),
        form=form,
        sheet=lay_out(form, template, evaluation, signature=signature),
        paper=template.paper,
        mark=draft_mark if evaluation.has_errors else "",
    )
    return Output(form_id, form, evaluation, printout)


def outputs(
    store: FormStore,
    form_ids: Iterable[int],
    templates: Templates,
    *,
    draft_mark: str,
    signature: bool | None = None,
) -> tuple[Output, ...]:
    """The forms as stored, in the order asked for; UnknownForm, UnknownTemplate, DamagedLedger."""
    return tuple(
        output(form_id, store.load(form_id), templates, draft_mark=draft_mark, signature=signature)
        for form_id in form_ids
    )


def finished(made: Iterable[Output]) -> tuple[int, ...]:
    """The ids of forms without errors: these count as printed or exported."""
    return tuple(each.form_id for each in made if not each.evaluation.has_errors)


def chosen(store: FormStore, form_ids: Iterable[int]) -> tuple[int, ...]:
    """The ids asked for, each once, else all of the ledger; UnknownForm for one that it does not list."""
    listed = tuple(summary.form_id for summary in store.summaries())
    asked = tuple(dict.fromkeys(form_ids))
    for form_id in asked:
        if form_id not in listed:
            raise UnknownForm(form_id)
    return asked or listed


@contextmanager
def opened_to_record(ledgers: Ledgers, path: Path) -> Iterator[tuple[FormStore, bool]]:
    """The ledger, and whether it can be noted in it what was done: not while another holds it or it is write-protected."""
    try:
        store, can_record = ledgers.open(path), True
    except (LedgerInUse, UnwritableFile):
        store, can_record = ledgers.open(path, read_only=True), False
    with closing(store):
        yield store, can_record
