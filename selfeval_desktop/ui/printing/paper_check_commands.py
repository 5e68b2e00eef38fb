"""盖章件核对: finds the form of a printed code, and compares what was printed with the form as it is now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.errors import NotACode
from selfeval_desktop.app.ledger.templates import template_of
from selfeval_desktop.app.paper.paper_check import (
    OutputHistory,
    PaperMatch,
    find_form_by_code,
    latest_output,
    read_code,
)
from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.app.ports.output_events import OutputEvent
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.ui.document import paper_check_words
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.printing.paper_check_dialog import ComparedOutput, PaperCheckDialog
from selfeval_desktop.wording import errors

OfferPrintouts = Callable[[Sequence[Printout], str, str], object]
"""Lets the user print printouts, or save them as PDF: see `PrintCommands.offer_printouts`."""


@dataclass(frozen=True, slots=True)
class _ComparedPaper:
    """What is compared: the copy of a recorded print or export, or the form that an unrecorded code fits."""

    form: Form
    code: str
    output_event: OutputEvent | None = None


class PaperCheckCommands(QObject):
    """Keeps one dialog, which compares anew with every change of the open form."""

    def __init__(self, document: Document, workspace: Workspace, offer: OfferPrintouts, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._workspace = document, workspace
        self._offer, self._window = offer, window
        self._dialog: PaperCheckDialog | None = None
        self._trail: OutputHistory | None = None
        self._paper: _ComparedPaper | None = None
        self._chosen: OutputEvent | None = None
        document.formShown.connect(self._refresh_comparison)
        document.listChanged.connect(self._reload_outputs)
        document.ledgerChanged.connect(self._close_dialog)

    @does("actionVerifyPaper")
    def ask_paper_code(self) -> None:
        """Ask for the code of a stamped paper."""
        dialog = self._open_dialog()
        if dialog is not None:
            dialog.focus_code_box()

    @does("actionPaperCopies")
    def show_paper_changes(self) -> None:
        """List prints and exports of the open form, and what was changed since the last print."""
        dialog = self._open_dialog()
        if dialog is not None:
            state = self._document.form
            if state is not None and (self._trail is None or self._trail.form_id != state.form_id):
                self._show_form(state.form_id)
            dialog.focus_changes()

    def _open_dialog(self) -> PaperCheckDialog | None:
        """The dialog, in front, newly opened with the open form; None when that cannot be stored."""
        if self._document.ledger is None or not self._document.flush():
            return None
        if self._dialog is None:
            self._dialog = PaperCheckDialog(self._window)
            self._dialog.codeGiven.connect(self._look_up_code)
            self._dialog.outputChosen.connect(self._compare_with_output)
            self._dialog.fieldChosen.connect(self._show_form_field)
            self._dialog.reprintAsked.connect(self._reprint_copy)
        if not self._dialog.isVisible():
            self._show_form(self._document.form.form_id if self._document.form else None)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        return self._dialog

    def _look_up_code(self, typed: str) -> None:
        """Find the form of a code and say what was changed since."""
        ledger, state = self._document.ledger, self._document.form
        if ledger is None or not self._document.flush():
            return
        try:
            code = read_code(typed)
        except NotACode as error:
            self._show_nothing_found(errors.error_sentence(error))
            return
        with (
            self._document.reporting_errors(),
            self._document.progress.show_progress(self.tr("正在核对…")) as watch,
        ):
            found = find_form_by_code(
                code,
                ledger.store,
                self._document.paperwork,
                preferred=state.form_id if state else None,
                progress=watch,
            )
            if found is None:
                self._show_nothing_found(paper_check_words.unknown_code_notice(code))
            else:
                self._show_paper_match(found, code)

    def _show_paper_match(self, found: PaperMatch, code: str) -> None:
        ledger = self._document.ledger
        assert ledger is not None
        self._trail = OutputHistory(ledger, found.form_id)
        if found.event is not None:
            self._compare_with_output(found.event)
        else:
            now = self._trail.present_form
            self._paper = _ComparedPaper(now, code) if now else None
            self._chosen = None
            self._show_comparison()

    def _show_form(self, form_id: int | None) -> None:
        """Show a form, compared with its last print."""
        ledger = self._document.ledger
        self._trail = self._paper = self._chosen = None
        with self._document.reporting_errors():
            if ledger is not None and form_id is not None:
                self._trail = OutputHistory(ledger, form_id)
                event = latest_output(self._trail.events)
                if event is not None:
                    self._compare_with_output(event)
                    return
            self._show_comparison()

    def _compare_with_output(self, event: OutputEvent) -> None:
        """Compare with that print or export, if a copy of it was kept."""
        assert self._trail is not None
        self._paper, self._chosen = None, event
        with self._document.reporting_errors():
            if event.code:
                self._paper = _ComparedPaper(self._trail.load_copy(event).form, event.code, event)
            self._show_comparison()

    def _show_nothing_found(self, sentence: str) -> None:
        self._paper = self._chosen = None
        self._show_comparison()
        assert self._dialog is not None
        self._dialog.show_verdict(sentence, "warning")

    def _refresh_comparison(self) -> None:
        """The form was changed: compare anew."""
        if self._dialog is not None and self._dialog.isVisible() and self._trail is not None:
            with self._document.reporting_errors():
                self._show_comparison()

    def _reload_outputs(self) -> None:
        """Something may have been printed just now."""
        ledger, dialog = self._document.ledger, self._dialog
        if ledger is None or dialog is None or not dialog.isVisible() or self._trail is None:
            return
        with self._document.reporting_errors():
            trail = OutputHistory(ledger, self._trail.form_id)
            if trail.events != self._trail.events:
                self._trail = trail
                self._show_comparison()

    def _show_comparison(self) -> None:
        dialog, trail, paper = self._dialog, self._trail, self._paper
        assert dialog is not None
        now = trail.present_form if trail else None
        found = trail.differences_from_paper(paper.form) if trail and paper else ()
        template = template_of(now, self._document.templates) if now else None
        dialog.differences.show_differences(found, template)
        dialog.outputs.show_outputs(
            [self._compared_output(trail, event, now) for event in trail.events] if trail else []
        )
        dialog.select_output(self._chosen)
        dialog.offer_reprint(paper is not None and paper.output_event is not None)
        about = now or (paper.form if paper else None)
        count = dialog.outputs.rowCount()
        dialog.show_form_name(
            paper_check_words.output_events_heading(about, count) if about else self.tr("打印和导出记录")
        )
        dialog.show_verdict(*self._verdict_and_tone(now, len(found)))

    def _verdict_and_tone(self, now: Form | None, count: int) -> tuple[str, str]:
        paper = self._paper
        if paper is None:
            return "", "hint"
        tone = "warning" if count else "ok"
        if paper.output_event is None:
            return paper_check_words.verdict_without_record(paper.code, paper.form, count), tone
        if now is None:
            return paper_check_words.verdict_of_deleted_form(paper.output_event, paper.form), "warning"
        return paper_check_words.paper_verdict(paper.output_event, paper.form, count), tone

    def _compared_output(self, trail: OutputHistory, event: OutputEvent, now: Form | None) -> ComparedOutput:
        if not event.code or now is None:
            return ComparedOutput(event, None)
        return ComparedOutput(event, len(trail.differences_from_paper(trail.load_copy(event).form)))

    def _show_form_field(self, field: FieldRef) -> None:
        if self._trail is not None and self._document.show_form(self._trail.form_id):
            self._window.activateWindow()
            self._workspace.show_field(field)

    def _reprint_copy(self) -> None:
        """Let the chosen copy be printed again as it was; that is no new print, and nothing is recorded."""
        trail, event = self._trail, self._paper.output_event if self._paper else None
        if trail is not None and event is not None:
            with self._document.reporting_errors():
                printout = self._document.paperwork.reprint_copy(trail.load_copy(event))
                self._offer([printout], f"{printout.name}-{event.code}", event.template)

    def _close_dialog(self) -> None:
        self._trail = self._paper = self._chosen = None
        if self._dialog is not None:
            self._dialog.hide()
