"""Two at one ledger: the second looks on; and where the lock was taken away, neither loses what was told saved."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from selfeval_desktop import bootstrap
from selfeval_desktop.domain import edits
from tests.journeys import rival

SECONDS = float(os.environ.get("SELFEVAL_RIVALS", "3"))
"""How long two writers work against each other; `make faults` has them do it for a minute."""


def test_f22_two_writers_without_a_lock_lose_nothing_that_was_told_saved(examples: Path) -> None:
    command = [sys.executable, "-m", "tests.journeys.rival", str(examples)]
    writers = []
    for seed in ("1", "2"):
        writers.append(
            subprocess.Popen([*command, seed, str(SECONDS)], stdout=subprocess.PIPE, encoding="utf-8")
        )
        assert writers[-1].stdout is not None
        assert writers[-1].stdout.readline() == "open\n"
    told = [writer.communicate(timeout=SECONDS + 120)[0].split() for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    assert min(map(len, told)) > SECONDS
    with closing(bootstrap.ledgers().open(examples, read_only=True)) as store:
        store.verify()
        found = "".join(
            edits.cell_text(form, field)
            for form in store.load_several([each.form_id for each in store.summaries()])
            for field in rival.FIELDS
        )
    assert [mark for marks in told for mark in marks if mark not in found] == []
