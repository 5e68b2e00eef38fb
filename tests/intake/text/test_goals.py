"""Two goals side by side are parted at the widest gap, of equally wide ones at that nearest to the middle."""

import pytest

from selfeval_desktop.intake.text.rows import split_goals
from selfeval_desktop.intake.text.words import words_of


def goals(*lines: str) -> tuple[str, str]:
    """The two goals read from the lines of a text."""
    words = [word for line in words_of("\n".join(lines)) for word in line]
    expected, actual = split_goals(words)
    return "".join(word.text for word in expected), "".join(word.text for word in actual)


@pytest.mark.parametrize(
    ("line", "expected", "actual"),
    [
        ("开展宣传活动十二场    已开展宣传活动十三场", "开展宣传活动十二场", "已开展宣传活动十三场"),
        ("开展宣传活动 印发手册一千    已开展 已印发手册", "开展宣传活动印发手册一千", "已开展已印发手册"),
        (
            "开展宣传活动  印发手册一千  已开展宣传活动  已印发手册",
            "开展宣传活动印发手册一千",
            "已开展宣传活动已印发手册",
        ),
        (
            "开展宣传活动  培训业务骨干人员三百  已全部完成任务",
            "开展宣传活动",
            "培训业务骨干人员三百已全部完成任务",
        ),
    ],
)
def test_a_line_is_parted_where_its_halves_meet(line: str, expected: str, actual: str) -> None:
    assert goals(line) == (expected, actual)
