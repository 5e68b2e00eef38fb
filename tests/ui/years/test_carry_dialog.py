"""What the dialog for carrying over says of the parts of a form and of years in its texts."""

from selfeval_desktop.domain.form.form import Goals
from selfeval_desktop.domain.over_time.carry_over import USUAL_PARTS, CarriedPart, carry_over_form
from selfeval_desktop.ui.years import carry_dialog
from tests.builders import complete_form, mof_2020


def test_every_part_has_a_name_and_says_what_comes_over() -> None:
    assert [carry_dialog.part_name(part) for part in CarriedPart] == ["基本信息", "目标", "指标", "资金"]
    assert all(carry_dialog.part_description(part) for part in CarriedPart)


def test_a_year_is_shown_with_what_stands_around_it() -> None:
    form = complete_form(goals=Goals("一、\n保障工作在2023年度内全部完成并验收合格。", ""))
    result = carry_over_form(form, mof_2020(), USUAL_PARTS, 2024)
    (mention,) = result.mentions
    assert carry_dialog.mentioned_year_line(result.form, mention, several=False) == (
        "目标 · 预期目标　“ 保障工作在2023年度内全部完成并” → “ 保障工作在2024年度内全部完成并”"
    )
    assert carry_dialog.mentioned_year_line(result.form, mention, several=True).startswith(
        "宣传与推广：目标 · 预期目标"
    )
