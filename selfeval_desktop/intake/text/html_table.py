"""The tables of a web page as people see them: fields by their values, nothing that is hidden or struck out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple

from selfeval_desktop.domain.reading.pasting import Refusal
from selfeval_desktop.intake.text.symbol_fonts import symbol_text

_BREAKING = frozenset({"br", "p", "div", "li"})
_EMPTY = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_UNSEEN = frozenset({"script", "style", "template", "title", "datalist", "noscript", "rt", "rp", "head", "button"})
_STRUCK = frozenset({"s", "del", "strike"})
_NO_VALUE = frozenset({"hidden", "button", "submit", "reset", "image", "file", "password"})
_TABLE_PARTS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "colgroup", "col", "caption"})
_SPACES = re.compile(r"[ \t\r\n\f]+")
_STYLE_SHEET = re.compile(r"<style[^>]*>(.*?)</style>", re.IGNORECASE | re.DOTALL)
_COMMENTS = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_AT_RULES = re.compile(r"@[a-z-]+[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})", re.IGNORECASE)
_RULES = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"(?P<tag>[A-Za-z][\w-]*)?(?:(?P<mark>[.#])(?P<name>[\w-]+))?")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all", re.IGNORECASE)
_SHOWN = re.compile(r"display\s*:\s*(?!none)[a-z]|visibility\s*:\s*visible", re.IGNORECASE)
_LINE_THROUGH = re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through", re.IGNORECASE)
_FONT = re.compile(r"font-family\s*:\s*[\"']?([^;,\"']+)", re.IGNORECASE)
_PROMPT = re.compile(r"[-—=\s]*(?:请?选择|全部)?[^\w]*")
# The library's parser looks for the end of what is left open again and again: only tags that are whole come to it.
_OPEN_TAG = re.compile(r"<(?![a-zA-Z/!?][^<>]*>)")
_DECLARATION = re.compile(r"<[!?][^<>]*>")
MOST_CELLS = 1_000_000
"""Of a table, the blank ones of its rectangle too."""
_MOST_SPANNED, _LONGEST_COUNT = 200, 9
_CHECKED, _UNCHECKED = "☑", "□"

Place = tuple[int, int]
Attributes = Mapping[str, str | None]


class TooManyCells(Exception):
    """A table of more than MOST_CELLS."""


class LeftOutText(NamedTuple):
    """A text of the page that is not taken: where it stands, and why."""

    row: int
    column: int
    text: str
    reason: Refusal


@dataclass(slots=True)
class HtmlTable:
    """One table: the texts of its cells by row and column, those that merged cells cover blank.

    `covered` are the cells below the first of a vertically merged one. `left_out` are struck and hidden texts, and
    fields without a choice; cells of hidden rows and columns are among the others.
    """

    cells: dict[Place, str] = field(default_factory=dict)
    covered: set[Place] = field(default_factory=set)
    left_out: list[LeftOutText] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    is_hidden: bool = False

    @property
    def rows(self) -> list[list[str]]:
        """The texts of all cells in sight; each row up to its last cell."""
        rows: dict[int, list[str]] = {}
        for row in range(max((row for row, _ in self.cells), default=-1) + 1):
            if row not in self.hidden_rows:
                rows[row] = []
        columns: dict[int, int] = {}
        for (row, column), text in sorted(self.cells.items()):
            if row in rows and column not in self.hidden_columns:
                place = columns.setdefault(column, column - sum(hidden < column for hidden in self.hidden_columns))
                rows[row] += [""] * (place - len(rows[row]))
                rows[row].append(text)
        return list(rows.values())


def read_html_tables(html: str) -> list[HtmlTable]:
    """The tables of the page in their order; one inside a cell is part of its text. TooManyCells."""
    parser = _PageParser(html)
    parser.feed(_whole_tags(html))
    parser.close()
    return parser.tables


def _whole_tags(html: str) -> str:
    """The HTML without comments and declarations; a < that begins no tag is text."""
    before, *comments = html.split("<!--")
    shown = before + "".join(each.partition("-->")[2] for each in comments)
    return _DECLARATION.sub("", _OPEN_TAG.sub("&lt;", shown))


class _Look(NamedTuple):
    """How an element's text looks."""

    is_hidden: bool = False
    is_struck: bool = False
    font: str = ""
    is_unseen: bool = False


class _StyleRules:
    """The rules of a page's style sheets that hide, strike or choose a font, by simple selectors."""

    def __init__(self, html: str) -> None:
        self._rules: list[tuple[str, str, str, str]] = []
        for sheet in _STYLE_SHEET.findall(html):
            for selectors, body in _RULES.findall(_AT_RULES.sub("", _COMMENTS.sub("", sheet))):
                for selector in selectors.split(","):
                    found = _SELECTOR.fullmatch(selector.strip())
                    if found and selector.strip():
                        self._rules.append(
                            ((found["tag"] or "").lower(), found["mark"] or "", found["name"] or "", body)
                        )

    def styles_of(self, tag: str, attributes: Attributes) -> Iterator[str]:
        """The bodies of the rules for an element, its own style last."""
        names = {".": frozenset((attributes.get("class") or "").split()), "#": frozenset({attributes.get("id") or ""})}
        for wanted, mark, name, body in self._rules:
            if (not wanted or wanted == tag) and (not mark or name in names[mark]):
                yield body
        yield attributes.get("style") or ""


class _Cell:
    """A cell while its content comes in: texts, and fields to tick as True and False."""

    def __init__(self) -> None:
        self.parts: list[str | bool] = []
        self.left_out = {Refusal.STRUCK: "", Refusal.HIDDEN: ""}
        self.is_unchosen = False
        self.is_hidden = False

    def text(self) -> str:
        """What the cell shows; of fields of which one can be chosen the text of that one."""
        whole = "".join(self._chosen_parts()).replace("\xa0", " ")
        return "\n".join(filter(None, (line.strip(" ") for line in whole.split("\n"))))

    def _chosen_parts(self) -> Iterator[str]:
        is_shown = True
        for part in self.parts:
            if isinstance(part, bool):
                is_shown = part
            elif is_shown:
                yield part


class _PageParser(HTMLParser):
    """Gathers the tables of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tables: list[HtmlTable] = []
        self._rules = _StyleRules(html)
        self._open: list[tuple[str, _Look]] = []
        self._table = HtmlTable()
        self._row = self._column = -1
        self._depth = self._next_column = 0
        self._cell: _Cell | None = None
        self._options: list[tuple[str, bool]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        look = self._look_of(tag, attributes)
        is_part = tag in _TABLE_PARTS and self._depth == (0 if tag == "table" else 1)
        if tag not in _EMPTY:
            # Of a hidden row, cell or table the whole is left out: its texts are told, so they are read.
            is_whole = is_part and tag in {"table", "tr", "td", "th"}
            self._open.append((tag, look._replace(is_hidden=False) if is_whole else look))
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._table, self._row, self._column, self._next_column = HtmlTable(), -1, -1, 0
                self._table.is_hidden = look.is_hidden
        elif self._depth == 1 and tag in _TABLE_PARTS:
            self._begin_part(tag, attributes, look)
        elif tag in _BREAKING:
            self._add_text("\n")
        elif tag in {"input", "select", "option"}:
            self._begin_field(tag, attributes, look)

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._end_select()
        if tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self._end_cell()
                self.tables.append(self._table)
        elif self._depth == 1 and tag in {"td", "th", "tr"}:
            self._end_cell()
        elif tag in _BREAKING - {"br"}:
            self._add_text("\n")
        place = next((place for place in range(len(self._open) - 1, -1, -1) if self._open[place][0] == tag), None)
        if place is not None:
            del self._open[place:]

    def handle_data(self, data: str) -> None:
        tag, look = self._open[-1] if self._open else ("", _Look())
        if look.is_unseen or self._cell is None:
            return
        # A text area keeps its line breaks.
        text = data if tag == "textarea" else _SPACES.sub(" ", data)
        text = symbol_text(text, look.font)
        if self._options is not None:
            if self._options:
                self._options[-1] = (self._options[-1][0] + text, self._options[-1][1])
        elif look.is_struck or look.is_hidden:
            self._cell.left_out[Refusal.HIDDEN if look.is_hidden else Refusal.STRUCK] += text
        else:
            self._cell.parts.append(text)

    def close(self) -> None:
        super().close()
        self._end_cell()
        if self._depth:
            self.tables.append(self._table)

    def _look_of(self, tag: str, attributes: Attributes) -> _Look:
        look = self._open[-1][1] if self._open else _Look()
        is_hidden, is_struck, font, is_unseen = look
        for style in self._rules.styles_of(tag, attributes):
            if style:
                is_hidden = (is_hidden and not (_SHOWN.search(style) and not look.is_hidden)) or bool(
                    _HIDDEN.search(style)
                )
                is_struck = is_struck or _LINE_THROUGH.search(style) is not None
                named = _FONT.search(style)
                font = named[1].strip() if named else font
        if tag == "font":
            font = attributes.get("face") or font
        is_hidden = is_hidden or "hidden" in attributes
        return _Look(is_hidden, is_struck or tag in _STRUCK, font, is_unseen or tag in _UNSEEN)

    def _begin_part(self, tag: str, attributes: Attributes, look: _Look) -> None:
        if tag == "tr":
            self._end_cell()
            self._row, self._column = self._row + 1, 0
            if look.is_hidden:
                self._table.hidden_rows.add(self._row)
        elif tag == "col":
            count = _span_count(attributes.get("span"))
            if look.is_hidden:
                self._table.hidden_columns.update(range(self._next_column, self._next_column + count))
            self._next_column += count
        elif tag in {"td", "th"}:
            self._end_cell()
            if look.is_hidden:
                # A hidden cell takes no place.
                self._row, self._cell = max(self._row, 0), _Cell()
                self._cell.is_hidden = True
            else:
                self._begin_cell(attributes)

    def _begin_cell(self, attributes: Attributes) -> None:
        cells = self._table.cells
        self._row, self._column = max(self._row, 0), max(self._column, 0)
        while (self._row, self._column) in cells:
            self._column += 1
        rows, columns = (_span_count(attributes.get(name)) for name in ("rowspan", "colspan"))
        for row in range(self._row, self._row + rows):
            for column in range(self._column, self._column + columns):
                if len(cells) < MOST_CELLS:
                    cells.setdefault((row, column), "")
            if row > self._row:
                self._table.covered.add((row, self._column))
        self._cell = _Cell()

    def _end_cell(self) -> None:
        cell, place = self._cell, (self._row, self._column)
        if cell is None:
            return
        self._end_select()
        if cell.is_hidden:
            cell.left_out[Refusal.HIDDEN] += cell.text()
        else:
            self._table.cells[place] = cell.text()
        for reason, text in cell.left_out.items():
            if text.strip():
                self._table.left_out.append(LeftOutText(*place, text.strip(), reason))
        if cell.is_unchosen:
            self._table.left_out.append(LeftOutText(*place, "", Refusal.UNCHOSEN))
        self._cell = None
        self._column += not cell.is_hidden

    def _add_text(self, text: str) -> None:
        look = self._open[-1][1] if self._open else _Look()
        if self._cell is not None and not (look.is_hidden or look.is_unseen) and self._options is None:
            self._cell.parts.append(text)

    def _begin_field(self, tag: str, attributes: Attributes, look: _Look) -> None:
        if self._cell is None or look.is_hidden or look.is_unseen:
            return
        kind = (attributes.get("type") or "text").lower()
        if tag == "select":
            self._options = []
        elif tag == "option":
            if self._options is not None:
                self._options.append(("", "selected" in attributes))
        elif kind == "radio":
            self._cell.parts.append("checked" in attributes)
        elif kind == "checkbox":
            self._cell.parts.append(_CHECKED if "checked" in attributes else _UNCHECKED)
        elif kind not in _NO_VALUE:
            self._cell.parts.append(attributes.get("value") or "")

    def _end_select(self) -> None:
        """Add what was chosen; a list without a choice is blank where its first entry is a prompt, else told of."""
        options, self._options = self._options, None
        if options is None or self._cell is None:
            return
        chosen = [text.strip() for text, is_chosen in options if is_chosen]
        if chosen:
            self._cell.parts.append("、".join(text for text in chosen if not _PROMPT.fullmatch(text)))
        elif options and not _PROMPT.fullmatch(options[0][0].strip()):
            self._cell.is_unchosen = True


def _span_count(text: str | None) -> int:
    """How many rows or columns a cell covers; browsers read what is no number as 1, and so does this."""
    if not (text and text.isascii() and text.isdigit()):
        return 1
    # Python reads no number of thousands of digits.
    return min(max(int(text), 1), _MOST_SPANNED) if len(text) < _LONGEST_COUNT else _MOST_SPANNED
