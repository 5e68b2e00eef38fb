"""What is said of the open form beside its findings: notes and origins, texts that are too long, and what keeps it from going out."""

from collections.abc import Mapping

from selfeval_desktop.app.paper.outputs import Readiness
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.form.texts import TooLong, max_length
from selfeval_desktop.wording import cell_names
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP, translate

_ORIGINS: Mapping[ValueOrigin, str] = {
    ValueOrigin.IMPORTED: QT_TRANSLATE_NOOP("Margins", "从文件导入，还没有认可（Ctrl+K 认可）"),
    ValueOrigin.CARRIED: QT_TRANSLATE_NOOP("Margins", "从上年结转，还没有认可（Ctrl+K 认可）"),
}


def annotation_sentences(form: Form, cell: FieldRef) -> tuple[str, ...]:
    """A sentence for each annotation of the cell."""
    origin, note = form.cell_origin(cell), form.cell_note(cell)
    told = (translate("Margins", _ORIGINS[origin]),) if origin else ()
    return (*told, translate("Margins", "私人备注：{note}").format(note=note)) if note else told


def confirmed_count_notice(count: int) -> str:
    """That so many values are confirmed now."""
    return translate("Margins", "已认可 {count} 格的值。").format(count=count)


def too_long(error: TooLong, template: Template | None) -> str:
    """Which cell it is, and that nothing was cut."""
    text = translate(
        "Lengths",
        "{place}最多 {most} 个字，要放进去的有 {length} 个字，没有放进去，也没有截断。原来的内容不变。",
    )
    return text.format(
        place=cell_names.cell_path(error.field, template),
        most=f"{max_length(error.field):,}",
        length=f"{error.length:,}",
    )


def unconfirmed_count_label(count: int) -> str:
    """How many values carried over have yet to be confirmed, in a list."""
    return translate("Readiness", "待认可 {count}").format(count=count)


def open_comments_label(count: int) -> str:
    """How many comments of the receiver who returned the form are left, in a list."""
    return translate("Readiness", "{count} 条意见").format(count=count)


def returned_notice(count: int) -> str:
    """That the open form was returned, above its pages."""
    return translate("Readiness", "已退回：还有 {count} 条意见没有改好。").format(count=count)


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
