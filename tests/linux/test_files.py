"""What lies in the folder and the packages for domestic Linux: nothing that an older system lacks, nothing unused."""

import json
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from tests.linux import built

pytestmark = pytest.mark.linux

OLDEST = {"GLIBC": (2, 28), "GLIBCXX": (3, 4, 25), "CXXABI": (1, 3, 11), "GCC": (7, 0, 0)}
"""What UOS 20 and Kylin V10 have: glibc 2.28 and the libraries of GCC 8."""
SYSTEM = {"libstdc++.so.6", "libgcc_s.so.1", "libsystemd.so.0", "libcups.so.2", "ld-linux-x86-64.so.2"}
SYSTEM |= {f"lib{name}.so.{number}" for name, number in (("c", 6), ("m", 6), ("dl", 2), ("rt", 1), ("util", 1))}
SYSTEM |= {"libpthread.so.0"}
"""What every system with a desktop has; without libcups there is only no printer."""


@cache
def dynamic_parts() -> dict[Path, str]:
    """What readelf tells of each program and library in the folder."""
    found = {}
    for path in sorted(built.FOLDER.rglob("*")):
        if path.is_file() and path.read_bytes()[:4] == b"\x7fELF":
            told = subprocess.run(["readelf", "-W", "--dynamic", "--version-info", path], capture_output=True, text=True, check=True)  # fmt: skip
            found[path] = told.stdout
    return found


def test_the_folder_has_programs_and_libraries() -> None:
    assert len(dynamic_parts()) > 60


@pytest.mark.parametrize("library", OLDEST)
def test_no_file_asks_for_more_than_the_oldest_system_has(library: str) -> None:
    asked = {}
    for path, told in dynamic_parts().items():
        needs = told.split("Version needs section", 1)[-1] if "Version needs section" in told else ""
        versions = re.findall(rf"Name: {library}_([\d.]+)", needs)
        asked[path] = max((tuple(map(int, version.split("."))) for version in versions), default=())
    late = {str(path): version for path, version in asked.items() if version > OLDEST[library]}
    assert late == {}
    print(f"highest {library}: {max(asked.values())}")


def test_every_library_that_is_asked_for_is_in_the_folder_or_in_every_system() -> None:
    own = {path.name for path in dynamic_parts()}
    asked = {name for told in dynamic_parts().values() for name in re.findall(r"\(NEEDED\).*\[(.+)\]", told)}
    assert asked - own - SYSTEM == set()


def test_no_library_lies_there_that_nothing_asks_for() -> None:
    asked = {name for told in dynamic_parts().values() for name in re.findall(r"\(NEEDED\).*\[(.+)\]", told)}
    libraries = {path.name for path in (built.FOLDER / "app" / "libraries").iterdir()}
    assert libraries - asked == set()


def test_nothing_for_compilers_or_tests_lies_there() -> None:
    names = [path for path in built.FOLDER.rglob("*") if path.suffix in {".pyi", ".h", ".pyx", ".a"}]
    assert names == []
    assert not [path for path in built.FOLDER.rglob("tests") if path.is_dir()]


@pytest.mark.parametrize("package", built.packages(), ids=lambda path: path.name)
def test_a_package_is_small_and_runs_nothing_when_installed(package: Path) -> None:
    assert package.stat().st_size <= 70_000_000
    control = subprocess.run(["dpkg-deb", "--ctrl-tarfile", package], capture_output=True, check=True).stdout
    names = subprocess.run(["tar", "t"], input=control, capture_output=True, check=True).stdout.decode().split()
    assert {name.removeprefix("./") for name in names} == {"", "control"}


def test_the_package_for_uos_keeps_to_its_own_folder(tmp_path: Path) -> None:
    package = next(path for path in built.packages() if "uos" in path.name)
    subprocess.run(["dpkg-deb", "-x", package, tmp_path], check=True)
    (place,) = (tmp_path / "opt" / "apps").iterdir()
    assert [path.name for path in tmp_path.iterdir()] == ["opt"]
    assert sorted(path.name for path in place.iterdir()) == ["entries", "files", "info"]
    told = json.loads((place / "info").read_text("utf-8"))
    field = subprocess.run(["dpkg-deb", "-f", package, "Package", "Version"], capture_output=True, text=True, check=True)  # fmt: skip
    assert field.stdout.split() == ["Package:", place.name, "Version:", told["version"]]
    assert told["appid"] == place.name
    assert told["permissions"]["clipboard"]
    assert_menu(place / "entries", tmp_path)


def test_the_plain_package_has_commands_and_a_menu(tmp_path: Path) -> None:
    package = next(path for path in built.packages() if "uos" not in path.name)
    subprocess.run(["dpkg-deb", "-x", package, tmp_path], check=True)
    for name in ("selfeval", "selfeval-desktop"):
        assert (tmp_path / "usr" / "bin" / name).resolve().is_file()
    assert_menu(tmp_path / "usr" / "share", tmp_path)


def assert_menu(share: Path, root: Path) -> None:
    """The entry names a program and an icon that lie in the package; the type of ledgers is there."""
    (entry,) = share.glob("applications/*.desktop")
    fields = dict(line.split("=", 1) for line in entry.read_text("utf-8").splitlines() if "=" in line)
    program = fields["Exec"].removesuffix(" %f")
    assert (root / program.lstrip("/") if "/" in program else root / "usr" / "bin" / program).resolve().is_file()
    assert (share / "icons" / "hicolor" / "scalable" / "apps" / f"{fields['Icon']}.svg").is_file()
    assert len(list(share.glob("mime/packages/*.xml"))) == 1


def test_the_hash_sheet_names_every_package() -> None:
    (sheet,) = built.FOLDER.parent.glob("*-sha256.txt")
    done = subprocess.run(["sha256sum", "-c", sheet.name], cwd=built.FOLDER.parent, capture_output=True, text=True, check=True)  # fmt: skip
    assert len(done.stdout.splitlines()) == len(built.packages()) == 2
