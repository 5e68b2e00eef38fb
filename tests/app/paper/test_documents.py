"""Papers beside the forms: what they take from the forms, and what they leave out."""

from dataclasses import replace

import pytest

from selfeval_desktop.app.errors import Cancelled
from selfeval_desktop.app.paper.documents import (
    BlankFormRequest,
    SummaryRequest,
    blank_form_printout,
    indicator_list,
    portrait_printout,
    public_copy,
)
from selfeval_desktop.app.paper.outputs import FormOutput, Paperwork
from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.layout.masking import MASK, Masks
from selfeval_desktop.domain.layout.paper import PaperChoice
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.wording.lists.batch_lists import cover_printout
from selfeval_desktop.wording.lists.type_over_list import type_over_printout
from selfeval_desktop.wording.lists.year_summary import year_summary_printout
from tests.builders import complete_form, mof_2020
from tests.fakes import MemoryStore


class OneTemplate:
    def newest_templates(self) -> tuple[Template, ...]:
        return (mof_2020(),)

    def get_template(self, template_id: str, version: int | None = None) -> Template:
        assert template_id == "mof-2020"
        return mof_2020()


PAPERWORK = Paperwork(
    OneTemplate(), lambda *_: "7K3M9QX2", "草稿", {"mof-2020": PaperChoice(binding=10, font="simfang")}
)


def outputs(*forms: Form) -> list[FormOutput]:
    return [PAPERWORK.build_output(form_id, form) for form_id, form in enumerate(forms, start=1)]


def row(sheet: Sheet, number: int) -> list[str]:
    return [cell.text for cell in sheet.cells if cell.row == number]


def test_the_cover_lists_forms_with_pages_and_codes_and_tells_drafts() -> None:
    made = outputs(complete_form(), complete_form(project_name=""))
    printout = cover_printout(made, (2, 3), copies=2)
    unit = "某区信访办公室"
    assert row(printout.sheet, 1) == ["1", "宣传与推广", unit, "2023", "100.00", "2", "7K3M9QX2", ""]
    assert row(printout.sheet, 2) == ["2", "", unit, "2023", "100.00", "3", "7K3M9QX2", "草稿"]
    assert printout.sheet.subtitle.endswith("每张 2 份）")


def test_the_cover_lies_on_the_forms_paper_without_a_code_of_its_own() -> None:
    made = outputs(complete_form())
    printout = cover_printout(made, (1,))
    assert (printout.paper.binding, printout.paper.font, printout.paper.imprint) == (10, "simfang", False)
    assert (printout.form, printout.imprint, printout.mark) == (None, None, "")


def test_a_form_without_a_code_has_none_on_the_cover() -> None:
    (made,) = outputs(complete_form())
    bare = Printout("a", made.printout.sheet, made.printout.paper)
    printout = cover_printout([FormOutput(1, made.form, made.evaluation, bare, made.template)], (1,))
    assert row(printout.sheet, 1)[-2:] == ["", ""]


def store_of(*forms: Form) -> MemoryStore:
    return MemoryStore(*(Draft(form, evaluate(form, mof_2020())) for form in forms))


def test_the_summary_holds_the_year_s_forms_that_are_not_deleted() -> None:
    store = store_of(
        complete_form(project_name="甲"),
        complete_form(project_name="乙", year=2022),
        complete_form(project_name="丙", year=None),
        complete_form(project_name="丁"),
        complete_form(project_name=""),
    )
    store.move_to_bin([4])
    sheet = year_summary_printout(store, PAPERWORK, SummaryRequest(2023)).sheet
    assert [row(sheet, number)[1] for number in (1, 2)] == ["甲", ""]
    assert [row(sheet, number)[-1] for number in (1, 2)] == ["", "草稿"]
    assert row(sheet, 3)[0] == "合计（2 个项目）"


def test_the_summary_is_in_the_money_unit_asked_for_else_in_the_usual_one() -> None:
    store = store_of(complete_form(money_unit="万元"))
    assert "万元" in year_summary_printout(store, PAPERWORK, SummaryRequest(2023)).sheet.subtitle
    asked = year_summary_printout(store, PAPERWORK, SummaryRequest(2023, "元")).sheet
    assert "单位：元" in asked.subtitle
    assert row(asked, 1)[4] == "1,500,000,000.00"


def test_the_summary_lies_on_a4_and_is_named_for_its_year() -> None:
    printout = year_summary_printout(store_of(complete_form()), PAPERWORK, SummaryRequest(2023))
    assert (printout.paper.width, printout.paper.height, printout.paper.imprint) == (297, 210, False)
    assert (printout.name, printout.form, printout.imprint) == ("财政项目支出绩效自评汇总表-2023", None, None)


def test_the_summary_can_be_called_off() -> None:
    told = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done == 1:
            raise Cancelled

    store = store_of(complete_form(), complete_form(), complete_form())
    with pytest.raises(Cancelled):
        year_summary_printout(store, PAPERWORK, SummaryRequest(2023), stop)
    assert told == [(0, 3), (1, 3)]


def test_a_public_copy_has_no_code_and_no_form_behind_it() -> None:
    (made,) = outputs(complete_form())
    printout = public_copy(made, Masks())
    assert (printout.form, printout.imprint, printout.paper.imprint) == (None, None, False)
    assert printout.name == "某区信访办公室-2023-宣传与推广（公开版）-1"
    assert printout.paper.binding == 10


def test_the_name_of_a_public_copy_s_file_tells_nothing() -> None:
    (made,) = outputs(complete_form())
    name = next(cell for cell in made.printout.sheet.cells if str(cell.field) == "project_name")
    printout = public_copy(made, Masks(frozenset({(name.row, name.column)}), ("信访", "2023")))
    assert printout.name == f"某区{MASK}办公室-{MASK}-{MASK}（公开版）-1"


def test_the_public_copy_of_a_draft_says_that_it_is_one() -> None:
    (made,) = outputs(complete_form(project_name=""))
    assert public_copy(made, Masks()).mark == "草稿"


def test_a_blank_lies_on_its_template_s_paper_without_mark_or_code() -> None:
    printout = blank_form_printout(PAPERWORK, BlankFormRequest("mof-2020", "元", rows=3))
    assert (printout.mark, printout.form, printout.imprint, printout.paper.imprint) == ("", None, None, False)
    assert (printout.paper.binding, printout.name) == (10, "财政项目支出绩效自评表-空白")
    assert printout.sheet.signature == ()


def test_a_blank_has_the_signature_line_where_forms_have_it() -> None:
    signed = Paperwork(OneTemplate(), lambda *_: "", "草稿", {"mof-2020": PaperChoice(signature=True)})
    sheet = blank_form_printout(signed, BlankFormRequest("mof-2020", "万元")).sheet
    assert sheet.signature[0] == "填表人："
    assert "万元" in row(sheet, 2)[0]


def test_an_indicator_list_has_a_name_of_its_own_and_no_mark_or_code() -> None:
    (made,) = outputs(complete_form(project_name=""))
    printout = indicator_list(made)
    assert printout.name == "某区信访办公室-2023-1-指标清单"
    assert (printout.mark, printout.imprint) == ("", None)
    assert row(printout.sheet, 1)[2:6] == ["登记单印刷率", "≥", "95", "97"]


def test_the_list_for_typing_over_is_upright_on_a4() -> None:
    lying = replace(PAPERWORK, choices={"mof-2020": PaperChoice("A3", "landscape")})
    made = lying.build_output(1, complete_form())
    printout = type_over_printout(made, [("项目名称", "宣传与推广")])
    assert printout.name == f"{made.printout.name}-录入对照单"
    assert row(printout.sheet, 1) == ["1", "项目名称", "宣传与推广", "□"]
    assert (printout.paper.width, printout.paper.imprint, printout.form) == (210, False, None)


def test_a_list_can_stand_upright() -> None:
    made = portrait_printout(PAPERWORK, cover_printout(outputs(complete_form()), [1]).sheet)
    assert made.name == made.sheet.title
    assert (made.paper.width, made.paper.height, made.paper.imprint) == (210.0, 297.0, False)
