"""The line above a form that is no longer as it was printed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.paper.codes import format_code
from selfeval_desktop.app.ports.output_events import OutputEvent
from selfeval_desktop.ui.document import paper_check_words
from selfeval_desktop.ui.kit.message_bar import BarPlace, MessageBar
from selfeval_desktop.wording.translation import translate

_PLACE = BarPlace("paperBanner", "paperBannerText", "paperChanges")


class PaperBanner(MessageBar):
    """Hidden while paper and data agree, and for a form that never went out."""

    changesAsked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, _PLACE, translate("PaperBanner", "与已打印件不一致"))

    def show_stale(self, event: OutputEvent | None, count: int) -> None:
        """Say what is no longer as printed; None hides the line."""
        if event is None:
            self.hide()
            return
        self.setToolTip(self.tr("校验码 {0}").format(format_code(event.code)))
        text = paper_check_words.changed_since_output(event, count)
        if self.isHidden():
            self.show_message(text, "hint", [(self.tr("查看改动"), self.changesAsked.emit)])
        else:
            # The button may have the keyboard.
            self.change_text(text)
