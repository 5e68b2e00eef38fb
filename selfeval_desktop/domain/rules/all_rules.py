"""The checks of a form. A new one is a function in the room it belongs to, a sentence in `wording.findings`, a name in `wording.rules`."""

from selfeval_desktop.domain.rules import (
    across,
    completeness,
    funds,
    indicators,
    measures,
    reasons,
    scores,
    texts,
    weights,
)
from selfeval_desktop.domain.rules.across import (
    ACROSS_CHECKS,
    FormBrief,
    find_across_forms,
    find_for_one_form,
    form_brief,
)
from selfeval_desktop.domain.rules.rule import CHECKS, CheckRule, find_all

# Every rule by its code, in order, whether one form tells of it or several.
RULES: dict[str, CheckRule] = dict(sorted({rule.code: rule for rule in (*ACROSS_CHECKS, *CHECKS)}.items()))

__all__ = [
    "CHECKS",
    "RULES",
    "CheckRule",
    "FormBrief",
    "across",
    "completeness",
    "find_across_forms",
    "find_all",
    "find_for_one_form",
    "form_brief",
    "funds",
    "indicators",
    "measures",
    "reasons",
    "scores",
    "texts",
    "weights",
]
