"""Sizes and distances that a form's text may be set in, from roomy to tight."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from selfeval_desktop.domain.layout.paper import PaperSetup

_PAD_X = 0.36
# From line to line and between a rule and the text, in em: with room to spare, as usual, and at the smallest size.
_ROOMY = (1.4, 0.46)
_USUAL = (1.36, 0.32)
_TIGHT = (1.3, 0.26)
_STEP = 0.25


@dataclass(frozen=True, slots=True)
class Metrics:
    """Distances in points that follow from the type size; the last two in em."""

    size: float
    line: float = _USUAL[0]
    space: float = _USUAL[1]

    @property
    def pitch(self) -> float:
        """From one line to the next."""
        return self.size * self.line

    @property
    def pad_x(self) -> float:
        """Between a vertical rule and the text."""
        return self.size * _PAD_X

    @property
    def pad_y(self) -> float:
        """Between a horizontal rule and the text."""
        return self.size * self.space

    def cell_height(self, lines: int) -> float:
        """Of a cell with that many lines."""
        return max(lines, 1) * self.pitch + 2 * self.pad_y


def metrics_by_size(paper: PaperSetup) -> Sequence[Metrics]:
    """The metrics to try, from roomy to tight: first less space, then smaller type, a quarter point at a time."""
    full, smallest = paper.text_size, min(paper.smallest_size, paper.text_size)
    count = ceil((full - smallest) / _STEP - 1e-6)
    shrunk = []
    for step in range(1, count + 1):
        line, space = (
            usual + (tight - usual) * step / count for usual, tight in zip(_USUAL, _TIGHT, strict=True)
        )
        shrunk.append(Metrics(max(full - step * _STEP, smallest), line, space))
    return (Metrics(full, *_ROOMY), Metrics(full, *_USUAL), *shrunk)
