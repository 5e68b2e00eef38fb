"""A form as a Word file: title, and one table with the same merged cells and fonts."""

from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.run import Run

from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.domain.layout.sheet import Sheet
from tests.bench.typst_source import BODY, TITLE, column_widths

_PITCH = 1.36  # line to line, in em
_ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def write_docx(printout: Printout, path: Path) -> Path:
    """The file, as an office would have typed it."""
    sheet, paper = printout.sheet, printout.paper
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(paper.width), Mm(paper.height)
    section.left_margin, section.right_margin = Mm(paper.left), Mm(paper.right)
    section.top_margin, section.bottom_margin = Mm(paper.top), Mm(paper.bottom)
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    _set_font(normal, BODY, paper.text_size)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = Pt(_PITCH * paper.text_size)
    for text, font, size in ((sheet.title, TITLE, paper.title_size), (sheet.subtitle, BODY, paper.text_size)):
        line = document.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.paragraph_format.line_spacing = 1.0
        run = line.add_run(text)
        run.bold = font == TITLE
        _set_font(run, font, size)
    table = document.add_table(sheet.row_count, len(sheet.columns), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, column_widths(printout), strict=True):
        column.width = Mm(width)
    _fill(table, sheet)
    document.save(str(path))
    return path


def _set_font(target: ParagraphStyle | Run, name: str, size: float) -> None:
    target.font.name, target.font.size = name, Pt(size)
    target.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def _fill(table: Table, sheet: Sheet) -> None:
    grid = [list(row.cells) for row in table.rows]
    for entry in sheet.cells:
        cell = grid[entry.row][entry.column]
        last = grid[entry.row + entry.row_span - 1][entry.column + entry.column_span - 1]
        if last is not cell:
            cell = cell.merge(last)
        cell.text = entry.text
        for paragraph in cell.paragraphs:
            paragraph.alignment = _ALIGNMENTS[entry.align]
