"""Every rule by its code: what all of them find in a form, and how severe each is under a template and in a ledger."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.rules import (
    across,
    claims,
    design,
    funds,
    indicators,
    measures,
    scores,
    texts,
    weights,
)
from selfeval_desktop.domain.rules.findings import Finding, Severity
from selfeval_desktop.domain.rules.rule import REGISTER, CheckRule, EffectiveSeverity, RuleSource, check_case
from selfeval_desktop.domain.scoring.scores import Figures

FAMILIES = (across, claims, design, funds, indicators, measures, scores, texts, weights)
"""The files of checks: importing one enters its rules."""
RULES: Mapping[str, CheckRule] = dict(sorted(REGISTER.items()))
"""In the order of their codes, whether one form tells of them or several."""


@dataclass(frozen=True, slots=True)
class RuleState:
    """A rule under one template in one ledger.

    `is_off`: switched off in the ledger; `can_be_off`: may be, as errors may not. `severity` is the template's.
    """

    code: str
    sources: tuple[RuleSource, ...]
    severity: EffectiveSeverity
    is_off: bool
    can_be_off: bool


def find_all(form: Form, template: Template, figures: Figures) -> tuple[Finding, ...]:
    """Every finding of one form, errors first, then by code; rules that are "off" in the template find nothing."""
    case = check_case(form, template, figures)
    found: dict[Severity, list[Finding]] = {severity: [] for severity in Severity}
    for rule in RULES.values():
        for fault in rule.find(case) if rule.find else ():
            severity = rule.severity_under(template)
            if severity != "off":
                found[severity].append(Finding(rule.code, severity, fault.field, fault.figures))
    return tuple(chain.from_iterable(found.values()))


def rule_severity(code: str, template: Template) -> EffectiveSeverity:
    """The severity of that rule in forms of that template; "off" where the place does not know the rule."""
    return RULES[code].severity_under(template)


def differing_severities(severities: Mapping[str, EffectiveSeverity]) -> Mapping[str, EffectiveSeverity]:
    """Those of a template's severities that are not the rule's own anyway, and those of unknown rules."""
    return {
        code: severity for code, severity in severities.items() if code not in RULES or RULES[code].severity != severity
    }


def can_be_off(code: str, template: Template) -> bool:
    """Whether a ledger may switch the rule off: not where it is an error, or off in the template."""
    return rule_severity(code, template) in (Severity.WARNING, Severity.HINT)


def with_rules_off(template: Template, codes: Iterable[str]) -> Template:
    """The template with these rules "off", but for those that are errors in it; itself where nothing changes."""
    off = [code for code in codes if can_be_off(code, template)]
    if not off:
        return template
    return replace(template, severities={**template.severities, **dict.fromkeys(off, "off")})


def rule_states(template: Template, off: Iterable[str]) -> tuple[RuleState, ...]:
    """Every rule by code. `template` is the installed one, `off` are the codes switched off in the ledger."""
    gone = set(off)
    return tuple(
        RuleState(
            code,
            rule.sources,
            rule_severity(code, template),
            code in gone and can_be_off(code, template),
            can_be_off(code, template),
        )
        for code, rule in RULES.items()
    )
