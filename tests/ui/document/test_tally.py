"""What all forms come to together."""

from dataclasses import replace

from selfeval_desktop.ui.document.form_list_model import FormTally
from tests.builders import complete_form
from tests.ui.summaries import summary_of

READY = summary_of(1, complete_form())
WRONG = summary_of(2, complete_form(project_name="", year=2022))
WAITING = replace(READY, form_id=3, waiting=2, year=None)


def test_a_form_is_ready_wrong_or_neither_and_years_come_newest_first() -> None:
    tally = FormTally([READY, WRONG, WAITING])
    assert (tally.ready, tally.wrong, tally.form_years()) == (1, 1, (2023, 2022))


def test_a_form_counts_as_it_is_now_and_no_longer_as_it_was() -> None:
    tally = FormTally([READY, WRONG])
    tally.replace_form(WRONG, replace(WRONG, errors=0, year=2023))
    assert (tally.ready, tally.wrong, tally.form_years()) == (2, 0, (2023,))
