"""Templates are read strictly, and refused when they contradict themselves."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from selfeval_desktop import paths
from selfeval_desktop.app.errors import BadTemplate, FileProblem
from selfeval_desktop.codec import templates
from selfeval_desktop.domain.form.template import CheckLimits, HeadCell
from selfeval_desktop.domain.rules.catalogue import RULES, rule_severity
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.domain.rules.rule import EffectiveSeverity
from tests import builders, layouts

PATH = Path("mof-2020.toml")
TEXT = (paths.template_folder() / PATH).read_text("utf-8")
# The funds with a column for reasons in the place of the rates.
REASON_COLUMN = (
    '{ key = "rate", heading = "执行率", kind = "rate" },',
    '{ key = "reason", heading = "原因", kind = "text", extra = true },',
)


def with_severities(lines: str) -> str:
    return TEXT.replace("[limits]", f"[severities]\n{lines}\n\n[limits]")


def refusal(text: str | bytes) -> tuple[str, FileProblem, str]:
    with pytest.raises(BadTemplate) as caught:
        templates.read_template(text if isinstance(text, bytes) else text.encode(), path=PATH)
    assert caught.value.path == PATH
    return caught.value.place, caught.value.problem, caught.value.found


def test_values_have_the_types_of_the_domain() -> None:
    template = builders.mof_2020()
    assert template.id == "mof-2020"
    assert template.full_mark == Decimal(100)
    assert template.money_units == ("元", "万元")
    assert layouts.template("guangxi").severities == {"K29": Severity.ERROR}
    assert template.head[0] == (HeadCell(2, text="项目名称"), HeadCell(7, field="project_name"))
    assert isinstance(template.paper.width, float)
    assert [row.key for row in template.funds.part_rows] == ["current_year", "carried_over", "other"]


def test_a_check_may_be_switched_off() -> None:
    template = templates.read_template(with_severities('K44 = "off"').encode(), path=PATH)
    assert template.severities["K44"] == "off"


def test_a_file_that_repeats_the_checks_own_severities_is_the_same_template() -> None:
    repeated = "\n".join(f'{code} = "{rule.severity}"' for code, rule in RULES.items())
    template = templates.read_template(with_severities(repeated).encode(), path=PATH)
    assert template == builders.mof_2020()
    assert template.severities == {}


def test_a_kept_text_that_repeats_them_is_the_same_template_too() -> None:
    full = replace(builders.mof_2020(), severities={code: rule.severity for code, rule in RULES.items()})
    assert full != builders.mof_2020()
    kept = templates.template_text(full)
    assert templates.read_template_text(kept, path=PATH) == builders.mof_2020()


# rules.md §5; every other check is a warning.
ERRORS = [
    "K01",
    "K04",
    "K05",
    "K06",
    "K07",
    "K09",
    "K13",
    "K14",
    "K23",
    "K25",
    "K27",
    "K33",
    "K49",
    "K50",
    "K62",
    "K77",
]
HINTS = ["K36", "K39", "K42", "K44", "K56", "K57", "K58", "K67", "K68", "K70", "K71", "K72", "K73", "K75"]
ELSEWHERE: dict[str, dict[str, EffectiveSeverity]] = {
    "guangxi": {"K29": Severity.ERROR},
    "hubei": {"K56": "off"},
    "shanghai-2025": {"K02": "off"},
}


@pytest.mark.parametrize("template_id", [file.stem for file in paths.template_folder().glob("*.toml")])
def test_each_check_has_its_severity_under_each_template(template_id: str) -> None:
    usual: dict[str, EffectiveSeverity] = {
        **dict.fromkeys(RULES, Severity.WARNING),
        **dict.fromkeys(ERRORS, Severity.ERROR),
        **dict.fromkeys(HINTS, Severity.HINT),
    }
    template = layouts.template(template_id)
    effective = {code: rule_severity(code, template) for code in RULES}
    assert effective == {**usual, **ELSEWHERE.get(template_id, {})}


def test_limits_are_read_and_may_be_left_out() -> None:
    set_ = (
        TEXT.replace(
            "[limits]",
            '[limits]\nreason_rate = "90"\nreason_cell = "funds.total.fields.reason"\n'
            'texts = { "indicators.deviation" = 100, "goals.actual" = 200 }',
        )
        .replace(REASON_COLUMN[0], REASON_COLUMN[1])
        .replace('weight = "50"', 'weight = "50"\nlevel2_weights = { "数量指标" = "20" }')
    )
    template = templates.read_template(set_.encode(), path=PATH)
    assert template.limits.reason_rate == Decimal(90)
    assert template.limits.reason_cell == "funds.total.fields.reason"
    assert template.limits.texts == {"indicators.deviation": 100, "goals.actual": 200}
    assert template.levels[0].level2_weights == {"数量指标": Decimal(20)}
    start, end = TEXT.index("[limits]"), TEXT.index("# mm; type sizes")
    assert templates.read_template((TEXT[:start] + TEXT[end:]).encode(), path=PATH).limits == CheckLimits()


REFUSED = [
    ("no_utf8", b"\xff", "", FileProblem.NOT_UTF8),
    ("no_toml", "a = ", "1:5", FileProblem.NOT_TOML),
    ("no_format", "id = 'x'", "format", FileProblem.UNKNOWN_FORMAT),
    (
        "newer",
        TEXT.replace("selfeval-template/1", "selfeval-template/2"),
        "format",
        FileProblem.UNKNOWN_FORMAT,
    ),
    ("key", TEXT.replace("title =", "titel ="), "titel", FileProblem.UNKNOWN_KEY),
    ("inner_key", TEXT.replace('met = "0.8"', 'mett = "0.8"'), "scoring.bands.mett", FileProblem.UNKNOWN_KEY),
    ("missing", TEXT.replace('met = "0.8"', ""), "scoring.bands.met", FileProblem.MISSING_KEY),
    ("decimal", TEXT.replace('met = "0.8"', "met = 0.8"), "scoring.bands.met", FileProblem.WRONG_TYPE),
    ("number", TEXT.replace('met = "0.8"', 'met = "0,8"'), "scoring.bands.met", FileProblem.NOT_A_NUMBER),
    ("severity", with_severities('K01 = "fatal"'), "severities.K01", FileProblem.BAD_VALUE),
    ("method", TEXT.replace('"linear"', '"square"', 1), "execution.method", FileProblem.BAD_VALUE),
    ("width", TEXT.replace("width = 210", "width = nan"), "paper.width", FileProblem.BAD_VALUE),
    ("text", TEXT.replace("财政部 2020 版", r"a\uFFFE"), "name", FileProblem.BAD_TEXT),
    ("head", TEXT.replace("span = 7", "span = 6"), "head[0]", FileProblem.WRONG_SPANS),
    ("goals", TEXT.replace("span = 4", "span = 5", 1), "goals.columns", FileProblem.WRONG_SPANS),
    ("funds", TEXT.replace("label_span = 1", "label_span = 2"), "funds.columns", FileProblem.WRONG_SPANS),
    (
        "indicators",
        TEXT.replace("columns = [\n", "columns = [\n{ minimum = 8, share = 0 },\n", 1),
        "head[0]",
        FileProblem.WRONG_SPANS,
    ),
    ("weights", TEXT.replace('weight = "50"', 'weight = "40"'), "levels", FileProblem.WRONG_WEIGHTS),
    ("address", TEXT.replace('"department"', '"goals.actual"'), "head[1][1].field", FileProblem.BAD_VALUE),
    ("limit", TEXT.replace('unspent = "20"', 'unspent = "x"'), "limits.unspent", FileProblem.NOT_A_NUMBER),
    ("no_limit", TEXT.replace("unspent", "spent"), "limits.spent", FileProblem.UNKNOWN_KEY),
    (
        "rate",
        TEXT.replace("[limits]", "[limits]\nreason_rate = 90"),
        "limits.reason_rate",
        FileProblem.WRONG_TYPE,
    ),
    (
        "reason_cell",
        TEXT.replace("[limits]", '[limits]\nreason_cell = "indicators"'),
        "limits.reason_cell",
        FileProblem.BAD_VALUE,
    ),
    (
        "description",
        TEXT.replace("[limits]", '[limits]\ndescription = "level1"'),
        "limits.description",
        FileProblem.BAD_VALUE,
    ),
    (
        "text_limit",
        TEXT.replace("[limits]", '[limits]\ntexts = { "goals!" = 5 }'),
        "limits.texts.goals!",
        FileProblem.UNKNOWN_KEY,
    ),
    (
        "group",
        TEXT.replace('weight = "50"', 'weight = "50"\nlevel2_weights = { "其他指标" = "5" }'),
        "levels[0].level2_weights.其他指标",
        FileProblem.UNKNOWN_KEY,
    ),
    ("nowhere", TEXT.replace('"department"', '"Dep!"'), "head[1][1].field", FileProblem.BAD_VALUE),
]


@pytest.mark.parametrize(("text", "place", "problem"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_a_bad_template_is_refused_with_place_and_reason(text: str | bytes, place: str, problem: FileProblem) -> None:
    assert refusal(text)[:2] == (place, problem)


def test_the_sums_that_miss_are_told() -> None:
    assert refusal(TEXT.replace('weight = "50"', 'weight = "40"'))[2] == "90"
    assert refusal(TEXT.replace("span = 7", "span = 6"))[2] == "8"
