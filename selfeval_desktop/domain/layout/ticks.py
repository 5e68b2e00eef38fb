"""Boxes to tick, as forms print them: every choice with its box, the chosen one with its tick."""

import re
from collections.abc import Sequence

_TICKED, _OPEN = "☑", "□"
# What stands for a ticked box on real forms; some are letters of a symbol font that was lost.
_TICKS = "☑☒√✓✔■þR"
_BETWEEN = "　"


def ticked_choices(choices: Sequence[str], chosen: str) -> str:
    """All choices with their boxes; what was chosen and is none of them comes last."""
    known = [f"{choice} {_TICKED if choice == chosen else _OPEN}" for choice in choices]
    other = [f"{chosen} {_TICKED}"] if chosen and chosen not in choices else []
    return _BETWEEN.join([*known, *other])


def chosen_in(text: str, choices: Sequence[str]) -> str:
    """The choice that is ticked in such a text, or that is all of it; "" for none."""
    plain = _without_spaces(text)
    found = (
        choice for choice in choices if re.search(rf"{re.escape(_without_spaces(choice))}[{_TICKS}]", plain)
    )
    return next(found, next((choice for choice in choices if _without_spaces(choice) == plain), ""))


def is_blank(text: str, choices: Sequence[str]) -> bool:
    """Whether a text shows boxes of which none is ticked."""
    return _without_spaces(text) == _without_spaces(ticked_choices(choices, ""))


def _without_spaces(text: str) -> str:
    return "".join(text.split())
