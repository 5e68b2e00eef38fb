"""What is said of paper that went out: which it was, how it stands to the data, and the line above a form that has changed since."""

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.paper.paper_check import format_code
from selfeval_desktop.app.ports.output_events import EventKind, OutputEvent
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.ui.kit.message_bar import BarPlace, MessageBar
from selfeval_desktop.ui.kit.plain_text import tooltip_text
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP, translate

_KINDS: dict[EventKind, str] = {
    "printed": QT_TRANSLATE_NOOP("Proofs", "打印"),
    "exported": QT_TRANSLATE_NOOP("Proofs", "导出"),
}
_STALE: dict[EventKind, str] = {
    "printed": QT_TRANSLATE_NOOP("Proofs", "与已打印件不一致：有 {count} 处改动（{at} 打印）。"),
    "exported": QT_TRANSLATE_NOOP("Proofs", "与已导出件不一致：有 {count} 处改动（{at} 导出）。"),
}


def output_kind_name(of: EventKind) -> str:
    """打印 or 导出."""
    return translate("Proofs", _KINDS[of])


def output_time(event: OutputEvent) -> str:
    """When it went out, by the clock of the PC that it went out from."""
    return f"{event.at:%Y-%m-%d %H:%M}"


def quoted_form_name(form: Form) -> str:
    """The form as it is spoken of: its project and year."""
    project = form.project_name or translate("Proofs", "未填项目名称的表")
    if form.year is None:
        return translate("Proofs", "“{project}”").format(project=project)
    return translate("Proofs", "{year} 年度“{project}”").format(project=project, year=form.year)


def changed_since_output(event: OutputEvent, count: int) -> str:
    """That the form is no longer as it went out."""
    return translate("Proofs", _STALE[event.kind]).format(count=count, at=output_time(event))


def paper_comparison(count: int) -> str:
    """Whether anything was changed since, in a few words."""
    if not count:
        return translate("Proofs", "与现在的数据相同")
    return translate("Proofs", "有 {count} 处改动").format(count=count)


def paper_verdict(event: OutputEvent, form: Form, count: int) -> str:
    """Which print or export it is, and what was changed since."""
    text = (
        translate("Proofs", "校验码 {code}：{form}，{at} {kind}，与现在的数据相同。")
        if not count
        else translate("Proofs", "校验码 {code}：{form}，{at} {kind}，此后有 {count} 处改动。")
    )
    return text.format(
        code=format_code(event.code),
        form=quoted_form_name(form),
        at=output_time(event),
        kind=output_kind_name(event.kind),
        count=count,
    )


def verdict_without_record(code: str, form: Form, count: int) -> str:
    """For a code that fits the present form though no print of it was recorded."""
    text = (
        translate("Proofs", "校验码 {code}：{form}，与现在的数据相同。台账里没有它的打印记录，所以没有存档。")
        if not count
        else translate("Proofs", "校验码 {code}：{form}，没有打印记录；核对以后有 {count} 处改动。")
    )
    return text.format(code=format_code(code), form=quoted_form_name(form), count=count)


def verdict_of_deleted_form(event: OutputEvent, form: Form) -> str:
    """The paper's form was deleted."""
    return translate(
        "Proofs",
        "校验码 {code}：{form}，{at} {kind}。这张表已经删除，无法与现在的数据比较；存档还在，可以重印。",
    ).format(
        code=format_code(event.code),
        form=quoted_form_name(form),
        at=output_time(event),
        kind=output_kind_name(event.kind),
    )


def unknown_code_notice(code: str) -> str:
    """No form of the ledger has that code."""
    return translate(
        "Proofs",
        "这个台账里没有校验码 {code}。请对照页脚核对每一位；如果没有录错，请打开打印它的台账再核对，"
        "例如别的年度的台账。印有“草稿”的件不存档。",
    ).format(code=format_code(code))


def output_events_heading(form: Form, count: int) -> str:
    """The heading of the list of what was printed and exported of a form."""
    text = translate("Proofs", "{form}的打印和导出记录") if count else translate("Proofs", "{form}还没有打印和导出记录")
    return text.format(form=quoted_form_name(form))


def no_copy() -> str:
    """That no copy was kept of a print or export."""
    return translate("Proofs", "没有存档（旧版本的记录）")


_PLACE = BarPlace("paperBanner", "paperBannerText", "paperChanges", QMargins(8, 0, 2, 0), in_line=True)

_RETURNED = BarPlace("returnedBanner", "returnedBannerText", "returnedComments", QMargins(8, 0, 2, 0), in_line=True)


class ReturnedBanner(MessageBar):
    """Hidden unless a receiver has returned the open form and comments are left."""

    commentsAsked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, _RETURNED, translate("ReturnedBanner", "已退回"))
        self._shown = ""

    def show_left(self, text: str) -> None:
        """Say how many comments are left; "" hides the line."""
        if text != self._shown:
            self._shown = text
            if text:
                self.show_message(text, "warning", [(self.tr("查看意见"), self.commentsAsked.emit)])
            else:
                self.hide()


class PaperBanner(MessageBar):
    """Hidden while paper and data agree, and for a form that never went out."""

    changesAsked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, _PLACE, translate("PaperBanner", "与已打印件不一致"))

    def show_stale(self, event: OutputEvent | None, count: int) -> None:
        """Say what is no longer as printed; None hides the line."""
        if event is None:
            self.hide()
            return
        self.setToolTip(tooltip_text(self.tr("校验码 {0}").format(format_code(event.code))))
        text = changed_since_output(event, count)
        if self.isHidden():
            self.show_message(text, "hint", [(self.tr("查看改动"), self.changesAsked.emit)])
        else:
            # The button may have the keyboard.
            self.change_text(text)
