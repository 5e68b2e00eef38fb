"""A form's history in words."""

from datetime import datetime

import pytest

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.over_time.change_history import Ancestor
from selfeval_desktop.domain.over_time.differences import Difference, DifferenceKind
from selfeval_desktop.domain.over_time.history_lines import HistoryLine, HistoryLineKind
from selfeval_desktop.ui.years import history_words
from selfeval_desktop.ui.years.history_words import HistoryLineText
from tests.builders import mof_2020

NOON = datetime.fromisoformat("2024-03-01T12:00:00+08:00")
SCORE = FieldRef.indicator(4, "score")
PLACE = "指标 · 第 5 行 · 得分"


def told(
    act: HistoryLineKind, before: str = "", after: str = "", *, is_gone: bool = False
) -> HistoryLineText:
    what = Difference(DifferenceKind.CELL, SCORE, before, after)
    line = HistoryLine(3, act, NOON, "李某", SCORE, what, is_gone=is_gone)
    return history_words.history_line_text(line, mof_2020(), {})


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
    assert told(HistoryLineKind.ADDED, "", "9") == HistoryLineText(
        "2024-03-01 12:00", "李某", "新建", PLACE, "", "9"
    )


def test_a_row_that_went_is_named_once() -> None:
    what = Difference(DifferenceKind.REMOVED, FieldRef.indicators(), before="回访次数", row_before=2)
    words = history_words.history_line_text(
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
    words = history_words.history_line_text(
        HistoryLine(1, HistoryLineKind.ADDED, NOON, "李某", ancestor=ancestor), mof_2020(), {1: "甲", 2: ""}
    )
    assert (words.act, words.place, words.after) == ("新建", "整张表", text)


def test_where_a_history_begins_has_no_moment() -> None:
    assert history_words.history_line_text(
        HistoryLine(0, HistoryLineKind.BEGAN), mof_2020(), {}
    ) == HistoryLineText("", "", "开始记录", "整张表")


@pytest.mark.parametrize(
    ("count", "earlier", "with_now", "text"),
    [
        (0, NOON, True, "2024-03-01 12:00 时的内容与现在相同。"),
        (2, None, True, "开始记录时的内容与现在有 2 处不同："),
        (0, NOON, False, "2024-03-01 12:00 时的内容与 2024-03-01 12:00 时相同。"),
        (3, None, False, "开始记录时的内容与 2024-03-01 12:00 时有 3 处不同："),
    ],
)
def test_two_times_are_compared_in_one_sentence(
    count: int, earlier: datetime | None, text: str, *, with_now: bool
) -> None:
    assert history_words.comparison_heading(count, earlier, NOON, with_now=with_now) == text


def test_what_was_brought_back_is_told() -> None:
    assert history_words.restored_form_notice(NOON) == "已按 2024-03-01 12:00 的内容新建一张表。"
    assert history_words.restored_form_notice(None) == "已按开始记录时的内容新建一张表。"
    assert history_words.restored_from_bin_notice(2) == "已从回收站恢复 2 张表。"
    assert history_words.only_cell_label(PLACE) == f"只看 {PLACE}"


def test_every_act_has_a_word() -> None:
    assert all(history_words.line_kind_name(act) for act in HistoryLineKind)
