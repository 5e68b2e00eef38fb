"""Likely slips in a target or an actual value, to be asked about; nothing is changed without an answer."""

from dataclasses import dataclass
from typing import Literal

from selfeval_desktop.domain.form.form import Indicator
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.scoring import measures
from selfeval_desktop.domain.scoring.graded_words import suggest_achievement
from selfeval_desktop.domain.scoring.targets import whole_row

_RATES = ("率", "比例", "占比", "满意度")
_FULL = 100


@dataclass(frozen=True, slots=True)
class MissingPercent:
    """The number in that column has no unit though it is likely a percentage; `meant` is the text with %."""

    column: Literal["target", "actual"]
    typed: str
    meant: str


def missing_percent(row: Indicator, template: Template) -> MissingPercent | None:
    """A number above 1 and up to 100 without a unit, beside one in percent or under the name of a rate; else None."""
    whole = whole_row(row, template)
    target, actual = measures.read_measure(whole.target), measures.read_measure(whole.actual)
    is_rate = row.level3.strip().endswith(_RATES)
    sides: tuple[
        tuple[Literal["target", "actual"], str, measures.MeasuredValue, measures.MeasuredValue], ...
    ] = (
        ("target", row.target, target, actual),
        ("actual", row.actual, actual, target),
    )
    for column, text, one, other in sides:
        in_percent = other.unit == "%" or (is_rate and not other.unit)
        is_bare = one.number is not None and not one.unit and text.rstrip()[-1:].isdecimal()
        if is_bare and in_percent and 1 < (one.number or 0) <= _FULL:
            return MissingPercent(column, text, f"{text.strip()}%")
    return None


def against_target(row: Indicator) -> bool:
    """Whether a 定性 actual value says the opposite of its target (提高, 下降) and the row has no achievement yet."""
    return (
        row.achievement is None
        and measures.achievement_in(row.actual) is None
        and (suggest_achievement(row.target, row.actual) == "unmet")
    )
