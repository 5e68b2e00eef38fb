"""The open ledger: saving what is open, and forms that come, go and come back."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from selfeval_desktop import paths
from selfeval_desktop.app.errors import UnwritableFile
from selfeval_desktop.app.incoming import mark_all_imported
from selfeval_desktop.app.ledger import ledger_index
from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.ledger.session import FormSession
from selfeval_desktop.app.ports.forms import Draft, FormSummary
from selfeval_desktop.app.ports.output_events import OutputRecord
from selfeval_desktop.codec.templates import TemplateFolder
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.units import Unit
from selfeval_desktop.domain.over_time.change_history import Ancestor
from selfeval_desktop.domain.over_time.differences import filled_cells
from tests.builders import complete_form, mof_2020
from tests.fakes import MemoryStore, StepList

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
NAMES = ("甲", "乙", "丙")
UNIT = Unit("某区档案馆", "某区档案局", {"filler": "李某"})


def draft(form: Form) -> Draft:
    return Draft(form, evaluate(form, mof_2020()))


@pytest.fixture
def steps() -> StepList:
    return StepList()


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore(*(draft(complete_form(project_name=name)) for name in NAMES))


@pytest.fixture
def ledger(store: MemoryStore, steps: StepList) -> LedgerSession:
    templates = TemplateFolder(paths.template_folder())
    return LedgerSession(store, FormSession(steps, templates), clock=lambda: NOON)


def rename(ledger: LedgerSession, text: str) -> None:
    assert ledger.session.state is not None
    form = edits.set_cell(ledger.session.state.form, FieldRef.head("project_name"), text)
    ledger.session.change_form(form, label="修改")


def listed(ledger: LedgerSession) -> list[str]:
    return [summary.project_name for summary in ledger.summaries]


def opened(ledger: LedgerSession) -> str:
    return "" if ledger.session.state is None else ledger.session.state.form.project_name


def test_an_opened_form_is_not_unsaved(ledger: LedgerSession, store: MemoryStore) -> None:
    ledger.open_form(2)
    assert (opened(ledger), ledger.has_unsaved_changes) == ("乙", False)
    assert (ledger.save_open_form(), store.saves, ledger.saved_at) == (False, 0, None)


def test_a_change_is_saved_once_with_its_time_and_listed(ledger: LedgerSession, store: MemoryStore) -> None:
    told: list[list[str]] = []
    ledger.index.add_listener(lambda: told.append(listed(ledger)))
    ledger.open_form(2)
    rename(ledger, "乙二")
    assert ledger.has_unsaved_changes
    assert ledger.save_open_form()
    assert not ledger.save_open_form()
    assert (store.saves, ledger.has_unsaved_changes, ledger.saved_at) == (1, False, NOON)
    assert told == [["甲", "乙二", "丙"]]


def test_a_failed_save_keeps_the_text_unsaved_and_the_next_one_stores_it(
    ledger: LedgerSession, store: MemoryStore
) -> None:
    ledger.open_form(1)
    rename(ledger, "甲二")
    store.full = True
    with pytest.raises(UnwritableFile):
        ledger.save_open_form()
    assert (opened(ledger), ledger.has_unsaved_changes, ledger.saved_at) == ("甲二", True, None)
    store.full = False
    assert ledger.save_open_form()
    assert store.load_form(1).project_name == "甲二"


def test_opening_another_form_saves_the_one_before(ledger: LedgerSession, store: MemoryStore) -> None:
    ledger.open_form(1)
    rename(ledger, "甲二")
    ledger.open_form(3)
    assert store.load_form(1).project_name == "甲二"


def test_undo_goes_back_to_the_form_of_its_step(ledger: LedgerSession, steps: StepList, store: MemoryStore) -> None:
    ledger.open_form(1)
    rename(ledger, "甲二")
    ledger.open_form(3)
    steps.undo()
    assert (opened(ledger), ledger.has_unsaved_changes) == ("甲", True)
    ledger.save_open_form()
    assert store.load_form(1).project_name == "甲"


def test_every_step_of_the_ledger_says_what_it_did(ledger: LedgerSession, steps: StepList) -> None:
    ledger.add_forms([complete_form(project_name="丁")], label="导入自评表")
    ledger.delete_forms([4], label="删除自评表")
    ledger.restore_forms([4], label="还原自评表")
    ledger.change_forms({1: complete_form(project_name="甲二")}, label="改名")
    ledger.change_units([UNIT], label="修改单位")
    ledger.change_rules_off(["K43"], label="停用规则")
    assert [step.label for step in steps.done] == [
        *("导入自评表", "删除自评表", "还原自评表", "改名", "修改单位", "停用规则"),
    ]


def test_added_forms_are_one_step_and_keep_their_ids(ledger: LedgerSession, steps: StepList) -> None:
    ledger.add_forms([complete_form(project_name="丁"), complete_form(project_name="戊")], label="导入")
    assert (listed(ledger), opened(ledger)) == (["甲", "乙", "丙", "丁", "戊"], "丁")
    steps.undo()
    assert (listed(ledger), opened(ledger)) == (["甲", "乙", "丙"], "丙")
    steps.redo()
    assert (listed(ledger), opened(ledger)) == (["甲", "乙", "丙", "丁", "戊"], "丁")
    assert [summary.form_id for summary in ledger.summaries] == [1, 2, 3, 4, 5]


def test_deleting_the_open_form_opens_the_next_and_undo_brings_it_back(ledger: LedgerSession, steps: StepList) -> None:
    ledger.open_form(2)
    rename(ledger, "乙二")
    ledger.delete_forms([2], label="删除")
    assert (listed(ledger), opened(ledger)) == (["甲", "丙"], "丙")
    steps.undo()
    assert (listed(ledger), opened(ledger)) == (["甲", "乙二", "丙"], "乙二")


def test_deleting_the_last_form_opens_the_one_above(ledger: LedgerSession) -> None:
    ledger.open_form(3)
    ledger.delete_forms([3], label="删除")
    assert opened(ledger) == "乙"


def test_deleting_another_form_leaves_the_open_one(ledger: LedgerSession) -> None:
    ledger.open_form(1)
    ledger.delete_forms([2, 3], label="删除")
    assert (listed(ledger), opened(ledger)) == (["甲"], "甲")


def test_an_empty_ledger_shows_no_form(ledger: LedgerSession, steps: StepList) -> None:
    ledger.open_form(1)
    ledger.delete_forms([1, 2, 3], label="删除")
    assert (listed(ledger), opened(ledger), ledger.has_unsaved_changes) == ([], "", False)
    steps.undo()
    assert opened(ledger) == "甲"


def test_coming_and_going_is_never_merged(ledger: LedgerSession, steps: StepList) -> None:
    ledger.add_forms([complete_form()], label="新建")
    ledger.delete_forms([1], label="删除")
    ledger.restore_forms([1], label="恢复")
    ledger.change_units([UNIT], label="单位")
    for step in steps.done:
        assert step.merged_with(step) is None


def test_what_was_printed_is_recorded(ledger: LedgerSession, store: MemoryStore) -> None:
    releases = [OutputRecord(form_id, store.load_form(form_id), mof_2020().paper, True) for form_id in (1, 2)]
    ledger.record_sent_forms(releases, "printed")
    assert (store.recorded, ledger.recorded) == ([((1, 2), "printed")], 1)
    ledger.record_sent_forms([], "exported")
    assert (len(store.recorded), ledger.recorded) == (1, 1)


def test_closing_saves_and_releases_the_file(ledger: LedgerSession, store: MemoryStore) -> None:
    ledger.open_form(1)
    rename(ledger, "甲二")
    ledger.close()
    assert (store.load_form(1).project_name, store.closed, ledger.session.state) == ("甲二", True, None)


def test_units_are_kept_as_one_step_that_tells_its_listeners(
    ledger: LedgerSession, steps: StepList, store: MemoryStore
) -> None:
    told: list[tuple[Unit, ...]] = []
    ledger.index.add_listener(lambda: told.append(ledger.units))
    ledger.change_units([UNIT], label="单位")
    ledger.change_units([UNIT], label="单位")
    assert (store.reporting_units(), len(steps.done), told) == ((UNIT,), 1, [(UNIT,)])
    steps.undo()
    assert (store.reporting_units(), ledger.units) == ((), ())
    steps.redo()
    assert ledger.units == (UNIT,)


def test_units_that_cannot_be_stored_are_those_of_before(ledger: LedgerSession, store: MemoryStore) -> None:
    store.full = True
    with pytest.raises(UnwritableFile):
        ledger.change_units([UNIT], label="单位")
    assert ledger.units == ()


def test_a_unit_is_known_as_it_is_kept_or_else_from_its_newest_form(ledger: LedgerSession) -> None:
    for department, filler in (("旧局", "王某"), ("某区档案局", "赵某")):
        form = complete_form(unit=UNIT.name, department=department, fields={"filler": filler})
        ledger.add_forms([form], label="新建")
    ledger.add_forms([complete_form()], label="新建")
    assert ledger.index.known_unit("某区 档案馆") == Unit(UNIT.name, "某区档案局", {"filler": "赵某"})
    assert ledger.index.known_unit(UNIT.name, apart_from=5) == Unit(UNIT.name, "旧局", {"filler": "王某"})
    ledger.change_units([UNIT], label="单位")
    assert ledger.index.known_unit("某区 档案馆") == UNIT


def test_only_the_forms_of_units_that_are_asked_for_are_loaded(
    ledger: LedgerSession, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.add_forms([complete_form(unit=f"第{number}馆", department="某局") for number in range(9)], label="新建")
    ledger.change_units([UNIT, Unit("第1馆", "另一局")], label="单位")
    loaded, load = list[int](), store.load_form

    def noted(form_id: int) -> Form:
        loaded.append(form_id)
        return load(form_id)

    monkeypatch.setattr(store, "load_form", noted)
    known = ledger.index.known_units(["第 1 馆", "没有的馆", "第7馆", ""])
    assert [(unit.name, unit.department) for unit in known] == [("第1馆", "另一局"), ("第7馆", "某局")]
    assert len(loaded) == 1


def test_what_comes_in_is_marked_wherever_something_stands() -> None:
    form = mark_all_imported(complete_form(department=""))
    assert form.same_as(edits.mark_origin(form, filled_cells(form), ValueOrigin.IMPORTED))
    assert form.cell_origin(FieldRef.head("unit")) is ValueOrigin.IMPORTED
    assert form.cell_origin(FieldRef.head("department")) is None


@pytest.mark.parametrize("name", ["", " ", "某区图书馆"])
def test_of_a_new_name_and_of_none_nothing_is_known(ledger: LedgerSession, name: str) -> None:
    ledger.add_forms([complete_form(unit="", department="某局")], label="新建")
    assert ledger.index.known_unit(name) is None


def test_several_forms_change_in_one_step(ledger: LedgerSession, store: MemoryStore, steps: StepList) -> None:
    ledger.open_form(2)
    name = FieldRef.head("project_name")
    forms = {form_id: edits.set_cell(store.load_form(form_id), name, f"新{form_id}") for form_id in (2, 3)}
    ledger.change_forms(forms, label="导入财务数据")
    assert listed(ledger) == ["甲", "新2", "新3"]
    assert (opened(ledger), ledger.has_unsaved_changes, len(steps.done)) == ("新2", False, 1)
    steps.undo()
    assert (listed(ledger), opened(ledger)) == (["甲", "乙", "丙"], "乙")
    steps.redo()
    assert listed(ledger) == ["甲", "新2", "新3"]
    assert steps.done[0].merged_with(steps.done[0]) is None


def test_forms_that_stay_as_they_are_make_no_step(ledger: LedgerSession, store: MemoryStore, steps: StepList) -> None:
    ledger.change_forms({1: store.load_form(1)}, label="导入财务数据")
    ledger.change_forms({}, label="导入财务数据")
    assert steps.done == []


def test_what_cannot_be_stored_leaves_the_open_form(ledger: LedgerSession, store: MemoryStore) -> None:
    ledger.open_form(1)
    form = edits.set_cell(store.load_form(1), FieldRef.head("project_name"), "新")
    store.full = True
    with pytest.raises(UnwritableFile):
        ledger.change_forms({1: form}, label="导入财务数据")
    assert opened(ledger) == "甲"


def test_forms_change_while_another_or_none_is_open(ledger: LedgerSession, store: MemoryStore) -> None:
    form = edits.set_cell(store.load_form(1), FieldRef.head("project_name"), "新")
    ledger.change_forms({1: form}, label="导入财务数据")
    ledger.open_form(3)
    ledger.change_forms({1: edits.set_cell(form, FieldRef.head("unit"), "某馆")}, label="导入财务数据")
    assert opened(ledger) == "丙"


def test_a_form_that_says_the_same_is_found_whatever_its_origin(ledger: LedgerSession) -> None:
    twin = ledger.index.identical_form(complete_form(project_name="乙"))
    assert twin is not None
    assert twin.form_id == 2
    assert ledger.index.identical_form(complete_form(project_name="乙", goals=edits.new_form(mof_2020()).goals)) is None
    assert ledger.index.identical_form(complete_form(project_name="丁")) is None


def test_forms_come_back_from_the_recycle_bin_as_one_step(ledger: LedgerSession, steps: StepList) -> None:
    ledger.delete_forms([1, 3], label="删除")
    ledger.restore_forms([3], label="恢复")
    assert (listed(ledger), opened(ledger)) == (["乙", "丙"], "丙")
    steps.undo()
    assert listed(ledger) == ["乙"]
    steps.redo()
    assert listed(ledger) == ["乙", "丙"]


def test_a_new_form_keeps_what_it_was_made_from(ledger: LedgerSession, store: MemoryStore) -> None:
    ledger.add_forms([complete_form()], label="恢复", ancestor=Ancestor(2, 7))
    assert list(store.form_history(4))[-1].ancestor == Ancestor(2, 7)


def test_a_step_renews_the_summaries_of_its_forms_and_no_others(ledger: LedgerSession, store: MemoryStore) -> None:
    before = ledger.summaries
    ledger.open_form(2)
    rename(ledger, "乙乙")
    ledger.save_open_form()
    assert listed(ledger) == ["甲", "乙乙", "丙"]
    assert (ledger.summaries[0] is before[0], ledger.summaries[2] is before[2]) == (True, True)
    ledger.delete_forms([1, 3], label="删除")
    assert listed(ledger) == ["乙乙"]


def test_very_many_forms_are_asked_for_together(
    ledger: LedgerSession, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_index, "_MOST_ASKED", 1)
    asked: list[Sequence[int] | None] = []
    summaries = store.form_summaries

    def noting(form_ids: Sequence[int] | None) -> tuple[FormSummary, ...]:
        asked.append(form_ids)
        return summaries(form_ids)

    monkeypatch.setattr(store, "form_summaries", noting)
    ledger.add_forms([complete_form(project_name=name) for name in ("丁", "戊")], label="导入")
    assert (asked, listed(ledger)) == ([None], ["甲", "乙", "丙", "丁", "戊"])
