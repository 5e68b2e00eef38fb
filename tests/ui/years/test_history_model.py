"""The model of a form's history: pages of lines, put into words as they are needed."""

from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from selfeval_desktop.domain.over_time.history_lines import HistoryLine, HistoryLineKind
from selfeval_desktop.ui.years.history_model import AFTER, PAGE, HistoryModel
from selfeval_desktop.ui.years.history_words import HistoryLineText

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)


class Teller:
    """Counts how many lines it put into words."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, line: HistoryLine) -> HistoryLineText:
        self.count += 1
        return HistoryLineText("12:00", line.who, "修改", "项目名称", "甲", str(line.sequence))


def many(count: int) -> list[HistoryLine]:
    return [HistoryLine(number, HistoryLineKind.TYPED, NOON, "李某") for number in range(count, 0, -1)]


def test_the_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = HistoryModel(Teller())
    model.show_lines(many(3))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt ships no types for it


def test_a_long_history_is_told_page_by_page() -> None:
    tell = Teller()
    model = HistoryModel(tell)
    model.show_lines(many(5_000))
    assert (model.rowCount(), tell.count) == (PAGE, PAGE)
    top = QModelIndex()
    pages = 1
    while model.canFetchMore(top):
        model.fetchMore(top)
        pages += 1
    assert (model.rowCount(), pages) == (5_000, 25)
    assert model.index(4_999, AFTER).data() == "1"


def test_other_lines_begin_at_their_first_page() -> None:
    model = HistoryModel(Teller())
    model.show_lines(many(500))
    model.show_lines(many(2))
    assert not model.canFetchMore(QModelIndex())
    assert [model.line_at(model.index(row, 0)).sequence for row in range(model.rowCount())] == [2, 1]


def test_every_column_has_its_head() -> None:
    model = HistoryModel(Teller())
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert heads == ["时间", "操作人", "操作", "位置", "原来", "改为"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
