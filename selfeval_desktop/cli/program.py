"""The commands of `selfeval`: the same work without a window.

design.md §6 fixes the commands, their exit codes and what --json says. A command returns its exit code; every
complaint is one plain line on standard error. What a command and its options say of themselves is the help.
"""

import json
import logging
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import click

from selfeval_desktop import __version__, paths
from selfeval_desktop.app import log
from selfeval_desktop.app.errors import BadTemplate, SelfEvalError
from selfeval_desktop.app.foreign_files import real_path
from selfeval_desktop.app.ledger.checking import check_forms
from selfeval_desktop.app.ledger.templates import SingleTemplate, TemplatesWithRulesOff
from selfeval_desktop.app.paper.outputs import HANDED_IN, FormOutput, select_paperwork
from selfeval_desktop.app.ports.safety import BackupReason
from selfeval_desktop.bootstrap import (
    backup_files,
    check_template,
    installed_templates,
    ledger_files,
    missing_characters,
)
from selfeval_desktop.cli import reports, usage
from selfeval_desktop.cli.files import (
    WriteJob,
    foreign_characters_remark,
    no_remark,
    open_readers,
    read_drafts,
    store_all,
    write_forms,
    write_upload_package,
)
from selfeval_desktop.cli.reports import (
    DONE,
    FAULT,
    PARTLY,
    REFUSED,
    UnwritableOutput,
    print_complaint,
    print_refusal,
    print_result,
)
from selfeval_desktop.domain.rules.finding_groups import group_findings
from selfeval_desktop.wording import commands, errors, findings, labels, paper
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP


def main() -> None:
    """The entry point `selfeval`."""
    for stream in (sys.stdout, sys.stderr):
        # Windows would write its own code page into files and pipes.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; the exit code. Templates of the user's that cannot be used are told at the end."""
    paths.make_user_folders_private()
    code = _run_command(arguments)
    for error in installed_templates().passed_over:
        print_complaint(errors.template_passed_over(error))
    return code


def _run_command(arguments: Sequence[str]) -> int:
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
    """Send the rest of standard output nowhere; Python would try to write it once more as the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


_KINDS = ("json", "xlsx", "docx", "list", "package")


@click.group(
    cls=usage.CommandGroup,
    no_args_is_help=False,
    help=QT_TRANSLATE_NOOP("Commands", "绩效自评：不打开窗口，检查、打印、导出项目支出绩效自评表。"),
    epilog=QT_TRANSLATE_NOOP("Commands", "返回值：0 完成，1 部分完成或有错误，2 不能处理，3 程序出错。"),
)
@click.version_option(__version__, message="%(version)s", help=QT_TRANSLATE_NOOP("Commands", "显示版本"))
@usage.common_options
def selfeval() -> None:
    """Every command of the program."""


@selfeval.command("new", help=QT_TRANSLATE_NOOP("Commands", "新建空台账"))
@usage.ledger_argument
@usage.common_options
def _new(ledger: Path) -> int:
    ledger_files().create_ledger_file(ledger).close()
    print_result(commands.ledger_created(ledger))
    return DONE


@selfeval.command("import", help=QT_TRANSLATE_NOOP("Commands", "导入自评表，一个文件有一处不对就整个不导入"))
@usage.ledger_argument
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=usage.FILE_PATH)
@click.option(
    "--template",
    "template_id",
    metavar="ID",
    help=QT_TRANSLATE_NOOP("Commands", "不论文件里写的是哪个，都按这个表样读"),
)
@usage.common_options
def _import(ledger: Path, files: tuple[Path, ...], template_id: str | None) -> int:
    installed = installed_templates()
    known = installed if template_id is None else SingleTemplate(installed.get_template(template_id))
    with open_readers(known) as readers:
        readable = [drafts for file in files if (drafts := read_drafts(file, readers))]
    stored = store_all(ledger, readable) if readable else 0
    if stored == 0:
        return REFUSED
    return DONE if stored == len(files) else PARTLY


@selfeval.command("list", help=QT_TRANSLATE_NOOP("Commands", "列出台账中的自评表"))
@usage.ledger_argument
@usage.json_option
@usage.common_options
def _list(ledger: Path, as_json: bool) -> int:
    with closing(ledger_files().open_ledger_file(ledger, read_only=True)) as store:
        summaries = store.form_summaries()
    if as_json:
        _print_json([reports.list_record(summary, labels.STATES[summary.state]) for summary in summaries])
    else:
        for line in reports.align_columns([commands.list_head(), *map(commands.list_row, summaries)]):
            print_result(line)
    return DONE


@selfeval.command("check", help=QT_TRANSLATE_NOOP("Commands", "检查，有错误时返回 1"))
@usage.ledger_argument
@usage.form_option
@usage.json_option
@usage.common_options
def _check(ledger: Path, form_ids: tuple[int, ...], as_json: bool) -> int:
    records, worst = [], DONE
    with closing(ledger_files().open_ledger_file(ledger, read_only=True)) as store:
        rules = TemplatesWithRulesOff(store.templates, store.rules_off())
        checked = check_forms(store, rules, select_paperwork(store, form_ids))
    for form in checked:
        worst = max(worst, PARTLY if form.evaluation.has_errors else DONE)
        if as_json:
            told = [findings.finding_sentence(each.finding, form.template) for each in form.found.all_findings]
            records.append(reports.check_record(form, told))
        else:
            print_result(commands.checked_form_heading(form))
            for group in group_findings(form.found.all_findings):
                print_result(commands.finding_line(group, form.template))
    if as_json:
        _print_json(records)
    return worst


@selfeval.group("template", cls=usage.CommandGroup, help=QT_TRANSLATE_NOOP("Commands", "检查表样文件"))
@usage.common_options
def _template() -> None:
    """The commands about templates."""


@_template.command("check", help=QT_TRANSLATE_NOOP("Commands", "指出表样文件的全部问题，有问题时返回 1"))
@click.argument("file", metavar="FILE", type=usage.FILE_PATH)
@usage.common_options
def _check_template(file: Path) -> int:
    try:
        template = check_template(file)
    except BadTemplate as error:
        if not error.faults:
            raise
        print_result(errors.template_faults_sentence(file, len(error.faults)))
        for fault in error.faults:
            print_result(f"  {errors.template_fault_line(fault)}")
        return PARTLY
    print_result(commands.template_intact(template))
    return DONE


@selfeval.command("print", help=QT_TRANSLATE_NOOP("Commands", "打印为 PDF；有错误的带草稿字样，加 --final 则不打印"))
@usage.ledger_argument
@click.option(
    "--out",
    metavar="FILE.pdf|DIR",
    required=True,
    type=usage.FILE_PATH,
    help=QT_TRANSLATE_NOOP("Commands", "打印到一个 PDF 文件，或一个文件夹，每张表一个文件"),
)
@usage.form_option
@click.option("--final", is_flag=True, help=QT_TRANSLATE_NOOP("Commands", "有错误或有未认可的结转值的表不打印"))
@usage.common_options
def _print(ledger: Path, out: Path, form_ids: tuple[int, ...], final: bool) -> int:
    def draft_refusal(made: FormOutput) -> str:
        if not final or made.readiness.is_final:
            return ""
        return commands.left_out(made.form_id, made.form.project_name, made.readiness)

    whole = out.suffix.lower() == ".pdf"
    work = WriteJob("pdf", "printed", draft_refusal, all_or_none=final and whole, remark=_missing_characters)
    return write_forms(ledger, form_ids, out, work)


def _missing_characters(made: FormOutput) -> str:
    told = paper.missing_characters(missing_characters(made.printout), made.template)
    return told and commands.missing_characters(made.form_id, made.form.project_name, told)


@selfeval.command(
    "export",
    help=QT_TRANSLATE_NOOP("Commands", "导出到一个文件或一个文件夹；package 是上报包，有错误的表不能进"),
)
@usage.ledger_argument
@click.option(
    "--out",
    metavar="PATH",
    required=True,
    type=usage.FILE_PATH,
    help=QT_TRANSLATE_NOOP("Commands", "写到这个文件或文件夹"),
)
@click.option(
    "--as",
    "kind",
    metavar="|".join(_KINDS),
    required=True,
    type=click.Choice(_KINDS),
    help=QT_TRANSLATE_NOOP("Commands", "格式；list 是指标清单，package 是上报包"),
)
@usage.form_option
@usage.common_options
def _export(ledger: Path, out: Path, form_ids: tuple[int, ...], kind: str) -> int:
    if kind == "package":
        return write_upload_package(ledger, form_ids, out)
    remark = foreign_characters_remark if kind in HANDED_IN else no_remark
    return write_forms(ledger, form_ids, out, WriteJob(kind, "exported", remark=remark))


@selfeval.command("verify", help=QT_TRANSLATE_NOOP("Commands", "核对台账内容是否完好"))
@usage.ledger_argument
@usage.common_options
def _verify(ledger: Path) -> int:
    with closing(ledger_files().open_ledger_file(ledger, read_only=True)) as store:
        store.verify()
        print_result(commands.ledger_intact(len(store.form_summaries())))
    return DONE


@selfeval.command("backup", help=QT_TRANSLATE_NOOP("Commands", "备份台账"))
@usage.ledger_argument
@click.option(
    "--out",
    metavar="FILE",
    type=usage.FILE_PATH,
    help=QT_TRANSLATE_NOOP("Commands", "备份到这个文件；不写就存到程序自己的备份文件夹"),
)
@usage.common_options
def _backup(ledger: Path, out: Path | None) -> int:
    with closing(ledger_files().open_ledger_file(ledger, read_only=True)) as store:
        if out is not None:
            store.back_up(out)
    made = out or backup_files().make_backup(real_path(ledger.absolute()), BackupReason.BY_HAND).path
    print_result(commands.backed_up(made))
    return DONE


@selfeval.command("restore", help=QT_TRANSLATE_NOOP("Commands", "用备份建立新的台账；LEDGER 是新名称"))
@usage.ledger_argument
@click.argument("backup", type=usage.FILE_PATH)
@usage.common_options
def _restore(ledger: Path, backup: Path) -> int:
    print_result(commands.ledger_restored(ledger, backup_files().restore_ledger(backup, ledger)))
    return DONE


def _print_json(records: Sequence[reports.Record]) -> None:
    print_result(json.dumps(records, ensure_ascii=False, indent=1))


def _log_file() -> Path | None:
    """Where the log is kept from now on; None when the user's folder cannot be written."""
    logging.raiseExceptions = False
    path = log.write_log_to(paths.user_log())
    return path if os.access(path.parent, os.W_OK) else None
