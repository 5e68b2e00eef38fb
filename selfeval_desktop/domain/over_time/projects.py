"""The same project in another year, form or list, by its name."""

import unicodedata
from functools import lru_cache
from typing import Protocol

from selfeval_desktop.domain.form.units import plain_unit_name
from selfeval_desktop.domain.reading.year_words import without_years


class ListedForm(Protocol):
    """A form as a ledger lists it."""

    @property
    def form_id(self) -> int: ...
    @property
    def project_name(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def year(self) -> int | None: ...


# Called for each form of a ledger, ten thousand of them, after each form that is stored.
@lru_cache(maxsize=1 << 15)
def plain_name(name: str) -> str:
    """A project's name without what differs from year to year and from hand to hand.

    The years that it names are left aside, and so are white space, brackets, stops and the width of letters.
    """
    folded = unicodedata.normalize("NFKC", without_years(name)).casefold()
    return "".join(character for character in folded if character.isalnum())


def is_same_project(name: str, unit: str, other_name: str, other_unit: str) -> bool:
    """Whether two forms are about one project: a name that says something, and one unit where both name theirs."""
    if not plain_name(name) or plain_name(name) != plain_name(other_name):
        return False
    return not (plain_unit_name(unit) and plain_unit_name(other_unit)) or plain_unit_name(
        unit
    ) == plain_unit_name(other_unit)
