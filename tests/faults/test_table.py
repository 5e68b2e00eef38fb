"""README claims of `make faults` what was run and found, and nothing else."""

from pathlib import Path

import pytest

from tests.faults import table
from tests.faults.campaign import Tally
from tests.faults.promise import Breach, Kind
from tests.faults.table import read_table, table_text


def readme() -> list[tuple[str, ...]]:
    """The rows; empty as long as no whole run was copied there: then nothing is claimed."""
    return read_table(table.README.read_text("utf-8"))


def test_readme_claims_every_row_with_enough_points_and_nothing_broken_or_nothing_at_all() -> None:
    assert readme() == [] or table.may_be_claimed(readme())


@pytest.mark.faults
def test_readme_says_what_was_found_here() -> None:
    if not table.SAMPLED.exists():
        pytest.skip("`make faults` has not been run here")
    assert readme() in ([], read_table(table.SAMPLED.read_text("utf-8")))


def test_a_table_is_read_as_it_was_written_with_what_was_broken() -> None:
    breaches = [("here", Breach(Kind.LOST, "gone")), ("there", Breach(Kind.LOST, "gone"))]
    rows = [table.claim_row(Tally("save", 200, 201, breaches=breaches)), table.claim_row(Tally("print", 199, 0))]
    assert rows[0] == (table.ALL_NAMES[0], "200", "201", "0", "2", "0", "0", "0")
    assert read_table(f"# x\n\n| a | b |\n\n{table_text(rows)}\n* seed\n| c |\n") == rows
    assert read_table("no table") == []


def test_only_a_whole_run_that_broke_nothing_may_be_claimed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [(name, "200", "200", *"00000") for name in table.ALL_NAMES]
    few, broken = (whole[0][0], "199", "200", *"00000"), (whole[0][0], "200", "200", *"00100")
    monkeypatch.setattr(table, "SAMPLED", tmp_path / "faults.md")
    monkeypatch.setattr(table, "README", tmp_path / "README.md")
    before = "# x\n<!-- make faults -->\nold\n<!-- /make faults -->\nrest\n"
    for rows in ([], whole[1:], [few, *whole[1:]], [broken, *whole[1:]]):
        table.SAMPLED.write_text(table_text(rows), "utf-8")
        table.README.write_text(before, "utf-8")
        assert table.main() == 1
        assert table.README.read_text("utf-8") == before
    table.SAMPLED.write_text(table_text(whole), "utf-8")
    assert table.main() == 0
    assert readme() == whole
    assert table.README.read_text("utf-8").endswith("<!-- /make faults -->\nrest\n")
