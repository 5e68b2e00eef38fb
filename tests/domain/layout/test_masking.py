"""The 公开版 holds nothing of what was masked: neither as text, nor as number, nor in its own name."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form, Goals
from selfeval_desktop.domain.layout.masking import (
    MASK,
    CellPosition,
    Masks,
    cell_position,
    find_revealed_texts,
    is_too_short,
    mask_sheet,
    maskable_cells,
    personal_numbers,
    word_count,
    words_in,
)
from selfeval_desktop.domain.layout.sheet import Sheet, SheetCell, lay_out
from tests.builders import complete_form, mof_2020, with_fund, with_row

FORM = complete_form(department="某区人民政府办公室", goals=Goals("由张三丰负责。", "张 三丰已完成，电话13800138000。"))


def sheet_of(form: Form) -> Sheet:
    return lay_out(form, mof_2020(), evaluate(form, mof_2020()), signature=True)


SHEET = sheet_of(FORM)


def at(field: str, sheet: Sheet = SHEET) -> CellPosition:
    return cell_position(next(cell for cell in sheet.cells if str(cell.field) == field))


def shown(sheet: Sheet, field: str) -> SheetCell:
    return next(cell for cell in sheet.cells if str(cell.field) == field)


def public(form: Form, *words: str, cells: tuple[str, ...] = ()) -> Sheet:
    sheet = sheet_of(form)
    return mask_sheet(sheet, Masks(frozenset(at(field, sheet) for field in cells), words))


def everything(sheet: Sheet) -> str:
    texts = (cell.text + str(cell.number or "") for cell in sheet.cells)
    return "\n".join((sheet.title, sheet.subtitle, sheet.name, sheet.author, *sheet.signature, *texts))


def test_a_masked_cell_shows_the_mask_whatever_it_held() -> None:
    sheet = public(FORM, cells=("goals.expected", "funds.current_year.annual"))
    for field in ("goals.expected", "funds.current_year.annual"):
        cell = shown(sheet, field)
        assert (cell.text, cell.number, cell.number_format) == (MASK, None, "")
    assert shown(sheet, "goals.actual").text == FORM.goals.actual


def test_an_empty_cell_stays_empty() -> None:
    assert shown(public(FORM, cells=("funds.other.executed",)), "funds.other.executed").text == ""


def test_a_word_goes_wherever_it_stands_however_it_is_spaced() -> None:
    sheet = public(FORM, "张三丰")
    assert shown(sheet, "goals.expected").text == f"由{MASK}负责。"
    assert shown(sheet, "goals.actual").text == f"{MASK}已完成，电话13800138000。"


@pytest.mark.parametrize(
    "text",
    [
        "1380013800",
        "138-0013-800",
        "１３８００１３８００",
        "138 0013\n800",
        "138\u200b0013800",
        "13\ufe0080013800",
    ],
)
def test_a_number_is_found_in_any_writing(text: str) -> None:
    form = replace(FORM, goals=Goals(f"电话{text}。", ""))
    assert shown(public(form, "1380013800"), "goals.expected").text == f"电话{MASK}。"


def test_case_and_width_do_not_save_a_word() -> None:
    form = replace(FORM, goals=Goals("联系ｗａｎｇ@A.cn", ""))
    assert shown(public(form, "WANG@a.cn"), "goals.expected").text == f"联系{MASK}"


def test_signs_in_a_word_mean_themselves() -> None:
    form = replace(FORM, goals=Goals("甲.*]^-乙", "甲某某乙"))
    sheet = public(form, "甲.*]^-乙")
    assert shown(sheet, "goals.expected").text == MASK
    assert shown(sheet, "goals.actual").text == "甲某某乙"


def test_of_two_words_the_longer_goes_first() -> None:
    assert shown(public(FORM, "张三", "张三丰"), "goals.expected").text == f"由{MASK}负责。"


def test_a_figure_that_holds_a_word_goes_whole_however_it_is_written() -> None:
    form = with_fund(FORM, "current_year", annual=Decimal("2273786.35"))
    for word in ("2273786", "2,273,786.35", "2273786.35"):
        cell = shown(public(form, word), "funds.current_year.annual")
        assert (cell.text, cell.number) == (MASK, None)


def test_a_text_without_a_word_is_left_as_it_is() -> None:
    form = replace(FORM, goals=Goals("有\u200b隐\t形", ""))
    assert shown(public(form, "张三丰"), "goals.expected").text == "有\u200b隐\t形"
    assert shown(public(form), "goals.expected").text == "有\u200b隐\t形"


def test_the_sheet_calls_itself_public_and_has_no_signatures() -> None:
    sheet = public(FORM)
    assert sheet.subtitle == "（2023年度）　公开版"
    assert sheet.name == "宣传与推广（公开版）"
    assert sheet.signature == ()
    assert mask_sheet(replace(SHEET, subtitle=""), Masks()).subtitle == "公开版"


def test_name_and_author_tell_no_masked_cell_and_no_word() -> None:
    sheet = public(FORM, cells=("project_name", "unit"))
    assert (sheet.name, sheet.author) == (f"{MASK}（公开版）", MASK)
    sheet = public(FORM, "推广", "信访")
    assert (sheet.name, sheet.author) == (f"宣传与{MASK}（公开版）", f"某区{MASK}办公室")
    same = replace(FORM, department=FORM.unit)
    assert public(same, cells=("department",)).author == MASK
    assert public(replace(FORM, project_name="7"), cells=("project_name",)).name == f"{MASK}（公开版）"


def test_a_masked_figure_does_not_eat_into_the_name() -> None:
    form = with_row(replace(FORM, project_name="10项宣传"), 0, weight=Decimal(10))
    assert public(form, cells=("indicators[0].weight",)).name == "10项宣传（公开版）"


def test_labels_lose_a_word_too() -> None:
    sheet = public(FORM, "绩效")
    assert "绩效" not in everything(sheet)
    assert sheet.title == f"财政项目支出{MASK}自评表"


def test_words_are_counted_where_they_are_not_masked_already() -> None:
    masks = Masks(frozenset(), ("张三丰", "150000"))
    # Three amounts of the part and three of the total row.
    assert word_count(SHEET, masks) == 2 + 6
    assert word_count(SHEET, replace(masks, cells=frozenset({at("goals.actual")}))) == 1 + 6
    assert word_count(SHEET, Masks(frozenset({at("goals.actual")}))) == 0


def test_what_another_cell_still_shows_is_told() -> None:
    form = replace(FORM, goals=Goals("某区信访办公室负责。", ""), department="甲局")
    sheet = sheet_of(form)
    masks = Masks(frozenset({at("unit", sheet)}))
    (revealed,) = find_revealed_texts(sheet, masks)
    assert (revealed.text, revealed.spot) == ("某区信访办公室", at("goals.expected", sheet))
    assert find_revealed_texts(sheet, replace(masks, words=("信访办公室",))) == ()
    assert find_revealed_texts(sheet, Masks(masks.cells | {at("goals.expected", sheet)})) == ()


def test_a_name_of_two_characters_that_another_cell_shows_is_told_but_not_one_character() -> None:
    form = with_row(with_row(FORM, 0, actual="李四"), 1, actual="无")
    sheet = sheet_of(replace(form, goals=Goals("由李四负责。", "无。")))
    (revealed,) = find_revealed_texts(sheet, Masks(frozenset({at("indicators[0].actual", sheet)})))
    assert (revealed.text, revealed.spot) == ("李四", at("goals.expected", sheet))
    assert find_revealed_texts(sheet, Masks(frozenset({at("indicators[1].actual", sheet)}))) == ()


def test_figures_that_stand_in_many_cells_are_not_told_but_long_numbers_are() -> None:
    form = with_row(with_row(FORM, 0, actual="100%"), 1, actual="13800138000")
    sheet = sheet_of(form)
    assert find_revealed_texts(sheet, Masks(frozenset({at("indicators[0].actual", sheet)}))) == ()
    assert find_revealed_texts(sheet, Masks(frozenset({at("indicators[0].weight", sheet)}))) == ()
    (revealed,) = find_revealed_texts(sheet, Masks(frozenset({at("indicators[1].actual", sheet)})))
    assert revealed.spot == at("goals.actual", sheet)


def test_an_amount_that_another_cell_repeats_is_told_but_not_one_that_it_is_a_part_of() -> None:
    form = with_fund(FORM, "current_year", annual=Decimal(140908), initial=Decimal(1140908), executed=Decimal(7))
    sheet = sheet_of(replace(form, goals=Goals("全年140,908.00元。", "全年2,140,908.00元。")))
    found = find_revealed_texts(sheet, Masks(frozenset({at("funds.current_year.annual", sheet)})))
    assert {each.spot for each in found} == {at("funds.total.annual", sheet), at("goals.expected", sheet)}


def test_cells_that_the_filler_filled_can_be_masked_and_labels_cannot() -> None:
    fields = {str(cell.field) for cell in maskable_cells(SHEET)}
    assert {"project_name", "goals.actual", "indicators[4].level3", "funds.total.executed"} <= fields
    assert "None" not in fields
    assert "funds.other.executed" not in fields


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", ()),
        ("张三、李四 王五", ("张三", "李四", "王五")),
        (" 张三，张三；a,b;c ", ("张三", "a", "b", "c")),
        ("1,234.50,7,甲", ("1,234.50,7", "甲")),
        ("\u200b", ()),
        ("张三 138 0013 8000，1 234 567", ("张三", "13800138000", "1234567")),
        ("１，２３４，５６７，甲", ("１，２３４，５６７", "甲")),
        ("139.1234.5678/甲", ("139.1234.5678/甲",)),
    ],
)
def test_words_are_separated_as_people_write_lists(line: str, words: tuple[str, ...]) -> None:
    assert words_in(line) == words


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("联系人张三，13800138000。", ("13800138000",)),
        ("手机+86 138-0013-8000、１３９００１３９０００", ("+86 138-0013-8000", "１３９００１３９０００")),
        ("座机021-62345678或（0512）6234567", ("021-62345678", "（0512）6234567")),
        ("电话：62345678，传真6234567", ("62345678", "6234567")),
        ("证号31010119900101123X 卡6222021234567890123", ("31010119900101123X", "6222021234567890123")),
        ("138\u200b00138000", ("13800138000",)),
        ("预算2273786.35元，13800.5万元，印发30000000份，2023年12月31日，100%", ()),
        ("13800138000.5", ()),
        ("13800138000与13800138000", ("13800138000",)),
    ],
)
def test_personal_numbers_are_found_and_amounts_are_not(text: str, numbers: tuple[str, ...]) -> None:
    assert personal_numbers(text) == numbers


def test_x15_the_same_word_is_masked_in_names_and_in_cells_however_it_looks() -> None:
    form = replace(
        FORM,
        project_name="⾦\u3164融\uf90a融",
        goals=Goals("cafe\u0301，139.1234.5678，1,234,567 与 123.4567万元", "金\u034f融 张\u2800三丰"),
    )
    sheet = public(form, "金融", "café", "13912345678", "1234567", "张三丰")
    assert sheet.name == f"{MASK}{MASK}（公开版）"
    assert shown(sheet, "goals.expected").text == f"{MASK}，{MASK}，{MASK} 与 {MASK}元"
    assert shown(sheet, "goals.actual").text == f"{MASK} {MASK}"


def test_x15_an_amount_in_ten_thousands_is_known_in_either_unit() -> None:
    form = with_fund(replace(FORM, money_unit="万元"), "current_year", annual=Decimal("123.4567"))
    for word in ("1234567", "123.4567万元", "1,234,567.00元"):
        assert shown(public(form, word), "funds.current_year.annual").text == MASK
    assert shown(public(FORM, "1500000000"), "funds.current_year.initial").text != MASK


def test_x15_nothing_but_the_characters_of_the_word_is_changed() -> None:
    form = replace(FORM, goals=Goals("有\u200b隐形 张\u200b三\u3164丰\u200b。", ""))
    assert shown(public(form, "张三丰"), "goals.expected").text == f"有\u200b隐形 {MASK}\u200b。"


def test_x15_a_masked_amount_is_told_where_another_cell_gives_it_in_another_unit() -> None:
    form = with_fund(FORM, "current_year", annual=Decimal(1409080), initial=Decimal(7), executed=Decimal(7))
    sheet = sheet_of(replace(form, goals=Goals("全年140.908万元。", "")))
    found = find_revealed_texts(sheet, Masks(frozenset({at("funds.current_year.annual", sheet)})))
    assert at("goals.expected", sheet) in {each.spot for each in found}


@pytest.mark.parametrize(("word", "is_short"), [("张", True), ("张\u200b", True), ("①", True), ("张三", False)])
def test_a_word_of_one_character_is_too_short_however_it_is_padded(word: str, is_short: bool) -> None:
    assert is_too_short(word) is is_short


WORDS = st.text(st.sampled_from("张三丰 丰1３8-aＡ\u200b"), max_size=6)


@given(st.lists(WORDS, min_size=1, max_size=3), WORDS, WORDS)
def test_no_word_can_be_read_in_what_is_left(words: list[str], one: str, other: str) -> None:
    asked = tuple(word for word in words if len("".join(word.replace("\u200b", "").split())) > 1)
    form = replace(FORM, goals=Goals(one + "".join(words) + other, other), project_name=one + words[0])
    left = everything(public(form, *asked))
    assert not [word for word in asked if word in left and word not in MASK]
