"""The paper of a 交接包: how many forms there are by year and state, and what is still to be done in them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from selfeval_desktop.domain.layout.listing import ListCaption, ListColumn, ListLine, list_sheet
from selfeval_desktop.domain.layout.sheet import Sheet

TITLE = "交接清单"
PACKAGE = "交接包"
_COLUMNS = (
    ListColumn("年度", "text", 30),
    ListColumn("状态", "text", 30),
    ListColumn("表数", "count", 24),
    ListColumn("错误", "count", 24),
    ListColumn("未核对的值", "count", 30),
    ListColumn("未处理的退回意见", "count", 40),
)
_SIGNATURE = ("移交人：", "接收人：", "监交人：", "交接日期：")


@dataclass(frozen=True, slots=True)
class OpenPoints:
    """Forms of a year in one state, and what is open in them; `year` is "" for none."""

    year: str
    state: str
    forms: int
    errors: int
    waiting: int
    comments: int


@dataclass(frozen=True, slots=True)
class HandoverSource:
    """The ledger, when and by which version of the program it was packed, and what else it holds."""

    ledger: str
    made_at: str
    program: str
    issues: int
    units: int


def handing_over_sheet(origin: HandoverSource, groups: Sequence[OpenPoints]) -> Sheet:
    """The list, its sums below, and what else is to be known."""
    further = (
        f"打印和导出留存：{origin.issues} 份；单位：{origin.units} 个；程序版本：{origin.program}。",
        "台账在交接包里，连同全部历史、备注、理由和留存件。接收时用“从交接包接收”，核对后存为新台账。",
    )
    lines = [
        ListLine(
            (group.year or "未填年度", group.state, group.forms, group.errors, group.waiting, group.comments)
        )
        for group in groups
    ]
    sums = tuple(
        sum(getattr(group, name) for group in groups) for name in ("forms", "errors", "waiting", "comments")
    )
    lines.append(ListLine(sums, label="合计"))
    lines += [ListLine((), label=text, align="left") for text in further]
    sheet = list_sheet(ListCaption(TITLE, f"（台账：{origin.ledger}　{origin.made_at}）"), _COLUMNS, lines)
    return replace(sheet, signature=_SIGNATURE)
