"""Each code by itself: one change of a clean form raises it, and a near miss does not."""

from dataclasses import dataclass, field, replace
from decimal import Decimal

import pytest

from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.edits import set_cell
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Goals, Indicator
from selfeval_desktop.domain.form.template import CheckLimits, Column, ScoreCap, Template
from selfeval_desktop.domain.rules.across import find_across_forms, form_brief
from selfeval_desktop.domain.rules.catalogue import RULES
from selfeval_desktop.domain.rules.findings import Finding
from tests.builders import complete_form, mof_2020, with_row

TEMPLATE = mof_2020()
CLEAN = complete_form()
NOTED = complete_form(fields={"budget_note": "年中压减，已经财政批准。"})
REASON = "印刷厂停工两周，下年提前一个月下单。"
# A row of words that is graded, and a row that lost a point and says why.
GRADED = with_row(CLEAN, 0, level3="登记单印刷水平", target="提高", actual="有所提高", achievement="met")
EXPLAINED = with_row(CLEAN, 0, score=Decimal(19), deviation=REASON)
COSTED = with_row(CLEAN, 1, level2="成本指标", level3="印刷成本", target="≤9万元", actual="9万元")
DATED = with_row(CLEAN, 2, level3="完成时间", target="2023年12月底前", actual="2023年11月", score=Decimal(15))
# Names long enough to be near each other.
LONG = with_row(CLEAN, 0, level3="来访登记单印刷率")
ONE_OUTPUT = replace(
    CLEAN,
    indicators=(replace(CLEAN.indicators[0], weight=Decimal(50)), *CLEAN.indicators[3:]),
)
SPLIT_OUTPUT = replace(
    CLEAN,
    indicators=(
        replace(CLEAN.indicators[0], weight=Decimal(45)),
        replace(CLEAN.indicators[1], weight=Decimal(5)),
        *CLEAN.indicators[3:],
    ),
)


def typed(form: Form, **cells: str) -> Form:
    """The form with texts typed into cells, each named by its address with __ for every dot and bracket."""
    for name, text in cells.items():
        form = set_cell(form, _ref(name), text)
    return form


def _ref(name: str) -> FieldRef:
    if name.startswith("row"):
        row, _, column = name.removeprefix("row").partition("__")
        return FieldRef.parse(f"indicators[{row}].{column}")
    return FieldRef.parse(name.replace("__", "."))


def spent(executed: str, form: Form = CLEAN) -> Form:
    return typed(form, funds__current_year__executed=executed)


def limited(**limits: object) -> Template:
    return replace(TEMPLATE, limits=replace(TEMPLATE.limits, **limits))  # type: ignore[arg-type]


def with_groups(points: str) -> Template:
    first, *others = TEMPLATE.levels
    return replace(TEMPLATE, levels=(replace(first, level2_weights={"数量指标": Decimal(points)}), *others))


def with_description() -> Template:
    column = Column("description", "完成情况简要描述", "text", extra=True)
    grid = replace(TEMPLATE.indicators, columns=(*TEMPLATE.indicators.columns, column))
    return replace(limited(description="description"), indicators=grid)


def perfect() -> Form:
    rows = tuple(replace(row, actual=row.target.lstrip("≥=")) for row in CLEAN.indicators)
    return replace(CLEAN, indicators=rows)


@dataclass(frozen=True, slots=True)
class Trial:
    """A fault in one place, the cell that is named for it, what else it entails, and a near miss."""

    broken: Form
    cell: str
    near: Form
    entailed: str = ""
    template: Template = field(default=TEMPLATE)


TRIALS = {
    "K01": Trial(
        typed(CLEAN, row4__weight="8"),
        "indicators",
        typed(CLEAN, row0__weight="25", row1__weight="10"),
        "K02",
    ),
    "K02": Trial(
        typed(CLEAN, row1__weight="10", row3__weight="35"),
        "indicators[0].level1 indicators[3].level1",
        typed(CLEAN, row0__weight="25", row1__weight="10"),
    ),
    "K03": Trial(
        typed(CLEAN, row0__weight="25", row1__weight="10"),
        "indicators[0].level2",
        typed(CLEAN, row1__weight="10", row2__weight="20"),
        template=with_groups("20"),
    ),
    "K04": Trial(typed(CLEAN, year="去年"), "year", typed(CLEAN, year="２０２３年")),
    "K05": Trial(typed(CLEAN, row4__weight=""), "indicators[4].weight", typed(CLEAN, row4__weight="0.01"), "K01 K02"),
    "K06": Trial(typed(CLEAN, row0__score="20.01"), "indicators[0].score", typed(CLEAN, row0__score="20")),
    "K07": Trial(typed(EXPLAINED, row0__score="-0.01"), "indicators[0].score", typed(EXPLAINED, row0__score="0")),
    "K09": Trial(
        typed(CLEAN, funds__total__initial="150000.01"),
        "funds.total.initial",
        typed(CLEAN, funds__total__initial="150000.00"),
        "K17",
    ),
    "K10": Trial(typed(CLEAN, execution_score="9.99"), "execution_score", typed(CLEAN, execution_score="10")),
    "K13": Trial(spent("150000.01"), "funds.total.executed funds.current_year.executed", spent("150000")),
    "K14": Trial(
        typed(spent("149000"), funds__other__executed="5"),
        "funds.other.annual",
        typed(spent("149000"), funds__other__executed="0"),
    ),
    "K15": Trial(replace(CLEAN, funds={}), "funds.total.annual", typed(CLEAN, funds__current_year__executed="0")),
    "K16": Trial(spent("134900"), "fields.budget_note", spent("135000"), "K19", limited(reason_rate=Decimal(90))),
    "K17": Trial(
        typed(CLEAN, funds__current_year__initial="160000"),
        "funds.total.annual",
        typed(NOTED, funds__current_year__initial="160000"),
    ),
    "K18": Trial(spent("119900"), "funds.total.executed", spent("120000"), "K19"),
    "K19": Trial(spent("142400"), "indicators", spent("142500")),
    "K20": Trial(
        spent("143900"),
        "indicators",
        spent("144000"),
        template=replace(TEMPLATE, caps=(ScoreCap(Decimal(96), Decimal(99)), ScoreCap(Decimal(90), Decimal(89)))),
    ),
    "K23": Trial(
        typed(CLEAN, row0__actual="90%", row0__score="20"),
        "indicators[0].score",
        typed(EXPLAINED, row0__actual="90%", row0__score="18.96"),
    ),
    "K24": Trial(typed(CLEAN, row0__score="19"), "indicators[0].score", EXPLAINED, "K25"),
    "K25": Trial(
        typed(CLEAN, row0__actual="90%"),
        "indicators[0].deviation",
        typed(CLEAN, row0__actual="90%", row0__deviation=REASON),
    ),
    "K26": Trial(typed(CLEAN, row3__actual="96%"), "indicators[3].actual", typed(CLEAN, row3__actual="95.9%")),
    "K27": Trial(
        with_row(GRADED, 0, achievement="partly", score=Decimal(16), deviation=REASON),
        "indicators[0].score",
        with_row(GRADED, 0, achievement="partly", score=Decimal("15.995"), deviation=REASON),
    ),
    "K28": Trial(with_row(GRADED, 0, achievement=None), "indicators[0].score", GRADED),
    "K29": Trial(
        GRADED,
        "indicators[0].fields.description",
        with_row(GRADED, 0, fields={"description": "全部双面印刷"}),
        template=with_description(),
    ),
    "K30": Trial(typed(CLEAN, row0__actual="较好"), "indicators[0].actual", typed(CLEAN, row0__actual="97.0%"), "K28"),
    "K31": Trial(typed(CLEAN, row0__actual="≥97%"), "indicators[0].actual", typed(CLEAN, row0__actual="达97%")),
    "K32": Trial(typed(CLEAN, row0__actual="97"), "indicators[0].actual", typed(CLEAN, row0__actual="97％")),
    "K33": Trial(typed(CLEAN, row0__actual=" "), "indicators[0].actual", typed(CLEAN, row0__actual="0%")),
    "K34": Trial(typed(CLEAN, row0__actual="9_7%"), "indicators[0].actual", typed(CLEAN, row0__actual="-97%"), "K28"),
    "K35": Trial(
        typed(CLEAN, row1__level3="登记单印刷率"),
        "indicators[1].level3",
        typed(CLEAN, row1__level3="登记表印刷率"),
    ),
    "K36": Trial(
        typed(LONG, row1__level3="来访来电登记单印刷率"),
        "indicators[1].level3",
        typed(LONG, row1__level3="来电登记单印刷率"),
    ),
    "K38": Trial(
        typed(CLEAN, row4__level1="其他指标"),
        "indicators",
        typed(CLEAN, row4__level1="满意度\n指标（10分）"),
    ),
    "K39": Trial(ONE_OUTPUT, "indicators[0].weight", SPLIT_OUTPUT),
    "K40": Trial(
        typed(CLEAN, row0__level3="项目预算执行率"),
        "indicators[0].level3",
        typed(CLEAN, row0__level3="项目预算编制率"),
    ),
    "K41": Trial(typed(CLEAN, row2__target="≥100%"), "indicators[2].target", typed(CLEAN, row2__target="≥99.9%")),
    "K42": Trial(
        with_row(GRADED, 0, level3="登记单印刷率"),
        "indicators[0].target",
        with_row(GRADED, 0, level3="登记单印刷质量"),
    ),
    "K43": Trial(
        with_row(CLEAN, 4, target="满意", actual="满意", achievement="met"),
        "indicators[4].target",
        typed(CLEAN, row4__target="不低于85%"),
    ),
    "K44": Trial(perfect(), "indicators", typed(perfect(), row0__actual="95.1%")),
    "K47": Trial(
        typed(CLEAN, row0__actual="-1%", row0__deviation=REASON),
        "indicators[0].actual",
        typed(CLEAN, row0__actual="0%", row0__deviation=REASON),
    ),
    "K48": Trial(
        typed(CLEAN, row0__target="≤0%", row0__score="20"),
        "indicators[0].target",
        typed(CLEAN, row0__target="≤0%", row0__actual="0%"),
    ),
    "K49": Trial(typed(CLEAN, unit=" "), "unit", typed(CLEAN, unit="局")),
    "K50": Trial(typed(CLEAN, row0__level3="指标1"), "indicators[0].level3", typed(CLEAN, row0__level3="指标1印刷率")),
    "K51": Trial(
        replace(CLEAN, goals=Goals("做好信访宣传，印制登记单一万份。", "做好信访宣传， 印制登记单一万份。")),
        "goals.actual",
        replace(CLEAN, goals=Goals("做好信访宣传，印制登记单一万份。", "宣传六场，印制登记单一万份。")),
    ),
    "K52": Trial(
        typed(CLEAN, row0__deviation="一二三四五六"),
        "indicators[0].deviation",
        typed(CLEAN, row0__deviation="一 二 三 四 五"),
        template=limited(texts={"indicators.deviation": 5}),
    ),
    "K53": Trial(
        typed(EXPLAINED, row0__deviation="暂无。"),
        "indicators[0].deviation",
        typed(CLEAN, row0__deviation="无"),
    ),
    "K54": Trial(
        typed(CLEAN, row0__deviation="尚未完成印刷"),
        "indicators[0].deviation",
        typed(CLEAN, row0__deviation="不存在未完成的情况"),
    ),
    "K55": Trial(
        typed(CLEAN, goals__expected="2022年印制登记单。"),
        "goals.expected",
        typed(CLEAN, goals__expected="比2022年多印一成，2023年内发完。"),
    ),
    "K56": Trial(typed(EXPLAINED, row0__deviation="印刷厂停工两周。"), "indicators[0].deviation", EXPLAINED),
    "K57": Trial(
        typed(CLEAN, goals__actual="登记单 全部印制。"),
        "goals.actual",
        typed(CLEAN, goals__actual="登记单 A4 全部\n印制。"),
    ),
    "K58": Trial(
        typed(CLEAN, goals__actual="详情请问13800138000。"),
        "goals.actual",
        typed(CLEAN, goals__actual="印制138001380001份。"),
    ),
    "K61": Trial(
        typed(NOTED, funds__current_year__initial="15"),
        "funds.current_year.initial",
        typed(NOTED, funds__current_year__initial="150"),
    ),
    "K63": Trial(
        typed(COSTED, row1__target="≥9万元"),
        "indicators[1].target",
        typed(COSTED, row1__level3="印刷成本节约率", row1__target="≥9%", row1__actual="10%"),
    ),
    "K64": Trial(
        typed(DATED, row2__actual="2024年1月16日"), "indicators[2].actual", typed(DATED, row2__actual="2023/12/31")
    ),
    "K65": Trial(
        typed(CLEAN, row0__deviation="项目尚在实施中"),
        "indicators[0].deviation",
        typed(CLEAN, row0__deviation="在项目实施中，无待验收事项"),
    ),
    "K66": Trial(spent("14900"), "funds.total.executed", spent("15000"), "K18 K19"),
    "K67": Trial(
        typed(CLEAN, row3__level3="社会效益明显"), "indicators[3].level3", typed(CLEAN, row3__level3="受益面覆盖成效")
    ),
    "K68": Trial(
        typed(CLEAN, row4__deviation="未收到12315投诉"),
        "indicators[4].deviation",
        typed(CLEAN, row4__deviation="投诉均已办结"),
    ),
    "K69": Trial(
        typed(CLEAN, row0__level3="资金拨付完成率"), "indicators[0].level3", typed(CLEAN, row0__level3="资金发放人数率")
    ),
    "K70": Trial(
        typed(CLEAN, row3__level3="登记单印刷率"),
        "indicators[3].level3",
        typed(CLEAN, row3__level3="登记单使用率"),
        "K35",
    ),
    "K72": Trial(
        typed(CLEAN, row4__level3="学生满意度"),
        "indicators[4].level3",
        typed(CLEAN, row4__level3="学生满意度", goals__expected="在学校印制登记单，开展信访宣传。"),
    ),
    "K73": Trial(
        typed(CLEAN, goals__expected='"印制""登记单""，开展信访宣传。"'),
        "goals.expected",
        typed(CLEAN, goals__expected="“印制登记单”和“开展信访宣传”"),
    ),
    "K75": Trial(
        typed(CLEAN, row0__level3="讲座5场和展览2次完成率"),
        "indicators[0].level3",
        typed(CLEAN, row0__level3="讲座和展览5场完成率"),
    ),
    "K76": Trial(
        typed(CLEAN, row0__level3="宣传资金进度", row0__actual="97万元", row0__score="20"),
        "indicators[0].actual",
        typed(CLEAN, row0__level3="宣传资金进度"),
        "K32",
    ),
    "K77": Trial(
        typed(NOTED, funds__current_year__annual="-5.555"),
        "funds.current_year.annual",
        typed(NOTED, funds__current_year__annual="0"),
    ),
    "K62": Trial(typed(CLEAN, row1__level2=" "), "indicators[1].level2", typed(CLEAN, row1__level2="其他")),
}


def found(form: Form, template: Template) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.field)) for finding in evaluate(form, template).findings]


@pytest.mark.parametrize("code", TRIALS)
def test_one_fault_is_found_in_its_cell_with_what_it_entails_and_no_more(code: str) -> None:
    trial = TRIALS[code]
    everything = found(trial.broken, trial.template)
    assert [cell for other, cell in everything if other == code] == trial.cell.split()
    assert sorted({other for other, _ in everything} - {code}) == trial.entailed.split()


@pytest.mark.parametrize("code", TRIALS)
def test_a_near_miss_is_left_alone(code: str) -> None:
    assert code not in {other for other, _ in found(TRIALS[code].near, TRIALS[code].template)}


def across(*forms: Form) -> list[Finding]:
    briefs = [form_brief(number, form) for number, form in enumerate(forms, start=1)]
    return [finding for each in find_across_forms(briefs, {}).values() for finding in each]


def test_the_same_project_in_another_form_is_found_and_one_of_another_year_is_not() -> None:
    assert [finding.code for finding in across(CLEAN, CLEAN)] == ["K59", "K59"]
    assert across(CLEAN, replace(CLEAN, year=2022)) == []


def test_a_unit_with_nothing_but_full_scores_is_told_once() -> None:
    forms = [replace(CLEAN, project_name=f"第{name}个项目") for name in "一二三"]
    full = [form_brief(number, form, score_total=Decimal(100)) for number, form in enumerate(forms, start=1)]
    found = find_across_forms(full, {})
    assert [(form_id, each.code) for form_id, findings in found.items() for each in findings] == [(1, "K71")]
    assert find_across_forms(full[:2], {}) == {}
    assert find_across_forms([*full[:2], replace(full[2], has_full_score=False)], {}) == {}


def test_every_code_is_tried() -> None:
    assert TRIALS.keys() | {"K59", "K71"} == RULES.keys()


def test_limits_of_a_template_are_those_of_the_rules_unless_it_says_otherwise() -> None:
    assert TEMPLATE.limits == CheckLimits()


def test_a_blank_row_is_no_row() -> None:
    assert found(replace(CLEAN, indicators=(*CLEAN.indicators, Indicator())), TEMPLATE) == []
