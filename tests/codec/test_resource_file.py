"""The program's own files come when they are asked for, and one that cannot be read is told as such."""

from pathlib import Path

import pytest

from selfeval_desktop.app.errors import UnreadableFile
from selfeval_desktop.codec.resource_file import ResourceFile


def text(data: bytes, *, path: Path) -> str:
    assert path.name == "words.toml"
    return data.decode()


def test_a_missing_file_is_told_whenever_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    file = ResourceFile(path, text)
    for _ in range(2):
        with pytest.raises(UnreadableFile) as caught:
            file.content()
        assert caught.value.path == path
    path.write_text("甲", "utf-8")
    assert file.content() == "甲"


def test_the_file_is_read_once_and_not_before_somebody_asks(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    file = ResourceFile(path, text)
    path.write_text("乙", "utf-8")
    first = file.content()
    path.unlink()
    assert file.content() is first
