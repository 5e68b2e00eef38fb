"""The paper that the forms of a template are printed on."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.layout.paper import PaperChoice
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.printing.page_setup_dialog import PageSetupDialog, PageSetupInput

# Over the list of forms, so that the preview beside it can be seen to change.
_BESIDE_PREVIEW = QPoint(16, 120)


class PaperCommands(QObject):
    """What is chosen is shown at once, remembered for the template, and taken back with 取消.

    `previewWanted` comes before something is chosen that the preview shows.
    """

    previewWanted = Signal()

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._window = document, window

    @does("actionSignature")
    def choose_signature(self, shown: bool) -> None:
        """Print the signature line, or not, on all forms of the open form's template."""
        state = self._document.form
        if state is not None:
            choice = replace(self._current_paper_choice(state.template), signature=shown)
            self._document.choose_paper(state.template.id, choice)

    @does("actionPageSetup")
    def set_up_page(self) -> None:
        """Let the user choose paper and type for the open form's template, beside the preview."""
        state = self._document.form
        if state is not None and self._document.flush():
            self.previewWanted.emit()
            self.ask_paper_choice(state.template, self._window, self._window.mapToGlobal(_BESIDE_PREVIEW))

    def ask_paper_choice(self, template: Template, parent: QWidget, place: QPoint | None = None) -> None:
        """Let the user choose paper and type for that template; the dialog stands at `place` on the screen."""
        before = self._current_paper_choice(template)
        dialog = PageSetupDialog(PageSetupInput(template, before, self._document.services.fonts()), parent)
        dialog.changed.connect(lambda choice: self._document.choose_paper(template.id, choice))
        if place is not None:
            dialog.move(place)
        if not dialog.ask_consent() and self._current_paper_choice(template) != before:
            self._document.choose_paper(template.id, before)

    def _current_paper_choice(self, template: Template) -> PaperChoice:
        return self._document.paperwork.choices.get(template.id, PaperChoice())
