"""How much each rule weighs: by itself, under a template, and in a ledger that does without some of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.rules.all_rules import RULES
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.domain.rules.rule import Mark

Weight = Severity | Literal["off"]


@dataclass(frozen=True, slots=True)
class RuleState:
    """A rule as it applies to the forms of one template in one ledger.

    `is_off` tells that the ledger does without it; `can_be_off` that it may: an error blocks, and always counts.
    """

    code: str
    mark: Mark
    weight: Weight
    is_off: bool
    can_be_off: bool


def rule_severity(code: str, template: Template) -> Weight:
    """How much a finding of that rule weighs in a form of that template; "off" where the place does not know it."""
    return template.severities.get(code, RULES[code].severity)


def can_be_off(code: str, template: Template) -> bool:
    """Whether a ledger may do without the rule: never where it is an error."""
    return rule_severity(code, template) in (Severity.WARNING, Severity.HINT)


def with_rules_off(template: Template, codes: Iterable[str]) -> Template:
    """The template with these rules off, but for those that are errors in it."""
    off = [code for code in codes if can_be_off(code, template)]
    if not off:
        return template
    return replace(template, severities={**template.severities, **dict.fromkeys(off, "off")})


def rule_states(template: Template, off: Iterable[str]) -> tuple[RuleState, ...]:
    """Every rule in order. `template` is the place's own, `off` what the ledger does without."""
    gone = set(off)
    return tuple(
        RuleState(
            code,
            rule.mark,
            rule_severity(code, template),
            code in gone and can_be_off(code, template),
            can_be_off(code, template),
        )
        for code, rule in RULES.items()
    )
