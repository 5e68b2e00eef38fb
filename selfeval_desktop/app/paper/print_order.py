"""In which order pages go to the printer: copies, sets, sheets with two sides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Literal, TypeVar

Page = TypeVar("Page")

CopyOrder = Literal["set", "form", "page"]
"""What is repeated for each copy: all forms one after the other, one form, or one sheet of paper."""

ORDERS: tuple[CopyOrder, ...] = ("set", "form", "page")
MOST_COPIES = 99


@dataclass(frozen=True, slots=True)
class PrintChoice:
    """How the user prints the forms of one template; `printer` is empty for the system's own choice.

    `reverse`: the last sheet comes first, for printers that lay the printed side up.
    """

    printer: str = ""
    copies: int = 1
    order: CopyOrder = "form"
    reverse: bool = False
    two_sided: bool = False


def arrange_pages(documents: Sequence[Sequence[Page]], choice: PrintChoice) -> tuple[Page | None, ...]:
    """Every side in the order of printing; None is an empty back, so that each copy begins on a sheet of its own."""
    sides = 2 if choice.two_sided else 1
    sheets = [list(_split_into_sheets(document, sides)) for document in documents]
    copies = choice.copies
    if choice.order == "set":
        ordered = [sheet for _ in range(copies) for document in sheets for sheet in document]
    elif choice.order == "form":
        ordered = [sheet for document in sheets for _ in range(copies) for sheet in document]
    else:
        ordered = [same for document in sheets for sheet in document for same in repeat(sheet, copies)]
    if choice.reverse:
        ordered.reverse()
    return tuple(side for sheet in ordered for side in sheet)


def _split_into_sheets(document: Sequence[Page], sides: int) -> Iterator[tuple[Page | None, ...]]:
    for first in range(0, len(document), sides):
        sheet = tuple(document[first : first + sides])
        yield sheet + (None,) * (sides - len(sheet))
