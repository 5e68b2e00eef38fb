"""The reporting units of an office: what is the same in all their forms is typed once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import FurtherField, Template


@dataclass(frozen=True, slots=True)
class Unit:
    """实施单位 with its 主管部门; `fields` are those of a form that go with it, such as 填表人 and 联系电话."""

    name: str
    department: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


def plain_unit_name(name: str) -> str:
    """A unit's name as it is compared: without white space."""
    return "".join(name.split())


def distinct_names(names: Iterable[str]) -> tuple[str, ...]:
    """Each of the names once, as it is spelled first; without blank ones."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(plain_unit_name(name), name)
    return tuple(name for key, name in found.items() if key)


def unit_fields(templates: Iterable[Template]) -> tuple[FurtherField, ...]:
    """What goes with a unit under any of the templates, by key."""
    found = {each.key: each for template in templates for each in template.unit_fields}
    return tuple(found.values())


def unit_in(form: Form, fields: Iterable[FurtherField]) -> Unit:
    """The form's unit with its department and the fields that go with it."""
    texts = {each.key: form.fields.get(each.key, "") for each in fields}
    return Unit(form.unit, form.department, {key: text for key, text in texts.items() if text})


def fill_in_unit(form: Form, unit: Unit, template: Template, before: Unit | None = None) -> Form:
    """The form with that unit; department and fields that the template has are filled in where the form has them blank.

    Values that were filled in with the unit before, and have not been changed, are replaced.
    """
    left = before or Unit("")
    room = {each.key for each in template.unit_fields}
    own = {key: text for key, text in form.fields.items() if text and text != left.fields.get(key)}
    fields = {**{key: text for key, text in unit.fields.items() if key in room}, **own}
    department = "" if form.department == left.department else form.department
    return replace(form, unit=unit.name, department=department or unit.department, fields=fields)


def find_unnamed_unit(units: Sequence[Unit]) -> int | None:
    """The place of the first unit without a name; None when each has one."""
    return next((place for place, unit in enumerate(units) if not plain_unit_name(unit.name)), None)


def find_repeated_unit(units: Sequence[Unit]) -> int | None:
    """The place of the first unit whose name stands further above as well; None when all names differ."""
    names = [plain_unit_name(unit.name) for unit in units]
    return next((place for place, name in enumerate(names) if name in names[:place]), None)
