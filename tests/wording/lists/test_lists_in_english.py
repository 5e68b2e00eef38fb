"""With English in use every word of a list on paper is English but for what the filler wrote."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from selfeval_desktop.app.handover import Inventory, InventoryGroup
from selfeval_desktop.app.ledger.checking import CheckedForm
from selfeval_desktop.app.paper.packages import ReadBackEntry
from selfeval_desktop.app.ports.forms import State
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.layout.portal_lists import HEADINGS, indicator_list_sheet
from selfeval_desktop.domain.layout.sheet import Role, Sheet
from selfeval_desktop.domain.rules.accepted_findings import separate_explained
from selfeval_desktop.domain.rules.catalogue import rule_states
from selfeval_desktop.ui.checking.review_words import review_questions, review_questions_sheet
from selfeval_desktop.wording import language
from selfeval_desktop.wording.lists import check_reports
from selfeval_desktop.wording.lists.batch_lists import CoverEntry, cover_sheet, read_back_sheet, upload_package_name
from selfeval_desktop.wording.lists.handover_list import handover_list_sheet, handover_package_name
from selfeval_desktop.wording.lists.type_over_list import type_over_sheet
from selfeval_desktop.wording.lists.year_summary import summary_sheet
from tests.builders import complete_form, mof_2020
from tests.summaries import entry

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
_CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


def grades_in_english() -> Template:
    """The usual template with grades A, B, … that are the template's words."""
    grades = mof_2020().grades
    named = tuple(replace(grade, name=name) for grade, name in zip(grades, "ABCD", strict=True))
    return replace(mof_2020(), name="MOF 2020", grades=named)


def year_summary() -> Sheet:
    template = grades_in_english()
    forms = (complete_form(unit="Office"), complete_form(unit=""), complete_form(indicators=(), unit="A"))
    return summary_sheet(2023, [entry(form, template) for form in forms], "万元", subtotals=True)


def handover_list() -> Sheet:
    groups = (InventoryGroup(2024, State.DRAFT, 2, 3, 4, 5), InventoryGroup(None, State.PRINTED, 1))
    return handover_list_sheet("Office", Inventory(groups, 7, 2), "0.1", NOON)


def check_report() -> Sheet:
    form = complete_form(project_name="")
    evaluation = evaluate(form, mof_2020())
    found = separate_explained(form, evaluation.findings)
    checked = CheckedForm(1, "", "Office", 2023, mof_2020(), evaluation, found)
    return check_reports.check_report_sheet([checked], ["K57"], NOON)


def review_list() -> Sheet:
    form = complete_form(year=2024)
    lines = separate_explained(form, evaluate(form, mof_2020()).findings).all_findings
    return review_questions_sheet(review_questions(lines, mof_2020()), "Form")


LISTS: dict[str, Callable[[], Sheet]] = {
    "cover": lambda: cover_sheet([CoverEntry("A", "B", 2023, Decimal(90), 2, "4XZ6R1GF")], copies=2),
    "summary": year_summary,
    "read back": lambda: read_back_sheet([ReadBackEntry("A", "B", 2023, None, "4XZ6R1GF", 130)]),
    "handover": handover_list,
    "type over": lambda: type_over_sheet("A", [("Project", "A")]),
    "check report": check_report,
    "rules": lambda: check_reports.rule_catalogue_sheet(rule_states(mof_2020(), ["K43"]), "MOF 2020"),
    "review": review_list,
}


def words(sheet: Sheet) -> list[str]:
    """The list's own words: title, line below it, heads, labels of lines, signatures."""
    own = [cell.text for cell in sheet.cells if cell.role in {Role.HEAD, Role.LABEL}]
    return [sheet.title, sheet.subtitle, *own, *sheet.signature]


@pytest.mark.parametrize("name", LISTS)
def test_no_word_of_a_list_is_chinese_in_english(name: str, english: None) -> None:
    assert _CHINESE.search("".join(words(LISTS[name]())))
    language.switch_language("en")
    assert [text for text in words(LISTS[name]()) if _CHINESE.search(text)] == []


def test_files_of_packages_are_named_in_the_language_in_use(english: None) -> None:
    assert (upload_package_name(), handover_package_name()) == ("绩效自评上报包", "交接包")
    language.switch_language("en")
    assert (upload_package_name(), handover_package_name()) == ("upload-package", "handover")


def test_the_state_of_forms_is_told_in_the_language_of_the_list(english: None) -> None:
    language.switch_language("en")
    assert [cell.text for cell in handover_list().cells if cell.row == 2][:2] == ["No year", "Printed"]


def test_what_portals_import_keeps_its_heads_in_any_language(english: None) -> None:
    language.switch_language("en")
    form = complete_form()
    sheet = indicator_list_sheet(form, mof_2020(), evaluate(form, mof_2020()))
    assert tuple(cell.text for cell in sheet.cells if cell.role is Role.HEAD) == HEADINGS
