"""A few of the mutated inputs of `make faults`: whatever is read is refused with a sentence, or read as it was."""

from tests.faults import fuzz


def test_mutated_ledgers_and_files_crash_hang_and_change_nothing() -> None:
    rows = fuzz.run(ledgers=25, files=25)
    assert [fault for row in rows for fault in row.faults] == []
    assert [row.tried for row in rows] == [25, 25]
    assert all(0 < row.refused < row.tried for row in rows)
