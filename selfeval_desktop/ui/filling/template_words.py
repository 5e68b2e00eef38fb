"""What is said when a form goes to another template, and when there is a new one."""

from collections.abc import Iterator

from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.app.ports.templates import Templates
from selfeval_desktop.domain.form.annotations import DroppedText
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.over_time.template_change import MONEY_UNIT, RetemplatedForm
from selfeval_desktop.wording import cell_names
from selfeval_desktop.wording.translation import translate


def template_changed_notice(before: Form, moved: RetemplatedForm, new: Template) -> str:
    """Where the form is now, and what became of its content."""
    told = [translate("Templates", "已换成{template}。").format(template=template_with_version(new))]
    aside, unit = kept_cell_count(moved.form), moved.form.money_unit
    if aside:
        text = translate("Templates", "有 {count} 格在新表样里没有位置，已留存。")
        told.append(text.format(count=aside))
    if moved.restored:
        text = translate("Templates", "原来留存的 {count} 格已放回。")
        told.append(text.format(count=len(moved.restored)))
    if unit != before.money_unit:
        told.append(translate("Templates", "金额已换算成{unit}。").format(unit=unit))
    return "".join(told)


def template_with_version(template: Template) -> str:
    """A template by its name and version."""
    text = translate("Templates", "“{name}”第 {version} 版")
    return text.format(name=template.name, version=template.version)


def newer_version_notice(old: Template, new: Template) -> str:
    """That there is a newer version than the form's."""
    text = translate(
        "Templates", "这张表按“{name}”第 {old} 版填写，现在有第 {new} 版。不换也可以照旧检查和打印。"
    )
    return text.format(name=new.name, old=old.version, new=new.version)


def template_loaded_notice(template: Template) -> str:
    """That a template was installed."""
    return translate("Templates", "已载入表样{template}，可以在表样一栏里选用。").format(
        template=template_with_version(template)
    )


def kept_cells_heading(count: int) -> str:
    """What the list of cells without a place is about."""
    text = translate(
        "Templates",
        "下面 {count} 格在现在的表样里没有位置。内容留存在台账里，不打印也不导出；换回有这一格的表样时自动放回。",
    )
    return text.format(count=count)


def kept_cell_count(form: Form) -> int:
    """How many cells of the form have no place now."""
    return sum(cell != MONEY_UNIT for cell in form.annotations.dropped)


def kept_cell_lines(form: Form, templates: Templates) -> Iterator[tuple[str, str, str]]:
    """Place, text and former template of each cell without a place now."""
    for beside, dropped in form.annotations.dropped.items():
        cell = form.annotated_cell(beside)
        if cell is not None and cell != MONEY_UNIT:
            template = _former_template(dropped, templates)
            name = template_with_version(template) if template else dropped.template
            yield cell_names.cell_path(cell, template), dropped.text, name


def _former_template(dropped: DroppedText, templates: Templates) -> Template | None:
    """The template that had the cell; None where nobody has it any more."""
    try:
        return templates.get_template(dropped.template, dropped.version)
    except SelfEvalError:
        return None
