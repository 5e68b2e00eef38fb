"""What a sentence of a check is: one text, or the choice of one by the finding's figures."""

from collections.abc import Callable
from decimal import Decimal

from selfeval_desktop.domain.rules.findings import Finding

Sentence = str | Callable[[Finding], str]


def is_short(finding: Finding) -> bool:
    """Whether less was found than is expected."""
    found, expected = finding.figures["found"], finding.figures["expected"]
    assert isinstance(found, Decimal)
    assert isinstance(expected, Decimal)
    return found < expected
