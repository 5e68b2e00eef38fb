"""A page of the window that shows the open form, and which page shows a cell."""

from PySide6.QtWidgets import QWidget

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Template


class FormPage(QWidget):
    """A part of the window that shows cells of the open form; as it stands, one without any cell to go to."""

    def commit_editor(self) -> None:
        """Take the text of an open cell editor into the form, which stays open; text boxes have none."""

    def show_field(self, field: FieldRef) -> bool:
        """Put the cursor into that cell; False when the page has no such cell."""
        return False

    def current_field(self) -> FieldRef | None:
        """The cell with the cursor; None without one."""
        return None


FUNDS_TAB = "fundsTab"
GOALS_TAB = "goalsTab"
INDICATORS_TAB = "indicatorsTab"
PREVIEW_TAB = "previewTab"

HEAD_COLUMNS = frozenset({"project_name", "department", "unit", "year", "money_unit", "template"})
_TABS = {"head": FUNDS_TAB, "funds": FUNDS_TAB, "goals": GOALS_TAB, "indicators": INDICATORS_TAB}


_ORDER = ("project_name", "department", "unit", "year", "template", "money_unit", "execution_score")
_PARTS = ("head", "funds", "goals", "indicators")


def form_order(field: FieldRef) -> tuple[object, ...]:
    """Sorts cells as the window shows them: the head, funds, goals, then the indicators from the first row down.

    What is about the grid as a whole comes before its rows.
    """
    row = field.row if isinstance(field.row, int) else -1
    column = _ORDER.index(field.column) if field.column in _ORDER else len(_ORDER)
    below_the_head = field.part == "head" and tab_of(field) is not None
    part = _PARTS.index("funds" if below_the_head else field.part)
    return part, row, below_the_head, column


def tab_of(field: FieldRef, template: Template | None = None) -> str | None:
    """Object name of the page; None for the form's head, which stands above the pages.

    The execution score and the template's further fields belong to the funds, its long texts to the goals.
    """
    if field.part == "head" and not field.extra and field.column in HEAD_COLUMNS:
        return None
    further = template.further_field(field.column) if template and field.part == "head" and field.extra else None
    if further is not None and further.kind == "text":
        return GOALS_TAB
    return _TABS[field.part]
