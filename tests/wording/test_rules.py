"""The catalogue names every check and says what it asks for."""

from importlib import import_module

import pytest

from selfeval_desktop.domain.rules.catalogue import RULES
from selfeval_desktop.wording import rules


def test_every_check_has_its_words_and_the_catalogue_is_in_the_order_of_the_codes() -> None:
    assert sorted(rules.RULE_WORDS) == list(RULES)


@pytest.mark.parametrize("code", [code for code, rule in RULES.items() if rule.find])
def test_the_words_stand_in_the_file_named_like_that_of_the_check(code: str) -> None:
    family = RULES[code].find.__module__.rpartition(".")[2]
    assert code in import_module(f"{rules.__name__}.{family}").WORDS


@pytest.mark.parametrize("code", RULES)
def test_a_rule_has_a_short_name_and_one_sentence(code: str) -> None:
    assert 0 < len(rules.rule_name(code)) <= 12
    assert rules.rule_meaning(code).count("。") == 1
    assert rules.rule_meaning(code).endswith("。")


def test_no_two_rules_have_one_name() -> None:
    assert len({rules.rule_name(code) for code in rules.RULE_WORDS}) == len(RULES)
