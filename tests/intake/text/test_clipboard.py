"""What is long on the clipboard is read in the reading process, and what cannot be read is told."""

import pytest

from selfeval_desktop.app.errors import UnreadableClipboard
from selfeval_desktop.codec import limited
from selfeval_desktop.codec.limited import LimitedReader, ReadingStopped, StopReason
from selfeval_desktop.intake.text import clipboard
from selfeval_desktop.intake.text.clipboard import read_clipboard


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the reading process is asked for."""
    found: list[object] = []
    call = LimitedReader.call

    def note(reader: LimitedReader, function: object, *arguments: object, **others: object) -> object:
        found.append(function)
        return call(reader, function, *arguments, **others)  # type: ignore[arg-type]

    monkeypatch.setattr(limited.LimitedReader, "call", note)
    return found


def test_a_usual_table_is_read_without_another_process(calls: list[object]) -> None:
    assert read_clipboard("甲\t乙\n", "") == (("甲", "乙"),)
    assert calls == []


def test_a_long_one_is_read_by_the_reading_process(calls: list[object]) -> None:
    html = f"<table>{'<tr><td>甲</td><td>乙</td></tr>' * 4_000}</table>"
    assert read_clipboard("", html) == (("甲", "乙"),) * 4_000
    assert len(calls) == 1


def test_one_that_takes_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_given: object, **_others: object) -> None:
        raise ReadingStopped(StopReason.SLOW)

    monkeypatch.setattr(limited.LimitedReader, "call", stop)
    with pytest.raises(UnreadableClipboard):
        read_clipboard("甲" * 200_000, "")


@pytest.mark.parametrize("text", ["甲\n" * 10_001, "甲\t" * 3_000 + "\n" + "乙\n" * 3_000, "甲" * 30_001])
def test_more_than_any_form_has_is_told(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "MOST_CELLS", 10_000)
    monkeypatch.setattr(clipboard, "_MOST_CHARACTERS", 30_000)
    with pytest.raises(UnreadableClipboard):
        read_clipboard(text, "")
