"""The page 资金: the funds table, and below it the short values that only some templates ask for."""

from itertools import pairwise

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from selfeval_desktop.app.ledger.session import FormSession, FormState
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import FurtherField, Template
from selfeval_desktop.ui.document import calculation_words
from selfeval_desktop.ui.document.form_page import FUNDS_TAB, FormPage
from selfeval_desktop.ui.document.funds_model import FundsModel
from selfeval_desktop.ui.filling.bound import ChoiceBox, LineBox
from selfeval_desktop.ui.filling.funds_grid import FundsGrid
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.plain_text import PlainLabel

_ROOMY = 240
"""Below this height, in logical pixels, the note is hidden to leave the table its room."""
_LOWEST = 200
"""Below this height the rows are as low as their texts allow."""
_SIDE_BY_SIDE = 2
_FURTHER_GAP = 8
_SIGNATURE_GAP = 16
Box = LineBox | ChoiceBox


class FundsTab(FormPage):
    """Amounts, rate and execution score."""

    def __init__(self, session: FormSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(FUNDS_TAB)
        self._session = session
        self._template: Template | None = None
        self.model = FundsModel(session, self)
        self.table = FundsGrid(self.model, self)
        self.signature = SignatureRow(session, self)
        self._note = PlainLabel(self)
        self.further = FurtherFields(session, self)
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.model.modelReset.connect(self._show_columns)
        session.add_listener(self._show_form)
        self._show_form(session.state)

    def commit_editor(self) -> None:
        """Commit the open editor of the funds table; the boxes below it have none."""
        self.table.commit_editor()

    def show_field(self, field: FieldRef) -> bool:
        """Go to a cell of the table or to one of the further fields; False when it is neither."""
        parts = (self.further, self.signature, self.table)
        return any(part.show_field(field) for part in parts)

    def current_field(self) -> FieldRef | None:
        """The field with the cursor, else the current cell of the table."""
        return self.further.current_field() or self.signature.current_field() or self.table.current_field()

    def show_signature(self, *, printed: bool) -> None:
        """Show the boxes of the line for signatures while that line is printed."""
        state = self._session.state
        if state is not None:
            self.signature.show_cells(state, printed=printed)
            self._set_tab_order()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen the note, which the tooltips have too, and the margins give their room to the rows."""
        super().resizeEvent(event)
        roomy = event.size().height() >= theme.scaled_length(_ROOMY)
        self._note.setVisible(roomy)
        self._column.setContentsMargins(10, 8 if roomy else 3, 10, 10 if roomy else 4)
        self._column.setSpacing(8 if roomy else 4)
        self.table.set_low(event.size().height() < theme.scaled_length(_LOWEST))

    def _lay_out(self) -> None:
        self.table.setObjectName("fundsTable")
        self.table.setAccessibleName(self.tr("资金"))
        self._note.setWordWrap(True)
        theme.set_style_property(self._note, "tone", "muted")
        self._column.addWidget(self._note)
        self._column.addWidget(self.table, 100)
        self._column.addWidget(self.further)
        self._column.addWidget(self.signature)
        self._column.addStretch(1)
        self._show_columns()

    def _show_columns(self) -> None:
        state = self._session.state
        self.table.show_columns(state.template.funds.columns if state else ())

    def _show_form(self, state: FormState | None) -> None:
        if state is None:
            self._note.clear()
            return
        note = (
            self.tr(
                "金额单位：{unit}　灰底由程序计算，可以改填，清空后恢复：合计 = 各项之和，{rate}，得分 = 执行率 × 分值（最高不超过分值）"
            )
            if state.template.funds.part_rows
            else self.tr(
                "金额单位：{unit}　灰底由程序计算：{rate}，得分 = 执行率 × 分值（最高不超过分值），得分可以改填"
            )
        )
        self._note.setText(note.format(unit=state.form.money_unit, rate=calculation_words.rate_rule(state.template)))
        if state.template is not self._template:
            self._template = state.template
            self.further.show_fields(state.template)
            self._set_tab_order()

    def _set_tab_order(self) -> None:
        """Tab goes from the table through the boxes below it."""
        for before, box in pairwise((self.table, *self.further.shown_boxes(), *self.signature.signature_boxes())):
            self.setTabOrder(before, box)


class FurtherFields(QWidget):
    """A box or a list for each short field of the template, two side by side.

    Boxes of other templates stay, hidden, for forms that go back to those.
    """

    def __init__(self, session: FormSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._boxes: dict[tuple[FieldRef, FurtherField], Box] = {}
        self._labels: dict[Box, QLabel] = {}
        self._shown: dict[FieldRef, Box] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_FURTHER_GAP)
        for column in range(_SIDE_BY_SIDE):
            self._grid.setColumnStretch(2 * column + 1, 1)

    def shown_boxes(self) -> list[Box]:
        """The boxes shown, in the template's order."""
        return list(self._shown.values())

    def show_fields(self, template: Template) -> None:
        """Show the fields of that template; long texts are on the page of goals."""
        short = [further for further in template.fields if further.kind != "text"]
        for box in self._boxes.values():
            for widget in (self._labels[box], box):
                self._grid.removeWidget(widget)
                widget.hide()
        self._shown = {FieldRef.head(further.key, extra=True): self._field_box(further) for further in short}
        for place, box in enumerate(self._shown.values()):
            row, column = divmod(place, _SIDE_BY_SIDE)
            # The last one has the rest of its row.
            span = 1 if column or place + 1 < len(short) else 2 * _SIDE_BY_SIDE - 1
            self._grid.addWidget(self._labels[box], row, 2 * column)
            self._grid.addWidget(box, row, 2 * column + 1, 1, span)
            self._labels[box].show()
            box.show()
        self.setVisible(bool(short))

    def show_field(self, field: FieldRef) -> bool:
        """Put the cursor into that field; False when it is none of those shown."""
        box = self._shown.get(field)
        if box is not None:
            box.setFocus()
        return box is not None

    def current_field(self) -> FieldRef | None:
        """The further field with the cursor; None without one."""
        return next((field for field, box in self._shown.items() if box.hasFocus()), None)

    def _field_box(self, further: FurtherField) -> Box:
        field = FieldRef.head(further.key, extra=True)
        if (field, further) not in self._boxes:
            if further.kind == "choice":
                box: Box = ChoiceBox(self._session, field, further, self)
            else:
                box = LineBox(self._session, field, further.label, self)
            box.setObjectName(str(field))
            if further.required and isinstance(box, LineBox):
                box.setPlaceholderText(self.tr("必填"))
            self._boxes[field, further] = box
            self._labels[box] = PlainLabel(further.label, self)
            self._labels[box].setBuddy(box)
        return self._boxes[field, further]


class SignatureRow(QWidget):
    """A box for each cell of the line for signatures in which something is typed, side by side."""

    def __init__(self, session: FormSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._cells: dict[FieldRef, _SignatureCell] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_SIGNATURE_GAP)
        self.hide()

    def signature_boxes(self) -> list[LineBox]:
        """Every box, shown or not, from left to right."""
        return [cell.box for cell in self._cells.values()]

    def show_cells(self, state: FormState, *, printed: bool) -> None:
        """Show the boxes of the form's template, or nothing while its line is not printed.

        A cell for the pen or the seal has a box only where it holds something, as a form from a file may.
        """
        wanted: dict[FieldRef, str] = {}
        for cell in state.template.signature.cells:
            field = FieldRef.head(cell.key, extra=True)
            # A box that was just emptied does not vanish under the hand.
            if cell.whose != "paper" or state.form.fields.get(cell.key) or field == self.current_field():
                wanted[field] = cell.label
        for field in wanted if printed else ():
            if field not in self._cells:
                self._cells[field] = _SignatureCell(self._session, field, self)
                self._row.addWidget(self._cells[field], 1)
        for field, shown in self._cells.items():
            shown.set_label(wanted.get(field, ""))
        self.setVisible(printed and bool(wanted))

    def show_field(self, field: FieldRef) -> bool:
        """Put the cursor into that field; False when it is none of the boxes shown."""
        cell = self._cells.get(field)
        if cell is None or self.isHidden() or cell.isHidden():
            return False
        cell.box.setFocus()
        return True

    def current_field(self) -> FieldRef | None:
        """The signature field with the cursor; None without one."""
        return next((field for field, cell in self._cells.items() if cell.box.hasFocus()), None)


class _SignatureCell(QWidget):
    """A box with its name before it."""

    def __init__(self, session: FormSession, field: FieldRef, parent: QWidget) -> None:
        super().__init__(parent)
        self.box, self._label = LineBox(session, field, "", self), PlainLabel(self)
        self.box.setObjectName(str(field))
        self._label.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label)
        row.addWidget(self.box, 1)

    def set_label(self, name: str) -> None:
        """Name the cell as the template of the open form does; "" hides it."""
        self._label.setText(name)
        self.box.setAccessibleName(name)
        self.setVisible(bool(name))
