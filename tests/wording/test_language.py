"""The language is chosen, switched and lost without harm."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop import paths
from selfeval_desktop.wording import labels, language

ROOT = Path(__file__).parents[2]


def test_chinese_and_every_translation_are_offered(english: None) -> None:
    assert [(each.code, each.name) for each in language.available_languages()] == [
        ("zh_CN", "简体中文"),
        ("en", "English"),
    ]


def test_texts_follow_the_language_and_come_back(english: None) -> None:
    assert labels.severity_counts(2, 0, 0) == "2 个错误"
    assert language.switch_language("en") == "en"
    assert language.current_language() == "en"
    assert labels.severity_counts(2, 0, 0) == "errors: 2"
    assert language.switch_language(language.SOURCE) == language.SOURCE
    assert labels.severity_counts(2, 0, 0) == "2 个错误"


def test_qt_itself_speaks_chinese(english: None) -> None:
    language.switch_language(language.SOURCE)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    language.switch_language("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_used_twice_a_language_is_loaded_once(english: None, qapp: QCoreApplication) -> None:
    language.switch_language("en")
    before = len(qapp.children())
    language.switch_language("en")
    assert len(qapp.children()) == before


def test_widgets_are_told(english: None, qtbot: QtBot) -> None:
    told: list[QEvent.Type] = []

    class Listening(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            told.append(event.type())
            return False

    widget, listening = QWidget(), Listening()
    qtbot.addWidget(widget)
    widget.show()
    widget.installEventFilter(listening)
    language.switch_language("en")
    qtbot.waitUntil(lambda: QEvent.Type.LanguageChange in told)


def test_a_translation_that_is_lost_leaves_chinese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QCoreApplication
) -> None:
    monkeypatch.setattr(paths, "translation_folder", lambda: tmp_path)
    assert language.switch_language("en") == language.SOURCE
    assert labels.severity_counts(2, 0, 0) == "2 个错误"


def test_without_an_application_the_words_are_chinese() -> None:
    script = "from selfeval_desktop.wording import labels, language; print(ascii(labels.severity_counts(1, 0, 0)), language.current_language())"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split("' ") == [ascii("1 个错误")[:-1], "zh_CN\n"]
