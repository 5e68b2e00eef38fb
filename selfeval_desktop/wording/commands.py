"""Sentences and usage texts of the command line."""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from selfeval_desktop.app.ledger.checking import CheckedForm
from selfeval_desktop.app.paper.outputs import Readiness
from selfeval_desktop.app.ports.forms import FormSummary
from selfeval_desktop.domain.evaluation import Evaluation
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.rules.finding_groups import FindingGroup
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.wording import cell_names, findings, labels
from selfeval_desktop.wording.lists import check_reports
from selfeval_desktop.wording.translation import translate


def help_text(marked: str) -> str:
    """A help text that stands marked for translation where its command or option is declared."""
    return translate("Commands", marked)


def usage_line(written: str) -> str:
    return translate("Commands", "用法：{written}").format(written=written) + "\n"


def options_heading() -> str:
    return translate("Commands", "选项：")


def commands_heading() -> str:
    return translate("Commands", "命令：")


def unknown_command(name: str) -> str:
    return _with_help(translate("Commands", "没有命令“{name}”").format(name=name))


def unknown_option(name: str) -> str:
    return _with_help(translate("Commands", "没有选项 {name}").format(name=name))


def missing_argument(name: str) -> str:
    return _with_help(translate("Commands", "缺少 {name}").format(name=name))


def bad_value(name: str, allowed: Iterable[str]) -> str:
    """`allowed` are the choices; none when a whole number is wanted."""
    choices = translate("Commands", "、").join(allowed)
    wanted = choices or translate("Commands", "整数")
    return _with_help(translate("Commands", "{name} 后面应为{wanted}").format(name=name, wanted=wanted))


def missing_value(option: str) -> str:
    return _with_help(translate("Commands", "选项 {name} 后面缺少内容").format(name=option))


def bad_usage() -> str:
    return _with_help(translate("Commands", "命令的写法不对"))


def _with_help(told: str) -> str:
    return translate("Commands", "{told}。请用 selfeval --help 查看用法。").format(told=told)


def template_intact(template: Template) -> str:
    """The line on a template file without faults."""
    told = translate("Commands", "表样“{name}”（{id}，第 {version} 版）没有问题，可以载入。")
    return told.format(name=template.name, id=template.id, version=template.version)


def ledger_created(ledger: Path) -> str:
    return translate("Commands", "已新建台账：{path}").format(path=ledger)


def imported_form_line(form_id: int, project_name: str, evaluation: Evaluation) -> str:
    """One line for a form that went in."""
    return "  ".join((str(form_id), _name_or_placeholder(project_name), _evaluation_counts(evaluation)))


def file_line(file: Path, told: str) -> str:
    """A sentence on an imported file, after its path."""
    return translate("Commands", "{path}：{told}").format(path=file, told=told)


def package_written(path: Path, forms: int, cells: int) -> str:
    """An upload package was written."""
    text = translate("Commands", "已写入上报包：{path}（{forms} 张表，读回核对 {cells} 格，没有差异）")
    return text.format(path=path, forms=forms, cells=cells)


def foreign_characters(form_id: int, project_name: str, told: str) -> str:
    """Characters of an exported form that a receiver may refuse; `told` is the sentence."""
    return missing_characters(form_id, project_name, told)


def no_forms(ledger: Path) -> str:
    return translate("Commands", "台账 {path} 中还没有自评表，没有写任何文件。请先导入或新建。").format(path=ledger)


def left_out(form_id: int, project_name: str, found: Readiness) -> str:
    """Why a form is missing from the final print."""
    if not found.waiting:
        text = translate("Commands", "{id} 号表“{name}”有 {errors} 个错误，没有打印。请改正后再打印。")
    elif found.errors:
        text = translate(
            "Commands",
            "{id} 号表“{name}”有 {errors} 个错误，还有 {waiting} 格结转的值没有认可，没有打印。请改正、核对后再打印。",
        )
    else:
        text = translate(
            "Commands",
            "{id} 号表“{name}”还有 {waiting} 格结转的值没有认可，没有打印。请在窗口中核对、认可后再打印。",
        )
    return text.format(id=form_id, name=_name_or_placeholder(project_name), errors=found.errors, waiting=found.waiting)


def missing_characters(form_id: int, project_name: str, told: str) -> str:
    """Characters of a printed form that no font has; `told` is the sentence."""
    text = translate("Commands", "{id} 号表“{name}”：{told}")
    return text.format(id=form_id, name=_name_or_placeholder(project_name), told=told)


def not_written(target: Path) -> str:
    return translate("Commands", "没有写 {path}，原有内容没有改动。请先改正上述各表。").format(path=target)


def file_written(path: Path) -> str:
    return translate("Commands", "已写入：{path}").format(path=path)


def not_recorded() -> str:
    return translate("Commands", "台账正被占用或不能写入，文件已写好，但台账中没有记录这次操作。")


def ledger_intact(forms: int) -> str:
    return translate("Commands", "台账完好，共 {forms} 张自评表。").format(forms=forms)


def backed_up(path: Path) -> str:
    return translate("Commands", "已备份到：{path}").format(path=path)


def ledger_restored(ledger: Path, forms: int) -> str:
    return translate("Commands", "已恢复到：{path}，共 {forms} 张自评表。备份没有改动。").format(
        path=ledger, forms=forms
    )


def not_backed_up(told: str) -> str:
    """`told` is the sentence that says why."""
    return translate("Commands", "导入前没有备份成：{told}导入照常进行。").format(told=told)


def command_interrupted() -> str:
    return translate("Commands", "已中断。")


def output_incomplete(reason: str) -> str:
    return translate(
        "Commands", "结果没有全部写出来（{reason}），已经做完的都在。请腾出空间，再用 list 查看台账。"
    ).format(reason=reason)


def command_fault(log: Path | None) -> str:
    """A fault of the program itself; `log` None when not even the log could be written."""
    if log is None:
        return translate("Commands", "程序出错，命令没有完成。台账保持上一次存好的内容，请联系维护人员。")
    return translate(
        "Commands", "程序出错，命令没有完成。台账保持上一次存好的内容，请把日志 {path} 交给维护人员。"
    ).format(path=log)


def list_head() -> tuple[str, ...]:
    """The headings of the columns of `list`."""
    return (
        translate("Commands", "编号"),
        translate("Commands", "年度"),
        translate("Commands", "状态"),
        translate("Commands", "执行率"),
        translate("Commands", "总分"),
        translate("Commands", "等级"),
        translate("Commands", "项目名称"),
        translate("Commands", "实施单位"),
        translate("Commands", "检查结果"),
    )


def list_row(summary: FormSummary) -> tuple[str, ...]:
    """One form in the columns of `list`."""
    return (
        str(summary.form_id),
        "" if summary.year is None else str(summary.year),
        labels.form_state_name(summary.state),
        _format_percent(summary.execution_rate),
        _format_score(summary.score_total),
        summary.grade or "",
        _name_or_placeholder(summary.project_name),
        _one_line(summary.unit),
        labels.severity_counts(summary.errors, summary.warnings, summary.hints),
    )


def checked_form_heading(form: CheckedForm) -> str:
    """The head line of a form's findings."""
    evaluation = form.evaluation
    return "  ".join(
        (
            translate("Commands", "{id} 号表 {name}").format(
                id=form.form_id, name=_name_or_placeholder(form.project_name)
            ),
            translate("Commands", "执行率 {rate}").format(rate=_format_percent(evaluation.execution_rate) or "—"),
            translate("Commands", "总分 {score}").format(score=_format_score(evaluation.score_total) or "—"),
            evaluation.grade or "—",
            check_reports.form_counts(form),
        )
    )


def finding_line(group: FindingGroup, template: Template) -> str:
    """The findings of one rule: severity, cells and sentence, with the filler's reason where there is one."""
    text = translate("Commands", "  {severity}  {place}：{sentence}")
    return text.format(
        severity=labels.explained_label() if group.reason else labels.severity_name(group.finding.severity),
        place=cell_names.cells_path(group.cells, template),
        sentence=findings.sentence_with_reason(findings.group_sentence(group, template), group.reason),
    )


def _evaluation_counts(evaluation: Evaluation) -> str:
    return labels.severity_counts(*(evaluation.count_findings(severity) for severity in Severity))


def _format_percent(rate: Decimal | None) -> str:
    return "" if rate is None else f"{rate:.2f}%"


def _format_score(score: Decimal | None) -> str:
    return "" if score is None else f"{score:.2f}"


def _name_or_placeholder(project_name: str) -> str:
    return _one_line(project_name) or translate("Commands", "（未填项目名称）")


def _one_line(text: str) -> str:
    """A name may hold line breaks and tabs; a line of a list may not."""
    return " ".join(text.split())
