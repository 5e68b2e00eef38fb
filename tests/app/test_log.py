"""The log tells where a fault arose, and nothing that a form says."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from selfeval_desktop.app import log


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """No file is kept open after the test."""
    logger = logging.getLogger("selfeval_desktop")
    before = logger.handlers[:]
    yield
    for handler in set(logger.handlers) - set(before):
        logger.removeHandler(handler)
        handler.close()


def test_a_fault_is_noted_by_kind_and_place_without_its_message(tmp_path: Path) -> None:
    path = log.write_log_to(tmp_path)
    assert not path.exists()
    with pytest.raises(ValueError, match="项目") as raised:
        int("项目名称")
    log.log_error(raised.value)
    written = path.read_text("utf-8")
    assert "ValueError" in written
    assert "test_log.py" in written
    assert "项目名称" not in written


def test_kept_twice_each_entry_is_written_once(tmp_path: Path) -> None:
    log.write_log_to(tmp_path)
    path = log.write_log_to(tmp_path)
    logging.getLogger("selfeval_desktop.somewhere").error("once")
    assert path.read_text("utf-8").count("once") == 1


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    with log.log_hard_crashes(tmp_path / "missing"):
        assert not (tmp_path / "missing").exists()


def test_a_crash_of_the_interpreter_leaves_its_stacks_beside_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr("faulthandler.enable", lambda file: told.append(Path(file.name)))
    monkeypatch.setattr("faulthandler.disable", lambda: told.append("disabled"))
    with log.log_hard_crashes(tmp_path):
        assert told == [tmp_path / log.HARD_CRASHES]
    assert told[-1] == "disabled"


def test_the_stacks_of_an_earlier_crash_are_kept_apart(tmp_path: Path) -> None:
    (tmp_path / log.HARD_CRASHES).write_text("Fatal Python error", "utf-8")
    for number in range(7):
        (tmp_path / f"crash-2000010{number}-000000.log").write_text("old", "utf-8")
    with log.log_hard_crashes(tmp_path):
        assert (tmp_path / log.HARD_CRASHES).read_bytes() == b""
    kept = sorted(tmp_path.glob(log.CRASH))
    assert len(kept) == 5
    assert kept[-1].read_text("utf-8") == "Fatal Python error"
    with log.log_hard_crashes(tmp_path):
        pass
    assert sorted(tmp_path.glob(log.CRASH)) == kept
