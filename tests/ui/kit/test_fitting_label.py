"""A line shows as much as there is room for, and all of it as its tip."""

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.kit.labels import FittingLabel

TEXTS = ("900 字 · 打印 30 行 · 全表 2 页", "900 字 · 打印 30 行", "900 字")


@pytest.fixture
def label(qtbot: QtBot) -> FittingLabel:
    label = FittingLabel()
    qtbot.addWidget(label)
    label.show_texts(TEXTS)
    label.show()
    return label


def width(label: FittingLabel, text: str) -> int:
    return label.fontMetrics().horizontalAdvance(text) + 1


@pytest.mark.parametrize("place", range(len(TEXTS)))
def test_the_longest_text_that_fits_is_shown(label: FittingLabel, place: int) -> None:
    label.resize(width(label, TEXTS[place]), 30)
    assert label.text() == TEXTS[place]
    assert label.toolTip() == label.accessibleDescription() == TEXTS[0]


def test_where_nothing_fits_the_shortest_is_cut(label: FittingLabel) -> None:
    label.resize(width(label, TEXTS[-1]) - 5, 30)
    assert label.text().endswith("…")


def test_it_asks_for_all_and_does_with_little(label: FittingLabel) -> None:
    assert label.sizeHint().width() == width(label, TEXTS[0])
    assert label.minimumSizeHint().width() == width(label, TEXTS[-1])
    label.setText(TEXTS[0] * 3)
    assert label.minimumSizeHint().width() < width(label, TEXTS[0])
    label.setText("")
    assert label.sizeHint().width() == label.minimumSizeHint().width() == 0


def test_a_larger_font_shows_less(label: FittingLabel) -> None:
    label.resize(width(label, TEXTS[0]), 30)
    label.setFont(QFont(label.font().family(), label.font().pointSize() * 2))
    assert label.text() in TEXTS[1:]
