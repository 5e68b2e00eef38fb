"""Forms recognised in the cells of a file, each read under every template, with its doubts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from selfeval_desktop.app.errors import UnfitFile, UnfitReason
from selfeval_desktop.app.incoming import (
    BlockSource,
    Incoming,
    PassedOverPart,
    PassedOverReason,
    Recognised,
    RecognisedKind,
)
from selfeval_desktop.app.ports.documents import IncomingReader, Progress, ignore_progress
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.reading.pasting import Refusal, RefusedText, find_heads
from selfeval_desktop.domain.reading.read_form import ReadForm
from selfeval_desktop.intake.files import gate
from selfeval_desktop.intake.files.cells import CellBlock, FileContents
from selfeval_desktop.intake.forms import money_units
from selfeval_desktop.intake.forms.form_blocks import FormBlock, RowOrigin, gather_form_blocks
from selfeval_desktop.intake.forms.form_table import read_form
from selfeval_desktop.intake.forms.nearest_template import sort_by_nearness
from selfeval_desktop.intake.forms.part_table import read_part

MOST_ROWS = 1_000  # of one form
MOST_PLACES = 20_000
MOST_TEXTS = 60_000  # of one file, in sheets that may hold forms
_RESULTS = frozenset({"target", "actual"})
_FEW_TEXTS = 3
_WORD = "指标"
"""Every form has this in some label; tables without it are skipped."""


def read_file(path: Path, templates: Templates, progress: Progress = ignore_progress) -> Incoming:
    """The forms recognised in an office file; MissingFile, UnreadableFile, UnfitFile, Cancelled."""
    with open_reader(templates) as read:
        return read(path, progress)


@contextmanager
def open_reader(templates: Templates) -> Iterator[IncomingReader]:
    """A `read_file` for many files, with one reading process for all of them."""

    def read_incoming(path: Path, progress: Progress = ignore_progress) -> Incoming:
        return recognise_forms(path, opened.contents_of(path, progress), templates, progress)

    with gate.OfficeFileReader() as opened:
        yield read_incoming


def recognise_forms(
    path: Path, contents: FileContents, templates: Templates, progress: Progress = ignore_progress
) -> Incoming:
    """The forms in the contents; UnfitFile where there is none, Cancelled."""
    found: list[Recognised] = []
    notes = list(contents.notes)
    known = templates.newest_templates()
    left = MOST_TEXTS
    blocks = gather_form_blocks(contents.blocks, known[0])
    for number, block in enumerate(blocks):
        progress(number, len(blocks))
        here: list[Recognised] = []
        is_little = len(block.cells.texts) <= _FEW_TEXTS
        reason = PassedOverReason.NO_FORM if is_little else PassedOverReason.NO_PLACE
        if any(_WORD in text for text in block.cells.texts.values()):
            left -= len(block.cells.texts)
            if left < 0 or _is_too_big(block.cells):
                reason = PassedOverReason.TOO_BIG
            else:
                here = list(_recognise_block(block, known))
        if not here:
            notes.append(PassedOverPart(block.cells.container, block.cells.name, reason))
        found += here
    if not found:
        is_big = any(note.remark is PassedOverReason.TOO_BIG for note in notes)
        raise UnfitFile(path, UnfitReason.TOO_MUCH if is_big else UnfitReason.NO_FORM)
    return Incoming(path, tuple(found), tuple(notes))


def _spots_of(cells: CellBlock) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The rows and the columns that hold anything."""
    spots = [*cells.texts, *((each.row, each.column) for each in cells.doubts)]
    rows, columns = (tuple(sorted(set(numbers))) for numbers in zip(*spots, strict=True))
    return rows, columns


def _is_too_big(cells: CellBlock) -> bool:
    rows, columns = _spots_of(cells)
    return len(rows) > MOST_ROWS or len(rows) * len(columns) > MOST_PLACES


def _recognise_block(form_block: FormBlock, templates: Sequence[Template]) -> Iterator[Recognised]:
    """The form in the block under the template that fits best, or none.

    Indicator lists and target forms fit no template: for these the default template comes first.
    """
    cells = form_block.cells
    rows, columns = _spots_of(cells)
    block = [tuple(cells.texts.get((row, column), "") for column in columns) for row in rows]
    source = BlockSource(cells.container, cells.name, rows, columns)
    kind, readings = (
        RecognisedKind.FORM,
        _read_under_templates(partial(read_form, covered=_in_block(cells, source)), block, templates),
    )
    if not readings:
        parts = [part for template in templates if (part := read_part(block, template)) is not None]
        if not parts:
            return
        kind = parts[0][0]
        readings = [read for part, read in parts if part is kind]
    with_doubts = [_with_doubts(read, block, cells.doubts, source, templates) for read in readings]
    if kind is RecognisedKind.FORM:
        with_doubts = sort_by_nearness(with_doubts, block, templates)
    yield Recognised(_source_in_file(source, form_block.origins), kind, with_doubts)


def _source_in_file(source: BlockSource, origins: Mapping[int, RowOrigin]) -> BlockSource:
    """Where the rows of the block stand in the file."""
    if not origins:
        return source
    own = [origins[row] for row in source.rows]
    return replace(
        source,
        rows=tuple(each.row for each in own),
        names=tuple(each.name for each in own),
        shifts=tuple(each.shift for each in own),
    )


def _in_block(cells: CellBlock, source: BlockSource) -> frozenset[tuple[int, int]]:
    """The covered cells by row and column of the block, which is without blank rows and columns."""
    rows, columns = ({number: place for place, number in enumerate(kept)} for kept in (source.rows, source.columns))
    return frozenset((rows[row], columns[column]) for row, column in cells.covered if row in rows and column in columns)


def _template_of(read: ReadForm, templates: Sequence[Template]) -> Template:
    return next(each for each in templates if each.id == read.form.template)


def _read_under_templates(
    read: Callable[[Sequence[Sequence[str]], Template], ReadForm | None],
    block: Sequence[Sequence[str]],
    templates: Sequence[Template],
) -> list[ReadForm]:
    return [found for template in templates if (found := read(block, template)) is not None]


def _with_doubts(
    read: ReadForm,
    block: Sequence[Sequence[str]],
    doubts: Sequence[RefusedText],
    source: BlockSource,
    templates: Sequence[Template],
) -> ReadForm:
    """The form with the file's own doubts added.

    A fraction counts as doubtful in targets and results only, and a figure shown in thousands where the table does not
    name the unit for that.
    """
    template = _template_of(read, templates)
    heads = find_heads(block, template.indicators.columns)
    begin, places = heads.begin, heads.places
    results = {
        column
        for column, place in enumerate(places)
        if place is not None and template.indicators.columns[place].key in _RESULTS
    }
    found = []
    is_scaled = any(_names_large_unit(text) for row in block for text in row)
    for each in doubts:
        if each.reason is Refusal.SCALED and is_scaled:
            continue
        row, column = source.rows.index(each.row), source.columns.index(each.column)
        if each.reason is not Refusal.FRACTION or (row >= begin and column in results):
            found.append(replace(each, row=row, column=column))
    return replace(read, doubts=tuple(sorted((*read.doubts, *found), key=lambda each: (each.row, each.column))))


def _names_large_unit(text: str) -> bool:
    unit = money_units.unit_line(text) or money_units.unit_in_label(text)
    return unit is not None and amounts.unit_scale(unit) > 1
