"""What another stored is taken in, and nothing of either side is lost."""

import pytest

from selfeval_desktop.app.errors import ChangedElsewhere, OpenedReadOnly, StaleLedger
from selfeval_desktop.app.ledger import conflicts
from selfeval_desktop.app.ledger.conflicts import Conflict, ConflictChoice, OutsideChange
from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.ledger.session import FormSession
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.app.ports.output_events import OutputRecord
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.units import Unit
from tests.builders import complete_form, mof_2020, with_row
from tests.fakes import MemoryStore, StepList
from tests.ui.sessions import OneTemplate

MINE, THEIRS = complete_form(project_name="我的"), complete_form(project_name="他的")


def drafted(form: Form) -> Draft:
    return Draft(form, evaluate(form, mof_2020()))


class LedgerOfTwo:
    """A ledger of two forms, the first of them open."""

    def __init__(self) -> None:
        self.store = MemoryStore(drafted(complete_form()), drafted(complete_form(project_name="二")))
        self.store.templates = OneTemplate()
        self.steps = StepList()
        self.session = FormSession(self.steps, OneTemplate())
        self.heard: list[OutsideChange] = []
        self.ledger = LedgerSession(self.store, self.session, self.heard.append)
        self.ledger.open_form(1)

    @property
    def shown(self) -> tuple[int, Form] | None:
        state = self.session.state
        return (state.form_id, state.form) if state else None

    def type(self, form: Form = MINE) -> None:
        self.session.change_form(form, label="")

    def names(self) -> list[str]:
        return [summary.project_name for summary in self.ledger.summaries]


@pytest.fixture
def document() -> LedgerOfTwo:
    return LedgerOfTwo()


@pytest.fixture
def at_odds(document: LedgerOfTwo) -> LedgerOfTwo:
    """Both changed the open form; theirs is stored."""
    document.type()
    document.store.overtake({1: drafted(THEIRS)})
    with pytest.raises(ChangedElsewhere) as caught:
        document.ledger.save_open_form()
    assert (caught.value.form_id, caught.value.project_name) == (1, "我的")
    return document


def test_where_nobody_stored_anything_nothing_is_heard(document: LedgerOfTwo) -> None:
    conflicts.adopt_outside_changes(document.ledger)
    assert document.heard == []


def test_f22_another_form_is_taken_in_and_mine_is_saved(document: LedgerOfTwo) -> None:
    document.type()
    document.store.overtake({2: drafted(THEIRS)})
    assert document.ledger.save_open_form()
    assert document.names() == ["我的", "他的"]
    assert document.heard == [OutsideChange.OTHERS]
    assert document.steps.done == []


def test_f22_the_open_form_shows_what_was_stored_elsewhere_while_nothing_is_unsaved(
    document: LedgerOfTwo,
) -> None:
    document.store.overtake({1: drafted(THEIRS)})
    conflicts.adopt_outside_changes(document.ledger)
    assert document.shown == (1, THEIRS)
    assert document.heard == [OutsideChange.FORM]
    assert not document.ledger.has_unsaved_changes


def test_f22_both_stored_the_same_and_nothing_is_asked(document: LedgerOfTwo) -> None:
    document.type()
    document.store.overtake({1: drafted(MINE)})
    assert not document.ledger.save_open_form()
    assert not document.ledger.has_unsaved_changes


def test_f22_the_same_form_is_not_overwritten_however_often_it_is_saved(at_odds: LedgerOfTwo) -> None:
    assert at_odds.ledger.conflict == Conflict(1, MINE, THEIRS)
    for leave in (
        at_odds.ledger.save_open_form,
        at_odds.ledger.close_form,
        lambda: at_odds.ledger.open_form(2),
    ):
        with pytest.raises(ChangedElsewhere):
            leave()
    assert at_odds.store.load_form(1) == THEIRS
    assert at_odds.shown == (1, MINE)


def test_f22_both_are_kept_and_work_goes_on_in_mine(at_odds: LedgerOfTwo) -> None:
    conflicts.resolve_conflict(at_odds.ledger, ConflictChoice.BOTH, "")
    assert at_odds.store.load_form(1) == THEIRS
    assert at_odds.shown == (3, MINE)
    assert at_odds.names() == ["他的", "二", "我的"]
    assert not at_odds.ledger.has_unsaved_changes


def test_f22_theirs_is_taken_and_undo_brings_mine_back(at_odds: LedgerOfTwo) -> None:
    conflicts.resolve_conflict(at_odds.ledger, ConflictChoice.THEIRS, "采用")
    assert at_odds.shown == (1, THEIRS)
    assert not at_odds.ledger.has_unsaved_changes
    assert [step.label for step in at_odds.steps.done] == ["采用"]
    at_odds.steps.undo()
    assert at_odds.ledger.save_open_form()
    assert at_odds.store.load_form(1) == MINE


def test_f22_mine_is_kept_and_theirs_is_a_new_form(at_odds: LedgerOfTwo) -> None:
    conflicts.resolve_conflict(at_odds.ledger, ConflictChoice.MINE, "")
    assert at_odds.store.load_form(1) == MINE
    assert at_odds.store.load_form(3) == THEIRS
    assert at_odds.shown == (1, MINE)


def test_f22_a_conflict_is_over_where_the_other_took_his_change_back(at_odds: LedgerOfTwo) -> None:
    at_odds.store.overtake({1: drafted(complete_form())})
    conflicts.adopt_outside_changes(at_odds.ledger)
    assert at_odds.ledger.conflict is None
    assert at_odds.ledger.save_open_form()
    assert at_odds.store.load_form(1) == MINE


def test_f22_where_the_other_is_faster_once_more_what_he_stored_counts(at_odds: LedgerOfTwo) -> None:
    later = complete_form(project_name="更晚")
    at_odds.store.overtake({1: drafted(later)})
    with pytest.raises(ChangedElsewhere):
        conflicts.resolve_conflict(at_odds.ledger, ConflictChoice.MINE, "")
    assert at_odds.ledger.conflict == Conflict(1, MINE, later)


def test_without_a_conflict_there_is_nothing_to_settle(document: LedgerOfTwo) -> None:
    conflicts.resolve_conflict(document.ledger, ConflictChoice.MINE, "")
    document.ledger.close_form()
    conflicts.resolve_conflict(document.ledger, ConflictChoice.MINE, "")
    assert len(document.names()) == 2


def test_f22_a_form_deleted_elsewhere_gives_way_to_the_next(document: LedgerOfTwo) -> None:
    document.store.overtake({}, deleted=[1])
    conflicts.adopt_outside_changes(document.ledger)
    assert document.shown is not None
    assert document.shown[0] == 2
    assert document.heard == [OutsideChange.DELETED]
    document.store.overtake({}, deleted=[2])
    conflicts.adopt_outside_changes(document.ledger)
    assert document.shown is None


def test_f22_what_was_unsaved_in_a_form_deleted_elsewhere_is_a_new_form(document: LedgerOfTwo) -> None:
    document.type()
    document.store.overtake({}, deleted=[1])
    document.ledger.save_open_form()
    assert document.shown == (3, MINE)
    assert document.store.load_form(3) == MINE
    assert document.names() == ["二", "我的"]
    assert document.heard == [OutsideChange.KEPT]


def test_units_and_rules_of_the_other_are_taken_in(document: LedgerOfTwo) -> None:
    document.store.kept_units = (Unit("某局"),)
    document.store.off = frozenset({"K17"})
    document.store.overtake({})
    document.ledger.close_form()
    conflicts.adopt_outside_changes(document.ledger)
    assert document.ledger.units == (Unit("某局"),)
    assert document.session.templates.rules_off == {"K17"}


def open_codes(document: LedgerOfTwo) -> list[str]:
    state = document.session.state
    assert state is not None
    return [finding.code for finding in state.found.open]


def test_a_target_that_another_changed_elsewhere_is_found_in_the_open_form(document: LedgerOfTwo) -> None:
    assert open_codes(document) == []
    other = with_row(complete_form(project_name="二"), 3, target="≥90%", actual="91%")
    document.store.overtake({2: drafted(other)})
    conflicts.adopt_outside_changes(document.ledger)
    document.ledger.refresh_neighbour_findings()
    assert open_codes(document) == ["K36"]


def test_the_open_form_is_checked_anew_without_the_rules_that_another_turned_off(
    document: LedgerOfTwo,
) -> None:
    document.type(with_row(complete_form(), 4, target="满意", actual="满意", achievement="met"))
    document.ledger.save_open_form()
    assert open_codes(document) == ["K43"]
    document.store.off = frozenset({"K43"})
    document.store.overtake({})
    conflicts.adopt_outside_changes(document.ledger)
    assert open_codes(document) == []


def test_what_may_be_wrong_by_now_is_refused_and_what_stays_right_is_done(document: LedgerOfTwo) -> None:
    document.store.overtake({2: drafted(THEIRS)})
    with pytest.raises(StaleLedger):
        document.ledger.delete_forms((2,), label="")
    document.ledger.record_sent_forms([OutputRecord(1, complete_form(), mof_2020().paper, signature=True)], "printed")
    assert document.store.recorded == [((1,), "printed")]
    assert document.names()[1] == "他的"


@pytest.mark.parametrize("has_looked", [False, True])
def test_f22_undo_in_another_form_leaves_what_was_stored_there_since(document: LedgerOfTwo, has_looked: bool) -> None:
    document.type()
    document.ledger.open_form(2)
    if has_looked:
        document.type(complete_form(project_name="二二"))
        document.store.overtake({1: drafted(THEIRS)})
        with pytest.raises(StaleLedger):
            # Saving takes his change in, and forgets the steps while one of them is undone.
            document.steps.done[0].undo()
    else:
        document.store.overtake({1: drafted(THEIRS)})
        with pytest.raises(StaleLedger):
            document.steps.undo()
    assert document.shown == (1, THEIRS)
    assert not document.ledger.has_unsaved_changes
    assert not document.ledger.save_open_form()
    assert document.store.load_form(1) == THEIRS


def test_f22_undo_across_forms_that_nobody_else_changed_goes_on(document: LedgerOfTwo) -> None:
    document.type()
    document.ledger.open_form(2)
    document.steps.undo()
    assert document.shown == (1, complete_form())
    assert document.ledger.save_open_form()


def test_f22_undo_of_several_forms_leaves_what_was_stored_in_one_of_them_since(document: LedgerOfTwo) -> None:
    document.ledger.change_forms({1: MINE, 2: MINE}, label="")
    document.type(complete_form(project_name="没存"))
    document.store.overtake({2: drafted(THEIRS)})
    with pytest.raises(StaleLedger):
        document.steps.done[0].undo()
    assert document.names() == ["没存", "他的"]
    assert not document.ledger.has_unsaved_changes


def test_nobody_takes_for_unsaved_what_is_shown_as_another_stored_it(document: LedgerOfTwo) -> None:
    unsaved: list[bool] = []
    document.session.add_listener(lambda _state: unsaved.append(document.ledger.has_unsaved_changes))
    document.store.overtake({1: drafted(THEIRS)})
    conflicts.adopt_outside_changes(document.ledger)
    document.ledger.open_form(1)
    assert unsaved == [False, False]


def test_f16_a_ledger_opened_for_reading_takes_no_change_and_keeps_no_note() -> None:
    store = MemoryStore(drafted(complete_form()))
    store.read_only = True
    steps = StepList()
    session = FormSession(steps, OneTemplate())
    ledger = LedgerSession(store, session)
    ledger.open_form(1)
    assert not session.change_form(MINE, label="")
    assert steps.done == []
    assert not ledger.has_unsaved_changes
    ledger.record_sent_forms([OutputRecord(1, complete_form(), mof_2020().paper, signature=True)], "printed")
    assert (store.recorded, ledger.recorded) == ([], 0)
    with pytest.raises(OpenedReadOnly):
        ledger.delete_forms((1,), label="")
    ledger.close()
    assert store.closed
