"""What is said of a 交接包 to whoever takes it over."""

from selfeval_desktop.app.handover import HandOverInfo, Inventory
from selfeval_desktop.wording import labels
from selfeval_desktop.wording.translation import translate


def handover_origin(found: HandOverInfo) -> str:
    """Which ledger it is, when it was packed and by which version of the program."""
    text = translate("HandingOver", "台账“{ledger}”，{at} 由程序 {program} 生成，{size} KB。")
    at = f"{found.made_at.astimezone():%Y-%m-%d %H:%M}"
    return text.format(
        ledger=found.ledger, at=at, program=found.program, size=max(1, round(found.size / 1024))
    )


def inventory_totals(found: Inventory) -> str:
    """What there is of everything."""
    text = translate(
        "HandingOver",
        "共 {forms} 张表，{issues} 份打印和导出留存；错误 {errors}，未核对的值 {waiting}，未处理的退回意见 {comments}。",
    )
    return text.format(
        forms=found.form_count,
        issues=found.outputs,
        errors=found.error_count,
        waiting=found.unconfirmed_count,
        comments=found.open_comment_count,
    )


def inventory_lines(found: Inventory) -> list[tuple[str, ...]]:
    """A line for the forms of each year and state: these two, their number, and what is open in them."""
    none = translate("HandingOver", "未填年度")
    return [
        (
            str(group.year or none),
            labels.form_state_name(group.state),
            *map(str, (group.forms, group.errors, group.waiting, group.comments)),
        )
        for group in found.groups
    ]
