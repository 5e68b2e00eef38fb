"""Questions with a few named answers, some with a list of what they are about."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtWidgets import QListWidget, QMessageBox, QWidget

from selfeval_desktop.ui.kit.plain_text import make_labels_plain
from selfeval_desktop.ui.kit.task_dialog import ButtonRole, TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget

Answer = TypeVar("Answer")
AnswerRole = QMessageBox.ButtonRole
AnswerButton = tuple[str, AnswerRole, Answer]
"""What a button says, its role, and what it means."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; `more` is told below the text in smaller type."""

    title: str
    text: str
    more: str = ""
    icon: QMessageBox.Icon = QMessageBox.Icon.Question
    name: str = ""


def ask_question(question: Question, answers: Sequence[AnswerButton[Answer]], parent: QWidget) -> Answer:
    """Ask, and give the answer; Esc and closing mean the last of the answers."""
    box = QMessageBox(question.icon, question.title, question.text, parent=parent)
    box.setObjectName(question.name)
    box.setInformativeText(question.more)
    make_labels_plain(box)
    buttons = [(box.addButton(text, role), answer) for text, role, answer in answers]
    box.exec()
    box.deleteLater()
    clicked = box.clickedButton()
    return next((answer for button, answer in buttons if button is clicked), answers[-1][2])


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
        self.add_button(listing.leave_name or f"{listing.parts}Leave", leave, ButtonRole.RejectRole, is_default=True)
        self.start_with_size(listing.width, 320)


def confirm_listing(listing: ListingTexts, lines: Sequence[str], parent: QWidget) -> bool:
    """Show the lines; whether the user goes on."""
    return ListingDialog(listing, lines, parent).ask_consent()
