"""Where the actions stand: menus, toolbar, and the menus of the form list and the start page."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QWidget

from selfeval_desktop.app.settings import TEXT_SIZES
from selfeval_desktop.ui.frame.actions import Actions, translate_action_text
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording import language
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP

SEPARATOR = ""
Choice = TypeVar("Choice", str, int)
ZOOMS = ("actionZoomIn", "actionZoomOut", "actionZoomFit")
"""Their keys work on the preview only."""

_MENUS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "menuFile",
        QT_TRANSLATE_NOOP("Actions", "文件(&F)"),
        (
            *("actionNewLedger", "actionOpenLedger", "actionExamples", SEPARATOR),
            *("actionImport", "actionPasteForm", "actionFinanceList", SEPARATOR),
            *("actionLoadTemplate", SEPARATOR),
            *("actionBackup", "actionBackupTo", "actionRestore", "actionBackupFolder", SEPARATOR),
            *("actionHandOver", "actionTakeOver", SEPARATOR),
            *("actionSave", "actionSaveCopy", "actionCloseLedger", SEPARATOR, "actionQuit"),
        ),
    ),
    (
        "menuEdit",
        QT_TRANSLATE_NOOP("Actions", "编辑(&E)"),
        (
            *("actionUndo", "actionRedo", SEPARATOR),
            *("actionInsertRow", "actionDuplicateRow", "actionDeleteRow"),
            *("actionMoveUp", "actionMoveDown", SEPARATOR),
            *("actionPasteRows", "actionFillDown", "actionBalance", SEPARATOR),
            *("actionLongText", "actionTidy", SEPARATOR),
            *("actionLibrary", "actionReasons", SEPARATOR),
            *("actionNote", "actionConfirm", "actionConfirmAll"),
        ),
    ),
    (
        "menuForm",
        QT_TRANSLATE_NOOP("Actions", "表单(&B)"),
        (
            *("actionNewForm", "actionDuplicateForm", "actionCarryOver", "actionDeleteForm", SEPARATOR),
            *("actionPreviousForm", "actionNextForm", "actionFind", SEPARATOR),
            *("actionHistory", "actionCellHistory", "actionRecycleBin", SEPARATOR),
            *("actionUnits", "actionDropped"),
        ),
    ),
    (
        "menuCheck",
        QT_TRANSLATE_NOOP("Actions", "检查(&C)"),
        (
            *("actionCheck", "actionCheckAll", "actionCheckReport", "actionCheckup", SEPARATOR),
            *("actionNextProblem", "actionPreviousProblem", "actionExplain", SEPARATOR),
            *("actionOnlyProblems", "actionAnswer", SEPARATOR),
            *("actionVerifyPaper", "actionPaperCopies", SEPARATOR),
            "actionVerify",
        ),
    ),
    (
        "menuOutput",
        QT_TRANSLATE_NOOP("Actions", "输出(&O)"),
        (
            *("actionPrintPreview", "actionPrint", "actionPrintForms", "actionSavePdf", SEPARATOR),
            *("actionExport", "actionPackage", "actionTypeOver", "actionAnswers", SEPARATOR),
            *("actionSummary", "actionPublicCopy", "actionBlankForm", SEPARATOR),
            *("actionPageSetup", "actionSignature"),
        ),
    ),
    (
        "menuView",
        QT_TRANSLATE_NOOP("Actions", "查看(&V)"),
        (
            *("actionTab1", "actionTab2", "actionTab3", "actionTab4", SEPARATOR),
            *(*ZOOMS, SEPARATOR),
            *("actionProblems", "actionLastYear", SEPARATOR, "actionContrast"),
        ),
    ),
    (
        "menuHelp",
        QT_TRANSLATE_NOOP("Actions", "帮助(&H)"),
        (
            "actionFieldHelp",
            "actionKeys",
            "actionRules",
            SEPARATOR,
            "actionSupportPacket",
            "actionLog",
            SEPARATOR,
            "actionAbout",
        ),
    ),
)

TOOLBAR = (
    *("actionNewForm", "actionCarryOver", "actionImport", SEPARATOR),
    *("actionUndo", "actionRedo", SEPARATOR),
    *("actionPrintPreview", "actionPrint", "actionExport"),
)
ROW_ACTIONS = (
    *("actionInsertRow", "actionDeleteRow", "actionMoveUp", "actionMoveDown"),
    *("actionPasteRows", "actionFillDown", "actionOnlyProblems"),
)
ARROWS = frozenset({"actionMoveUp", "actionMoveDown"})
"""Row actions whose icon says it all."""
ROW_KEYS = ("actionDuplicateRow", "actionReasons")
"""Actions with keys for the page of indicators that have no room in its toolbar."""
CELL_MENU = ("actionNote", "actionCellHistory")
"""Further actions for the menu of a cell of either table."""
ROW_PICKS = ("actionLongText", "actionLibrary", "actionReasons")
"""Actions for the menu of a row that have no room in the toolbar either."""
PROBLEM_MENU = ("actionCheck", "actionCheckup", "actionCheckAll", "actionRules")
"""Further actions for the menu of a finding."""
FORM_MENU = (
    *("actionNewForm", "actionDuplicateForm", "actionDeleteForm", SEPARATOR),
    *("actionPrint", "actionExport"),
)

_TOOLBAR_TITLE = QT_TRANSLATE_NOOP("Actions", "常用操作")
_SIZE_TITLE = QT_TRANSLATE_NOOP("Actions", "文字大小")
_SIZES = {
    100: QT_TRANSLATE_NOOP("Actions", "标准"),
    125: QT_TRANSLATE_NOOP("Actions", "大"),
    150: QT_TRANSLATE_NOOP("Actions", "特大"),
}
_LANGUAGE_TITLE = QT_TRANSLATE_NOOP("Actions", "语言 (Language)")
START = ("actionNewLedger", "actionOpenLedger", "actionTakeOver", "actionExamples")


_ACCESS_KEY = re.compile(r"\(&\w\)")


def all_action_names() -> tuple[str, ...]:
    """The names of all actions in the menus."""
    return tuple(name for _, _, names in _MENUS for name in names if name != SEPARATOR)


def actions_by_menu(actions: Actions) -> list[tuple[str, list[QAction]]]:
    """The actions of each menu under its title, which is without its access key."""
    return [
        (
            _ACCESS_KEY.sub("", translate_action_text(title)).replace("&", ""),
            [actions[name] for name in names if name != SEPARATOR],
        )
        for _, title, names in _MENUS
    ]


def add_menus(window: QMainWindow, actions: Actions) -> dict[str, QMenu]:
    """Fill the menu bar; the menus by object name."""
    menus = {}
    for name, title, rows in _MENUS:
        menus[name] = name_widget(
            QMenu(translate_action_text(title), window), name, translate_action_text(title)
        )
        _add_named_actions(menus[name], actions, rows)
        window.menuBar().addMenu(menus[name])
    return menus


def add_toolbar(window: QMainWindow, actions: Actions) -> None:
    """The toolbar below the menus: icons with their words."""
    title = translate_action_text(_TOOLBAR_TITLE)
    bar = name_widget(QToolBar(title, window), "mainToolBar", title)
    _add_named_actions(bar, actions, TOOLBAR)
    bar.setMovable(False)
    bar.setIconSize(theme.ICON_SIZE)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    for action in bar.actions():
        if not action.isSeparator():
            button = bar.widgetForAction(action)
            button.setAccessibleName(action.iconText())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    window.addToolBar(bar)
    # Its own menu would let the user lose the toolbar.
    window.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)


def actions_for_names(actions: Actions, names: Iterable[str]) -> list[QAction]:
    """The actions of these names; a separator is one of its own."""
    return [actions[name] if name != SEPARATOR else _new_separator(actions) for name in names]


def limit_shortcuts_to_page(page: QWidget, actions: Iterable[QAction]) -> None:
    """Let the keys of these actions work on that page only."""
    for action in actions:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        page.addAction(action)


def language_menu(window: QMainWindow, current: str, choose: Callable[[str], None]) -> QMenu:
    """The languages that there are, each by its own name."""
    offered = [(each.name, each.code) for each in language.available_languages()]
    return _choice_menu(window, translate_action_text(_LANGUAGE_TITLE), offered, current, choose)


def text_size_menu(window: QMainWindow, current: int, choose: Callable[[int], None]) -> QMenu:
    """The sizes of texts in the window."""
    offered = [(translate_action_text(_SIZES[size]), size) for size in TEXT_SIZES]
    return name_widget(
        _choice_menu(window, translate_action_text(_SIZE_TITLE), offered, current, choose),
        "textSizeMenu",
        translate_action_text(_SIZE_TITLE),
    )


def _choice_menu(
    window: QMainWindow,
    title: str,
    offered: Iterable[tuple[str, Choice]],
    current: Choice,
    choose: Callable[[Choice], None],
) -> QMenu:
    """One of these, by its name."""
    menu = QMenu(title, window)
    group = QActionGroup(menu)
    for name, choice in offered:
        action = menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(choice == current)
        action.triggered.connect(partial(_apply_menu_choice, choose, choice))
        group.addAction(action)
    return menu


def _apply_menu_choice(choose: Callable[[Choice], None], choice: Choice, _checked: object = None) -> None:
    choose(choice)


def _add_named_actions(bar: QMenu | QToolBar, actions: Actions, names: Iterable[str]) -> None:
    bar.addActions(actions_for_names(actions, names))


def _new_separator(parent: QObject) -> QAction:
    line = QAction(parent)
    line.setSeparator(True)
    return line
