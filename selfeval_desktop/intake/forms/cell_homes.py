"""Where each cell of a table went: into a cell of the form, a label, a figure of the program's own, or a doubt."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from selfeval_desktop.domain.form import edits, look_alikes
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Indicator
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.reading.pasting import Refusal, RefusedText
from selfeval_desktop.domain.scoring.scores import level_name
from selfeval_desktop.domain.scoring.targets import split_row
from selfeval_desktop.intake.forms.form_parts import CellGrid

Spot = tuple[int, int]
"""Row and column of a cell in the block."""


class CellHomes:
    """The account of a block's cells: what no home was given to is told, and what its home does not say, too."""

    def __init__(self, block: CellGrid) -> None:
        self._block = block
        self._labels: set[Spot] = set()
        self._given: list[tuple[Spot, FieldRef, str]] = []
        self._told: list[RefusedText] = []

    def mark_label(self, *spots: Spot) -> None:
        """Cells that hold a word of the empty form, or were told already."""
        self._labels.update(spots)

    def give(self, spot: Spot, field: FieldRef, text: str | None = None) -> None:
        """The cell's text, or that part of it, goes into that cell of the form."""
        self._given.append((spot, field, self.text_at(spot) if text is None else text))

    def change_given(self, field: FieldRef, text: str) -> None:
        """What goes into that cell of the form is that text, such as an amount in another unit."""
        self._given = [(spot, given, text if given == field else own) for spot, given, own in self._given]

    def refuse(self, spot: Spot, text: str, reason: Refusal) -> None:
        """The cell's text, or that part of it, is told instead."""
        self._told.append(RefusedText(*spot, text, reason))

    def spot_of(self, field: FieldRef) -> Spot:
        """Where the cell of the form was found first."""
        return next(spot for spot, given, _ in self._given if given == field)

    def text_at(self, spot: Spot) -> str:
        """The text that stands there."""
        return self._block[spot[0]][spot[1]]

    def doubts(self, form: Form, template: Template, further: Iterable[Spot] = ()) -> Iterator[RefusedText]:
        """What was told, what `form` does not say of the cells given to it, and each other cell but `further` ones."""
        yield from self._told
        lost = [
            RefusedText(*spot, text, Refusal.UNKNOWN)
            for spot, field, text in self._given
            if not _says(form, template, field, text)
        ]
        yield from lost
        homes = {spot for spot, _, _ in self._given} | self._labels | {*further}
        homes.update((each.row, each.column) for each in self._told)
        for row, line in enumerate(self._block):
            for column, text in enumerate(line):
                if text.strip() and (row, column) not in homes:
                    yield RefusedText(row, column, text, Refusal.UNKNOWN)


def _says(form: Form, template: Template, field: FieldRef, text: str) -> bool:
    """Whether that cell of the form holds what the text says; a figure left to the program is as good as typed."""
    if field in form.unread:
        return True
    if edits.is_numeric(field):
        return edits.cell_value(form, field) is None or _equals_when_typed(form, field, text)
    shown, typed = look_alikes.compact_text(edits.cell_text(form, field)), look_alikes.compact_text(text)
    if typed in shown or (field.column in {"level1", "level2"} and level_name(text) == level_name(shown)):
        return True
    return isinstance(field.row, int) and _is_split(form.indicators[field.row], template, text)


def _equals_when_typed(form: Form, field: FieldRef, text: str) -> bool:
    typed = edits.set_cell(form, field, text)
    return edits.cell_value(typed, field) == edits.cell_value(form, field)


def _is_split(row: Indicator, template: Template, text: str) -> bool:
    """Whether the row has the target's sign, figure and unit in their own cells."""
    split = split_row(replace(row, target=text.strip(), fields={}), template)
    return split.target == row.target and all(row.fields.get(key) == value for key, value in split.fields.items())
