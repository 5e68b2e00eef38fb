"""What did not come in from a clipboard is told with its place and its reason."""

import pytest

from selfeval_desktop.domain.reading.pasting import Refusal, RefusedText
from selfeval_desktop.wording import incoming


@pytest.mark.parametrize("reason", Refusal)
def test_every_reason_has_its_words(reason: Refusal) -> None:
    (line,) = incoming.doubt_lines([RefusedText(0, 2, "甲\n 乙", reason)])
    assert line.startswith("复制内容第 1 行第 3 列“甲 乙”：")
    assert not line.endswith("：")


def test_a_long_text_is_cut() -> None:
    (line,) = incoming.doubt_lines([RefusedText(0, 0, "甲" * 100, Refusal.UNKNOWN)])
    assert "甲" * 40 + "…”" in line


def test_doubts_are_counted() -> None:
    doubt = RefusedText(0, 0, "甲", Refusal.UNKNOWN)
    assert incoming.doubts_summary([]) == "全部内容都看懂了。"
    assert incoming.doubts_summary([doubt, doubt]).endswith("2 处")
