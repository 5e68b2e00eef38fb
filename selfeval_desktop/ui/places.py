"""Which page of the window shows a cell."""

from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.template import Template

FUNDS_TAB = "fundsTab"
GOALS_TAB = "goalsTab"
INDICATORS_TAB = "indicatorsTab"
PREVIEW_TAB = "previewTab"

HEAD_COLUMNS = frozenset({"project_name", "department", "unit", "year", "money_unit", "template"})
_TABS = {"head": FUNDS_TAB, "funds": FUNDS_TAB, "goals": GOALS_TAB, "indicators": INDICATORS_TAB}


def tab_of(field: FieldRef, template: Template | None = None) -> str | None:
    """Object name of the page; None for the form's head, which stands above the pages.

    The execution score and the template's further fields belong to the funds, its long texts to the goals.
    """
    if field.part == "head" and not field.extra and field.column in HEAD_COLUMNS:
        return None
    further = (
        template.further_field(field.column) if template and field.part == "head" and field.extra else None
    )
    if further is not None and further.kind == "text":
        return GOALS_TAB
    return _TABS[field.part]
