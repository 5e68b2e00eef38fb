"""What stands in the cells of a sheet: boxes to tick, and figures as the form, the window and a spreadsheet write them."""

import re
from collections.abc import Sequence
from decimal import Decimal

from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.template import Column

_TICKED, _OPEN = "☑", "□"
# What stands for a ticked box on real forms; some are letters of a symbol font that was lost.
_TICKS = "☑☒√✓✔■þR"
_BETWEEN = "　"


def ticked_choices(choices: Sequence[str], chosen: str) -> str:
    """All choices with their boxes; what was chosen and is none of them comes last."""
    known = [f"{choice} {_TICKED if choice == chosen else _OPEN}" for choice in choices]
    other = [f"{chosen} {_TICKED}"] if chosen and chosen not in choices else []
    return _BETWEEN.join([*known, *other])


def chosen_in(text: str, choices: Sequence[str]) -> str:
    """The choice that is ticked in such a text, or that is all of it; "" for none."""
    plain = _without_spaces(text)
    found = (choice for choice in choices if re.search(rf"{re.escape(_without_spaces(choice))}[{_TICKS}]", plain))
    return next(found, next((choice for choice in choices if _without_spaces(choice) == plain), ""))


def is_blank(text: str, choices: Sequence[str]) -> bool:
    """Whether a text shows boxes of which none is ticked."""
    return _without_spaces(text) == _without_spaces(ticked_choices(choices, ""))


def _without_spaces(text: str) -> str:
    return "".join(text.split())


# How a spreadsheet shows the same figures. Rates are given to it as percent, so the sign is text.
_NUMBER_FORMATS = {"amount": "#,##0.00####", "rate": '0.00"%"', "weight": "General", "score": "General"}


def number_format(entry: Column) -> str:
    """How a spreadsheet is to show the figures of that column."""
    if entry.places and entry.kind not in {"amount", "rate"}:
        return f"0.{'0' * entry.places}####"
    return _NUMBER_FORMATS[entry.kind]


def number_text(value: Decimal, kind: str, places: int = 0) -> str:
    """A figure as the paper shows it: amounts with two places or more, rates with sign, all else in shortest form.

    `places` is the least number of decimals of the last kind.
    """
    if kind == "amount":
        return amounts.money_text(value)
    if kind == "rate":
        return f"{value:.2f}%"
    text = amounts.plain_number(value)
    lack = places - len(text.partition(".")[2])
    if lack <= 0:
        return text
    return f"{text}{'' if '.' in text else '.'}{'0' * lack}"
