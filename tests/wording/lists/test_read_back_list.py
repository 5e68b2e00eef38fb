"""The 核对单 lists what was compared, and adds it up."""

from decimal import Decimal

from selfeval_desktop.app.paper.packages import ReadBackEntry
from selfeval_desktop.wording.lists.batch_lists import read_back_sheet


def test_each_entry_has_a_line_with_its_cells_and_no_difference() -> None:
    sheet = read_back_sheet(
        [
            ReadBackEntry("宣传", "某办", 2023, Decimal("98.5"), "4XZ6R1GF", 130),
            ReadBackEntry("汇总表", "", None, None, "", 40),
        ]
    )
    lines = [[cell.text for cell in sheet.cells if cell.row == row] for row in range(1, sheet.row_count)]
    assert lines == [
        ["1", "宣传", "某办", "2023", "98.50", "4XZ6R1GF", "130", "0"],
        ["2", "汇总表", "", "", "", "", "40", "0"],
        ["合计", "170", "0"],
    ]
    assert sheet.title == "上报包核对单"
    assert sheet.signature
