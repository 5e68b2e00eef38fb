"""Sentences about the annotations of a cell: the origin of its value, and the private note on it."""

from collections.abc import Mapping

from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.translation import translate

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
