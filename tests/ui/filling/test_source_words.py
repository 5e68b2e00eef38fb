"""It is told which form something comes from."""

import pytest

from selfeval_desktop.domain.over_time.library import SourceForm
from selfeval_desktop.ui.filling import source_words


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (SourceForm("宣传\n与推广", 2023), "宣传 与推广（2023 年度）"),
        (SourceForm("宣传", None), "宣传"),
        (SourceForm(" ", 2022), "未填项目名称（2022 年度）"),
        (None, "参考指标"),
    ],
)
def test_a_source_is_the_form_with_its_year(source: SourceForm | None, told: str) -> None:
    assert source_words.source_form_name(source) == told
