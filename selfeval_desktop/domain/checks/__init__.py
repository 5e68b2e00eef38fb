"""The checks of a form. A new one is a function in the room it belongs to, a sentence in `wording.findings`, a name in `wording.rules`."""

from selfeval_desktop.domain.checks import (
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
from selfeval_desktop.domain.checks.across import ACROSS_CHECKS, Brief, brief, find_across
from selfeval_desktop.domain.checks.case import CHECKS, find_all

__all__ = [
    "ACROSS_CHECKS",
    "CHECKS",
    "Brief",
    "across",
    "brief",
    "completeness",
    "find_across",
    "find_all",
    "funds",
    "indicators",
    "measures",
    "reasons",
    "scores",
    "texts",
    "weights",
]
