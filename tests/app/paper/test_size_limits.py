"""What is too much for paper: far more than any real form holds, and told before anything is made."""

import pytest

from selfeval_desktop.app.errors import TextTooLong, TooMuchText
from selfeval_desktop.app.paper.documents import find_obstacle
from selfeval_desktop.app.paper.packages import find_unready_forms
from selfeval_desktop.app.paper.size_limits import (
    LINE_END,
    MOST_CHARACTERS,
    MOST_IN_CELL,
    find_excess_text,
    refuse_excess_text,
    sheet_length,
)
from selfeval_desktop.domain.form.form import Form, Goals
from tests.builders import complete_form, too_long_form, with_row
from tests.given import FORMS
from tests.output.packages import outputs
from tests.output.sheets import plain_sheet, sheet_of


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_real_form_could_be_thirty_times_as_long(form: Form) -> None:
    (made,) = outputs(form)
    assert 30 * sheet_length(made.printout.sheet) < MOST_CHARACTERS


def test_goals_as_long_as_they_may_be_can_be_printed() -> None:
    paragraph = "开展信访宣传，群众知晓率提高；" * 6 + "\n"
    text = (paragraph * 2_000)[:100_000]
    assert find_excess_text(sheet_of(complete_form(goals=Goals(text, text)))) is None


def test_a_line_end_counts_as_the_line_that_it_takes() -> None:
    assert sheet_length(plain_sheet("甲\n乙")) == sheet_length(plain_sheet("甲乙")) + LINE_END
    assert find_excess_text(sheet_of(complete_form(goals=Goals("短\n" * 40_000, "")))) is not None


def test_a_list_of_many_short_rows_is_as_long_as_the_ledger_has_forms() -> None:
    rows = ["某区信访办公室宣传与推广" * 4] * 10_000
    assert find_excess_text(plain_sheet(*rows, columns=1)) is None


def test_the_error_names_form_length_and_limit() -> None:
    with pytest.raises(TooMuchText) as refused:
        refuse_excess_text(sheet_of(too_long_form()))
    error = refused.value
    assert (error.name, error.most) == ("宣传与推广", MOST_CHARACTERS)
    assert error.length > 310_000


@pytest.mark.parametrize("kind", ["pdf", "docx", "xlsx", "list", "package"])
def test_whatever_people_read_has_the_limit(kind: str) -> None:
    (made,) = outputs(too_long_form())
    assert isinstance(find_obstacle(made, kind), TooMuchText)


def test_json_has_none() -> None:
    (made,) = outputs(too_long_form())
    assert find_obstacle(made, "json") is None


def test_a_cell_has_the_limit_of_a_spreadsheet_there_only() -> None:
    (made,) = outputs(with_row(complete_form(), 0, deviation="长" * (MOST_IN_CELL + 1)))
    found = [find_obstacle(made, kind) for kind in ("xlsx", "list", "package", "pdf", "docx", "json")]
    assert [type(each) for each in found] == [TextTooLong] * 3 + [type(None)] * 3
    assert isinstance(found[0], TextTooLong)
    assert (found[0].cell, found[0].project_name) == ("indicators[0].deviation", "宣传与推广")


def test_what_is_too_much_stands_against_a_package() -> None:
    found = find_unready_forms(outputs(complete_form(), too_long_form(), complete_form(project_name="")))
    assert [type(each).__name__ for each in found] == ["TooMuchText", "NotReady"]
