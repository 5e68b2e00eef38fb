"""Templates: a form goes to another one, or to the newest version of its own, and new ones come from files."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.app.ledger.templates import later_version
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.over_time.template_change import change_template
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_commands import STEP
from selfeval_desktop.ui.filling import template_words
from selfeval_desktop.ui.filling.form_head import FormHead
from selfeval_desktop.ui.filling.template_dialog import TemplateDialog
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.message_bar import MessageOffer
from selfeval_desktop.wording import labels

LATER = "later template"
"""What a message is about that offers the newest version of the open form's template."""


class TemplateCommands(QObject):
    """A form is moved at once, as one step; what has no place then is kept and can be looked at."""

    def __init__(self, document: Document, head: FormHead, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._head, self._window = document, head, window
        self._shown: int | None = None
        self._reported_forms: set[int] = set()
        head.templateChosen.connect(self.change_form_template)
        document.ledgerChanged.connect(self._reported_forms.clear)
        document.formShown.connect(self._announce_later_version)

    def change_form_template(self, template_id: str) -> None:
        """Move the open form to the newest version of that template."""
        with self._document.reporting_errors():
            self._move_form_to(self._document.templates.get_template(template_id))
        self._head.reload_templates()

    @does("actionLoadTemplate")
    def load_template_file(self) -> None:
        """Let the user choose the file of a template, and install it."""
        folder = self._document.services.settings.load_settings().folder
        title, kinds = self.tr("载入表样"), self.tr("表样 (*.toml)")
        name, _ = QFileDialog.getOpenFileName(self._window, title, folder, kinds)
        if not name:
            return
        with self._document.reporting_errors():
            template = self._document.services.load_template(Path(name))
            self._head.reload_templates()
            state = self._document.form
            offers = self._later_version_offers(state) if state and state.template.id == template.id else []
            self._document.messages.show_message(
                template_words.template_loaded_notice(template), "ok", offers, about=LATER if offers else ""
            )

    @does("actionDropped")
    def show_dropped_contents(self) -> None:
        """Show what the open form holds that its template has no cell for."""
        state = self._document.form
        if state is None:
            return
        lines = tuple(template_words.kept_cell_lines(state.form, self._document.templates))
        if not lines:
            self._document.messages.show_message(
                self.tr("这张表没有留存的内容：换表样后没有位置的内容会放在这里。"), "hint"
            )
            return
        dialog = TemplateDialog(lines, self._window)
        dialog.exec()
        dialog.deleteLater()

    def _move_form_to(self, new: Template) -> None:
        self._document.autosave.commit_editor_text()
        state = self._document.form
        if state is None:
            return
        moved = change_template(state.form, state.template, new)
        label = labels.cell_edit_label(FieldRef.head("template"), state.template)
        if not self._document.change_form(moved.form, label=label, merge_key="template"):
            return
        offers: list[MessageOffer] = [(self.tr("撤销"), self._document.undo)]
        if template_words.kept_cell_count(moved.form):
            offers.insert(0, (self.tr("查看"), self.show_dropped_contents))
        told = template_words.template_changed_notice(state.form, moved, new)
        self._document.messages.show_message(told, "warning" if moved.dropped else "ok", offers, about=STEP)

    def _announce_later_version(self, state: FormState | None) -> None:
        """Say once of each form that there is a newer version of its template."""
        form_id = state.form_id if state else None
        if form_id == self._shown:
            return
        self._shown = form_id
        self._document.messages.clear_message(about=LATER)
        if state is None or state.form_id in self._reported_forms:
            return
        with self._document.reporting_errors():
            later = later_version(state.template, self._document.services.templates)
            if later is not None:
                self._reported_forms.add(state.form_id)
                told = template_words.newer_version_notice(state.template, later)
                self._document.messages.show_message(
                    told, "hint", self._later_version_offers(state), about=LATER
                )

    def _later_version_offers(self, state: FormState) -> list[MessageOffer]:
        """The newest version for the open form; nothing when it is under that one or can only be read."""
        later = later_version(state.template, self._document.services.templates)
        if later is None or self._document.read_only:
            return []
        return [
            (self.tr("换用第 {0} 版").format(later.version), partial(self.change_form_template, later.id))
        ]
