"""Lines of text in the room they have."""

from itertools import pairwise

import pytest

from selfeval_desktop.app.paper.drawing import TextRun
from selfeval_desktop.output.pdf.fonts import BODY
from selfeval_desktop.output.pdf.lines import LineRoom, cut_to_width, set_line
from selfeval_desktop.output.pdf.text_layout import HANG
from tests.output.sheets import RARE


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("宣传与推广", 5.0, "宣传与推广"),
        ("宣传与推广", 4.9, "宣传与…"),
        ("宣传与推广", 0.5, "…"),
        ("", 0.0, ""),
        # Step by step from the end this would take hours, page after page.
        ("长" * 100_000, 20.0, "长" * 19 + "…"),
    ],
)
def test_a_name_is_cut_to_what_fits(text: str, width: float, shown: str) -> None:
    assert cut_to_width(text, width, BODY) == shown


def justified(line: str, spare: float) -> list[TextRun]:
    """The line in a room that is so many em wider than it, at 10 points."""
    runs: list[TextRun] = []
    BODY.text_width(line)
    set_line(runs, line, LineRoom(50.0, 0.0, (BODY.text_width(line) + spare) * 10, 14.0, "justify"), 10.0, BODY)
    return runs


def right_end(runs: list[TextRun]) -> float:
    """Where the last character ends."""
    return runs[-1].x + runs[-1].width


@pytest.mark.parametrize(
    "line",
    [
        "一是推动办结事项依法终结引导信访人签订息诉罢访协议",
        "完成2023年国家信访系统理论研究课题A-1篇以及95.5%",
        f"项目{RARE}的名称和其他很多字",
    ],
)
def test_a_justified_line_ends_at_the_right_edge(line: str) -> None:
    runs = justified(line, 0.8)
    assert "".join(run.text for run in runs) == line
    assert runs[0].x == 50.0
    assert right_end(runs) == pytest.approx(50 + (BODY.text_width(line) + 0.8) * 10)


def test_the_gaps_of_a_justified_line_are_equal_and_figures_are_not_stretched() -> None:
    runs = justified("完成2023年国家信访系统理论研究课题", 0.8)
    assert [run.text for run in runs] == ["完成", "2023", "年国家信访系统理论研究课题"]
    assert [run.spacing > 0 for run in runs] == [True, False, True]
    gaps = [after.x - before.x - before.width for before, after in pairwise(runs)]
    assert gaps == pytest.approx([runs[0].spacing] * 2)


def test_a_closing_sign_hangs_beyond_the_edge_of_a_justified_line() -> None:
    runs = justified("一是推动办结事项依法终结，", 0.2)
    assert right_end(runs) == pytest.approx(50 + (13 + 0.2 + HANG) * 10)


def test_a_line_that_is_much_too_short_stays_ragged() -> None:
    (run,) = justified("一是推动办结事项", 3.0)
    assert (run.spacing, run.width) == (0.0, 80.0)
