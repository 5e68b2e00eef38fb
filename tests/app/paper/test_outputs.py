"""What is printed and exported is loaded and calculated anew, and marked while errors stand."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from selfeval_desktop import bootstrap
from selfeval_desktop.app.errors import LedgerInUse, UnknownForm, UnwritableFile
from selfeval_desktop.app.paper.outputs import (
    FormOutput,
    Paperwork,
    finished_form_ids,
    open_for_recording,
    records_with_files,
    select_paperwork,
)
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.app.ports.ledgers import FormStore, LedgerSize
from selfeval_desktop.app.ports.output_events import SentFile
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Goals
from selfeval_desktop.domain.layout.paper import PaperChoice
from tests.builders import complete_form, mof_2020
from tests.fakes import MemoryStore

UNFINISHED = complete_form(goals=Goals("做好宣传。", ""))


def store(*forms: Form) -> MemoryStore:
    return MemoryStore(*(Draft(form, evaluate(form, mof_2020())) for form in forms))


def outputs(store: MemoryStore, form_ids: tuple[int, ...], *, signature: bool | None = None) -> tuple[FormOutput, ...]:
    choices = {"mof-2020": PaperChoice(signature=signature)}
    return Paperwork(bootstrap.installed_templates(), bootstrap.paper_code, "草稿", choices).build_outputs(
        store, form_ids
    )


def test_a_form_with_errors_is_marked_and_one_without_is_not() -> None:
    made = outputs(store(complete_form(), UNFINISHED), (1, 2))
    assert [each.printout.mark for each in made] == ["", "草稿"]
    assert finished_form_ids(made) == (1,)


def test_a_printout_is_named_and_laid_out_by_its_template() -> None:
    (made,) = outputs(store(complete_form()), (1,))
    assert made.printout.name == "某区信访办公室-2023-宣传与推广-1"
    assert made.printout.sheet.title == mof_2020().title
    assert made.printout.paper == mof_2020().paper


@pytest.mark.parametrize("signature", [True, False])
def test_the_signature_row_is_as_asked(signature: bool) -> None:
    (made,) = outputs(store(complete_form()), (1,), signature=signature)
    assert bool(made.printout.sheet.signature) is signature


def test_outputs_come_in_the_order_asked_for() -> None:
    made = outputs(store(complete_form(), UNFINISHED), (2, 1))
    assert [each.form_id for each in made] == [2, 1]


def test_an_unknown_form_stops_the_whole() -> None:
    with pytest.raises(UnknownForm):
        outputs(store(complete_form()), (1, 9))


def test_unread_cells_are_named() -> None:
    field = FieldRef.indicator(0, "weight")
    form = replace(complete_form(), unread={field: "二十"})
    unread, read = outputs(store(form, complete_form()), (1, 2))
    assert unread.unread_cells is not None
    assert unread.unread_cells.cells == (str(field),)
    assert read.unread_cells is None


def test_chosen_forms_come_once_and_none_chosen_means_all() -> None:
    kept = store(complete_form(), UNFINISHED)
    assert select_paperwork(kept, (2, 1, 2)) == (2, 1)
    assert select_paperwork(kept, ()) == (1, 2)


@pytest.mark.parametrize("form_id", [0, 3, -1, 1 << 64])
def test_a_form_that_is_not_listed_cannot_be_chosen(form_id: int) -> None:
    with pytest.raises(UnknownForm) as caught:
        select_paperwork(store(complete_form(), UNFINISHED), (1, form_id))
    assert caught.value.form_id == form_id


class HeldLedgers:
    """Ledgers that can only be read; `error` says why."""

    def __init__(self, error: Exception | None) -> None:
        self.error = error
        self.store = store()

    def open_ledger_file(self, path: Path, *, read_only: bool = False, take_over: bool = False) -> FormStore:
        if self.error is not None and not read_only:
            raise self.error
        return self.store

    def size_of_file(self, path: Path) -> LedgerSize:
        raise AssertionError(path)

    def create_ledger_file(self, path: Path, drafts: Sequence[Draft] = (), under: Templates | None = None) -> FormStore:
        raise NotImplementedError


@pytest.mark.parametrize(
    ("error", "can_record"),
    [(None, True), (LedgerInUse(Path("L"), "李四"), False), (UnwritableFile(Path("L"), ""), False)],
    ids=["free", "held", "write-protected"],
)
def test_a_ledger_that_cannot_be_written_is_still_read(error: Exception | None, can_record: bool) -> None:
    ledgers = HeldLedgers(error)
    with open_for_recording(ledgers, Path("L")) as (opened, recordable):
        assert opened is ledgers.store
        assert recordable is can_record
        assert not ledgers.store.closed
    assert ledgers.store.closed


@pytest.mark.parametrize("count", [1, 2])
def test_each_form_is_kept_with_the_file_that_it_went_into(tmp_path: Path, count: int) -> None:
    written = [tmp_path / f"{number}.xlsx" for number in range(count)]
    for path in written:
        path.write_bytes(path.name.encode())
    made = outputs(store(complete_form(), UNFINISHED, complete_form(project_name="课题")), (1, 3))
    files = [each.file for each in records_with_files(made, "xlsx", written)]
    names = ["0.xlsx", "0.xlsx" if count == 1 else "1.xlsx"]
    assert files == [SentFile("xlsx", name, sha256(name.encode()).hexdigest()) for name in names]


def test_a_form_with_errors_is_not_kept_and_a_file_that_went_away_has_no_digest(tmp_path: Path) -> None:
    made = outputs(store(complete_form(), UNFINISHED), (1, 2))
    (kept,) = records_with_files(made, "xlsx", [tmp_path / "gone.xlsx"])
    assert (kept.form_id, kept.file) == (1, SentFile("xlsx", "gone.xlsx", ""))
