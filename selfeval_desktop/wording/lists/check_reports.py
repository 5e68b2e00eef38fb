"""Lists on paper about findings, in the words of the window: the report of a check, and the catalogue of rules."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from selfeval_desktop.app.ledger.checking import CheckedForm
from selfeval_desktop.domain.layout.listing import ListCaption, ListColumn, ListLine, list_sheet
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.domain.rules.catalogue import RuleState
from selfeval_desktop.domain.rules.finding_groups import FindingGroup, group_findings
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.domain.rules.rule import RuleSource
from selfeval_desktop.wording import cell_names, labels, rules
from selfeval_desktop.wording import findings as sentences
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP, translate

_SOURCES: Mapping[RuleSource, str] = {
    RuleSource.PORTAL: QT_TRANSLATE_NOOP("Reports", "上报系统"),
    RuleSource.FORM_NOTE: QT_TRANSLATE_NOOP("Reports", "表内说明"),
    RuleSource.NOTICE: QT_TRANSLATE_NOOP("Reports", "手册或通知"),
    RuleSource.PUBLISHED_FORM: QT_TRANSLATE_NOOP("Reports", "公开的表"),
    RuleSource.REVIEWERS: QT_TRANSLATE_NOOP("Reports", "审核底稿"),
    RuleSource.JUDGEMENT: QT_TRANSLATE_NOOP("Reports", "程序判断"),
}


def check_report_sheet(checked: Sequence[CheckedForm], off: Iterable[str], at: datetime) -> Sheet:
    """The findings of these forms under a heading for each form; `off` are the codes switched off in the ledger."""
    columns = (
        ListColumn(translate("Reports", "程度"), "text", 16),
        ListColumn(translate("Reports", "规则"), "text", 13),
        ListColumn(translate("Reports", "位置"), "text", 44, 1, "left"),
        ListColumn(translate("Reports", "问题和做法"), "text", 90, 4, "left"),
        ListColumn(translate("Reports", "说明的理由"), "text", 44, 2, "left"),
    )
    lines: list[ListLine] = []
    for number, form in enumerate(checked, start=1):
        lines.append(ListLine((), _form_line(number, form), "left"))
        lines += [ListLine(_finding_columns(form, group)) for group in group_findings(form.found.all_findings)]
    lines.append(ListLine((), rules_off(off), "left"))
    told = translate("Reports", "（共检查 {forms} 张表：{counts}　检查时间：{at}）")
    subtitle = told.format(forms=len(checked), counts=finding_counts(checked), at=f"{at:%Y-%m-%d %H:%M}")
    return list_sheet(ListCaption(translate("Reports", "绩效自评表检查报告"), subtitle), columns, lines)


def rule_catalogue_sheet(entries: Sequence[RuleState], place: str) -> Sheet:
    """Every rule with its meaning, sources and state; `place` is the name of the template."""
    columns = (
        ListColumn(translate("Reports", "代码"), "text", 14),
        ListColumn(translate("Reports", "规则"), "text", 44, 1, "left"),
        ListColumn(translate("Reports", "要求"), "text", 110, 4, "left"),
        ListColumn(translate("Reports", "依据"), "text", 36, 1, "left"),
        ListColumn(translate("Reports", "状态"), "text", 30),
    )
    lines = [
        ListLine(
            (
                each.code,
                rules.rule_name(each.code),
                rules.rule_meaning(each.code),
                rule_source_text(each),
                rule_state_text(each, is_off=each.is_off),
            )
        )
        for each in entries
    ]
    subtitle = translate("Reports", "（共 {count} 条　表样：{place}）").format(count=len(entries), place=place)
    return list_sheet(ListCaption(translate("Reports", "检查规则目录"), subtitle), columns, lines)


def rule_state_text(rule: RuleState, *, is_off: bool) -> str:
    """提醒, or 表样不用 or 本台账停用; `is_off` as ticked in the window, which may not be stored yet."""
    if rule.severity == "off":
        return translate("Reports", "表样不用")
    if is_off:
        return translate("Reports", "本台账停用")
    return labels.severity_name(rule.severity)


def rule_source_text(rule: RuleState) -> str:
    """Where a rule is known from: 上报系统、公开的表."""
    return translate("Reports", "、").join(translate("Reports", _SOURCES[source]) for source in rule.sources)


def rules_off(codes: Iterable[str]) -> str:
    """The rules that a ledger has switched off, in one sentence."""
    named = [rules.rule_title(code) for code in sorted(codes)]
    if not named:
        return translate("Reports", "本台账没有停用的规则。")
    listed = translate("Reports", "、").join(named)
    return translate("Reports", "本台账停用的规则：{rules}。").format(rules=listed)


def finding_counts(checked: Iterable[CheckedForm]) -> str:
    """The findings of all of them counted: 2 个错误，1 个提醒，已说明 1 个."""
    found: Counter[Severity] = Counter()
    explained = 0
    for form in checked:
        found.update(finding.severity for finding in form.found.open)
        explained += len(form.found.explained)
    return _with_explained(labels.severity_counts(*(found[severity] for severity in Severity)), explained)


def form_counts(form: CheckedForm) -> str:
    """The findings of one form counted, as `finding_counts`."""
    return finding_counts([form])


def rule_counts(code: str, findings: int, forms: int) -> str:
    """A rule with how often it found something, and in how many forms."""
    told = translate("Reports", "{rule}　{findings} 处，{forms} 张表")
    return told.format(rule=rules.rule_title(code), findings=findings, forms=forms)


def form_name(form: CheckedForm) -> str:
    """The form as `project_label` names it."""
    return project_label(form.project_name, form.unit, form.year)


def project_label(name: str, unit: str, year: int | None) -> str:
    """A project, and in brackets its unit and year."""
    named = " ".join(name.split()) or translate("Reports", "（未填项目名称）")
    beside = list(_unit_and_year(unit, year))
    if not beside:
        return named
    return translate("Reports", "{project}（{beside}）").format(
        project=named, beside=translate("Reports", "，").join(beside)
    )


def _unit_and_year(unit: str, year: int | None) -> Iterator[str]:
    if unit.strip():
        yield " ".join(unit.split())
    if year is not None:
        yield translate("Reports", "{year} 年度").format(year=year)


def _form_line(number: int, form: CheckedForm) -> str:
    told = translate("Reports", "{number}. {form}：{counts}")
    return told.format(number=number, form=form_name(form), counts=form_counts(form))


def _finding_columns(form: CheckedForm, group: FindingGroup) -> tuple[str, ...]:
    return (
        labels.explained_label() if group.reason else labels.severity_name(group.finding.severity),
        group.finding.code,
        cell_names.cells_path(group.cells, form.template),
        sentences.group_sentence(group, form.template),
        group.reason,
    )


def _with_explained(told: str, explained: int) -> str:
    if not explained:
        return told
    return translate("Reports", "{counts}，已说明 {explained} 个").format(counts=told, explained=explained)
