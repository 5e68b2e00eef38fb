"""A finance list matched to the forms of a ledger: which line belongs to which form, and the form with its figures."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from rapidfuzz import fuzz, process

from selfeval_desktop.domain.form import amounts, edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, MoneyUnit
from selfeval_desktop.domain.form.funds import COLUMNS, calculated_total, effective_funds
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.form.units import plain_unit_name
from selfeval_desktop.domain.over_time.last_year import plain_name

CODE = "project_code"
"""The key under which templates keep a project's code."""
_NEAR = 80
"""Names at least this alike, in percent, are offered as a doubtful match."""
_LEAST_SLIP, _MOST_SLIP = Decimal(5000), Decimal(20_000)
_FAR = Decimal(1000)
_YUAN: Mapping[MoneyUnit, Decimal] = {"元": Decimal(1), "万元": Decimal(10_000)}


@dataclass(frozen=True, slots=True)
class FinanceLine:
    """One project of a list; `amounts` by the names of the money columns, in the list's unit.

    `place` is its row in the file, from 1. A text that is no amount is in `unread`, by the same names.
    """

    place: int
    name: str
    code: str = ""
    unit: str = ""
    year: int | None = None
    amounts: Mapping[str, Decimal] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FinanceList:
    """A list as read: `money_unit` and `year` are None where it does not say."""

    lines: tuple[FinanceLine, ...]
    columns: tuple[str, ...]
    money_unit: MoneyUnit | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class CandidateForm:
    """A form of the ledger that a line may be about."""

    form_id: int
    form: Form
    template: Template


@dataclass(frozen=True, slots=True)
class FinanceFilling:
    """A line and the form it belongs to, with the new form; doubtful ones are for the user to tick.

    `figures` are the totals that the form shows before and after, by column; `is_near` tells that only the name is
    like it, `is_again` that another line is about the form too, `is_split` that it has several parts, so that
    the figure stands in the total row.
    """

    line: FinanceLine
    candidate: CandidateForm
    after: Form
    figures: Mapping[str, tuple[Decimal | None, Decimal]]
    is_near: bool = False
    is_again: bool = False
    is_split: bool = False

    @property
    def is_sure(self) -> bool:
        """No doubt about form or figures: the filling is ticked from the start."""
        return not (self.is_near or self.is_again or self.is_split or self.is_far or self.line.unread)

    @property
    def is_far(self) -> bool:
        """A figure is a thousand times what the form says, or a thousandth of it."""
        return any(ratio >= _FAR for ratio in _figure_ratios([self]))

    @property
    def changes_form(self) -> bool:
        """Whether the filling would change the form at all."""
        return self.after != self.candidate.form


@dataclass(frozen=True, slots=True)
class FinanceMatches:
    """The result: lines with their form, in the order of the list, and lines without one."""

    fillings: tuple[FinanceFilling, ...]
    unmatched: tuple[FinanceLine, ...]


def match_finance_list(
    found: FinanceList, candidates: Sequence[CandidateForm], money_unit: MoneyUnit
) -> FinanceMatches:
    """Each line with its form: by the project's code, else by its name, else by a name that is near.

    `candidates` are the forms of the year; a line of another year finds none. A figure is put into the first part
    of the funds, and into the total where that is typed; into the total alone where other parts hold amounts.
    """
    fillings, unmatched = [], []
    finder = _CandidateFinder(candidates)
    for line in found.lines:
        candidate, is_near = finder.find_candidate(line)
        if candidate is None:
            unmatched.append(line)
        else:
            fillings.append(_fill_candidate(line, candidate, money_unit, is_near=is_near))
    often = Counter(filling.candidate.form_id for filling in fillings)
    marked = (replace(each, is_again=often[each.candidate.form_id] > 1) for each in fillings)
    return FinanceMatches(tuple(marked), tuple(unmatched))


def looks_misscaled(fillings: Iterable[FinanceFilling]) -> bool:
    """Whether most figures differ from those before by ten thousand: 元 taken for 万元, or the other way round."""
    ratios = _figure_ratios(fillings)
    return 2 * sum(_LEAST_SLIP <= ratio <= _MOST_SLIP for ratio in ratios) > len(ratios)


def _figure_ratios(fillings: Iterable[FinanceFilling]) -> list[Decimal]:
    """How many times the smaller the larger of each pair of figures is."""
    return [
        max(old, new) / min(old, new)
        for filling in fillings
        for old, new in filling.figures.values()
        if old is not None and old > 0 and new > 0
    ]


def collect_filled_forms(fillings: Iterable[FinanceFilling]) -> dict[int, Form]:
    """The forms as they are with these figures, by id; of two lines about one form the later is kept."""
    return {filling.candidate.form_id: filling.after for filling in fillings}


class _CandidateFinder:
    """Looks forms up by code and by name. A form that has been found exactly is not found by likeness as well."""

    def __init__(self, candidates: Sequence[CandidateForm]) -> None:
        self._by_code: dict[str, list[CandidateForm]] = defaultdict(list)
        self._by_name: dict[str, list[CandidateForm]] = defaultdict(list)
        for candidate in candidates:
            self._by_code[plain_unit_name(candidate.form.fields.get(CODE, ""))].append(candidate)
            self._by_name[plain_name(candidate.form.project_name)].append(candidate)
        self._by_code.pop("", None)
        self._by_name.pop("", None)

    def find_candidate(self, line: FinanceLine) -> tuple[CandidateForm | None, bool]:
        """The form, and whether there is doubt about it."""
        exact = self._by_code.get(plain_unit_name(line.code)) or self._by_name.get(plain_name(line.name))
        if exact:
            return self._choose_candidate(exact, line)
        near = process.extractOne(plain_name(line.name), list(self._by_name), scorer=fuzz.ratio, score_cutoff=_NEAR)
        return (self._choose_candidate(self._by_name[near[0]], line)[0], True) if near else (None, False)

    @staticmethod
    def _choose_candidate(found: Sequence[CandidateForm], line: FinanceLine) -> tuple[CandidateForm | None, bool]:
        """Of several forms of one name that of the line's unit; else the first, as doubtful."""
        fitting = [each for each in found if line.year is None or each.form.year in {None, line.year}]
        of_unit = [
            each for each in fitting if line.unit and plain_unit_name(each.form.unit) == plain_unit_name(line.unit)
        ]
        chosen = of_unit or fitting
        return (chosen[0], len(chosen) > 1) if chosen else (None, False)


def _fill_candidate(
    line: FinanceLine, candidate: CandidateForm, money_unit: MoneyUnit, *, is_near: bool
) -> FinanceFilling:
    form, template = candidate.form, candidate.template
    totals = effective_funds(form, template, calculated_total(form, template))["total"]
    figures, after, is_split = {}, form, False
    for column in COLUMNS:
        if column in line.amounts:
            amount = _convert_amount(line.amounts[column], money_unit, form.money_unit)
            figures[column] = (totals.amount(column), amount)
            cells = tuple(_target_cells(form, template, column, amount))
            is_split = is_split or (bool(template.funds.part_rows) and cells[:1] == (FieldRef.fund("total", column),))
            after = _with_amount(after, cells, amount)
    return FinanceFilling(line, candidate, after, figures, is_near=is_near, is_split=is_split)


def _target_cells(form: Form, template: Template, column: str, amount: Decimal) -> Iterator[FieldRef]:
    """The cells that take the figure of the whole project; none when the form has that total already."""
    total = FieldRef.fund("total", column)
    typed, summed = form.fund_line("total").amount(column), calculated_total(form, template).amount(column)
    if (summed if typed is None else typed) == amount and total not in form.unread:
        return
    parts = [FieldRef.fund(row.key, column) for row in template.funds.part_rows]
    has_others = any(edits.cell_text(form, part) not in {"", "0"} for part in parts[1:])
    if parts and not has_others:
        yield parts[0]
    if has_others or not parts or typed is not None or total in form.unread:
        yield total


def _with_amount(form: Form, cells: Iterable[FieldRef], amount: Decimal) -> Form:
    for cell in cells:
        form = edits.set_cell(form, cell, amounts.plain_number(amount))
        form = edits.mark_origin(form, [cell], ValueOrigin.IMPORTED)
    return form


def _convert_amount(amount: Decimal, unit: MoneyUnit, wanted: MoneyUnit) -> Decimal:
    """The same amount in the form's unit, with the places that an amount may have."""
    if unit == wanted:
        return amount
    return amounts.normalise(
        amounts.round_half_up(amounts.quotient(amount, _YUAN[wanted], _YUAN[unit]), amounts.DECIMAL_PLACES)
    )
