"""The open form: one step for each change, one notice for each state."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop import paths
from selfeval_desktop.app.ledger.session import FormSession, FormState
from selfeval_desktop.codec.templates import TemplateFolder
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from tests.builders import complete_form
from tests.fakes import StepList

EXECUTED = FieldRef.fund("current_year", "executed")
NAME = FieldRef.head("project_name")


@pytest.fixture
def steps() -> StepList:
    return StepList()


@pytest.fixture
def session(steps: StepList) -> FormSession:
    session = FormSession(steps, TemplateFolder(paths.template_folder()))
    session.show_form(1, complete_form())
    return session


def shown(session: FormSession) -> FormState:
    assert session.state is not None
    return session.state


def type_into(session: FormSession, field: FieldRef, text: str, merge_key: str = "") -> None:
    session.change_form(edits.set_cell(shown(session).form, field, text), label="修改", merge_key=merge_key)


def test_a_change_is_shown_evaluated_and_told_once(session: FormSession) -> None:
    told: list[FormState | None] = []
    session.add_listener(told.append)
    type_into(session, EXECUTED, "75000")
    assert told == [session.state]
    assert shown(session).evaluation.execution_rate == Decimal("50.00")


def test_who_is_forgotten_hears_no_more(session: FormSession) -> None:
    told: list[FormState | None] = []
    listener = told.append
    session.add_listener(listener)
    session.remove_listener(listener)
    type_into(session, EXECUTED, "75000")
    assert told == []


def test_a_change_that_changes_nothing_is_dropped(session: FormSession, steps: StepList) -> None:
    told: list[FormState | None] = []
    session.add_listener(told.append)
    type_into(session, EXECUTED, "150,000.00")
    assert (told, steps.done) == ([], [])


def test_undo_and_redo_show_the_value_before_and_after(session: FormSession, steps: StepList) -> None:
    type_into(session, EXECUTED, "75000")
    steps.undo()
    assert shown(session).form == complete_form()
    steps.redo()
    assert shown(session).form.fund_line("current_year").executed == Decimal(75000)


def test_keystrokes_of_one_visit_are_one_step(session: FormSession, steps: StepList) -> None:
    for text in ("宣", "宣传", "宣传月"):
        type_into(session, NAME, text, merge_key="project_name#1")
    assert len(steps.done) == 1
    steps.undo()
    assert shown(session).form.project_name == "宣传与推广"


def test_keystrokes_in_two_forms_are_two_steps(session: FormSession, steps: StepList) -> None:
    type_into(session, NAME, "甲", merge_key="project_name#1")
    session.show_form(2, complete_form())
    type_into(session, NAME, "乙", merge_key="project_name#1")
    assert len(steps.done) == 2


def test_undo_goes_to_the_form_that_was_changed(session: FormSession, steps: StepList) -> None:
    went: list[tuple[int, str]] = []
    session.enter_ledger(
        session.templates,
        read_only=False,
        reopen_form=lambda form_id, known: went.append((form_id, known.project_name)),
    )
    type_into(session, NAME, "甲")
    session.show_form(2, complete_form(project_name="乙"))
    steps.undo()
    assert went == [(1, "甲")]
    assert (shown(session).form_id, shown(session).form.project_name) == (1, "宣传与推广")


def test_a_step_of_another_form_needs_a_ledger_to_go_there(session: FormSession, steps: StepList) -> None:
    type_into(session, NAME, "甲")
    session.show_form(2, complete_form())
    with pytest.raises(LookupError):
        steps.undo()


def test_closing_shows_no_form_and_tells_once(session: FormSession, steps: StepList) -> None:
    told: list[FormState | None] = []
    session.add_listener(told.append)
    session.close()
    session.close()
    session.change_form(complete_form(project_name="甲"), label="修改")
    assert (told, session.state, steps.done) == ([None], None, [])


CELLS = [NAME, EXECUTED, FieldRef.head("year"), FieldRef.indicator(0, "score"), FieldRef.goal("actual")]


@given(st.lists(st.tuples(st.sampled_from(CELLS), st.text(max_size=6), st.sampled_from(["", "a", "b"])), max_size=20))
def test_any_typing_undone_gives_the_first_form_and_done_again_the_last(
    typing: list[tuple[FieldRef, str, str]],
) -> None:
    steps = StepList()
    session = FormSession(steps, TemplateFolder(paths.template_folder()))
    session.show_form(1, complete_form())
    for field, text, merge_key in typing:
        type_into(session, field, text, merge_key)
    last, count = shown(session).form, len(steps.done)
    for _ in range(count):
        steps.undo()
    assert shown(session).form == complete_form()
    for _ in range(count):
        steps.redo()
    assert shown(session).form == last
