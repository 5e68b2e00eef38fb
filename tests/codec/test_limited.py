"""What a function in the reading process gives or raises is given or raised here; what it costs is bounded."""

import pickle
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from selfeval_desktop import paths
from selfeval_desktop.app.errors import (
    BadFormFile,
    Cancelled,
    FileProblem,
    MissingFile,
    ReaderNotStarted,
    SelfEvalError,
)
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.codec import limited, limited_child
from selfeval_desktop.codec.limited import LimitedReader, ReadingStopped, StopReason
from selfeval_desktop.codec.limited_child import Limits
from tests.systems import IS_WINE

KEPT: list[bytearray] = []
needs_limits = pytest.mark.skipif(IS_WINE, reason="Wine takes the limits of a job and does not keep to them")


def double(number: int) -> int:
    return 2 * number


def count_to(most: int) -> Iterator[int]:
    yield from range(most)


def count_and_fail(most: int) -> Iterator[int]:
    yield from range(most)
    raise BadFormFile(Path("a.json"), "[3].year", FileProblem.WRONG_TYPE, "x")


def report(progress: Progress = ignore_progress) -> str:
    for done in range(1, 4):
        time.sleep(0.06)
        progress(done, 3)
    return "done"


def fill_memory() -> int:
    return len(bytearray(2 * limited_child.MEMORY))


def keep_memory() -> int:
    KEPT.append(bytearray(limited_child.MEMORY * 2 // 3))
    return len(KEPT)


def recurse() -> NoReturn:
    recurse()


def refuse_number() -> int:
    return int("9" * 5_000)


def say_nothing() -> None:
    time.sleep(1_000)


def loop() -> NoReturn:
    while True:
        pass


@pytest.fixture(autouse=True)
def reading_process() -> None:
    """Each reader has a process of its own here."""


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """An entry for each process that was started."""
    found: list[int] = []
    command = paths.reader_command()

    def counted() -> list[str]:
        found.append(len(found))
        return command

    monkeypatch.setattr(paths, "reader_command", counted)
    return found


def stop_of(function: Callable[[], object]) -> StopReason:
    with LimitedReader() as reader, pytest.raises(ReadingStopped) as stopped:
        reader.call(function)
    return stopped.value.reason


def test_one_process_does_one_call_after_the_other(started: list[int]) -> None:
    with LimitedReader() as reader:
        assert [reader.call(double, number) for number in range(4)] == [0, 2, 4, 6]
        assert reader.items(count_to, 3) == (0, 1, 2)
        assert reader.call(double, 21) == 42
    assert len(started) == 1


def test_no_process_is_started_for_nothing(started: list[int]) -> None:
    with LimitedReader():
        pass
    assert started == []


def test_an_error_comes_with_its_fields_and_the_next_call_has_a_new_process(started: list[int]) -> None:
    with LimitedReader() as reader:
        with pytest.raises(BadFormFile) as refused:
            reader.items(count_and_fail, 3)
        found = refused.value
        assert (found.path, found.place, found.problem, found.found) == (
            Path("a.json"),
            "[3].year",
            FileProblem.WRONG_TYPE,
            "x",
        )
        assert reader.call(double, 1) == 2
    assert len(started) == 2


@pytest.mark.parametrize("function", [recurse, refuse_number])
def test_whatever_a_parser_raises_is_no_fault_of_the_program(function: Callable[[], object]) -> None:
    assert stop_of(function) is StopReason.BROKEN


@needs_limits
def test_more_memory_than_allowed_ends_the_call() -> None:
    assert stop_of(fill_memory) is StopReason.HEAVY


def test_a_process_that_grew_is_replaced_before_the_next_file(started: list[int]) -> None:
    with LimitedReader() as reader:
        assert [reader.call(keep_memory) for _ in range(3)] == [1, 1, 1]
    assert len(started) == 3


@needs_limits
def test_a_call_without_an_end_is_ended_by_the_system_though_its_parent_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limited, "_PATIENCE", 10_000)
    with LimitedReader() as reader, pytest.raises(ReadingStopped) as stopped:
        reader.call(loop, limits=Limits(1, limited_child.MEMORY))
    assert stopped.value.reason is StopReason.SLOW


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (1, StopReason.BROKEN),
        (1816, StopReason.SLOW),  # ERROR_NOT_ENOUGH_QUOTA
        (0xC0000017, StopReason.HEAVY),  # STATUS_NO_MEMORY
        (-9, StopReason.HEAVY),
    ],
)
def test_the_exit_code_tells_a_limit_from_a_crash(code: int, reason: StopReason) -> None:
    assert limited.reason_of_exit(code) is reason


def test_a_process_that_says_nothing_is_stopped() -> None:
    with LimitedReader() as reader, pytest.raises(ReadingStopped) as stopped:
        reader.call(say_nothing, limits=Limits(0.2, limited_child.MEMORY))
    assert stopped.value.reason is StopReason.SLOW


def test_a_function_that_tells_how_far_it_is_is_heard() -> None:
    told: list[tuple[int, int]] = []
    with LimitedReader() as reader:
        assert reader.call(report, progress=lambda done, total: told.append((done, total))) == "done"
    assert {total for _, total in told} == {3, int(limited.SECONDS)}


def test_who_cancels_leaves_no_process_and_no_thread() -> None:
    def cancel(done: int, total: int) -> None:
        raise Cancelled

    before = threading.active_count()
    with LimitedReader() as reader:
        with pytest.raises(Cancelled):
            reader.call(say_nothing, progress=cancel)
        assert threading.active_count() == before
        assert reader.call(double, 2) == 4


def test_a_stop_is_told_in_the_words_of_the_file() -> None:
    def told(reason: StopReason) -> SelfEvalError:
        return MissingFile(Path(reason))

    with pytest.raises(MissingFile) as refused, limited.telling_stops(told):
        raise ReadingStopped(StopReason.HEAVY)
    assert refused.value.path == Path("heavy")


def test_a_long_request_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process has not begun to read it; the pipe is full long before."""
    monkeypatch.setattr(paths, "reader_command", lambda: [sys.executable, "-c", "import time; time.sleep(1000)"])
    asked: list[int] = []

    def cancel(done: int, total: int) -> None:
        asked.append(done)
        raise Cancelled

    with LimitedReader() as reader, pytest.raises(Cancelled):
        reader.call(len, b"x" * 10_000_000, progress=cancel)
    assert asked


class Watched:
    """A value that tells which thread makes bytes of it."""

    def __init__(self) -> None:
        self.seen: list[threading.Thread] = []

    def __reduce__(self) -> tuple[type[int], tuple[int]]:
        self.seen.append(threading.current_thread())
        return int, (21,)


def test_what_is_asked_is_read_by_the_asking_thread_alone() -> None:
    value = Watched()
    with LimitedReader() as reader:
        assert reader.call(double, value) == 42
    assert value.seen == [threading.current_thread()]


def test_what_cannot_be_sent_is_a_fault_at_once() -> None:
    with LimitedReader() as reader, pytest.raises((AttributeError, pickle.PicklingError)):
        reader.call(double, lambda: 21)


def test_a_reading_process_that_the_system_does_not_start_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As where a virus scanner has taken the program away."""
    monkeypatch.setattr(paths, "reader_command", lambda: [str(tmp_path / "gone")])
    with LimitedReader() as reader:
        for _again in range(2):
            with pytest.raises(ReaderNotStarted) as told:
                reader.call(double, 2)
            assert told.value.path == tmp_path / "gone"
