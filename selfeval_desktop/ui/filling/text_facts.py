"""What stands beside a large text: how long it is and how it prints, and what is wrong with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from selfeval_desktop.ui.document.print_layout_watch import PrintLayoutWatch
from selfeval_desktop.ui.filling.bound import TextBox
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.fitting_label import FittingLabel


class TextFacts(FittingLabel):
    """The number of characters with each key, and the lines on paper after a pause."""

    def __init__(self, box: TextBox, printed: PrintLayoutWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box, self._printed = box, printed
        self.setObjectName(f"{box.objectName()}Facts")
        self.setAccessibleName(self.tr("字数和打印"))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        theme.set_style_property(self, "tone", "muted")
        box.document().contentsChanged.connect(self._show_facts)
        printed.changed.connect(self._show_facts)
        self._show_facts()

    def _show_facts(self) -> None:
        characters = len("".join(self._box.toPlainText().split()))
        self.show_texts(self._printed.printed_text_facts(self._box.binding.field, characters))


class TextFindings(QWidget):
    """The sign and the sentences of what is found in the text, if anything; in one line, or in as many as it takes."""

    def __init__(self, box: TextBox, parent: QWidget | None = None, *, wraps: bool = False) -> None:
        super().__init__(parent)
        self._box = box
        self._sign = QLabel(self)
        self._words = QLabel(self) if wraps else FittingLabel(self)
        self._words.setWordWrap(wraps)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        box.marked.connect(self._show_findings)
        self._show_findings()

    def _show_findings(self) -> None:
        severity, text = self._box.text_remark
        self._words.setText(text)
        self.setVisible(bool(text))
        if text:
            icon = theme.severity_icon(severity) if severity else theme.icon("note", "muted")
            self._sign.setPixmap(icon.pixmap(theme.MARK_SIZE))
        theme.set_style_property(self._words, "tone", severity or "")
