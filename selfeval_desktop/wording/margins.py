"""What is said of a cell beside its value: where the value came from, and the private note on it."""

from collections.abc import Mapping

from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.form import Form
from selfeval_desktop.domain.margin import Origin
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.translation import translate

_ORIGINS: Mapping[Origin, str] = {
    Origin.IMPORTED: QT_TRANSLATE_NOOP("Margins", "从文件导入，还没有认可（Ctrl+K 认可）"),
    Origin.CARRIED: QT_TRANSLATE_NOOP("Margins", "从上年结转，还没有认可（Ctrl+K 认可）"),
}


def beside(form: Form, cell: FieldRef) -> tuple[str, ...]:
    """A sentence for each thing that stands beside the cell."""
    origin, note = form.origin(cell), form.note(cell)
    told = (translate("Margins", _ORIGINS[origin]),) if origin else ()
    return (*told, translate("Margins", "私人备注：{note}").format(note=note)) if note else told


def confirmed(count: int) -> str:
    """How many values are the user's own now."""
    return translate("Margins", "已认可 {count} 格的值。").format(count=count)
