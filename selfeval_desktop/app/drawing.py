"""The drawing operations of a page, as values; three writers (PDF, preview, printer) draw the same list.

Units are points (1/72 inch); the origin is the page's top left corner, y grows downwards.
"""

from dataclasses import dataclass

from selfeval_desktop.domain.fields import FieldRef


@dataclass(frozen=True, slots=True)
class TextRun:
    """Characters of one font on one line, its left end at (x, baseline)."""

    x: float
    baseline: float
    text: str
    font: str
    size: float
    width: float
    field: FieldRef | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line of the table."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float


@dataclass(frozen=True, slots=True)
class Mark:
    """Large pale text across the page, such as 草稿: centred on (x, y), turned by `angle` degrees anticlockwise."""

    x: float
    y: float
    text: str
    font: str
    size: float
    angle: float
    grey: float


@dataclass(frozen=True, slots=True)
class Target:
    """A rectangle that belongs to one cell of the form: a click in it leads there."""

    x: float
    y: float
    width: float
    height: float
    field: FieldRef


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its size in points and what is drawn on it, in order."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    rules: tuple[Rule, ...]
    runs: tuple[TextRun, ...]
    targets: tuple[Target, ...]
