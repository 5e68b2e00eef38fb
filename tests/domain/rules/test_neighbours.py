"""What other forms say of one is the same whether all are compared or only that one with the others."""

from dataclasses import replace

from selfeval_desktop.domain.rules.across import (
    MOST_OF_A_UNIT,
    FormBrief,
    comparable_form_ids,
    find_across_forms,
    find_for_one_form,
)
from tests.builders import mof_2020

TEMPLATES = {"mof-2020": mof_2020()}
ROWS = (("政策知晓率", "≥80%"), ("社会防控面影响力", "较高"), ("印刷数量", "10份"))
ONE = FormBrief(1, "mof-2020", 2023, "某区档案局", "修缮", ROWS)
BRIEFS = (
    ONE,
    replace(ONE, form_id=2, project_name="修 缮", targets=(("政策知晓率", "≥90%"), ("社会面防控影响力", "高"))),
    replace(ONE, form_id=3, unit="另一局"),
    replace(ONE, form_id=4, year=2022),
    replace(ONE, form_id=5, unit="某区 档案局", project_name="购置", targets=(("印刷数量", "10 份"),)),
    replace(ONE, form_id=6, year=None),
)


def test_one_among_the_others_gives_what_all_together_give() -> None:
    across = find_across_forms(BRIEFS, TEMPLATES)
    assert set(across) == {1, 2, 3}
    for one in BRIEFS:
        others = [each for each in reversed(BRIEFS) if each is not one]
        assert find_for_one_form(one, others, TEMPLATES) == across.get(one.form_id, ())


def test_neighbours_are_those_of_the_year_with_the_name_or_the_unit() -> None:
    assert comparable_form_ids(BRIEFS[0], BRIEFS) == ((2, 3), (2, 5))
    assert comparable_form_ids(BRIEFS[4], BRIEFS) == ((), (1, 2))
    assert comparable_form_ids(BRIEFS[5], BRIEFS) == ((), ())
    assert comparable_form_ids(replace(ONE, form_id=9, unit=" ", project_name=""), BRIEFS) == ((), ())


def test_of_a_very_large_unit_the_nearest_are_compared() -> None:
    names = [replace(ONE, form_id=form_id, unit="某局", project_name=str(form_id)) for form_id in range(1000)]
    _, same_unit = comparable_form_ids(names[500], names)
    assert len(same_unit) == MOST_OF_A_UNIT
    assert min(same_unit) == 400
    assert max(same_unit) == 600
