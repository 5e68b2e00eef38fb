"""The values of the line for signatures, side by side, while it is printed."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from selfeval_desktop.app.ledger.session import FormSession, FormState
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.filling.bound import LineBox

_GAP = 16


class SignatureRow(QWidget):
    """A box for each cell of the line in which something is typed."""

    def __init__(self, session: FormSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._cells: dict[FieldRef, _Cell] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self.hide()

    def signature_boxes(self) -> list[LineBox]:
        """Every box, shown or not, from left to right."""
        return [cell.box for cell in self._cells.values()]

    def show_cells(self, state: FormState, *, printed: bool) -> None:
        """The boxes of the form's template, or nothing while its line is not printed.

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
                self._cells[field] = _Cell(self._session, field, self)
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


class _Cell(QWidget):
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
        """Under the name that the open form's template has for it; hidden where it has none."""
        self._label.setText(name)
        self.box.setAccessibleName(name)
        self.setVisible(bool(name))
