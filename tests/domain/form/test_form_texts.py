"""A form's texts hold all of it, and the changes between two of them lead back from one to the other."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import Annotations, DroppedText, FindingKey, ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.form_texts import (
    TextChange,
    compare_texts,
    dropped_text,
    form_from_texts,
    form_to_texts,
    row_keys,
    split_address,
    undo_changes,
)
from tests.builders import complete_form, with_row
from tests.codec import strategies

CELLS = st.sampled_from(
    (
        FieldRef.head("project_name"),
        FieldRef.head("phone", extra=True),
        FieldRef.fund("total", "annual"),
        FieldRef.fund("other", "reason", extra=True),
        FieldRef.indicator(1, "deviation"),
        FieldRef.indicator(2, "unit", extra=True),
    )
)
TEXTS = strategies.plain_texts
MARGINS = st.builds(
    Annotations,
    origins=st.dictionaries(CELLS, st.sampled_from(ValueOrigin)),
    notes=st.dictionaries(CELLS, TEXTS),
    dropped=st.dictionaries(CELLS, st.builds(DroppedText, TEXTS, st.just("mof-2020"), st.integers(1, 9))),
    explained=st.dictionaries(
        st.builds(FindingKey, st.sampled_from(("K17", "K43")), CELLS, st.text("0123456789abcdef", max_size=8)),
        TEXTS,
    ),
)


def _with_unread(form: Form, unread: dict[FieldRef, str]) -> Form:
    there = {cell: text for cell, text in unread.items() if cell.part != "indicators" or form.indicators}
    return replace(form, unread=there)


FORMS = st.builds(
    lambda form, unread, margin, version: replace(
        _with_unread(form, unread), annotations=margin, template_version=version
    ),
    strategies.forms,
    strategies.unread,
    MARGINS,
    st.none() | st.integers(1, 9),
)


def keys(form: Form) -> list[int]:
    return [row.key for row in form.indicators]


@given(FORMS)
def test_a_form_comes_back_from_its_texts_whole(form: Form) -> None:
    back = form_from_texts(form_to_texts(form))
    assert back.same_as(form)
    assert keys(back) == keys(form)
    assert list(back.funds) == list(form.funds)


@given(FORMS, FORMS)
def test_changes_lead_back_from_any_form_to_any_other(before: Form, after: Form) -> None:
    done = compare_texts(form_to_texts(before), form_to_texts(after))
    assert form_from_texts(undo_changes(form_to_texts(after), done)).same_as(before)
    assert [change.address for change in done] == sorted(change.address for change in done)


def test_equal_forms_have_no_changes() -> None:
    assert compare_texts(form_to_texts(complete_form()), form_to_texts(complete_form())) == ()


def test_a_changed_cell_is_one_change_wherever_its_row_lies() -> None:
    before = complete_form()
    moved = edits.move_row(before, 2, 0)
    after = edits.set_cell(moved, FieldRef.indicator(0, "actual"), "99%")
    assert compare_texts(form_to_texts(moved), form_to_texts(after)) == (
        TextChange("indicators[3].actual", "100%", "99%"),
    )
    assert compare_texts(form_to_texts(before), form_to_texts(moved)) == (
        TextChange("order:indicators", "1 2 3 4 5", "3 1 2 4 5"),
    )


def test_text_that_is_no_number_stands_apart_from_the_value() -> None:
    before = edits.set_cell(complete_form(), FieldRef.indicator(0, "weight"), "20")
    after = edits.set_cell(before, FieldRef.indicator(0, "weight"), "二十")
    assert compare_texts(form_to_texts(before), form_to_texts(after)) == (
        TextChange("indicators[1].weight", "20", None),
        TextChange("unread:indicators[1].weight", None, "二十"),
    )


def test_numbers_that_are_worth_the_same_are_the_same() -> None:
    forms = [with_row(complete_form(), 0, weight=Decimal(text)) for text in ("20", "20.00")]
    assert compare_texts(*map(form_to_texts, forms)) == ()


def test_rows_that_share_a_key_go_by_their_numbers() -> None:
    rows = [replace(row, key=7) for row in complete_form().indicators]
    form = replace(complete_form(), indicators=tuple(rows))
    assert row_keys(form) == (1, 2, 3, 4, 5)
    assert form_from_texts(form_to_texts(form)) == form


def test_an_address_tells_what_it_is_and_of_which_cell() -> None:
    assert split_address("goals.actual") == ("", "goals.actual")
    assert split_address("note:goals.actual") == ("note", "goals.actual")
    assert split_address("explained:K43:0a:goals.actual") == ("explained", "goals.actual")


def test_what_was_dropped_is_told_without_its_template() -> None:
    annotations = Annotations(dropped={FieldRef.head("phone", extra=True): DroppedText("6“8”", "mof-2020", 1)})
    text = form_to_texts(replace(complete_form(), annotations=annotations))["dropped:fields.phone"]
    assert dropped_text(text) == "6“8”"
