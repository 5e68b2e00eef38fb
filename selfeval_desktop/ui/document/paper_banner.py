"""The line above a form that is no longer as it was printed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from selfeval_desktop.app.paper.codes import format_code
from selfeval_desktop.app.ports.output_events import OutputEvent
from selfeval_desktop.ui.document import paper_check_words
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.widget_names import name_widget


class PaperBanner(QFrame):
    """Hidden while paper and data agree, and for a form that never went out."""

    changesAsked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_widget(self, "paperBanner", self.tr("与已打印件不一致"))
        self._sign = QLabel(self)
        self._sign.setPixmap(theme.icon("hint", "hint").pixmap(theme.ICON_SIZE))
        self._text = name_widget(QLabel(self), "paperBannerText", self.tr("与已打印件不一致"))
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        name = self.tr("查看改动")
        self._button = name_widget(QPushButton(name, self), "paperChanges", name)
        self._button.clicked.connect(self.changesAsked)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        self.hide()

    def show_stale(self, event: OutputEvent | None, count: int) -> None:
        """Say what is no longer as printed; None hides the line."""
        if event is not None:
            self._text.setText(paper_check_words.changed_since_output(event, count))
            self.setToolTip(self.tr("校验码 {0}").format(format_code(event.code)))
            self.setAccessibleDescription(self._text.text())
        self.setVisible(event is not None)
