"""Forms as Word documents in the official layout: merged cells, widths, a head that every page repeats, and the page.

The parts are written as they are, without a library: a form is a title, a table and a line below it, and
the same forms give the same bytes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from selfeval_desktop.app.ports.documents import Printout, Progress, ignore_progress
from selfeval_desktop.domain.form.texts import clean_text
from selfeval_desktop.domain.layout.sheet import Sheet, SheetCell
from selfeval_desktop.output import files
from selfeval_desktop.output.files import COMPOSER, HEI, SONG, write_sheets, zip_bytes
from selfeval_desktop.output.pdf.columns import MM, CellMeasure, column_widths
from selfeval_desktop.output.pdf.manuscript import Manuscript
from selfeval_desktop.output.word_parts import package_parts

# Word counts in twentieths of a point; type in halves.
_TWIPS = 20
_PADDING = 3.0
_ABOVE_TEXT = 2.0
_FOOT_SIZE = 8.0
_MARK_SIZE = 18.0
_ROOM_FOR_PEN = 24.0
# A row whose texts are no longer than this stays on one page.
_SHORT = 200
# What goes on over several lines is set flush at both sides.
_RUNNING = 60
# Word joins tables without a paragraph between them; this one takes no room and is not shown.
_BETWEEN = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:vanish/><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
)


def write_docx(printouts: Sequence[Printout], target: Path, progress: Progress = ignore_progress) -> tuple[Path, ...]:
    """All forms in one .docx, each on pages of its own, or a folder of files."""
    return write_sheets(printouts, target, ".docx", docx_bytes, progress)


def docx_bytes(watched: Iterable[Printout]) -> bytes:
    """One document with a section for each form."""
    printouts = tuple(watched)
    sections = [_Section(number, printout) for number, printout in enumerate(printouts, start=1)]
    body = "".join(section.section_xml(is_last=section.number == len(sections)) for section in sections)
    heads = [section.header_xml() for section in sections]
    # Only Word knows the pages of a section; where there is but one, all programs can count them.
    count = "SECTIONPAGES" if len(sections) > 1 else "NUMPAGES"
    feet = [section.footer_xml(count) for section in sections]
    sheets = [printout.sheet for printout in printouts]
    titles, authors = (
        "、".join(dict.fromkeys(filter(None, texts)))
        for texts in ([sheet.title for sheet in sheets], [sheet.author for sheet in sheets])
    )
    return zip_bytes(package_parts(body, heads, feet, title=_xml_safe_text(titles), author=_xml_safe_text(authors)))


@dataclass(frozen=True, slots=True)
class _TextStyle:
    """How characters are set: size in points."""

    size: float
    font: str = SONG
    bold: bool = False

    @property
    def run_properties(self) -> str:
        """The run's, in the order that Word wants them in."""
        fonts = "".join(f' w:{script}="{self.font}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
        weight = "<w:b/>" if self.bold else ""
        half = round(self.size * 2)
        return f'<w:rPr><w:rFonts{fonts}/>{weight}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'


class _Section:
    """One form: its title, its table and what stands below."""

    def __init__(self, number: int, printout: Printout) -> None:
        self.number = number
        self.printout = printout
        self.sheet, self.paper = printout.sheet, printout.paper
        self.type = _TextStyle(self.paper.text_size)
        is_lying = self.paper.width > self.paper.height
        self.left = self.paper.left + (0 if is_lying else self.paper.binding)
        self.top = self.paper.top + (self.paper.binding if is_lying else 0)
        inner = (self.paper.width - self.left - self.paper.right) * MM
        measure = CellMeasure(self.paper.text_size, _PADDING)
        self.inner = inner
        self.widths = [
            round(width * _TWIPS) for width in column_widths(Manuscript(self.sheet, COMPOSER), inner, measure)
        ]

    def section_xml(self, *, is_last: bool) -> str:
        """The form as the document's body holds it; the section's page goes with its last paragraph."""
        title_type = _TextStyle(self.paper.title_size, HEI, bold=True)
        heading = _paragraph_xml(files.marked_title(self.printout), title_type, align="center")
        subtitle = _paragraph_xml(self.sheet.subtitle, self.type, align="center", after=4)
        tables = _BETWEEN.join(map(self._table_xml, _table_row_ranges(self.sheet)))
        below = list(self._paragraphs_below())
        page = self._page_properties()
        if is_last:
            return "".join((heading, subtitle, tables, *below, page))
        below[-1] = below[-1].replace("</w:pPr>", f"{page}</w:pPr>", 1)
        return "".join((heading, subtitle, tables, *below))

    def header_xml(self) -> str:
        """The running head: the mark, where there is one."""
        return _paragraph_xml(self.printout.mark, _TextStyle(_MARK_SIZE), align="right")

    def footer_xml(self, count: str) -> str:
        """The form's name and the number of the page among its own, which the field `count` counts."""
        name = " ".join(_xml_safe_text(self.sheet.name).split())[:60]
        kind = _TextStyle(_FOOT_SIZE)
        centre, right = (round(part * self.inner * _TWIPS) for part in (0.5, 1.0))
        tabs = f'<w:tabs><w:tab w:val="center" w:pos="{centre}"/><w:tab w:val="right" w:pos="{right}"/></w:tabs>'
        parts = (f"{name}\t第 ", "PAGE", " 页 共 ", count, " 页")
        runs = "".join(_field_xml(part, kind) if part.isupper() else _run_xml(part, kind) for part in parts)
        return f"<w:p><w:pPr>{tabs}</w:pPr>{runs}</w:p>"

    def _paragraphs_below(self) -> Iterator[str]:
        """A paragraph at least, since no document may end with a table."""
        lines = files.lines_below(self.sheet)
        for texts in lines:
            places = (round(place * self.inner * _TWIPS / len(texts)) for place in range(1, len(texts)))
            tabs = "".join(f'<w:tab w:val="left" w:pos="{place}"/>' for place in places)
            text = "\t".join(" ".join(text.split()) for text in texts)
            yield _paragraph_xml(text, self.type, tabs=tabs, before=_ROOM_FOR_PEN)
        if not lines:
            yield _paragraph_xml("", _TextStyle(1.0))

    def _table_xml(self, rows: range) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.widths)
        sides = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        around = "".join(
            f'<w:{side} w:w="{round(points * _TWIPS)}" w:type="dxa"/>'
            for side, points in zip(("top", "left", "bottom", "right"), (_ABOVE_TEXT, _PADDING) * 2, strict=True)
        )
        owners = _owning_cells(self.sheet)
        heads = {head.head for head in self.sheet.repeated} & {rows.start}
        written = "".join(self._row_xml(row, owners[row], is_head=row in heads) for row in rows)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(self.widths)}" w:type="dxa"/><w:jc w:val="center"/>'
            f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/>'
            f"<w:tblCellMar>{around}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"
        )

    def _row_xml(self, row: int, owners: Sequence[SheetCell | None], *, is_head: bool) -> str:
        begun = [cell for cell in owners if cell is not None and cell.row == row]
        properties = ["<w:cantSplit/>"] if all(len(cell.text) <= _SHORT for cell in begun) else []
        if self.sheet.least_heights:
            height = round(self.sheet.least_heights[row] * MM * _TWIPS)
            properties.append(f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>')
        if is_head:
            properties.append("<w:tblHeader/>")
        cells, column = [], 0
        while column < len(owners):
            cell = owners[column]
            cells.append(self._cell_xml(row, column, cell))
            column += cell.column_span if cell else 1
        return f"<w:tr><w:trPr>{''.join(properties)}</w:trPr>{''.join(cells)}</w:tr>"

    def _cell_xml(self, row: int, column: int, cell: SheetCell | None) -> str:
        """The cell that begins here, or its part in a further row; an empty one where the sheet has none."""
        span, begins, merge = 1, True, ""
        if cell is not None:
            span, begins = cell.column_span, cell.row == row
            if cell.row_span > 1:
                merge = '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
        width = sum(self.widths[column : column + span])
        joined = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        text = cell.text if cell is not None and begins else ""
        align = str(cell.align) if cell is not None else "left"
        if align == "left" and len(text) > _RUNNING and self.paper.justify:
            align = "both"
        lines = _xml_safe_text(text).split("\n")
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{joined}{merge}<w:vAlign w:val="center"/></w:tcPr>'
            f"{''.join(_paragraph_xml(line, self.type, align=align) for line in lines)}</w:tc>"
        )

    def _page_properties(self) -> str:
        paper = self.paper
        lying = ' w:orient="landscape"' if paper.width > paper.height else ""
        sides = {"top": self.top, "right": paper.right, "bottom": paper.bottom, "left": self.left}
        margins = "".join(f' w:{side}="{_twips_from_mm(width)}"' for side, width in sides.items())
        edge = min(_twips_from_mm(paper.bottom), 567)
        return (
            f'<w:sectPr><w:headerReference w:type="default" r:id="head{self.number}"/>'
            f'<w:footerReference w:type="default" r:id="foot{self.number}"/>'
            f'<w:pgSz w:w="{_twips_from_mm(paper.width)}" w:h="{_twips_from_mm(paper.height)}"{lying}/>'
            f'<w:pgMar{margins} w:header="{edge}" w:footer="{edge}" w:gutter="0"/><w:pgNumType w:start="1"/></w:sectPr>'
        )


def _table_row_ranges(sheet: Sheet) -> Iterator[range]:
    """The rows table by table: Word repeats the first row of a table only, so that the longest head begins one."""
    heads = [head.head for head in sheet.repeated if head.head]
    cut = heads[-1] if heads and not _is_crossed(sheet, heads[-1]) else 0
    if cut:
        yield range(cut)
    yield range(cut, sheet.row_count)


def _is_crossed(sheet: Sheet, row: int) -> bool:
    """Whether a cell reaches from above that row into it."""
    return any(cell.row < row < cell.row + cell.row_span for cell in sheet.cells)


def _owning_cells(sheet: Sheet) -> list[list[SheetCell | None]]:
    """Which cell each field of the grid belongs to."""
    owners: list[list[SheetCell | None]] = [[None] * len(sheet.columns) for _ in range(sheet.row_count)]
    for cell in sheet.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            owners[row][cell.column : cell.column + cell.column_span] = [cell] * cell.column_span
    return owners


def _paragraph_xml(
    text: str,
    kind: _TextStyle,
    *,
    align: str = "left",
    tabs: str = "",
    before: float = 0.0,
    after: float = 0.0,
) -> str:
    spacing = f'<w:spacing w:before="{round(before * _TWIPS)}" w:after="{round(after * _TWIPS)}"/>'
    stops = f"<w:tabs>{tabs}</w:tabs>" if tabs else ""
    run = _run_xml(text, kind) if text else ""
    return f'<w:p><w:pPr>{stops}{spacing}<w:jc w:val="{align}"/>{kind.run_properties}</w:pPr>{run}</w:p>'


def _run_xml(text: str, kind: _TextStyle) -> str:
    pieces = (f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in _xml_safe_text(text).split("\t"))
    return f"<w:r>{kind.run_properties}{'<w:tab/>'.join(pieces)}</w:r>"


def _field_xml(code: str, kind: _TextStyle) -> str:
    """A number that Word counts itself."""
    return f'<w:fldSimple w:instr=" {code} ">{_run_xml("1", kind)}</w:fldSimple>'


def _xml_safe_text(text: str) -> str:
    """Without what XML cannot hold."""
    return clean_text(text)


def _twips_from_mm(millimetres: float) -> int:
    return round(millimetres * MM * _TWIPS)
