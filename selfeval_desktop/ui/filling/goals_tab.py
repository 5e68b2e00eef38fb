"""The page 目标: what was expected and what was done, side by side, and the other long texts of the template."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from selfeval_desktop.app.ledger.session import FormSession, FormState
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.ui.document.form_page import GOALS_TAB, FormPage
from selfeval_desktop.ui.document.print_layout_watch import PrintLayoutWatch
from selfeval_desktop.ui.filling.text_column import TextColumn
from selfeval_desktop.wording import cell_names

_GOALS = {FieldRef.goal("expected"): "goalExpected", FieldRef.goal("actual"): "goalActual"}
_SIDE_BY_SIDE = 2


class GoalsTab(FormPage):
    """Large texts, each with the number of its characters and of the lines that it prints on."""

    tidyAsked = Signal(object)
    """The user wants the text of that field tidied."""
    expandAsked = Signal(object)
    """The user wants the text of that field in a large window."""

    def __init__(
        self, session: FormSession, printed: PrintLayoutWatch, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(GOALS_TAB)
        self._session, self._printed = session, printed
        self._template: Template | None = None
        self._page = QWidget(self)
        self._grid = QGridLayout(self._page)
        self._columns = {field: self._make_text_column(field, name) for field, name in _GOALS.items()}
        self._lay_out()
        self._place_columns(self._columns)
        session.add_listener(self._show_form)
        self._show_form(session.state)
        printed.add_viewer(self)

    def show_field(self, field: FieldRef) -> bool:
        """Put the cursor into that text; False when it is none of those shown."""
        column = self._columns.get(field)
        if column is None or column.isHidden():
            return False
        column.box.setFocus()
        self._scroll.ensureWidgetVisible(column)
        return True

    def current_field(self) -> FieldRef | None:
        """The text with the cursor."""
        return next((field for field, column in self._columns.items() if column.box.hasFocus()), None)

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(10, 8, 10, 10)
        self._grid.setSpacing(12)
        for place in range(_SIDE_BY_SIDE):
            # Both are equally wide, whatever stands above the texts.
            self._grid.setColumnStretch(place, 1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._page)
        for ground in (self._page, self._scroll.viewport()):
            # The page of the tabs shows through.
            ground.setAutoFillBackground(False)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._scroll)

    def _make_text_column(self, field: FieldRef, name: str) -> TextColumn:
        column = TextColumn(self._session, field, name, self._printed, self._page)
        column.set_title(cell_names.cell_name(field), required=True)
        column.tidyAsked.connect(self.tidyAsked)
        column.expandAsked.connect(self.expandAsked)
        return column

    def _show_form(self, state: FormState | None) -> None:
        if state is None or state.template is self._template:
            return
        self._template = state.template
        wanted = {FieldRef.goal(column.key): True for column in state.template.goals.columns}
        wanted |= {
            FieldRef.head(further.key, extra=True): further.required
            for further in state.template.fields
            if further.kind == "text"
        }
        for field, required in wanted.items():
            if field not in self._columns:
                self._columns[field] = self._make_text_column(field, str(field))
            self._columns[field].set_title(cell_names.cell_name(field, state.template), required=required)
        self._place_columns(wanted)

    def _place_columns(self, wanted: Iterable[FieldRef]) -> None:
        """Show these texts two by two, a single last one across both columns; Tab goes through them in that order."""
        for column in self._columns.values():
            self._grid.removeWidget(column)
            column.hide()
        shown = [self._columns[field] for field in wanted]
        for place, column in enumerate(shown):
            row, column_number = divmod(place, _SIDE_BY_SIDE)
            is_alone = not column_number and place + 1 == len(shown)
            self._grid.addWidget(column, row, column_number, 1, _SIDE_BY_SIDE if is_alone else 1)
            column.show()
        for before, column in pairwise(shown):
            self.setTabOrder(before.box, column.box)
        if shown:
            self.setFocusProxy(shown[0].box)
