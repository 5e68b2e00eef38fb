"""The commands as a shell starts them: no display, another code page, English, a reader that goes away."""

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.conftest import json_file


def shell(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own, with no display unless the environment gives one."""
    bare = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    bare.pop("QT_QPA_PLATFORM", None)
    script = "from selfeval_desktop.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=folder,
        env={**bare, "PYTHONPATH": str(Path(__file__).parents[2]), **environment},
        capture_output=True,
        check=False,
    )


ENVIRONMENTS = {
    "no display": {},
    "offscreen": {"QT_QPA_PLATFORM": "offscreen"},
    "a platform that cannot start": {"QT_QPA_PLATFORM": "xcb"},
    "an ASCII locale": {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
}


def test_a_command_in_chinese_starts_without_qt(tmp_path: Path) -> None:
    script = (
        "import sys; from selfeval_desktop.cli import run; code = run(['new', 'L.selfeval']); "
        "sys.exit(code or 'PySide6' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=environment, check=True)


@pytest.mark.parametrize("environment", ENVIRONMENTS.values(), ids=ENVIRONMENTS)
def test_a_form_is_imported_listed_and_printed_in_utf_8(tmp_path: Path, environment: dict[str, str]) -> None:
    json_file(str(tmp_path / "a.json"))
    for arguments in (("import", "L.selfeval", "a.json"), ("print", "L.selfeval", "--out", "a.pdf")):
        assert shell(tmp_path, *arguments, **environment).returncode == 0
    listed = shell(tmp_path, "list", "L.selfeval", "--json", **environment)
    assert json.loads(listed.stdout.decode("utf-8"))[0]["project_name"] == "宣传与推广"


def test_complaints_are_utf_8_too(tmp_path: Path) -> None:
    said = shell(tmp_path, "list", "没有.selfeval", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="1")
    assert said.returncode == 2
    assert said.stderr.decode("utf-8").splitlines() == ["没有找到 没有.selfeval。请检查文件夹和文件名。"]


@pytest.mark.parametrize("arguments", [("--lang", "en", "list", "L"), ("list", "L", "--lang", "en")], ids=" ".join)
def test_english_is_spoken_when_asked_for(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    said = shell(tmp_path, *arguments)
    assert said.returncode == 2
    assert said.stderr.decode("ascii").splitlines() == ["L was not found. Check the folder and the file name."]


def test_the_json_of_a_list_is_the_same_in_english(tmp_path: Path) -> None:
    json_file(str(tmp_path / "a.json"))
    shell(tmp_path, "import", "L.selfeval", "a.json")
    chinese, english = (
        shell(tmp_path, "list", "L.selfeval", "--json", "--lang", language).stdout for language in ("zh", "en")
    )
    assert english == chinese


def test_a_package_made_in_english_has_english_lists_and_the_same_forms(tmp_path: Path) -> None:
    json_file(str(tmp_path / "a.json"))
    shell(tmp_path, "import", "L.selfeval", "a.json")
    forms = []
    for language, name in (("zh", "绩效自评上报包.zip"), ("en", "upload-package.zip")):
        out = tmp_path / language
        export = ("export", "L.selfeval", "--as", "package", "--out", str(out), "--lang", language)
        assert shell(tmp_path, *export).returncode == 0
        with ZipFile(out / name) as package:
            listed = package.namelist()
            forms.append({path: package.read(path) for path in listed if "/" in path})
    assert listed[2] == "Proof List of the Upload Package.pdf"
    assert "Summary of Self-Evaluation Forms-2023.xlsx" in listed
    assert forms[0] == forms[1] != {}


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of another kind")
def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    json_file(str(tmp_path / "a.json"))
    shell(tmp_path, "import", "L.selfeval", "a.json")
    reading, writing = os.pipe()
    os.close(reading)
    script = "from selfeval_desktop.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", script, "check", "L.selfeval"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="there is always a display")
def test_the_window_says_plainly_that_there_is_no_display(tmp_path: Path) -> None:
    bare = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    bare.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "-m", "selfeval_desktop"],
        cwd=Path(__file__).parents[2],
        env=bare,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.decode("utf-8").startswith("没有显示器")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    "arguments", [("new", "N.selfeval"), ("list", "L.selfeval"), ("check", "L.selfeval", "--json")]
)
def test_f02_results_that_find_no_room_are_told_of_and_what_is_done_stays(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    json_file(str(tmp_path / "a.json"))
    shell(tmp_path, "import", "L.selfeval", "a.json")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", "from selfeval_desktop.cli import main; main()", *arguments],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    (line,) = done.stderr.decode("utf-8").splitlines()
    assert "磁盘已满" in line
    assert (tmp_path / arguments[1]).exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_f02_a_complaint_that_finds_no_room_leaves_its_exit_code(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", "from selfeval_desktop.cli import main; main()", "list", "没有.selfeval"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            stderr=full,
            check=False,
        )
    assert done.returncode == 2
