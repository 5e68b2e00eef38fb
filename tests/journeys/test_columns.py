"""Columns are hidden, made wider, and found again so in the next run."""

from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTableView
from pytestqt.qtbot import QtBot

from selfeval_desktop import bootstrap
from tests.journeys.conftest import Sit

TARGET, NAME = 3, 2


def entries(menu: QMenu) -> dict[str, QAction]:
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions()}


def test_columns_are_kept_by_template(sit: Sit, examples: Path, qtbot: QtBot) -> None:
    user = sit(examples)
    user.turn_to("indicatorsTab")
    table, menu = user.find(QTableView, "indicatorTable"), user.find(QMenu, "columnsMenu")
    entries(menu)["年度指标值"].trigger()
    assert not entries(menu)["三级指标"].isEnabled()
    table.horizontalHeader().resizeSection(NAME, 231)
    settings = bootstrap.user_settings()
    qtbot.waitUntil(lambda: settings.load_settings().columns == {"mof-2020": {"target": 0, "level3": 231}})
    user.close()
    again = sit(examples)
    table = again.find(QTableView, "indicatorTable")
    assert (table.isColumnHidden(TARGET), table.columnWidth(NAME)) == (True, 231)
    entries(again.find(QMenu, "columnsMenu"))["恢复原来的列和列宽"].trigger()
    assert not table.isColumnHidden(TARGET)
    assert settings.load_settings().columns == {"mof-2020": {}}


def test_without_a_form_there_is_nothing_to_choose(sit: Sit, empty_ledger: Path) -> None:
    user = sit(empty_ledger)
    (text,) = entries(user.find(QMenu, "columnsMenu"))
    assert text == "请先在左边选一张表"
