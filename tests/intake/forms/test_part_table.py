"""A list of indicators, its targets in one column or with sign and unit in columns of their own."""

import pytest

from selfeval_desktop.app.incoming import RecognisedKind
from selfeval_desktop.domain.form.form import Indicator
from selfeval_desktop.intake.forms.part_table import read_part
from tests.builders import mof_2020

HEADS = ("一级指标", "二级指标", "三级指标", "指标性质", "年度指标值", "实际完成值", "计量单位", "分值")


def row_read(*texts: str) -> Indicator:
    """The row with these texts below the heads, from the name of the indicator on."""
    found = read_part([HEADS, ("产出指标", "数量指标", *texts)], mof_2020())
    assert found is not None
    kind, read = found
    assert kind is RecognisedKind.ROWS
    (row,) = read.form.indicators
    return row


@pytest.mark.parametrize(
    ("sign", "figure", "actual", "unit", "target", "result"),
    [
        ("正向", "735", "760", "户", "≥735户", "760户"),
        ("反向", "10", "8", "次", "≤10次", "8次"),
        ("=", "3", "3", "期", "=3期", "3期"),
        ("", "3", "", "期", "3期", ""),
        ("定性", "明显改善", "达成", "户", "明显改善", "达成"),
        ("≥", "九成以上", "92", "%", "九成以上", "92%"),
    ],
)
def test_sign_figure_and_unit_become_one_target_and_words_stay_alone(
    sign: str, figure: str, actual: str, unit: str, target: str, result: str
) -> None:
    row = row_read("受益户数", sign, figure, actual, unit, "10")
    assert (row.target, row.actual) == (target, result)
