"""What is said where two times of a form are compared, and of what was brought back."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.years import history_commands
from selfeval_desktop.ui.years.history_dialog import HistoryDialog, HistoryInput
from selfeval_desktop.ui.years.history_lines import HistoryLineText

NOON = datetime.fromisoformat("2024-03-01T12:00:00+08:00")
PLACE = "指标 · 第 5 行 · 得分"


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
    assert history_commands.comparison_heading(count, earlier, NOON, with_now=with_now) == text


def test_what_was_brought_back_is_told() -> None:
    assert history_commands.restored_form_notice(NOON) == "已按 2024-03-01 12:00 的内容新建一张表。"
    assert history_commands.restored_form_notice(None) == "已按开始记录时的内容新建一张表。"
    assert history_commands.restored_from_bin_notice(2) == "已从回收站恢复 2 张表。"


def test_the_history_of_one_cell_can_be_chosen_by_its_name(qtbot: QtBot) -> None:
    offer = HistoryInput("甲", tuple, lambda _line: HistoryLineText("", "", "", ""), cell=PLACE)
    dialog = HistoryDialog(offer, at_cell=True)
    qtbot.addWidget(dialog)
    assert dialog.findChildren(QComboBox, "historyFilter")[0].currentText() == f"只看 {PLACE}"
