"""Pages hold the whole form, fill before they break, and repeat what a reader needs."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from selfeval_desktop.app.paper.drawing import Page, TextRun
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Goals, Indicator
from selfeval_desktop.domain.layout.sheet import RepeatedHead, Role, Sheet
from selfeval_desktop.output.pdf.pages import make_pages
from tests.builders import complete_form, mof_2020, with_row
from tests.output.geometry import check_pages, lost_characters
from tests.output.reading import squeezed
from tests.output.sheets import RARE, SENTENCE, label, long_form, plain_sheet, sheet_of

PAPER = mof_2020().paper


def pages_of(form: Form, *, signature: bool = True, mark: str = "") -> tuple[Page, ...]:
    """The form's pages, checked for what must hold of any."""
    sheet = sheet_of(form, signature=signature)
    pages = make_pages(sheet, PAPER, mark=mark)
    check_pages(pages, sheet)
    return pages


def lines(page: Page) -> list[str]:
    """What the page says, line by line and cell by cell, in drawing order."""
    said: list[str] = []
    end = (0.0, 0.0)
    for run in page.runs:
        # Between two runs of a justified line there is the spacing of its characters.
        if run.baseline == end[1] and 0 <= run.x - end[0] + 0.01 < 0.15 * run.size:
            said[-1] += run.text
        else:
            said.append(run.text)
        end = (run.x + run.width, run.baseline)
    return said


def text(page: Page) -> str:
    """Everything on the page, white space aside."""
    return squeezed("".join(run.text for run in page.runs))


def field_lines(page: Page, field: FieldRef) -> list[str]:
    """The lines of one cell."""
    return lines(replace(page, runs=tuple(run for run in page.runs if run.field == field)))


def table_bottom(page: Page) -> float:
    """The lowest rule."""
    return max(rule.y2 for rule in page.rules)


def test_a_short_form_is_one_page_with_title_year_and_number() -> None:
    (page,) = pages_of(complete_form())
    said = lines(page)
    assert said[:2] == ["财政项目支出绩效自评表", "（2023年度）"]
    assert said[-1].endswith("第 1 页 共 1 页")
    assert (page.width, page.height) == pytest.approx((595.28, 841.89), abs=0.01)


def test_amounts_and_rates_stay_on_one_line() -> None:
    amount = Decimal("12345678901.25")
    form = complete_form()
    funds = {key: replace(line, annual=amount, executed=amount) for key, line in form.funds.items()}
    page = pages_of(replace(form, funds=funds))[0]
    assert "12,345,678,901.25" in lines(page)
    assert "100.00%" in lines(page)


def test_two_hundred_indicators_are_all_there() -> None:
    pages = pages_of(long_form(200))
    assert len(pages) > 5
    for row in range(200):
        assert any(f"第{row + 1}项宣传活动完成率" in text(page) for page in pages)


def test_a_goal_of_twenty_thousand_characters_flows_from_page_to_page() -> None:
    goal = (SENTENCE * 500)[:20_000]
    pages = pages_of(replace(complete_form(), goals=Goals(goal, "已完成。")))
    shown = "".join("".join(field_lines(page, FieldRef.goal("expected"))) for page in pages)
    assert squeezed(shown) == squeezed(goal)


def test_a_cell_of_three_thousand_characters_flows_and_its_row_is_named_once() -> None:
    reason = (SENTENCE * 100)[:3_000]
    pages = pages_of(with_row(complete_form(), 2, deviation=reason))
    shown = "".join("".join(field_lines(page, FieldRef.indicator(2, "deviation"))) for page in pages)
    assert squeezed(shown) == squeezed(reason)
    assert sum(text(page).count("活动按期完成率") for page in pages) == 1


def test_a_merged_label_longer_than_a_page_flows_too() -> None:
    level = SENTENCE * 30
    form = long_form(6)
    form = replace(form, indicators=tuple(replace(row, level2=level) for row in form.indicators))
    pages = pages_of(form)
    shown = "".join(text(page) for page in pages)
    assert squeezed(level)[:40] in shown


def test_head_rows_and_level_labels_come_again_on_the_next_page() -> None:
    _, second, third = pages_of(long_form(60))
    for page in (second, third):
        assert {"一级指标", "三级指标", "年度指标值"} <= set(lines(page))
        assert "绩效指标(续)" in text(page)
    assert "产出指标(续)" in text(second)
    assert "效益指标(续)" in text(third)


def test_the_levels_of_a_single_row_come_again_where_the_row_goes_on() -> None:
    reason = (SENTENCE * 100)[:3_000]
    pages = pages_of(with_row(complete_form(), 2, level1="效益", level2="社会效益", deviation=reason))
    assert len(pages) > 2
    for column, name in (("level1", "效益"), ("level2", "社会效益")):
        said = ["".join(field_lines(page, FieldRef.indicator(2, column))) for page in pages]
        assert said == [name] + [f"{name}(续)"] * (len(pages) - 1)


def test_a_blank_level_is_not_continued() -> None:
    reason = (SENTENCE * 100)[:3_000]
    pages = pages_of(with_row(complete_form(), 2, level2=" ", deviation=reason))
    assert len(pages) > 1
    assert not any(field_lines(page, FieldRef.indicator(2, "level2")) for page in pages)


def test_a_label_that_begins_on_a_page_carries_no_continuation() -> None:
    pages = pages_of(long_form(60))
    first = next(page for page in pages if "社会效益指标" in text(page))
    assert "社会效益指标(续)" not in text(first)


def test_a_head_row_never_ends_a_page() -> None:
    for rows in range(1, 40):
        for page in pages_of(long_form(rows)):
            said = text(page)
            assert ("三级指标" in said) == ("项宣传活动完成率" in said)


def test_the_total_row_and_the_signature_never_stand_alone() -> None:
    for rows in range(1, 40):
        last = pages_of(long_form(rows))[-1]
        assert "总分" in text(last)
        assert "填表人：" in text(last)
        assert "项宣传活动完成率" in text(last)


def test_the_signature_stays_above_the_bottom_margin() -> None:
    for rows in range(1, 40):
        last = pages_of(long_form(rows))[-1]
        (signed,) = (run.baseline for run in last.runs if run.text == "填表人：")
        assert table_bottom(last) + 20 < signed < last.height - PAPER.bottom * 72 / 25.4


def test_a_page_is_filled_before_the_next_begins() -> None:
    pages = pages_of(long_form(90))
    bottom = pages[0].height - PAPER.bottom * 72 / 25.4
    for page in pages[1:-1]:
        assert bottom - table_bottom(page) < 0.15 * page.height


@pytest.mark.parametrize("height", range(150, 252, 6))
def test_a_row_is_torn_only_where_a_seventh_of_the_page_would_stay_blank(height: int) -> None:
    """A row of 30 lines below one of so many mm: 15% of the page may stay blank before the row is torn."""
    sheet = replace(plain_sheet("高", "\n".join("行" * 30), columns=1), least_heights=(float(height), 5.0))
    first = make_pages(sheet, PAPER)[0]
    top = min(rule.y1 for rule in first.rules)
    bottom = first.height - PAPER.bottom * 72 / 25.4
    left, blank = bottom - top - height * 72 / 25.4, bottom - table_bottom(first)
    is_torn = "行" in text(first)
    assert is_torn == (left > 0.15 * (bottom - top))
    assert blank < (2 * 20.0 if is_torn else 0.15 * (bottom - top))


def test_a_split_text_leaves_two_lines_on_each_side() -> None:
    for repeats in range(20, 60):
        goals = Goals(SENTENCE * repeats, "已完成。")
        parts = [
            len(field_lines(page, FieldRef.goal("expected")))
            for page in pages_of(replace(complete_form(), goals=goals))
        ]
        assert min(part for part in parts if part) >= 2


def test_a_row_of_three_lines_is_never_torn() -> None:
    sheet = plain_sheet(*["甲\n乙\n丙"] * 12, columns=1)
    for height in (60.0, 65.0, 70.0, 75.0, 80.0):
        pages = make_pages(sheet, replace(PAPER, height=height, top=10.0, bottom=10.0))
        assert len(pages) > 2
        assert all(text(page).count("甲") == text(page).count("丙") for page in pages)


def test_running_texts_side_by_side_begin_at_the_same_height() -> None:
    (page,) = pages_of(replace(complete_form(), goals=Goals(SENTENCE * 4, "已完成。")))
    tops = {
        min(run.baseline for run in page.runs if run.field == FieldRef.goal(goal)) for goal in ("expected", "actual")
    }
    assert len(tops) == 1


def right_edges(page: Page, field: FieldRef) -> set[float]:
    """Where the lines of a cell end, in points, rounded."""
    ends: dict[float, float] = {}
    for run in page.runs:
        if run.field == field:
            ends[run.baseline] = run.x + run.width
    return {round(end, 1) for end in ends.values()}


def test_running_text_is_justified_unless_the_paper_says_otherwise() -> None:
    goal = "推动办结事项依法终结引导信访人签订息诉罢访协议回访率达到全覆盖" * 8
    sheet = sheet_of(replace(complete_form(), goals=Goals(goal + "2023年" + goal, "完成")))
    edges = {
        justify: right_edges(make_pages(sheet, replace(PAPER, justify=justify))[0], FieldRef.goal("expected"))
        for justify in (True, False)
    }
    # All lines but the last end together.
    assert len(edges[True]) == 2
    assert len(edges[False]) > 2


def test_the_last_line_of_a_paragraph_is_never_stretched_however_little_it_lacks() -> None:
    field = FieldRef.goal("expected")
    for count in range(60, 90):
        goal = "一、" + "甲" * count + "\n二、" + "乙" * (count + 7)
        (page,) = pages_of(replace(complete_form(), goals=Goals(goal, "完成")))
        for sign in "甲乙":
            last = max(run.baseline for run in page.runs if run.field == field and sign in run.text)
            ending = [run for run in page.runs if run.field == field and run.baseline == last]
            assert {run.spacing for run in ending} == {0.0}


def test_a_long_centred_text_is_set_from_the_left() -> None:
    form = with_row(complete_form(), 1, target=SENTENCE * 5)
    field = FieldRef.indicator(1, "target")
    starts = {round(run.x, 2) for page in pages_of(form) for run in page.runs if run.field == field}
    short = {run.x for page in pages_of(form) for run in page.runs if run.field == FieldRef.indicator(0, "target")}
    assert min(starts) < min(short)
    assert len({run.x for page in pages_of(form) for run in first_runs(page, field)}) == 1


def first_runs(page: Page, field: FieldRef) -> list[TextRun]:
    """The first run of each line of a cell."""
    lines: dict[float, TextRun] = {}
    for run in page.runs:
        if run.field == field:
            lines.setdefault(run.baseline, run)
    return list(lines.values())


def test_a_label_makes_its_rows_high_enough() -> None:
    sheet = plain_sheet("", "值", "", "值")
    cells = (label(0, "一二三四五六七八九十", 2), sheet.cells[1], sheet.cells[3])
    sheet = replace(sheet, cells=cells, columns=(replace(sheet.columns[0], minimum=8, share=0), sheet.columns[1]))
    (page,) = make_pages(sheet, PAPER)
    check_pages([page], sheet)
    assert [line for line in lines(page) if line in "一二三四五六七八九十"] == list("一二三四五六七八九十")


def test_a_narrow_side_label_stands_upright() -> None:
    (page,) = pages_of(complete_form())
    said = lines(page)
    start = said.index("年")
    assert said[start : start + 6] == list("年度总体目标")


def test_a_click_finds_the_cell_under_it() -> None:
    (page,) = pages_of(complete_form())
    wanted = FieldRef.indicator(1, "level3")
    run = next(run for run in page.runs if run.field == wanted)
    (target,) = (
        target
        for target in page.targets
        if target.x <= run.x <= target.x + target.width and target.y <= run.baseline <= target.y + target.height
    )
    assert target.field == wanted


def test_targets_cover_each_cell_on_every_page_it_reaches() -> None:
    goal = FieldRef.goal("actual")
    pages = pages_of(replace(complete_form(), goals=Goals(SENTENCE * 80, "已完成。")))
    reached = [any(target.field == goal for target in page.targets) for page in pages]
    assert reached == [bool(field_lines(page, FieldRef.goal("expected"))) for page in pages]


def test_the_mark_lies_on_every_page_and_only_when_asked_for() -> None:
    assert all(page.marks[0].text == "草稿" for page in pages_of(long_form(), mark="草稿"))
    assert not any(page.marks for page in pages_of(long_form()))


def test_the_footer_cuts_a_long_name_before_the_page_number() -> None:
    (page,) = pages_of(replace(complete_form(), project_name="社会治理" * 30))
    name, number = page.runs[-2:]
    assert name.text.endswith("…")
    assert name.x + name.width < number.x


def test_rare_characters_come_from_a_second_font_on_the_same_line() -> None:
    (page,) = pages_of(replace(complete_form(), project_name=f"项目{RARE}"))
    runs = [run for run in page.runs if run.field == FieldRef.head("project_name")]
    assert "".join(run.text for run in runs) == f"项目{RARE}"
    assert len({run.font for run in runs}) == 2
    assert len({run.baseline for run in runs}) == 1


def test_control_characters_do_not_reach_the_paper() -> None:
    sheet = plain_sheet("甲\t乙\x07丙\u200b丁\r\n戊", "")
    (page,) = make_pages(sheet, PAPER)
    assert [line for line in lines(page) if "甲" in line or "戊" in line] == ["甲 乙丙丁", "戊"]


def test_a_landscape_page_with_its_own_margins_is_filled_as_well() -> None:
    paper = replace(PAPER, width=297.0, height=210.0, left=25.0)
    sheet = sheet_of(long_form())
    pages = make_pages(sheet, paper)
    check_pages(pages, sheet)
    assert pages[0].width > pages[0].height
    assert min(rule.x1 for rule in pages[0].rules) == pytest.approx(25 * 72 / 25.4, abs=1)


CHARACTERS = "绩效自评指标完成率一二三，。；：（）《》“”、≥≤%‰℃0123456789.,-ABab \n" + RARE
WORDS = st.text(CHARACTERS, max_size=40)
TEXTS = WORDS | st.builds(lambda word, times: word * times, WORDS, st.integers(0, 120))
INDICATORS = st.builds(
    Indicator,
    level1=st.sampled_from(["产出指标", "效益指标", ""]),
    level2=st.sampled_from(["数量指标", "质量指标"]) | WORDS,
    level3=WORDS,
    target=WORDS,
    actual=TEXTS,
    deviation=TEXTS,
    weight=st.none() | st.decimals(0, 100, places=2),
)


@settings(max_examples=25, phases=(Phase.explicit, Phase.generate))
@given(
    name=TEXTS,
    goals=st.builds(Goals, TEXTS, TEXTS),
    rows=st.lists(INDICATORS, max_size=25),
    signature=st.booleans(),
)
def test_any_form_prints_whole_and_in_its_cells(
    name: str, goals: Goals, rows: list[Indicator], *, signature: bool
) -> None:
    form = replace(complete_form(), project_name=name, goals=goals, indicators=tuple(rows))
    assert pages_of(form, signature=signature)


def test_a_sheet_of_heads_alone_still_makes_a_page() -> None:
    sheet = plain_sheet("甲", "乙")
    heads = tuple(replace(cell, role=Role.HEAD) for cell in sheet.cells)
    (page,) = make_pages(replace(sheet, cells=heads), PAPER)
    assert {"甲", "乙"} <= set(lines(page))


def test_a_repeated_head_that_is_too_high_is_left_out() -> None:
    sheet: Sheet = plain_sheet("头" * 400, "头", *["值" * 60] * 60, minimum=20)
    sheet = replace(sheet, repeated=(RepeatedHead(0, 1, sheet.row_count - 1),))
    paper = replace(PAPER, height=120.0)
    pages = make_pages(sheet, paper)
    check_pages(pages, sheet)
    assert not any("头" in text(page) for page in pages[2:])


@pytest.mark.parametrize("height", [40.0, 45.0, 50.0, 60.0])
def test_pages_of_a_few_lines_still_hold_everything(height: float) -> None:
    sheet = plain_sheet("字" * 90, "值", "甲\n乙\n丙", "", "末" * 30, "尾")
    pages = make_pages(sheet, replace(PAPER, height=height, top=10.0, bottom=10.0))
    assert not lost_characters(pages, (cell.text for cell in sheet.cells))
    assert len(pages) > 1


def test_a_row_higher_than_any_page_is_drawn_all_the_same() -> None:
    sheet = plain_sheet("值", "一", "二", "三")
    pages = make_pages(sheet, replace(PAPER, height=24.0, top=10.0, bottom=10.0))
    assert not lost_characters(pages, "值一二三")
