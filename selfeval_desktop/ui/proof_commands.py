"""Paper held against data: codes looked up, copies listed, differences gone through."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.codes import read_code
from selfeval_desktop.app.errors import NotACode
from selfeval_desktop.app.ports import Issue, Printout
from selfeval_desktop.app.proofs import Found, Trail, find_paper, latest_paper
from selfeval_desktop.app.templates import template_of
from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.form import Form
from selfeval_desktop.ui.desk import Document
from selfeval_desktop.ui.dialogs.proof_dialog import ProofDialog
from selfeval_desktop.ui.models.issues import Entry
from selfeval_desktop.ui.progress import ProgressDialogs
from selfeval_desktop.ui.workspace import Workspace
from selfeval_desktop.wording import errors, proofs

Offer = Callable[[Sequence[Printout], str, str], object]
"""Lets the user print printouts, or save them as PDF: see `PrintCommands.offer`."""


@dataclass(frozen=True, slots=True)
class _Paper:
    """What is compared: a copy of an issue, or the form that a code stood for which was never noted."""

    form: Form
    code: str
    issue: Issue | None = None


class ProofCommands(QObject):
    """One dialog serves all; it follows the open form as it is typed into."""

    def __init__(self, document: Document, workspace: Workspace, offer: Offer, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._workspace = document, workspace
        self._offer, self._window = offer, window
        self._work = ProgressDialogs(window)
        self._dialog: ProofDialog | None = None
        self._trail: Trail | None = None
        self._paper: _Paper | None = None
        self._chosen: Issue | None = None
        document.formShown.connect(self._follow)
        document.listChanged.connect(self._take_in_new)
        document.ledgerChanged.connect(self._close)

    @property
    def slots(self) -> dict[str, Callable[..., object]]:
        """The work of each action."""
        return {"actionVerifyPaper": self.verify, "actionPaperCopies": self.show_changes}

    def verify(self) -> None:
        """Ask for the code of a stamped paper."""
        dialog = self._opened()
        if dialog is not None:
            dialog.begin()

    def show_changes(self) -> None:
        """List what went out of the open form, and what is otherwise now than on its last print."""
        dialog = self._opened()
        if dialog is not None:
            state = self._document.form
            if state is not None and (self._trail is None or self._trail.form_id != state.form_id):
                self._show_form(state.form_id)
            dialog.begin_with_changes()

    def _opened(self) -> ProofDialog | None:
        """The dialog, in front, about the open form when it was not open; None when that cannot be stored."""
        if self._document.ledger is None or not self._document.flush():
            return None
        if self._dialog is None:
            self._dialog = ProofDialog(self._window)
            self._dialog.codeGiven.connect(self._look_up)
            self._dialog.issueChosen.connect(self._choose)
            self._dialog.fieldChosen.connect(self._go_to)
            self._dialog.reprintAsked.connect(self._reprint)
        if not self._dialog.isVisible():
            self._show_form(self._document.form.form_id if self._document.form else None)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        return self._dialog

    def _look_up(self, typed: str) -> None:
        """Find the form of a code and say how it stands."""
        ledger, state = self._document.ledger, self._document.form
        if ledger is None or not self._document.flush():
            return
        try:
            code = read_code(typed)
        except NotACode as error:
            self._tell_nothing(errors.sentence(error))
            return
        with self._document.reporting_errors(), self._work.show_progress(self.tr("正在核对…")) as watch:
            found = find_paper(
                code,
                ledger.store,
                self._document.paperwork,
                preferred=state.form_id if state else None,
                progress=watch,
            )
            if found is None:
                self._tell_nothing(proofs.unknown(code))
            else:
                self._show_found(found, code)

    def _show_found(self, found: Found, code: str) -> None:
        ledger = self._document.ledger
        assert ledger is not None
        self._trail = Trail(ledger, found.form_id)
        if found.issue is not None:
            self._choose(found.issue)
        else:
            now = self._trail.now
            self._paper = _Paper(now, code) if now else None
            self._chosen = None
            self._show()

    def _show_form(self, form_id: int | None) -> None:
        """Begin with a form's last print."""
        ledger = self._document.ledger
        self._trail = self._paper = self._chosen = None
        with self._document.reporting_errors():
            if ledger is not None and form_id is not None:
                self._trail = Trail(ledger, form_id)
                issue = latest_paper(self._trail.issues)
                if issue is not None:
                    self._choose(issue)
                    return
            self._show()

    def _choose(self, issue: Issue) -> None:
        """Compare with that issue; nothing is known of one without a copy."""
        assert self._trail is not None
        self._paper, self._chosen = None, issue
        with self._document.reporting_errors():
            if issue.code:
                self._paper = _Paper(self._trail.copy(issue).form, issue.code, issue)
            self._show()

    def _tell_nothing(self, sentence: str) -> None:
        self._paper = self._chosen = None
        self._show()
        assert self._dialog is not None
        self._dialog.show_verdict(sentence, "warning")

    def _follow(self) -> None:
        """The form was changed: compare anew."""
        if self._dialog is not None and self._dialog.isVisible() and self._trail is not None:
            with self._document.reporting_errors():
                self._show()

    def _take_in_new(self) -> None:
        """Something may have been printed just now."""
        ledger, dialog = self._document.ledger, self._dialog
        if ledger is None or dialog is None or not dialog.isVisible() or self._trail is None:
            return
        with self._document.reporting_errors():
            trail = Trail(ledger, self._trail.form_id)
            if trail.issues != self._trail.issues:
                self._trail = trail
                self._show()

    def _show(self) -> None:
        dialog, trail, paper = self._dialog, self._trail, self._paper
        assert dialog is not None
        now = trail.now if trail else None
        found = trail.differences(paper.form) if trail and paper else ()
        template = template_of(now, self._document.templates) if now else None
        dialog.differences.show(found, template)
        dialog.issues.show([self._entry(trail, issue, now) for issue in trail.issues] if trail else [])
        dialog.select(self._chosen)
        dialog.offer_reprint(paper is not None and paper.issue is not None)
        about = now or (paper.form if paper else None)
        count = dialog.issues.rowCount()
        dialog.show_about(proofs.issues_of(about, count) if about else self.tr("打印和导出记录"))
        dialog.show_verdict(*self._verdict(now, len(found)))

    def _verdict(self, now: Form | None, count: int) -> tuple[str, str]:
        paper = self._paper
        if paper is None:
            return "", "hint"
        tone = "warning" if count else "ok"
        if paper.issue is None:
            return proofs.verdict_unnoted(paper.code, paper.form, count), tone
        if now is None:
            return proofs.verdict_deleted(paper.issue, paper.form), "warning"
        return proofs.verdict(paper.issue, paper.form, count), tone

    def _entry(self, trail: Trail, issue: Issue, now: Form | None) -> Entry:
        if not issue.code or now is None:
            return Entry(issue, None)
        return Entry(issue, len(trail.differences(trail.copy(issue).form)))

    def _go_to(self, field: FieldRef) -> None:
        if self._trail is not None and self._document.show_form(self._trail.form_id):
            self._window.activateWindow()
            self._workspace.show_field(field)

    def _reprint(self) -> None:
        """Let the chosen copy be printed again as it was; that is no new print, and nothing is recorded."""
        trail, issue = self._trail, self._paper.issue if self._paper else None
        if trail is not None and issue is not None:
            with self._document.reporting_errors():
                printout = self._document.paperwork.reprint(trail.copy(issue))
                self._offer([printout], f"{printout.name}-{issue.code}", issue.template)

    def _close(self) -> None:
        self._trail = self._paper = self._chosen = None
        if self._dialog is not None:
            self._dialog.hide()
