"""The same work without a window: `selfeval COMMAND …`.

design.md §6 fixes the commands, their exit codes and what --json says. A command returns its exit code;
every complaint is one plain line on standard error.
"""

import json
import logging
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import click

from selfeval_desktop import __version__, paths
from selfeval_desktop.app import log
from selfeval_desktop.app.errors import MissingFile, SelfEvalError
from selfeval_desktop.app.incoming import form_marked_imported, is_office_file, mark_all_imported
from selfeval_desktop.app.ledger.checking import check_forms
from selfeval_desktop.app.ledger.templates import evaluate_draft
from selfeval_desktop.app.ledger.templates_with_rules_off import TemplatesWithRulesOff
from selfeval_desktop.app.paper.outputs import HANDED_IN, FormOutput, select_paperwork
from selfeval_desktop.app.ports.backups import BackupReason
from selfeval_desktop.app.ports.files import IncomingReader
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.app.ports.templates import Templates
from selfeval_desktop.bootstrap import (
    backup_files,
    installed_templates,
    ledger_files,
    missing_characters,
    office_reader,
)
from selfeval_desktop.cli import reports, usage
from selfeval_desktop.cli.telling import (
    DONE,
    FAULT,
    PARTLY,
    REFUSED,
    UnwritableOutput,
    print_complaint,
    print_refusal,
    print_result,
)
from selfeval_desktop.cli.writing import (
    WriteJob,
    foreign_characters_remark,
    no_remark,
    write_forms,
    write_upload_package,
)
from selfeval_desktop.codec import form_json
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.wording import commands, errors, findings, incoming, labels, language, paper


def main() -> None:
    """The entry point `selfeval`."""
    for stream in (sys.stdout, sys.stderr):
        # Windows would write its own code page into files and pipes.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; the exit code."""
    try:
        code: int = selfeval.main(list(arguments), prog_name="selfeval", standalone_mode=False)
    except SelfEvalError as error:
        return print_refusal(errors.error_sentence(error))
    except click.ClickException as error:
        return print_refusal(usage.usage_sentence(error))
    except (KeyboardInterrupt, click.Abort):
        print_complaint(commands.command_interrupted())
        return PARTLY
    except BrokenPipeError:
        # Whoever read our output has gone: `selfeval list L | head`.
        _discard_output()
        return PARTLY
    except UnwritableOutput as error:
        _discard_output()
        print_complaint(commands.output_incomplete(errors.system_reason(error.reason)))
        return PARTLY
    except Exception as error:  # noqa: BLE001 - the end of every command, as the crash dialog is of the window
        path = _log_file()
        log.log_error(error)
        print_complaint(commands.command_fault(path))
        return FAULT
    return code


def _discard_output() -> None:
    """What is left unsaid would be tried once more at the end of the process."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _set_language(_context: click.Context, _parameter: click.Parameter, code: str | None) -> None:
    if code is not None:
        language.switch_language(language.SOURCE if code == "zh" else code)


_language = click.option(
    "--lang", type=click.Choice(["zh", "en"]), expose_value=False, is_eager=True, callback=_set_language
)
# Whether it can be read is found out, and told in words, where it is read.
_path = click.Path(path_type=Path, readable=False)
_ledger = click.argument("ledger", type=_path)
_forms = click.option("--form", "form_ids", type=int, multiple=True)
_as_json = click.option("--json", "as_json", is_flag=True)
_out = click.option("--out", required=True, type=_path)


@click.group(cls=usage.CommandGroup, no_args_is_help=False)
@click.version_option(__version__, message="%(version)s")
@_language
def selfeval() -> None:
    """Every command of the program."""


@selfeval.command("new")
@_language
@_ledger
def _new(ledger: Path) -> int:
    ledger_files().create_ledger_file(ledger).close()
    print_result(commands.ledger_created(ledger))
    return DONE


@selfeval.command("import")
@_language
@_ledger
@click.argument("files", nargs=-1, required=True, type=_path)
@click.option("--template", "template_id")
def _import(ledger: Path, files: tuple[Path, ...], template_id: str | None) -> int:
    installed = installed_templates()
    known = installed if template_id is None else _SingleTemplate(installed.get_template(template_id))
    with office_reader(known) as reader:
        readable = [drafts for file in files if (drafts := _read_drafts(file, known, reader))]
    stored = _store_all(ledger, readable) if readable else 0
    if stored == 0:
        return REFUSED
    return DONE if stored == len(files) else PARTLY


@selfeval.command("list")
@_language
@_ledger
@_as_json
def _list(ledger: Path, as_json: bool) -> int:
    with closing(ledger_files().open_ledger_file(ledger, read_only=True)) as store:
        summaries = store.form_summaries()
    if as_json:
        _print_json([reports.list_record(summary, labels.STATES[summary.state]) for summary in summaries])
    else:
        for line in reports.align_columns([commands.list_head(), *map(commands.list_row, summaries)]):
            print_result(line)
    return DONE


@selfeval.command("check")
@_language
@_ledger
@_forms
@_as_json
def _check(ledger: Path, form_ids: tuple[int, ...], as_json: bool) -> int:
    records, worst = [], DONE
    with closing(ledger_files().open_ledger_file(ledger, read_only=True)) as store:
        rules = TemplatesWithRulesOff(store.templates, store.rules_off())
        checked = check_forms(store, rules, select_paperwork(store, form_ids))
    for form in checked:
        worst = max(worst, PARTLY if form.evaluation.has_errors else DONE)
        if as_json:
            told = [
                findings.finding_sentence(each.finding, form.template) for each in form.found.all_findings
            ]
            records.append(reports.check_record(form, told))
        else:
            print_result(commands.checked_form_heading(form))
            for each in form.found.all_findings:
                print_result(commands.finding_line(each, form.template))
    if as_json:
        _print_json(records)
    return worst


@selfeval.command("print")
@_language
@_ledger
@_out
@_forms
@click.option("--final", is_flag=True)
def _print(ledger: Path, out: Path, form_ids: tuple[int, ...], final: bool) -> int:
    def draft_refusal(made: FormOutput) -> str:
        if not final or made.readiness.is_final:
            return ""
        return commands.left_out(made.form_id, made.form.project_name, made.readiness)

    whole = out.suffix.lower() == ".pdf"
    work = WriteJob("pdf", "printed", draft_refusal, all_or_none=whole, remark=_missing_characters)
    return write_forms(ledger, form_ids, out, work)


def _missing_characters(made: FormOutput) -> str:
    told = paper.missing_characters(missing_characters(made.printout), made.template)
    return told and commands.missing_characters(made.form_id, made.form.project_name, told)


@selfeval.command("export")
@_language
@_ledger
@_out
@_forms
@click.option("--as", "kind", required=True, type=click.Choice(["json", "xlsx", "docx", "list", "package"]))
def _export(ledger: Path, out: Path, form_ids: tuple[int, ...], kind: str) -> int:
    def unread_refusal(made: FormOutput) -> str:
        unread = made.unread_cells if kind == "json" else None
        return errors.error_sentence(unread) if unread else ""

    if kind == "package":
        return write_upload_package(ledger, form_ids, out)
    remark = foreign_characters_remark if kind in HANDED_IN else no_remark
    return write_forms(ledger, form_ids, out, WriteJob(kind, "exported", unread_refusal, remark=remark))


@selfeval.command("verify")
@_language
@_ledger
def _verify(ledger: Path) -> int:
    with closing(ledger_files().open_ledger_file(ledger, read_only=True)) as store:
        store.verify()
        print_result(commands.ledger_intact(len(store.form_summaries())))
    return DONE


@selfeval.command("backup")
@_language
@_ledger
@click.option("--out", type=_path)
def _backup(ledger: Path, out: Path | None) -> int:
    with closing(ledger_files().open_ledger_file(ledger, read_only=True)) as store:
        if out is not None:
            store.back_up(out)
    made = out or backup_files().make_backup(ledger.absolute(), BackupReason.BY_HAND).path
    print_result(commands.backed_up(made))
    return DONE


@selfeval.command("restore")
@_language
@_ledger
@click.argument("backup", type=_path)
def _restore(ledger: Path, backup: Path) -> int:
    backup_files().restore_ledger(backup, ledger)
    with closing(ledger_files().open_ledger_file(ledger, read_only=True)) as store:
        print_result(commands.ledger_restored(ledger, len(store.form_summaries())))
    return DONE


class _SingleTemplate:
    """Templates for `--template`: whatever template a file names, it is read under this one."""

    def __init__(self, template: Template) -> None:
        self._template = template

    def newest_templates(self) -> tuple[Template, ...]:
        return (self._template,)

    def get_template(self, template_id: str, version: int | None = None) -> Template:
        return self._template


def _read_drafts(file: Path, known: Templates, reader: IncomingReader) -> tuple[Draft, ...]:
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
    """Each form as its best template reads it; what is doubtful is told by sheet and cell, and keeps nothing out."""
    found = reader(file)
    for note in incoming.passed_over_sentences(found):
        print_complaint(commands.file_line(file, note))
    for form in found.recognised_forms:
        for doubt in incoming.file_doubt_lines(form.source, form.readings[0]):
            print_complaint(commands.file_line(file, doubt))
    return tuple(form_marked_imported(form.readings[0]) for form in found.recognised_forms)


def _store_all(ledger: Path, files: Sequence[tuple[Draft, ...]]) -> int:
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
    """Why there is no backup, "" where there is one. Even so it can be added to: nothing that is there changes by it."""
    try:
        backup_files().make_backup(ledger.absolute(), BackupReason.BEFORE_IMPORT)
    except SelfEvalError as error:
        return commands.not_backed_up(errors.error_sentence(error))
    return ""


def _reevaluate_drafts(drafts: tuple[Draft, ...], store: FormStore) -> tuple[Draft, ...]:
    """The forms with what is found in them without the rules that the ledger does without."""
    rules = TemplatesWithRulesOff(store.templates, store.rules_off())
    return tuple(evaluate_draft(each.form, rules) for each in drafts) if rules.rules_off else drafts


def _print_imported(form_ids: Iterable[int], drafts: Iterable[Draft]) -> None:
    for form_id, stored in zip(form_ids, drafts, strict=True):
        print_result(commands.imported_form_line(form_id, stored.form.project_name, stored.evaluation))


def _print_json(records: Sequence[reports.Record]) -> None:
    print_result(json.dumps(records, ensure_ascii=False, indent=1))


def _log_file() -> Path | None:
    """Where the log is kept from now on; None when the user's folder cannot be written."""
    logging.raiseExceptions = False
    path = log.write_log_to(paths.user_log())
    return path if os.access(path.parent, os.W_OK) else None
