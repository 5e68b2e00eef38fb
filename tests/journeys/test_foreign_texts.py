"""The window goes on while foreign texts are read, whatever they are; a bad one costs one sentence."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QLabel, QProgressDialog

from selfeval_desktop import bootstrap, paths
from selfeval_desktop.codec import form_json
from tests.builders import complete_form
from tests.hostile_texts import TEMPLATES
from tests.journeys.conftest import Sit, stored
from tests.journeys.user import User
from tests.templates import elsewhere_text

_TICKS = 20


class Heartbeat:
    """Counts turns of the window's event loop while something is read, and cancels that after so many."""

    def __init__(self, user: User) -> None:
        self._user = user
        self.ticks = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(10)

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        dialogs = self._user.window.findChildren(QProgressDialog)
        self.ticks += bool(dialogs)
        if self.ticks >= _TICKS:
            for dialog in dialogs:
                dialog.cancel()


def a_json_file(folder: Path) -> Path:
    path = folder / "表.json"
    path.write_bytes(form_json.write_forms([complete_form()]))
    return path


def a_template(folder: Path) -> Path:
    path = folder / "表样.toml"
    path.write_text(elsewhere_text(), "utf-8")
    return path


def a_package(folder: Path) -> Path:
    path = folder / "交接包.zip"
    path.write_bytes(b"PK")
    return path


@pytest.mark.parametrize(
    ("action", "make"),
    [("actionImport", a_json_file), ("actionLoadTemplate", a_template), ("actionTakeOver", a_package)],
)
def test_x5_x6_x9_the_window_goes_on_while_the_process_reads(
    sit: Sit,
    empty_ledger: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    action: str,
    make: Callable[..., Path],
) -> None:
    path = make(tmp_path)
    user = sit(empty_ledger)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments, **_options: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_arguments, **_options: ([str(path)], ""))
    monkeypatch.setattr(paths, "reader_command", lambda: [sys.executable, "-c", "import time; time.sleep(1000)"])
    heart = Heartbeat(user)
    user.trigger(action)
    heart.stop()
    assert heart.ticks >= _TICKS
    assert "已取消" in user.label("messageText")
    assert stored(empty_ledger) == []
    assert not paths.user_templates().exists()


@pytest.mark.parametrize("what", ["nested", "a number of 5,000 digits"])
def test_x7_the_window_starts_with_a_bad_template_in_the_users_folder(sit: Sit, empty_ledger: Path, what: str) -> None:
    paths.user_templates().mkdir(parents=True)
    bad = paths.user_templates() / "zz.toml"
    bad.write_bytes(TEMPLATES[what]())
    bootstrap._template_folder.cache_clear()
    user = sit(empty_ledger)
    told = user.find(QLabel, "messageText").text()
    assert user.window.isVisible()
    assert "已跳过" in told
    assert str(bad) in told
    user.close()
    assert sit(None).window.isVisible()
