"""The sentence of a finding: what is wrong, with the figures of both sides, then what to do."""

from decimal import Decimal

from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.rules.finding_groups import FindingGroup
from selfeval_desktop.domain.rules.findings import Figure, Finding
from selfeval_desktop.wording import cell_names, labels
from selfeval_desktop.wording.rules import RULE_WORDS
from selfeval_desktop.wording.translation import translate

_LONGEST_QUOTE = 30
_BUDGET_NOTE = FieldRef.head("budget_note", extra=True)
_REASON = FieldRef.indicator(0, "deviation")
# Figures of a finding on the funds that are amounts; its others are rates.
_AMOUNTS = frozenset({"found", "expected", "difference", "executed"})


def finding_sentence(finding: Finding, template: Template) -> str:
    """The sentence for a finding in a form of that template."""
    sentence = RULE_WORDS[finding.code].sentence
    text = sentence if isinstance(sentence, str) else sentence(finding)
    return translate("Findings", text).format(**_sentence_fields(finding, template))


def group_sentence(group: FindingGroup, template: Template) -> str:
    """The sentence of the first finding, and how many there are of the kind."""
    told = finding_sentence(group.finding, template)
    if len(group.lines) == 1:
        return told
    return translate("Findings", "{sentence}同样的问题共 {count} 处。").format(sentence=told, count=len(group.lines))


def sentence_with_reason(told: str, reason: str) -> str:
    """A finding's sentence with the reason that its filler gave, if any."""
    if not reason:
        return told
    return translate("Findings", "{sentence}说明：{reason}").format(sentence=told, reason=reason)


def _sentence_fields(finding: Finding, template: Template) -> dict[str, str]:
    field, figures = finding.field, finding.figures
    is_funds = field.part == "funds"
    words = {name: _figure_text(figure, is_money=is_funds and name in _AMOUNTS) for name, figure in figures.items()}
    words["cell"] = cell_names.cell_name(field, template)
    words["note"] = cell_names.cell_name(_BUDGET_NOTE, template)
    box = template.limits.whole_reason
    words["reason"] = cell_names.cell_name(FieldRef.parse(box) if box else _REASON, template)
    if is_funds:
        words["row"] = cell_names.fund_row(str(field.row), template)
        if "column" in figures:
            words["column"] = cell_names.cell_name(FieldRef.fund(str(field.row), str(figures["column"])), template)
    if "grade" in figures:
        named = {str(grade): text for grade, text in labels.grade_names().items()}
        words["grade"] = named[str(figures["grade"])]
    return words


def _figure_text(figure: Figure, *, is_money: bool) -> str:
    """Amounts as the form prints them, other numbers in their shortest form, typed text in one short line."""
    if isinstance(figure, Decimal):
        return amounts.money_text(figure) if is_money else amounts.plain_number(figure)
    text = " ".join(str(figure).split())
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
