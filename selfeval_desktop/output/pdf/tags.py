"""The tagged structure of forms in a PDF, for screen readers and for programs that extract tables.

reportlab knows no structure elements; they are added to its document as objects that carry their own text.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObject
from reportlab.pdfgen.canvas import Canvas

from selfeval_desktop.app.paper.drawing import Passage
from selfeval_desktop.domain.layout.sheet import Role, Sheet, SheetCell
from selfeval_desktop.output.pdf.content import document_of

_SCOPES = {Role.LABEL: "Row", Role.HEAD: "Column"}
_LINES = {"title": "H1", "line": "P"}


class _Element(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """An object of the file with its `reference`; its text is made once all objects it refers to are known."""

    def __init__(self, document: PDFDocument, text: str = "") -> None:
        document.Reference(self)
        self.reference = f"{document.objectcounter} 0 R"
        self.text = text

    def format(self, _: PDFDocument) -> bytes:
        """The object as it stands in the file."""
        return self.text.encode("ascii")


class _MarkedPassage(NamedTuple):
    """A marked passage: the reference of its page, and its number there."""

    page: str
    number: int


class PdfStructure:
    """The elements of a whole file, form by form."""

    def __init__(self, canvas: Canvas) -> None:
        self.document = document_of(canvas)
        self.root = _Element(self.document)
        self.whole = _Element(self.document)
        self.sections: list[str] = []
        self.owners: list[list[str]] = []

    def begin_form(self, sheet: Sheet) -> "FormTags":
        """The elements of the next form."""
        section = _Element(self.document)
        self.sections.append(section.reference)
        return FormTags(self, sheet, section)

    def register_page(self, passages: int) -> tuple[str, list[str]]:
        """Register the page drawn last in the parent tree; its reference, and the list for its passages' elements."""
        page = self.document.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self.owners), "/S"
        self.owners.append([""] * passages)
        return self.document.Reference(page).format(self.document).decode(), self.owners[-1]

    def finish_structure(self) -> None:
        """Add the structure to the document; no form may follow."""
        document = self.document
        self.whole.text = f"<</S/Document/P {self.root.reference}/K[{' '.join(self.sections)}]>>"
        owned = (_Element(document, f"[{' '.join(owners)}]").reference for owners in self.owners)
        numbered = " ".join(f"{number} {reference}" for number, reference in enumerate(owned))
        self.root.text = (
            f"<</Type/StructTreeRoot/K {self.whole.reference}/ParentTree<</Nums[{numbered}]>>"
            f"/ParentTreeNextKey {len(self.owners)}>>"
        )
        document.Catalog.StructTreeRoot = self.root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


class FormTags:
    """Collects the marked passages of one form, page by page, then makes elements of title, lines and table."""

    def __init__(self, structure: PdfStructure, sheet: Sheet, section: _Element) -> None:
        self._structure = structure
        self._sheet = sheet
        self._section = section
        self._cells = {(cell.row, cell.column): cell for cell in sheet.cells}
        self._spots: dict[tuple[int, int], list[_MarkedPassage]] = {}
        self._before: list[tuple[str, _MarkedPassage]] = []
        self._after: list[tuple[str, _MarkedPassage]] = []
        self._owners: dict[str, list[str]] = {}

    def passage_tag(self, passage: Passage) -> str:
        """H1 and P beside the table; in it TH for the words of the form itself, TD for what was filled in."""
        if passage.cell is None:
            return _LINES[passage.kind]
        return _cell_tag(self._cells[passage.cell])

    def add_page(self, passages: Sequence[Passage]) -> None:
        """Note the passages of the page drawn last."""
        page, owners = self._structure.register_page(len(passages))
        self._owners[page] = owners
        for number, passage in enumerate(passages):
            spot = _MarkedPassage(page, number)
            if passage.cell is not None:
                self._spots.setdefault(passage.cell, []).append(spot)
            else:
                (self._after if self._spots else self._before).append((self.passage_tag(passage), spot))

    def finish_form(self) -> None:
        """Make the elements; no page of the form follows."""
        children = [self._line_element(kind, spot) for kind, spot in self._before]
        children.append(self._table_element())
        children += [self._line_element(kind, spot) for kind, spot in self._after]
        self._section.text = f"<</S/Sect/P {self._structure.whole.reference}/K[{' '.join(children)}]>>"

    def _line_element(self, kind: str, spot: _MarkedPassage) -> str:
        return self._passage_element(kind, self._section, [spot])

    def _table_element(self) -> str:
        table = _Element(self._structure.document)
        rows = [self._row_element(table, cells) for _, cells in groupby(self._sheet.cells, attrgetter("row"))]
        table.text = f"<</S/Table/P {self._section.reference}/K[{' '.join(rows)}]>>"
        return table.reference

    def _row_element(self, table: _Element, cells: Iterable[SheetCell]) -> str:
        row = _Element(self._structure.document)
        children = " ".join(self._cell_element(row, cell) for cell in cells)
        row.text = f"<</S/TR/P {table.reference}/K[{children}]>>"
        return row.reference

    def _cell_element(self, row: _Element, cell: SheetCell) -> str:
        scope = _SCOPES.get(cell.role)
        attributes = f"/Scope/{scope}" if scope else ""
        attributes += f"/RowSpan {cell.row_span}" if cell.row_span > 1 else ""
        attributes += f"/ColSpan {cell.column_span}" if cell.column_span > 1 else ""
        owned = f"/A<</O/Table{attributes}>>" if attributes else ""
        return self._passage_element(_cell_tag(cell), row, self._spots.get((cell.row, cell.column), ()), owned)

    def _passage_element(
        self, kind: str, parent: _Element, spots: Sequence[_MarkedPassage], attributes: str = ""
    ) -> str:
        """An element that holds passages; its reference."""
        held = "".join(f"<</Type/MCR/Pg {page}/MCID {number}>>" for page, number in spots)
        text = f"<</S/{kind}/P {parent.reference}/K[{held}]{attributes}>>"
        element = _Element(self._structure.document, text)
        for page, number in spots:
            self._owners[page][number] = element.reference
        return element.reference


def _cell_tag(cell: SheetCell) -> str:
    return "TH" if cell.role in _SCOPES else "TD"
