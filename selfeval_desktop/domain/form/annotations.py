"""Annotations of cells, which no paper shows: where values came from, notes, texts without a cell, accepted findings."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from selfeval_desktop.domain.form.fields import FieldRef


class ValueOrigin(StrEnum):
    """Where a value came from that nobody typed into this form."""

    IMPORTED = "imported"
    CARRIED = "carried"


@dataclass(frozen=True, slots=True)
class DroppedText:
    """The text of a cell that the form's template does not have, and the template that had it."""

    text: str
    template: str
    version: int


@dataclass(frozen=True, slots=True)
class FindingKey:
    """Which finding a reason was written for: code, cell, and a digest of the values that the finding names.

    Once a value changes, the key does not fit any more and the finding is open again.
    """

    code: str
    cell: FieldRef
    values: str


@dataclass(frozen=True, slots=True)
class Annotations:
    """The annotations by cell. An indicator row goes by its key, not its number, so that they move with it.

    `dropped` holds texts of cells that the present template lacks, until one has them again.
    `explained` holds the reason why a finding is accepted.
    """

    origins: Mapping[FieldRef, ValueOrigin] = field(default_factory=dict)
    notes: Mapping[FieldRef, str] = field(default_factory=dict)
    dropped: Mapping[FieldRef, DroppedText] = field(default_factory=dict)
    explained: Mapping[FindingKey, str] = field(default_factory=dict)

    @property
    def is_blank(self) -> bool:
        """No cell has an annotation."""
        return not (self.origins or self.notes or self.dropped or self.explained)

    @property
    def unconfirmed_count(self) -> int:
        """How many values were carried over from another year and are not confirmed: no final print has them."""
        return sum(origin is ValueOrigin.CARRIED for origin in self.origins.values())

    def with_origin(self, cells: Iterable[FieldRef], origin: ValueOrigin) -> "Annotations":
        """A copy in which the values of these cells have that origin."""
        return replace(self, origins={**self.origins, **dict.fromkeys(cells, origin)})

    def with_confirmed_cells(self, cells: Iterable[FieldRef]) -> "Annotations":
        """A copy in which these cells have no origin: the user stands for their values."""
        gone = set(cells)
        if gone.isdisjoint(self.origins):
            return self
        return replace(self, origins={cell: origin for cell, origin in self.origins.items() if cell not in gone})

    def differing_cells(self, other: "Annotations") -> Iterator[FieldRef]:
        """The cells whose origin or note differs between the two."""
        for here, there in ((self.origins, other.origins), (self.notes, other.notes)):
            yield from (cell for cell in {**here, **there} if here.get(cell) != there.get(cell))

    def with_note(self, cell: FieldRef, text: str) -> "Annotations":
        """A copy with that note on the cell; an empty text removes it."""
        rest = {other: kept for other, kept in self.notes.items() if other != cell}
        return replace(self, notes={**rest, cell: text} if text else rest)

    def with_reason(self, matter: FindingKey, reason: str) -> "Annotations":
        """A copy in which the finding is accepted for that reason; an empty one opens it again."""
        rest = {other: kept for other, kept in self.explained.items() if other != matter}
        return replace(self, explained={**rest, matter: reason} if reason else rest)

    def without_rows(self, keys: Iterable[int]) -> "Annotations":
        """A copy without annotations of the rows with these keys: a new row may get the same key."""
        gone = set(keys)
        if not gone:
            return self
        return Annotations(
            {cell: origin for cell, origin in self.origins.items() if not _is_in_rows(cell, gone)},
            {cell: text for cell, text in self.notes.items() if not _is_in_rows(cell, gone)},
            {cell: kept for cell, kept in self.dropped.items() if not _is_in_rows(cell, gone)},
            {matter: why for matter, why in self.explained.items() if not _is_in_rows(matter.cell, gone)},
        )


def _is_in_rows(cell: FieldRef, keys: set[int]) -> bool:
    return cell.part == "indicators" and cell.row in keys


BLANK_ANNOTATIONS = Annotations()
