"""Every finding has a plain sentence with the figures of both sides."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from selfeval_desktop.domain.checks import CHECKS
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.form import Form, Goals
from selfeval_desktop.wording import findings
from tests.builders import complete_form, fund, mof_2020, with_fund, with_row

FORM = complete_form()
SAVING = with_fund(FORM, "current_year", executed=Decimal(149000))


def said(form: Form, code: str) -> list[str]:
    """The sentences of that check for that form."""
    template = mof_2020()
    found = evaluate(form, template).findings
    return [findings.sentence(finding, template) for finding in found if finding.code == code]


def with_total(initial: str | None, annual: str | None, executed: str | None) -> Form:
    return complete_form(funds={"total": fund(initial, annual, executed)})


def unread(field: FieldRef, text: str) -> Form:
    return complete_form(unread={field: text})


def with_strange_row(weight: str) -> Form:
    strange = replace(FORM.indicators[0], level1="其他指标", level3="其他", weight=Decimal(weight))
    return complete_form(indicators=(*FORM.indicators, strange))


SAID = {
    "K01 short": (
        "K01",
        with_row(FORM, 4, weight=Decimal(8)),
        "分值合计 98，应为 100，差 2。请在满意度指标中补足 2 分。",
    ),
    "K01 over": (
        "K01",
        with_row(FORM, 4, weight=Decimal("12.5")),
        "分值合计 102.5，应为 100，多 2.5。请从满意度指标中减去 2.5 分。",
    ),
    "K01 short in no class of the template": (
        "K01",
        with_strange_row("-5"),
        "分值合计 95，应为 100，差 5。请核对各行分值，补足 5 分。",
    ),
    "K01 over in no class of the template": (
        "K01",
        with_strange_row("5"),
        "分值合计 105，应为 100，多 5。请核对各行分值，减去 5 分。",
    ),
    "K02": (
        "K02",
        with_row(FORM, 4, weight=Decimal(8)),
        "满意度指标的分值合计 8，按表样设置应为 10，差 2。请核对这一类各行的分值。",
    ),
    "K04": (
        "K04",
        unread(FieldRef.indicator(0, "weight"), "十 分"),
        "“十 分”不是数字。请只填写数字，不带单位和其他文字。",
    ),
    "K04 too long": (
        "K04",
        unread(FieldRef.indicator(0, "weight"), "9" * 16),
        "“9999999999999999”位数过多。整数最多 15 位，小数最多 6 位，请核对后重填。",
    ),
    "K04 year": (
        "K04",
        unread(FieldRef.head("year"), "今年"),
        "“今年”不是年份。请填写四位数字，如 2023。",
    ),
    "K05": ("K05", with_row(FORM, 0, weight=None), "这一行没有填写分值。请填写大于 0 的分值。"),
    "K05 not above 0": (
        "K05",
        with_row(FORM, 0, weight=Decimal(-3)),
        "分值 -3 不大于 0。请改为大于 0 的分值。",
    ),
    "K06": (
        "K06",
        with_row(FORM, 4, score=Decimal(11)),
        "得分 11 高于分值 10。请把得分改为不超过 10。",
    ),
    "K07": (
        "K07",
        with_row(FORM, 4, score=Decimal(-1)),
        "得分 -1 小于 0。请把得分改为 0 或以上。",
    ),
    "K09": (
        "K09",
        with_fund(FORM, "total", executed=Decimal(140000)),
        (
            "年度资金总额的全年执行数为 140,000.00，各项之和为 150,000.00，差 10,000.00。"
            "请核对各项金额，或清空此格，由程序计算。"
        ),
    ),
    "K10": (
        "K10",
        complete_form(execution_score=Decimal("9.5")),
        "执行率得分为 9.5，按执行率计算应为 10，差 0.5。请核对得分，或清空此格，由程序计算。",
    ),
    "K13": (
        "K13",
        with_fund(SAVING, "other", annual=Decimal(100), executed=Decimal("100.01")),
        "其他资金的全年执行数 100.01 超过全年预算数 100.00，多 0.01。请核对这两个数。",
    ),
    "K14": (
        "K14",
        with_fund(FORM, "carried_over", executed=Decimal(5000)),
        "上年结转资金的全年执行数为 5,000.00，全年预算数却没有填写或为 0。请填写全年预算数。",
    ),
    "K15": (
        "K15",
        complete_form(funds={}),
        "没有全年预算数，也没有全年执行数，执行率无法计算，执行率得分按 0 计。请填写各项资金的预算数和执行数。",
    ),
    "K17 less": (
        "K17",
        with_total("150000", "140908", "140908"),
        "全年预算数 140,908.00 比年初预算数 150,000.00 少 9,092.00。请在“预算调整说明”中写明原因。",
    ),
    "K17 more": (
        "K17",
        with_total("100", "120.5", "120.5"),
        "全年预算数 120.50 比年初预算数 100.00 多 20.50。请在“预算调整说明”中写明原因。",
    ),
    "K23": (
        "K23",
        with_row(FORM, 0, actual="90%", score=Decimal(20), deviation="印刷延迟。"),
        (
            "实际完成值 90% 没有达到年度指标值 ≥95%，计算得分为 18.95，所填得分 20，多 1.05。"
            "请核对得分，或清空此格，由程序计算。"
        ),
    ),
    "K25": (
        "K25",
        with_row(FORM, 4, score=Decimal("9.47")),
        "得分 9.47 低于分值 10，少 0.53 分。请填写偏差原因分析及改进措施。",
    ),
    "K28": (
        "K28",
        with_row(FORM, 0, target="及时", actual="比较及时"),
        ("由年度指标值“及时”和实际完成值“比较及时”算不出得分，按 0 分计。请填写得分，或选择达成情况。"),
    ),
    "K33": (
        "K33",
        with_row(FORM, 0, actual=" "),
        "实际完成值没有填写。请填写；如果不需要这一行，请删除整行。",
    ),
    "K35": (
        "K35",
        with_row(FORM, 2, level3="登记单 印刷率"),
        "三级指标“登记单印刷率”与第 1 行重复。请改用不同的名称，以免上报时后一行覆盖前一行。",
    ),
    "K38": (
        "K38",
        complete_form(indicators=FORM.indicators[:4]),
        "没有满意度指标，按表样设置这一类应有 10 分。请补充这一类的指标。",
    ),
    "K44": (
        "K44",
        complete_form(indicators=FORM.indicators[2:3]),
        "1 行指标的实际完成值都与年度指标值相同，并且都是满分。请核对实际完成值是否为真实情况。",
    ),
    "K49": ("K49", complete_form(goals=Goals("做好宣传。", "")), "实际完成情况没有填写。请填写。"),
    "K62": (
        "K62",
        with_row(FORM, 1, level2=""),
        "二级指标没有填写。请填写；如果不需要这一行，请删除整行。",
    ),
}


@pytest.mark.parametrize(("code", "form", "sentence"), SAID.values(), ids=SAID)
def test_a_finding_says_what_is_wrong_and_what_to_do(code: str, form: Form, sentence: str) -> None:
    assert said(form, code) == [sentence]


def test_every_check_has_a_sentence_and_every_sentence_a_check() -> None:
    assert set(findings.SENTENCES) == {check.code for check in CHECKS}


def test_the_table_of_examples_covers_every_check() -> None:
    assert {code for code, _, _ in SAID.values()} == set(findings.SENTENCES)


@pytest.mark.parametrize("sentence", [sentence for _, _, sentence in SAID.values()])
def test_no_sentence_shows_a_code_or_an_internal_name(sentence: str) -> None:
    assert not re.search(r"[A-Za-z_{}]", sentence)


def test_a_long_text_is_quoted_in_one_short_line() -> None:
    text = "第一行\n" + "很长" * 40
    (sentence,) = said(unread(FieldRef.indicator(0, "score"), text), "K04")
    quoted = sentence[1 : sentence.index("”")]
    assert quoted == " ".join(text.split())[:30] + "…"


def test_braces_in_a_typed_text_are_just_text() -> None:
    assert "“{0}{found}”" in said(unread(FieldRef.indicator(0, "weight"), "{0}{found}"), "K04")[0]
