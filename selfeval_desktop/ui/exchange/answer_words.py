"""What is said of exports and of what came back of them."""

from collections.abc import Mapping

from selfeval_desktop.app.paper.codes import format_code
from selfeval_desktop.app.ports.output_events import OutputEvent
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.ui.document import paper_check_words
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.translation import translate

_KINDS: Mapping[str, str] = {
    "package": QT_TRANSLATE_NOOP("Answers", "上报包"),
    "xlsx": QT_TRANSLATE_NOOP("Answers", "Excel 表格"),
    "docx": QT_TRANSLATE_NOOP("Answers", "Word 文档"),
    "list": QT_TRANSLATE_NOOP("Answers", "指标清单"),
    "json": QT_TRANSLATE_NOOP("Answers", "JSON 数据"),
}
_BETWEEN = " · "


def output_event_line(of: OutputEvent) -> str:
    """When, as what, in which file, and under which code."""
    parts = [paper_check_words.output_time(of)]
    if of.file is not None:
        kind = _KINDS.get(of.file.kind)
        parts += [translate("Answers", kind) if kind else of.file.kind, of.file.name]
    if of.code:
        parts.append(translate("Answers", "校验码 {code}").format(code=format_code(of.code)))
    return _BETWEEN.join(parts)


def exports_summary(form: Form, exports: int, left: int) -> str:
    """Whose exports these are, and how many comments are still to be dealt with."""
    name = paper_check_words.quoted_form_name(form)
    if not exports:
        return translate("Answers", "{form}还没有导出过。").format(form=name)
    if not left:
        return translate("Answers", "{form}，导出过 {count} 次").format(form=name, count=exports)
    text = translate("Answers", "{form}，导出过 {count} 次，还有 {left} 条意见没有改好")
    return text.format(form=name, count=exports, left=left)
