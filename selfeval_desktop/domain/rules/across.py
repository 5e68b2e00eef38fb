"""Checks across the forms of one year. They read a FormBrief of each form, not the whole form."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from selfeval_desktop.domain.form.amounts import HUNDRED
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.form.units import plain_unit_name
from selfeval_desktop.domain.over_time.last_year import ListedForm
from selfeval_desktop.domain.rules.findings import Finding, Severity
from selfeval_desktop.domain.rules.indicators import names_are_not_nearly_equal
from selfeval_desktop.domain.rules.rule import CheckRule, RawFinding, RuleSource, raw_finding, register_rule
from selfeval_desktop.domain.rules.twins import near_twins, twins_of
from selfeval_desktop.domain.scoring.measures import same_value
from selfeval_desktop.domain.scoring.targets import whole_rows


@dataclass(frozen=True, slots=True)
class FormBrief:
    """What the checks across forms need of one; `form_id` is the ledger's.

    `targets` are (三级指标, 年度指标值) of every row, in the form's order. `has_full_score`: its total is 100.
    """

    form_id: int
    template: str
    year: int | None
    unit: str
    project_name: str
    targets: tuple[tuple[str, str], ...]
    has_full_score: bool = False


SAME_PROJECT = register_rule(CheckRule("K59", Severity.WARNING, (RuleSource.JUDGEMENT,)))
ALL_PERFECT = register_rule(CheckRule("K71", Severity.HINT, (RuleSource.REVIEWERS,)))
# K36 within one form is in `indicators`; its second half needs the other forms.
OTHER_TARGET = names_are_not_nearly_equal
FULL_SCORE = HUNDRED
FEWEST_PERFECT = 3
# Forms under different templates are compared, so that the likeness is the program's own.
LIKENESS = 85.0


def form_brief(
    form_id: int, form: Form, template: Template | None = None, *, score_total: Decimal | None = None
) -> FormBrief:
    """The brief of a form with that total; with its template, targets that it splits are whole."""
    rows = form.indicators if template is None else whole_rows(form, template)
    targets = tuple((row.level3, row.target) for row in rows)
    return FormBrief(
        form_id, form.template, form.year, form.unit, form.project_name, targets, score_total == FULL_SCORE
    )


def find_across_forms(
    briefs: Iterable[FormBrief], templates: Mapping[str, Template]
) -> Mapping[int, tuple[Finding, ...]]:
    """The findings of each form that has any, by its id, the heaviest first.

    A form is compared with those of the same year; forms without a year with none. `templates` say by
    their id how much a finding weighs; one that is not there leaves it at its default.
    """
    return _findings_by_form(briefs, templates, None)


def find_for_one_form(
    one: FormBrief, others: Iterable[FormBrief], templates: Mapping[str, Template]
) -> tuple[Finding, ...]:
    """What `find_across` gives of one form among others, without comparing these with each other."""
    briefs = sorted((*others, one), key=lambda each: each.form_id)
    return _findings_by_form(briefs, templates, one).get(one.form_id, ())


def _findings_by_form(
    briefs: Iterable[FormBrief], templates: Mapping[str, Template], wanted: FormBrief | None
) -> Mapping[int, tuple[Finding, ...]]:
    """`wanted` is the one form whose indicators are to be compared with the others'; None for every form."""
    found: dict[int, list[Finding]] = defaultdict(list)
    for year in _by_year(briefs).values():
        for rule, pairs in (
            (SAME_PROJECT, _same_projects(year)),
            (ALL_PERFECT, _perfect_units(year)),
            (OTHER_TARGET, _other_targets(year, wanted)),
        ):
            for one, raised in pairs:
                template = templates.get(one.template)
                severity = rule.severity_under(template) if template else rule.severity
                if severity != "off":
                    found[one.form_id].append(Finding(rule.code, severity, raised.field, raised.figures))
    order = list(Severity)
    return {
        form_id: tuple(sorted(findings, key=lambda finding: order.index(finding.severity)))
        for form_id, findings in found.items()
    }


def _by_year(briefs: Iterable[FormBrief]) -> Mapping[int, list[FormBrief]]:
    years: dict[int, list[FormBrief]] = defaultdict(list)
    for one in briefs:
        if one.year is not None:
            years[one.year].append(one)
    return years


def _same_projects(year: Sequence[FormBrief]) -> Iterator[tuple[FormBrief, RawFinding]]:
    """Two forms of one year have the same project name, whatever unit fills them in (K59, our own judgement)."""
    named: dict[str, list[FormBrief]] = defaultdict(list)
    for one in year:
        if name := _without_spaces(one.project_name):
            named[name].append(one)
    for name, group in named.items():
        for one in group if len(group) > 1 else ():
            other = next(each for each in group if each is not one)
            field = FieldRef.head("project_name")
            yield one, raw_finding(field, name=name, form=other.form_id, count=len(group))


def _perfect_units(year: Sequence[FormBrief]) -> Iterator[tuple[FormBrief, RawFinding]]:
    """All forms of a unit have full marks (K71), as reviewers noted of ten in ten; told once, in the first of the ledger.

    Two may be chance: from three on it is a habit.
    """
    for group in _by_unit(year).values():
        if len(group) >= FEWEST_PERFECT and all(one.has_full_score for one in group):
            first = min(group, key=lambda one: one.form_id)
            yield first, raw_finding(FieldRef.head("unit"), name=first.unit.strip(), count=len(group))


def _by_unit(year: Sequence[FormBrief]) -> Mapping[str, list[FormBrief]]:
    units: dict[str, list[FormBrief]] = defaultdict(list)
    for one in year:
        if unit := _without_spaces(one.unit):
            units[unit].append(one)
    return units


def _other_targets(year: Sequence[FormBrief], wanted: FormBrief | None) -> Iterator[tuple[FormBrief, RawFinding]]:
    """An indicator has another target under the same, or nearly the same, name in another form of its unit (K36)."""
    for group in _by_unit(year).values():
        if len(group) > 1 and (wanted is None or any(one is wanted for one in group)):
            yield from _conflicting_targets_in_unit(group, wanted)


class _IndicatorTarget(NamedTuple):
    """A row of a form with a name and a target."""

    brief: FormBrief
    place: int
    name: str
    target: str


def _conflicting_targets_in_unit(
    group: Sequence[FormBrief], wanted: FormBrief | None
) -> Iterator[tuple[FormBrief, RawFinding]]:
    aims: dict[str, list[_IndicatorTarget]] = defaultdict(list)
    for one in group:
        for place, (level3, target) in enumerate(one.targets):
            if (name := _without_spaces(level3)) and target.strip():
                aims[name].append(_IndicatorTarget(one, place, name, target.strip()))
    own = {name: [aim for aim in found if wanted is None or aim.brief is wanted] for name, found in aims.items()}
    alike = (
        _similar_names(tuple(aims)) if wanted is None else _similar_names_of(tuple(filter(own.get, aims)), tuple(aims))
    )
    for name, likes in alike.items():
        others = [aim for like in likes for aim in aims[like]]
        targets = tuple(dict.fromkeys(aim.target for aim in others))
        differing: dict[str, frozenset[str]] = {}
        for aim in own[name]:
            if aim.target not in differing:
                differing[aim.target] = _differing_targets(aim.target, targets)
            other = _first_row_with_target(others, differing[aim.target], aim)
            if other is not None:
                yield aim.brief, _other_target_finding(aim, other)


def _differing_targets(target: str, targets: Iterable[str]) -> frozenset[str]:
    """Those of the targets that are another value; thousands of forms have few that are spelled differently."""
    return frozenset(other for other in targets if not same_value(target, other))


def _first_row_with_target(
    others: Iterable[_IndicatorTarget], targets: frozenset[str], aim: _IndicatorTarget
) -> _IndicatorTarget | None:
    """The first row of another form with one of these targets."""
    if not targets:
        return None
    return next((other for other in others if other.target in targets and other.brief is not aim.brief), None)


def _similar_names(names: tuple[str, ...]) -> Mapping[str, list[str]]:
    """For each name itself and its near twins, in the order of the names."""
    alike: dict[int, list[int]] = {place: [] for place in range(len(names))}
    for one, other in near_twins(names, LIKENESS):
        alike[one].append(other)
        alike[other].append(one)
    return {names[place]: _name_with_twins(names, place, twins) for place, twins in alike.items()}


def _similar_names_of(own: tuple[str, ...], names: tuple[str, ...]) -> Mapping[str, list[str]]:
    """The same for some of the names only."""
    found = {}
    for name in own:
        place = names.index(name)
        others = (*names[:place], "", *names[place + 1 :])
        found[name] = _name_with_twins(names, place, twins_of(name, others, LIKENESS))
    return found


def _name_with_twins(names: tuple[str, ...], place: int, twins: Iterable[int]) -> list[str]:
    return [names[place], *(names[twin] for twin in sorted(twins))]


def _other_target_finding(aim: _IndicatorTarget, other: _IndicatorTarget) -> RawFinding:
    return raw_finding(
        FieldRef.indicator(aim.place, "target"),
        name=aim.name,
        target=aim.target,
        other=other.name,
        expected=other.target,
        form=other.brief.form_id,
        project=other.brief.project_name.strip(),
    )


def _without_spaces(text: str) -> str:
    return "".join(text.split())


# Of a unit with more forms in a year the nearest in the ledger are compared; the check of the whole ledger takes all.
MOST_OF_A_UNIT = 200


def comparable_form_ids(one: ListedForm, others: Iterable[ListedForm]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Ids of forms with the same project name, and of forms of the same unit, without that form; none without a year."""
    if one.year is None:
        return (), ()
    unit, project = plain_unit_name(one.unit), plain_unit_name(one.project_name)
    year = [other for other in others if other.year == one.year and other.form_id != one.form_id]
    same_name = tuple(other.form_id for other in year if project and plain_unit_name(other.project_name) == project)
    same_unit = [other.form_id for other in year if unit and plain_unit_name(other.unit) == unit]
    same_unit.sort(key=lambda form_id: abs(form_id - one.form_id))
    return same_name, tuple(sorted(same_unit[:MOST_OF_A_UNIT]))
