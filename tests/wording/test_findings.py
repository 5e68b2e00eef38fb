"""Every finding has a plain sentence with the figures of both sides."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Goals
from selfeval_desktop.domain.form.template import Column, ScoreCap, Template
from selfeval_desktop.domain.rules.across import find_across_forms, form_brief
from selfeval_desktop.domain.rules.catalogue import RULES
from selfeval_desktop.wording import findings
from selfeval_desktop.wording.rules import RULE_WORDS
from tests.builders import complete_form, fund, mof_2020, with_fund, with_row

TEMPLATE = mof_2020()
FORM = complete_form()
LOST = with_row(FORM, 0, score=Decimal(19))
SAVING = with_fund(FORM, "current_year", executed=Decimal(149000))


def said(form: Form, code: str) -> list[str]:
    """The sentences of that check for that form."""
    template = mof_2020()
    found = evaluate(form, template).findings
    return [findings.finding_sentence(finding, template) for finding in found if finding.code == code]


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
    "K04 T17 commas": (
        "K04",
        unread(FieldRef.indicator(0, "weight"), "1,0,0"),
        "“1,0,0”的逗号位置不对，看不出是多少。请去掉逗号，或每三位一个逗号。",
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
    "K18": (
        "K18",
        with_total("100", "100", "75.5"),
        (
            "执行率 75.5%，还有 24.5% 的预算没有支出，按表样设置最多为 20%。"
            "请核对全年执行数；属实的，请在实际完成情况中写明结余原因。"
        ),
    ),
    "K19": (
        "K19",
        with_total("100", "100", "90"),
        "指标得分率 100%，比执行率 90% 高 10 个百分点，超过表样设置的界限。请核对各行的实际完成值和得分。",
    ),
    "K24": (
        "K24",
        LOST,
        (
            "实际完成值 97% 已达到年度指标值 ≥95%，得分 19 却比分值 20 少 1。"
            "请核对得分，或在“偏差原因分析及改进措施”中写明扣分原因。"
        ),
    ),
    "K26": (
        "K26",
        with_row(FORM, 0, target="≥50%"),
        (
            "实际完成值 97% 达到年度指标值 ≥50% 的 1.2 倍以上。"
            "请核对这两个值；属实的，请在“偏差原因分析及改进措施”中说明指标值是否定得偏低。"
        ),
    ),
    "K27": (
        "K27",
        with_row(FORM, 0, target="提高", actual="有所提高", achievement="partly", score=Decimal(18)),
        "达成情况为“部分达成”，按表样设置，得分应在 12 至 15.99 之间，所填得分为 18。请改正得分或达成情况。",
    ),
    "K30": (
        "K30",
        with_row(FORM, 0, actual="较好"),
        "年度指标值 ≥95% 是数字，实际完成值“较好”却是文字。请填写实际达到的数字。",
    ),
    "K31": (
        "K31",
        with_row(FORM, 0, actual="≥97%"),
        "实际完成值“≥97%”带有比较符号，看不出实际达到多少。请去掉符号，只填写实际数字。",
    ),
    "K32": (
        "K32",
        with_row(FORM, 0, actual="97"),
        "年度指标值 ≥95% 与实际完成值 97 的单位不一致，或有一个没有单位。请写上相同的单位。",
    ),
    "K32 percent": (
        "K32",
        with_row(FORM, 0, target="95", actual="97"),
        "年度指标值 95 和实际完成值 97 都没有百分号。请都写上“%”。",
    ),
    "K32 unit in the name": (
        "K32",
        with_row(FORM, 0, level3="登记单（份）", target="95", actual="97"),
        "年度指标值 95 和实际完成值 97 都没有单位。请都写上单位，不要只写在指标名称里。",
    ),
    "K34": (
        "K34",
        with_row(FORM, 0, actual="9*7%"),
        "实际完成值“9*7%”中有“*”，上报系统不接受。请改写为数字或文字。",
    ),
    "K36": (
        "K36",
        with_row(with_row(FORM, 0, level3="来访登记单印刷率"), 2, level3="来访来电登记单印刷率"),
        "三级指标“来访来电登记单印刷率”与第 1 行的“来访登记单印刷率”几乎相同。请核对是否重复；不是同一指标的，请把名称写得更清楚。",
    ),
    "K39": (
        "K39",
        with_row(FORM, 0, weight=Decimal(80)),
        "这一行的分值 80 超过全部指标分值 150 的一半。请按重要程度分配分值。",
    ),
    "K39 all the same": (
        "K39",
        complete_form(indicators=tuple(replace(row, weight=Decimal(18)) for row in FORM.indicators)),
        "5 行指标的分值都是 18，看不出主次。请按重要程度分配分值。",
    ),
    "K40": (
        "K40",
        with_row(FORM, 0, level3="预算执行率"),
        "三级指标“预算执行率”重复了预算执行情况，这一项已在资金部分计分。请改用反映工作成果的指标。",
    ),
    "K41": (
        "K41",
        with_row(FORM, 2, target="≥100%"),
        "年度指标值为“≥100%”，比率最高只能是 100%。请改为“=100%”，或填写低于 100% 的数。",
    ),
    "K42": (
        "K42",
        with_row(FORM, 0, target="提高"),
        "三级指标“登记单印刷率”应当用数字衡量，年度指标值却是“提高”。请填写数字，或改用合适的名称。",
    ),
    "K43": (
        "K43",
        with_row(FORM, 4, target="满意"),
        "满意度应当用数字表示，这里填的是“满意”。请填写百分比。",
    ),
    "K47": (
        "K47",
        with_row(FORM, 0, actual="-1%"),
        "实际完成值 -1% 小于 0，计算得分时按 0 计。请核对实际完成值。",
    ),
    "K48": (
        "K48",
        with_row(FORM, 0, target="≥0%"),
        "年度指标值 ≥0% 为 0，与实际完成值 97% 算不出比例。请改正指标值，或自行填写得分。",
    ),
    "K50": (
        "K50",
        with_row(FORM, 0, level3="指标1"),
        "“指标1”是空白表上的提示。请换成实际内容；如果不需要这一行，请删除整行。",
    ),
    "K50 outside the rows": (
        "K50",
        complete_form(goals=Goals("印制登记单。（100字以内）", "登记单已印制。")),
        "“（100字以内）”是空白表上的提示。请换成实际内容，或删去提示。",
    ),
    "K51": (
        "K51",
        complete_form(goals=Goals("印制登记单。", "印制登记单。")),
        "实际完成情况与预期目标有 100% 相同，按表样设置，达到 95% 即视为照抄。请写明实际做了什么，达到什么效果。",
    ),
    "K51 one word": (
        "K51",
        complete_form(goals=Goals("印制登记单。", "已完成。")),
        "实际完成情况只写了“已完成。”。请写明实际做了什么，达到什么效果。",
    ),
    "K53": (
        "K53",
        with_row(LOST, 0, deviation="无"),
        "得分 19 低于分值 20，少 1 分，偏差原因分析及改进措施却只写了“无”。请写明原因和改进措施。",
    ),
    "K54": (
        "K54",
        with_row(FORM, 0, deviation="尚未完成"),
        "得分 20 是满分，偏差原因分析及改进措施中却写着“尚未完成”。请核对得分，或修改文字。",
    ),
    "K55": (
        "K55",
        complete_form(goals=Goals("2022年印制登记单。", "登记单已印制。")),
        "预期目标中写的是 2022 年，自评表的年度却是 2023 年。请核对年份。",
    ),
    "K56": (
        "K56",
        with_row(LOST, 0, deviation="印刷厂停工。"),
        "得分 19 低于分值 20，少 1 分，写了原因，没有写改进措施。请补写改进措施。",
    ),
    "K57": (
        "K57",
        with_row(FORM, 0, deviation="印 制"),
        "“印 制”中有多余的空格。请删去空格，“整理文字”可以一次删净。",
    ),
    "K57 wide": (
        "K57",
        with_row(FORM, 0, deviation="印制２０份"),
        "“２０”是全角字符。请改为半角的数字或字母。",
    ),
    "K57 unseen": (
        "K57",
        with_row(FORM, 0, deviation="印制\t份"),
        "第 3 个字符是看不见的控制字符。请删去它，或重新输入这段文字。",
    ),
    "K58": (
        "K58",
        with_row(FORM, 0, deviation="13800138000"),
        "文字中有电话或身份证号码“13800138000”。请核对是否需要；对外公开时，请在“公开版”中遮盖。",
    ),
    "K61": (
        "K61",
        with_total("15", "150000", "150000"),
        "年度资金总额的年初预算数为 15.00，全年预算数为 150,000.00，相差约一万倍。请核对是否把元和万元混在了一起。",
    ),
    "K77": (
        "K77",
        with_total("15", "-5.555", "0"),
        "年度资金总额的全年预算数为 -5.555，是负数。请核对；收回的资金请从相应的数里减去，不要填成负数。",
    ),
    "K62": (
        "K62",
        with_row(FORM, 1, level2=""),
        "二级指标没有填写。请填写；如果不需要这一行，请删除整行。",
    ),
}


def limited(**limits: object) -> Template:
    return replace(TEMPLATE, limits=replace(TEMPLATE.limits, **limits))  # type: ignore[arg-type]


FIRST, *OTHERS = TEMPLATE.levels
DESCRIPTION = Column("description", "完成情况简要描述", "text", extra=True)
GRID = replace(TEMPLATE.indicators, columns=(*TEMPLATE.indicators.columns, DESCRIPTION))

# What only templates of other places ask for.
SAID |= {
    "K54 all paid": (
        "K54",
        replace(SAVING, goals=replace(FORM.goals, actual="登记单全部印制，资金已全部拨付。")),
        "实际完成情况中写着“资金已全部拨付”，执行率却是 99.33%，两处不一致。请核对执行数，或修改文字。",
    ),
    "K61 slip in a goal": (
        "K61",
        replace(FORM, goals=replace(FORM.goals, expected="安排资金150000万元，印制登记单。")),
        "预期目标中的“150000万元”与资金表中的金额相差一万倍。请核对是否把元和万元混在了一起。",
    ),
    "K61 other amount in a goal": (
        "K61",
        replace(FORM, goals=replace(FORM.goals, expected="总投资77.13万元，印制登记单。")),
        "预期目标中的“77.13万元”与资金表中的金额都不相同。请核对写的是不是本年度本项目的金额。",
    ),
    "K63": (
        "K63",
        with_row(FORM, 1, level2="成本指标", level3="印刷成本", target="≥9万元", actual="10万元"),
        "成本指标“印刷成本”的年度指标值为 ≥9万元，成了花得越多越好。请改为“≤”，或换成节约成本的指标。",
    ),
    "K64": (
        "K64",
        with_row(FORM, 2, target="2023年12月底前", actual="2024年1月16日", score=Decimal(15)),
        (
            "实际完成时间“2024年1月16日”晚于年度指标值“2023年12月底前”，却得了满分，也没有写原因。"
            "请核对时间和得分，或写明原因。"
        ),
    ),
    "K64 after the year": (
        "K64",
        with_row(FORM, 2, target="及时", actual="2024年1月", score=Decimal(15)),
        "实际完成时间“2024年1月”已过了自评年度，却得了满分，也没有写原因。请核对时间和得分，或写明原因。",
    ),
    "K65": (
        "K65",
        with_row(FORM, 0, deviation="待验收"),
        "偏差原因分析及改进措施中写着“待验收”，这一行却得了满分。请按已经完成的部分核对实际完成值和得分。",
    ),
    "K66": (
        "K66",
        with_fund(FORM, "current_year", executed=Decimal(1500)),
        "执行率只有 1%，数量指标却得到 100% 的分值。请核对完成的数量；由其他资金支付或尚未结算的，请在完成情况中写明。",
    ),
    "K67": (
        "K67",
        with_row(FORM, 3, level3="社会效益明显"),
        (
            "效益指标“社会效益明显”的年度指标值为 ≥80%，却看不出是什么的百分比。"
            "请改用能够统计的名称，如“…率”“…比例”，并留好计算依据。"
        ),
    ),
    "K68": (
        "K68",
        with_row(FORM, 4, deviation="未收到投诉"),
        "偏差原因分析及改进措施中写着“未收到投诉”，没有投诉不等于满意。请写明满意度是怎样调查的、调查了多少人。",
    ),
    "K69": (
        "K69",
        with_row(FORM, 0, level3="资金拨付数量"),
        "三级指标“资金拨付数量”考核的是付款，付款不是项目的产出，预算执行已另有得分。请改为项目做成的事。",
    ),
    "K70": (
        "K70",
        with_row(FORM, 3, level3="登记单印刷率"),
        (
            "效益指标“登记单印刷率”与第 1 行的产出指标“登记单印刷率”是同一件事，复核时只算一个。"
            "请把效益指标改为项目带来的效果。"
        ),
    ),
    "K72": (
        "K72",
        with_row(FORM, 4, level3="学生满意度"),
        "“学生满意度”中的“学生”在自评表别处没有提到，可能是从别的项目抄来的。请核对满意度的调查对象。",
    ),
    "K73": (
        "K73",
        replace(FORM, goals=replace(FORM.goals, expected='"印制登记单。"')),
        "预期目标整段套在引号里，多半是从电子表格粘贴时带来的。请删去首尾的引号。",
    ),
    "K75": (
        "K75",
        with_row(FORM, 0, level3="讲座5场、展览2次"),
        "“讲座5场、展览2次”一个指标里有几件事，其中一件没有完成就不好计分。请分成几行，各写各的指标值。",
    ),
    "K76": (
        "K76",
        with_row(FORM, 0, level3="资金支出进度", actual="97万元"),
        "“资金支出进度”的实际完成值“97万元”是金额，应为百分比。请填写完成的金额占计划的百分之几。",
    ),
}


SAID_ELSEWHERE = {
    "K03": (
        FORM,
        replace(TEMPLATE, levels=(replace(FIRST, level2_weights={"数量指标": Decimal(15)}), *OTHERS)),
        "数量指标的分值合计 20，按表样设置应为 15，差 5。请核对这一组各行的分值。",
    ),
    "K16": (
        with_total("100", "100", "85"),
        limited(reason_rate=Decimal(90)),
        "执行率 85%，低于表样设置的 90%，差 5 个百分点，预算调整说明却没有填写。请在“预算调整说明”中写明原因。",
    ),
    "K20": (
        with_total("100", "100", "75"),
        replace(TEMPLATE, caps=(ScoreCap(Decimal(80), Decimal(89)),)),
        "总分 97.5，按表样设置，执行率为 75% 时最高 89，多 8.5。请核对各行的得分。",
    ),
    "K29": (
        with_row(FORM, 0, target="提高"),
        replace(limited(description="description"), indicators=GRID),
        "年度指标值“提高”是文字，完成情况简要描述没有填写。请简要写明完成情况。",
    ),
    "K52": (
        FORM,
        limited(texts={"goals.actual": 10}),
        "实际完成情况有 17 字，按表样设置最多 10 字，多 7 字。请压缩文字。",
    ),
}

# What only several forms together show.
OTHER = complete_form(project_name="课题与规划", indicators=with_row(FORM, 4, target="≥80%").indicators)
SAID_ACROSS = {
    "K59": (
        FORM,
        "同一年度有 2 张自评表的项目名称都是“宣传与推广”。请核对是否重复填报；不是同一项目的，请把名称写得不同。",
    ),
    "K36": (
        OTHER,
        (
            "三级指标“受益群众满意度”的年度指标值为 ≥85%，"
            "自评表“课题与规划”中“受益群众满意度”的年度指标值却为 ≥80%。请核对哪一个正确。"
        ),
    ),
}


@pytest.mark.parametrize(("code", "form", "sentence"), SAID.values(), ids=SAID)
def test_a_finding_says_what_is_wrong_and_what_to_do(code: str, form: Form, sentence: str) -> None:
    assert said(form, code) == [sentence]


@pytest.mark.parametrize("code", SAID_ELSEWHERE)
def test_a_finding_under_another_template_speaks_of_its_settings(code: str) -> None:
    form, template, sentence = SAID_ELSEWHERE[code]
    found = [finding for finding in evaluate(form, template).findings if finding.code == code]
    assert [findings.finding_sentence(finding, template) for finding in found] == [sentence]


@pytest.mark.parametrize("code", SAID_ACROSS)
def test_a_finding_across_forms_speaks_of_the_other_form(code: str) -> None:
    other, sentence = SAID_ACROSS[code]
    found = find_across_forms([form_brief(1, FORM), form_brief(2, other)], {})[1]
    assert [findings.finding_sentence(finding, TEMPLATE) for finding in found] == [sentence]


def test_every_check_has_a_sentence_and_every_sentence_a_check() -> None:
    assert RULE_WORDS.keys() == RULES.keys()


def test_the_table_of_examples_covers_every_check() -> None:
    shown = {code for code, _, _ in SAID.values()} | SAID_ELSEWHERE.keys() | SAID_ACROSS.keys()
    assert shown | {"K71"} == RULE_WORDS.keys()


def test_a_unit_with_nothing_but_full_scores_is_asked_to_look_again() -> None:
    forms = [replace(FORM, project_name=f"第{name}个项目") for name in "一二三"]
    briefs = [form_brief(number, form, score_total=Decimal(100)) for number, form in enumerate(forms, start=1)]
    (finding,) = find_across_forms(briefs, {})[1]
    assert findings.finding_sentence(finding, TEMPLATE) == (
        "“某区信访办公室”本年度的 3 张自评表都是 100 分，容易被看作走形式。请逐个核对实际完成值和得分是否属实。"
    )


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
