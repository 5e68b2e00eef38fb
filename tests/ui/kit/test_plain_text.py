"""Texts are shown letter by letter."""

import pytest
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import QLabel, QProgressDialog
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.kit.labels import FittingLabel
from selfeval_desktop.ui.kit.plain_text import PlainLabel, make_labels_plain, tooltip_text

HTML = '<h1>x</h1><img src="file:///x.png">'


@pytest.mark.parametrize("kind", [PlainLabel, FittingLabel])
def test_x10_a_label_is_plain_from_the_beginning(qtbot: QtBot, kind: type[QLabel]) -> None:
    label = kind()
    qtbot.addWidget(label)
    label.setText(HTML)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_x10_the_labels_of_qt_s_own_dialogs_can_be_made_plain(qtbot: QtBot) -> None:
    dialog = QProgressDialog(HTML, "", 0, 1)
    qtbot.addWidget(dialog)
    make_labels_plain(dialog)
    assert [label.textFormat() for label in dialog.findChildren(QLabel)] == [Qt.TextFormat.PlainText]


@pytest.mark.parametrize("text", [HTML, "甲<b>乙\n丙", "a &lt; b", "<qt>x", "一\n<h1>二</h1>", "<", "甲"])
def test_x10_a_tooltip_shows_the_letters_of_its_text(text: str) -> None:
    tip = tooltip_text(text)
    if not Qt.mightBeRichText(tip):
        assert tip == text
        return
    document = QTextDocument()
    document.setHtml(tip)
    assert document.toPlainText() == text


def test_a_tooltip_that_wraps_shows_the_same_letters() -> None:
    document = QTextDocument()
    document.setHtml(tooltip_text("甲 < 乙", wraps=True))
    assert document.toPlainText() == "甲 < 乙"
