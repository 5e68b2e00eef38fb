"""Thirteen published forms, each with its known weaknesses: what is found in them, cell by cell.

The forms in tests/expected/forms carry the figures and the indicator names of forms that offices
published; goals, reasons and names are written afresh. Five are the seed forms of rules.md, the others
come from eight places, all read under the default template.

What no check sees, because the form as a file does not carry it or no rule speaks of it:

- 04: the heading without its bracket; a reason of "0" where no point was lost.
- 06: the printed totals and the grade 优 beside them; 年初预算数 not printed; the signs ≧ and ═, which
  are read as what they mean.
- 08: the unit in the printed total (99.55分); targets of several sentences and dates.
- 09: the printed total of 100; the split of the goal between its columns.
- 13: an empty row that is scored 0; scores printed with and without decimals; a name that repeats its target; the title of the page.
- 17: the printed rate of 86.19%; one decimal in an amount; a row of 30 points, a third of all.
- 22: the printed rate of 0.1; scores above weights that are not printed; the reason for the whole form.
- 41: rows that repeat the sum of the rows below them; the numbering in the names; a doubled word in a
  level name; four decimals, which are legal.
"""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from selfeval_desktop import paths
from selfeval_desktop.codec import form_json
from selfeval_desktop.codec.templates import TemplateFolder
from selfeval_desktop.domain.evaluation import Evaluation, evaluate
from selfeval_desktop.domain.rules.findings import Severity
from tests.builders import mof_2020

FORMS = Path(__file__).parents[2] / "expected" / "forms"

# Every finding: the file, the code, and the cells in the order of the form.
SEEDS = (
    ("seed-1-network-development", "K17", "funds.total.annual"),
    ("seed-1-network-development", "K44", "indicators"),
    ("seed-1-network-development", "K51", "goals.actual"),
    ("seed-2-network-operation", "K42", "indicators[4].target"),
    ("seed-2-network-operation", "K44", "indicators"),
    ("seed-3-publicity", "K01", "indicators"),
    ("seed-3-publicity", "K02", "indicators[0].level1"),
    ("seed-3-publicity", "K05", "indicators[4].weight"),
    ("seed-3-publicity", "K17", "funds.total.annual"),
    ("seed-3-publicity", "K35", "indicators[7].level3"),
    ("seed-3-publicity", "K36", "indicators[1].level3"),
    ("seed-3-publicity", "K42", "indicators[6].target"),
    ("seed-3-publicity", "K70", "indicators[7].level3"),
    ("seed-3-publicity", "K49", "goals.actual"),
    ("seed-3-publicity", "K62", "indicators[4].level2 indicators[4].level3"),
    ("seed-4-research", "K17", "funds.total.annual"),
    ("seed-4-research", "K36", "indicators[5].level3 indicators[8].level3"),
    ("seed-4-research", "K43", "indicators[7].target indicators[8].target"),
    ("seed-4-research", "K44", "indicators"),
    ("seed-5-stability", "K17", "funds.total.annual"),
    ("seed-5-stability", "K35", "indicators[10].level3"),
    ("seed-5-stability", "K36", "indicators[6].level3 indicators[16].level3"),
    (
        "seed-5-stability",
        "K42",
        (
            "indicators[4].target indicators[8].target indicators[9].target indicators[11].target"
            " indicators[12].target indicators[14].target indicators[15].target indicators[17].target"
            " indicators[19].target"
        ),
    ),
    ("seed-5-stability", "K44", "indicators"),
    ("seed-5-stability", "K51", "goals.actual"),
    ("seed-5-stability", "K70", "indicators[10].level3"),
    ("seed-5-stability", "K57", "goals.expected goals.actual"),
)

# What is strange in a form, as its readers noted it: the file, the code, a cell that the code names.
ODDITIES = {
    "a score of 9 at a rate of 86%": ("04-hvac", "K10", "execution_score"),
    "an outcome that is an amount alone": ("04-hvac", "K51", "goals.actual"),
    "percents without their sign": ("04-hvac", "K32", "indicators[3].target"),
    "a printed 指标2 left in": ("04-hvac", "K50", "indicators[1].level3"),
    "a printed …… left in": ("04-hvac", "K50", "indicators[2].level3"),
    "a sum of money as a quantity": ("04-hvac", "K40", "indicators[0].level3"),
    "more points than 37.24 of 43.2 earn": ("04-hvac", "K23", "indicators[0].score"),
    "points off a met target": ("06-nutrition", "K24", "indicators[2].score"),
    "no reason for them": ("06-nutrition", "K25", "indicators[2].deviation"),
    "no reason for 9 of 10": ("06-nutrition", "K25", "indicators[5].deviation"),
    "20 points for satisfaction": ("06-nutrition", "K02", "indicators[7].level1"),
    "the goal copied": ("06-nutrition", "K51", "goals.actual"),
    "satisfaction in a word": ("08-sponge-city", "K43", "indicators[7].target"),
    "200万 against 195.5万元": ("08-sponge-city", "K32", "indicators[3].actual"),
    "20 points for the execution": ("08-sponge-city", "K06", "execution_score"),
    "weights of 110": ("09-reservoir-gauge", "K01", "indicators"),
    "70 points for the output": ("09-reservoir-gauge", "K02", "indicators[0].level1"),
    "20 points for the benefit": ("09-reservoir-gauge", "K02", "indicators[6].level1"),
    "≥266米 as an actual value": ("09-reservoir-gauge", "K31", "indicators[0].actual"),
    "≥90% as an actual value": ("09-reservoir-gauge", "K31", "indicators[3].actual"),
    "no outcome": ("13-science-envoys", "K49", "goals.actual"),
    "3 for ≥3次": ("13-science-envoys", "K32", "indicators[0].actual"),
    "no goal": ("17-stadium-operator", "K49", "goals.expected"),
    "full marks at a rate of 86%": ("17-stadium-operator", "K19", "indicators"),
    "the unit in the name": ("22-farm-operators", "K32", "indicators[2].target"),
    "far more than the target": ("22-farm-operators", "K26", "indicators[2].actual"),
    "14% spent": ("22-farm-operators", "K18", "funds.total.executed"),
    "no year": ("22-farm-operators", "K49", "year"),
    "everything done with 10.77% of the money": ("41-fertilizer", "K19", "indicators"),
    "2.16 points for 10.77%": ("41-fertilizer", "K10", "execution_score"),
    "105 of 60": ("41-fertilizer", "K26", "indicators[9].actual"),
    "three tasks in one row": ("08-sponge-city", "K75", "indicators[0].target"),
    "a cost with a lower bound": ("13-science-envoys", "K63", "indicators[3].target"),
    "no satisfaction": ("41-fertilizer", "K38", "indicators"),
}

# How often each code is found, so that nothing else is.
COUNTS = {
    "04-hvac": "K05×17 K10 K19 K23 K32×6 K33×34 K40 K50×17 K51",
    "06-nutrition": "K02×2 K24 K25×2 K32 K39 K41×3 K51",
    "08-sponge-city": "K01 K02×3 K05×8 K06 K10 K32 K43 K49×2 K75",
    "09-reservoir-gauge": "K01 K02×2 K05 K31×6 K33×2 K50",
    "13-science-envoys": "K32×2 K43 K49 K63",
    "17-stadium-operator": "K19 K49",
    "22-farm-operators": "K01 K02×3 K05×5 K10 K18 K19 K26 K32×5 K49×3",
    "41-fertilizer": "K01 K02×2 K05×14 K10 K18 K19 K26 K38 K49×2",
}


@cache
def evaluation(name: str) -> Evaluation:
    path = FORMS / f"{name}.json"
    (form,) = form_json.read_file(path, TemplateFolder(paths.template_folder()))
    return evaluate(form, mof_2020())


def found(name: str) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.field)) for finding in evaluation(name).findings]


@pytest.mark.parametrize("name", sorted({name for name, _, _ in SEEDS}))
def test_a_seed_form_gives_what_the_rules_list_and_nothing_else(name: str) -> None:
    listed = [(code, cell) for form, code, cells in SEEDS if form == name for cell in cells.split(" ")]
    assert sorted(found(name)) == sorted(listed)


def test_only_the_seed_form_whose_scan_lost_rows_has_errors() -> None:
    counts = {name: evaluation(name).count_findings(Severity.ERROR) for name, _, _ in SEEDS}
    assert [name for name, errors in counts.items() if errors] == ["seed-3-publicity"]


@pytest.mark.parametrize(("name", "code", "cell"), ODDITIES.values(), ids=ODDITIES)
def test_what_is_strange_in_a_published_form_is_found(name: str, code: str, cell: str) -> None:
    assert (code, cell) in found(name)


@pytest.mark.parametrize("name", COUNTS)
def test_nothing_else_is_found_in_a_published_form(name: str) -> None:
    counted = Counter(code for code, _ in found(name))
    assert " ".join(f"{code}×{n}" if n > 1 else code for code, n in sorted(counted.items())) == COUNTS[name]


def test_every_form_is_looked_at() -> None:
    assert {path.stem for path in FORMS.glob("*.json")} == {name for name, _, _ in SEEDS} | COUNTS.keys()
