"""Each check: the cells it names, the figures it gives, and when it is silent."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.edits import set_cell
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Indicator
from selfeval_desktop.domain.rules.catalogue import RULES
from selfeval_desktop.domain.rules.findings import Finding, Severity
from selfeval_desktop.domain.rules.rule import REGISTER, RuleSource, register_rule
from tests.builders import complete_form, fund, mof_2020, with_fund, with_row

TEMPLATE = mof_2020()
COMPLETE = complete_form()


def found(form: Form, code: str) -> list[Finding]:
    return [finding for finding in evaluate(form, TEMPLATE).findings if finding.code == code]


def cells(form: Form, code: str) -> list[str]:
    return [str(finding.field) for finding in found(form, code)]


def typed(field: str, text: str, form: Form = COMPLETE) -> Form:
    return set_cell(form, FieldRef.parse(field), text)


def figures(form: Form, code: str) -> dict[str, Any]:
    (finding,) = found(form, code)
    return dict(finding.figures)


def test_nothing_is_found_in_a_complete_form() -> None:
    assert evaluate(COMPLETE, TEMPLATE).findings == ()


def test_a_code_is_listed_once() -> None:
    with pytest.raises(ValueError, match="K01"):
        register_rule(RULES["K01"])
    assert list(RULES) == sorted(REGISTER)


def test_every_check_says_where_it_is_known_from() -> None:
    assert all(rule.sources for rule in RULES.values())
    assert RULES["K55"].sources == RULES["K59"].sources == (RuleSource.JUDGEMENT,)
    assert RULES["K35"].sources == (RuleSource.PORTAL, RuleSource.PUBLISHED_FORM)
    partly = {code for code, rule in RULES.items() if RuleSource.JUDGEMENT in rule.sources}
    assert partly == {"K15", "K38", "K39", "K41", "K42", "K43", "K55", "K56", "K57", "K58", "K59", "K62", "K77"}
    assert set(RuleSource) == {source for rule in RULES.values() for source in rule.sources}


def test_a_template_may_weigh_a_check_otherwise_or_leave_it_out() -> None:
    form = typed("funds.current_year.annual", "140000", typed("funds.current_year.executed", "140000"))
    assert [finding.code for finding in evaluate(form, TEMPLATE).findings] == ["K17"]
    heavy = replace(TEMPLATE, severities={**TEMPLATE.severities, "K17": Severity.ERROR})
    assert evaluate(form, heavy).count_findings(Severity.ERROR) == 1
    silent = replace(TEMPLATE, severities={**TEMPLATE.severities, "K17": "off"})
    assert evaluate(form, silent).findings == ()


def test_errors_come_first() -> None:
    form = typed("project_name", "", typed("funds.current_year.initial", "160000"))
    assert [finding.code for finding in evaluate(form, TEMPLATE).findings] == ["K49", "K17"]


def test_k01_names_the_difference_and_the_classes_that_are_short() -> None:
    assert figures(typed("indicators[4].weight", "8"), "K01") == {
        "found": 98,
        "expected": 100,
        "difference": 2,
        "classes": "满意度指标",
    }


def test_k01_names_the_classes_that_have_too_much() -> None:
    form = typed("indicators[0].weight", "25", typed("indicators[4].weight", "8"))
    assert figures(form, "K01")["classes"] == "产出指标"


def test_k02_points_to_the_first_row_of_the_class() -> None:
    form = typed("indicators[1].weight", "10", typed("indicators[3].weight", "35"))
    assert cells(form, "K02") == ["indicators[0].level1", "indicators[3].level1"]
    assert cells(form, "K01") == []


@pytest.mark.parametrize(
    "field", ["year", "execution_score", "funds.other.initial", "indicators[2].weight", "indicators[2].score"]
)
def test_k04_gives_the_text_that_is_no_number(field: str) -> None:
    form = typed(field, "若干")
    assert cells(form, "K04") == [field]
    assert figures(form, "K04") == {"text": "若干"}


def test_k05_asks_for_a_weight_above_zero() -> None:
    assert cells(typed("indicators[1].weight", ""), "K05") == ["indicators[1].weight"]
    assert figures(typed("indicators[1].weight", "0"), "K05") == {"found": 0}
    assert figures(typed("indicators[1].weight", ""), "K05") == {}


def test_k05_leaves_unread_weights_to_k04_and_blank_rows_alone() -> None:
    assert cells(typed("indicators[1].weight", "十"), "K05") == []
    assert cells(replace(COMPLETE, indicators=(*COMPLETE.indicators, Indicator())), "K05") == []


def test_k06_finds_scores_above_their_weight() -> None:
    form = typed("execution_score", "10.5", typed("indicators[0].score", "20.01"))
    assert cells(form, "K06") == ["execution_score", "indicators[0].score"]
    assert cells(typed("indicators[0].score", "20"), "K06") == []


def test_k06_needs_a_weight() -> None:
    assert cells(typed("indicators[0].score", "20", typed("indicators[0].weight", "")), "K06") == []


def test_k07_finds_negative_scores() -> None:
    form = typed("execution_score", "-1", typed("indicators[0].score", "-0.5"))
    assert cells(form, "K07") == ["execution_score", "indicators[0].score"]


def test_k09_compares_a_typed_total_with_its_parts() -> None:
    form = with_fund(COMPLETE, "total", annual=Decimal(150001), executed=Decimal(150000))
    assert cells(form, "K09") == ["funds.total.annual"]
    assert figures(form, "K09") == {"found": 150001, "expected": 150000, "difference": 1}


@pytest.mark.parametrize("column", ["annual", "executed"])
def test_an_unread_part_is_k04_alone(column: str) -> None:
    form = typed(f"funds.current_year.{column}", "abc", typed("execution_score", "10"))
    with_total = with_fund(form, "total", annual=Decimal(150000), executed=Decimal(150000))
    for one in (form, with_total, typed("funds.current_year.initial", "160000", form)):
        assert [finding.code for finding in evaluate(one, TEMPLATE).findings if finding.code != "K17"] == ["K04"]


def test_k09_is_silent_without_parts() -> None:
    assert cells(replace(COMPLETE, funds={"total": fund("9", "9", "9")}), "K09") == []


def test_k10_compares_a_typed_execution_score() -> None:
    assert figures(typed("execution_score", "9"), "K10") == {"found": 9, "expected": 10, "difference": 1}
    assert cells(typed("execution_score", "10"), "K10") == []


def test_k13_finds_every_row_that_spends_too_much() -> None:
    form = typed("funds.current_year.executed", "150000.01")
    assert cells(form, "K13") == ["funds.total.executed", "funds.current_year.executed"]


def test_k14_finds_money_spent_without_a_budget() -> None:
    assert cells(typed("funds.other.executed", "5"), "K14") == ["funds.other.annual"]
    blank = typed("funds.other.annual", "", typed("funds.other.executed", "5"))
    assert cells(blank, "K14") == ["funds.other.annual"]
    unread = typed("funds.other.annual", "五", typed("funds.other.executed", "5"))
    assert cells(unread, "K14") == []


def test_k15_finds_a_project_without_money() -> None:
    assert cells(replace(COMPLETE, funds={}), "K15") == ["funds.total.annual"]
    assert cells(replace(COMPLETE, funds={"total": fund("0", "0", "0")}), "K15") == ["funds.total.annual"]
    assert cells(typed("funds.total.annual", "五", replace(COMPLETE, funds={})), "K15") == []


def test_k17_wants_a_note_where_the_budget_was_changed() -> None:
    form = typed("funds.current_year.initial", "160000")
    assert figures(form, "K17") == {"found": 150000, "expected": 160000, "difference": 10000}
    assert cells(form, "K17") == ["funds.total.annual"]
    assert cells(typed("fields.budget_note", "年中压减", form), "K17") == []


@pytest.mark.parametrize("column", ["initial", "annual"])
def test_k17_needs_both_budgets(column: str) -> None:
    form = replace(COMPLETE, funds={"total": fund("1", "2", "2")})
    assert cells(form, "K17") == ["funds.total.annual"]
    assert cells(typed(f"funds.total.{column}", "", form), "K17") == []


def missed(score: str | None, **more: Any) -> Form:
    value = None if score is None else Decimal(score)
    return with_row(COMPLETE, 0, **{"target": "≥95%", "actual": "90%", "score": value, **more})


def test_k23_finds_points_that_a_missed_target_does_not_earn() -> None:
    assert figures(missed("20"), "K23") == {
        "found": 20,
        "expected": Decimal("18.95"),
        "difference": Decimal("1.05"),
        "target": "≥95%",
        "actual": "90%",
    }


@pytest.mark.parametrize("score", [None, "18.96", "18.95", "10"])
def test_k23_allows_what_is_earned(score: str | None) -> None:
    assert cells(missed(score), "K23") == []


def test_k23_is_silent_where_the_target_is_met_or_made_of_words() -> None:
    assert cells(typed("indicators[0].score", "20"), "K23") == []
    assert cells(with_row(COMPLETE, 0, target="提高", actual="降低", score=Decimal(20)), "K23") == []


def test_k25_wants_a_reason_for_lost_points() -> None:
    assert cells(missed(None), "K25") == ["indicators[0].deviation"]
    assert figures(missed("18"), "K25") == {"found": 18, "expected": 20, "difference": 2}
    assert cells(missed("18", deviation="天气原因，下年提前安排。"), "K25") == []
    assert cells(missed("18", weight=None), "K25") == []


def test_k33_names_each_empty_cell() -> None:
    form = with_row(COMPLETE, 1, target=" ", actual="")
    assert cells(form, "K33") == ["indicators[1].target", "indicators[1].actual"]
    assert [finding.figures["column"] for finding in found(form, "K33")] == ["target", "actual"]


def test_k33_looks_into_rows_with_unread_text_alone() -> None:
    form = replace(COMPLETE, indicators=(*COMPLETE.indicators, Indicator()))
    assert cells(form, "K33") == []
    assert cells(typed("indicators[5].weight", "若干", form), "K33") == [
        "indicators[5].target",
        "indicators[5].actual",
    ]


@pytest.mark.parametrize(
    ("target", "actual"),
    [("及时", "及时"), ("=100%", "全部"), ("80%-90%", "85%"), ("2023年12月底前", "11月")],
)
def test_a_row_whose_score_nobody_gave_is_named(target: str, actual: str) -> None:
    form = with_row(COMPLETE, 0, target=target, actual=actual, achievement=None, score=None)
    assert cells(form, "K28") == ["indicators[0].score"]
    assert cells(with_row(form, 0, score=Decimal(1)), "K28") == []


def test_a_row_without_a_score_is_not_named_for_what_is_said_elsewhere_or_settled() -> None:
    form = with_row(COMPLETE, 0, target="及时", actual="及时", score=None)
    assert cells(with_row(form, 0, weight=None), "K28") == []
    assert cells(with_row(form, 0, actual=""), "K28") == []
    assert cells(with_row(form, 0, achievement="met"), "K28") == []
    assert cells(typed("indicators[0].score", "好", form), "K28") == []


def test_k35_names_each_further_row_of_the_same_name() -> None:
    form = COMPLETE
    for row in (1, 3, 4):
        form = with_row(form, row, level3="登记单 印刷率" if row == 3 else "登记单印刷率")
    assert cells(form, "K35") == ["indicators[1].level3", "indicators[3].level3", "indicators[4].level3"]
    assert {finding.figures["first"] for finding in found(form, "K35")} == {1}


def test_k35_leaves_empty_names_alone() -> None:
    assert cells(with_row(with_row(COMPLETE, 1, level3=""), 2, level3=""), "K35") == []


def test_k38_finds_a_class_without_rows() -> None:
    form = replace(COMPLETE, indicators=COMPLETE.indicators[:4])
    assert figures(form, "K38") == {"name": "满意度指标", "expected": 10}


def repeated() -> Iterator[Indicator]:
    for row in COMPLETE.indicators:
        yield replace(row, actual=row.target.lstrip("≥="))


def test_k44_hints_at_a_form_that_is_too_good() -> None:
    perfect = replace(COMPLETE, indicators=tuple(repeated()))
    assert cells(perfect, "K44") == ["indicators"]
    assert figures(perfect, "K44") == {"rows": 5}
    assert cells(with_row(perfect, 2, weight=None), "K44") == []
    assert cells(with_row(perfect, 2, actual="99%"), "K44") == []
    assert cells(with_row(perfect, 2, score=Decimal(9)), "K44") == []
    assert cells(with_row(perfect, 2, target="", actual="", score=Decimal(15)), "K44") == []
    assert cells(replace(perfect, indicators=()), "K44") == []


@pytest.mark.parametrize("field", ["project_name", "department", "unit", "year", "goals.expected", "goals.actual"])
def test_k49_names_what_is_empty(field: str) -> None:
    assert cells(typed(field, ""), "K49") == [field]


def test_k49_leaves_an_unread_year_to_k04() -> None:
    assert cells(typed("year", "去年"), "K49") == []


def test_k62_names_each_level_that_is_empty() -> None:
    form = with_row(COMPLETE, 1, level1="", level2=" ", level3="")
    assert cells(form, "K62") == ["indicators[1].level1", "indicators[1].level2", "indicators[1].level3"]


def test_t18_a_negative_budget_is_told_as_what_it_is_and_not_as_blank() -> None:
    form = typed("funds.other.annual", "-5.555", typed("funds.other.executed", "5"))
    codes = {finding.code for finding in evaluate(form, TEMPLATE).findings if finding.field.part == "funds"}
    assert "K77" in codes
    assert not codes & {"K14", "K15"}
    assert cells(form, "K77") == ["funds.other.annual"]


def test_all_faults_are_found_in_one_pass() -> None:
    form = typed("year", "", typed("funds.other.executed", "5", missed("20", level3="")))
    form = typed("indicators[4].weight", "8", form)
    assert {finding.code for finding in evaluate(form, TEMPLATE).findings} == {
        "K01", "K02", "K13", "K14", "K23", "K49", "K62",
    }  # fmt: skip
