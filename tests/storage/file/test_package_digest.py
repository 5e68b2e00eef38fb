"""A package of the program is compared with the hash sheet beside it."""

import hashlib
from pathlib import Path

import pytest

from selfeval_desktop.app.errors import UnreadableFile
from selfeval_desktop.app.program_parts import PackageState
from selfeval_desktop.storage.file.package_digest import check_package

CONTENT = b"package" * 400_000
DIGEST = hashlib.sha256(CONTENT).hexdigest()
OTHER = "0" * 64
SHEET = "selfeval-0.2.0-sha256.txt"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "绩效自评-安装.exe"
    path.write_bytes(CONTENT)
    return path


def write_sheet(package: Path, text: str) -> None:
    package.with_name(SHEET).write_bytes(text.encode("utf-8"))


@pytest.mark.parametrize(
    "line",
    [
        f"{DIGEST}  绩效自评-安装.exe\n",
        f"{DIGEST.upper()} *绩效自评-安装.exe\r\n",
        f"\ufeff{DIGEST}  绩效自评-安装.exe",
    ],
)
def test_a_package_that_the_sheet_lists_is_equal(package: Path, line: str) -> None:
    write_sheet(package, line)
    found = check_package(package)
    assert (found.state, found.digest, found.listed) == (PackageState.EQUAL, DIGEST, DIGEST)


def test_a_package_that_was_changed_differs(package: Path) -> None:
    write_sheet(package, f"{DIGEST}  别的.deb\n{OTHER}  {package.name}\n")
    assert check_package(package).state is PackageState.DIFFERENT


def test_a_renamed_package_is_known_by_its_bytes(package: Path) -> None:
    write_sheet(package, f"# 校验单\n{DIGEST}  selfeval.exe\n")
    found = check_package(package)
    assert (found.state, found.same) == (PackageState.UNLISTED, "selfeval.exe")


def test_of_several_sheets_the_one_that_names_the_package_counts(package: Path) -> None:
    package.with_name("SHA256SUMS.txt").write_text(f"{DIGEST}  原名.exe\n", "utf-8")
    write_sheet(package, f"{OTHER}  {package.name}\n")
    found = check_package(package)
    assert (found.state, found.sheet) == (PackageState.DIFFERENT, package.with_name(SHEET))


def test_without_a_sheet_there_is_the_digest_alone(package: Path) -> None:
    found = check_package(package)
    assert (found.state, found.digest) == (PackageState.NO_SHEET, DIGEST)


def test_the_progress_counts_the_bytes(package: Path) -> None:
    told: list[tuple[int, int]] = []
    check_package(package, lambda done, total: told.append((done, total)))
    assert told[-1] == (len(CONTENT), len(CONTENT))


@pytest.mark.parametrize("name", ["没有.exe", "."])
def test_what_is_no_file_cannot_be_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFile):
        check_package(tmp_path / name)
