"""Lists that go with many forms: the cover list of a batch, and the 核对单 of an upload package."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from selfeval_desktop.app.paper.outputs import FormOutput
from selfeval_desktop.app.paper.packages import PackageLists, ReadBackEntry
from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.domain.layout.listing import ListCaption, ListColumn, ListLine, list_sheet
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.wording.lists.year_summary import summary_sheet
from selfeval_desktop.wording.translation import translate


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


def cover_printout(made: Sequence[FormOutput], page_counts: Sequence[int], copies: int = 1) -> Printout:
    """The list that lies on top of a batch, in its order, on the paper of its first form.

    `page_counts` are those of one copy of each form; there is one form at least.
    """
    entries = [_cover_entry(output, pages) for output, pages in zip(made, page_counts, strict=True)]
    sheet = cover_sheet(entries, copies)
    return Printout(sheet.title, sheet, replace(made[0].printout.paper, imprint=False))


def cover_sheet(entries: Sequence[CoverEntry], copies: int = 1) -> Sheet:
    """The list in the batch's order, its last line the number of forms and the sum of their pages."""
    columns = (
        ListColumn(translate("Lists", "序号"), "count", 11),
        ListColumn(translate("Lists", "项目名称"), "text", 45, 3, "left"),
        ListColumn(translate("Lists", "实施单位"), "text", 34, 2, "left"),
        ListColumn(translate("Lists", "年度"), "count", 13),
        ListColumn(translate("Lists", "总分"), "score", 16),
        ListColumn(translate("Lists", "页数"), "count", 12),
        ListColumn(translate("Lists", "校验码"), "text", 23),
        ListColumn(translate("Lists", "备注"), "text", 14),
    )
    lines = [
        ListLine((number, entry.project_name, entry.unit, entry.year, entry.score_total, entry.pages, entry.code, entry.remark))
        for number, entry in enumerate(entries, start=1)
    ]  # fmt: skip
    pages = sum(entry.pages for entry in entries)
    label = translate("Lists", "合计（{count} 张表）").format(count=len(entries))
    subtitle = (
        translate("Lists", "（共 {forms} 张表，{pages} 页，每张 {copies} 份）")
        if copies > 1
        else translate("Lists", "（共 {forms} 张表，{pages} 页）")
    )
    caption = ListCaption(
        translate("Lists", "财政项目支出绩效自评表清单"),
        subtitle.format(forms=len(entries), pages=pages, copies=copies),
    )
    return list_sheet(caption, columns, (*lines, ListLine((pages, "", ""), label)))


def _cover_entry(output: FormOutput, pages: int) -> CoverEntry:
    form, printout = output.form, output.printout
    return CoverEntry(
        form.project_name,
        form.unit,
        form.year,
        output.evaluation.score_total,
        pages,
        printout.imprint.code if printout.imprint else "",
        printout.mark,
    )


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
