"""The checks of a form. A new one is a function in the room it belongs to, and a sentence in `wording.findings`."""

from selfeval_desktop.domain.checks import completeness, funds, indicators, weights
from selfeval_desktop.domain.checks.case import CHECKS, find_all

__all__ = ["CHECKS", "completeness", "find_all", "funds", "indicators", "weights"]
