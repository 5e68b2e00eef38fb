"""The 交接清单 in a 交接包: how many forms there are by year and state, and what is still to be done in them."""

from dataclasses import replace
from datetime import datetime

from selfeval_desktop.app.handover import Inventory
from selfeval_desktop.domain.layout.listing import ListCaption, ListColumn, ListLine, list_sheet
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.wording import labels
from selfeval_desktop.wording.translation import translate


def handover_package_name() -> str:
    """What the name of a package begins with."""
    return translate("Lists", "交接包")


def handover_list_sheet(ledger: str, found: Inventory, program: str, at: datetime) -> Sheet:
    """The list, its sums below, and what else is to be known.

    `ledger` is its name without the ending; packed by version `program` at that time of the clock on the wall.
    """
    columns = (
        ListColumn(translate("Lists", "年度"), "text", 30),
        ListColumn(translate("Lists", "状态"), "text", 30),
        ListColumn(translate("Lists", "表数"), "count", 24),
        ListColumn(translate("Lists", "错误"), "count", 24),
        ListColumn(translate("Lists", "未核对的值"), "count", 30),
        ListColumn(translate("Lists", "未处理的退回意见"), "count", 40),
    )
    subtitle = translate("Lists", "（台账：{ledger}　{at}）")
    caption = ListCaption(translate("Lists", "交接清单"), subtitle.format(ledger=ledger, at=f"{at:%Y-%m-%d %H:%M}"))
    sheet = list_sheet(caption, columns, (*_group_lines(found), *_further_lines(found, program)))
    signature = (
        translate("Lists", "移交人："),
        translate("Lists", "接收人："),
        translate("Lists", "监交人："),
        translate("Lists", "交接日期："),
    )
    return replace(sheet, signature=signature)


def _group_lines(found: Inventory) -> list[ListLine]:
    """A line for the forms of each year and state, and their sums."""
    lines = [
        ListLine(
            (
                str(group.year or translate("Lists", "未填年度")),
                labels.form_state_name(group.state),
                group.forms,
                group.errors,
                group.waiting,
                group.comments,
            )
        )
        for group in found.groups
    ]
    sums = (found.form_count, found.error_count, found.unconfirmed_count, found.open_comment_count)
    return [*lines, ListLine(sums, translate("Lists", "合计"))]


def _further_lines(found: Inventory, program: str) -> list[ListLine]:
    contents = translate("Lists", "打印和导出留存：{issues} 份；单位：{units} 个；程序版本：{program}。")
    advice = translate(
        "Lists",
        "台账在交接包里，连同全部历史、备注、理由和留存件。接收时用“从交接包接收”，核对后存为新台账。",
    )
    texts = (contents.format(issues=found.outputs, units=found.units, program=program), advice)
    return [ListLine((), text, "left") for text in texts]
