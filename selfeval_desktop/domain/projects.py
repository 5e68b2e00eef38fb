"""The same project in another year, form or list, by its name."""

import unicodedata

from selfeval_desktop.domain.units import plain
from selfeval_desktop.domain.year_words import without_years


def plain_name(name: str) -> str:
    """A project's name without what differs from year to year and from hand to hand.

    The years that it names are left aside, and so are white space, brackets, stops and the width of letters.
    """
    folded = unicodedata.normalize("NFKC", without_years(name)).casefold()
    return "".join(character for character in folded if character.isalnum())


def is_same(name: str, unit: str, other_name: str, other_unit: str) -> bool:
    """Whether two forms are about one project: a name that says something, and one unit where both name theirs."""
    if not plain_name(name) or plain_name(name) != plain_name(other_name):
        return False
    return not (plain(unit) and plain(other_unit)) or plain(unit) == plain(other_unit)
