"""The findings of many forms as a tree, and the catalogue of rules as lines."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from selfeval_desktop.app.ledger.checking import check_forms
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.rules.catalogue import rule_states
from selfeval_desktop.ui.checking.ledger_problems_model import LedgerProblemsModel, ProblemGrouping
from selfeval_desktop.ui.checking.problems_model import ProblemKind
from selfeval_desktop.ui.checking.rules_dialog import NAME, STATE, RulesModel
from tests.builders import complete_form, mof_2020, with_row
from tests.fakes import MemoryStore
from tests.ui.sessions import OneTemplate

CHECK = Qt.ItemDataRole.CheckStateRole
WORDS = with_row(complete_form(unit=""), 4, target="满意", actual="满意", achievement="met")


def shown(
    model: LedgerProblemsModel,
    grouping: ProblemGrouping,
    *forms: Form,
    hidden: frozenset[ProblemKind] = frozenset(),
) -> None:
    store = MemoryStore(*(Draft(form, evaluate(form, mof_2020())) for form in forms))
    model.show_findings(check_forms(store, OneTemplate(), tuple(store.drafts)), grouping, hidden)


@pytest.mark.parametrize("grouping", ProblemGrouping)
def test_qt_finds_no_fault_with_the_tree(grouping: ProblemGrouping, qtmodeltester: ModelTester) -> None:
    model = LedgerProblemsModel()
    shown(model, grouping, WORDS, complete_form(), complete_form(project_name=""))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt leaves this one untyped
    assert model.line_count == 5


def test_a_group_stands_for_its_first_line_and_a_line_for_itself() -> None:
    model = LedgerProblemsModel()
    shown(model, ProblemGrouping.FORM, complete_form(project_name=""), WORDS)
    group = model.index(1, 0)
    line = model.index(1, 2, group)
    first, second = model.finding_at(group), model.finding_at(line)
    assert first is not None
    assert second is not None
    assert (first.form.form_id, second.form.form_id) == (2, 2)
    assert model.is_group(group)
    assert not model.is_group(line)
    assert model.parent(line) == group
    assert model.finding_at(QModelIndex()) is None
    assert model.data(line, Qt.ItemDataRole.ToolTipRole).startswith("K43 满意度用数字\n")


def test_hidden_kinds_leave_no_empty_groups() -> None:
    model = LedgerProblemsModel()
    shown(
        model,
        ProblemGrouping.FORM,
        complete_form(project_name=""),
        WORDS,
        hidden=frozenset({ProblemKind.ERROR}),
    )
    assert model.rowCount() == model.line_count == 1


def test_rules_are_found_by_words_and_ticked(qtmodeltester: ModelTester) -> None:
    model = RulesModel(rule_states(mof_2020(), ["K57"]), may_switch=True)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt leaves this one untyped
    assert model.switched_off_codes == {"K57"}
    model.search_rules("k57")
    index = model.index(0, NAME)
    assert model.rowCount() == 1
    assert (index.data(CHECK), model.index(0, STATE).data()) == (Qt.CheckState.Unchecked, "本台账停用")
    assert model.setData(index, Qt.CheckState.Checked, CHECK)
    assert (index.data(CHECK), model.index(0, STATE).data()) == (Qt.CheckState.Checked, "提示")
    assert model.switched_off_codes == frozenset()
    model.search_rules("必填项")
    model.toggle_row(model.index(0, NAME))
    assert model.switched_off_codes == frozenset()
    assert model.index(0, NAME).data(CHECK) is None
    assert not model.setData(model.index(0, NAME), "x")
    model.search_rules("没有这样的规则")
    assert model.rowCount() == 0
