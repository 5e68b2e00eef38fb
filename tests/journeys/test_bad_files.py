"""A file that is no good gives one plain sentence and changes nothing."""

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QStackedWidget, QWidget

from tests.builders import complete_form
from tests.journeys.conftest import Sit, ledger_of, stored
from tests.journeys.user import User
from tests.records import BAD_FILES, changed


def other_program(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (text)")
    connection.commit()
    connection.close()


def newer_schema(path: Path) -> None:
    ledger_of(path, complete_form())
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()


def damaged(path: Path) -> None:
    ledger_of(path, complete_form())
    content, text = path.read_bytes(), complete_form().project_name.encode()
    assert text in content
    path.write_bytes(content.replace(text, text[::-1]))


BAD: dict[str, tuple[Callable[[Path], Any], str]] = {
    "a text file": (lambda path: path.write_text("这不是台账。", "utf-8"), "不是本程序的台账"),
    "another program's file": (other_program, "不是本程序的台账"),
    "a newer schema": (newer_schema, "请升级程序"),
    "an empty file": (lambda path: path.touch(), "是空文件"),
    "a folder": (lambda path: path.mkdir(), "是文件夹"),
    "a damaged ledger": (damaged, "不一致"),
    "a missing path": (lambda _: None, "没有找到"),
}


def traces(folder: Path) -> list[object]:
    """Names, contents and times of all that lies in the folder."""
    return [
        (path.name, path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else None)
        for path in sorted(folder.iterdir())
    ]


def assert_refused(user: User, path: Path, words: str) -> None:
    """The window stands on its start page and says one sentence; nothing blocks it."""
    assert user.window.isVisible()
    assert QApplication.activeModalWidget() is None
    page = user.find(QWidget, "startPage")
    assert page.isVisible()
    assert page.parent() is user.window.findChildren(QStackedWidget)[0]
    told = user.find(QLabel, "startProblem")
    assert told.isVisible()
    assert words in told.text()
    assert path.name in told.text()
    assert told.text().endswith("。")
    assert not re.search(r"Traceback|Error|None|sqlite|\n", told.text())


@pytest.mark.parametrize(("make", "words"), BAD.values(), ids=BAD)
def test_a_bad_file_gives_the_start_page_with_one_sentence(
    sit: Sit, tmp_path: Path, make: Callable[[Path], Any], words: str
) -> None:
    folder = tmp_path / "文件"
    folder.mkdir()
    path = folder / "台账.selfeval"
    make(path)
    before = traces(folder)
    user = sit(path)
    assert_refused(user, path, words)
    user.close()
    assert traces(folder) == before


def test_a_bad_file_leaves_the_open_ledger_open(sit: Sit, examples: Path, tmp_path: Path) -> None:
    user = sit(examples)
    wrong = tmp_path / "错.selfeval"
    wrong.write_text("这不是台账。", "utf-8")
    user.window.open_ledger(wrong)
    assert "不是本程序的台账" in user.label("messageText")
    assert len(user.forms()) == 5


FILES = {
    **BAD_FILES,
    "no JSON at all": ("项目名称", "表.json"),
}


@pytest.mark.parametrize(("content", "words"), FILES.values(), ids=FILES)
def test_a_bad_file_is_not_imported_and_says_why(
    sit: Sit, examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, words: str
) -> None:
    source = tmp_path / "表.json"
    source.write_text(content, "utf-8")
    user, before = sit(examples), stored(examples)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(source)], ""))
    user.trigger("actionImport")
    told = user.label("messageText")
    assert words in told
    assert told.endswith("。")
    assert "没有导入" in told
    assert len(user.forms()) == 5
    assert stored(examples) == before


def test_a_good_file_is_imported_and_can_be_undone(
    sit: Sit, examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "表.json"
    source.write_text(f"[{changed(project_name='甲')}, {changed(project_name='乙')}]", "utf-8")
    user = sit(examples)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(source)], ""))
    user.trigger("actionImport")
    assert user.label("messageText") == "已导入 2 张表。"
    assert [form.project_name for form in stored(examples)[5:]] == ["甲", "乙"]
    assert user.box("projectName") == "甲"
    user.trigger("actionUndo")
    assert len(stored(examples)) == 5
