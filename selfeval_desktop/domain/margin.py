"""What stands beside the cells of a form and on no paper: where their values came from, and private notes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from selfeval_desktop.domain.fields import FieldRef


class Origin(StrEnum):
    """Where a value came from that nobody typed into this form."""

    IMPORTED = "imported"
    CARRIED = "carried"


@dataclass(frozen=True, slots=True)
class Margin:
    """By cell. A row of indicators goes by its key, not by its place, so that what is beside it moves along."""

    origins: Mapping[FieldRef, Origin] = field(default_factory=dict)
    notes: Mapping[FieldRef, str] = field(default_factory=dict)

    @property
    def is_blank(self) -> bool:
        """Nothing stands beside any cell."""
        return not (self.origins or self.notes)

    def marked(self, cells: Iterable[FieldRef], origin: Origin) -> "Margin":
        """With these cells said to come from there."""
        return replace(self, origins={**self.origins, **dict.fromkeys(cells, origin)})

    def confirmed(self, cells: Iterable[FieldRef]) -> "Margin":
        """With the values of these cells the user's own."""
        gone = set(cells)
        if gone.isdisjoint(self.origins):
            return self
        return replace(
            self, origins={cell: origin for cell, origin in self.origins.items() if cell not in gone}
        )

    def differing(self, other: "Margin") -> Iterator[FieldRef]:
        """The cells beside which something else stands there than here."""
        for here, there in ((self.origins, other.origins), (self.notes, other.notes)):
            yield from (cell for cell in {**here, **there} if here.get(cell) != there.get(cell))

    def noted(self, cell: FieldRef, text: str) -> "Margin":
        """With that note beside the cell; an empty text takes it away."""
        rest = {other: kept for other, kept in self.notes.items() if other != cell}
        return replace(self, notes={**rest, cell: text} if text else rest)

    def without_rows(self, keys: Iterable[int]) -> "Margin":
        """With nothing beside the rows of these keys, which may be given again."""
        gone = set(keys)
        if not gone:
            return self
        return Margin(
            {cell: origin for cell, origin in self.origins.items() if not _is_of(cell, gone)},
            {cell: text for cell, text in self.notes.items() if not _is_of(cell, gone)},
        )


def _is_of(cell: FieldRef, keys: set[int]) -> bool:
    return cell.part == "indicators" and cell.row in keys


BLANK_MARGIN = Margin()
