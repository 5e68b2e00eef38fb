"""The paper of a package counts, and leaves room for signatures."""

from datetime import datetime

from selfeval_desktop.app.handover import Inventory, InventoryGroup
from selfeval_desktop.app.ports.forms import State
from selfeval_desktop.wording.lists.handover_list import handover_list_sheet


def test_each_year_and_state_has_its_line_and_all_are_summed() -> None:
    groups = (
        InventoryGroup(2024, State.DRAFT, 2, 3, 4, 5),
        InventoryGroup(None, State.PRINTED, 1, comments=1),
    )
    at = datetime(2025, 1, 2, 9, 30)  # noqa: DTZ001 - the clock on the wall
    sheet = handover_list_sheet("办公室", Inventory(groups, outputs=7, units=2), "0.1", at)
    texts = {(cell.row, cell.column): cell.text for cell in sheet.cells}
    assert sheet.title == "交接清单"
    assert sheet.subtitle == "（台账：办公室　2025-01-02 09:30）"
    assert [texts[1, column] for column in range(6)] == ["2024", "草稿", "2", "3", "4", "5"]
    assert (texts[2, 0], texts[2, 1]) == ("未填年度", "已打印")
    assert [texts[3, column] for column in (0, 2, 3, 4, 5)] == ["合计", "3", "3", "4", "6"]
    assert "留存：7 份；单位：2 个；程序版本：0.1" in texts[4, 0]
    assert len(sheet.signature) == 4
