"""What cannot be printed is said in one sentence, cell by cell."""

from selfeval_desktop.app.paper.drawing import PrintedCell
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.wording.paper import missing_cells, missing_characters, text_facts
from tests.builders import mof_2020


def test_nothing_missing_is_not_spoken_of() -> None:
    assert missing_characters({}) == ""


def test_each_cell_is_named_with_its_characters() -> None:
    missing = {FieldRef.head("project_name"): "𰻝", FieldRef.indicator(4, "deviation"): "𰻝𰻞", None: "𰻞"}
    assert missing_characters(missing, mof_2020()) == (
        "这些字没有字体可以印出，会印成方框："
        "项目名称“𰻝”；指标 · 第 5 行 · 偏差原因分析及改进措施“𰻝𰻞”；标题或签字行“𰻞”。"
    )


def test_a_long_list_is_cut_and_counted() -> None:
    missing: dict[FieldRef | None, str] = {FieldRef.indicator(row, "level3"): "𰻝" for row in range(30)}
    told = missing_characters(missing)
    assert told.count("𰻝") == 5
    assert "等 30 处" in told
    assert len(missing_cells(missing)) == 30


def test_a_cell_of_many_characters_shows_the_first() -> None:
    characters = "".join(chr(0x30000 + number) for number in range(50))
    (cell,) = missing_cells({None: characters})
    assert cell == f"标题或签字行“{characters[:12]}…”"


def test_a_text_whose_pages_are_not_known_is_counted_only() -> None:
    assert text_facts(286, None, 0, 0) == ("286 字",)


def test_what_goes_without_saying_is_left_out() -> None:
    assert text_facts(286, PrintedCell(7, 1, 1, 10.5), 1, 10.5) == ("286 字 · 打印 7 行", "286 字")


def test_a_smaller_type_and_further_pages_are_told_while_there_is_room() -> None:
    assert text_facts(900, PrintedCell(30, 1, 1, 9.25), 2, 10.5) == (
        "900 字 · 打印 30 行 · 全表 2 页 · 字号 9.25 磅",
        "900 字 · 打印 30 行 · 全表 2 页",
        "900 字 · 30 行 · 全表 2 页",
        "900 字 · 打印 30 行",
        "900 字",
    )


def test_that_a_text_goes_on_overleaf_is_told_in_the_least_room() -> None:
    assert text_facts(1025, PrintedCell(40, 1, 2, 10.5), 2, 10.5) == (
        "1025 字 · 打印 40 行 · 跨第 1–2 页 · 全表 2 页",
        "1025 字 · 打印 40 行 · 跨第 1–2 页",
        "1025 字 · 40 行 · 2 页",
        "1025 字 · 打印 40 行",
        "1025 字",
    )


def test_an_empty_text_has_no_lines() -> None:
    assert text_facts(0, None, 3, 10.5) == ("0 字 · 全表 3 页", "0 字")
