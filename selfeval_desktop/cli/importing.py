"""Files read and put into a ledger, each whole or not at all."""

from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from selfeval_desktop.app.errors import MissingFile, SelfEvalError
from selfeval_desktop.app.incoming import form_marked_imported, is_office_file, mark_all_imported
from selfeval_desktop.app.ledger.templates import TemplatesWithRulesOff, evaluate_draft
from selfeval_desktop.app.ports.backups import BackupReason
from selfeval_desktop.app.ports.documents import IncomingReader
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.bootstrap import backup_files, ledger_files
from selfeval_desktop.cli.reports import print_complaint, print_result
from selfeval_desktop.codec import form_json
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.wording import commands, errors, incoming


class SingleTemplate:
    """Templates for `--template`: whatever template a file names, it is read under this one."""

    def __init__(self, template: Template) -> None:
        self._template = template

    def newest_templates(self) -> tuple[Template, ...]:
        return (self._template,)

    def get_template(self, template_id: str, version: int | None = None) -> Template:
        return self._template


def read_drafts(file: Path, known: Templates, reader: IncomingReader) -> tuple[Draft, ...]:
    """The forms of a file with what was found in them; none, after a complaint, when the file is refused."""
    try:
        read = _office_forms(file, reader) if is_office_file(file) else _json_forms(file, known)
        return tuple(evaluate_draft(form, known) for form in read)
    except SelfEvalError as error:
        print_complaint(errors.error_sentence(error))
        return ()


def _json_forms(file: Path, known: Templates) -> tuple[Form, ...]:
    read = form_json.read_file(file, known)
    return tuple(
        mark_all_imported(replace(form, template=known.get_template(form.template).id)) for form in read
    )


def _office_forms(file: Path, reader: IncomingReader) -> tuple[Form, ...]:
    """Each form as its best template reads it; a doubt is printed with its sheet and cell, and keeps no form out."""
    found = reader(file)
    for note in incoming.passed_over_sentences(found):
        print_complaint(commands.file_line(file, note))
    for form in found.recognised_forms:
        for doubt in incoming.file_doubt_lines(form.source, form.readings[0]):
            print_complaint(commands.file_line(file, doubt))
    return tuple(form_marked_imported(form.readings[0]) for form in found.recognised_forms)


def store_all(ledger: Path, files: Sequence[tuple[Draft, ...]]) -> int:
    """Put the forms of each file into the ledger, file by file; how many files went in.

    A new ledger is made with the forms of the first file, or not at all.
    """
    stored = 0
    try:
        store = ledger_files().open_ledger_file(ledger)
    except MissingFile:
        first, *files = files
        store = ledger_files().create_ledger_file(ledger, first)
        _print_imported(range(1, len(first) + 1), first)
        stored = 1
    with closing(store):
        lacking = _back_up_before_import(ledger) if files else ""
        for drafts in files:
            try:
                drafts = _reevaluate_drafts(drafts, store)  # noqa: PLW2901 - the same forms
                form_ids = store.insert_forms(drafts)
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
        backup_files().make_backup(ledger.absolute(), BackupReason.BEFORE_IMPORT)
    except SelfEvalError as error:
        return commands.not_backed_up(errors.error_sentence(error))
    return ""


def _reevaluate_drafts(drafts: tuple[Draft, ...], store: FormStore) -> tuple[Draft, ...]:
    """The forms with their findings, without the rules that are off in the ledger."""
    rules = TemplatesWithRulesOff(store.templates, store.rules_off())
    return tuple(evaluate_draft(each.form, rules) for each in drafts) if rules.rules_off else drafts


def _print_imported(form_ids: Iterable[int], drafts: Iterable[Draft]) -> None:
    for form_id, stored in zip(form_ids, drafts, strict=True):
        print_result(commands.imported_form_line(form_id, stored.form.project_name, stored.evaluation))
