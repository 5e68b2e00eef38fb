"""A run that nobody ended is found by the next one, whatever the clock and the numbers of processes say."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from selfeval_desktop.app.ports.safety import RunRecord
from selfeval_desktop.app.settings import LedgerPosition
from selfeval_desktop.storage.file.run_markers import RunMarkerFiles

LEFT = RunRecord(LedgerPosition("/表/台账.selfeval", 3, 2, "goals.actual"), datetime(2024, 3, 1, 14, 32))  # noqa: DTZ001 - as the ledger session has it
KILLED = """
import os, sys
from pathlib import Path
from selfeval_desktop.app.settings import LedgerPosition
from selfeval_desktop.app.ports.safety import RunRecord
from selfeval_desktop.storage.file.run_markers import RunMarkerFiles
marker = RunMarkerFiles(Path(sys.argv[1])).begin_run()
marker.record_state(RunRecord(LedgerPosition(sys.argv[2])))
os.kill(os.getpid(), 9)
"""


def killed(folder: Path, ledger: str) -> None:
    """A run of its own, in which that ledger was open, killed."""
    root = Path(__file__).parents[3]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    subprocess.run([sys.executable, "-c", KILLED, str(folder), ledger], env=environment, check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_what_a_killed_run_noted_is_found_until_it_is_settled(tmp_path: Path) -> None:
    run_markers = RunMarkerFiles(tmp_path)
    for ledger in ("/一.selfeval", "/二.selfeval"):
        killed(tmp_path, ledger)
    found = run_markers.interrupted_runs()
    assert [left.place for left in found] == [LedgerPosition("/一.selfeval"), LedgerPosition("/二.selfeval")]
    run_markers.discard_run(found[0])
    assert run_markers.interrupted_runs() == found[1:]


def test_a_run_that_goes_on_or_was_ended_is_not_found(tmp_path: Path) -> None:
    run_markers = RunMarkerFiles(tmp_path / "not there")
    assert run_markers.interrupted_runs() == ()
    run_marker = run_markers.begin_run()
    run_marker.record_state(LEFT)
    assert run_markers.interrupted_runs() == ()
    run_marker.mark_ended()
    run_marker.mark_ended()
    run_marker.record_state(LEFT)
    assert run_markers.interrupted_runs() == ()
    assert list((tmp_path / "not there").iterdir()) == []


def test_what_was_rescued_is_found_even_after_a_good_end(tmp_path: Path) -> None:
    run_markers = RunMarkerFiles(tmp_path)
    run_marker = run_markers.begin_run()
    left = RunRecord(LEFT.place, LEFT.saved_at, Path("/rescued.selfeval"))
    run_marker.record_state(left)
    run_marker.mark_ended()
    assert run_markers.interrupted_runs() == (left,)


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"place": 1}', b"\xff" * 99, b'{"place": [1, 2, 3, 4]}', b"[" * 16_384]
)
def test_a_damaged_note_is_a_run_of_which_nothing_is_known(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "000007-abcd.sitting").write_bytes(damage)
    run_markers = RunMarkerFiles(tmp_path)
    assert run_markers.interrupted_runs() == (RunRecord(),)
    run_marker = run_markers.begin_run()
    run_markers.discard_run(RunRecord())
    assert [path.name.split("-")[0] for path in tmp_path.iterdir()] == ["000008"]
    run_marker.mark_ended()


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    run_markers = RunMarkerFiles(tmp_path / "file" / "sittings")
    run_marker = run_markers.begin_run()
    run_marker.record_state(LEFT)
    run_marker.mark_ended()
    assert run_markers.interrupted_runs() == ()


def test_notes_are_all_of_one_length_so_that_none_is_ever_half_written(tmp_path: Path) -> None:
    run_marker = RunMarkerFiles(tmp_path).begin_run()
    (path,) = tmp_path.iterdir()
    sizes = {path.stat().st_size}
    for left in (LEFT, RunRecord(), RunRecord(LedgerPosition("长" * 1000))):
        run_marker.record_state(left)
        sizes.add(path.stat().st_size)
    assert len(sizes) == 1
    run_marker.mark_ended()
