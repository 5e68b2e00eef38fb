"""The window as a whole: opening, places, closing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.codec import form_json
from selfeval_desktop.ui.safety.start_page import StartPage
from tests.builders import complete_form
from tests.ui.windows import Screen, ledger_file, stored_forms

PARTS: dict[type[QWidget], tuple[str, ...]] = {
    QLineEdit: ("formSearch", "projectName", "department", "unit", "year"),
    QComboBox: ("yearFilter", "template", "moneyUnit"),
    QPlainTextEdit: ("goalExpected", "goalActual"),
    QTableView: ("fundsTable", "indicatorTable"),
    QLabel: ("statusWeights", "statusRate", "statusScore", "statusGrade", "statusSaved"),
    QWidget: ("formList", "tabs", "fundsTab", "goalsTab", "indicatorsTab", "previewTab", "problemList"),
}
ACTIONS = (
    *("actionNewForm", "actionDuplicateForm", "actionInsertRow", "actionDeleteRow", "actionMoveUp"),
    *("actionMoveDown", "actionImport", "actionCarryOver", "actionDeleteForm", "actionUndo", "actionRedo"),
    *("actionCheck", "actionPrint", "actionPrintPreview", "actionExport"),
)


def test_every_promised_part_is_there_under_its_name(screen: Screen) -> None:
    for kind, names in PARTS.items():
        for name in names:
            screen.part(kind, name)
    assert screen.window.objectName() == "mainWindow"
    screen.part(StartPage, "startPage")
    assert [name for name in ACTIONS if screen.window.findChild(QAction, name) is None] == []


def test_every_control_has_an_accessible_name(screen: Screen) -> None:
    controls = [
        control
        for kind in (QLineEdit, QComboBox, QPlainTextEdit, QTableView, QAbstractButton)
        for control in screen.window.findChildren(kind)
        if control.objectName() and not control.objectName().startswith("qt_")
    ]
    assert [control.objectName() for control in controls if not control.accessibleName()] == []
    assert len(controls) > 15


def test_a_disabled_action_says_why(screen: Screen) -> None:
    screen.do("actionCloseLedger")
    carry_over = screen.window.findChild(QAction, "actionCarryOver")
    assert isinstance(carry_over, QAction)
    assert not carry_over.isEnabled()
    assert "请先新建或打开一个台账" in carry_over.toolTip()
    assert "请先新建或打开一个台账" in carry_over.statusTip()


def test_opening_shows_the_forms_and_the_figures_of_the_first(screen: Screen) -> None:
    assert screen.forms.model().rowCount() == 2
    assert screen.part(QLineEdit, "projectName").text() == "宣传与推广"
    assert screen.text("statusWeights") == "分值合计 100 / 100 ✓"
    assert screen.text("statusRate") == "执行率 100.00%"
    assert screen.text("statusScore") == "总分 100.00"
    assert screen.text("statusGrade") == "等级 优"
    assert screen.window.windowTitle() == "宣传与推广[*] — 台账 — 绩效自评"


def bad_files(folder: Path) -> dict[str, Path]:
    text, empty, picture = folder / "text.selfeval", folder / "empty.selfeval", folder / "png.selfeval"
    text.write_text("这不是台账", "utf-8")
    empty.write_bytes(b"")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000))
    (folder / "folder.selfeval").mkdir()
    names = ("text", "empty", "png", "folder", "missing")
    return {name: folder / f"{name}.selfeval" for name in names}


@pytest.mark.parametrize("kind", ["text", "empty", "png", "folder", "missing"])
def test_a_file_that_is_no_ledger_leaves_the_start_page_with_the_reason(
    kind: str, tmp_path: Path, qtbot: QtBot
) -> None:
    path = bad_files(tmp_path)[kind]
    before = sorted(tmp_path.rglob("*.selfeval*"))
    screen = Screen(path)
    qtbot.addWidget(screen.window)
    start = screen.part(StartPage, "startPage")
    assert start.isVisible()
    assert str(path) in start.shown_problem
    assert screen.part(QLabel, "startProblem").isVisible()
    assert sorted(tmp_path.rglob("*.selfeval*")) == before


def test_a_bad_file_leaves_the_open_ledger_open(screen: Screen, tmp_path: Path) -> None:
    bad = tmp_path / "bad.selfeval"
    bad.write_text("x", "utf-8")
    screen.window.open_ledger(bad)
    assert screen.forms.isVisible()
    assert str(bad) in screen.text("messageText")
    assert screen.form.project_name == "宣传与推广"


def test_without_a_ledger_the_start_page_offers_the_last_ones(ledger: Path, qtbot: QtBot) -> None:
    first = Screen(ledger)
    qtbot.addWidget(first.window)
    first.close()
    again = Screen(None)
    qtbot.addWidget(again.window)
    start = again.part(StartPage, "startPage")
    assert start.isVisible()
    assert start.shown_problem == ""
    with qtbot.waitSignal(start.ledgerChosen):
        QTest.keyClick(again.part(QWidget, "lastLedgers"), Qt.Key.Key_Return)
    assert again.forms.model().rowCount() == 2


def test_closing_and_reopening_returns_to_form_page_and_cell(ledger: Path, qtbot: QtBot) -> None:
    first = Screen(ledger)
    qtbot.addWidget(first.window)
    first.open_form(1)
    first.do("actionTab3")
    table = first.part(QTableView, "indicatorTable")
    table.setCurrentIndex(table.model().index(3, 4))
    first.close()
    again = Screen(ledger)
    qtbot.addWidget(again.window)
    assert again.form.unit == "某区档案馆"
    assert again.tabs.currentWidget().objectName() == "indicatorsTab"
    index = again.part(QTableView, "indicatorTable").currentIndex()
    assert (index.row(), index.column()) == (3, 4)


def test_an_editor_open_at_closing_is_stored(ledger: Path, qtbot: QtBot) -> None:
    screen = Screen(ledger)
    qtbot.addWidget(screen.window)
    screen.begin_amount("87.5")
    assert screen.close()
    executed = stored_forms(ledger)[0].fund_line("current_year").executed
    assert str(executed) == "87.5"


def test_a_damaged_settings_file_gives_the_defaults(selfeval_home: Path, ledger: Path, qtbot: QtBot) -> None:
    settings = selfeval_home / "data" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"places": [{"ledger": 7}]', "utf-8")
    screen = Screen(ledger)
    qtbot.addWidget(screen.window)
    assert screen.forms.model().rowCount() == 2


def test_the_practice_ledger_holds_the_examples(qtbot: QtBot) -> None:
    screen = Screen(None)
    qtbot.addWidget(screen.window)
    screen.do("actionExamples")
    assert screen.forms.model().rowCount() == 5
    undo = screen.window.findChild(QAction, "actionUndo")
    assert isinstance(undo, QAction)
    assert not undo.isEnabled()
    screen.do("actionCloseLedger")
    assert screen.part(StartPage, "startPage").isVisible()
    screen.do("actionExamples")
    assert screen.forms.model().rowCount() == 5


def test_t27_an_empty_ledger_waits_for_its_first_form_with_three_large_buttons(tmp_path: Path, qtbot: QtBot) -> None:
    screen = Screen(ledger_file(tmp_path / "empty.selfeval", []))
    qtbot.addWidget(screen.window)
    told = screen.part(QLabel, "emptyLedger")
    assert told.isVisible()
    assert "Ctrl+N" in told.text()
    assert not screen.funds.isVisible()
    assert not screen.part(QWidget, "problemList").isVisible()
    for action in ("actionNewForm", "actionImport", "actionPasteForm"):
        assert screen.part(QAbstractButton, f"start_{action}").isVisible()
    screen.do("actionNewForm")
    assert screen.funds.isEnabled()
    assert screen.funds.isVisible()
    assert not told.isVisible()
    assert screen.forms.model().rowCount() == 1
    screen.do("actionDeleteForm")
    assert told.isVisible()
    screen.do("actionUndo")
    assert screen.funds.isVisible()


def test_tab_goes_on_from_the_funds_table_to_the_note_on_the_budget(screen: Screen) -> None:
    screen.window.activateWindow()
    assert QTest.qWaitForWindowActive(screen.window)
    last = screen.funds.model().rowCount() - 1, screen.funds.model().columnCount() - 1
    screen.funds.setFocus()
    screen.funds.setCurrentIndex(screen.funds.model().index(*last))
    QTest.keyClick(screen.funds, Qt.Key.Key_Tab)
    note = screen.window.focusWidget()
    assert note is not None
    assert note.accessibleName() == "预算调整说明"


def test_t01_the_user_is_told_what_to_install_when_chinese_input_is_out_of_reach(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_IM_MODULE", "fcitx")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setattr("sys.platform", "linux")
    screen.window.report_missing_input_method()
    assert "fcitx5-chinese-addons" in screen.part(QLabel, "messageText").text()


def test_without_a_wish_for_fcitx_nothing_is_said_of_input_methods(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_IM_MODULE", "XMODIFIERS"):
        monkeypatch.delenv(name, raising=False)
    screen.window.report_missing_input_method()
    assert screen.part(QLabel, "messageText").text() == ""


def drop(screen: Screen, *paths: Path) -> bool:
    """Drop these files on the window; whether they were taken."""
    data, copy, left = QMimeData(), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), copy, data, left, none)
    enter.ignore()
    screen.window.dragEnterEvent(enter)
    if enter.isAccepted():
        screen.window.dropEvent(QDropEvent(QPointF(300, 300), copy, data, left, none))
        QCoreApplication.processEvents()
    return enter.isAccepted()


def test_t11_a_ledger_dropped_on_the_window_is_opened(screen: Screen, tmp_path: Path) -> None:
    other = ledger_file(tmp_path / "另一个.selfeval", [complete_form(project_name="别的项目")])
    assert drop(screen, other)
    assert screen.form.project_name == "别的项目"


def test_t11_other_files_are_imported(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "表.json"
    path.write_bytes(form_json.write_forms([complete_form(project_name="拖进来的")]))
    assert drop(screen, path)
    assert screen.forms.model().rowCount() == 3
    assert screen.form.project_name == "拖进来的"


def test_t11_without_a_ledger_dropped_files_are_refused_in_a_sentence_and_folders_not_taken(
    screen: Screen, tmp_path: Path
) -> None:
    assert not drop(screen, tmp_path)
    screen.do("actionCloseLedger")
    path = tmp_path / "表.json"
    path.write_text("[]", "utf-8")
    assert drop(screen, path)
    assert "先新建或打开一个台账" in screen.text("messageText")


def test_t30_windows_and_dialogs_have_the_program_s_icon(screen: Screen) -> None:
    assert not screen.window.windowIcon().isNull()


def test_t40_saving_what_is_saved_is_answered(screen: Screen) -> None:
    screen.do("actionSave")
    assert screen.text("messageText").startswith("已保存")
