"""Figures as the paper, the window and a spreadsheet show them."""

from decimal import Decimal

from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.template import Column

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
