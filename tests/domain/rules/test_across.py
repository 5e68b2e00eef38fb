"""What several forms together show: one project twice, and one indicator with two targets."""

from dataclasses import replace

from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.rules.across import find_across_forms, form_brief
from selfeval_desktop.domain.rules.findings import Finding, Severity
from tests.builders import complete_form, mof_2020, with_row
from tests.layouts import template

CLEAN = complete_form()
OTHER = complete_form(project_name="课题与规划")


def found(*forms: Form) -> dict[int, list[tuple[str, str]]]:
    return {number: [(f.code, str(f.field)) for f in each] for number, each in findings(*forms).items()}


def findings(*forms: Form) -> dict[int, tuple[Finding, ...]]:
    briefs = [form_brief(number, form) for number, form in enumerate(forms, start=1)]
    return dict(find_across_forms(briefs, {"mof-2020": mof_2020()}))


def test_both_forms_of_one_project_are_named() -> None:
    spaced = replace(CLEAN, project_name="宣传 与推广", unit="某街道办事处")
    assert found(CLEAN, OTHER, spaced) == {1: [("K59", "project_name")], 3: [("K59", "project_name")]}
    assert dict(findings(CLEAN, OTHER, spaced)[1][0].figures) == {"name": "宣传与推广", "form": 3, "count": 2}


def test_forms_of_other_years_without_a_year_or_without_a_name_are_left_alone() -> None:
    assert found(CLEAN, replace(CLEAN, year=2022), replace(CLEAN, year=None), replace(CLEAN, year=None)) == {}
    assert found(replace(CLEAN, project_name=" "), replace(CLEAN, project_name="")) == {}


def test_one_indicator_with_two_targets_is_named_in_both_forms() -> None:
    lower = with_row(OTHER, 4, target="≥80%")
    found_ = findings(CLEAN, lower)
    assert found(CLEAN, lower) == {
        1: [("K36", "indicators[4].target")],
        2: [("K36", "indicators[4].target")],
    }
    assert dict(found_[2][0].figures) == {
        "name": "受益群众满意度",
        "target": "≥80%",
        "other": "受益群众满意度",
        "expected": "≥85%",
        "form": 1,
        "project": "宣传与推广",
    }
    assert found_[2][0].severity is Severity.HINT


def test_a_near_twin_counts_as_the_same_indicator() -> None:
    twin = with_row(OTHER, 4, level3="受益群众的满意度", target="≥80%")
    assert findings(CLEAN, twin)[2][0].figures["other"] == "受益群众满意度"


def test_the_same_target_another_way_of_writing_it_or_another_unit_is_no_fault() -> None:
    assert found(CLEAN, OTHER) == {}
    assert found(CLEAN, with_row(OTHER, 4, target="85%以上")) == {}
    assert found(CLEAN, with_row(OTHER, 4, target=" ")) == {}
    assert found(CLEAN, with_row(replace(OTHER, unit="某街道办事处"), 4, target="≥80%")) == {}
    assert found(replace(CLEAN, unit=""), with_row(replace(OTHER, unit=""), 4, target="≥80%")) == {}


def test_two_targets_within_one_form_are_the_affair_of_that_form() -> None:
    twice = with_row(CLEAN, 3, level3="受益群众满意度", target="≥80%")
    assert found(twice, with_row(OTHER, 4, level3="满意度")) == {}


def test_the_heaviest_comes_first_and_a_template_may_leave_a_check_out() -> None:
    twice = with_row(CLEAN, 4, target="≥80%")
    assert [code for code, _ in found(CLEAN, twice)[1]] == ["K59", "K36"]
    template = mof_2020()
    silent = replace(template, severities={**template.severities, "K59": "off", "K36": Severity.WARNING})
    briefs = [form_brief(1, CLEAN), form_brief(2, twice)]
    (only,) = find_across_forms(briefs, {"mof-2020": silent})[1]
    assert (only.code, only.severity) == ("K36", Severity.WARNING)
    assert [finding.severity for finding in find_across_forms(briefs, {})[1]] == [
        Severity.WARNING,
        Severity.HINT,
    ]


def test_a_target_in_several_columns_is_compared_as_one() -> None:
    split = with_row(OTHER, 0, target="95", fields={"nature": "≥", "unit": "%"})
    briefs = (form_brief(1, CLEAN, mof_2020()), form_brief(2, split, template("yunnan")))
    assert find_across_forms(briefs, {}) == {}
    assert find_across_forms((briefs[0], form_brief(2, split)), {}) != {}
