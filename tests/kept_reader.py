"""One reading process for many tests: starting one for each file read costs more than the reading."""

import os
from pathlib import Path
from types import TracebackType

import pytest

from selfeval_desktop import paths
from selfeval_desktop.app import collector
from selfeval_desktop.app.ports.documents import ignore_progress
from selfeval_desktop.codec import limited
from selfeval_desktop.codec.limited import SECONDS, LimitedReader, _ReaderProcess
from selfeval_desktop.codec.limited_child import MEMORY, Call, Limits

_IDLE: list[_ReaderProcess] = []
_USUAL_COMMAND = paths.reader_command


def keep_reading_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read well leaves its process to the next reader, in this test or another one."""
    monkeypatch.setattr(limited, "_ReaderProcess", _idle_or_new_process)
    monkeypatch.setattr(LimitedReader, "__exit__", _lay_process_by)


def stop_idle_processes() -> None:
    """No test follows."""
    while _IDLE:
        _IDLE.pop().stop_process()


def _idle_or_new_process() -> _ReaderProcess:
    while _IDLE and _is_usual():
        process = _IDLE.pop()
        if process._child.poll() is None:
            _follow_to_folder(process)
            return process
        process.stop_process()
    return _ReaderProcess()


def _follow_to_folder(process: _ReaderProcess) -> None:
    """Tests go to folders of their own, and name files from there."""
    process.request_call(Call(os.chdir, (Path.cwd(),), Limits(SECONDS, MEMORY)))
    next(process.answers_within(SECONDS, ignore_progress))


def _lay_process_by(
    reader: LimitedReader,
    kind: type[BaseException] | None,
    error: BaseException | None,
    trace: TracebackType | None,
) -> None:
    if reader._process is not None and _is_usual():
        _IDLE.append(reader._process)
        reader._process = None
    reader._end_process()
    collector.resume_collector()


def _is_usual() -> bool:
    """Whether no test has put another command in its place."""
    return paths.reader_command is _USUAL_COMMAND
