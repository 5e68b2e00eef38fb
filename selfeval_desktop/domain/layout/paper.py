"""How a form goes on paper: sheet, margins and type, as its template says and as the user chooses."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

PaperSize = Literal["A4", "A3"]
Orientation = Literal["portrait", "landscape"]

# Width and height in mm, upright.
SIZES: Mapping[PaperSize, tuple[float, float]] = {"A4": (210.0, 297.0), "A3": (297.0, 420.0)}

# The widest margin for binding that may be chosen, in mm.
MOST_BINDING = 30


@dataclass(frozen=True, slots=True)
class PaperSetup:
    """Page and margins in mm, type sizes in points.

    `binding` is added to the margin where the sheets are bound: at the left of an upright page, at the
    top of a lying one. The text may shrink down to `smallest_size` where that saves a page. `font` is
    the file name, without ending, of an installed font for the text; empty for the bundled Song.
    `imprint`: the foot of each page shows the form's code, also as QR code.
    """

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    title_size: float
    text_size: float
    smallest_size: float = 9
    binding: float = 0
    justify: bool = True
    imprint: bool = True
    font: str = ""


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """What the user chose for the forms of one template; None and "" leave it as the template says.

    `signature` tells whether the line for signatures stands below the table.
    """

    size: PaperSize | None = None
    orientation: Orientation | None = None
    binding: float | None = None
    imprint: bool | None = None
    signature: bool | None = None
    font: str = ""

    def apply_to_paper(self, paper: PaperSetup) -> PaperSetup:
        """The template's paper with these choices."""
        upright = sorted((paper.width, paper.height)) if self.size is None else SIZES[self.size]
        is_lying = paper.width > paper.height if self.orientation is None else self.orientation == "landscape"
        width, height = reversed(upright) if is_lying else upright
        return replace(
            paper,
            width=width,
            height=height,
            binding=paper.binding if self.binding is None else self.binding,
            imprint=paper.imprint if self.imprint is None else self.imprint,
            font=self.font or paper.font,
        )
