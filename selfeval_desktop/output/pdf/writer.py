"""Pages written as PDF: searchable text, embedded fonts, and the same bytes for the same forms."""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas

from selfeval_desktop.app.paper.drawing import Page
from selfeval_desktop.app.ports.documents import Printout, Progress, ignore_progress
from selfeval_desktop.domain.layout.sheet import Role, Sheet
from selfeval_desktop.output.files import write_sheets
from selfeval_desktop.output.pdf import fonts
from selfeval_desktop.output.pdf.content import document_of, draw_page
from selfeval_desktop.output.pdf.manuscript import printable_text
from selfeval_desktop.output.pdf.pages import pages_of
from selfeval_desktop.output.pdf.tags import PdfStructure

# Streams stay binary: a fifth smaller, and quicker written.
rl_config.useA85 = 0

_PROGRAM = "绩效自评"
# Characters of a title; that of many forms is cut.
_LONGEST = 500


def write_pdf(printouts: Sequence[Printout], target: Path, progress: Progress = ignore_progress) -> tuple[Path, ...]:
    """All forms into one file when `target` ends in .pdf, else one file each in that folder."""
    return write_sheets(printouts, target, ".pdf", pdf_bytes, progress)


def pdf_bytes(printouts: Iterable[Printout]) -> bytes:
    """One PDF with every form: its pages numbered per form, bookmarks for it and its parts.

    Beside what its pages show, it holds of a form only what its sheet calls name and author. There is
    no clock in it, so that the same forms always give equal bytes.
    """
    file = PdfFile()
    for printout in printouts:
        file.add_form(printout.sheet, pages_of(printout))
    return file.finish_file()


class _FormBookmark(NamedTuple):
    """A part of a form: it begins on that page of the form's, counted from 0, `top` points below the page's top."""

    title: str
    page: int
    top: float


class PdfFile:
    """A PDF that grows form by form."""

    def __init__(self) -> None:
        self._stream = BytesIO()
        # With a font of ours to begin with, reportlab adds none that is not embedded.
        first = fonts.load_font(fonts.SONG).fontName
        self._canvas = Canvas(self._stream, invariant=1, pageCompression=1, initialFontName=first)
        self._structure = PdfStructure(self._canvas)
        self._forms: list[tuple[Sheet, list[_FormBookmark]]] = []

    def add_form(self, sheet: Sheet, pages: Sequence[Page]) -> None:
        """The form's pages, where its bookmarks lead to, and the elements that its text belongs to."""
        form = len(self._forms)
        parts = list(_form_bookmarks(sheet, pages))
        self._forms.append((sheet, parts))
        tags = self._structure.begin_form(sheet)
        for place, page in enumerate(pages):
            if not place:
                self._add_bookmark(_bookmark_key(form), page, 0)
            for number, part in enumerate(parts):
                if part.page == place:
                    self._add_bookmark(_bookmark_key(form, number), page, part.top)
            draw_page(self._canvas, page, tags.passage_tag)
            tags.add_page(page.passages)
        tags.finish_form()

    def _add_bookmark(self, key: str, page: Page, top: float) -> None:
        """Let the bookmark lead to that height of the page about to be drawn."""
        self._canvas.bookmarkPage(key, "XYZ", left=0, top=page.height - top)

    def finish_file(self) -> bytes:
        """The finished file."""
        canvas = self._canvas
        for form, (sheet, parts) in enumerate(self._forms):
            # Several forms are folded to their names.
            canvas.addOutlineEntry(_form_name(sheet), _bookmark_key(form), 0, closed=len(self._forms) > 1)
            for number, part in enumerate(parts):
                canvas.addOutlineEntry(part.title, _bookmark_key(form, number), 1)
        sheets = [sheet for sheet, _ in self._forms]
        document = document_of(canvas)
        document.info = _Info(sheets)
        document.Catalog.Lang = PDFString(sheets[0].language)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        self._structure.finish_structure()
        canvas.save()
        return self._stream.getvalue()


def _bookmark_key(form: int, part: int | None = None) -> str:
    """What the bookmark of a form, or of a part of it, is called inside the file."""
    return f"{form}" if part is None else f"{form}.{part}"


class _Info(PDFInfo):  # type: ignore[misc]  # reportlab has no types
    """What a viewer shows of the whole file; empty texts are left out, and so is the time."""

    creator = producer = _PROGRAM

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        super().__init__()
        self.title = _joined_texts(map(_form_name, sheets))
        self.author = _joined_texts(sheet.author for sheet in sheets)
        self.subject = _joined_texts(sheet.title for sheet in sheets)

    def format(self, document: PDFDocument) -> bytes:
        """The information dictionary."""
        names = ("title", "author", "subject", "creator", "producer")
        texts = {name.capitalize(): getattr(self, name) for name in names}
        entries = {name: PDFString(text) for name, text in texts.items() if text}
        found: bytes = PDFDictionary(entries).format(document)
        return found


def _joined_texts(texts: Iterable[str]) -> str:
    """The texts, each once, joined to one line and cut at `_LONGEST`."""
    return _shortened_text("、".join(dict.fromkeys(filter(None, map(_one_line, texts)))))


def _form_name(sheet: Sheet) -> str:
    """The name of the form in bookmarks and properties."""
    return _shortened_text(_one_line(sheet.name) or sheet.title)


def _one_line(text: str) -> str:
    return " ".join(printable_text(text).split())


def _shortened_text(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _form_bookmarks(sheet: Sheet, pages: Sequence[Page]) -> Iterator[_FormBookmark]:
    """What the merged labels at the left of the table name."""
    tops = _row_tops(pages)
    for cell in sheet.cells:
        if cell.role is Role.LABEL and not cell.column and cell.row_span > 1 and cell.row in tops:
            yield _FormBookmark(cell.text.partition("\n")[0].partition("（")[0], *tops[cell.row])


def _row_tops(pages: Sequence[Page]) -> dict[int, tuple[int, float]]:
    """Of each row that shows text, the page where it begins, and the height just above its text."""
    tops: dict[int, tuple[int, float]] = {}
    for place, page in enumerate(pages):
        for passage in page.passages:
            if passage.cell is not None:
                first = page.runs[passage.start]
                top = first.baseline - 1.5 * first.size
                row = passage.cell[0]
                if row not in tops or (tops[row][0] == place and top < tops[row][1]):
                    tops[row] = (place, top)
    return tops
