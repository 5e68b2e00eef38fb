"""The reporting units of the ledger: kept in their dialog, offered and filled in where a form names its unit."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.units import distinct_names, fill_in_unit, unit_fields
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.filling.form_head import FormHead
from selfeval_desktop.ui.filling.units_dialog import UnitsDialog, UnitsInput
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.wording import labels
from selfeval_desktop.wording.labels import UndoLabel


class UnitCommands(QObject):
    """Fills in what goes with a unit: over what came with another unit, never over what the user typed himself."""

    def __init__(self, document: Document, head: FormHead, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._head, self._window = document, head, window
        head.namesWanted.connect(self._offer_unit_names)
        head.unitGiven.connect(self._fill_unit_fields)

    @does("actionUnits")
    def edit_units(self) -> None:
        """Let the user edit the list of units; existing forms stay as they are."""
        ledger = self._document.ledger
        if ledger is None or not self._document.flush():
            return
        with self._document.reporting_errors():
            fields = unit_fields(self._document.services.templates.newest_templates())
            offer = UnitsInput(
                ledger.units,
                fields,
                distinct_names(form.unit for form in ledger.summaries),
                distinct_names(form.department for form in ledger.summaries),
                ledger.index.known_units,
            )
            keep = partial(ledger.change_units, label=labels.undo_label_text(UndoLabel.UNITS))
            UnitsDialog(offer, keep, self._window).ask_consent()

    def _offer_unit_names(self) -> None:
        """Offer the names of the list and of other forms; the open form's is the one being typed."""
        ledger, state = self._document.ledger, self._document.form
        if ledger is not None and state is not None:
            others = [form for form in ledger.summaries if form.form_id != state.form_id]
            self._head.offer_unit_names(
                distinct_names([unit.name for unit in ledger.units] + [form.unit for form in others]),
                distinct_names([unit.department for unit in ledger.units] + [form.department for form in others]),
            )

    def _fill_unit_fields(self, merge_key: str, name_before: str) -> None:
        """Fill in what goes with the unit just given, in one step with its name."""
        ledger, state = self._document.ledger, self._document.form
        if ledger is None or state is None:
            return
        with self._document.reporting_errors():
            unit, before = (
                ledger.index.known_unit(name, apart_from=state.form_id) for name in (state.form.unit, name_before)
            )
            if unit is not None:
                form = fill_in_unit(state.form, unit, state.template, before)
                label = labels.cell_edit_label(FieldRef.head("unit"), state.template)
                self._document.change_form(form, label=label, merge_key=merge_key)
