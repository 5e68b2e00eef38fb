"""What stands beside the cells of a form and on no paper: origins, notes, what has no cell now, explained findings."""

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
    """What a finding was about when it was explained: its code, its cell, and a digest of the values that it tells of.

    With other values it is another matter, which nobody has explained.
    """

    code: str
    cell: FieldRef
    values: str


@dataclass(frozen=True, slots=True)
class Annotations:
    """By cell. A row of indicators goes by its key, not by its place, so that what is beside it moves along.

    `dropped` waits for a template that has the cell.
    `explained` are the written reasons why something that was found may stand.
    """

    origins: Mapping[FieldRef, ValueOrigin] = field(default_factory=dict)
    notes: Mapping[FieldRef, str] = field(default_factory=dict)
    dropped: Mapping[FieldRef, DroppedText] = field(default_factory=dict)
    explained: Mapping[FindingKey, str] = field(default_factory=dict)

    @property
    def is_blank(self) -> bool:
        """Nothing stands beside any cell."""
        return not (self.origins or self.notes or self.dropped or self.explained)

    @property
    def unconfirmed_count(self) -> int:
        """How many values were carried over from another year and are not confirmed: no final print has them."""
        return sum(origin is ValueOrigin.CARRIED for origin in self.origins.values())

    def with_origin(self, cells: Iterable[FieldRef], origin: ValueOrigin) -> "Annotations":
        """With these cells said to come from there."""
        return replace(self, origins={**self.origins, **dict.fromkeys(cells, origin)})

    def with_confirmed_cells(self, cells: Iterable[FieldRef]) -> "Annotations":
        """With the values of these cells the user's own."""
        gone = set(cells)
        if gone.isdisjoint(self.origins):
            return self
        return replace(
            self, origins={cell: origin for cell, origin in self.origins.items() if cell not in gone}
        )

    def differing_cells(self, other: "Annotations") -> Iterator[FieldRef]:
        """The cells beside which something else stands there than here."""
        for here, there in ((self.origins, other.origins), (self.notes, other.notes)):
            yield from (cell for cell in {**here, **there} if here.get(cell) != there.get(cell))

    def with_note(self, cell: FieldRef, text: str) -> "Annotations":
        """With that note beside the cell; an empty text takes it away."""
        rest = {other: kept for other, kept in self.notes.items() if other != cell}
        return replace(self, notes={**rest, cell: text} if text else rest)

    def with_reason(self, matter: FindingKey, reason: str) -> "Annotations":
        """With that reason why the matter may stand; an empty one takes it back."""
        rest = {other: kept for other, kept in self.explained.items() if other != matter}
        return replace(self, explained={**rest, matter: reason} if reason else rest)

    def without_rows(self, keys: Iterable[int]) -> "Annotations":
        """With nothing beside the rows of these keys, which may be given again."""
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
