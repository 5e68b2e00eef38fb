"""Lines to read before something goes on, or does not."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from selfeval_desktop.ui.kit.widget_names import name_widget


@dataclass(frozen=True, slots=True)
class ListingTexts:
    """What is said around the lines; `anyway` is the button that goes on, "" where there is none."""

    name: str
    title: str
    text: str
    anyway: str = ""


class ListingDialog(QDialog):
    """Accepted when the user goes on nevertheless."""

    def __init__(self, listing: ListingTexts, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_widget(self, listing.name, listing.title)
        self.setWindowTitle(listing.title)
        text = QLabel(listing.text, self)
        text.setWordWrap(True)
        self._lines = name_widget(QListWidget(self), "listingLines", listing.title)
        self._lines.addItems(lines)
        self._lines.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        if listing.anyway:
            anyway = buttons.addButton(listing.anyway, QDialogButtonBox.ButtonRole.AcceptRole)
            name_widget(anyway, "listingAnyway", listing.anyway)
        leave = self.tr("取消") if listing.anyway else self.tr("关闭")
        name_widget(
            buttons.addButton(leave, QDialogButtonBox.ButtonRole.RejectRole), "listingLeave", leave
        ).setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(text)
        column.addWidget(self._lines, 1)
        column.addWidget(buttons)
        self.resize(560, 320)


def confirm_listing(listing: ListingTexts, lines: Sequence[str], parent: QWidget) -> bool:
    """Show the lines; whether the user goes on."""
    dialog = ListingDialog(listing, lines, parent)
    answer = dialog.exec()
    dialog.deleteLater()
    return answer == QDialog.DialogCode.Accepted
