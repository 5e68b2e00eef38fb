"""What a template says shows in figures, findings and on the sheet: places differ in data alone."""

from dataclasses import replace
from decimal import Decimal

import pytest

from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.layout.blank import blank_sheet
from selfeval_desktop.domain.layout.masking import Masks, mask_sheet
from selfeval_desktop.domain.layout.sheet import Role, Sheet
from selfeval_desktop.domain.scoring.scores import calculate_figures
from tests.builders import with_row
from tests.layouts import IDS, filled, sheet_of, template

HUBEI, SICHUAN, GUANGXI, YUNNAN, ANHUI = map(template, ("hubei", "sichuan", "guangxi", "yunnan", "anhui"))


def cells(form: Form, layout: Template, *codes: str) -> list[tuple[str, str]]:
    findings = evaluate(form, layout).findings
    return [(each.code, str(each.field)) for each in findings if not codes or each.code in codes]


def texts(sheet: Sheet) -> list[str]:
    return [cell.text for cell in sheet.cells]


def typed(form: Form, **texts: str) -> Form:
    for key, text in texts.items():
        form = edits.set_cell(form, FieldRef.head(key, extra=True), text)
    return form


@pytest.mark.parametrize("template_id", IDS)
def test_nothing_is_found_in_a_form_that_is_filled_in_as_its_template_asks(template_id: str) -> None:
    assert cells(filled(template(template_id)), template(template_id)) == []


@pytest.mark.parametrize("template_id", IDS)
def test_every_cell_of_the_sheet_has_its_place_and_nothing_lies_over_another(template_id: str) -> None:
    sheet = sheet_of(filled(template(template_id)), template(template_id))
    taken = [
        (row, column)
        for cell in sheet.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    ]
    assert len(taken) == len(set(taken)) == sheet.row_count * len(sheet.columns)


@pytest.mark.parametrize("template_id", IDS)
def test_a_blank_shows_no_figure_and_no_mark(template_id: str) -> None:
    sheet = blank_sheet(template(template_id), signature=True)
    assert all(cell.field is None for cell in sheet.cells)
    assert "☑" not in "".join(texts(sheet))
    assert "{" not in "".join((sheet.title, sheet.subtitle, sheet.name, *texts(sheet)))


def test_points_are_deducted_from_the_score_but_not_below_nothing() -> None:
    form = filled(GUANGXI)
    lost = [with_row(form, 0, fields={"deduction": text}) for text in ("2", "-2", "25", "", "两分")]
    assert [calculate_figures(each, GUANGXI).indicator_scores[0] for each in lost] == [18, 18, 0, 20, 20]
    assert calculate_figures(lost[0], GUANGXI).calculated_scores[0] == Decimal(20)
    blank = with_row(lost[0], 0, actual="若干")
    assert calculate_figures(blank, GUANGXI).indicator_scores[0] is None


def test_the_sheet_shows_score_and_deduction_and_sums_up_what_is_left() -> None:
    form = with_row(filled(GUANGXI), 0, score=Decimal(19))
    sheet = sheet_of(form, GUANGXI)
    score = next(cell for cell in sheet.cells if cell.field == FieldRef.indicator(0, "score"))
    assert (score.text, calculate_figures(form, GUANGXI).indicator_scores[0]) == ("19", Decimal("18.5"))


def test_a_deduction_that_is_no_number_and_one_without_a_reason_are_found() -> None:
    form = with_row(filled(GUANGXI), 0, fields={"deduction": "两分", "description": "好"})
    assert cells(form, GUANGXI) == [("K04", "indicators[0].fields.deduction")]
    silent = with_row(filled(GUANGXI), 0, deviation="")
    assert ("K25", "indicators[0].deviation") in cells(silent, GUANGXI)


def test_a_score_above_its_weight_is_found_before_anything_is_deducted() -> None:
    form = with_row(filled(GUANGXI), 0, score=Decimal("20.5"))
    assert ("K06", "indicators[0].score") in cells(form, GUANGXI)


def test_words_are_described_and_far_more_is_explained_as_guangxi_asks() -> None:
    form = with_row(filled(GUANGXI), 2, fields={})
    assert cells(form, GUANGXI, "K29") == [("K29", "indicators[2].fields.description")]
    assert evaluate(form, GUANGXI).has_errors
    for actual, found in (("950户", []), ("956户", [("K26", "indicators[0].actual")])):
        assert cells(with_row(form, 0, actual=actual, deviation=""), GUANGXI, "K26") == found


def test_one_box_answers_for_the_lost_points_of_all_rows() -> None:
    form = filled(HUBEI)
    silent = typed(form, reason="")
    assert cells(silent, HUBEI) == [("K25", "fields.reason")]
    lost = evaluate(silent, HUBEI).findings[0].figures
    assert lost == {"found": Decimal("79.00"), "expected": Decimal(80), "difference": Decimal("1.00")}
    assert cells(typed(form, reason="无"), HUBEI) == [("K53", "fields.reason")]
    full = with_row(with_row(form, 3, actual="100%"), 8, actual="100%")
    assert cells(typed(full, reason="有 3 户未完成"), HUBEI, "K54") == [("K54", "fields.reason")]
    assert cells(typed(full, reason=""), HUBEI, "K25", "K53", "K54") == []
    assert cells(typed(Form("hubei"), reason=""), HUBEI, "K25") == []


def test_a_met_target_that_loses_points_needs_the_box_as_well() -> None:
    form = with_row(filled(HUBEI), 0, score=Decimal(9))
    assert cells(form, HUBEI) == []
    assert cells(typed(form, reason=""), HUBEI, "K24") == [("K24", "indicators[0].score")]


def test_without_a_place_for_reasons_none_is_asked_for() -> None:
    bare = replace(HUBEI, limits=replace(HUBEI.limits, whole_reason=""))
    assert cells(typed(filled(HUBEI), reason=""), bare) == []


def test_classes_of_one_pool_share_out_their_points_as_they_like() -> None:
    form = filled(HUBEI)
    shifted = with_row(with_row(form, 8, weight=Decimal(5)), 4, weight=Decimal(14))
    assert cells(shifted, HUBEI, "K02") == []
    assert [entry.expected for entry in calculate_figures(shifted, HUBEI).class_weights] == [40, 35, 5]
    off = with_row(form, 8, weight=Decimal(11))
    assert [entry.expected for entry in calculate_figures(off, HUBEI).class_weights] == [40, 30, 10]


def test_less_is_scored_by_the_ratio_where_the_place_says_so() -> None:
    form = with_row(filled(HUBEI), 4, actual="1500元")
    assert calculate_figures(form, HUBEI).calculated_scores[4] == Decimal("7.20")
    assert evaluate(form, HUBEI).grade is None


def test_a_low_rate_is_explained_in_the_funds_as_sichuan_asks() -> None:
    form = edits.set_cell(filled(SICHUAN), FieldRef.fund("current_year", "executed"), "160")
    reason = FieldRef.fund("total", "reason", extra=True)
    assert cells(form, SICHUAN, "K16") == []
    assert cells(edits.set_cell(form, reason, ""), SICHUAN, "K16") == [("K16", str(reason))]
    assert cells(edits.set_cell(form, reason, "长" * 101), SICHUAN, "K52") == [("K52", str(reason))]
    assert cells(typed(form, conclusion="长" * 201), SICHUAN, "K52") == [("K52", "fields.conclusion")]


def test_what_a_template_requires_is_missed() -> None:
    form = typed(filled(SICHUAN), outline="", problems="")
    assert cells(form, SICHUAN) == [("K49", "fields.outline")]


def test_goals_are_missed_only_where_the_form_has_them() -> None:
    assert cells(filled(HUBEI), HUBEI, "K49") == []
    assert len(cells(replace(filled(YUNNAN), goals=Form("yunnan").goals), YUNNAN, "K49")) == 2


def test_a_changed_budget_is_explained_only_where_there_is_room() -> None:
    form = typed(filled(YUNNAN), budget_note="")
    assert cells(form, YUNNAN) == [("K17", "funds.total.annual")]
    assert cells(form, replace(YUNNAN, fields=()), "K17") == []


def test_the_title_names_year_and_project() -> None:
    form = replace(filled(HUBEI), project_name="信访\n宣传")
    assert sheet_of(form, HUBEI).title == "2023年度信访 宣传项目自评表"
    assert sheet_of(replace(form, year=None), HUBEI).title == "    年度信访 宣传项目自评表"


def test_a_masked_project_is_not_told_by_the_title() -> None:
    sheet = sheet_of(filled(HUBEI), HUBEI)
    name = next(cell for cell in sheet.cells if cell.field == FieldRef.head("project_name"))
    public = mask_sheet(sheet, Masks(cells=frozenset({(name.row, name.column)}), words=("定量",)))
    assert name.text not in public.title
    assert "定量" not in "".join(public.notes)


def test_classes_are_printed_with_the_points_of_their_rows() -> None:
    form = with_row(filled(ANHUI), 8, weight=Decimal(12), level1="满意度指标(10分)")
    assert "满意度指标(12分)" in texts(sheet_of(form, ANHUI))
    other = texts(sheet_of(with_row(form, 8, weight=None, level1="其他"), ANHUI))
    assert {"产出指标(50分)", "其他"} <= set(other)
    assert "满意度指标(10分)" in texts(blank_sheet(ANHUI))


def test_the_rows_that_a_portal_reads_stay_where_they_are() -> None:
    sheet = sheet_of(filled(ANHUI), ANHUI, signature=True)
    places = {str(cell.field): (cell.row, cell.column) for cell in sheet.cells if cell.field}
    assert places["project_name"] == (0, 2)
    assert (places["department"], places["unit"]) == ((1, 2), (1, 6))
    assert places["funds.total.initial"] == (3, 3)
    assert (places["goals.expected"], places["goals.actual"]) == ((8, 1), (8, 5))
    assert (places["indicators[0].level3"], places["indicators[0].score"]) == ((10, 3), (10, 7))


def test_points_have_two_places_where_the_template_wants_them() -> None:
    form = with_row(filled(YUNNAN), 0, score=Decimal("13.555"))
    by_field = {str(cell.field): cell for cell in sheet_of(form, YUNNAN).cells}
    assert by_field["indicators[0].score"].text == "13.555"
    assert (by_field["indicators[1].score"].text, by_field["indicators[1].weight"].text) == ("12.00", "12.00")
    assert by_field["execution_score"].text == "9.49"
    assert by_field["indicators[1].score"].number_format == "0.00####"


def test_a_column_of_the_window_alone_is_not_printed() -> None:
    sheet = sheet_of(filled(HUBEI), HUBEI)
    assert not any(cell.field and cell.field.column == "weight" for cell in sheet.cells)
    total = [cell for cell in sheet.cells if cell.role is Role.TOTAL]
    assert [cell.text for cell in total] == ["97.98"]


def test_rows_below_the_total_are_as_high_as_the_template_wants() -> None:
    sheet = sheet_of(filled(HUBEI), HUBEI)
    assert sheet.least_heights[-3:] == (22, 22, 18)
    assert texts(sheet)[-2:] == ["负责人签批", "签名：　　　　　　　　　　　　年　　月　　日　"]


def test_signatures_stand_on_as_many_lines_as_the_template_says() -> None:
    layout = replace(ANHUI, signature=replace(ANHUI.signature, per_line=3))
    sheet = sheet_of(filled(ANHUI), layout, signature=True)
    assert [len(line) for line in sheet.signature_lines] == [3, 1]
    assert sheet_of(filled(HUBEI), HUBEI, signature=True).signature_lines == ()
