"""The legend shows each sign as the tables draw it."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.document.cells import Cell
from selfeval_desktop.ui.help.keys_dialog import LEGEND, CellSign, SignLegend
from selfeval_desktop.ui.kit import theme


def drawn(sample: Cell, qtbot: QtBot) -> QImage:
    sign = CellSign(sample)
    qtbot.addWidget(sign)
    sign.resize(sign.sizeHint())
    return sign.grab().toImage()


def colours(image: QImage) -> Iterator[str]:
    for x in range(image.width()):
        for y in range(image.height()):
            yield image.pixelColor(x, y).name()


@pytest.mark.parametrize(
    ("word", "colour"),
    [
        ("程序计算", "calculated"),
        ("改填", "accent"),
        ("导入未认可", "muted"),
        ("结转未认可", "muted"),
        ("私人备注", "accent"),
        ("错误", "error_soft"),
        ("提醒", "warning_soft"),
        ("提示", "hint_soft"),
        ("手工填写", "base"),
    ],
)
def test_a_sign_has_the_colour_of_the_tables(word: str, colour: str, qtbot: QtBot) -> None:
    assert theme.colour(colour).name() in set(colours(drawn(LEGEND[word], qtbot)))


def test_no_two_signs_look_alike(qtbot: QtBot) -> None:
    pictures = [tuple(colours(drawn(sample, qtbot))) for sample in LEGEND.values()]
    assert len(set(pictures)) == len(LEGEND) == 9


def test_every_sign_stands_beside_its_word(qtbot: QtBot) -> None:
    legend = SignLegend(2)
    qtbot.addWidget(legend)
    assert [label.text() for label in legend.findChildren(QLabel)] == list(LEGEND)
    assert len(legend.findChildren(CellSign)) == len(LEGEND)
    assert legend.accessibleName() == "表格里的记号"
