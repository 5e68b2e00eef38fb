"""What is done to one text as a whole."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from selfeval_desktop.domain import edits
from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.tidying import tidied
from selfeval_desktop.ui.desk import Desk
from selfeval_desktop.ui.dialogs.tidy_dialog import TidyDialog
from selfeval_desktop.ui.workspace import Workspace
from selfeval_desktop.wording import places, steps
from selfeval_desktop.wording.steps import Deed


class TextCommands(QObject):
    """Each is one step."""

    def __init__(self, desk: Desk, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._workspace, self._window = desk, workspace, window
        workspace.goals.tidyAsked.connect(self._tidy_field)

    @property
    def slots(self) -> dict[str, Callable[..., object]]:
        """The work of each action."""
        return {"actionTidy": self.tidy}

    def tidy(self) -> None:
        """Offer to put the text with the cursor in order."""
        field = self._workspace.current_field()
        if field is None or edits.is_numeric(field):
            self._desk.messages.say(self.tr("请先把光标放到一段文字里，例如目标或指标名称。"), "hint")
        else:
            self._tidy_field(field)

    def _tidy_field(self, field: FieldRef) -> None:
        self._workspace.commit_editor()
        state = self._desk.form
        if state is None:
            return
        before = edits.cell_text(state.form, field)
        after = tidied(before)
        if after == before:
            self._desk.messages.say(self.tr("这段文字里没有要整理的空格、换行和重复标点。"), "ok")
            return
        dialog = TidyDialog(places.place(field, state.template), before, after, self._window)
        answer = dialog.exec()
        dialog.deleteLater()
        if answer == QDialog.DialogCode.Accepted:
            self._desk.session.change(edits.set_cell(state.form, field, after), label=steps.deed(Deed.TIDY))
            self._workspace.show_field(field)
