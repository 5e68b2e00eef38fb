"""The cover list of a batch: which forms lie below it, how many pages each has, and its code."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from selfeval_desktop.domain.layout.listing import ListCaption, ListColumn, ListLine, list_sheet
from selfeval_desktop.domain.layout.sheet import Sheet

_COLUMNS = (
    ListColumn("序号", "count", 11),
    ListColumn("项目名称", "text", 45, 3, "left"),
    ListColumn("实施单位", "text", 34, 2, "left"),
    ListColumn("年度", "count", 13),
    ListColumn("总分", "score", 16),
    ListColumn("页数", "count", 12),
    ListColumn("校验码", "text", 23),
    ListColumn("备注", "text", 14),
)


@dataclass(frozen=True, slots=True)
class CoverEntry:
    """A form of the batch; `pages` counts one copy of it, `remark` is such as 草稿."""

    project_name: str
    unit: str
    year: int | None
    score_total: Decimal | None
    pages: int
    code: str
    remark: str = ""


def cover_sheet(entries: Sequence[CoverEntry], copies: int = 1) -> Sheet:
    """The list in the batch's order, its last line the number of forms and the sum of their pages."""
    pages = sum(entry.pages for entry in entries)
    each = f"，每张 {copies} 份" if copies > 1 else ""
    lines = [
        ListLine((number, entry.project_name, entry.unit, entry.year, entry.score_total, entry.pages, entry.code, entry.remark))
        for number, entry in enumerate(entries, start=1)
    ]  # fmt: skip
    total = ListLine((pages, "", ""), label=f"合计（{len(entries)} 张表）")
    caption = ListCaption("财政项目支出绩效自评表清单", f"（共 {len(entries)} 张表，{pages} 页{each}）")
    return list_sheet(caption, _COLUMNS, (*lines, total))
