"""What a ledger holds is counted by year and state."""

from dataclasses import fields, replace
from typing import Any

import pytest

from selfeval_desktop.app.errors import Cancelled
from selfeval_desktop.app.handover import Inventory, InventoryGroup, count_inventory
from selfeval_desktop.app.paper.print_order import PrintChoice
from selfeval_desktop.app.ports.forms import Draft, State
from selfeval_desktop.app.ports.output_events import OutputRecord, ReceiverAnswer, ReceiverComment
from selfeval_desktop.app.settings import LedgerPosition, Settings, portable_settings
from selfeval_desktop.codec.settings_json import read_settings, settings_bytes
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.layout.paper import PaperChoice
from tests.builders import complete_form, mof_2020
from tests.fakes import MemoryStore


def drafted(form: Form) -> Draft:
    return Draft(form, evaluate(form, mof_2020()))


def test_forms_are_counted_with_all_that_is_open_in_them() -> None:
    imported = edits.mark_origin(complete_form(year=2024), [FieldRef.head("unit")], ValueOrigin.IMPORTED)
    store = MemoryStore(drafted(complete_form()), drafted(replace(complete_form(), project_name="")), drafted(imported))
    store.record_outputs([OutputRecord(1, complete_form(), mof_2020().paper, False)], "printed")
    (event,) = store.output_events(1)
    store.save_answer(
        event.event_id, ReceiverAnswer("returned", (ReceiverComment("甲"), ReceiverComment("乙", done=True)))
    )
    found = count_inventory(store)
    assert found.form_count == 3
    assert (found.error_count > 0, found.unconfirmed_count, found.open_comment_count, found.outputs) == (
        True,
        1,
        1,
        1,
    )
    assert found.groups[0] == InventoryGroup(2024, State.READY, 1, 0, 1, 0)
    assert sum(group.comments for group in found.groups if group.year == 2023) == 1


def test_forms_without_a_year_come_last_and_an_empty_ledger_has_none() -> None:
    store = MemoryStore(drafted(complete_form(year=None)), drafted(complete_form()))
    assert [group.year for group in count_inventory(store).groups] == [2023, None]
    assert count_inventory(MemoryStore()) == Inventory((), 0, 0)


def test_counting_can_be_stopped() -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        count_inventory(MemoryStore(drafted(complete_form())), stop)


def test_settings_go_along_without_anything_of_this_pc() -> None:
    settings = Settings(
        (LedgerPosition("/台账.selfeval"),),
        geometry="AA",
        layout="BB",
        folder="/家",
        printing={"mof-2020": PrintChoice("财务室", 2)},
        text_size=125,
    )
    kept = portable_settings(settings)
    assert kept == Settings(printing={"mof-2020": PrintChoice("", 2)}, text_size=125)
    assert read_settings(settings_bytes(kept)) == (kept, True)
    assert read_settings(b"[]") == (Settings(), False)


# What is chosen differently from the default, by field: a new field belongs to one of these two.
GOES_ALONG: dict[str, Any] = {
    "language": "en",
    "problems": False,
    "paper": {"mof-2020": PaperChoice("A3")},
    "printing": {"mof-2020": PrintChoice("", 2)},
    "columns": {"mof-2020": {"level3": 200}},
    "problem_order": "rule",
    "problems_hidden": ("hint",),
    "text_size": 125,
    "contrast": True,
}
STAYS: dict[str, Any] = {
    "places": (LedgerPosition("E:/台账.selfeval"),),
    "geometry": "AA",
    "layout": "BB",
    "folder": "E:/家",
    "backup_place": "E:/张三U盘",
    "version": "0.0.9",
}


def test_of_every_field_of_the_settings_it_is_known_whether_it_goes_along() -> None:
    chosen = {**GOES_ALONG, **STAYS}
    assert chosen.keys() == {each.name for each in fields(Settings)}
    assert all(getattr(Settings(), name) != value for name, value in chosen.items())
    assert portable_settings(Settings(**chosen)) == Settings(**GOES_ALONG)
