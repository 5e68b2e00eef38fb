"""Sentences about forms that print with the 草稿 mark."""

from selfeval_desktop.app.paper.readiness import Readiness
from selfeval_desktop.wording.translation import translate


def unconfirmed_count_label(count: int) -> str:
    """How many values carried over have yet to be confirmed, in a list."""
    return translate("Readiness", "待认可 {count}").format(count=count)


def why_draft(found: Readiness) -> str:
    """Why a form carries the 草稿 mark; "" when it carries none."""
    if found.errors and found.waiting:
        text = translate("Readiness", "表中还有错误，另有 {count} 格结转的值没有认可，所以印有“草稿”字样。")
    elif found.errors:
        text = translate("Readiness", "表中还有错误，所以印有“草稿”字样。")
    elif found.waiting:
        text = translate("Readiness", "还有 {count} 格结转的值没有认可，所以印有“草稿”字样。")
    else:
        return ""
    return text.format(count=found.waiting)


def why_drafts(count: int, *, has_waiting: bool) -> str:
    """Why so many of several forms carry it."""
    if has_waiting:
        text = translate("Readiness", "其中 {count} 张表还有错误或没有认可的结转值，所以印有“草稿”字样。")
    else:
        text = translate("Readiness", "其中 {count} 张表还有错误，所以印有“草稿”字样。")
    return text.format(count=count)
