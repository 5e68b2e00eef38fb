"""What is picked instead of typed: a reason for the deviation of a row, and whole indicators."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.over_time import library
from selfeval_desktop.domain.scoring.targets import whole_row
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.filling.indicators_tab import IndicatorsTab
from selfeval_desktop.ui.filling.library_dialog import LibraryDialog
from selfeval_desktop.ui.filling.reasons_dialog import ReasonsDialog, ReasonsInput
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.wording import labels
from selfeval_desktop.wording.labels import UndoLabel


class LibraryCommands(QObject):
    """Each is one step. Nothing is filled in that was not chosen."""

    rowChanged = Signal()
    """`has_row` may be otherwise."""

    def __init__(self, document: Document, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._workspace, self._window = document, workspace, window
        self._page: IndicatorsTab = workspace.indicators
        self._page.model.shown.connect(self.rowChanged)
        self._page.table.selectionModel().currentChanged.connect(self.rowChanged)

    @property
    def has_row(self) -> bool:
        """Whether the cursor of the indicator table stands on a row."""
        return self._page.table.currentIndex().isValid()

    @does("actionReasons")
    def offer_reasons(self) -> None:
        """Put a chosen reason behind what the current row says of its deviation, or the box for the whole form."""
        ledger, state = self._go_to_indicators()
        place = self._page.table.currentIndex().row()
        if ledger is None or state is None:
            return
        box = state.template.limits.whole_reason
        field = FieldRef.parse(box) if box else FieldRef.indicator(place, "deviation")
        with self._document.reporting_errors():
            services, held = self._document.services, edits.cell_text(state.form, field)
            row = replace(whole_row(state.form.indicators[place], state.template), deviation=held)
            offer = ReasonsInput(row, place, ledger.store.deviation_reasons(state.form_id), services.causes())
            dialog = ReasonsDialog(offer, self._window)
            answer, text = dialog.exec(), dialog.text
            dialog.deleteLater()
            if answer == QDialog.DialogCode.Accepted:
                form = edits.set_cell(state.form, field, library.append_text(held, text))
                self._document.change_form(form, label=labels.undo_label_text(UndoLabel.INSERT_REASON))
                self._workspace.show_field(field)

    @does("actionLibrary")
    def offer_indicators(self) -> None:
        """Add chosen indicators with their targets, and select them."""
        ledger, state = self._go_to_indicators()
        if ledger is None or state is None:
            return
        with self._document.reporting_errors():
            own = ledger.store.known_indicators(state.form_id)
            known = library.merge_known_indicators(own, self._document.services.reference_indicators())
            dialog = LibraryDialog(state.form, library.sort_by_level(known, state.template), self._window)
            answer, rows = dialog.exec(), dialog.wanted_rows()
            dialog.deleteLater()
            if answer == QDialog.DialogCode.Accepted:
                form, places = edits.add_indicators(state.form, rows, state.template)
                self._document.change_form(form, label=labels.undo_label_text(UndoLabel.ADD_INDICATORS))
                self._page.table.choose_rows(places, self._page.model.column_of("level3"))

    def _go_to_indicators(self) -> tuple[LedgerSession | None, FormState | None]:
        """Turn to the page of indicators, with what is being typed there in the form."""
        self._workspace.show_indicators()
        self._page.table.close_editor()
        return self._document.ledger, self._document.form
