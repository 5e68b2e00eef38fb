"""Every cell that can be filled is called as the paper calls it."""

from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.layout.captions import CellCaption, find_cell_captions
from selfeval_desktop.domain.layout.sheet import lay_out
from tests.builders import complete_form, mof_2020

FORM = complete_form()
SHEET = lay_out(FORM, mof_2020(), evaluate(FORM, mof_2020()))


def of(row: int) -> list[CellCaption]:
    return [caption for (at, _), caption in find_cell_captions(SHEET).items() if at == row]


def test_cells_of_the_head_are_called_by_their_labels() -> None:
    assert of(0) == [CellCaption("项目名称", "")]
    assert of(1) == [CellCaption("主管部门", ""), CellCaption("实施单位", "")]


def test_cells_of_a_table_are_called_by_row_and_column() -> None:
    assert CellCaption("年度资金总额", "执行率") in of(3)
    assert CellCaption("其中：当年财政拨款", "全年预算数") in of(4)
    assert of(8) == [CellCaption("", "预期目标"), CellCaption("", "实际完成情况")]
    assert CellCaption("", "偏差原因分析及改进措施") in of(10)
    assert of(SHEET.row_count - 1)[:2] == [CellCaption("总分", "分值"), CellCaption("总分", "得分")]


def test_labels_and_heads_have_no_caption() -> None:
    assert set(find_cell_captions(SHEET)) == {
        (cell.row, cell.column) for cell in SHEET.cells if cell.role in {"value", "total"}
    }
