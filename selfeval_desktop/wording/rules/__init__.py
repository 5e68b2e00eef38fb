"""The words of all checks by code: one entry each, in a file named like that of the check in `domain.rules`."""

from collections.abc import Mapping

from selfeval_desktop.wording.rules import (
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
from selfeval_desktop.wording.rules.rule_words import RuleWords
from selfeval_desktop.wording.translation import translate

RULE_WORDS: Mapping[str, RuleWords] = {
    code: words
    for family in (across, claims, design, funds, indicators, measures, scores, texts, weights)
    for code, words in family.WORDS.items()
}


def rule_name(code: str) -> str:
    """The check in a few words: 分值合计."""
    return translate("Rules", RULE_WORDS[code].name)


def rule_title(code: str) -> str:
    """Code and name: K01 分值合计."""
    return f"{code} {rule_name(code)}"


def rule_meaning(code: str) -> str:
    """What is as it should be where the check finds nothing, in one sentence."""
    return translate("Rules", RULE_WORDS[code].meaning)
