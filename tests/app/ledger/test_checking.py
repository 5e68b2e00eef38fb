"""A whole ledger is checked as its forms are one by one, with what they say of each other; rules can be left out."""

import gc
from collections.abc import Sequence

import pytest

from selfeval_desktop.app.errors import Cancelled, UnwritableFile
from selfeval_desktop.app.ledger import checking
from selfeval_desktop.app.ledger.checking import CheckedForm, check_forms
from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.ledger.session import FormSession
from selfeval_desktop.app.ledger.templates import TemplatesWithRulesOff
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.rules.accepted_findings import explain_finding
from selfeval_desktop.domain.rules.findings import Severity
from tests.builders import complete_form, mof_2020, with_row
from tests.fakes import MemoryStore, StepList
from tests.ui.sessions import OneTemplate

WORDS = with_row(complete_form(unit="另一单位"), 4, target="满意", actual="满意", achievement="met")
OTHER_TARGET = with_row(complete_form(project_name="另一项目"), 3, target="≥90%", actual="91%")


def store_of(*forms: Form) -> MemoryStore:
    return MemoryStore(*(Draft(form, evaluate(form, mof_2020())) for form in forms))


def session_of(store: MemoryStore) -> tuple[LedgerSession, StepList]:
    steps = StepList()
    return LedgerSession(store, FormSession(steps, OneTemplate())), steps


def codes(ledger: LedgerSession) -> list[str]:
    state = ledger.session.state
    assert state is not None
    return [each.code for each in state.found.open]


def told(checked: Sequence[CheckedForm]) -> dict[int, list[str]]:
    return {form.form_id: [each.code for each in form.found.open] for form in checked}


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "BLOCK", 2)


def test_all_forms_are_checked_with_what_they_say_of_each_other() -> None:
    store = store_of(complete_form(), WORDS, OTHER_TARGET)
    checked = check_forms(store, OneTemplate(), (1, 2, 3))
    assert told(checked) == {1: ["K59", "K36"], 2: ["K43", "K59"], 3: ["K36"]}
    assert checked[0].count_open_findings(Severity.WARNING) == 1
    assert (checked[2].project_name, checked[2].unit, checked[2].year) == ("另一项目", "某区信访办公室", 2023)


def test_a_part_of_the_ledger_is_compared_with_all_of_it() -> None:
    store = store_of(complete_form(), WORDS, OTHER_TARGET)
    everything = check_forms(store, OneTemplate(), (1, 2, 3))
    assert check_forms(store, OneTemplate(), (2,)) == everything[1:2]


def test_reasons_count_in_a_whole_ledger_too_also_for_what_others_say() -> None:
    store = store_of(complete_form(), WORDS)
    (finding,) = check_forms(store, OneTemplate(), (1,))[0].found.open
    form = explain_finding(store.load_form(1), finding, "两笔资金")
    store.save_form(1, Draft(form, evaluate(form, mof_2020())))
    first, second = check_forms(store, OneTemplate(), (1, 2))
    assert [each.reason for each in first.found.explained] == ["两笔资金"]
    assert "K59" in told([second])[2]


def test_the_check_can_be_stopped_between_two_blocks() -> None:
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        seen.append((done, total))
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        check_forms(store_of(*[complete_form()] * 5), OneTemplate(), (1, 2, 3, 4, 5), progress)
    assert seen == [(0, 5), (2, 5)]
    assert gc.isenabled()


def test_an_open_form_shows_what_others_say_of_it() -> None:
    ledger, _ = session_of(store_of(complete_form(), complete_form(project_name="别的")))
    ledger.open_form(1)
    assert codes(ledger) == []
    ledger.session.change_form(edits.set_cell(complete_form(), FieldRef.head("project_name"), "别的"), label="")
    ledger.refresh_neighbour_findings()
    assert codes(ledger) == ["K59"]
    ledger.session.change_form(complete_form(), label="")
    ledger.refresh_neighbour_findings()
    assert codes(ledger) == []


def test_looking_around_reads_only_where_something_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    store = store_of(complete_form(), OTHER_TARGET)
    ledger, _ = session_of(store)
    ledger.refresh_neighbour_findings()
    ledger.open_form(1)
    reads: list[Sequence[int]] = []

    def targets(form_ids: Sequence[int]) -> dict[int, tuple[tuple[str, str], ...]]:
        reads.append(form_ids)
        return {}

    monkeypatch.setattr(store, "indicator_targets", targets)
    ledger.refresh_neighbour_findings()
    ledger.session.change_form(complete_form(department="别的主管"), label="")
    ledger.refresh_neighbour_findings()
    assert reads == []
    ledger.session.change_form(with_row(complete_form(), 0, target="≥99%"), label="")
    ledger.refresh_neighbour_findings()
    assert reads == [(2,)]


def test_what_others_say_goes_along_with_a_row_until_it_is_looked_for_again() -> None:
    ledger, _ = session_of(store_of(complete_form(), OTHER_TARGET))
    ledger.open_form(1)
    assert codes(ledger) == ["K36"]
    form = edits.move_row(complete_form(), 3, 0)
    ledger.session.change_form(form, label="")
    state = ledger.session.state
    assert state is not None
    assert [each.field.row for each in state.found.open if each.code == "K36"] == [0]
    ledger.session.change_form(edits.delete_rows(form, [0]), label="")
    assert "K36" not in codes(ledger)


def test_a_rule_is_switched_off_in_all_forms_and_on_again() -> None:
    store = store_of(WORDS, complete_form(project_name="别的"))
    ledger, steps = session_of(store)
    ledger.open_form(1)
    assert ledger.summaries[0].warnings == 1
    ledger.change_rules_off(["K43", "K49", "K99"], label="规则")
    assert store.off == {"K43", "K49"}
    assert codes(ledger) == []
    assert [each.warnings for each in ledger.summaries] == [0, 0]
    assert not ledger.has_unsaved_changes
    assert ledger.session.templates.newest_templates()[0].severities["K43"] == "off"
    ledger.change_rules_off(["K49", "K43"], label="规则")
    assert len(steps.done) == 1
    steps.undo()
    assert codes(ledger) == ["K43"]
    assert [each.warnings for each in ledger.summaries] == [1, 0]
    steps.redo()
    assert codes(ledger) == []


def test_what_neighbours_say_comes_and_goes_with_its_rule() -> None:
    ledger, steps = session_of(store_of(complete_form(), OTHER_TARGET))
    ledger.open_form(1)
    assert codes(ledger) == ["K36"]
    ledger.change_rules_off(["K36"], label="")
    assert codes(ledger) == []
    steps.undo()
    assert codes(ledger) == ["K36"]


def test_another_rule_off_brings_the_former_back_in_the_open_form() -> None:
    ledger, steps = session_of(store_of(WORDS))
    ledger.open_form(1)
    ledger.change_rules_off(["K43"], label="")
    assert codes(ledger) == []
    ledger.change_rules_off(["K49"], label="")
    assert codes(ledger) == ["K43"]
    assert [each.warnings for each in ledger.summaries] == [1]
    steps.undo()
    assert codes(ledger) == []


def test_a_ledger_opens_without_the_rules_that_it_does_without() -> None:
    store = store_of(WORDS)
    store.off = frozenset({"K43"})
    ledger, _ = session_of(store)
    ledger.open_form(1)
    assert codes(ledger) == []


def test_a_rule_that_could_not_be_stored_stays_on() -> None:
    store = store_of(WORDS)
    ledger, steps = session_of(store)
    ledger.open_form(1)
    store.full = True
    with pytest.raises(UnwritableFile):
        ledger.change_rules_off(["K43"], label="")
    assert codes(ledger) == ["K43"]
    assert steps.done == []


def test_a_ledger_without_an_open_form_does_without_rules_too() -> None:
    store = store_of(WORDS)
    ledger, _ = session_of(store)
    ledger.change_rules_off(["K43"], label="")
    assert [each.warnings for each in ledger.summaries] == [0]


def test_without_a_form_nothing_is_shown_anew() -> None:
    session = FormSession(StepList(), OneTemplate())
    session.update_neighbour_findings(())
    session.reevaluate_form()
    assert session.state is None


def test_templates_without_rules_are_made_once() -> None:
    rules = TemplatesWithRulesOff(OneTemplate(), frozenset({"K43"}))
    assert rules.get_template("mof-2020") is rules.get_template("mof-2020")
    assert rules.installed_templates.get_template("mof-2020").severities.get("K43") != "off"
