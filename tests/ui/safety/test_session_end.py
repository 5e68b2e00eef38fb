"""Ends that the user did not choose, in a process of their own."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import complete_form
from tests.ui.windows import ledger_file, stored_forms

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.ui.windows import Screen
application = QApplication([])
screen = Screen(Path(sys.argv[1]))
screen.begin_amount("87.5")
print("ready", flush=True)
sys.exit(application.exec())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without a signal")
def test_sigterm_stores_an_open_editor_and_ends(tmp_path: Path) -> None:
    ledger = ledger_file(tmp_path / "台账.selfeval", [complete_form()])
    root = Path(__file__).parents[3]
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(ledger)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0
    assert str(stored_forms(ledger)[0].fund_line("current_year").executed) == "87.5"
