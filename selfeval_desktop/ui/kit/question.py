"""A short question with a few named answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtWidgets import QMessageBox, QWidget

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
    buttons = [(box.addButton(text, role), answer) for text, role, answer in answers]
    box.exec()
    box.deleteLater()
    clicked = box.clickedButton()
    return next((answer for button, answer in buttons if button is clicked), answers[-1][2])
