"""The sentence about a text that is longer than its cell takes."""

from selfeval_desktop.domain.form.limits import TooLong, max_length
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.wording import cell_names
from selfeval_desktop.wording.translation import translate


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
