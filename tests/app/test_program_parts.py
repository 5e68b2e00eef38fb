"""Which sections of the record of changes are new, and what a package's digests amount to."""

from pathlib import Path

import pytest

from selfeval_desktop.app.program_parts import PackageCheck, PackageState, changes_since

RECORD = """# 更新记录

写给填表的人。

## [未发布]

- 丙

## [0.2.0] - 2026-02-01

- 乙

## [0.1.0] - 2026-01-01

- 甲
"""


@pytest.mark.parametrize(
    ("version", "kept"),
    [("0.2.0", "丙"), ("0.1.0", "丙乙"), ("0.0.9", "丙乙甲"), ("", "丙乙甲"), ("未发布", "")],
)
def test_changes_are_those_of_later_versions(version: str, kept: str) -> None:
    assert "".join(sign for sign in changes_since(RECORD, version) if sign in "甲乙丙") == kept


def test_a_record_without_sections_has_no_changes() -> None:
    assert changes_since("# 更新记录\n", "0.1.0") == ""


@pytest.mark.parametrize(
    ("sheet", "listed", "state"),
    [
        (None, "", PackageState.NO_SHEET),
        (Path("单"), "", PackageState.UNLISTED),
        (Path("单"), "ab", PackageState.EQUAL),
        (Path("单"), "cd", PackageState.DIFFERENT),
    ],
)
def test_the_digests_of_a_package_are_compared(sheet: Path | None, listed: str, state: PackageState) -> None:
    assert PackageCheck(Path("包"), "ab", sheet, listed).state is state
