"""A code leads to its form, and a copy is printed again as it was."""

from dataclasses import replace
from pathlib import Path

import pytest

from selfeval_desktop import bootstrap
from selfeval_desktop.app.errors import OtherTemplateVersion
from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.ledger.session import FormSession
from selfeval_desktop.app.paper.outputs import Paperwork, final_output_records
from selfeval_desktop.app.paper.paper_check import OutputHistory, PaperMatch, find_form_by_code, latest_output
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.app.ports.output_events import EventKind, OutputEvent
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Goals
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.layout.paper import PaperChoice
from tests.builders import complete_form, mof_2020
from tests.fakes import NOON, MemoryStore, StepList

PLAIN = Paperwork(bootstrap.installed_templates(), bootstrap.paper_code, "草稿")
UNFINISHED = complete_form(goals=Goals("做好宣传。", ""))


def draft(form: Form) -> Draft:
    return Draft(form, evaluate(form, mof_2020()))


@pytest.fixture
def store() -> MemoryStore:
    """Forms 1 and 2 say the same, 3 says something else; 1 and 3 were printed."""
    store = MemoryStore(*(draft(complete_form(year=year)) for year in (2023, 2023, 2022)))
    store.record_outputs(final_output_records(PLAIN.build_outputs(store, (1, 3))), "printed")
    return store


def code(**changes: object) -> str:
    return bootstrap.paper_code(complete_form(**changes), mof_2020())


def issue(number: int, kind: EventKind, code: str = "AAAAAAAA") -> OutputEvent:
    return OutputEvent(number, 1, kind, NOON, "mof-2020", 1, code)


def test_only_forms_without_errors_are_released() -> None:
    made = PLAIN.build_outputs(MemoryStore(draft(complete_form()), draft(UNFINISHED)), (1, 2))
    (record,) = final_output_records(made)
    assert (record.form_id, record.form) == (1, complete_form())
    assert record.paper == mof_2020().paper
    assert record.signature is mof_2020().signature.shown


def test_the_last_print_comes_before_a_later_export() -> None:
    newest_first = [issue(4, "exported"), issue(3, "printed", ""), issue(2, "printed"), issue(1, "printed")]
    assert latest_output(newest_first) == newest_first[2]
    assert latest_output(newest_first[:2]) == newest_first[0]
    assert latest_output(newest_first[1:2]) is None


def test_a_code_leads_to_the_form_that_was_printed(store: MemoryStore) -> None:
    store.save_form(3, draft(complete_form(year=2021)))
    assert find_form_by_code(code(year=2022), store, PLAIN) == PaperMatch(3, store.output_events(3)[0])
    assert find_form_by_code(code(year=2020), store, PLAIN) is None


def test_the_open_form_is_preferred_among_equal_ones(store: MemoryStore) -> None:
    assert find_form_by_code(code(), store, PLAIN, preferred=2) == PaperMatch(1, store.output_events(1)[0])
    store.record_outputs(final_output_records(PLAIN.build_outputs(store, (2,))), "printed")
    assert find_form_by_code(code(), store, PLAIN) == PaperMatch(2, store.output_events(2)[0])
    assert find_form_by_code(code(), store, PLAIN, preferred=1) == PaperMatch(1, store.output_events(1)[0])


def test_a_form_never_noted_is_found_by_what_it_says_now(store: MemoryStore) -> None:
    store.save_form(2, draft(complete_form(year=2024)))
    told: list[tuple[int, int]] = []
    found = find_form_by_code(code(year=2024), store, PLAIN, progress=lambda *how_far: told.append(how_far))
    assert found == PaperMatch(2)
    assert told == [(0, 3), (1, 3)]


def test_a_deleted_form_is_found_when_no_other_is(store: MemoryStore) -> None:
    store.move_to_bin([1])
    assert find_form_by_code(code(), store, PLAIN) == PaperMatch(2)
    store.move_to_bin([2])
    assert find_form_by_code(code(), store, PLAIN) == PaperMatch(1, store.output_events(1)[0], is_deleted=True)


def test_a_trail_compares_with_what_is_typed_and_with_what_is_stored(store: MemoryStore) -> None:
    steps = StepList()
    session = FormSession(steps, bootstrap.installed_templates())
    ledger = LedgerSession(store, session)
    trail = OutputHistory(ledger, 1)
    copy = trail.load_copy(trail.events[0])
    assert trail.load_copy(trail.events[0]) is copy
    assert trail.differences_from_paper(copy.form) == ()
    ledger.open_form(1)
    field = FieldRef.fund("current_year", "executed")
    session.change_form(edits.set_cell(complete_form(), field, "149999"), label="")
    assert [each.field for each in trail.differences_from_paper(copy.form)] == [field]
    ledger.delete_forms([1], label="")
    assert trail.present_form is None
    assert trail.differences_from_paper(copy.form) == ()


@pytest.mark.parametrize("signature", [True, False])
def test_a_copy_is_printed_again_byte_for_byte(store: MemoryStore, tmp_path: Path, signature: bool) -> None:
    """Whatever was typed, and chosen for paper, since then (K2)."""
    choice = PaperChoice(orientation="landscape", binding=20, signature=signature)
    then = replace(PLAIN, choices={"mof-2020": choice})
    made = then.build_outputs(store, (1,))
    write = bootstrap.form_writers()["pdf"]
    (first,) = write([made[0].printout], tmp_path / "first.pdf")
    store.record_outputs(final_output_records(made), "printed")
    store.save_form(1, draft(complete_form(year=2000)))
    copy = store.load_frozen_copy(store.output_events(1)[0].event_id)
    (again,) = write([PLAIN.reprint_copy(copy)], tmp_path / "again.pdf")
    assert again.read_bytes() == first.read_bytes()
    (now,) = write([PLAIN.build_outputs(store, (1,))[0].printout], tmp_path / "now.pdf")
    assert now.read_bytes() != first.read_bytes()


def test_a_copy_of_another_version_of_the_template_is_not_printed_as_if_it_were_the_same(
    store: MemoryStore,
) -> None:
    class Later:
        def newest_templates(self) -> tuple[Template, ...]:
            return (self.get_template("mof-2020"),)

        def get_template(self, template_id: str, version: int | None = None) -> Template:
            return replace(bootstrap.installed_templates().get_template(template_id), version=2)

    copy = store.load_frozen_copy(store.output_events(1)[0].event_id)
    with pytest.raises(OtherTemplateVersion) as caught:
        replace(PLAIN, templates=Later()).reprint_copy(copy)
    assert (caught.value.printed, caught.value.installed) == ("1", "2")
