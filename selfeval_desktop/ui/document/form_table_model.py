"""The common model of the funds and the indicator table: cells as values; views hear only of cells that differ."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from selfeval_desktop.app.ledger.session import FormSession, FormState
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.sums import figure_of_sum
from selfeval_desktop.domain.form.texts import TooLong
from selfeval_desktop.domain.reading.pasting import PasteResult
from selfeval_desktop.ui.document import calculation_words, form_words
from selfeval_desktop.ui.document.cells import BLANK_CELL, CELL, Cell
from selfeval_desktop.ui.kit.plain_text import tooltip_text
from selfeval_desktop.wording import cell_names, labels
from selfeval_desktop.wording import findings as sentences
from selfeval_desktop.wording.labels import UndoLabel

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()

# Above this number of changed cells one signal for the whole table is cheaper than one for each.
_MANY_CELLS = 60


class FormTableModel(QAbstractTableModel):
    """A table of the open form. Subclasses lay the form out into cells and name the heads.

    `head_tooltip` gives the tooltip of a column's or row's head, `cell_remark` what is said of a cell and does not
    follow from the form itself.
    """

    shown = Signal()
    """The model is up to date with a new state."""

    def __init__(self, session: FormSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._state: FormState | None = None
        self._cells: list[list[Cell]] = []
        self._places: dict[FieldRef, tuple[int, int]] = {}
        self._column_heads: tuple[str, ...] = ()
        self._row_heads: tuple[str, ...] = ()
        self._visit = 0
        self.head_tooltip: Callable[[FieldRef], str] = lambda _field: ""
        self.cell_remark: Callable[[FieldRef], str] = lambda _field: ""
        session.add_listener(self._show_state)
        self._show_state(session.state)

    @property
    def state(self) -> FormState | None:
        """The state that the model shows."""
        return self._state

    def cell_at(self, index: Index) -> Cell:
        """The cell at that place; a blank one outside of the table."""
        if not index.isValid() or index.row() >= len(self._cells):
            return BLANK_CELL
        return self._cells[index.row()][index.column()]

    def cell_address(self, index: Index) -> FieldRef | None:
        """The address of that cell, also of one that the form does not store, such as the execution rate."""
        return self.cell_at(index).field

    def index_of(self, field: FieldRef) -> QModelIndex:
        """Where the cell stands; an invalid index when it is none of this table's."""
        place = self._places.get(field)
        return NOWHERE if place is None else self.index(*place)

    def begin_undo_step(self) -> None:
        """What is typed from now on is a step of its own in the undo list."""
        self._visit += 1

    def clear_cells(self, indexes: Iterable[Index]) -> None:
        """Empty these cells in one step; calculated ones go back to the program's figure."""
        self._write_texts(((index, "") for index in indexes), UndoLabel.CLEAR)

    def copied_texts(self, rows: Iterable[int], columns: Sequence[int]) -> tuple[tuple[str, ...], ...]:
        """What these cells hold, to be copied: numbers as they would be typed, calculated ones as shown."""
        return tuple(tuple(self._copied_text(self.index(row, column)) for column in columns) for row in rows)

    def paste_block(
        self, block: Sequence[Sequence[str]], row: int, column: int, progress: Progress = ignore_progress
    ) -> PasteResult | None:
        """Put the block's upper left cell at that place, in one step; None while there is no form to change. Cancelled."""
        if self._state is None or self._session.read_only:
            return None
        pasted = self._with_pasted_block(self._state, block, row, column, progress)
        self.begin_undo_step()
        self._session.change_form(pasted.form, label=labels.undo_label_text(UndoLabel.PASTE))
        return pasted

    def fill_with_text(self, indexes: Iterable[Index], text: str) -> None:
        """Put the text into each of these cells that can be filled in, in one step."""
        self._write_texts(((index, text) for index in indexes), UndoLabel.PASTE)

    def fill_down(self, indexes: Iterable[Index]) -> None:
        """Let each of these cells hold what the uppermost of its column among them holds, in one step."""
        chosen = sorted(indexes, key=lambda index: index.row())
        first: dict[int, str] = {}
        for index in chosen:
            first.setdefault(index.column(), self._copied_text(index))
        self._write_texts(((index, first[index.column()]) for index in chosen), UndoLabel.FILL_DOWN)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._column_heads)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if self.cell_at(index).editable else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell_at(index)
        if role == CELL:
            return cell
        match role:
            case Role.DisplayRole:
                return cell.text
            case Role.EditRole:
                return self._edit_text(cell)
            case Role.ToolTipRole:
                return tooltip_text("\n".join((*self._unread_texts(cell), *self._tooltip_lines(index, cell)))) or None
            case Role.AccessibleTextRole:
                return self._accessible_text(index, cell)
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        cell = self.cell_at(index)
        if role != Role.EditRole or self._state is None or cell.field is None or not cell.editable:
            return False
        text = str(value)
        if edits.is_numeric(cell.field):
            text = figure_of_sum(text)
        try:
            form = self._with_typed_text(self._state.form, index, text)
        except TooLong as error:
            self._session.refuse(error)
            return False
        self._change_form(cell.field, self._state, form)
        return True

    def report_too_long(self, index: Index, length: int) -> None:
        """Report that the text is too long for the cell."""
        field = self.cell_at(index).field
        if field is not None:
            self._session.refuse(TooLong(field, length))

    def take_back_typing(self, index: Index) -> None:
        """Let the cell be as it was when its editor opened; what was typed since is gone for good."""
        field = self.cell_at(index).field
        if field is not None:
            self._session.take_back_typing(self._merge_key(field))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> str | None:
        heads = self._column_heads if orientation == Qt.Orientation.Horizontal else self._row_heads
        if not 0 <= section < len(heads):
            return None
        if role == Role.ToolTipRole:
            address = self._head_address(section, orientation)
            return self.head_tooltip(address) or None if address else None
        return heads[section] if role == Role.DisplayRole else None

    def _column_and_row_heads(self, state: FormState) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The heads of the columns and of the rows."""
        raise NotImplementedError

    def _lay_out(self, state: FormState) -> list[list[Cell]]:
        """All cells; rows that cannot have changed since `self._state` may be the same lists as before."""
        raise NotImplementedError

    def _head_address(self, section: int, orientation: Qt.Orientation) -> FieldRef | None:
        """The column or row that a head stands for; None for one of which there is nothing to say."""
        raise NotImplementedError

    def _with_typed_text(self, form: Form, index: Index, text: str) -> Form:
        """The form with that text typed into the cell."""
        field = self.cell_at(index).field
        assert field is not None
        return edits.set_cell(form, field, text)

    def _merged_fields(self, index: Index, field: FieldRef) -> tuple[FieldRef, ...]:
        """The cells of the form that the cell stands for, which begins with that one."""
        return (field,)

    def _change_form(self, field: FieldRef, state: FormState, form: Form) -> None:
        label = labels.cell_edit_label(field, state.template)
        self._session.change_form(form, label=label, merge_key=self._merge_key(field))

    def _merge_key(self, field: FieldRef) -> str:
        """The same for all that is typed into a cell while its editor is open."""
        return f"{field}#{self._visit}"

    def _with_pasted_block(
        self, state: FormState, block: Sequence[Sequence[str]], first: int, left: int, progress: Progress
    ) -> PasteResult:
        """The form with the block in it."""
        raise NotImplementedError

    def _copied_text(self, index: Index) -> str:
        cell = self.cell_at(index)
        return cell.text if cell.grey or cell.field is None else self._edit_text(cell)

    def _write_texts(self, texts: Iterable[tuple[Index, str]], deed: UndoLabel) -> None:
        if self._state is None:
            return
        form = self._state.form
        try:
            for index, text in texts:
                if self.cell_at(index).editable:
                    form = self._with_typed_text(form, index, text)
        except TooLong as error:
            self._session.refuse(error)
            return
        self.begin_undo_step()
        self._session.change_form(form, label=labels.undo_label_text(deed))

    def _edit_text(self, cell: Cell) -> str:
        if self._state is None or cell.field is None:
            return cell.text
        return edits.cell_text(self._state.form, cell.field)

    def _unread_texts(self, cell: Cell) -> tuple[str, ...]:
        """The full text of a cell that could not be read as a number: the cell itself may show it cut short."""
        is_unread = self._state is not None and cell.field in self._state.form.unread
        return (cell.text,) if is_unread else ()

    def _tooltip_lines(self, index: Index, cell: Cell) -> list[str]:
        if self._state is None:
            return []
        tips = [sentences.finding_sentence(finding, self._state.template) for finding in cell.findings]
        if cell.is_overridden:
            tips.append(calculation_words.overridden_calculation(cell.text, cell.calculated))
        address = self.cell_address(index)
        if address is not None and (working := calculation_words.cell_calculation(self._state, address)):
            tips.append(working)
        if cell.field is not None:
            tips += form_words.annotation_sentences(self._state.form, cell.field)
        if address is not None and (aside := self.cell_remark(address)):
            tips.append(aside)
        return tips

    def _accessible_text(self, index: Index, cell: Cell) -> str:
        """Name, value and findings of the cell, for a screen reader."""
        if self._state is None or cell.field is None:
            return cell.text
        place = cell_names.cell_path(cell.field, self._state.template)
        return "，".join((place, cell.text or self.tr("空"), *self._tooltip_lines(index, cell)))

    def _show_state(self, state: FormState | None) -> None:
        cells = [] if state is None else self._lay_out(state)
        if self._session.read_only:
            cells = [[replace(cell, editable=False) for cell in row] for row in cells]
        if self._is_other_form(state):
            self.beginResetModel()
            self._state, self._cells = state, cells
            self._index_cells()
            self.endResetModel()
        else:
            self._replace_cells(state, cells)
        self.shown.emit()

    def _is_other_form(self, state: FormState | None) -> bool:
        """Whether the new state is of another form or laid out by another template."""
        old = self._state
        if state is None or old is None:
            return True
        return state.form_id != old.form_id or state.template is not old.template

    def _replace_cells(self, state: FormState | None, cells: list[list[Cell]]) -> None:
        """Take in cells of the same shape."""
        before, self._cells, self._state = self._cells, cells, state
        self._emit_changed_cells(before)

    def _index_cells(self) -> None:
        """Heads, and where each cell of the form stands."""
        self._column_heads, self._row_heads = self._column_and_row_heads(self._state) if self._state else ((), ())
        cell_names = ((row, column) for row in range(len(self._cells)) for column in range(len(self._cells[row])))
        self._places = {
            address: place for place in cell_names if (address := self.cell_address(self.index(*place))) is not None
        }

    def _emit_changed_cells(self, before: list[list[Cell]]) -> None:
        changed = [
            (row, column)
            for row, (old, new) in enumerate(zip(before, self._cells, strict=True))
            if old is not new
            for column, cell in enumerate(new)
            if cell != old[column]
        ]
        if len(changed) > _MANY_CELLS:
            last = self.index(len(self._cells) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        for row, column in changed:
            index = self.index(row, column)
            self.dataChanged.emit(index, index)
