"""Exact decimals: read from what people type, rounded in one place, written as the form prints them."""

import math
import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache
from typing import Literal

from selfeval_desktop.domain.form.look_alikes import visible_text

ZERO = Decimal(0)
HUNDRED = Decimal(100)

_SCALES = {"十": Decimal(10), "百": HUNDRED, "千": Decimal(1_000), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
_MONEY = re.compile(r"(?:[¥￥]|人民币|CNY|RMB)?(?P<figure>.*?)(?P<scale>[百千]?[万亿]?)(?P<unit>元?)(?:整|人民币)?")
WHOLE_DIGITS = 15
DECIMAL_PLACES = 6

# Not NFKC, which would read 5² as 52 and ① as 1.
_HALF_WIDTH = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)} | {ord("−"): "-"}
_BLANKS = frozenset(
    {"", "-", "--", "—", "——", "–", "_", "/", "//", "\\", "*", "**", "***", "×", "无", "不涉及", "不适用", "N/A"}
)
"""What people write where there is no amount."""
_NUMBER = re.compile(
    rf"[+-]?(?:[0-9]{{1,{WHOLE_DIGITS}}}(?:\.[0-9]{{0,{DECIMAL_PLACES}}})?|\.[0-9]{{1,{DECIMAL_PLACES}}})"
)
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?")
# A total of many amounts, or a product of two, must stay exact before the one rounding at the end.
_PRECISION = 60


class NotAnAmount(ValueError):
    """Text that no amount can be read from; `args[0]` is the text as typed."""


def parse(text: str) -> Decimal | None:
    """An amount as typed: thousands marks, full-width digits, inner spaces and characters that nobody sees allowed.

    None for blank and for what stands for blank on paper: a dash, a stroke, 无, 不涉及. NotAnAmount for anything else,
    also for more than 15 digits before or 6 after the point: neither occurs in a budget.
    """
    plain = "".join(visible_text(text).translate(_HALF_WIDTH).split())
    if plain in _BLANKS:
        return None
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    if not _NUMBER.fullmatch(plain):
        raise NotAnAmount(text)
    return normalise(Decimal(plain))


def is_amount(text: str) -> bool:
    """Whether an amount can be read from the text."""
    try:
        return parse(text) is not None
    except NotAnAmount:
        return False


def parse_money(text: str, unit: Literal["元", "万元"]) -> Decimal | None:
    """As `parse`, in `unit`; a text that names 元, 千, 万, 百万 or 亿 itself is put into it (125.25万元 → 1252500 元).

    A figure alone is one of `unit`. NotAnAmount also where the unit asked for would need more than 6 places.
    """
    found = _MONEY.fullmatch("".join(visible_text(text).split()))
    assert found is not None
    try:
        figure = parse(found["figure"])
        if not (found["scale"] or found["unit"]):
            return figure
        if figure is not None:
            return parse(plain_number(figure * unit_scale(found["scale"]) / unit_scale(unit)))
    except NotAnAmount:
        pass
    raise NotAnAmount(text)


def unit_scale(unit: str) -> Decimal:
    """How many 元 a money unit is, such as 百万元; the words of a figure's scale alone serve as well."""
    return math.prod((_SCALES[word] for word in unit.removesuffix("元")), start=Decimal(1))


def normalise(value: Decimal) -> Decimal:
    """The same value without trailing zeros and without an exponent; minus zero becomes zero."""
    return Decimal(plain_number(value))


@lru_cache(maxsize=4096)
def plain_number(value: Decimal) -> str:
    """The shortest exact text: 214167.00 → `214167`, 0.50 → `0.5`; equal values have the same."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def money_text(value: Decimal) -> str:
    """As the form prints it: thousands marks, at least two places, never rounded."""
    whole, _, places = plain_number(abs(value)).partition(".")
    return f"{'-' if value < 0 else ''}{int(whole):,}.{places:0<2}"


def round_half_up(value: Decimal, places: int = 2) -> Decimal:
    """Rounded half up: the only place where the program rounds."""
    with localcontext(prec=_PRECISION):
        return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def quotient(dividend: Decimal, divisor: Decimal, *factors: Decimal) -> Decimal:
    """dividend × factors ÷ divisor, multiplied first so that the only inexact step comes last."""
    with localcontext(prec=_PRECISION):
        for factor in factors:
            dividend *= factor
        return dividend / divisor


def sum_present(values: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of what is there; None when nothing is."""
    present = [value for value in values if value is not None]
    return sum(present, ZERO) if present else None
