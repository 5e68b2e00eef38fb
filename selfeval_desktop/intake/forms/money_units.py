"""The money units that a table names, and which of them each of its amounts is in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.form import MoneyUnit
from selfeval_desktop.domain.form.look_alikes import compact_text
from selfeval_desktop.domain.reading.pasting import Refusal, RefusedText

_CURRENCY = r"(?:人民币|RMB|CNY|[¥￥])"
_UNIT = r"(?P<unit>[十百千]?[万亿]?元)"
_AFTER = rf"{_CURRENCY}?(?=$|[)）】\],，、;；/。])"
_LINE = re.compile(
    rf"(?:^|[^一-龥]|年度?|{_CURRENCY})(?:货币|金额|计量|资金|计价)?单位[:：为]?(?:{_CURRENCY}|[（(:：])*{_UNIT}{_AFTER}",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    rf"[（(【\[]*(?:{_CURRENCY}|货币|金额|计量|资金|计价)*单位[:：为]?(?:{_CURRENCY}|[（(:：])*{_UNIT}{_CURRENCY}?[)）】\]]*",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"[（(【\[]{_CURRENCY}?{_UNIT}{_CURRENCY}?[)）】\]]", re.IGNORECASE)
_BRACKETS = re.compile(r"[（(【\[]([^（()）【】\[\]]*)[)）】\]]")
_SEPARATORS = re.compile("[，,、;；/:：]")
_IN_BRACKETS = re.compile(rf"(?:(?:货币|金额|计量|资金)?单位)?{_CURRENCY}?{_UNIT}{_CURRENCY}?", re.IGNORECASE)
_AT_END = re.compile(rf"[/:：—-]{_CURRENCY}?{_UNIT}$", re.IGNORECASE)
_FROM = amounts.unit_scale("万元")


def unit_line(text: str) -> str | None:
    """The unit that a line above the table names, such as 单位：百万元 or （万元）; None for other texts."""
    plain = compact_text(text)
    found = _WHOLE.fullmatch(plain) or _ALONE.fullmatch(plain)
    return found["unit"] if found else None


def unit_in_label(text: str) -> str | None:
    """The unit in the brackets of a label, or at its end: 项目资金（人民币万元，%）; None where there is none."""
    plain = compact_text(text)
    for inside in _BRACKETS.findall(plain):
        for part in _SEPARATORS.split(inside):
            found = _IN_BRACKETS.fullmatch(part)
            if found:
                return found["unit"]
    at_end = _LINE.search(plain) or _AT_END.search(plain)
    return at_end["unit"] if at_end else None


class UnitWord(NamedTuple):
    """A unit where it stands in the table."""

    unit: str
    row: int
    column: int
    text: str


@dataclass(slots=True)
class FundUnits:
    """The units named about the funds.

    The nearest to an amount counts: its column's head, its row's label, the label of all funds, a line above them.
    """

    columns: dict[int, UnitWord] = field(default_factory=dict)
    rows: dict[int, UnitWord] = field(default_factory=dict)
    labels: list[UnitWord] = field(default_factory=list)
    lines: list[UnitWord] = field(default_factory=list)

    def add_line(self, text: str, spot: tuple[int, int]) -> None:
        """Note the unit of a line above the table."""
        unit = unit_line(text)
        if unit:
            self.lines.append(UnitWord(unit, *spot, text))

    def add_label(self, text: str, spot: tuple[int, int], *, is_head: bool = False, is_row: bool = False) -> None:
        """Note the unit in a label, if any: of the head of a column, of a row, or of all funds."""
        unit = unit_in_label(text)
        if not unit:
            return
        word = UnitWord(unit, *spot, text)
        if is_head:
            self.columns[spot[1]] = word
        elif is_row:
            self.rows[spot[0]] = word
        else:
            self.labels.append(word)

    @property
    def is_named(self) -> bool:
        """Whether any unit is."""
        return bool(self.columns or self.rows or self.labels or self.lines)

    def unit_at(self, row: int, column: int) -> str | None:
        """The unit of an amount that stands there, its column that of its head; None where nothing names it."""
        near = next(self._words_about(row, column), None)
        return near.unit if near else None

    def form_unit(self, places: list[tuple[int, int]]) -> MoneyUnit | None:
        """The unit for a form with amounts at these places: theirs if it is one that forms have, or one that takes all exactly.

        None where no unit is named.
        """
        units = {unit for place in places if (unit := self.unit_at(*place))} or {
            word.unit for word in (*self.labels, *self.lines)[:1]
        }
        if not units:
            return None
        return "万元" if all(amounts.unit_scale(unit) >= _FROM for unit in units) else "元"

    def contradictions(self, places: list[tuple[int, int]]) -> Iterator[RefusedText]:
        """The units further off that a nearer one contradicts, each once."""
        told = set[UnitWord]()
        for place in places:
            words = list(self._words_about(*place))
            for word in words[1:]:
                if word.unit != words[0].unit and word not in told:
                    told.add(word)
                    yield RefusedText(word.row, word.column, word.text, Refusal.OTHER_UNIT)

    def _words_about(self, row: int, column: int) -> Iterator[UnitWord]:
        """The words that name the unit of an amount there, the nearest first."""
        if column in self.columns:
            yield self.columns[column]
        if row in self.rows:
            yield self.rows[row]
        yield from self.labels
        yield from reversed(self.lines)


def in_form_unit(text: str, unit: str | None, form_unit: MoneyUnit) -> str:
    """The amount in the form's unit; a text that is no figure, or names its unit itself, as it stands."""
    if unit is None or unit == form_unit:
        return text
    try:
        figure = amounts.parse(text)
    except amounts.NotAnAmount:
        return text
    if figure is None:
        return text
    return amounts.plain_number(figure * amounts.unit_scale(unit) / amounts.unit_scale(form_unit))
