"""What keeps a form from going out for good: errors, and carried values that nobody has confirmed."""

from dataclasses import replace

from selfeval_desktop.app.paper.outputs import Paperwork, Readiness, final_output_records, finished_form_ids
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Goals
from tests.app.paper.test_documents import OneTemplate
from tests.builders import complete_form

CELLS = (FieldRef.goal("expected"), FieldRef.indicator(0, "target"))
PAPERWORK = Paperwork(OneTemplate(), lambda *_: "7K3M9QX2", "草稿")


def from_elsewhere(origin: ValueOrigin) -> Form:
    return edits.mark_origin(complete_form(), CELLS, origin)


def test_carried_values_keep_a_form_a_draft_until_all_are_confirmed() -> None:
    form = from_elsewhere(ValueOrigin.CARRIED)
    made = PAPERWORK.build_output(1, form)
    assert made.readiness == Readiness(waiting=2)
    assert made.printout.mark == "草稿"
    assert (finished_form_ids([made]), final_output_records([made])) == ((), ())
    half = PAPERWORK.build_output(1, edits.confirm_cells(form, CELLS[:1]))
    assert half.printout.mark == "草稿"
    whole = PAPERWORK.build_output(1, edits.confirm_cells(form, CELLS))
    assert (whole.readiness.is_final, whole.printout.mark, finished_form_ids([whole])) == (True, "", (1,))


def test_imported_values_keep_nothing_back() -> None:
    made = PAPERWORK.build_output(1, from_elsewhere(ValueOrigin.IMPORTED))
    assert made.readiness.is_final
    assert len(final_output_records([made])) == 1


def test_errors_are_counted_beside_them() -> None:
    made = PAPERWORK.build_output(1, replace(from_elsewhere(ValueOrigin.CARRIED), goals=Goals()))
    assert made.readiness == Readiness(errors=2, waiting=2)
    assert not made.readiness.is_final
