"""Forms of a ledger are written to files, and each file is recorded in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.app.paper import documents
from selfeval_desktop.app.paper.outputs import (
    FormOutput,
    Paperwork,
    open_for_recording,
    records_with_files,
    select_paperwork,
)
from selfeval_desktop.app.paper.packages import build_package, find_unready_forms
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.app.ports.output_events import EventKind, OutputRecord
from selfeval_desktop.bootstrap import form_writers, ledger_files, paper_code, write_package
from selfeval_desktop.cli.reports import DONE, PARTLY, print_complaint, print_refusal, print_result
from selfeval_desktop.domain.rules.foreign_characters import find_foreign_characters
from selfeval_desktop.wording import commands, errors, labels, paper
from selfeval_desktop.wording.lists.batch_lists import PACKAGE_LISTS, upload_package_name


def foreign_characters_remark(made: FormOutput) -> str:
    """Which characters of a form a receiver may refuse; "" for none."""
    told = paper.foreign_characters_sentence(find_foreign_characters(made.printout.sheet), made.template)
    return told and commands.foreign_characters(made.form_id, made.form.project_name, told)


def no_remark(_made: FormOutput) -> str:
    """The remark "": most formats take every character."""
    return ""


@dataclass(frozen=True, slots=True)
class WriteJob:
    """What is done with forms: the key of the writer, the event that is recorded, and what keeps a form out.

    `obstacle` gives the sentence why a form is left out, "" when it is not. `all_or_none`: one form
    left out means that nothing is written. `remark` is said of a form that was written, "" for nothing.
    """

    writer: str
    event: EventKind
    obstacle: Callable[[FormOutput], str]
    all_or_none: bool = False
    remark: Callable[[FormOutput], str] = no_remark


def write_forms(ledger: Path, form_ids: tuple[int, ...], out: Path, work: WriteJob) -> int:
    """The forms asked for, all where none is named; the exit code."""
    with open_for_recording(ledger_files(), ledger) as (store, can_record):
        ids = select_paperwork(store, form_ids)
        if not ids:
            return print_refusal(commands.no_forms(ledger))
        paperwork = Paperwork(store.templates, paper_code, labels.draft_mark())
        made = paperwork.build_outputs(store, ids)
        refusals = [told for each in made if (told := work.obstacle(each))]
        for told in refusals:
            print_complaint(told)
        kept = [each for each in made if not work.obstacle(each)]
        if not kept or (refusals and work.all_or_none):
            return print_refusal(commands.not_written(out))
        papers = [documents.indicator_list(each) if work.writer == "list" else each.printout for each in kept]
        written = form_writers()[work.writer](papers, out)
        for path in written:
            print_result(commands.file_written(path))
        for told in filter(None, map(work.remark, kept)):
            print_complaint(told)
        sent = records_with_files(kept, work.writer, written)
        is_recorded = _record_outputs(store, sent, work.event) if can_record else _print_unrecorded()
    return PARTLY if refusals or not is_recorded else DONE


def write_upload_package(ledger: Path, form_ids: tuple[int, ...], out: Path) -> int:
    """One upload package of all the forms asked for, or none: the .zip named, or one in the folder named."""
    target = out if out.suffix.lower() == ".zip" else out / f"{upload_package_name()}.zip"
    with open_for_recording(ledger_files(), ledger) as (store, can_record):
        ids = select_paperwork(store, form_ids)
        if not ids:
            return print_refusal(commands.no_forms(ledger))
        paperwork = Paperwork(store.templates, paper_code, labels.draft_mark())
        made = paperwork.build_outputs(store, ids)
        refused = find_unready_forms(made)
        for obstacle in refused:
            print_complaint(errors.error_sentence(obstacle))
        if refused:
            return print_refusal(commands.not_written(target))
        done = write_package(build_package(made, paperwork, PACKAGE_LISTS), target)
        print_result(commands.package_written(done.path, len(made), done.cells))
        for told in filter(None, map(foreign_characters_remark, made)):
            print_complaint(told)
        sent = records_with_files(made, "package", [done.path])
        is_recorded = _record_outputs(store, sent, "exported") if can_record else _print_unrecorded()
    return DONE if is_recorded else PARTLY


def _record_outputs(store: FormStore, sent: Sequence[OutputRecord], event: EventKind) -> bool:
    """Whether the files are recorded. They stand anyway, so that a failure means PARTLY, not REFUSED."""
    try:
        store.record_outputs(sent, event)
    except SelfEvalError as error:
        print_complaint(errors.error_sentence(error))
        return False
    return True


def _print_unrecorded() -> bool:
    """Say that another program holds the ledger, so that nothing is recorded. True: that is no failure."""
    print_complaint(commands.not_recorded())
    return True
