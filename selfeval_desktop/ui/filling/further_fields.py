"""The short values that only some templates ask for: further fields, and those of the line for signatures."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from selfeval_desktop.app.ledger.session import FormSession, FormState
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import FurtherField, Template
from selfeval_desktop.ui.filling.bound import ChoiceBox, LineBox

_SIDE_BY_SIDE = 2
_GAP = 8
_SIGNATURE_GAP = 16
Box = LineBox | ChoiceBox


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
        self._grid.setHorizontalSpacing(_GAP)
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
        """The field with the cursor."""
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
            self._labels[box] = QLabel(further.label, self)
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
        """The field with the cursor."""
        return next((field for field, cell in self._cells.items() if cell.box.hasFocus()), None)


class _SignatureCell(QWidget):
    """A box with its name before it."""

    def __init__(self, session: FormSession, field: FieldRef, parent: QWidget) -> None:
        super().__init__(parent)
        self.box, self._label = LineBox(session, field, "", self), QLabel(self)
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
