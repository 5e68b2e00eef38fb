"""Short words for steps, states and counts."""

import pytest

from selfeval_desktop.app.ports.forms import State
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.wording import labels as steps
from selfeval_desktop.wording.labels import UndoLabel
from tests.builders import mof_2020


def test_states_have_the_names_of_the_design() -> None:
    assert [steps.form_state_name(state) for state in State] == [
        "草稿",
        "可打印",
        "已打印",
        "已导出",
        "已改动",
        "已退回",
    ]


def test_severities_have_names() -> None:
    assert [steps.severity_name(severity) for severity in Severity] == ["错误", "提醒", "提示"]


def test_every_deed_has_a_label_of_its_own() -> None:
    labels = [steps.undo_label_text(deed) for deed in UndoLabel]
    assert len(set(labels)) == len(UndoLabel)
    assert not any(label.isascii() for label in labels)


def test_an_edit_is_named_by_its_cell() -> None:
    assert steps.cell_edit_label(FieldRef.fund("total", "executed"), mof_2020()) == "修改全年执行数"


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ((0, 0, 0), "没有发现问题"),
        ((2, 0, 0), "2 个错误"),
        ((1, 0, 3), "1 个错误，3 个提示"),
        ((2, 2, 1), "2 个错误，2 个提醒，1 个提示"),
    ],
)
def test_counts_leave_out_what_is_not_there(found: tuple[int, int, int], words: str) -> None:
    assert steps.severity_counts(*found) == words


def test_the_draft_mark_is_the_name_of_the_state() -> None:
    assert steps.draft_mark() == "草稿"


def test_a_copy_says_that_it_is_one() -> None:
    assert steps.copy_suffix() == "（副本）"
