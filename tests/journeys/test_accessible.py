"""Every control that takes the keyboard tells a screen reader its name: in the window and in each dialog."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible, QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QScrollArea, QWidget

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.filling.workspace import Workspace
from tests.blocks import html_of
from tests.journeys.conftest import Sit
from tests.journeys.user import TABS, Key, User

DIALOGS = {
    "actionRestore": "restoreDialog",
    "actionBackupTo": "stickDialog",
    "actionBalance": "balanceDialog",
    "actionLibrary": "libraryDialog",
    "actionReasons": "reasonsDialog",
    "actionLongText": "longTextDialog",
    "actionTidy": "tidyDialog",
    "actionNote": "noteDialog",
    "actionUnits": "unitsDialog",
    "actionCarryOver": "carryDialog",
    "actionPasteForm": "wholeFormDialog",
    "actionExport": "exportDialog",
    "actionPackage": "packageDialog",
    "actionTypeOver": "typeOverDialog",
    "actionPageSetup": "pageSetupDialog",
    "actionPrint": "printDialog",
    "actionPrintForms": "batchDialog",
    "actionSummary": "summaryDialog",
    "actionPublicCopy": "publicCopyDialog",
    "actionBlankForm": "blankFormDialog",
    "actionCheckReport": "reportDialog",
    "actionCheckup": "checkupDialog",
    "actionExplain": "explainDialog",
    "actionRules": "rulesDialog",
    "actionSupportPacket": "supportDialog",
    "actionHistory": "historyDialog",
    "actionCellHistory": "historyDialog",
    "actionRecycleBin": "recycleBinDialog",
}
SEPARATE = {
    "actionVerifyPaper": "proofDialog",
    "actionKeys": "keysDialog",
    "actionAbout": "aboutDialog",
    "actionCheckAll": "ledgerCheckDialog",
    "actionAnswers": "answersDialog",
}
"""Those beside which the window can be used."""


@pytest.fixture
def user(sit: Sit, examples: Path) -> User:
    user = sit(examples)
    go_to(user, FieldRef.indicator(1, "deviation"))
    return user


def go_to(user: User, field: FieldRef) -> None:
    user.find(Workspace, "workspace").show_field(field)


def nameless(room: QWidget) -> list[str]:
    """The controls in sight that take the keyboard and have no name; Qt's own inner parts speak for none."""
    controls = [
        control
        for control in room.findChildren(QWidget)
        if control.isVisible()
        and control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (isinstance(control, QScrollArea) and not control.objectName())
        and not control.objectName().startswith("qt_")
    ]
    assert controls
    return [f"{type(control).__name__} {control.objectName()}" for control in controls if not name(control)]


def name(control: QWidget) -> str:
    """What a screen reader calls it: its own name, its text, or that of its label."""
    interface = QAccessible.queryAccessibleInterface(control)
    return str(interface.text(QAccessible.Text.Name)).strip()


@pytest.mark.parametrize("tab", TABS)
def test_every_control_of_the_window_has_a_name(user: User, tab: str) -> None:
    user.turn_to(tab)
    assert nameless(user.window) == []


@pytest.mark.parametrize("action", DIALOGS)
def test_every_control_of_a_dialog_has_a_name(user: User, action: str) -> None:
    found: list[list[str]] = []
    data = QMimeData()
    data.setHtml(html_of())
    QGuiApplication.clipboard().setMimeData(data)
    if action == "actionTidy":
        user.type("一  二")
    if action == "actionExplain":
        user.press(Key.Key_F8)
    if action == "actionRecycleBin":
        user.trigger("actionDeleteForm")

    def look(dialog: QDialog) -> None:
        found.append(nameless(dialog))

    user.in_dialog(DIALOGS[action], look)
    user.trigger(action)
    assert found == [[]]


@pytest.mark.parametrize("action", SEPARATE)
def test_every_control_of_a_separate_window_has_a_name(user: User, action: str) -> None:
    user.trigger(action)
    (dialog,) = (each for each in QApplication.topLevelWidgets() if each.objectName() == SEPARATE[action])
    assert nameless(dialog) == []
    dialog.close()


def test_every_control_of_the_finance_dialog_has_a_name(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "名单.csv"
    file.write_text("项目名称,执行数\n宣传与推广,1\n绿化,2\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    found: list[list[str]] = []
    user.in_dialog("financeDialog", lambda dialog: found.append(nameless(dialog)))
    user.trigger("actionFinanceList")
    assert found == [[]]


def test_no_dialog_is_forgotten(user: User) -> None:
    """What ends in … asks something, in a dialog of ours or in one of the system."""
    system = {
        *("actionNewLedger", "actionOpenLedger", "actionImport", "actionSavePdf"),
        *("actionLoadTemplate", "actionFinanceList", "actionSaveCopy"),
        *("actionHandOver", "actionTakeOver"),
    }
    asking = {
        action.objectName()
        for action in user.window.findChildren(QAction)
        if action.iconText().endswith("…") or action.text().endswith("…")
    }
    assert (
        asking
        - system
        - DIALOGS.keys()
        - SEPARATE.keys()
        - {"actionPaperCopies", "actionDropped", "actionCheckPackage", ""}
        == set()
    )
