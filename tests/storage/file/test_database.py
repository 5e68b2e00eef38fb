"""How a ledger file is named to SQLite."""

import pytest

from selfeval_desktop.storage.file import database


def test_a_network_path_keeps_its_two_slashes_and_a_drive_gets_one(monkeypatch: pytest.MonkeyPatch) -> None:
    class Windows:
        def __init__(self, name: str) -> None:
            self._name = name

        def absolute(self) -> "Windows":
            return self

        def as_posix(self) -> str:
            return self._name

    assert database._file_uri(Windows("//server/甲 #/a.selfeval")) == (  # type: ignore[arg-type]
        "file:////server/%E7%94%B2%20%23/a.selfeval"
    )
    assert database._file_uri(Windows("C:/a?.selfeval")) == "file:///C:/a%3F.selfeval"  # type: ignore[arg-type]
