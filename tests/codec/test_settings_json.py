"""Each setting of a file is read on its own: one bad value costs only itself."""

import json
from dataclasses import asdict, fields, replace
from typing import Any

import pytest

from selfeval_desktop.app.paper.print_order import PrintChoice
from selfeval_desktop.app.settings import MOST_LEDGERS, LedgerPosition, Settings
from selfeval_desktop.codec.settings_json import read_settings, settings_bytes
from selfeval_desktop.domain.layout.paper import PaperChoice

SAVED = Settings(
    places=(LedgerPosition("/一.selfeval", 3, 2, "goals.actual"), LedgerPosition("/二.selfeval")),
    geometry="AA",
    layout="BB",
    language="en",
    problems=False,
    folder="/家",
    paper={"mof-2020": PaperChoice("A3", "landscape", 10.0, False, True, "simfang"), "hubei": PaperChoice()},
    printing={"mof-2020": PrintChoice("财务室", 3, "page", True, True)},
    columns={"mof-2020": {"level3": 200, "target": 0}},
    problem_order="rule",
    problems_hidden=("hint",),
    text_size=125,
    contrast=True,
    backup_place="/U盘",
    version="0.2.0",
)
FIELDS = [each.name for each in fields(Settings)]


def stored(**changes: object) -> bytes:
    return json.dumps({**asdict(SAVED), **changes}).encode()


def test_what_is_written_is_read_back_equal() -> None:
    assert read_settings(settings_bytes(SAVED)) == (SAVED, True)
    assert read_settings(settings_bytes(Settings())) == (Settings(), True)


def test_every_setting_is_saved_differently_from_its_default() -> None:
    assert all(getattr(SAVED, name) != getattr(Settings(), name) for name in FIELDS)


@pytest.mark.parametrize("bad", [None, -7, 1.5, {"x": [1]}, [{"x": None}]], ids=str)
@pytest.mark.parametrize("name", FIELDS)
def test_one_bad_value_leaves_every_other_setting_as_saved(name: str, bad: object) -> None:
    default = getattr(Settings(), name)
    assert read_settings(stored(**{name: bad})) == (replace(SAVED, **{name: default}), False)


PLACE, PAPER, PRINTED = asdict(SAVED.places[0]), asdict(PaperChoice()), asdict(PrintChoice())


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        *(("places", [{**PLACE, key: {}}]) for key in PLACE),
        *(("paper", {"hubei": {**PAPER, key: {}}}) for key in PAPER),
        *(("printing", {"hubei": {**PRINTED, key: {}}}) for key in PRINTED),
        *(("paper", {"hubei": {**PAPER, "binding": binding}}) for binding in (-1, 31, True)),
        *(("printing", {"hubei": {**PRINTED, "copies": copies}}) for copies in (0, 100, 1.5)),
        ("columns", {"hubei": {"level3": -1}}),
        ("text_size", 110),
    ],
)
def test_a_bad_value_inside_a_setting_costs_only_that_setting(name: str, bad: Any) -> None:
    default = getattr(Settings(), name)
    assert read_settings(stored(**{name: bad})) == (replace(SAVED, **{name: default}), False)


def test_a_key_that_is_missing_is_the_default_and_no_damage() -> None:
    document = asdict(SAVED)
    for name in FIELDS:
        left = json.dumps({key: value for key, value in document.items() if key != name}).encode()
        assert read_settings(left) == (replace(SAVED, **{name: getattr(Settings(), name)}), True)


def test_keys_of_a_newer_program_are_passed_over() -> None:
    newer = stored(colour="red", places=[{**PLACE, "zoom": 2}], paper={"hubei": {**PAPER, "duplex": None}})
    expected = replace(SAVED, places=SAVED.places[:1], paper={"hubei": PaperChoice()})
    assert read_settings(newer) == (expected, True)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe", b"[]", b"7", b"{", b"{}", b'{"a": 1}', b'{"text_size": "\\ud800"}', b"[" * 100_000],
    ids=range(9),
)
def test_what_holds_no_setting_gives_the_defaults(data: bytes) -> None:
    assert read_settings(data) == (Settings(), False)


def test_no_more_ledgers_are_read_than_are_kept() -> None:
    places = [{**PLACE, "ledger": str(number)} for number in range(MOST_LEDGERS + 2)]
    read = read_settings(stored(places=places)).settings.places
    assert [place.ledger for place in read] == [str(number) for number in range(MOST_LEDGERS)]


def test_a_byte_order_mark_and_a_path_that_is_no_utf8_are_no_damage() -> None:
    odd = replace(SAVED, folder="/\udcb2\udcbf")
    assert read_settings(settings_bytes(odd)) == (odd, True)
    assert read_settings(b"\xef\xbb\xbf" + settings_bytes(SAVED)) == (SAVED, True)
