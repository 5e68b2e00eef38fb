"""What reviewers took points for in forms of 2025, planted in one form: each is named, and a clean near miss is not."""

from dataclasses import replace
from decimal import Decimal

import pytest

from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form, Goals, Indicator
from tests.builders import complete_form, fund, mof_2020, with_row

_ROWS = (
    ("产出指标", "数量指标", "服务老人人数", "≥100人", "748人", "15", ""),
    ("产出指标", "质量指标", "验收合格率", "≥95%", "95%", "10", "项目尚在实施中,待验收"),
    ("产出指标", "时效指标", "完成时间", "2025年12月31日前", "2026年1月16日", "10", ""),
    ("产出指标", "成本指标", "项目总成本", "≥17.4万元", "386万元", "15", ""),
    ("效益指标", "社会效益指标", "社会效益明显", "≥95%", "95%", "20", ""),
    ("效益指标", "可持续影响指标", "资金支付完成数量", "≥95%", "95%", "10", ""),
    ("满意度指标", "服务对象满意度指标", "老人满意度", "≥90%", "100%", "10", "未收到12315投诉"),
)


def planted() -> Form:
    rows = tuple(
        Indicator(
            key, level1, level2, level3, target, actual, weight=Decimal(points), score=Decimal(points), deviation=reason
        )
        for key, (level1, level2, level3, target, actual, points, reason) in enumerate(_ROWS, start=1)
    )
    money = {"current_year": fund("1328100", "1328100", "1000")}
    goals = Goals("为748名老人提供服务。", "全部完成,服务748人。")
    return complete_form(year=2025, funds=money, goals=goals, indicators=rows)


def found(form: Form) -> set[tuple[str, str]]:
    return {(each.code, str(each.field)) for each in evaluate(form, mof_2020()).findings}


def codes(form: Form) -> set[str]:
    return {code for code, _ in found(form)}


def test_each_of_the_reviewers_findings_is_named_in_its_cell() -> None:
    assert found(planted()) == {
        ("K18", "funds.total.executed"),
        ("K19", "indicators"),
        ("K26", "indicators[0].actual"),
        ("K26", "indicators[3].actual"),
        ("K63", "indicators[3].target"),
        ("K64", "indicators[2].actual"),
        ("K65", "indicators[1].deviation"),
        ("K66", "funds.total.executed"),
        ("K67", "indicators[4].level3"),
        ("K68", "indicators[6].deviation"),
        ("K69", "indicators[5].level3"),
    }


_GOALS = Goals("为748名老人提供服务。", "服务748人。")
NEAR_MISSES = {
    "a cost with an upper limit": ("K63", 3, {"target": "≤17.4万元", "actual": "17万元"}),
    "a rate of savings": ("K63", 3, {"level3": "成本节约率", "target": "≥5%", "actual": "6%"}),
    "people who are spared a fee": ("K63", 0, {"level3": "减免费用人数"}),
    "done on the last day": ("K64", 2, {"actual": "2025年12月31日"}),
    "late, with a reason": ("K64", 2, {"deviation": "汛期停工，已加快施工。"}),
    "late, with points off": ("K64", 2, {"score": Decimal(7), "deviation": ""}),
    "accepted": ("K65", 1, {"deviation": "已验收"}),
    "nothing that waits": ("K65", 1, {"deviation": "无未验收事项"}),
    "while it was built": ("K65", 1, {"deviation": "在项目实施中，严格把关"}),
    "under way, with points off": ("K65", 1, {"score": Decimal(5)}),
    "a benefit that is a rate": ("K67", 4, {"level3": "社会效益明显提高率"}),
    "an effect in words": ("K67", 4, {"target": "明显", "actual": "明显"}),
    "complaints that were dealt with": ("K68", 6, {"deviation": "收到投诉3件，均已办结"}),
    "people who were paid": ("K69", 5, {"level3": "补贴资金发放人数"}),
    "another benefit": ("K70", 4, {"level3": "受益老人人数"}),
    "people of the project": ("K72", 6, {"level3": "老年人满意度"}),
    "people in general": ("K72", 6, {"level3": "群众满意度"}),
    "one task with a range": ("K75", 0, {"target": "100-200人"}),
    "one task with its standard": ("K75", 0, {"level3": "服务老人人数(100人/次、每年2次)"}),
    "a rate of progress": ("K76", 1, {"level3": "资金支出进度"}),
    "an amount that is a cost": ("K76", 3, {"level3": "项目总成本"}),
}


@pytest.mark.parametrize(("code", "row", "changes"), NEAR_MISSES.values(), ids=NEAR_MISSES)
def test_a_clean_near_miss_is_silent(code: str, row: int, changes: dict[str, object]) -> None:
    cells = {(each, str(field)) for each, field in found(with_row(planted(), row, **changes))}
    assert not [cell for each, cell in cells if each == code and cell.startswith(f"indicators[{row}]")]


def test_much_is_done_with_little_only_where_the_quantities_say_so() -> None:
    assert "K66" not in codes(with_row(planted(), 0, score=Decimal(13), deviation="老人迁出，明年补足。"))


@pytest.mark.parametrize(
    ("actual", "is_told"),
    [
        ("资金已全部拨付。", True),
        ("款项支付完毕。", True),
        ("资金未全部支付，服务全部完成。", False),
        ("尾款未支付完毕。", False),
        ("专项资金均已全额支付。", True),
        ("设备全部使用国产产品。", False),
        ("服务748人。", False),
    ],
)
def test_that_all_was_paid_contradicts_a_rate_below_hundred(actual: str, is_told: bool) -> None:
    form = replace(planted(), goals=replace(_GOALS, actual=actual))
    assert (("K54", "goals.actual") in found(form)) == is_told
    full = replace(form, funds={"current_year": fund("1000", "1000", "1000")})
    assert "K54" not in codes(full)


@pytest.mark.parametrize(
    ("expected", "is_told"),
    [
        ("安排资金1328100万元。", True),
        ("安排资金132.81元。", True),
        ("总投资7.7亿元，本年完成主体。", True),
        ("安排资金132.81万元。", False),
        ("安排资金约133万元。", False),
        ("总投资7.7亿元，本年安排资金132.81万元。", False),
        ("按每人每月补助资金300元的标准，服务748人。", False),
        ("老人减少支出每户500元。", False),
    ],
)
def test_money_named_in_a_goal_is_money_of_the_funds(expected: str, is_told: bool) -> None:
    form = replace(planted(), goals=replace(_GOALS, expected=expected))
    assert (("K61", "goals.expected") in found(form)) == is_told
