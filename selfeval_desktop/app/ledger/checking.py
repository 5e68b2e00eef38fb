"""Checks that involve several forms: one form among its neighbours, and a whole ledger at once.

Forms are read in blocks, so that a ledger of thousands is checked in seconds and can be stopped between two blocks.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from selfeval_desktop.app.collector import without_collector
from selfeval_desktop.app.ledger.session import FormSession
from selfeval_desktop.app.ledger.templates import template_of
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.app.ports.forms import Draft, FindingCounts, FormSummary, StoredForms
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.domain.evaluation import Evaluation, evaluate
from selfeval_desktop.domain.form.form import Form, Goals
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.rules.accepted_findings import OpenFindings, separate_explained
from selfeval_desktop.domain.rules.across import (
    FULL_SCORE,
    FormBrief,
    comparable_form_ids,
    find_across_forms,
    find_for_one_form,
    form_brief,
)
from selfeval_desktop.domain.rules.findings import Finding, Severity

BLOCK = 250
"""How many forms are read at once."""


@dataclass(frozen=True, slots=True)
class FormNeighbours:
    """A form and those of the ledger that findings can compare it with, still without their targets.

    Equal neighbours give the same findings as long as no other form is changed.
    """

    one: FormBrief
    others: tuple[FormBrief, ...]
    same_unit: tuple[int, ...]


class NeighbourFindings:
    """The findings that come of a form's neighbours, read only where something that they depend on changed."""

    def __init__(self, store: StoredForms, session: FormSession) -> None:
        self._store = store
        self._session = session
        self._known: FormNeighbours | None = None

    def forget(self) -> None:
        """Read them next time in any case: another form, other rules or forms changed elsewhere."""
        self._known = None

    def find_if_changed(self, form_id: int, form: Form, summaries: Sequence[FormSummary]) -> tuple[Finding, ...] | None:
        """The findings; None where names, years, units and targets are as they were last time. DamagedLedger."""
        score = next((summary.score_total for summary in summaries if summary.form_id == form_id), None)
        neighbours = find_neighbours(form_brief(form_id, form, score_total=score), summaries)
        if neighbours == self._known:
            return None
        self._known = neighbours
        return check_against_neighbours(self._store, self._session.templates, neighbours)


@dataclass(frozen=True, slots=True)
class CheckedForm:
    """One form of the ledger with all its findings; `around` are those that come of the other forms."""

    form_id: int
    project_name: str
    unit: str
    year: int | None
    template: Template
    evaluation: Evaluation
    found: OpenFindings
    around: tuple[Finding, ...] = ()

    def count_open_findings(self, severity: Severity) -> int:
        """How many open findings have that severity."""
        return self.found.count_open_findings(severity)


def find_neighbours(one: FormBrief, summaries: Sequence[FormSummary]) -> FormNeighbours:
    """The neighbours of a form among the listed ones."""
    same_name, same_unit = comparable_form_ids(one, summaries)
    wanted = {*same_name, *same_unit}
    others = (
        tuple(_brief_of_summary(summary, ()) for summary in summaries if summary.form_id in wanted) if wanted else ()
    )
    return FormNeighbours(one, others, same_unit)


def check_against_neighbours(store: StoredForms, templates: Templates, known: FormNeighbours) -> tuple[Finding, ...]:
    """The findings that come of a form's neighbours; DamagedLedger."""
    if not known.others:
        return ()
    targets = store.indicator_targets(known.same_unit)
    others = [replace(other, targets=targets.get(other.form_id, ())) for other in known.others]
    return find_for_one_form(known.one, others, _templates_by_id(templates))


@without_collector()
def check_forms(
    store: StoredForms, templates: Templates, form_ids: Sequence[int], progress: Progress = ignore_progress
) -> tuple[CheckedForm, ...]:
    """These forms of the ledger as stored, each with the findings across all forms of the ledger.

    UnknownForm, UnknownTemplate, DamagedLedger, Cancelled.
    """
    drafts: dict[int, Draft] = {}
    briefs: dict[int, FormBrief] = {}
    for form_id, form, evaluation in _evaluate_forms(store, templates, form_ids, progress):
        drafts[form_id] = Draft(_reduced_form(form), evaluation)
        briefs[form_id] = form_brief(form_id, form, score_total=evaluation.score_total)
    everything = sorted({**_unchecked_briefs(store, set(form_ids)), **briefs}.items())
    across = find_across_forms([each for _, each in everything], _templates_by_id(templates))
    return tuple(
        _checked_form(form_id, draft, template_of(draft.form, templates), across.get(form_id, ()))
        for form_id, draft in drafts.items()
    )


@without_collector()
def recount_findings(
    store: StoredForms,
    templates: Templates,
    summaries: Sequence[FormSummary],
    progress: Progress = ignore_progress,
) -> Mapping[int, FindingCounts]:
    """The finding counts under these templates of the forms whose summary has others. Cancelled."""
    before = {form.form_id: FindingCounts(form.errors, form.warnings, form.hints) for form in summaries}
    changed = {}
    for form_id, form, evaluation in _evaluate_forms(store, templates, tuple(before), progress):
        found = Draft(form, evaluation).sorted_findings
        counts = FindingCounts(*map(found.count_open_findings, Severity))
        if counts != before[form_id]:
            changed[form_id] = counts
    return changed


def _evaluate_forms(
    store: StoredForms, templates: Templates, form_ids: Sequence[int], progress: Progress
) -> Iterator[tuple[int, Form, Evaluation]]:
    # Where a template lies is looked up once, not for thousands of forms.
    template_of_version = cache(templates.get_template)
    for first in range(0, len(form_ids), BLOCK):
        progress(first, len(form_ids))
        block = form_ids[first : first + BLOCK]
        for form_id, form in zip(block, store.load_forms(block), strict=True):
            template = template_of_version(form.template, form.template_version)
            yield form_id, form, evaluate(form, template)
    progress(len(form_ids), len(form_ids))


def _reduced_form(form: Form) -> Form:
    """The form as far as its findings need it: the rows of thousands of forms would fill the memory."""
    return form if form.annotations.explained else replace(form, indicators=(), funds={}, goals=Goals(), unread={})


def _checked_form(form_id: int, draft: Draft, template: Template, across: Sequence[Finding]) -> CheckedForm:
    form, evaluation = draft.form, draft.evaluation
    found = separate_explained(form, (*evaluation.findings, *across))
    return CheckedForm(form_id, form.project_name, form.unit, form.year, template, evaluation, found, tuple(across))


def _unchecked_briefs(store: StoredForms, checked: set[int]) -> Mapping[int, FormBrief]:
    """The briefs of forms that are not checked themselves."""
    summaries = [summary for summary in store.form_summaries() if summary.form_id not in checked]
    found = {}
    for first in range(0, len(summaries), BLOCK):
        block = summaries[first : first + BLOCK]
        targets = store.indicator_targets([summary.form_id for summary in block])
        found.update(
            {summary.form_id: _brief_of_summary(summary, targets.get(summary.form_id, ())) for summary in block}
        )
    return found


def _brief_of_summary(summary: FormSummary, targets: tuple[tuple[str, str], ...]) -> FormBrief:
    is_full = summary.score_total == FULL_SCORE
    return FormBrief(
        summary.form_id, summary.template, summary.year, summary.unit, summary.project_name, targets, is_full
    )


def _templates_by_id(templates: Templates) -> Mapping[str, Template]:
    return {template.id: template for template in templates.newest_templates()}
