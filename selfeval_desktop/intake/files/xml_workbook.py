"""The sheets of a workbook in the XML of Excel 2003, which many programs write under the ending .xls."""

from dataclasses import dataclass
from datetime import datetime
from typing import IO

from selfeval_desktop.app.incoming import Container, PassedOverReason
from selfeval_desktop.domain.reading.pasting import Refusal
from selfeval_desktop.intake.files import cell_looks
from selfeval_desktop.intake.files.archive import Attributes, XmlHandler, parse_xml
from selfeval_desktop.intake.files.cell_looks import CellLook, StoredNumber, TextRun
from selfeval_desktop.intake.files.cells import (
    LONGEST_TEXT,
    MOST_COLUMNS,
    MOST_ROWS,
    BlockBuilder,
    CellGathering,
    MergedRange,
)

_NAMED_CODES = {
    "Fixed": "0.00",
    "Standard": "#,##0.00",
    "Currency": "#,##0.00",
    "Percent": "0.00%",
    "Scientific": "0.00E+00",
    **dict.fromkeys(("Short Date", "Medium Date", "Long Date"), "yyyy-mm-dd"),
    **dict.fromkeys(("General Date",), "yyyy-mm-dd h:mm"),
    **dict.fromkeys(("Short Time", "Medium Time", "Long Time"), "h:mm"),
}
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's days have no zone
_STRUCK = frozenset({"s", "strike", "del"})


def read_xml_workbook(stream: IO[bytes], gathering: CellGathering) -> None:
    """Read all visible sheets that hold cells. FileRefused."""
    parse_xml(stream, _WorkbookHandler(gathering))


@dataclass(slots=True)
class _Cell:
    """A cell while its content comes in."""

    row: int
    column: int
    look: CellLook
    is_result: bool
    kind: str = ""


class _WorkbookHandler(XmlHandler):
    """Puts the cells of each sheet into a block; whether a sheet is hidden stands behind them."""

    def __init__(self, gathering: CellGathering) -> None:
        self._gathering = gathering
        self._looks: dict[str, CellLook] = {}
        self._look_name = self._path = ""
        self._block: BlockBuilder | None = None
        self._merged: list[MergedRange] = []
        self._row = self._column = self._sheet_column = -1
        self._cell: _Cell | None = None
        self._runs: list[TextRun] = []
        self._struck = self._comments = 0
        self._is_data = self._is_hidden = False
        self._text = ""

    def on_element_start(self, name: str, attributes: Attributes) -> None:
        """Enter styles, sheets, rows, cells and their data."""
        match name:
            case "Style":
                self._look_name = attributes.get("ID", "")
                self._looks[self._look_name] = self._looks.get(attributes.get("Parent", "Default"), CellLook())
            case "NumberFormat" if self._look_name in self._looks:
                code = attributes.get("Format", "")
                self._change_look(code=_NAMED_CODES.get(code, code))
            case "Font" if self._look_name in self._looks and self._block is None:
                self._change_look(is_struck=attributes.get("StrikeThrough") == "1", font=attributes.get("FontName", ""))
            case "Worksheet":
                self._block = self._gathering.begin_block(Container.SHEET, attributes.get("Name", ""))
                self._merged, self._row, self._sheet_column, self._is_hidden = [], -1, -1, False
            case "Comment":
                self._comments += 1
            case "Data" if self._cell is not None and not self._comments:
                self._cell.kind, self._is_data = attributes.get("Type", "String"), True
            case _ if self._block is not None:
                self._begin_part(name, attributes)

    def on_element_end(self, name: str) -> None:
        """Finish what was entered."""
        match name:
            case "Comment":
                self._comments -= 1
            case "Data" if self._is_data:
                self._end_run()
                self._is_data = False
            case "Cell" if self._cell is not None:
                self._put_cell(self._cell)
                self._cell = None
            case "Visible":
                self._is_hidden = self._text.strip() in {"SheetHidden", "SheetVeryHidden"}
            case "Worksheet":
                self._end_sheet()
            case _ if name.lower() in _STRUCK and self._is_data:
                self._end_run()
                self._struck -= 1

    def on_text(self, text: str) -> None:
        """Collect the text of an element."""
        self._text = (self._text + text)[:LONGEST_TEXT]

    def _begin_part(self, name: str, attributes: Attributes) -> None:
        assert self._block is not None
        if name == "Column":
            self._sheet_column = _place(attributes, self._sheet_column)
            span = _number(attributes.get("Span"), 0)
            if _is_out_of_sight(attributes, "Width"):
                last = min(self._sheet_column + span + 1, MOST_COLUMNS)
                self._block.hidden_columns.update(range(self._sheet_column, last))
            self._sheet_column += span
        elif name == "Row":
            self._row, self._column = _place(attributes, self._row), -1
            if _is_out_of_sight(attributes, "Height"):
                span = min(_number(attributes.get("Span"), 0), MOST_ROWS)
                self._block.hidden_rows.update(range(self._row, self._row + span + 1))
        elif name == "Cell":
            self._begin_cell(attributes)
        elif name.lower() in _STRUCK and self._is_data:
            self._end_run()
            self._struck += 1
        else:
            self._text = self._text if self._is_data else ""

    def _begin_cell(self, attributes: Attributes) -> None:
        self._column = _place(attributes, self._column)
        look = self._looks.get(attributes.get("StyleID", "Default"), CellLook())
        self._cell = _Cell(self._row, self._column, look, "Formula" in attributes)
        across, down = (_number(attributes.get(name), 0) for name in ("MergeAcross", "MergeDown"))
        if across or down:
            self._merged.append(MergedRange(self._row, self._column, self._row + down, self._column + across))
        self._column += across
        self._runs.clear()
        self._text = ""

    def _end_run(self) -> None:
        if self._text:
            self._runs.append(TextRun(self._text, True if self._struck else None))
        self._text = ""

    def _put_cell(self, cell: _Cell) -> None:
        assert self._block is not None
        text = "".join(run.text for run in self._runs)
        if cell.kind in {"Number", "DateTime"}:
            figure = _day_number(text) if cell.kind == "DateTime" else text
            number = StoredNumber(figure, is_result=cell.is_result)
            cell_looks.put_number(self._block, cell.row, cell.column, number, cell.look)
        elif cell.kind == "Error":
            self._block.add_doubt(cell.row, cell.column, text, Refusal.FAULT)
        elif cell.kind == "Boolean":
            self._block.put_text(cell.row, cell.column, "TRUE" if text == "1" else "FALSE")
        else:
            cell_looks.put_runs(self._block, cell.row, cell.column, self._runs, cell.look)

    def _end_sheet(self) -> None:
        assert self._block is not None
        if self._is_hidden:
            self._gathering.skip_part(Container.SHEET, self._block.name, PassedOverReason.HIDDEN)
        else:
            self._block.apply_merged_ranges(self._merged)
            self._gathering.end_block(self._block)
        self._block = None

    def _change_look(self, **changes: object) -> None:
        look = self._looks[self._look_name]
        self._looks[self._look_name] = look._replace(**changes)  # type: ignore[arg-type]


def _place(attributes: Attributes, before: int) -> int:
    """The number from 0 of a row, column or cell: told, or the next one."""
    return _number(attributes.get("Index"), before + 2) - 1


def _number(text: str | None, usual: int) -> int:
    return int(text) if text and text.isdigit() and len(text) < 9 else usual


def _is_out_of_sight(attributes: Attributes, size: str) -> bool:
    return attributes.get("Hidden") == "1" or attributes.get(size) == "0"


def _day_number(text: str) -> str:
    """The number of days that a spreadsheet keeps for a moment; what is none stays."""
    try:
        moment = datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return text
    return str((moment - _EPOCH).total_seconds() / 86_400)
