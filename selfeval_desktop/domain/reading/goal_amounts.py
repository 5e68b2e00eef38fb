"""Amounts of money that a goal or its outcome names: 总投资 7.7 亿元, 全年安排预算 132.81 万元."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from selfeval_desktop.domain.form.form import MoneyUnit

YUAN: dict[MoneyUnit, Decimal] = {"元": Decimal(1), "万元": Decimal(10_000)}
"""元 in one of each unit of a form."""

_AMOUNT = re.compile(r"(?P<about>约|近|超过?)?(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<scale>[万亿]?)元(?!/)")
_SCALES = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
_CLAUSE = re.compile(r"[^，,。;；、：:]*$")
_BUDGET = re.compile(r"(?:资金|预算|经费|投资|投入|拨款|支出|执行|支付|拨付).{0,8}$")
_FOR_EACH = re.compile(r"每|人均|户均|标准")
_SLIP = Decimal(10_000)
# What a rounded 132.8万元 may differ from 1328100: half of its last digit.
_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class NamedAmount:
    """An amount in 元 as a text names it; `tolerance` is what was lost by rounding."""

    text: str
    amount: Decimal
    tolerance: Decimal

    def equals_one_of(self, amounts: Iterable[Decimal]) -> bool:
        """Whether it is one of these amounts, in 元, rounded."""
        return any(abs(self.amount - each) <= self.tolerance for each in amounts)

    def is_slip_of(self, amounts: Iterable[Decimal]) -> bool:
        """Whether it is 10,000 times, or a 10,000th of, one of these amounts in 元."""
        return any(
            abs(self.amount - each * _SLIP) <= self.tolerance or abs(self.amount - each / _SLIP) <= self.tolerance
            for each in amounts
        )


@lru_cache(maxsize=1024)
def budget_amounts(text: str) -> tuple[NamedAmount, ...]:
    """The amounts that a text calls money of the project: 资金, 预算, 投入; rates for each person or household are none."""
    compact = "".join(text.split())
    return tuple(
        _named_amount(found) for found in _AMOUNT.finditer(compact) if _is_of_project(compact[: found.start()])
    )


def _is_of_project(before: str) -> bool:
    """Whether the clause that leads up to an amount calls it money of the project."""
    clause = _CLAUSE.search(before)
    return clause is not None and bool(_BUDGET.search(clause[0])) and not _FOR_EACH.search(clause[0])


def _named_amount(found: re.Match[str]) -> NamedAmount:
    number = Decimal(found["number"].replace(",", ""))
    scale = _SCALES[found["scale"]]
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    last_digit = Decimal(1).scaleb(exponent) * scale if found["scale"] or found["about"] else Decimal(0)
    return NamedAmount(found[0].removeprefix(found["about"] or ""), number * scale, last_digit * _HALF)
