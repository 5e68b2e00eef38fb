"""A page's drawing operations on reportlab's canvas, which counts from the lower left corner."""

from collections.abc import Callable
from itertools import groupby
from operator import attrgetter

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfgen.canvas import Canvas

from selfeval_desktop.app.paper.drawing import Page, Passage, TextRun, Watermark
from selfeval_desktop.output.pdf import fonts

# The middle of a Chinese character lies so many em above the line it stands on.
_MIDDLE = 0.38
_ARTIFACT = "/Artifact BMC"


def draw_page(canvas: Canvas, page: Page, tag: Callable[[Passage], str]) -> None:
    """Draw the page and end it. Its passages are marked and numbered from 0, all else is an artifact."""
    canvas.setPageSize((page.width, page.height))
    canvas.addLiteral(_ARTIFACT)
    for mark in page.marks:
        _draw_mark(canvas, mark, page.height)
    for width, rules in groupby(page.rules, attrgetter("width")):
        canvas.setLineWidth(width)
        canvas.lines([(rule.x1, page.height - rule.y1, rule.x2, page.height - rule.y2) for rule in rules])
    _draw_blocks(canvas, page)
    canvas.addLiteral("EMC")
    done = 0
    for number, passage in enumerate(page.passages):
        _draw_text(canvas, page.runs[done : passage.start], page.height, _ARTIFACT)
        head = f"/{tag(passage)} <</MCID {number}>> BDC"
        _draw_text(canvas, page.runs[passage.start : passage.stop], page.height, head)
        done = passage.stop
    _draw_text(canvas, page.runs[done:], page.height, _ARTIFACT)
    canvas.showPage()


def _draw_mark(canvas: Canvas, mark: Watermark, height: float) -> None:
    fonts.load_font(mark.font)
    canvas.saveState()
    canvas.setFillGray(mark.grey)
    canvas.setFont(mark.font, mark.size)
    canvas.translate(mark.x, height - mark.y)
    canvas.rotate(mark.angle)
    canvas.drawCentredString(0, -_MIDDLE * mark.size, mark.text)
    canvas.restoreState()


def _draw_blocks(canvas: Canvas, page: Page) -> None:
    """One path for all, so that no viewer shows seams between blocks that touch."""
    if page.blocks:
        bottoms = ((block, page.height - block.y - block.height) for block in page.blocks)
        boxes = (f"{block.x:.3f} {y:.3f} {block.width:.3f} {block.height:.3f} re" for block, y in bottoms)
        canvas.addLiteral(" ".join((*boxes, "f")))


def _draw_text(canvas: Canvas, runs: tuple[TextRun, ...], height: float, head: str) -> None:
    """The runs as marked content that begins with the operator `head`.

    The operators are written here, as reportlab describes it for fonts of many subsets: its text objects
    take twice as long.
    """
    if not runs:
        return
    document = document_of(canvas)
    lines = [head, "BT"]
    current = None
    for run in runs:
        font = fonts.load_font(run.font)
        lines.append(f"{run.spacing:.4f} Tc 1 0 0 1 {run.x:.2f} {height - run.baseline:.2f} Tm")
        for subset, codes in font.splitString(run.text, document):
            if current != (font, subset, run.size):
                current = font, subset, run.size
                lines.append(f"{font.getSubsetInternalName(subset, document)} {run.size:g} Tf")
            lines.append(f"<{codes.hex()}> Tj")
    lines.append("ET EMC")
    canvas.addLiteral("\n".join(lines))


def document_of(canvas: Canvas) -> PDFDocument:
    """The document behind a canvas, for what the canvas does not pass on."""
    return canvas._doc  # noqa: SLF001 - there is no other way
