"""Where the actions stand: menus, toolbar, and the menus of the form list and the start page."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from selfeval_desktop.app.settings import TEXT_SIZES
from selfeval_desktop.ui.frame.actions import Actions, translate_action_text
from selfeval_desktop.ui.frame.menu_table import MENUS, TOOLBAR, ActionRow
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording import language
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP

Choice = TypeVar("Choice", str, int)
_TOOLBAR_TITLE = QT_TRANSLATE_NOOP("Actions", "常用操作")
_SIZE_TITLE = QT_TRANSLATE_NOOP("Actions", "文字大小")
_SIZES = {
    100: QT_TRANSLATE_NOOP("Actions", "标准"),
    125: QT_TRANSLATE_NOOP("Actions", "大"),
    150: QT_TRANSLATE_NOOP("Actions", "特大"),
}
_LANGUAGE_TITLE = QT_TRANSLATE_NOOP("Actions", "语言 (Language)")


_ACCESS_KEY = re.compile(r"\(&\w\)")


def actions_by_menu(actions: Actions) -> list[tuple[str, list[QAction]]]:
    """The actions of each menu under its title, which is without its access key."""
    return [
        (
            _ACCESS_KEY.sub("", translate_action_text(menu.title)).replace("&", ""),
            [actions[row.name] for row in menu.rows if isinstance(row, ActionRow)],
        )
        for menu in MENUS
    ]


def add_menus(window: QMainWindow, actions: Actions) -> dict[str, QMenu]:
    """Fill the menu bar; the menus by object name."""
    menus = {}
    for each in MENUS:
        title = translate_action_text(each.title)
        menus[each.name] = name_widget(QMenu(title, window), each.name, title)
        names = (row.name if isinstance(row, ActionRow) else row for row in each.rows)
        menus[each.name].addActions(actions.named(names))
        window.menuBar().addMenu(menus[each.name])
    return menus


def add_toolbar(window: QMainWindow, actions: Actions) -> None:
    """The toolbar below the menus: icons with their words."""
    title = translate_action_text(_TOOLBAR_TITLE)
    bar = name_widget(QToolBar(title, window), "mainToolBar", title)
    bar.addActions(actions.named(TOOLBAR))
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
