"""Rules by their weight, and a ledger that does without some of them."""

from dataclasses import replace

from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.rules.catalogue import RULES, rule_severity, rule_states, with_rules_off
from selfeval_desktop.domain.rules.findings import Severity
from tests.builders import complete_form, mof_2020, with_row

WORDS = with_row(complete_form(unit=""), 4, target="满意", actual="满意")


def codes(*off: str) -> set[str]:
    return {finding.code for finding in evaluate(WORDS, with_rules_off(mof_2020(), off)).findings}


def test_a_rule_that_is_left_out_finds_nothing() -> None:
    assert codes("K43") == codes() - {"K43"} != codes()


def test_an_error_cannot_be_left_out() -> None:
    assert rule_severity("K49", mof_2020()) is Severity.ERROR
    assert with_rules_off(mof_2020(), ["K49"]) is mof_2020()


def test_a_warning_that_a_place_has_made_an_error_stays() -> None:
    strict = replace(mof_2020(), severities={"K43": Severity.ERROR})
    assert with_rules_off(strict, ["K43", "K17"]).severities == {"K43": Severity.ERROR, "K17": "off"}


def test_the_catalogue_has_every_rule_with_its_state() -> None:
    place = replace(mof_2020(), severities={"K02": "off", "K17": Severity.ERROR})
    rules = {each.code: each for each in rule_states(place, ["K43", "K17", "K02"])}
    assert list(rules) == list(RULES)
    assert (rules["K43"].is_off, rules["K43"].can_be_off, rules["K43"].severity) == (
        True,
        True,
        Severity.WARNING,
    )
    assert (rules["K17"].is_off, rules["K17"].can_be_off) == (False, False)
    assert (rules["K02"].is_off, rules["K02"].severity) == (False, "off")
    assert not rules["K36"].is_off
