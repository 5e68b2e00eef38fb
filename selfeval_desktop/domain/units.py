"""The reporting units of an office: what is the same in all their forms is typed once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from selfeval_desktop.domain.form import Form


@dataclass(frozen=True, slots=True)
class Unit:
    """实施单位 with its 主管部门; `fields` are those of a form that go with it, such as 填表人 and 联系电话."""

    name: str
    department: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


def unit_of(name: str, units: Iterable[Unit]) -> Unit | None:
    """The unit of that name, white space aside; None when it is none of them."""
    plain = "".join(name.split())
    return next((unit for unit in units if "".join(unit.name.split()) == plain), None)


def filled(form: Form, unit: Unit) -> Form:
    """The form with that unit, and what goes with it where the form says nothing yet."""
    fields = {**unit.fields, **{key: text for key, text in form.fields.items() if text}}
    return replace(form, unit=unit.name, department=form.department or unit.department, fields=fields)
