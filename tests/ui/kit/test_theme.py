"""The look: bundled fonts, icons in the theme's colours, colours only in the theme."""

import re
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QFont, QFontInfo, QIcon, QRawFont
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

import selfeval_desktop.ui
from selfeval_desktop import paths
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.ui.kit import theme

UI = Path(selfeval_desktop.ui.__file__).parent


def test_chinese_is_drawn_with_the_bundled_font(qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == theme.FAMILY
    font = QRawFont.fromFont(qapp.font())
    assert all(font.supportsCharacter(ord(character)) for character in "绩效自评表①②③④≥％✓▲×·—")


class _OnWindows:
    """The application where the style sheet brings the system's own fonts for some classes, as on Windows."""

    classes = ("QMenu", "QMenuBar", "QAbstractItemView", "QStatusBar", "QMessageBox", "QTipLabel")

    def __init__(self, application: QApplication) -> None:
        self._application = application

    def setStyleSheet(self, text: str) -> None:
        self._application.setStyleSheet(text)
        for name in self.classes:
            QApplication.setFont(QFont("Tahoma", 8), cast(bytes, name))

    def __getattr__(self, name: str) -> object:
        return getattr(self._application, name)


def test_menus_and_tables_have_the_bundled_font_in_the_chosen_size(qapp: QApplication) -> None:
    before = theme._current_theme()
    for size in (130, 100):
        theme.apply_theme(cast(QApplication, _OnWindows(qapp)), theme.ThemeChoice(size))
        fonts = [QApplication.font(cast(bytes, name)) for name in _OnWindows.classes]
        assert [(font.family(), font.pointSizeF()) for font in fonts] == [(theme.FAMILY, size / 10)] * len(fonts)
    theme.apply_theme(qapp, before)


ICONS = sorted(path.stem for path in paths.icon_folder().glob("*.svg") if "currentColor" in path.read_text("utf-8"))


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_drawn_in_colour_and_grey(name: str) -> None:
    icon = theme.icon(name)
    plain = icon.pixmap(16).toImage()
    greyed = icon.pixmap(16, QIcon.Mode.Disabled).toImage()
    assert any(plain.pixelColor(x, y).alpha() for x in range(16) for y in range(16))
    assert plain != greyed


def test_a_sign_has_the_colour_of_its_severity() -> None:
    for severity in Severity:
        image = theme.severity_icon(severity).pixmap(32).toImage()
        inked = {
            image.pixelColor(x, y).name() for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255
        }
        assert theme.severity_colour(severity).name() in inked


def test_a_changed_property_is_seen_at_once(qtbot: QtBot) -> None:
    box = QLineEdit()
    qtbot.addWidget(box)
    box.show()
    plain = box.grab().toImage()
    theme.set_style_property(box, "mark", "error")
    assert box.grab().toImage() != plain


def test_no_other_module_names_a_colour() -> None:
    named = [
        path.name
        for path in UI.rglob("*.py")
        if path.name != "theme.py" and re.search(r"#[0-9a-fA-F]{6}\b", path.read_text("utf-8"))
    ]
    assert named == []
