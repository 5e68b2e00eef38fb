"""The 核对单 of an upload package: what was read back from its files, form by form, and that nothing differs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from selfeval_desktop.domain.layout.listing import ListCaption, ListColumn, ListLine, list_sheet
from selfeval_desktop.domain.layout.sheet import Sheet

TITLE = "上报包核对单"
PACKAGE = "绩效自评上报包"
"""What a package is called where nobody gave it a name."""

_COLUMNS = (
    ListColumn("序号", "count", 11),
    ListColumn("项目名称", "text", 45, 3, "left"),
    ListColumn("实施单位", "text", 34, 2, "left"),
    ListColumn("年度", "count", 13),
    ListColumn("总分", "score", 16),
    ListColumn("校验码", "text", 23),
    ListColumn("核对格数", "count", 18),
    ListColumn("差异", "count", 12),
)
_SIGNATURE = ("核对人：", "核对日期：")


@dataclass(frozen=True, slots=True)
class ReadBackEntry:
    """One form or summary whose files say what it says; `cells` counts those compared in each of them."""

    name: str
    unit: str
    year: int | None
    score_total: Decimal | None
    code: str
    cells: int


def read_back_sheet(entries: Sequence[ReadBackEntry]) -> Sheet:
    """The list in the package's order. It is made only where nothing differs."""
    lines = [
        ListLine((number, entry.name, entry.unit, entry.year, entry.score_total, entry.code, entry.cells, 0))
        for number, entry in enumerate(entries, start=1)
    ]
    total = ListLine((sum(entry.cells for entry in entries), 0), label="合计")
    caption = ListCaption(TITLE, "（PDF 与 Excel 文件写好后重新读出，与表中内容逐格比较）")
    return replace(list_sheet(caption, _COLUMNS, (*lines, total)), signature=_SIGNATURE)
