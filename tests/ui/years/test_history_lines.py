"""A form's history in words, and its list: pages of lines, put into words as they are needed."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from selfeval_desktop.app.ledger.form_history import MOST_LINES, HistoryPage
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.over_time.change_history import Ancestor
from selfeval_desktop.domain.over_time.differences import Difference, DifferenceKind
from selfeval_desktop.domain.over_time.history_lines import HistoryLine, HistoryLineKind
from selfeval_desktop.ui.years import history_lines
from selfeval_desktop.ui.years.history_lines import HistoryLineText, HistoryModel
from tests.builders import mof_2020

NOON = datetime.fromisoformat("2024-03-01T12:00:00+08:00")
SCORE = FieldRef.indicator(4, "score")
PLACE = "指标 · 第 5 行 · 得分"


def told(act: HistoryLineKind, before: str = "", after: str = "", *, is_gone: bool = False) -> HistoryLineText:
    what = Difference(DifferenceKind.CELL, SCORE, before, after)
    line = HistoryLine(3, act, NOON, "李某", SCORE, what, is_gone=is_gone)
    return history_lines.history_line_text(line, mof_2020(), {})


def test_a_changed_cell_says_when_who_where_and_both_texts() -> None:
    assert told(HistoryLineKind.TYPED, "", "9") == HistoryLineText(
        "2024-03-01 12:00", "李某", "修改", PLACE, "（自动计算）", "9"
    )


def test_a_cell_of_a_row_that_is_gone_says_so() -> None:
    assert told(HistoryLineKind.TYPED, "8", "9", is_gone=True).place == f"{PLACE}（已删除的行）"


def test_what_stands_beside_a_cell_is_blank_where_nothing_did() -> None:
    noted = told(HistoryLineKind.NOTED, "", "问过")
    assert (noted.act, noted.before, noted.after) == ("备注", "", "问过")
    assert told(HistoryLineKind.NOTED, "问过", "").after == ""
    assert told(HistoryLineKind.CONFIRMED) == HistoryLineText("2024-03-01 12:00", "李某", "认可", PLACE)


def test_what_a_cell_began_with_stands_alone() -> None:
    assert told(HistoryLineKind.ADDED, "", "9") == HistoryLineText("2024-03-01 12:00", "李某", "新建", PLACE, "", "9")


def test_a_row_that_went_is_named_once() -> None:
    what = Difference(DifferenceKind.REMOVED, FieldRef.indicators(), before="回访次数", row_before=2)
    words = history_lines.history_line_text(
        HistoryLine(1, HistoryLineKind.ROW_REMOVED, NOON, "李某", what=what, is_gone=True), mof_2020(), {}
    )
    assert (words.act, words.place, words.before, words.after) == (
        "删除行",
        "指标 · 第 3 行",
        "回访次数",
        "（已删除）",
    )


@pytest.mark.parametrize(
    ("ancestor", "text"),
    [
        (Ancestor(1), "复制自“甲”"),
        (Ancestor(1, 7, NOON), "取自“甲”2024-03-01 12:00 的内容"),
        (Ancestor(1, 0), "取自“甲”最早的内容"),
        (Ancestor(2), "复制自“未填项目名称的表”"),
        (None, ""),
    ],
)
def test_a_new_form_says_what_it_was_made_from(ancestor: Ancestor | None, text: str) -> None:
    words = history_lines.history_line_text(
        HistoryLine(1, HistoryLineKind.ADDED, NOON, "李某", ancestor=ancestor), mof_2020(), {1: "甲", 2: ""}
    )
    assert (words.act, words.place, words.after) == ("新建", "整张表", text)


def test_where_a_history_begins_has_no_moment() -> None:
    assert history_lines.history_line_text(HistoryLine(0, HistoryLineKind.BEGAN), mof_2020(), {}) == HistoryLineText(
        "", "", "开始记录", "整张表"
    )


def test_every_act_has_a_word() -> None:
    assert all(history_lines.line_kind_name(act) for act in HistoryLineKind)


class Teller:
    """Counts how many lines it put into words."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, line: HistoryLine) -> HistoryLineText:
        self.count += 1
        return HistoryLineText("12:00", line.who, "修改", "项目名称", "甲", str(line.sequence))


def many(count: int) -> Iterator[HistoryPage]:
    lines = [HistoryLine(number, HistoryLineKind.TYPED, NOON, "李某") for number in range(count, 0, -1)]
    for first in range(0, count, MOST_LINES):
        yield HistoryPage(tuple(lines[first : first + MOST_LINES]), is_last=first + MOST_LINES >= count)


def test_the_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = HistoryModel(Teller())
    model.show_pages(many(3))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt ships no types for it


def test_a_long_history_is_told_page_by_page() -> None:
    tell = Teller()
    model = HistoryModel(tell)
    model.show_pages(many(5_000))
    assert (model.rowCount(), tell.count) == (MOST_LINES, MOST_LINES)
    top = QModelIndex()
    pages = 1
    while model.canFetchMore(top):
        model.fetchMore(top)
        pages += 1
    assert (model.rowCount(), pages) == (5_000, 25)
    assert model.index(4_999, model.columnCount() - 1).data() == "1"


def test_other_lines_begin_at_their_first_page() -> None:
    model = HistoryModel(Teller())
    model.show_pages(many(500))
    model.show_pages(many(2))
    assert not model.canFetchMore(QModelIndex())
    assert [model.line_at(model.index(row, 0)).sequence for row in range(model.rowCount())] == [2, 1]


def test_every_column_has_its_head() -> None:
    model = HistoryModel(Teller())
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert heads == ["时间", "操作人", "操作", "位置", "原来", "改为"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
