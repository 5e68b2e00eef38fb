"""Pages written as PDF: searchable text, embedded fonts, and the same bytes for the same forms."""

from collections.abc import Sequence
from io import BytesIO
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from selfeval_desktop.app.drawing import Mark, Page
from selfeval_desktop.app.ports import Printout
from selfeval_desktop.output.files import write_files
from selfeval_desktop.output.pdf import fonts
from selfeval_desktop.output.pdf.pages import make_pages

_PROGRAM = "绩效自评"


def write_pdf(printouts: Sequence[Printout], target: Path) -> tuple[Path, ...]:
    """All forms into one file when `target` ends in .pdf, else one file each in that folder."""
    return write_files(printouts, target, ".pdf", pdf_bytes)


def pdf_bytes(printouts: Sequence[Printout]) -> bytes:
    """One PDF with every form: its pages numbered per form, a bookmark where each begins.

    There is no clock in it, so that the same forms always give equal bytes.
    """
    stream = BytesIO()
    canvas = Canvas(stream, invariant=1, pageCompression=1, lang=printouts[0].sheet.language)
    canvas.setTitle("、".join(dict.fromkeys(_name(printout) for printout in printouts)))
    canvas.setAuthor("、".join(dict.fromkeys(printout.form.unit for printout in printouts)))
    canvas.setSubject("、".join(dict.fromkeys(printout.sheet.title for printout in printouts)))
    canvas.setCreator(_PROGRAM)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for number, printout in enumerate(printouts):
        pages = make_pages(printout.sheet, printout.paper, mark=printout.mark)
        canvas.bookmarkPage(str(number))
        canvas.addOutlineEntry(_name(printout), str(number))
        for page in pages:
            draw_page(canvas, page)
    canvas.save()
    return stream.getvalue()


def _name(printout: Printout) -> str:
    """What the reader calls the form."""
    return " ".join(printout.form.project_name.split()) or printout.sheet.title


def draw_page(canvas: Canvas, page: Page) -> None:
    """Draw the operations and end the page. reportlab counts from the lower left corner."""
    canvas.setPageSize((page.width, page.height))
    for mark in page.marks:
        _draw_mark(canvas, mark, page.height)
    for width, rules in groupby(page.rules, attrgetter("width")):
        canvas.setLineWidth(width)
        canvas.lines([(rule.x1, page.height - rule.y1, rule.x2, page.height - rule.y2) for rule in rules])
    text = canvas.beginText()
    for run in page.runs:
        fonts.load(run.font)
        text.setFont(run.font, run.size)
        text.setTextOrigin(run.x, page.height - run.baseline)
        text.textOut(run.text)
    canvas.drawText(text)
    canvas.showPage()


def _draw_mark(canvas: Canvas, mark: Mark, height: float) -> None:
    fonts.load(mark.font)
    canvas.saveState()
    canvas.setFillGray(mark.grey)
    canvas.setFont(mark.font, mark.size)
    canvas.translate(mark.x, height - mark.y)
    canvas.rotate(mark.angle)
    # The middle of a Chinese character lies 0.38 em above the line it stands on.
    canvas.drawCentredString(0, -0.38 * mark.size, mark.text)
    canvas.restoreState()
