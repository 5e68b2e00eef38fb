"""Forms recognised in the cells of a file, each read under every template, with its doubts."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import pairwise
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
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.reading import labels
from selfeval_desktop.domain.reading.pasting import Refusal, RefusedText, find_heads
from selfeval_desktop.domain.reading.read_form import ReadForm
from selfeval_desktop.intake.files import gate
from selfeval_desktop.intake.files.cells import CellBlock, FileContents
from selfeval_desktop.intake.forms import form_labels
from selfeval_desktop.intake.forms.form_labels import Vocabulary
from selfeval_desktop.intake.forms.form_table import read_form
from selfeval_desktop.intake.forms.part_table import read_part

MOST_ROWS = 1_000  # of one form
MOST_PLACES = 20_000
MOST_FORMS = 100  # of one sheet
MOST_TEXTS = 60_000  # of one file, in sheets that may hold forms
_RESULTS = frozenset({"target", "actual"})
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
    words = form_labels.template_vocabulary(templates.newest_templates()[0])
    left = MOST_TEXTS
    for number, cells in enumerate(contents.blocks):
        progress(number, len(contents.blocks))
        if not any(_WORD in text for text in cells.texts.values()):
            notes.append(PassedOverPart(cells.container, cells.name, PassedOverReason.NO_FORM))
            continue
        left -= len(cells.texts)
        if left < 0:
            notes.append(PassedOverPart(cells.container, cells.name, PassedOverReason.TOO_BIG))
            continue
        here = [
            each
            for part in _split_by_project(cells, words)
            for each in _recognise_block(part, templates.newest_templates(), notes)
        ]
        if not here and not any(note.name == cells.name for note in notes):
            notes.append(PassedOverPart(cells.container, cells.name, PassedOverReason.NO_FORM))
        found += here
    if not found:
        is_big = any(note.remark is PassedOverReason.TOO_BIG for note in notes)
        raise UnfitFile(path, UnfitReason.TOO_MUCH if is_big else UnfitReason.NO_FORM)
    return Incoming(path, tuple(found), tuple(notes))


def _split_by_project(cells: CellBlock, words: Vocabulary) -> Iterator[CellBlock]:
    """The block cut above each label of a project's name but the first: two forms may stand one below the other.

    The lines right above such a label that are a title belong to it.
    """
    rows = sorted({row for row, _ in cells.texts})
    by_row: dict[int, list[str]] = {row: [] for row in rows}
    for (row, _), text in cells.texts.items():
        by_row[row].append(text)
    named = [
        place for place, row in enumerate(rows) if any(form_labels.names_project(words, text) for text in by_row[row])
    ]
    cuts = []
    for place in named[1:MOST_FORMS]:
        while all(_is_title(words, text) for text in by_row[rows[place - 1]]):
            place -= 1  # noqa: PLW2901 - the cut moves up
        cuts.append(rows[place])
    edges = [min(rows, default=0), *cuts, max(rows, default=0) + 1]
    for start, end in pairwise(edges):
        yield replace(
            cells,
            texts={place: text for place, text in cells.texts.items() if start <= place[0] < end},
            doubts=tuple(each for each in cells.doubts if start <= each.row < end),
            covered=frozenset(place for place in cells.covered if start <= place[0] < end),
        )


def _is_title(words: Vocabulary, text: str) -> bool:
    return form_labels.title_year(text, words.title) is not None or form_labels.unit_line(text) is not None


def _recognise_block(
    cells: CellBlock, templates: Sequence[Template], notes: list[PassedOverPart]
) -> Iterator[Recognised]:
    """The form in the block under the template that fits best, or None.

    Indicator lists and target forms fit no template: for these the default template comes first.
    """
    spots = [*cells.texts, *((each.row, each.column) for each in cells.doubts)]
    rows, columns = (tuple(sorted(set(numbers))) for numbers in zip(*spots, strict=True))
    if len(rows) > MOST_ROWS or len(rows) * len(columns) > MOST_PLACES:
        notes.append(PassedOverPart(cells.container, cells.name, PassedOverReason.TOO_BIG))
        return
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
        with_doubts.sort(key=lambda read: -_template_likeness(read, cells, templates))
    yield Recognised(source, kind, with_doubts)


def _in_block(cells: CellBlock, source: BlockSource) -> frozenset[tuple[int, int]]:
    """The covered cells by row and column of the block, which is without blank rows and columns."""
    rows, columns = ({number: place for place, number in enumerate(kept)} for kept in (source.rows, source.columns))
    return frozenset((rows[row], columns[column]) for row, column in cells.covered if row in rows and column in columns)


def _template_likeness(read: ReadForm, cells: CellBlock, templates: Sequence[Template]) -> int:
    """How many cells of the table were understood, the template's own words twice, less the rows of no class of its."""
    template = _template_of(read, templates)
    words, classes = (
        form_labels.own_words(template),
        {labels.core_label(level.name) for level in template.levels},
    )
    own = sum(labels.bare_label(text) in words for text in cells.texts.values())
    strange = sum(labels.core_label(row.level1) not in classes for row in read.form.indicators)
    return own + len(cells.texts) - len(read.doubts) - strange


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
    """The form with the file's own doubts added; a fraction counts as doubtful in targets and results only."""
    template = _template_of(read, templates)
    begin, places = find_heads(block, template.indicators.columns)
    results = {
        column
        for column, place in enumerate(places)
        if place is not None and template.indicators.columns[place].key in _RESULTS
    }
    found = []
    for each in doubts:
        row, column = source.rows.index(each.row), source.columns.index(each.column)
        if each.reason is not Refusal.FRACTION or (row >= begin and column in results):
            found.append(replace(each, row=row, column=column))
    return replace(read, doubts=tuple(sorted((*read.doubts, *found), key=lambda each: (each.row, each.column))))
