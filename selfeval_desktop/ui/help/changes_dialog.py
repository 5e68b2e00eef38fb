"""更新内容: what the versions of the program brought."""

import re

from PySide6.QtWidgets import QWidget

from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.plain_text import make_text_view
from selfeval_desktop.ui.kit.task_dialog import TaskDialog

_HEADING = re.compile(r"^#+ ", re.MULTILINE)


class ChangesDialog(TaskDialog):
    """Shows sections of the record of changes, which are Markdown, as plain text; leaves the window usable."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        title = self.tr("更新内容")
        super().__init__("changesDialog", title, parent)
        self.changes = make_text_view("changesText", title, self)
        self.changes.setPlainText(_HEADING.sub("", text))
        self.add_part(self.changes, 1)
        self.add_text(self.tr("以后可以在“帮助”菜单里再看。"), "muted")
        self.add_close(is_default=True)
        self.start_with_size(theme.scaled_length(720), theme.scaled_length(560))
