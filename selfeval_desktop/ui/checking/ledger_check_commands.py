"""Checks of the whole ledger: list of findings, report, catalogue of rules, and whether it is undamaged."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.ledger.checking import CheckedForm, check_forms
from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.paper import documents
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.rules.catalogue import rule_states
from selfeval_desktop.ui.checking.ledger_check_dialog import CheckScope, LedgerCheckDialog
from selfeval_desktop.ui.checking.rules_dialog import RulesDialog
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_commands import STEP
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.printing.derived_printout_commands import DerivedPrintoutCommands
from selfeval_desktop.ui.printing.derived_printout_dialog import ReportDialog
from selfeval_desktop.wording import labels
from selfeval_desktop.wording.labels import UndoLabel
from selfeval_desktop.wording.lists import check_reports

_REPORT, _RULES = "check-report", "check-rules"
"""Stand for a template where it is remembered how such lists were printed."""


class LedgerCheckCommands(QObject):
    """The forms as stored. `listed` gives the ids of those that the window's list shows."""

    def __init__(
        self,
        document: Document,
        workspace: Workspace,
        printouts: DerivedPrintoutCommands,
        listed: Callable[[], Sequence[int]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document, self._workspace, self._window = document, workspace, window
        self._printouts, self._listed = printouts, listed
        self._dialog: LedgerCheckDialog | None = None
        document.ledgerChanged.connect(self._close_dialog)

    @does("actionCheckAll")
    def check_all_forms(self) -> None:
        """Check every form and list what was found; the list stays while the forms are mended."""
        ledger = self._document.ledger
        if ledger is None:
            return
        if not ledger.summaries:
            self._document.messages.show_message(self.tr("台账里还没有自评表。"), "hint")
            return
        if self._dialog is None:
            self._dialog = LedgerCheckDialog(len(ledger.summaries), len(self._listed()), self._window)
            self._dialog.checkAsked.connect(self._update_check_dialog)
            self._dialog.reportAsked.connect(self.make_check_report)
            self._dialog.chosen.connect(self._go_to_finding)
            self._dialog.finished.connect(self._forget_dialog)
        self._update_check_dialog()

    @does("actionCheckReport")
    def make_check_report(self) -> None:
        """Make a list on paper of what was found."""
        ledger, state = self._document.ledger, self._document.form
        if ledger is None or not self._printouts.delivery.is_ready():
            return
        everything = tuple(summary.form_id for summary in ledger.summaries)
        listed = tuple(self._listed())
        scopes = [(self.tr("全部 {0} 张表").format(len(everything)), everything)]
        if 0 < len(listed) < len(everything):
            scopes.append((self.tr("左边列出的 {0} 张表").format(len(listed)), listed))
        if state is not None:
            scopes.append((self.tr("只有当前表"), (state.form_id,)))
        dialog = ReportDialog(tuple(scopes), self._window)
        wanted = dialog.ask_for(lambda: (dialog.form_ids, dialog.output_kind))
        if wanted is None:
            return
        form_ids, way = wanted
        with self._document.reporting_errors():
            off = self._document.session.templates.rules_off
            sheet = check_reports.check_report_sheet(self._read_checked_forms(form_ids), off, datetime.now())  # noqa: DTZ005 - the clock on the wall
            self._printouts.print_or_export(documents.landscape_printout(self._document.paperwork, sheet), _REPORT, way)

    @does("actionRules")
    def show_rules(self) -> None:
        """The catalogue of rules, in which the ledger may do without some of them."""
        ledger, state, templates = (
            self._document.ledger,
            self._document.form,
            self._document.session.templates,
        )
        template = (
            templates.installed_templates.get_template(state.template.id)
            if state
            else templates.installed_templates.newest_templates()[0]
        )
        entries = rule_states(template, templates.rules_off)
        barred = self._document.read_only_reason if ledger else self.tr("打开台账后可以停用提醒和提示")
        dialog = RulesDialog(entries, template.name, barred=barred, parent=self._window)
        sheet = check_reports.rule_catalogue_sheet(entries, template.name)
        printout = documents.landscape_printout(self._document.paperwork, sheet)
        dialog.printAsked.connect(lambda: self._printouts.printing.offer_printouts([printout], sheet.title, _RULES))
        off = dialog.ask_for(lambda: dialog.rules_off)
        if off is not None and ledger is not None:
            # Codes off that are errors in this template, or off in it, keep the state they have.
            kept = templates.rules_off - {entry.code for entry in entries if entry.can_be_off}
            self._switch_off(ledger, off | kept)

    def _switch_off(self, ledger: LedgerSession, codes: frozenset[str]) -> None:
        """Leave these rules out, as one step to undo. Nothing is changed when it is stopped or cannot be stored."""
        if codes == self._document.session.templates.rules_off or not self._printouts.delivery.is_ready():
            return
        with self._document.reporting_errors():
            label = labels.undo_label_text(UndoLabel.SWITCH_RULES)
            with self._document.progress.show_progress(self.tr("正在重新检查…")) as watch:
                ledger.change_rules_off(codes, label=label, progress=watch)
            self._document.messages.show_message(
                check_reports.rules_off(codes), "ok", [(self.tr("撤销"), self._document.undo)], about=STEP
            )

    def _update_check_dialog(self) -> None:
        ledger, dialog = self._document.ledger, self._dialog
        if ledger is None or dialog is None or not self._printouts.delivery.is_ready():
            return
        form_ids = self._listed() if dialog.scope is CheckScope.LISTED else [form.form_id for form in ledger.summaries]
        with self._document.reporting_errors():
            checked = self._read_checked_forms(form_ids)
            dialog.show_result(checked, datetime.now())  # noqa: DTZ005 - the clock on the wall
            dialog.show()
            dialog.activateWindow()
        if not dialog.isVisible():
            # Stopped before there was anything to show.
            self._forget_dialog()
            dialog.deleteLater()

    def _read_checked_forms(self, form_ids: Sequence[int]) -> tuple[CheckedForm, ...]:
        """The findings of these forms as stored; Cancelled, and the errors of reading a ledger."""
        ledger = self._document.ledger
        assert ledger is not None
        with self._document.progress.show_progress(self.tr("正在检查…")) as watch:
            return check_forms(ledger.store, self._document.session.templates, form_ids, watch)

    def _go_to_finding(self, form_id: int, field: FieldRef) -> None:
        if self._document.show_form(form_id):
            self._workspace.show_field(field)
            self._window.activateWindow()

    def _close_dialog(self) -> None:
        """Another ledger is open: what was found belongs to the one before."""
        if self._dialog is not None:
            self._dialog.close()

    def _forget_dialog(self) -> None:
        self._dialog = None


class VerifyCommands(QObject):
    """核对台账; the sentence shown for a damaged ledger is that of its error and names the form."""

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document = document

    @does("actionVerify")
    def verify_ledger(self) -> None:
        """Store what is open, read everything, and say how many forms are as they were stored."""
        ledger = self._document.ledger
        if ledger is None or self._document.progress.is_busy or not self._document.flush():
            return
        with self._document.reporting_errors():
            with self._document.progress.show_progress(self.tr("正在核对台账…")) as watch:
                ledger.store.verify(watch)
            text = self.tr("台账完好，{0} 张自评表都与存入时一致。").format(len(ledger.summaries))
            self._document.messages.show_message(text, "ok")
