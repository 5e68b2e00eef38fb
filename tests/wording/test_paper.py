"""What cannot be printed is said in one sentence, cell by cell."""

from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.wording.paper import missing_cells, missing_characters
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
