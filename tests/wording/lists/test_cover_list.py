"""The cover list names every form of a batch and counts its pages."""

from decimal import Decimal

from selfeval_desktop.domain.layout.sheet import RepeatedHead, Role, Sheet
from selfeval_desktop.wording.lists.batch_lists import CoverEntry, cover_sheet

FIRST = CoverEntry("宣传与推广", "某区信访办公室", 2023, Decimal("97.5"), 2, "7K3M9QX2")
DRAFT = CoverEntry("", "某区档案馆", None, None, 13, "0A1B2C3D", "草稿")


def row(sheet: Sheet, number: int) -> list[str]:
    return [cell.text for cell in sheet.cells if cell.row == number]


def test_each_form_has_a_line_in_the_batch_s_order() -> None:
    sheet = cover_sheet([FIRST, DRAFT])
    assert row(sheet, 0) == ["序号", "项目名称", "实施单位", "年度", "总分", "页数", "校验码", "备注"]
    assert row(sheet, 1) == ["1", "宣传与推广", "某区信访办公室", "2023", "97.50", "2", "7K3M9QX2", ""]
    assert row(sheet, 2) == ["2", "", "某区档案馆", "", "", "13", "0A1B2C3D", "草稿"]


def test_the_last_line_counts_forms_and_pages() -> None:
    sheet = cover_sheet([FIRST, DRAFT])
    assert row(sheet, 3) == ["合计（2 张表）", "15", "", ""]
    label, pages = [cell for cell in sheet.cells if cell.row == 3][:2]
    assert (label.role, label.column_span) == (Role.LABEL, 5)
    assert (pages.role, pages.column, pages.number) == (Role.TOTAL, 5, Decimal(15))


def test_the_head_is_repeated_on_further_pages() -> None:
    assert cover_sheet([FIRST] * 90).repeated == (RepeatedHead(0, 1, 91),)


def test_copies_are_told_above_the_list() -> None:
    assert cover_sheet([FIRST, DRAFT]).subtitle == "（共 2 张表，15 页）"
    assert cover_sheet([FIRST, DRAFT], copies=2).subtitle == "（共 2 张表，15 页，每张 2 份）"
