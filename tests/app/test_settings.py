"""What is remembered of the last ledgers."""

from selfeval_desktop.app.settings import MOST_LEDGERS, LedgerPosition, Settings


def test_the_last_ledgers_stand_newest_first_and_once() -> None:
    settings = Settings()
    for name in [*map(str, range(MOST_LEDGERS + 2)), "5"]:
        settings = settings.with_position(LedgerPosition(name))
    assert settings.places[0].ledger == "5"
    assert len({place.ledger for place in settings.places}) == len(settings.places) == MOST_LEDGERS
