"""Forms of files taken into a ledger, and forms of a ledger written to files and noted in it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from selfeval_desktop.app.errors import MissingFile, SelfEvalError
from selfeval_desktop.app.foreign_files import real_path
from selfeval_desktop.app.incoming import form_marked_imported, is_office_file, mark_all_imported
from selfeval_desktop.app.ledger.templates import TemplatesWithRulesOff, evaluate_draft
from selfeval_desktop.app.paper import documents
from selfeval_desktop.app.paper.outputs import (
    FormOutput,
    Paperwork,
    open_for_recording,
    records_with_files,
    select_paperwork,
)
from selfeval_desktop.app.paper.packages import build_package, find_unready_forms
from selfeval_desktop.app.ports.documents import FormFileReader, IncomingReader
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.app.ports.output_events import EventKind, OutputRecord
from selfeval_desktop.app.ports.safety import BackupReason
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.bootstrap import (
    backup_files,
    form_reader,
    form_writers,
    ledger_files,
    office_reader,
    paper_code,
    write_package,
)
from selfeval_desktop.cli.reports import DONE, PARTLY, print_complaint, print_refusal, print_result
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.rules.foreign_characters import find_foreign_characters
from selfeval_desktop.wording import commands, errors, incoming, labels, paper
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

    `refusal` gives the sentence why a form that could be written is left out, "" when it is not. `all_or_none`: one
    form left out means that nothing is written. `remark` is said of a form that was written, "" for nothing.
    """

    writer: str
    event: EventKind
    refusal: Callable[[FormOutput], str] = no_remark
    all_or_none: bool = False
    remark: Callable[[FormOutput], str] = no_remark

    def obstacle(self, made: FormOutput) -> str:
        """The sentence why a form is left out, "" when it is not."""
        found = documents.find_obstacle(made, self.writer)
        return errors.error_sentence(found) if found else self.refusal(made)


def write_forms(ledger: Path, form_ids: tuple[int, ...], out: Path, work: WriteJob) -> int:
    """The forms asked for, all where none is named; the exit code."""
    with open_for_recording(ledger_files(), ledger) as (store, can_record):
        ids = select_paperwork(store, form_ids)
        if not ids:
            return print_refusal(commands.no_forms(ledger))
        paperwork = Paperwork(store.templates, paper_code, labels.draft_mark())
        made = paperwork.build_outputs(store, ids)
        obstacles = [work.obstacle(each) for each in made]
        refusals = list(filter(None, obstacles))
        for told in refusals:
            print_complaint(told)
        kept = [each for each, told in zip(made, obstacles, strict=True) if not told]
        if not kept or (refusals and work.all_or_none):
            return print_refusal(commands.not_written(out))
        papers = [documents.printout_of_kind(each, work.writer) for each in kept]
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


@dataclass(frozen=True, slots=True)
class FormReaders:
    """What reads the files of an import under the templates `known`."""

    known: Templates
    office: IncomingReader
    plain: FormFileReader


@contextmanager
def open_readers(known: Templates) -> Iterator[FormReaders]:
    """Readers for many files, as long as this lasts."""
    with office_reader(known) as office, form_reader(known) as plain:
        yield FormReaders(known, office, plain)


@dataclass(frozen=True, slots=True)
class IncomingDraft:
    """A form with what was found in it; `remark` is the template that was chosen for it, "" where the file names it."""

    draft: Draft
    remark: str = ""


def read_drafts(file: Path, readers: FormReaders) -> tuple[IncomingDraft, ...]:
    """The forms of a file with what was found in them; none, after a complaint, when the file is refused."""
    try:
        if is_office_file(file):
            return _office_forms(file, readers)
        return tuple(IncomingDraft(evaluate_draft(form, readers.known)) for form in _json_forms(file, readers))
    except SelfEvalError as error:
        print_complaint(errors.error_sentence(error))
        return ()


def _json_forms(file: Path, readers: FormReaders) -> tuple[Form, ...]:
    known = readers.known
    return tuple(
        mark_all_imported(replace(form, template=known.get_template(form.template).id)) for form in readers.plain(file)
    )


def _office_forms(file: Path, readers: FormReaders) -> tuple[IncomingDraft, ...]:
    """Each form as its best template reads it; a doubt is printed with its sheet and cell, and keeps no form out."""
    found = readers.office(file)
    names = {template.id: template.name for template in readers.known.newest_templates()}
    told = [*incoming.passed_over_sentences(found), *incoming.left_out_sentences(found)]
    for form in found.recognised_forms:
        read = form.readings[0]
        told += incoming.file_doubt_lines(form.source, read)
        told += incoming.file_note_lines(form.source, read)
        told += incoming.blank_rows_lines(form.source, read)
    for line in told:
        print_complaint(commands.file_line(file, line))
    return tuple(
        IncomingDraft(
            evaluate_draft(form_marked_imported(form.readings[0]), readers.known),
            incoming.template_choice(form, names),
        )
        for form in found.recognised_forms
    )


def store_all(ledger: Path, files: Sequence[tuple[IncomingDraft, ...]]) -> int:
    """Put the forms of each file into the ledger, file by file; how many files went in.

    A new ledger is made with the forms of the first file, or not at all.
    """
    stored = 0
    try:
        store = ledger_files().open_ledger_file(ledger)
    except MissingFile:
        first, *files = files
        store = ledger_files().create_ledger_file(ledger, [each.draft for each in first])
        _print_imported(range(1, len(first) + 1), first)
        stored = 1
    with closing(store):
        lacking = _back_up_before_import(ledger) if files else ""
        for drafts in files:
            try:
                drafts = _reevaluate_drafts(drafts, store)  # noqa: PLW2901 - the same forms
                form_ids = store.insert_forms([each.draft for each in drafts])
            except SelfEvalError as error:
                print_complaint(errors.error_sentence(error))
                continue
            _print_imported(form_ids, drafts)
            stored += 1
        if stored and lacking:
            print_complaint(lacking)
    return stored


def _back_up_before_import(ledger: Path) -> str:
    """The sentence why there is no backup, "" where there is one. It stops no import, which only adds forms."""
    try:
        backup_files().make_backup(real_path(ledger.absolute()), BackupReason.BEFORE_IMPORT)
    except SelfEvalError as error:
        return commands.not_backed_up(errors.error_sentence(error))
    return ""


def _reevaluate_drafts(drafts: tuple[IncomingDraft, ...], store: FormStore) -> tuple[IncomingDraft, ...]:
    """The forms with their findings, without the rules that are off in the ledger."""
    rules = TemplatesWithRulesOff(store.templates, store.rules_off())
    if not rules.rules_off:
        return drafts
    return tuple(replace(each, draft=evaluate_draft(each.draft.form, rules)) for each in drafts)


def _print_imported(form_ids: Iterable[int], drafts: Iterable[IncomingDraft]) -> None:
    for form_id, stored in zip(form_ids, drafts, strict=True):
        form = stored.draft.form
        line = commands.imported_form_line(form_id, form.project_name, stored.draft.evaluation)
        print_result(f"{line}  {stored.remark}" if stored.remark else line)
