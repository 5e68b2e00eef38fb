"""The list for typing over shows each field with a box to tick."""

from selfeval_desktop.wording.lists.type_over_list import type_over_sheet


def test_the_printed_list_has_a_box_for_each_field() -> None:
    sheet = type_over_sheet("宣传", [("项目名称", "宣传"), ("得分", "10")])
    lines = [[cell.text for cell in sheet.cells if cell.row == row] for row in range(1, 3)]
    assert lines == [["1", "项目名称", "宣传", "□"], ["2", "得分", "10", "□"]]
    assert (sheet.title, sheet.subtitle) == ("录入对照单", "（宣传）")
    assert type_over_sheet("", []).subtitle == ""
