"""Too long a text is refused whole; one that is too long already can be shortened."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.kit.inputs import LengthGuard


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_text_that_came_in_longer_can_be_shortened_but_not_lengthened(
    qtbot: QtBot, kind: type[QLineEdit | QPlainTextEdit]
) -> None:
    editor = kind("一二三四五六七八九十甲乙")
    qtbot.addWidget(editor)
    told: list[int] = []
    LengthGuard(editor, 10, told.append)

    def text() -> str:
        return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()

    def write(new: str) -> None:
        editor.selectAll()
        editor.insert(new) if isinstance(editor, QLineEdit) else editor.insertPlainText(new)

    write("一二三四五六七八九十甲")
    assert (text(), told) == ("一二三四五六七八九十甲", [])
    write("一二三四五六七八九十甲乙")
    assert (text(), told) == ("一二三四五六七八九十甲", [12])
    write("一二三四五六七八九十")
    write("一二三四五六七八九十甲")
    assert (text(), told) == ("一二三四五六七八九十", [12, 11])
