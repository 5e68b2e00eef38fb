"""The short values that only a template has: a box or a list for each, two side by side."""

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from selfeval_desktop.app.ledger.session import FormSession
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import FurtherField, Template
from selfeval_desktop.ui.filling.bound import ChoiceBox, LineBox

_SIDE_BY_SIDE = 2
_GAP = 8
Box = LineBox | ChoiceBox


class FurtherFields(QWidget):
    """Shows the fields of one template; boxes of others stay hidden, so that a form may go back to theirs."""

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
        """Those that are shown, in the template's order."""
        return list(self._shown.values())

    def show_fields(self, template: Template) -> None:
        """One line of text or one list for each; long texts have another place."""
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
