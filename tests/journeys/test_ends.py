"""However the window ends, nothing typed is lost, and the next one says what became of it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from selfeval_desktop import paths
from selfeval_desktop.app.errors import UnwritableFile
from selfeval_desktop.app.ports.documents import Printout, Progress, ignore_progress
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.ui.safety import ledger_commands
from tests.journeys import sitter
from tests.journeys.conftest import Sit, stored
from tests.journeys.user import User

pytestmark = pytest.mark.filterwarnings("error")
needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without a signal")
PATIENCE = 20.0


@contextmanager
def at_work(ledger: Path, situation: str) -> Iterator[subprocess.Popen[str]]:
    """A window in a process of its own, whose user has come so far."""
    environment = {**os.environ, "QT_LOGGING_RULES": "default.warning=false"}
    command = [sys.executable, "-m", "tests.journeys.sitter", str(ledger), situation]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, encoding="utf-8"
    ) as window:
        try:
            assert window.stdout is not None
            assert window.stdout.readline().strip() == sitter.READY
            yield window
        finally:
            window.kill()


def typed(form: Form) -> Decimal | None:
    return form.fund_line("carried_over").executed


def rescued() -> list[Path]:
    return sorted(paths.user_recovery().glob("*.selfeval"))


@needs_signals
@pytest.mark.parametrize("situation", [name for name in sitter.SITUATIONS if not name.startswith("full")])
def test_f55_asked_to_stop_it_stores_what_was_typed_and_ends_with_0(examples: Path, situation: str) -> None:
    with at_work(examples, situation) as window:
        window.send_signal(signal.SIGTERM)
        assert window.wait(PATIENCE) == 0
    assert typed(stored(examples)[0]) == Decimal(sitter.TYPED)
    assert list(paths.user_run_markers().iterdir()) == []
    assert rescued() == []
    assert sorted(path.name for path in examples.parent.iterdir() if path.suffix != ".log") == sorted(
        {examples.name, "selfeval-home"}
    )


@needs_signals
def test_f55_letters_that_were_being_composed_cost_nothing_else(examples: Path) -> None:
    with at_work(examples, "composing") as window:
        window.send_signal(signal.SIGTERM)
        assert window.wait(PATIENCE) == 0
    assert stored(examples)[0].indicators[0].deviation.startswith(sitter.COMPOSED)


@needs_signals
@pytest.mark.parametrize("situation", ["full", "full-asked"])
def test_f56_asked_to_stop_while_saving_fails_it_puts_the_form_apart_and_says_so_next_time(
    sit: Sit, examples: Path, situation: str
) -> None:
    before = stored(examples)
    with at_work(examples, situation) as window:
        window.send_signal(signal.SIGTERM)
        assert window.wait(PATIENCE) == 0
    (apart,) = rescued()
    assert stored(examples) == before
    assert [typed(form) for form in stored(apart)] == [Decimal(sitter.TYPED)]
    user = sit(None)
    assert f"“{examples.stem}”写不进去，最后的改动另存在 {apart}" in user.label("messageText")
    user.find(QPushButton, "offer0").click()
    assert typed(user.window.document.form.form) == Decimal(sitter.TYPED)  # type: ignore[union-attr]
    user.close()
    assert list(paths.user_run_markers().iterdir()) == []
    assert sit(None).label("messageText") == ""


def test_l2_after_a_kill_the_ledger_opens_where_the_user_was_and_says_when_it_was_stored(
    sit: Sit, examples: Path
) -> None:
    with at_work(examples, "editor") as window:
        wait_until_stored(examples)
        window.kill()
        window.wait(PATIENCE)
    user = sit(examples)
    told = user.label("messageText")
    now = datetime.now().astimezone()
    assert told.startswith("上次没有正常关闭；最后保存于 ")
    assert told.endswith("，内容完整。")
    assert f"{now:%H:}" in told or now.minute == 0
    assert user.place() == ("fundsTab", 2, 2)
    assert typed(stored(examples)[0]) == Decimal(sitter.TYPED)
    user.close()
    assert sit(examples).label("messageText") == ""


def wait_until_stored(ledger: Path) -> None:
    """Until the process beside this one has stored what was typed in it, and noted that."""
    for _ in range(200):
        time.sleep(0.05)
        notes = [path.read_bytes() for path in paths.user_run_markers().iterdir()]
        if typed(stored(ledger)[0]) == Decimal(sitter.TYPED) and b'"saved_at": "' in b"".join(notes):
            return
    raise AssertionError("not stored")


def test_l2_a_start_without_a_ledger_offers_the_one_that_was_not_closed(sit: Sit, examples: Path) -> None:
    with at_work(examples, "editor") as window:
        window.kill()
        window.wait(PATIENCE)
    user = sit(None)
    assert user.label("messageText").startswith(f"上次没有正常结束，台账“{examples.stem}”没有关闭")
    user.find(QPushButton, "offer0").click()
    assert user.label("messageText").startswith("上次没有正常关闭；")
    assert user.window.document.ledger is not None


def test_a_window_that_was_closed_says_nothing_next_time(sit: Sit, examples: Path) -> None:
    sit(examples).close()
    assert list(paths.user_run_markers().iterdir()) == []
    assert sit(examples).label("messageText") == ""


def test_two_windows_at_once_are_no_crash(sit: Sit, examples: Path) -> None:
    with at_work(examples, "editor"):
        assert "没有正常" not in sit(None).label("messageText")


def full(user: User) -> None:
    """The ledger takes nothing any more."""
    ledger = user.window.document.ledger
    assert ledger is not None
    path = ledger.store.path

    def refuse(*_arguments: object) -> None:
        raise UnwritableFile(path, "No space left on device")

    setattr(ledger.store, "save_form", refuse)  # noqa: B010 - no store of ours takes that


def test_f55_the_end_of_the_session_stores(sit: Sit, examples: Path) -> None:
    user = sit(examples)
    user.go_to("fundsTab", 2, 2)
    user.type(sitter.TYPED)
    application = QApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.commitDataRequest.emit(None)
    assert typed(stored(examples)[0]) == Decimal(sitter.TYPED)


def test_f55_the_end_of_the_session_asks_nothing_while_saving_fails(
    sit: Sit, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_commands, "ask_after_failed_save", lambda *_arguments: pytest.fail("asked"))
    user = sit(examples)
    full(user)
    user.go_to("fundsTab", 2, 2)
    user.type(sitter.TYPED)
    application = QApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.commitDataRequest.emit(None)
    (apart,) = rescued()
    assert [typed(form) for form in stored(apart)] == [Decimal(sitter.TYPED)]
    assert user.window.close()
    assert len(rescued()) == 1


def end_session() -> None:
    application = QApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.commitDataRequest.emit(None)


@pytest.mark.parametrize("is_typed", [True, False])
def test_f14_f55_at_an_end_that_nobody_chose_all_of_a_deleted_ledger_is_put_apart_once(
    sit: Sit, examples: Path, is_typed: bool
) -> None:
    before = stored(examples)
    user = sit(examples)
    examples.unlink()
    if is_typed:
        user.go_to("fundsTab", 2, 2)
        user.type(sitter.TYPED)
    end_session()
    end_session()
    assert user.window.close()
    (apart,) = rescued()
    forms = stored(apart)
    assert len(forms) == len(before)
    assert typed(forms[0]) == (Decimal(sitter.TYPED) if is_typed else typed(before[0]))
    assert forms[1:] == before[1:]
    assert str(apart) in sit(None).label("messageText")


def test_f14_f55_where_the_whole_cannot_be_written_the_form_is_put_apart(
    sit: Sit, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = sit(examples)
    ledger = user.window.document.ledger
    assert ledger is not None

    def refuse(target: Path) -> bool:
        raise UnwritableFile(target, "No space left on device")

    monkeypatch.setattr(ledger.store, "copy_readable_content", refuse)
    examples.unlink()
    user.go_to("fundsTab", 2, 2)
    user.type(sitter.TYPED)
    end_session()
    (apart,) = rescued()
    assert [typed(form) for form in stored(apart)] == [Decimal(sitter.TYPED)]
    user.in_dialog("lostLedgerDialog", lambda asked: sitter.press(asked, "不存，离开"))
    assert user.window.close()


def test_f14_a_ledger_of_which_everything_lies_where_it_was_is_not_put_apart(sit: Sit, examples: Path) -> None:
    sit(examples)
    end_session()
    assert rescued() == []


def test_f55_closing_stops_an_export_first_and_stores(
    sit: Sit, qtbot: QtBot, examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = sit(examples)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(tmp_path / "x.pdf"), ""))
    ended: list[int] = []

    def write(printouts: Sequence[Printout], target: Path, progress: Progress = ignore_progress) -> tuple[Path, ...]:
        for done in range(1000):
            if done == 5:
                assert not user.window.close()
            progress(done, 1000)
            ended.append(done)
        return ()

    document = user.window.document
    document.services = replace(document.services, writers={"pdf": write})
    user.go_to("fundsTab", 2, 2)
    user.type(sitter.TYPED)
    QTimer.singleShot(0, lambda: user.trigger("actionSavePdf"))
    qtbot.waitUntil(lambda: not user.window.isVisible())
    assert len(ended) < 10
    assert typed(stored(examples)[0]) == Decimal(sitter.TYPED)
    assert not (tmp_path / "x.pdf").exists()
