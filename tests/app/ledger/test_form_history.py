"""A form's past, through the port."""

import pytest

from selfeval_desktop.app.errors import UnknownForm
from selfeval_desktop.app.ledger import form_history
from selfeval_desktop.app.ledger.form_history import FormHistory
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.over_time.change_history import BEGINNING
from selfeval_desktop.domain.over_time.history_lines import HistoryLineKind
from tests.builders import complete_form, mof_2020
from tests.fakes import MemoryStore

GOAL = FieldRef.goal("actual")
NAME = FieldRef.indicator(0, "level3")


def draft(form: Form) -> Draft:
    return Draft(form, evaluate(form, mof_2020()))


@pytest.fixture
def store() -> MemoryStore:
    """A form that was there before, changed in a cell, by a row and in another cell."""
    store = MemoryStore(draft(complete_form()))
    store.save_form(1, draft(edits.set_cell(store.load_form(1), GOAL, "甲")))
    store.save_form(1, draft(edits.insert_row(store.load_form(1), 0)))
    store.save_form(1, draft(edits.set_cell(store.load_form(1), FieldRef.head("year"), "2020")))
    return store


def test_the_lines_are_those_of_whole_rows(store: MemoryStore) -> None:
    assert [line.act for page in FormHistory(store, 1).step_pages() for line in page.lines] == [
        HistoryLineKind.TYPED,
        HistoryLineKind.ROW_ADDED,
        HistoryLineKind.TYPED,
        HistoryLineKind.BEGAN,
    ]


def test_a_cell_is_asked_for_where_it_is_now(store: MemoryStore) -> None:
    store.save_form(1, draft(edits.set_cell(store.load_form(1), FieldRef.indicator(1, "level3"), "乙")))
    (page,) = FormHistory(store, 1).pages_of_cell(FieldRef.indicator(1, "level3"))
    changed, began = page.lines
    assert changed.what is not None
    assert began.what is not None
    assert (changed.what.before, changed.what.after, began.what.after) == (
        "登记单印刷率",
        "乙",
        "登记单印刷率",
    )


def test_every_time_is_compared_with_now_or_with_another(store: MemoryStore) -> None:
    past = FormHistory(store, 1)
    assert past.form_after(BEGINNING) == complete_form()
    assert [str(each.field) for each in past.differences_between(BEGINNING)] == [
        "year",
        "goals.actual",
        "indicators[0].level3",
    ]
    assert [each.after for each in past.differences_between(BEGINNING, 1)] == ["甲"]
    assert past.differences_between(3) == ()


def test_a_deleted_form_has_no_past_to_be_looked_at(store: MemoryStore) -> None:
    store.move_to_bin([1])
    with pytest.raises(UnknownForm):
        FormHistory(store, 1)


def test_a_long_history_is_read_page_by_page_and_once(store: MemoryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(form_history, "MOST_LINES", 3)
    for number in range(4):
        store.save_form(1, draft(edits.set_cell(store.load_form(1), GOAL if number % 2 else NAME, str(number))))
    past = FormHistory(store, 1)
    read = past._entries_read
    pages = list(past.step_pages())
    assert read < past._entries_read == 7
    assert [len(page.lines) for page in pages[:2]] == [3, 3]
    assert sum(len(page.lines) for page in pages) == 8
    assert [page.is_last for page in pages] == [False] * (len(pages) - 1) + [True]
    assert list(past.step_pages()) == pages
    of_goal = [line for page in past.pages_of_cell(GOAL) for line in page.lines]
    assert [line.what.after for line in of_goal if line.what] == ["3", "1", "甲", complete_form().goals.actual]
    assert past._entries_read == 7


def test_of_a_long_text_a_line_shows_what_differs() -> None:
    long = "逐项核对台账。" * 1000
    store = MemoryStore(draft(edits.set_cell(complete_form(), GOAL, long)))
    store.save_form(1, draft(edits.set_cell(store.load_form(1), GOAL, f"{long[:3000]}又查了一遍。{long[3000:]}")))
    (page,) = FormHistory(store, 1).step_pages()
    what = page.lines[0].what
    assert what is not None
    assert what.after == what.before[:41] + "又查了一遍。" + what.before[41:]
    assert (what.before[0], what.before[-1], len(what.before) < 100) == ("…", "…", True)
