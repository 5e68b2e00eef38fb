"""The paper of a package counts, and leaves room for signatures."""

from selfeval_desktop.domain.layout.handover_list import HandoverSource, OpenPoints, handing_over_sheet


def test_each_year_and_state_has_its_line_and_all_are_summed() -> None:
    groups = [OpenPoints("2024", "草稿", 2, 3, 4, 5), OpenPoints("", "已打印", 1, 0, 0, 1)]
    sheet = handing_over_sheet(HandoverSource("办公室", "2025-01-02 09:30", "0.1", 7, 2), groups)
    texts = {(cell.row, cell.column): cell.text for cell in sheet.cells}
    assert sheet.title == "交接清单"
    assert sheet.subtitle == "（台账：办公室　2025-01-02 09:30）"
    assert [texts[1, column] for column in range(6)] == ["2024", "草稿", "2", "3", "4", "5"]
    assert texts[2, 0] == "未填年度"
    assert [texts[3, column] for column in (0, 2, 3, 4, 5)] == ["合计", "3", "3", "4", "6"]
    assert "留存：7 份；单位：2 个；程序版本：0.1" in texts[4, 0]
    assert len(sheet.signature) == 4
