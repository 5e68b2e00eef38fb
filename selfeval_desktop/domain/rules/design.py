"""Checks of what an indicator is: reviewers take points for one that measures nothing, or not this project."""

import re
from collections.abc import Iterator

from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.domain.rules.measures import SATISFACTION
from selfeval_desktop.domain.rules.rule import (
    CheckCase,
    IndicatorRow,
    RawFinding,
    RuleSource,
    raw_finding,
    register_check,
)
from selfeval_desktop.domain.rules.twins import near_twins
from selfeval_desktop.domain.scoring import measures
from selfeval_desktop.domain.scoring.measures import Direction

_COST_LEVEL = "成本"
_COST_NAME = re.compile(r"成本|费用|经费|支出|[^收免]费$")
# 节约成本, 成本降低率: more of these is better.
_SAVING = re.compile(r"节约|节省|降低|下降|减少|压减|减免|控制|效益|回收|保障|到位")
_MORE_IS_BETTER = ("正向", "正向指标")
_MONEY = re.compile(r"[万亿千百]*元(?:/.+)?|[万亿]")
_BENEFIT, _OUTPUT = re.compile(r"效益|效果"), re.compile(r"产出")
_MEASURABLE = re.compile(r"率|比例|占比|满意度|覆盖")
_VAGUE_END = ("明显", "显著", "成效", "影响")
_PAYING = re.compile(r"(?:资金|经费).{0,4}(?:支付|拨付|发放).{0,4}(?:数量|完成率|金额|数额|笔数)$")
_JOINED = re.compile(r"[0-9][^0-9]*(?:[、，,；;+]|和|及|与|并)[^0-9]*[0-9]")
# Words for one kind of people each: who names one of them speaks of the others, too.
_PEOPLE = (
    ("老年人", "老人", "老龄", "养老", "长者", "高龄", "老年"),
    ("学生", "师生", "家长", "教师", "学校", "儿童", "幼儿", "校园", "教育", "培训", "学员"),
    ("患者", "病人", "就医", "医院", "医疗", "病患", "诊疗", "卫生"),
    ("企业", "公司", "商户", "经营主体", "市场主体", "园区"),
    ("农户", "农民", "村民", "农村", "农业", "种植户", "养殖户", "脱贫户", "乡村", "村"),
    ("游客", "旅客", "旅游", "景区", "文旅", "观众", "参观"),
    ("乘客", "司机", "驾驶", "公交", "交通", "道路", "出行"),
    ("残疾人", "残障", "助残", "残联", "残疾"),
    ("妇女", "妇联", "女性", "妇幼"),
    ("退役军人", "军人", "优抚", "复员", "双拥"),
    ("读者", "图书", "阅读"),
    ("运动员", "体育", "健身", "赛事"),
)


@register_check("K63", Severity.WARNING, RuleSource.REVIEWERS)
def costs_have_an_upper_limit(case: CheckCase) -> Iterator[RawFinding]:
    """The target of a cost is no lower limit: ≥17.4万元 asks to spend more. Rates and savings are no cost."""
    key = case.template.indicators.key_of("operator")
    for row in case.rows:
        is_more = row.target.direction is Direction.MORE or row.cells.fields.get(key, "").strip() in _MORE_IS_BETTER
        if is_more and row.target.number is not None and _is_cost(row) and not _SAVING.search(row.name):
            yield raw_finding(row.cell_address("target"), name=row.name, target=row.cells.target.strip())


def _is_cost(row: IndicatorRow) -> bool:
    """By its class, measured in money or named a cost; elsewhere by both."""
    unit = row.target.unit or row.actual.unit
    is_money, is_named = bool(_MONEY.fullmatch(unit)), bool(_COST_NAME.search(row.plain_name))
    if any(_COST_LEVEL in level for level in (row.cells.level1, row.cells.level2)):
        return unit not in {"%", "‰"} and (is_money or is_named or not unit)
    return is_money and is_named


@register_check("K67", Severity.HINT, RuleSource.REVIEWERS)
def benefits_say_what_is_measured(case: CheckCase) -> Iterator[RawFinding]:
    """A benefit with a target in percent says percent of what: 社会效益明显 ≥95% cannot be checked."""
    for row in case.rows:
        is_vague = row.plain_name.endswith(_VAGUE_END) and not _MEASURABLE.search(row.plain_name)
        if is_vague and row.target.unit == "%" and _BENEFIT.search(row.cells.level1):
            yield raw_finding(row.cell_address("level3"), name=row.name, target=row.cells.target.strip())


@register_check("K69", Severity.WARNING, RuleSource.REVIEWERS)
def paying_is_no_indicator(case: CheckCase) -> Iterator[RawFinding]:
    """No row counts that money was paid out: 资金支付完成数量 is no result of a project, in whatever class it stands."""
    for row in case.rows:
        if _PAYING.search(row.plain_name):
            yield raw_finding(row.cell_address("level3"), name=row.name)


@register_check("K70", Severity.HINT, RuleSource.REVIEWERS)
def output_is_no_benefit(case: CheckCase) -> Iterator[RawFinding]:
    """No indicator, or a near twin of it, stands under 产出 and under 效益: reviewers score one of the two."""
    outputs = {row.name: row for row in reversed(case.rows) if row.name and _OUTPUT.search(row.cells.level1)}
    benefits = [row for row in case.rows if row.name and _BENEFIT.search(row.cells.level1)]
    names = tuple(dict.fromkeys((*outputs, *(row.name for row in benefits))))
    twins = {name: [name] for name in outputs}
    for earlier, later in near_twins(names, float(case.template.limits.near_names)):
        twins.setdefault(names[later], []).append(names[earlier])
    for row in benefits:
        other = next((outputs[name] for name in twins.get(row.name, ()) if name in outputs), None)
        if other is not None:
            yield raw_finding(row.cell_address("level3"), name=row.name, other=other.name, first=other.place + 1)


@register_check("K72", Severity.HINT, RuleSource.REVIEWERS)
def satisfied_people_are_the_projects(case: CheckCase) -> Iterator[RawFinding]:
    """Whoever is to be satisfied appears elsewhere in the form, too; else the indicator was copied from another."""
    for row in case.rows:
        if SATISFACTION not in row.name:
            continue
        named = [kind for kind in _PEOPLE if any(word in row.name for word in kind)]
        if len(named) != 1 or not (word := next((word for word in named[0] if word in row.name), "")):
            continue
        texts = _texts_beside_row(case.form, row.place)
        if any(texts) and not any(word in text for word in named[0] for text in texts):
            yield raw_finding(row.cell_address("level3"), name=row.name, text=word)


def _texts_beside_row(form: Form, place: int) -> list[str]:
    texts = [form.project_name, form.department, form.unit, form.goals.expected, form.goals.actual]
    texts += form.fields.values()
    for row in (*form.indicators[:place], *form.indicators[place + 1 :]):
        if SATISFACTION not in row.level3:
            texts += (row.level3, row.target, row.actual, row.deviation)
    return texts


@register_check("K75", Severity.HINT, RuleSource.REVIEWERS)
def one_indicator_is_one_task(case: CheckCase) -> Iterator[RawFinding]:
    """No row joins several tasks with a number each: 讲座5场、展览2次 cannot be scored when one of them is missed."""
    for row in case.rows:
        for column, text in (("target", row.cells.target), ("level3", row.cells.level3)):
            plain = measures.name_without_hint(text) if column == "level3" else text
            if measures.count_numbers(plain) > 1 and _JOINED.search("".join(plain.split())):
                yield raw_finding(row.cell_address(column), text=text.strip())
                break
