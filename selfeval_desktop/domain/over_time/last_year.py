"""The same project in another year, and what its form says beside each cell of this year's."""

import unicodedata
from collections import defaultdict, deque
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Protocol, TypeVar

from selfeval_desktop.domain.form import amounts, edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Indicator
from selfeval_desktop.domain.form.units import plain_unit_name
from selfeval_desktop.domain.reading.labels import without_years
from selfeval_desktop.domain.scoring.scores import Figures, level_name


class ListedForm(Protocol):
    """A form as a ledger lists it."""

    @property
    def form_id(self) -> int: ...
    @property
    def project_name(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def year(self) -> int | None: ...


# Called for each form of a ledger, ten thousand of them, after each form that is stored.
@lru_cache(maxsize=1 << 15)
def plain_name(name: str) -> str:
    """A project's name without what differs from year to year and from hand to hand.

    The years that it names are left aside, and so are white space, brackets, stops and the width of letters.
    """
    folded = unicodedata.normalize("NFKC", without_years(name)).casefold()
    return "".join(character for character in folded if character.isalnum())


def is_same_project(name: str, unit: str, other_name: str, other_unit: str) -> bool:
    """Whether two forms are about one project: a name that says something, and one unit where both name theirs."""
    if not plain_name(name) or plain_name(name) != plain_name(other_name):
        return False
    return not (plain_unit_name(unit) and plain_unit_name(other_unit)) or plain_unit_name(unit) == plain_unit_name(
        other_unit
    )


_OUTCOME = ("target", "actual", "score")


One = TypeVar("One", bound=ListedForm)


def find_former_form(form: Form, listed: Sequence[One]) -> One | None:
    """The newest form of the year before that is about the same project; None where there is none."""
    if form.year is None:
        return None
    before = form.year - 1
    return next(
        (
            other
            for other in reversed(listed)
            if other.year == before and is_same_project(form.project_name, form.unit, other.project_name, other.unit)
        ),
        None,
    )


@dataclass(frozen=True, slots=True)
class LastYear:
    """Last year's form with its figures; `rows` maps a row's number now to its number then."""

    form: Form
    figures: Figures
    rows: Mapping[int, int] = field(default_factory=dict)

    def cell_text(self, cell: FieldRef) -> str:
        """What stood in that cell, calculated figures included; "" where nothing did."""
        match cell.part:
            case "funds":
                return self._fund_text(cell)
            case "indicators":
                then = self.rows.get(cell.row) if isinstance(cell.row, int) else None
                return "" if then is None else self._indicator_text(then, cell)
            case _:
                if cell.column == "execution_score":
                    return amounts.plain_number(self.figures.execution_score)
                return edits.cell_text(self.form, cell)

    def row_texts(self, place: int) -> tuple[tuple[FieldRef, str], ...]:
        """Last year's target, result and score of the row with that number now; empty for a new row."""
        cells = (FieldRef.indicator(place, column) for column in _OUTCOME)
        return tuple((cell, text) for cell in cells if (text := self.cell_text(cell)))

    def _fund_text(self, cell: FieldRef) -> str:
        if cell.extra:
            return edits.cell_text(self.form, cell)
        if cell.column == "rate":
            rate = self.figures.execution_rate
            return "" if rate is None or cell.row != "total" else f"{rate:.2f}%"
        line = self.figures.funds.get(str(cell.row))
        amount = line.amount(cell.column) if line and cell.column in edits.MONEY_COLUMNS else None
        return "" if amount is None else f"{amounts.money_text(amount)} {self.form.money_unit}"

    def _indicator_text(self, then: int, cell: FieldRef) -> str:
        if cell.column == "score" and not cell.extra:
            score: Decimal | None = self.figures.indicator_scores[then]
            return "" if score is None else amounts.plain_number(score)
        return edits.cell_text(self.form, FieldRef.indicator(then, cell.column, extra=cell.extra))


def match_last_year(now: Form, form: Form, figures: Figures) -> LastYear:
    """Last year's form with its rows matched by name; of rows of one name the first is matched with the first."""
    places: dict[Hashable, deque[int]] = defaultdict(deque)
    for place, row in enumerate(form.indicators):
        places[_row_identity(row)].append(place)
    rows = {
        place: places[_row_identity(row)].popleft()
        for place, row in enumerate(now.indicators)
        if places[_row_identity(row)]
    }
    return LastYear(form, figures, rows)


def _row_identity(row: Indicator) -> Hashable:
    return level_name(row.level1), level_name(row.level2), plain_name(row.level3)
