"""The catalogue names every check and says what it asks for."""

import pytest

from selfeval_desktop.domain.rules.all_rules import RULES
from selfeval_desktop.wording import rules


def test_every_check_is_in_the_catalogue_in_the_order_of_the_codes() -> None:
    assert rules.all_rule_codes() == tuple(RULES)


@pytest.mark.parametrize("code", RULES)
def test_a_rule_has_a_short_name_and_one_sentence(code: str) -> None:
    assert 0 < len(rules.rule_name(code)) <= 12
    assert rules.rule_meaning(code).count("。") == 1
    assert rules.rule_meaning(code).endswith("。")


def test_no_two_rules_have_one_name() -> None:
    assert len({rules.rule_name(code) for code in rules.all_rule_codes()}) == len(RULES)
