"""Lines to read before something goes on, or does not."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QListWidget, QWidget

from selfeval_desktop.ui.kit.task_dialog import ButtonRole, TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget


@dataclass(frozen=True, slots=True)
class ListingTexts:
    """What is said around the lines; `anyway` is the button that goes on, "" where there is none.

    `name` is the dialog's; `parts` begins the names of what is in it: listingLines, listingAnyway, and listingLeave
    for the button that goes back, unless `leave_name` names that. `width` is
    in logical pixels.
    """

    name: str
    title: str
    text: str
    anyway: str = ""
    parts: str = "listing"
    leave_name: str = ""
    width: int = 560


class ListingDialog(TaskDialog):
    """Accepted when the user goes on nevertheless; the lines can be selected and copied."""

    def __init__(self, listing: ListingTexts, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(listing.name, listing.title, parent)
        self.add_text(listing.text)
        shown = name_widget(QListWidget(self), f"{listing.parts}Lines", listing.title)
        shown.addItems(lines)
        shown.setWordWrap(True)
        self.add_part(shown, 1)
        if listing.anyway:
            self.add_button(f"{listing.parts}Anyway", listing.anyway)
        leave = self.tr("取消") if listing.anyway else self.tr("关闭")
        self.add_button(
            listing.leave_name or f"{listing.parts}Leave", leave, ButtonRole.RejectRole, is_default=True
        )
        self.start_with_size(listing.width, 320)


def confirm_listing(listing: ListingTexts, lines: Sequence[str], parent: QWidget) -> bool:
    """Show the lines; whether the user goes on."""
    return ListingDialog(listing, lines, parent).ask_consent()
