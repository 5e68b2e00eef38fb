"""The packages work in bare older Debians, where nothing of the program, of Python or of a desktop is installed."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pypdfium2
import pytest

from tests.linux import built
from tests.linux.built import Debian

DRIVER = built.ROOT / "tests" / "windows" / "drive_window.py"
PROGRAMS = {"plain": "/usr/lib/selfeval-desktop", "uos": "/opt/apps/cn.selfeval.desktop/files"}
NAMES = {"plain": "selfeval-desktop", "uos": "cn.selfeval.desktop"}
SCREEN = ":47"

pytestmark = [
    pytest.mark.linux,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(not built.systems(), reason="SYSTEMS names no folder with an older Debian"),
    pytest.mark.skipif(os.geteuid() != 0, reason="root alone may enter another system"),
]


@pytest.fixture(scope="module", params=built.systems(), ids=lambda path: path.name)
def debian(request: pytest.FixtureRequest) -> Debian:
    return Debian(request.param)


@pytest.fixture(scope="module", params=["plain", "uos"])
def program(request: pytest.FixtureRequest, debian: Debian) -> Iterator[str]:
    """The folder of the installed program; it is taken off the system afterwards."""
    kind: str = request.param
    package = next(path for path in built.packages() if ("uos" in path.name) is (kind == "uos"))
    debian.put(package, built.EXAMPLE)
    debian.run(f"dpkg -i {package.name} && mv {built.EXAMPLE.name} 表.json")
    yield PROGRAMS[kind]
    debian.run(f"dpkg -P {NAMES[kind]} && rm -rf /root/*")
    assert not (debian.root / PROGRAMS[kind].lstrip("/")).exists()


def test_the_command_line_does_the_whole_work(debian: Debian, program: str, tmp_path: Path) -> None:
    said = debian.run(
        f"p={program}/selfeval; rm -rf 出 *.selfeval; $p new 台账.selfeval && $p import 台账.selfeval 表.json && "
        "$p list 台账.selfeval && ($p check 台账.selfeval || [ $? = 1 ]) && $p print 台账.selfeval --out 出/表.pdf; "
        "for kind in json xlsx docx; do $p export 台账.selfeval --out 出/表.$kind --as $kind || exit; done; "
        "$p import 又.selfeval 出/表.xlsx && $p import 又.selfeval 出/表.docx && $p verify 台账.selfeval"
    )
    print(said)
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(debian.home("出") / "表.pdf"))
    assert "绩效自评表" in "".join(text.split())
    here = tmp_path / "台账.selfeval"
    selfeval = [sys.executable, "-m", "selfeval_desktop.cli"]
    subprocess.run([*selfeval, "import", here, built.EXAMPLE], check=True)
    for kind in ("pdf", "json", "xlsx", "docx"):
        path = tmp_path / f"表.{kind}"
        verb: list[str | Path] = (
            ["print", here, "--out", path] if kind == "pdf" else ["export", here, "--out", path, "--as", kind]
        )
        subprocess.run([*selfeval, *verb], check=True)
        assert path.read_bytes() == (debian.home("出") / f"表.{kind}").read_bytes(), kind


@pytest.fixture
def screen() -> Iterator[str]:
    """A screen of the host, which programs in the folder reach as well."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    with subprocess.Popen(["Xvfb", SCREEN, "-screen", "0", "1366x768x24", "-s", "0", "-ac"], stderr=subprocess.DEVNULL) as server:  # fmt: skip
        end = time.monotonic() + 30
        while not Path(f"/tmp/.X11-unix/X{SCREEN[1:]}").exists():
            assert time.monotonic() < end
            time.sleep(0.1)
        yield SCREEN
        server.terminate()


@pytest.mark.parametrize("platform", ["offscreen", "xcb"])
def test_the_window_takes_an_amount_and_stores_it(debian: Debian, program: str, platform: str, screen: str) -> None:
    debian.run(f"rm -f *.selfeval; {program}/selfeval import 台账.selfeval 表.json")
    shutil.copy(DRIVER, debian.root / program.lstrip("/") / "app" / "start_driver.py")
    driven = f"{program}/app/python -I -S -X utf8 {program}/app/start.py driver 台账.selfeval"
    try:
        said = debian.run(driven, QT_QPA_PLATFORM=platform, DISPLAY=screen)
    finally:
        (debian.root / program.lstrip("/") / "app" / "start_driver.py").unlink()
    assert said.split() == ["125,000.00", "closed"]
    assert "125000" in debian.run(
        f"{program}/selfeval export 台账.selfeval --out 后.json --as json --force; cat 后.json"
    )


def test_the_window_itself_opens_on_a_screen_and_stays(debian: Debian, program: str, screen: str) -> None:
    debian.run(f"rm -f *.selfeval; {program}/selfeval import 台账.selfeval 表.json")
    command = debian.command(f"exec {program}/selfeval-desktop 台账.selfeval", DISPLAY=screen)
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as window:
        with suppress(subprocess.TimeoutExpired):
            window.wait(timeout=15)
        ended, held = window.poll(), list(debian.home("").glob(".~lock.*"))
        picture(debian.root.name)
        window.terminate()
        complained = window.communicate(timeout=60)[1]
    print(complained)
    assert ended is None
    assert held


def picture(name: str) -> None:
    """Keep what stands on the screen in build/linux/pictures, where there is a program that can."""
    folder = built.ROOT / "build" / "linux" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.which("import"):
        subprocess.run(["import", "-display", SCREEN, "-window", "root", folder / f"{name}.png"], check=True)
