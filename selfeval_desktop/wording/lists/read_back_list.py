"""The 核对单 of an upload package: what was read back from its files, form by form, and that nothing differs."""

from collections.abc import Sequence
from dataclasses import replace

from selfeval_desktop.app.paper.packages import PackageLists, ReadBackEntry
from selfeval_desktop.domain.layout.listing import ListCaption, ListColumn, ListLine, list_sheet
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.wording.lists.year_summary import summary_sheet
from selfeval_desktop.wording.translation import translate


def upload_package_name() -> str:
    """What a package is called where nobody gave it a name; without an ending."""
    return translate("Lists", "绩效自评上报包")


def read_back_sheet(entries: Sequence[ReadBackEntry]) -> Sheet:
    """The list in the package's order. It is made only where nothing differs."""
    columns = (
        ListColumn(translate("Lists", "序号"), "count", 11),
        ListColumn(translate("Lists", "项目名称"), "text", 45, 3, "left"),
        ListColumn(translate("Lists", "实施单位"), "text", 34, 2, "left"),
        ListColumn(translate("Lists", "年度"), "count", 13),
        ListColumn(translate("Lists", "总分"), "score", 16),
        ListColumn(translate("Lists", "校验码"), "text", 23),
        ListColumn(translate("Lists", "核对格数"), "count", 18),
        ListColumn(translate("Lists", "差异"), "count", 12),
    )
    lines = [
        ListLine((number, entry.name, entry.unit, entry.year, entry.score_total, entry.code, entry.cells, 0))
        for number, entry in enumerate(entries, start=1)
    ]
    total = ListLine((sum(entry.cells for entry in entries), 0), translate("Lists", "合计"))
    caption = ListCaption(
        translate("Lists", "上报包核对单"),
        translate("Lists", "（PDF 与 Excel 文件写好后重新读出，与表中内容逐格比较）"),
    )
    signature = (translate("Lists", "核对人："), translate("Lists", "核对日期："))
    return replace(list_sheet(caption, columns, (*lines, total)), signature=signature)


PACKAGE_LISTS = PackageLists(summary_sheet, read_back_sheet)
"""The lists of an upload package in the language in use."""
