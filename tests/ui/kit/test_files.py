"""The line for a file to write, and the dialogs of the system."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.kit import files
from selfeval_desktop.ui.kit.files import FileTarget


class Asked:
    """A target over a window, and what the user chooses next."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.answer: Path | None = None
        self.target = FileTarget("package", "保存到", lambda: self.answer, self.window)
        self.window.setLayout(self.target)
        self.heard: list[str] = []
        self.target.typed.connect(lambda: self.heard.append("typed"))
        self.target.chosen.connect(lambda: self.heard.append("chosen"))


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    return Asked(qtbot)


def test_a_proposed_path_is_nobody_s_word(asked: Asked, tmp_path: Path) -> None:
    asked.target.show_path(tmp_path / "包.zip")
    assert asked.target.path == tmp_path / "包.zip"
    assert asked.heard == []


def test_typing_is_told_and_spaces_around_do_not_count(asked: Asked) -> None:
    QTest.keyClicks(asked.target.line, " a ")
    assert asked.target.text == "a"
    assert asked.target.path == Path("a")
    assert set(asked.heard) == {"typed"}


def test_a_chosen_path_stands_in_the_line_before_it_is_told(asked: Asked, tmp_path: Path) -> None:
    asked.target.show_path("old")
    asked.target.browse.click()
    assert (asked.target.text, asked.heard) == ("old", [])
    asked.answer = tmp_path / "new"
    asked.target.browse.click()
    assert asked.target.path == tmp_path / "new"
    assert asked.heard == ["typed", "chosen"]


def test_both_parts_are_named(asked: Asked) -> None:
    parts = {part.objectName(): part.accessibleName() for part in (asked.target.line, asked.target.browse)}
    assert parts == {"packageTarget": "保存到", "packageBrowse": "浏览…"}


@pytest.mark.parametrize(("path", "expected"), [("a", "a.zip"), ("a.zip", "a.zip"), ("1.5版", "1.5版.zip"), ("", ".")])
def test_an_ending_is_added_where_it_lacks(path: str, expected: str) -> None:
    assert files.with_ending(Path(path), ".zip") == Path(expected)


@pytest.mark.parametrize(("path", "expected"), [("a.ZIP", "a.ZIP"), ("a", "a.zip"), ("a.Zip.bak", "a.Zip.bak.zip")])
def test_the_same_ending_in_other_letters_will_do_where_the_caller_says_so(path: str, expected: str) -> None:
    assert files.with_ending(Path(path), ".zip", any_case=True) == Path(expected)


def test_who_says_himself_that_a_file_is_replaced_has_the_system_silent(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[dict[str, object]] = []

    def choose(*_arguments: object, **options: object) -> tuple[str, str]:
        given.append(options)
        return "a.zip", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    assert files.ask_save_file(asked.window, "保存", "", "") == Path("a.zip")
    files.ask_save_file(asked.window, "保存", "", "", asks_before_replacing=False)
    assert given == [{}, {"options": QFileDialog.Option.DontConfirmOverwrite}]


def test_thinking_better_of_it_gives_nothing(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    assert files.ask_save_file(asked.window, "", "", "") is None
    assert files.ask_open_file(asked.window, "", "", "") is None
    assert files.ask_open_files(asked.window, "", "", "") == []
    assert files.ask_folder(asked.window, "", "") is None


def test_a_folder_is_opened_by_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    files.open_in_system(tmp_path)
    assert list(map(Path, opened)) == [tmp_path]
