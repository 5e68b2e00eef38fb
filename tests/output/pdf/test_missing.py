"""Characters that no font has are found wherever a printout would draw them."""

from dataclasses import replace

import pytest

from selfeval_desktop.app.ports.documents import Imprint
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Goals
from selfeval_desktop.output.pdf.missing import missing_characters
from selfeval_desktop.output.pdf.pages import pages_of
from tests.builders import complete_form, with_row
from tests.output.sheets import RARE, printout

NOWHERE = "\U00030000"
ELSEWHERE = "\U00030001"


def test_a_form_of_known_characters_lacks_none() -> None:
    assert missing_characters(printout(complete_form(project_name=f"项目{RARE}\r\n\t二"))) == {}


def test_each_is_listed_once_with_its_cell_in_reading_order() -> None:
    form = complete_form(project_name=f"项目{NOWHERE}一{NOWHERE}", goals=Goals("", f"{ELSEWHERE}{NOWHERE}{ELSEWHERE}"))
    form = with_row(form, 1, deviation=f"因{ELSEWHERE}\n延期")
    assert list(missing_characters(printout(form)).items()) == [
        (FieldRef.head("project_name"), NOWHERE),
        (FieldRef.goal("actual"), ELSEWHERE + NOWHERE),
        (FieldRef.indicator(1, "deviation"), ELSEWHERE),
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"title": f"表{NOWHERE}"},
        {"subtitle": NOWHERE},
        {"signature": (f"填表人：{NOWHERE}",)},
        {"name": f"{NOWHERE}项目"},
    ],
)
def test_what_stands_in_no_cell_is_listed_too(changes: dict[str, object]) -> None:
    whole = printout()
    sheet = replace(whole.sheet, **changes)  # type: ignore[arg-type]
    assert missing_characters(replace(whole, sheet=sheet)) == {None: NOWHERE}


def test_nothing_that_is_drawn_is_overlooked() -> None:
    """Every run of every page is made of characters that were found or that a font has."""
    whole = replace(
        printout(complete_form(project_name=f"甲{NOWHERE}"), mark=f"草稿{ELSEWHERE}"),
        imprint=Imprint("60PPCW11", "甲\n2023\n60PPCW11"),
    )
    found = "".join(missing_characters(whole).values())
    drawn = "".join(run.text for page in pages_of(whole) for run in page.runs)
    assert set(drawn) & {NOWHERE, ELSEWHERE} <= set(found)
    assert set(found) == {NOWHERE, ELSEWHERE}
