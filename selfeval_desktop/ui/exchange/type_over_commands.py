"""Typing a form over into a portal that takes nothing else."""

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.paper.outputs import FormOutput
from selfeval_desktop.app.ports.progress import ignore_progress
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.layout.typed_fields import typed_fields
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.exchange.type_over_dialog import TypeOverDialog, TypeOverEntry
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.printing.delivery import Delivery
from selfeval_desktop.ui.printing.print_commands import PrintCommands
from selfeval_desktop.wording import cell_names
from selfeval_desktop.wording.lists.type_over_list import type_over_printout

_TYPE_OVER = "type over"
"""Stands for a template where it is remembered how such lists were printed."""


class TypeOverCommands(QObject):
    """What was ticked is kept by form while the ledger is open."""

    def __init__(
        self, document: Document, delivery: Delivery, printing: PrintCommands, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._delivery, self._printing, self._window = document, delivery, printing, window
        self._done: defaultdict[int, set[FieldRef]] = defaultdict(set)
        document.ledgerChanged.connect(self._done.clear)

    @does("actionTypeOver")
    def show_type_over(self) -> None:
        """Show the open form field by field."""
        state = self._document.form
        if state is None or not self._delivery.is_ready():
            return
        with self._document.reporting_errors():
            (made,) = self._delivery.read_outputs((state.form_id,), ignore_progress)
            entries = [
                TypeOverEntry(cell_names.cell_path(each.field, state.template), each)
                for each in typed_fields(made.printout.sheet)
            ]
            if not entries:
                self._document.messages.show_message(self.tr("这张表还没有填任何内容。"), "hint")
                return
            dialog = TypeOverDialog(
                made.printout.sheet.name, entries, self._done[state.form_id], self._window
            )
            dialog.printAsked.connect(lambda: self._print_type_over_list(made, entries))
            dialog.exec()
            dialog.deleteLater()

    def _print_type_over_list(self, made: FormOutput, entries: Sequence[TypeOverEntry]) -> None:
        lines = [(entry.label, entry.typed.typed) for entry in entries]
        printout = type_over_printout(made, lines)
        self._printing.offer_printouts([printout], printout.name, _TYPE_OVER)
