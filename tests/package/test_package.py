"""The built application works where this project's Python packages are not."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pypdfium2
import pytest

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "dist" / "selfeval"
SUFFIX = ".exe" if sys.platform == "win32" else ""
EXAMPLES = sorted((ROOT / "resources" / "examples").glob("*.json"))

pytestmark = pytest.mark.package


@pytest.fixture
def application(tmp_path: Path) -> Path:
    """The built folder, copied away from the checkout that it was made in."""
    assert BUILT.is_dir(), "make package builds it"
    return Path(shutil.copytree(BUILT, tmp_path / "绩效自评", symlinks=True))


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """What the system gives every program, and nothing of this project's Python."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "LANG") if name in os.environ}
    (tmp_path / "home").mkdir()
    return kept | {
        "HOME": str(tmp_path / "home"),
        "SELFEVAL_HOME": str(tmp_path / "home"),
        "PATH": os.defpath,
        "QT_QPA_PLATFORM": "offscreen",
    }


def command(application: Path, environment: dict[str, str], *arguments: str | Path) -> str:
    """Run the built command line and return what it says."""
    done = subprocess.run(
        [application / f"selfeval{SUFFIX}", *arguments],
        cwd=application.parent,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_built_command_line_prints_an_example(application: Path, environment: dict[str, str]) -> None:
    ledger, pdf = application.parent / "台账.selfeval", application.parent / "自评表.pdf"
    command(application, environment, "new", ledger)
    command(application, environment, "import", ledger, EXAMPLES[0])
    command(application, environment, "print", ledger, "--out", pdf)
    command(application, environment, "export", ledger, "--out", pdf.with_suffix(".xlsx"), "--as", "xlsx")
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    assert "绩效自评表" in "".join(text.split())
    assert pdf.with_suffix(".xlsx").stat().st_size > 1000


def test_x24_the_built_folder_carries_the_licence(application: Path) -> None:
    assert "Apache License" in (application / "LICENSE").read_text("utf-8")


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_built_command_line_takes_in_what_it_wrote_and_packs_it(
    application: Path, environment: dict[str, str], kind: str
) -> None:
    ledger, file = application.parent / "台账.selfeval", application.parent / f"自评表.{kind}"
    package = application.parent / "上报包.zip"
    command(application, environment, "import", ledger, EXAMPLES[0])
    command(application, environment, "export", ledger, "--out", file, "--as", kind)
    again = application.parent / "又一个.selfeval"
    said = command(application, environment, "import", again, file)
    assert said == command(application, environment, "import", ledger, EXAMPLES[0]).replace("2  ", "1  ", 1)
    command(application, environment, "export", again, "--out", package, "--as", "package")
    assert package.stat().st_size > 1000


def test_built_window_opens_a_ledger_and_stays(application: Path, environment: dict[str, str]) -> None:
    ledger = application.parent / "台账.selfeval"
    command(application, environment, "new", ledger)
    command(application, environment, "import", ledger, EXAMPLES[0])
    with subprocess.Popen(
        [application / f"selfeval-desktop{SUFFIX}", ledger],
        cwd=application.parent,
        env=environment,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as window:
        with suppress(subprocess.TimeoutExpired):
            window.wait(timeout=4)
        held = list(application.parent.glob(".~lock.*"))
        ended = window.poll()
        window.terminate()
        said, complained = window.communicate(timeout=20)
    assert (ended, said, complaints(complained)) == (None, "", [])
    assert held


def complaints(text: str) -> list[str]:
    """What was said on standard error, but for the offscreen platform's remark on its own limits."""
    return [line for line in text.splitlines() if "This plugin does not support" not in line]
