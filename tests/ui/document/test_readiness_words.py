"""Why a form is a draft, in words with the count."""

import pytest

from selfeval_desktop.app.paper.outputs import Readiness
from selfeval_desktop.ui.document import form_words
from selfeval_desktop.wording import commands


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (Readiness(), ""),
        (Readiness(errors=2), "表中还有错误，所以印有“草稿”字样。"),
        (Readiness(waiting=3), "还有 3 格结转的值没有认可，所以印有“草稿”字样。"),
        (Readiness(2, 3), "表中还有错误，另有 3 格结转的值没有认可，所以印有“草稿”字样。"),
    ],
)
def test_a_draft_says_why(found: Readiness, told: str) -> None:
    assert form_words.why_draft(found) == told


def test_several_drafts_are_counted() -> None:
    assert form_words.why_drafts(2, has_waiting=False) == "其中 2 张表还有错误，所以印有“草稿”字样。"
    assert "没有认可的结转值" in form_words.why_drafts(2, has_waiting=True)
    assert form_words.unconfirmed_count_label(7) == "待认可 7"


def test_the_command_names_what_it_left_out() -> None:
    assert "有 2 个错误，没有打印" in commands.left_out(1, "宣传", Readiness(errors=2))
    assert "还有 3 格结转的值没有认可，没有打印" in commands.left_out(1, "宣传", Readiness(waiting=3))
    both = commands.left_out(1, "宣传", Readiness(2, 3))
    assert "有 2 个错误，还有 3 格" in both
