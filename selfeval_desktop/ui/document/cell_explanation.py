"""The explanation of one cell in the help: the manual's entry, and remarks on the cell as it is now."""

from dataclasses import dataclass

from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.field_help import FieldHelp
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.document import calculation_words, form_words
from selfeval_desktop.ui.document.cells import Cell, findings_by_field, with_annotations
from selfeval_desktop.wording import cell_names
from selfeval_desktop.wording import findings as sentences
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP, translate

GREY = Cell(grey=True)
"""A sample of a calculated cell."""
OVERRIDDEN = Cell("1", calculated="2")
"""A sample of a cell in which something other than the calculated figure was typed."""

_BLANK = QT_TRANSLATE_NOOP("Stories", "还没有填写。")
_TYPED = QT_TRANSLATE_NOOP("Stories", "手工填写。")
_TYPED_ALIKE = QT_TRANSLATE_NOOP("Stories", "手工填写，与程序计算的相同。")
_CALCULATED = QT_TRANSLATE_NOOP("Stories", "程序计算，可以改填。")
_NOTHING_CALCULATED = QT_TRANSLATE_NOOP("Stories", "由程序计算，现在还没有可算的数。")
_FIXED = QT_TRANSLATE_NOOP("Stories", "由程序填写，不能改。")
_UNUSED = QT_TRANSLATE_NOOP("Stories", "这一格不用填写。")


@dataclass(frozen=True, slots=True)
class CellRemark:
    """One sentence about a cell, and a sample of the sign by which the table shows it."""

    sample: Cell
    text: str


@dataclass(frozen=True, slots=True)
class CellExplanation:
    """`remarks` come in the order in which they matter."""

    place: str
    help: FieldHelp
    remarks: tuple[CellRemark, ...]


def explain_cell(state: FormState, address: FieldRef, cell: Cell, entry: FieldHelp, aside: str = "") -> CellExplanation:
    """The explanation of the cell at that address; `aside` is a remark that does not follow from the form itself."""
    remarks = [
        CellRemark(Cell(findings=(finding,)), sentences.finding_sentence(finding, state.template))
        for finding in cell.findings
    ]
    if value := "\n".join(filter(None, (_source_sentence(cell), calculation_words.cell_calculation(state, address)))):
        remarks.append(CellRemark(_sample_cell(cell), value))
    beside = [Cell(origin=cell.origin)] if cell.origin else []
    if cell.note:
        beside.append(Cell(note=cell.note))
    remarks += map(CellRemark, beside, form_words.annotation_sentences(state.form, address))
    if aside:
        remarks.append(CellRemark(Cell(), aside))
    return CellExplanation(cell_names.cell_path(address, state.template), entry, tuple(remarks))


def cell_outside_tables(state: FormState, field: FieldRef) -> Cell:
    """A field of the head, a goal or a template's own value, as a table would show it."""
    found = findings_by_field(state.found.open).get(field, ())
    return with_annotations(Cell(edits.cell_text(state.form, field), field, findings=found, editable=True), state.form)


def _sample_cell(cell: Cell) -> Cell:
    if cell.is_overridden:
        return OVERRIDDEN
    return GREY if cell.grey else Cell()


def _source_sentence(cell: Cell) -> str:
    """Whether the value is typed, calculated or fixed; "" where its origin or a finding says so already."""
    if cell.is_overridden:
        return calculation_words.overridden_calculation(cell.text, cell.calculated)
    if cell.origin or (cell.findings and not cell.text):
        return ""
    return translate("Stories", _unchanged_source_sentence(cell))


def _unchanged_source_sentence(cell: Cell) -> str:
    if not cell.editable:
        return _FIXED if cell.text else _UNUSED
    if cell.grey:
        return _CALCULATED if cell.text else _NOTHING_CALCULATED
    if not cell.text:
        return _BLANK
    return _TYPED_ALIKE if cell.calculated else _TYPED
