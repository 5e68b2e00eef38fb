"""A template that contradicts itself is refused, with the place of the contradiction."""

from pathlib import Path

import pytest

from selfeval_desktop import paths
from selfeval_desktop.app.errors import BadTemplate, FileProblem
from selfeval_desktop.codec import templates
from selfeval_desktop.wording import errors

NEVER = "nowhere"
BAD, UNKNOWN, MISSING, TWICE, SPANS = (
    FileProblem.BAD_VALUE,
    FileProblem.UNKNOWN_KEY,
    FileProblem.MISSING_KEY,
    FileProblem.DUPLICATE_KEY,
    FileProblem.WRONG_SPANS,
)
# name, template, what is replaced, by what, the place that is named, the complaint
REFUSED = [
    ("unit", "mof-2020", '["元", "万元"]', '["角"]', "money_units[0]", BAD),
    ("no_unit", "mof-2020", '["元", "万元"]', "[]", "money_units", MISSING),
    ("level_name", "mof-2020", 'name = "产出指标"', 'name = " "', "levels[0].name", BAD),
    ("level2_name", "mof-2020", '"数量指标"', '""', "levels[0].level2", BAD),
    ("level_twice", "mof-2020", 'name = "效益指标"', 'name = "产出指标"', "levels", TWICE),
    ("no_points", "mof-2020", 'weight = "10"\nlevel2', 'weight = "0"\nlevel2', "levels[2].weight", BAD),
    ("group", "guangxi", '{ "数量指标" = ', '{ "其他指标" = ', "levels[0].level2_weights.其他指标", UNKNOWN),
    ("check", "hubei", "K56 =", "K99 =", "severities.K99", UNKNOWN),
    ("bands", "mof-2020", 'partly = "0.6"', 'partly = "0.9"', "scoring.bands.met", BAD),
    ("steps", "mof-2020", 'method = "linear"', 'method = "steps"', "execution.steps", MISSING),
    ("margins", "mof-2020", "right = 15", "right = 200", "paper.width", BAD),
    ("heights", "mof-2020", "bottom = 16", "bottom = 290", "paper.height", BAD),
    ("fund_twice", "mof-2020", 'key = "carried_over"', 'key = "other"', "funds.rows", TWICE),
    ("fund_key", "mof-2020", 'key = "carried_over"', 'key = "结转"', "funds.rows[2].key", BAD),
    ("no_total", "mof-2020", '"total", label', '"sum", label', "funds.rows.total", MISSING),
    ("budget", "hubei", 'denominator = "annual"', 'denominator = "initial"', "funds.columns.initial", MISSING),
    ("column_twice", "yunnan", 'key = "nature"', 'key = "unit"', "indicators.columns", TWICE),
    ("kind_twice", "yunnan", 'kind = "unit"', 'kind = "operator"', "indicators.columns", TWICE),
    ("column_key", "yunnan", '"nature"', '"性质"', "indicators.columns[3].key", BAD),
    ("not_extra", "yunnan", '"operator", extra = true', '"operator"', "indicators.columns[3].key", BAD),
    ("kind", "yunnan", 'kind = "operator"', 'kind = "amount"', "indicators.columns[3].kind", BAD),
    ("own_kind", "mof-2020", '"得分", kind = "score" },\n]', '"得分", kind = "text" },\n]', "funds.columns[5].kind", BAD),
    ("no_actual", "guangxi", '"actual", heading = "实际完成值"', '"actual_value", heading = "值", extra = true', "indicators.columns.actual", MISSING),
    ("no_score", "hubei", '"score", heading = "得分", kind = "score"', '"score", heading = "得分", kind = "score", printed = false', "indicators.columns.score", MISSING),
    ("goal", "mof-2020", '"expected", heading', '"wanted", heading', "goals.columns[0].key", BAD),
    ("goal_twice", "mof-2020", '"expected", heading', '"actual", heading', "goals.columns", TWICE),
    ("foot", "hubei", 'field = "fields.measures", align = "left", height = 22', 'field = "fields.plan"', "foot[1][1].field", BAD),
    ("head", "hubei", 'field = "fields.date"', 'field = "fields.day"', "head[0][3].field", BAD),
    ("unknown_head", "hubei", 'field = "unit"', 'field = "office"', "head[0][1].field", BAD),
    ("foot_span", "hubei", '{ span = 2, text = "负责人签批" }', '{ span = 1, text = "负责人签批" }', "foot[2]", SPANS),
    ("no_span", "hubei", '{ span = 1, text = "填报日期" }', '{ span = 1, text = "" }, { span = 0, text = "填报日期" }', "head[0]", SPANS),
    ("one_choice", "hubei", '["1、持续性项目", "2、新增性项目"]', '["1、持续性项目"]', "fields[2].choices", BAD),
    ("line_choices", "hubei", 'kind = "choice"\nchoices = ["1、持', 'kind = "line"\nchoices = ["1、持', "fields[2].kind", BAD),
    ("field_key", "hubei", 'key = "type"', 'key = "Type"', "fields[3].key", BAD),
    ("field_twice", "hubei", 'key = "type"', 'key = "nature"', "fields", TWICE),
    ("signature", "sichuan", 'label = "项目负责人", ', 'label = "项目负责人", kind = "text", ', "signature.cells[0].key", BAD),
    ("title", "hubei", "{project_name}", "{project}", "title", BAD),
    ("format", "hubei", "{project_name}", "{project_name:>9}", "title", BAD),
    ("brace", "hubei", "{year}年度", "{年度", "title", BAD),
    ("level1_text", "anhui", "({weight}分)", "({points}分)", "indicators.level1_text", BAD),
    ("side", "mof-2020", "{money_unit}", "{unit}", "funds.side.text", BAD),
    ("no_reason", "hubei", 'whole_reason = "fields.reason"', "", "limits.whole_reason", MISSING),
    ("reason_box", "hubei", 'whole_reason = "fields.reason"', 'whole_reason = "goals.actual"', "limits.whole_reason", BAD),
    ("no_box", "hubei", 'whole_reason = "fields.reason"', 'whole_reason = "!"', "limits.whole_reason", BAD),
    ("reason_cell", "sichuan", '"funds.total.fields.reason"\n', '"funds.sum.fields.reason"\n', "limits.reason_cell", BAD),
    ("limit_goal", "hubei", "[limits]", '[limits]\ntexts = { "goals.actual" = 9 }', "limits.texts.goals.actual", UNKNOWN),
    ("limit_row", "mof-2020", "[limits]", '[limits]\ntexts = { "indicators.fields.note" = 9 }', "limits.texts.indicators.fields.note", UNKNOWN),
    ("limit_head", "mof-2020", "[limits]", '[limits]\ntexts = { "fields.note" = 9 }', "limits.texts.fields.note", UNKNOWN),
    ("limit_grid", "mof-2020", "[limits]", '[limits]\ntexts = { "indicators" = 9 }', "limits.texts.indicators", UNKNOWN),
]  # fmt: skip


@pytest.mark.parametrize(
    ("template_id", "old", "new", "place", "problem"),
    [row[1:] for row in REFUSED],
    ids=[row[0] for row in REFUSED],
)
def test_a_contradiction_is_refused_with_file_place_and_reason(
    template_id: str, old: str, new: str, place: str, problem: FileProblem
) -> None:
    path = paths.template_folder() / f"{template_id}.toml"
    text = path.read_text("utf-8")
    assert old in text
    with pytest.raises(BadTemplate) as caught:
        templates.read_template(text.replace(old, new).encode(), path=Path("某地.toml"))
    assert (caught.value.place, caught.value.problem) == (place, problem)
    told = errors.error_sentence(caught.value)
    assert "某地.toml" in told
    assert place in told or problem is TWICE


def test_the_key_that_stands_twice_is_told() -> None:
    text = (paths.template_folder() / "hubei.toml").read_text("utf-8")
    with pytest.raises(BadTemplate) as caught:
        templates.read_template(text.replace('key = "type"', 'key = "nature"').encode(), path=Path("a.toml"))
    assert caught.value.found == "nature"
