"""A fault before the window stands, and a crash of the interpreter itself: told in a sentence, with the place of the log."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FAULT = """
from selfeval_desktop import bootstrap
def fail(path):
    raise ValueError("某区信访办公室")
bootstrap.open_window = fail
from selfeval_desktop.__main__ import main
main()
"""
CRASH = """
import faulthandler
from PySide6.QtCore import QTimer
from selfeval_desktop import bootstrap
opened = bootstrap.open_window
def open_and_crash(path):
    window = opened(path)
    QTimer.singleShot(0, faulthandler._sigsegv)
    return window
bootstrap.open_window = open_and_crash
from selfeval_desktop.__main__ import main
main()
"""
AGAIN = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from selfeval_desktop import bootstrap
opened = bootstrap.open_window
def open_and_say(path):
    window = opened(path)
    print(window.findChild(QLabel, "messageText").text())
    QTimer.singleShot(0, window.close)
    return window
bootstrap.open_window = open_and_say
from selfeval_desktop.__main__ import main
main()
"""


def run(script: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_LOGGING_RULES": "default.warning=false"}
    return subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, encoding="utf-8", check=False
    )


def test_f54_a_fault_before_the_window_stands_is_one_sentence_and_exit_3(selfeval_home: Path) -> None:
    done = run(FAULT)
    path = selfeval_home / "log" / "selfeval.log"
    assert done.returncode == 3
    assert done.stderr == f"程序出错，窗口没有打开。台账保持上一次存好的内容，请把日志 {path} 交给维护人员。\n"
    logged = path.read_text("utf-8")
    assert "ValueError" in logged
    assert "信访" not in logged


def test_f54_without_a_place_for_the_log_the_sentence_says_so(selfeval_home: Path) -> None:
    selfeval_home.write_bytes(b"")
    done = run(FAULT)
    assert done.returncode == 3
    assert done.stderr == "程序出错，窗口没有打开。台账保持上一次存好的内容，请联系维护人员。\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows may ask its user first")
def test_f54_a_crash_of_the_interpreter_leaves_its_stacks_and_is_told_next_time(selfeval_home: Path) -> None:
    assert run(CRASH).returncode < 0
    assert "Segmentation fault" in (selfeval_home / "log" / "crashes.log").read_text("utf-8")
    again = run(AGAIN)
    assert again.returncode == 0, again.stderr
    assert again.stdout == "上次没有正常结束；当时没有打开台账。\n"
    (apart,) = (selfeval_home / "log").glob("crash-*.log")
    assert "Segmentation fault" in apart.read_text("utf-8")
    assert run(AGAIN).stdout == "\n"


@pytest.mark.skipif(sys.platform != "linux", reason="such names are Linux's")
def test_x12_a_ledger_whose_name_is_no_utf_8_is_given_on_the_command_line(tmp_path: Path) -> None:
    """Qt ends the process over such an argument, and would not find the file."""
    path = tmp_path / os.fsdecode("台账".encode("gbk"))
    opened = AGAIN.replace('window.findChild(QLabel, "messageText").text()', "ascii(str(path))")
    done = run(f"import sys; sys.argv[1:] = [{str(path)!a}]\n{opened}")
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{str(path)!a}\n"
