"""Checks of the funds block at the edges of what amounts can be."""

from dataclasses import replace

import pytest

from selfeval_desktop.domain.evaluation import evaluate
from tests.builders import complete_form, fund, mof_2020


@pytest.mark.parametrize("budget", [None, "0"])
@pytest.mark.parametrize(("executed", "code"), [("5", "K14"), ("0", "K15"), (None, "K15")])
def test_a_budget_that_gives_no_rate_is_found(budget: str | None, executed: str | None, code: str) -> None:
    form = replace(complete_form(), funds={"total": fund(None, budget, executed)})
    found = evaluate(form, mof_2020())
    assert found.execution_rate is None
    cells = {finding.code: str(finding.field) for finding in found.findings}
    assert cells.keys() & {"K14", "K15"} == {code}
    assert cells[code] == "funds.total.annual"


@pytest.mark.parametrize("executed", ["5", "0", None])
def test_t18_a_negative_budget_is_found_as_such_alone(executed: str | None) -> None:
    form = replace(complete_form(), funds={"total": fund(None, "-5", executed)})
    found = evaluate(form, mof_2020())
    assert found.execution_rate is None
    cells = {finding.code: str(finding.field) for finding in found.findings}
    assert cells.keys() & {"K14", "K15", "K77"} == {"K77"}
    assert cells["K77"] == "funds.total.annual"
