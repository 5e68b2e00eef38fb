"""F28: whatever happens to its bytes, a ledger is opened as it was or refused, and is never changed by that."""

from pathlib import Path

from tests.faults.damages import COUNT, DAMAGES, outcomes


def test_f28_three_hundred_damages_are_refused_or_harmless(tmp_path: Path) -> None:
    found = list(outcomes(tmp_path / "damages"))
    assert [outcome for outcome in found if outcome.fault] == []
    assert len(found) == COUNT
    refused = {outcome.damage for outcome in found if outcome.refusal}
    assert refused == set(DAMAGES) - {"bytes at the end"}
    assert any(not outcome.refusal for outcome in found)
