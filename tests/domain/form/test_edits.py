"""Typing into cells and row operations: every edit is a new form, and nothing typed is thrown away."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.domain.form import edits, texts
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Indicator
from tests.builders import complete_form, mof_2020
from tests.layouts import template

FORM = complete_form()
FIELDS = [
    "project_name", "year", "money_unit", "execution_score", "fields.contact", "goals.expected",
    "funds.total.annual", "funds.other.fields.reason", "indicators[0].level1", "indicators[1].weight",
    "indicators[2].score", "indicators[4].deviation", "indicators[3].fields.unit",
]  # fmt: skip


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("text", ["2024", "", "12.50"])
def test_a_cell_shows_what_was_typed_into_it(field: str, text: str) -> None:
    ref = FieldRef.parse(field)
    shown = edits.cell_text(edits.set_cell(FORM, ref, text), ref)
    unchanged_number = edits.is_numeric(ref) and field != "year" and text == "12.50"
    assert shown == ("12.5" if unchanged_number else text)


@pytest.mark.parametrize(
    ("field", "takes_words"),
    [
        ("goals.actual", True), ("indicators[0].deviation", True), ("indicators[0].level1", True),
        ("project_name", True), ("fields.contact", True), ("funds.other.fields.reason", True),
        ("indicators[0].fields.template", True), ("year", False), ("funds.total.annual", False),
        ("indicators[0].weight", False), ("indicators[0].achievement", False), ("template", False),
        ("money_unit", False), ("indicators", False),
    ],
)  # fmt: skip
def test_words_go_where_neither_a_number_nor_a_choice_belongs(field: str, takes_words: bool) -> None:
    assert edits.is_text(FieldRef.parse(field)) is takes_words


@pytest.mark.parametrize("field", ["funds.current_year.executed", "indicators[1].weight", "execution_score", "year"])
def test_text_that_is_no_number_stays_in_its_cell_until_it_is_mended(field: str) -> None:
    ref = FieldRef.parse(field)
    wrong = edits.set_cell(FORM, ref, "八十七 点五")
    assert edits.cell_text(wrong, ref) == "八十七 点五"
    assert edits.cell_value(wrong, ref) is None
    mended = edits.set_cell(wrong, ref, "2024")
    assert mended.unread == {}
    assert edits.cell_text(mended, ref) == "2024"


@pytest.mark.parametrize(
    ("text", "year"),
    [("2023", 2023), ("２０２３年度", 2023), ("2023年", 2023), ("1949", 1949), ("2199", 2199), ("", None)],
)
def test_a_year_is_read_with_its_word(text: str, year: int | None) -> None:
    assert edits.set_cell(FORM, FieldRef.head("year"), text).year == year


@pytest.mark.parametrize("text", ["23", "2023.5", "20235", "年度2023"])
def test_what_is_no_year_is_kept_as_unread(text: str) -> None:
    form = edits.set_cell(FORM, FieldRef.head("year"), text)
    assert (form.year, form.unread) == (None, {FieldRef.head("year"): text})


def test_an_emptied_further_field_is_gone() -> None:
    field = FieldRef.head("contact", extra=True)
    filled = edits.set_cell(FORM, field, "张")
    assert filled.fields == {"contact": "张"}
    assert edits.set_cell(filled, field, "") == FORM


def test_a_row_that_is_not_there_is_blank() -> None:
    assert edits.cell_text(FORM, FieldRef.indicator(99, "level1")) == ""
    assert edits.cell_text(FORM, FieldRef.fund("elsewhere", "annual")) == ""


def test_a_new_form_has_a_row_for_each_class() -> None:
    form = edits.new_form(mof_2020(), year=2024, department="局", unit="所")
    assert [(row.key, row.level1, row.level2) for row in form.indicators] == [
        (1, "产出指标", "数量指标"),
        (2, "效益指标", "经济效益指标"),
        (3, "满意度指标", "服务对象满意度指标"),
    ]
    assert (form.year, form.department, form.unit, form.money_unit) == (2024, "局", "所", "元")


def test_a_class_without_level_2_names_begins_blank() -> None:
    template = mof_2020()
    bare = replace(template, levels=tuple(replace(level, level2=()) for level in template.levels))
    assert {row.level2 for row in edits.new_form(bare).indicators} == {""}


def test_a_copy_differs_in_its_name_alone() -> None:
    copy = edits.duplicate_form(FORM, "（副本）")
    assert copy.project_name == "宣传与推广（副本）"
    assert replace(copy, project_name=FORM.project_name) == FORM


def test_a_new_row_belongs_to_the_group_above_it() -> None:
    form = edits.insert_row(FORM, 2)
    assert [row.key for row in form.indicators] == [1, 2, 6, 3, 4, 5]
    assert form.indicators[2] == Indicator(level1="产出指标", level2="质量指标")


def test_a_new_first_row_belongs_to_the_group_below_it() -> None:
    assert edits.insert_row(FORM, 0).indicators[0].level2 == "数量指标"
    assert edits.insert_row(Form("mof-2020"), 0).indicators == (Indicator(),)


def test_unread_text_moves_and_goes_with_its_row() -> None:
    weight = FieldRef.indicator(2, "weight")
    form = edits.set_cell(edits.set_cell(FORM, weight, "若干"), FieldRef.head("year"), "去年")
    inserted = edits.insert_row(form, 0)
    assert set(inserted.unread) == {FieldRef.indicator(3, "weight"), FieldRef.head("year")}
    moved = edits.move_row(form, 2, 0)
    assert FieldRef.indicator(0, "weight") in moved.unread
    assert set(edits.delete_rows(form, [2]).unread) == {FieldRef.head("year")}


def test_a_moved_row_keeps_its_key() -> None:
    assert [row.key for row in edits.move_row(FORM, 0, 3).indicators] == [2, 3, 4, 1, 5]
    assert [row.key for row in edits.move_row(FORM, 4, 0).indicators] == [5, 1, 2, 3, 4]


def test_copies_of_rows_stand_below_the_last_of_them_with_keys_of_their_own() -> None:
    form = edits.duplicate_rows(FORM, [2, 0])
    assert [row.key for row in form.indicators] == [1, 2, 3, 6, 7, 4, 5]
    assert form.indicators[3:5] == (FORM.indicators[0], FORM.indicators[2])


def picked(level1: str, level2: str, level3: str = "新") -> Indicator:
    return Indicator(9, level1=level1, level2=level2, level3=level3, target="≥3次")


@pytest.mark.parametrize(
    ("level1", "level2", "place"),
    [
        ("产出指标", "数量指标", 1),
        ("产出指标", "成本指标", 3),
        ("效益指标", "社会效益指标", 4),
        ("成本指标", "经济成本指标", 5),
        ("", "", 5),
    ],
)
def test_an_added_indicator_stands_below_its_group_its_class_or_all(level1: str, level2: str, place: int) -> None:
    row = picked(level1, level2)
    form, places = edits.add_indicators(FORM, [row], mof_2020())
    assert places == (place,)
    assert form.indicators[place] == row
    assert [each.key for each in form.indicators if each is not form.indicators[place]] == [1, 2, 3, 4, 5]
    assert form.indicators[place].key == 6


def test_added_indicators_have_keys_of_their_own_and_keep_their_order() -> None:
    rows = [
        picked("产出指标", "数量指标", "甲"),
        picked("满意度指标", "其他"),
        picked("产出指标", "数量指标", "乙"),
    ]
    form, places = edits.add_indicators(FORM, rows, mof_2020())
    assert places == (1, 2, 7)
    assert [form.indicators[place].level3 for place in places] == ["甲", "乙", "新"]
    assert sorted(row.key for row in form.indicators) == list(range(1, 9))


def test_an_added_indicator_takes_a_row_of_its_group_that_is_still_to_be_filled_in() -> None:
    form, places = edits.add_indicators(
        edits.new_form(mof_2020()),
        [picked("产出指标", "数量指标"), picked("产出指标", "数量指标", "乙")],
        mof_2020(),
    )
    assert places == (0, 1)
    assert [(row.key, row.level3) for row in form.indicators] == [(1, "新"), (4, "乙"), (2, ""), (3, "")]


def test_a_row_with_unread_text_is_still_somebodys() -> None:
    begun = edits.set_cell(edits.new_form(mof_2020()), FieldRef.indicator(0, "weight"), "若干")
    form, places = edits.add_indicators(begun, [picked("产出指标", "数量指标")], mof_2020())
    assert places == (1,)
    assert form.unread == begun.unread


def test_an_added_indicator_is_named_as_its_group_is() -> None:
    odd = edits.set_level(FORM, range(3), "level1", "产出指标（50分）")
    form, _ = edits.add_indicators(odd, [picked("产出指标", "数量指标"), picked("产出指标", "成本指标")], mof_2020())
    assert {row.level1 for row in form.indicators[:5]} == {"产出指标（50分）"}


def test_indicators_can_be_added_to_a_form_without_rows() -> None:
    row = picked("产出指标", "数量指标")
    added = edits.add_indicators(Form("mof-2020"), [row], mof_2020())
    assert added == (Form("mof-2020", indicators=(row,)), (0,))


def test_an_added_target_is_split_as_the_template_splits_it() -> None:
    row = Indicator(level1="产出指标", level2="数量指标", level3="登记单", target="≥95%")
    form, _ = edits.add_indicators(Form("yunnan"), [row], template("yunnan"))
    assert form.indicators[0].target == "95"
    assert form.indicators[0].fields == {"nature": "≥", "unit": "%"}


@pytest.mark.parametrize(
    ("rows", "host", "below", "keys", "group"),
    [
        ([0], 3, False, [2, 3, 1, 4, 5], 3),
        ([0], 3, True, [2, 3, 4, 1, 5], 3),
        ([4, 3], 0, False, [4, 5, 1, 2, 3], 0),
        ([0, 2], 4, True, [2, 4, 5, 1, 3], 4),
    ],
)
def test_rows_put_beside_another_belong_to_its_group(
    rows: list[int], host: int, keys: list[int], group: int, *, below: bool
) -> None:
    form = edits.regroup_rows(FORM, rows, host, below=below)
    assert [row.key for row in form.indicators] == keys
    moved = {FORM.indicators[row].key for row in rows}
    names = {(row.level1, row.level2) for row in form.indicators if row.key in moved}
    assert names == {(FORM.indicators[group].level1, FORM.indicators[group].level2)}


def test_rows_put_beside_one_of_themselves_stay() -> None:
    assert edits.regroup_rows(FORM, [1, 2], 2, below=True) is FORM


def test_money_typed_with_its_unit_is_kept_in_the_forms_own() -> None:
    field = FieldRef.fund("other", "annual")
    assert edits.set_cell(FORM, field, "1.5万元").fund_line("other").annual == Decimal(15000)
    in_ten_thousands = replace(FORM, money_unit="万元")
    assert edits.set_cell(in_ten_thousands, field, "15000元").fund_line("other").annual == Decimal("1.5")
    assert edits.set_cell(FORM, FieldRef.indicator(0, "weight"), "1万").unread


def test_a_merged_level_is_renamed_in_all_its_rows() -> None:
    form = edits.set_level(FORM, range(3), "level1", "成本指标")
    assert [row.level1 for row in form.indicators] == ["成本指标"] * 3 + ["效益指标", "满意度指标"]


def test_an_achievement_can_be_picked_and_taken_away() -> None:
    form = edits.set_achievement(FORM, 1, "partly")
    assert form.indicators[1].achievement == "partly"
    assert edits.set_achievement(form, 1, None) == FORM


def test_rows_from_outside_are_numbered() -> None:
    assert [row.key for row in edits.number_rows([Indicator(7), Indicator(7)])] == [1, 2]


@given(st.lists(st.tuples(st.sampled_from(FIELDS), st.text(max_size=8)), min_size=1, max_size=12))
def test_no_edit_touches_the_form_it_began_with(typing: list[tuple[str, str]]) -> None:
    before = complete_form()
    form = before
    for field, text in typing:
        form = edits.set_cell(form, FieldRef.parse(field), text)
    assert before == complete_form()
    last_field, last_text = typing[-1]
    ref = FieldRef.parse(last_field)
    if not edits.is_numeric(ref) or ref in form.unread:
        assert edits.cell_text(form, ref) == texts.clean_text(last_text)


@given(st.lists(st.tuples(st.sampled_from("idm"), st.integers(0, 9), st.integers(0, 9)), max_size=15))
def test_keys_stay_unique_whatever_is_done_to_the_rows(steps: list[tuple[str, int, int]]) -> None:
    form = FORM
    for kind, place, to in steps:
        count = len(form.indicators)
        if kind == "i":
            form = edits.insert_row(form, min(place, count))
        elif count and kind == "d":
            form = edits.delete_rows(form, [place % count])
        elif count:
            form = edits.move_row(form, place % count, to % count)
    keys = [row.key for row in form.indicators]
    assert len(set(keys)) == len(keys)


def test_amounts_are_kept_exactly() -> None:
    field = FieldRef.fund("current_year", "executed")
    form = edits.set_cell(FORM, field, "２，２７３，７８６.３５")
    assert form.fund_line("current_year").executed == Decimal("2273786.35")


@pytest.mark.parametrize(("typed", "points"), [("10分", "10"), ("１０ 分 ", "10"), ("7.5分", "7.5")])
@pytest.mark.parametrize("column", ["weight", "score"])
def test_points_may_have_their_unit_behind_them(column: str, typed: str, points: str) -> None:
    form = edits.set_cell(complete_form(), FieldRef.indicator(0, column), typed)
    assert edits.cell_text(form, FieldRef.indicator(0, column)) == points
    assert not form.unread


@pytest.mark.parametrize("typed", ["分", "十分", "10分钟"])
def test_what_only_looks_like_points_stays_in_its_cell(typed: str) -> None:
    form = edits.set_cell(complete_form(), FieldRef.indicator(0, "weight"), typed)
    assert form.unread == {FieldRef.indicator(0, "weight"): typed}
