"""How long a text of a form may be: so generous that only a paste by mistake meets it."""

from selfeval_desktop.domain.form.fields import FieldRef

LONGEST_NAME = 1_000
LONGEST_TEXT = 100_000
_NAMES = frozenset({"project_name", "department", "unit", "year", "execution_score"})
_LEVELS = frozenset({"level1", "level2", "weight", "score"})


class TooLong(Exception):
    """A text that a cell does not take: it stays as it was, nothing is cut."""

    def __init__(self, field: FieldRef, length: int) -> None:
        super().__init__(field, length)
        self.field, self.length = field, length


def max_length(field: FieldRef) -> int:
    """The most characters of that cell: 1,000 for names and figures, 100,000 for other texts."""
    if field.extra or field.part == "goals":
        return LONGEST_TEXT
    is_short = field.part == "funds" or field.column in (_NAMES if field.part == "head" else _LEVELS)
    return LONGEST_NAME if is_short else LONGEST_TEXT


def refuse_longer(field: FieldRef, text: str, before: str) -> None:
    """TooLong; a text that was stored longer, by an older version of the program, may be made shorter bit by bit."""
    if len(text) > max(max_length(field), len(before)):
        raise TooLong(field, len(text))
