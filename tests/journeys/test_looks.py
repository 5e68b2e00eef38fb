"""Larger texts and stronger colours, at once and in the next run."""

import math
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QApplication, QMenu, QTableView

from selfeval_desktop import bootstrap
from selfeval_desktop.ui.kit import theme
from tests.journeys.conftest import Sit
from tests.journeys.user import User


@pytest.fixture
def user(sit: Sit, examples: Path) -> User:
    return sit(examples)


def height_of_row(user: User) -> int:
    return user.find(QTableView, "fundsTable").rowHeight(0)


def test_larger_texts_make_rows_taller_at_once_and_stay(user: User, sit: Sit, examples: Path) -> None:
    usual, low = QApplication.font().pointSizeF(), height_of_row(user)
    sizes = user.find(QMenu, "textSizeMenu").actions()
    sizes[-1].trigger()
    assert QApplication.font().pointSizeF() == usual * 1.5
    assert height_of_row(user) == low * 1.5
    user.close()
    assert height_of_row(sit(examples)) == low * 1.5
    assert bootstrap.user_settings().load_settings().text_size == 150
    theme.apply_theme(QApplication.instance(), theme.ThemeChoice())  # type: ignore[arg-type]
    assert QApplication.font().pointSizeF() == usual


def luminance(colour: QColor) -> float:
    shares: list[float] = [colour.redF(), colour.greenF(), colour.blueF()]
    parts = [share / 12.92 if share <= 0.03928 else math.pow((share + 0.055) / 1.055, 2.4) for share in shares]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """The ratio of the Web Content Accessibility Guidelines."""
    lights = sorted((luminance(theme.colour(one)), luminance(theme.colour(other))))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


PAIRS = [
    *(("text", "base"), ("muted", "base"), ("calculated_text", "calculated"), ("accent", "base")),
    *((tone, f"{tone}_soft") for tone in ("error", "warning", "hint", "ok")),
]


def inks(user: User, action: str) -> set[str]:
    """The colours that an action's icon is drawn in, apart from its soft edges."""
    image = user.find(QAction, action).icon().pixmap(32).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_high_contrast_is_high_and_stays(user: User) -> None:
    assert min(contrast(*pair) for pair in PAIRS) >= 4.5
    user.find(QAction, "actionContrast").trigger()
    assert min(contrast(*pair) for pair in PAIRS) >= 7
    assert inks(user, "actionInsertRow") == {theme.STRONG.text}
    assert bootstrap.user_settings().load_settings().contrast
    user.find(QAction, "actionContrast").trigger()
    assert theme.colour("text").name() == theme.COLOURS.text
    assert inks(user, "actionInsertRow") == {theme.COLOURS.text}
