"""M1: the program makes no network call, and works where there is no network at all."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import complete_form
from tests.journeys.conftest import ledger_of, stored

ROOT = Path(__file__).parents[1]
_OPENS = re.compile(r"\b(socket|connect|bind)\(")
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QFileDialog
from tests.journeys.user import User
application = QApplication([])
folder = Path(sys.argv[1]).parent
user = User(Path(sys.argv[1]))
user.go_to("fundsTab", 1, 2)
user.write("87.5")
QFileDialog.getSaveFileName = lambda *_arguments, **_options: (str(folder / "form.pdf"), "")
user.trigger("actionSavePdf")
QFileDialog.getSaveFileName = lambda *_arguments, **_options: (str(folder / "move.zip"), "")
user.trigger("actionHandOver")
user.trigger("actionFieldHelp")
document = user.window.document
for kind in ("xlsx", "docx"):
    made = document.paperwork.build_outputs(document.ledger.store, (1,))
    document.services.writers[kind]([each.printout for each in made], folder / f"form.{kind}")
with document.services.office_reader() as read:
    read(folder / "form.xlsx")
user.close()
"""
COMMANDS = """
import sys
from pathlib import Path
from selfeval_desktop.cli import run
ledger = sys.argv[1]
folder = Path(ledger).parent
out = [str(folder / f"cli.{ending}") for ending in ("pdf", "json", "xlsx", "docx")]
codes = [
    run(["print", ledger, "--out", out[0]]),
    *(run(["export", ledger, "--as", path.rsplit(".", 1)[1], "--out", path]) for path in out[1:]),
    run(["import", ledger, out[1], out[2]]),
    run(["list", ledger]), run(["check", ledger]), run(["verify", ledger]),
    run(["backup", ledger, "--out", str(folder / "copy.selfeval")]),
]
assert codes == [0] * 9, codes
"""


def without_network(tmp_path: Path) -> list[str]:
    """What starts a program where there is not even a loopback device, its network calls noted; skips without the tools."""
    for tool in ("strace", "unshare"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
    command = [
        *("unshare", "-rn"),
        *("strace", "-f", "-qq", "-e", "trace=network", "-o", str(tmp_path / "calls")),
    ]
    tried = subprocess.run([*command, "true"], capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"no namespace without a network, or no tracing, is allowed here: {tried.stderr.strip()}")
    return command


@pytest.mark.skipif(sys.platform != "linux", reason="strace and unshare are of Linux")
@pytest.mark.parametrize("script", [WINDOW, COMMANDS], ids=["window", "commands"])
def test_m1_nothing_is_asked_of_a_network(tmp_path: Path, script: str) -> None:
    ledger = ledger_of(tmp_path / "台账.selfeval", complete_form())
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*without_network(tmp_path), sys.executable, "-c", script, str(ledger)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    calls = (tmp_path / "calls").read_text("utf-8", errors="replace").splitlines()
    assert [call for call in calls if _OPENS.search(call) and "AF_UNIX" not in call] == []
    if script == WINDOW:
        assert str(stored(ledger)[0].fund_line("current_year").executed) == "87.5"
        assert {"form.pdf", "move.zip", "form.xlsx"} <= {path.name for path in tmp_path.iterdir()}


@pytest.mark.skipif(sys.platform != "linux", reason="strace and unshare are of Linux")
def test_a_network_call_would_be_seen(tmp_path: Path) -> None:
    script = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"
    command = [*without_network(tmp_path), sys.executable, "-c", script]
    subprocess.run(command, check=True)
    assert "AF_INET" in (tmp_path / "calls").read_text("utf-8")
