"""What is said about a check: its entry in the file of words that is named like the file of its function."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from selfeval_desktop.domain.rules.findings import Finding
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP

Sentence = str | Callable[[Finding], str]
"""One text, or the choice of one by the finding's figures."""


class ReviewTheme(StrEnum):
    """What reviewers look at, in the order in which they read: the text to be translated in context Checkup."""

    MONEY = QT_TRANSLATE_NOOP("Checkup", "资金与预算")
    DESIGN = QT_TRANSLATE_NOOP("Checkup", "指标设得合不合适")
    RESULTS = QT_TRANSLATE_NOOP("Checkup", "完成值站不站得住")
    POINTS = QT_TRANSLATE_NOOP("Checkup", "得分与理由")
    TEXTS = QT_TRANSLATE_NOOP("Checkup", "文字与名称")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleWords:
    """All that is said about one check, as marked for the translators.

    `name` has a few words (contexts: Rules); `meaning` says in one sentence how things are where the check finds
    nothing (Rules); `sentence` says what is wrong, with both figures, then what to do (Findings); `question` is what a
    reviewer is likely to ask about a finding, without blame (Checkup). An error is no matter of opinion: it has
    neither theme nor question.

    Names in braces in a sentence are the finding's figures, and what `wording.findings` adds to them: `cell` (its
    heading), `row` (the funds row), `note` (where a changed budget is explained), `reason` (the heading of the reasons).
    """

    name: str
    meaning: str
    sentence: Sentence
    theme: ReviewTheme | None = None
    question: str = ""


def is_short(finding: Finding) -> bool:
    """Whether less was found than is expected."""
    found, expected = finding.figures["found"], finding.figures["expected"]
    assert isinstance(found, Decimal)
    assert isinstance(expected, Decimal)
    return found < expected
