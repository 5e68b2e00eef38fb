"""The forms that one form is compared with: those of its year with its project name, or of its unit."""

from collections.abc import Iterable

from selfeval_desktop.domain.form.units import plain_unit_name
from selfeval_desktop.domain.over_time.projects import ListedForm

# Of a unit with more forms in a year the nearest in the ledger are compared; the check of the whole ledger takes all.
MOST_OF_A_UNIT = 200


def comparable_form_ids(
    one: ListedForm, others: Iterable[ListedForm]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Ids of forms with the same project name, and of forms of the same unit, without that form; none without a year."""
    if one.year is None:
        return (), ()
    unit, project = plain_unit_name(one.unit), plain_unit_name(one.project_name)
    year = [other for other in others if other.year == one.year and other.form_id != one.form_id]
    same_name = tuple(
        other.form_id for other in year if project and plain_unit_name(other.project_name) == project
    )
    same_unit = [other.form_id for other in year if unit and plain_unit_name(other.unit) == unit]
    same_unit.sort(key=lambda form_id: abs(form_id - one.form_id))
    return same_name, tuple(sorted(same_unit[:MOST_OF_A_UNIT]))
