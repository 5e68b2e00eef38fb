"""The tables of a file cut and joined so that each block holds one form: two on a sheet, or one in several tables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from selfeval_desktop.app.incoming import BELOW_TABLE
from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.reading import labels
from selfeval_desktop.domain.reading.pasting import IndicatorHeads, find_heads, is_total
from selfeval_desktop.domain.scoring.scores import level_name
from selfeval_desktop.intake.files.cells import CellBlock
from selfeval_desktop.intake.forms import captions, form_labels
from selfeval_desktop.intake.forms.captions import CaptionKind
from selfeval_desktop.intake.forms.form_labels import Vocabulary

MOST_FORMS = 100  # of one sheet
_MOST_ROWS_WITHOUT_WORD = 200
_WORD = "指标"
_FEWEST_HEADS, _FEWEST_CELLS = 3, 3
_SHIFTS = (0, 1, -1, 2, -2)

NAME, FUNDS, GOALS, GRID, TOTAL = "name", "funds", "goals", "grid", "total"
_SINGLE = frozenset({NAME, FUNDS, GOALS, GRID})
"""What a form has once."""


@dataclass(frozen=True, slots=True)
class RowOrigin:
    """Where a row of a joined block stands in the file; its cells were moved so many columns to the right."""

    name: str
    row: int
    shift: int = 0


@dataclass(frozen=True, slots=True)
class FormBlock:
    """The cells of one form, as far as it is one. `origins` is by row; empty where nothing was joined."""

    cells: CellBlock
    origins: Mapping[int, RowOrigin] = field(default_factory=dict)


def gather_form_blocks(blocks: Sequence[CellBlock], template: Template) -> list[FormBlock]:
    """All cells of the file in blocks that hold one form each, or none; `template` gives the words to know parts by."""
    words = form_labels.template_vocabulary(template)
    groups: list[_Group] = []
    for block in blocks:
        for piece in _pieces_of(block, words):
            foot, rest = _split_foot(piece, words) if groups and GRID in groups[-1].parts else (None, piece)
            if foot is not None:
                groups[-1].add(foot, frozenset())
            if rest is None:
                continue
            parts = _parts_of(rest, words, template)
            if not groups or not groups[-1].takes(rest, parts, words):
                groups.append(_Group(template))
            groups[-1].add(rest, parts)
    return [group.joined_block() for group in groups]


@dataclass(slots=True)
class _Group:
    """Pieces of one form, one below the other."""

    template: Template
    pieces: list[tuple[CellBlock, int]] = field(default_factory=list)
    parts: set[str] = field(default_factory=set)

    def add(self, piece: CellBlock, parts: frozenset[str]) -> None:
        """One more piece below."""
        shift = self._shift_of(piece) if self._goes_on_in(piece, parts) else 0
        self.pieces.append((piece, shift))
        self.parts |= parts

    def takes(self, piece: CellBlock, parts: frozenset[str], words: Vocabulary) -> bool:
        """Whether the piece belongs to the same form."""
        first = self.pieces[0][0]
        if first.container is not piece.container:
            return False
        if not parts and min((row for row, _ in piece.texts), default=0) >= BELOW_TABLE:
            return GRID in self.parts
        if not self.parts:
            return bool(parts) and _is_title_block(first, words)
        if not parts & _SINGLE:
            return self._goes_on_in(piece, parts) or (GRID in self.parts and _has_only_captions(piece, words))
        both = parts & self.parts & _SINGLE
        return not both or (both == {GRID} and self._goes_on_in(piece, parts))

    def joined_block(self) -> FormBlock:
        """The pieces as one block; a single one as it stands."""
        if len(self.pieces) == 1:
            return FormBlock(self.pieces[0][0])
        texts: dict[tuple[int, int], str] = {}
        covered: set[tuple[int, int]] = set()
        doubts, origins, top = [], dict[int, RowOrigin](), 0
        for piece, shift in self.pieces:
            numbers = sorted(
                {row for row, _ in piece.texts}
                | {each.row for each in piece.doubts}
                | {row for row, _ in piece.covered}
            )
            rows = {number: top + place for place, number in enumerate(numbers)}
            origins |= {rows[number]: RowOrigin(piece.name, number, shift) for number in numbers}
            texts |= {(rows[row], column + shift): text for (row, column), text in piece.texts.items()}
            covered |= {(rows[row], column + shift) for row, column in piece.covered}
            doubts += [replace(each, row=rows[each.row], column=each.column + shift) for each in piece.doubts]
            top += len(numbers)
        first = self.pieces[0][0]
        return FormBlock(CellBlock(first.container, first.name, texts, tuple(doubts), frozenset(covered)), origins)

    def _goes_on_in(self, piece: CellBlock, parts: frozenset[str]) -> bool:
        """Whether the piece continues the rows of indicators, which have had no total so far."""
        if GRID not in self.parts or TOTAL in self.parts or (parts & _SINGLE) - {GRID}:
            return False
        return any(len(row) >= _FEWEST_CELLS for row in _rows_of(piece).values())

    def _heads(self) -> IndicatorHeads:
        for piece, _ in self.pieces:
            heads = find_heads(_grid_of(piece), self.template.indicators.columns)
            if heads.count >= _FEWEST_HEADS:
                return heads
        return IndicatorHeads()

    def _shift_of(self, piece: CellBlock) -> int:
        """How many columns to the right the piece must go, so that levels and points stand below their heads."""
        heads, columns = self._heads(), self.template.indicators.columns
        kinds = {column: columns[place].kind for column, place in enumerate(heads.places) if place is not None}
        own = find_heads(_grid_of(piece), columns)
        if own.count >= _FEWEST_HEADS:
            both = [
                heads.places.index(place) - column
                for column, place in enumerate(own.places)
                if place is not None and place in heads.places
            ]
            return max(both, key=both.count, default=0)
        names = {level_name(name) for level in self.template.levels for name in (level.name, *level.level2)}

        def fit(shift: int) -> int:
            found = 0
            for (_, column), text in piece.texts.items():
                kind = kinds.get(column + shift)
                found += kind == "level" and level_name(text) in names
                found += kind in {"weight", "score"} and _is_figure(text)
                found -= kind not in {"weight", "score"} and _is_figure(text)
            return found

        return max(_SHIFTS, key=lambda shift: (fit(shift), -_SHIFTS.index(shift)))


def _pieces_of(block: CellBlock, words: Vocabulary) -> Iterator[CellBlock]:
    """The block cut so that each piece names one project at most: between forms one below, or beside the other."""
    for part in _split_side_by_side(block, words):
        yield from _split_by_project(part, words)


def _split_side_by_side(block: CellBlock, words: Vocabulary) -> Iterator[CellBlock]:
    """The block cut at the columns where a second label of a project's name stands in the row of the first one."""
    for row, cells in _rows_of(block).items():
        named = sorted(column for column in cells if _is_project_label(cells[column], words))
        if len(named) > 1 and all(
            any(_WORD in text for (_, column), text in block.texts.items() if start <= column < end)
            for start, end in pairwise([*named, 1 << 30])
        ):
            yield from (_columns_between(block, *edges) for edges in pairwise([-1, *named[1:], 1 << 30]))
            return
        if row > _MOST_ROWS_WITHOUT_WORD:
            break
    yield block


def _columns_between(block: CellBlock, start: int, end: int) -> CellBlock:
    return replace(
        block,
        texts={place: text for place, text in block.texts.items() if start <= place[1] < end},
        doubts=tuple(each for each in block.doubts if start <= each.column < end),
        covered=frozenset(place for place in block.covered if start <= place[1] < end),
    )


def _rows_between(block: CellBlock, start: int, end: int) -> CellBlock:
    return replace(
        block,
        texts={place: text for place, text in block.texts.items() if start <= place[0] < end},
        doubts=tuple(each for each in block.doubts if start <= each.row < end),
        covered=frozenset(place for place in block.covered if start <= place[0] < end),
    )


def _split_by_project(block: CellBlock, words: Vocabulary) -> Iterator[CellBlock]:
    """The block cut above each label of a project's name but the first, and above the title that belongs to it."""
    by_row = _rows_of(block)
    rows = sorted(by_row)
    named = [
        place
        for place, row in enumerate(rows)
        if any(form_labels.names_project(words, text) for text in by_row[row].values())
    ]
    lines = [list(by_row[row].values()) for row in rows]
    cuts = [rows[_form_start(lines, before, place, words)] for before, place in pairwise(named[: MOST_FORMS + 1])]
    edges = [min(rows, default=0), *cuts, max(rows, default=0) + 1]
    for start, end in pairwise(edges):
        yield _rows_between(block, start, end)


def _form_start(lines: Sequence[Sequence[str]], before: int, named: int, words: Vocabulary) -> int:
    """Where the form begins whose project stands in that line; `before` is the line of the project before."""
    last = max((place for place in range(before, named) if is_total(lines[place])), default=before)
    start = named
    while start - 1 > last and all(_is_caption(text, words) for text in lines[start - 1]):
        start -= 1
    titles = (place for place in range(last + 1, named) if len(lines[place]) == 1 and _is_title(lines[place][0], words))
    return min(start, next(titles, start)) if start == named or last != before else start


def _split_foot(piece: CellBlock, words: Vocabulary) -> tuple[CellBlock | None, CellBlock | None]:
    """The lines above a table that belong to the form before it: those with labels of its foot, above the next title."""
    by_row = _rows_of(piece)
    above = [row for row in sorted(by_row) if row < 0]
    title = next((row for row in above if any(_is_title(text, words) for text in by_row[row].values())), 0)
    foot = [row for row in above if row < title and any(_has_values(text, words) for text in by_row[row].values())]
    if not foot:
        return None, piece
    cut = max(foot) + 1
    top = min(by_row)
    return _rows_between(piece, top, cut), _rows_between(piece, cut, max(by_row) + 1)


def _parts_of(piece: CellBlock, words: Vocabulary, template: Template) -> frozenset[str]:
    """Which parts of a form the piece has."""
    has_word = any(_WORD in text for text in piece.texts.values())
    rows = _rows_of(piece)
    if not has_word and len(rows) > _MOST_ROWS_WITHOUT_WORD:
        return frozenset()
    found = set()
    fund_heads = fund_rows = 0
    for cells in rows.values():
        texts = list(cells.values())
        found |= {NAME} if any(form_labels.names_project(words, text) for text in texts) else set()
        found |= {TOTAL} if is_total(texts) and len(texts) > 1 else set()
        kinds = {column.key for text in texts if (column := labels.find_by_label(words.fund_columns, text)) is not None}
        fund_heads = max(fund_heads, len(kinds & {"initial", "annual", "executed"}))
        fund_rows += any(labels.find_by_label(words.fund_rows, text) is not None for text in texts)
        goals = {key for text in texts if (key := labels.find_by_label(words.goals, text)) is not None}
        found |= {GOALS} if len(goals) > 1 else set()
    if fund_heads > 1 and fund_rows:
        found.add(FUNDS)
    if has_word and find_heads(_grid_of(piece), template.indicators.columns).count >= _FEWEST_HEADS:
        found.add(GRID)
    elif GRID not in found and NAME not in found and FUNDS in found:
        # The total of the funds is none of the indicators.
        found.discard(TOTAL)
    return frozenset(found)


def _is_project_label(text: str, words: Vocabulary) -> bool:
    return form_labels.names_project(words, text)


def _is_title(text: str, words: Vocabulary) -> bool:
    """Whether it is the title of a form, or the number of an attachment."""
    return form_labels.title_year(text, words.title) is not None and not form_labels.is_year_line(text)


def _is_caption(text: str, words: Vocabulary) -> bool:
    """Whether all of the text is what stands above a form."""
    items = captions.caption_items(text, words)
    return not captions.has_values(items) and all(item.kind is not CaptionKind.UNKNOWN for item in items)


def _has_values(text: str, words: Vocabulary) -> bool:
    return captions.has_values(captions.caption_items(text, words))


def _is_title_block(piece: CellBlock, words: Vocabulary) -> bool:
    """Whether a piece without any part says something of the form below it."""
    known = {CaptionKind.YEAR, CaptionKind.UNIT, CaptionKind.PRINTED, CaptionKind.VALUE}
    texts = list(piece.texts.values())[:_MOST_ROWS_WITHOUT_WORD]
    return any(item.kind in known for text in texts for item in captions.caption_items(text, words))


def _has_only_captions(piece: CellBlock, words: Vocabulary) -> bool:
    """Whether a piece without any part says something of the form above it: its foot."""
    texts = list(piece.texts.values())[:_MOST_ROWS_WITHOUT_WORD]
    return any(_has_values(text, words) or labels.find_by_label(words.head, text) is not None for text in texts)


def _rows_of(piece: CellBlock) -> dict[int, dict[int, str]]:
    """The texts by row and column, each row from left to right."""
    rows: dict[int, dict[int, str]] = {}
    for row, column in sorted(piece.texts):
        rows.setdefault(row, {})[column] = piece.texts[row, column]
    return rows


def _grid_of(piece: CellBlock) -> list[list[str]]:
    """The texts with all columns from the first of the sheet on."""
    width = max((column for _, column in piece.texts), default=-1) + 1
    return [[cells.get(column, "") for column in range(width)] for cells in _rows_of(piece).values()]


def _is_figure(text: str) -> bool:
    try:
        return amounts.parse(text) is not None
    except amounts.NotAnAmount:
        return False
