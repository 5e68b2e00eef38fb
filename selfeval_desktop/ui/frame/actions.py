"""The actions, made from the one table of commands, and where they stand: menus, toolbar and keys."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from selfeval_desktop.app.settings import TEXT_SIZES
from selfeval_desktop.ui.frame.menu_table import MENUS, ROWS, TOOLBAR, ActionRow, Need
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.commands import ICON_ONLY, marked_methods
from selfeval_desktop.ui.kit.plain_text import tooltip_text
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording import language
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP

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
_READ_ONLY = QT_TRANSLATE_NOOP("Actions", "台账是只读打开的，不能修改")
_WHY: Mapping[Need, str] = {
    "ledger": QT_TRANSLATE_NOOP("Actions", "请先新建或打开一个台账"),
    "form": QT_TRANSLATE_NOOP("Actions", "请先在左边选一张表"),
    "row": QT_TRANSLATE_NOOP("Actions", "请先把光标放到一行指标上"),
    "step": QT_TRANSLATE_NOOP("Actions", "现在没有可以撤销或重做的操作"),
}


def translate_action_text(text: str) -> str:
    """A text of this module in the user's language."""
    return QCoreApplication.translate("Actions", text)


class Actions(QObject):
    """The window's actions by object name. A disabled one says why in its tooltip and status tip."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = {row.name: row for row in ROWS}
        self._actions = {row.name: self._create_action(row) for row in ROWS}
        self._read_only = False
        self.enable_by_need({""})

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def named(self, names: Iterable[str]) -> list[QAction]:
        """The actions of these names; a separator is one of its own."""
        return [self._actions[name] if name else self._new_separator() for name in names]

    def all_actions(self) -> tuple[QAction, ...]:
        """Every action, in the order of the rows."""
        return tuple(self._actions.values())

    def enable_by_need(self, present: set[Need]) -> None:
        """Enable each action whose need is among `present`; undo and redo look after themselves."""
        for name, row in self._rows.items():
            if row.needs != "step":
                self.set_action_enabled(name, row.needs in present)

    def set_read_only(self, read_only: bool) -> None:
        """Keep what changes forms out of reach from now on, or no longer."""
        if read_only != self._read_only:
            self._read_only = read_only
            for row in ROWS:
                if row.changes:
                    self.set_action_enabled(row.name, enabled=False)

    def set_action_enabled(self, name: str, enabled: bool) -> None:
        """Enable one action, or disable it and say why."""
        row, action = self._rows[name], self._actions[name]
        is_barred = row.changes and self._read_only
        enabled = enabled and not is_barred
        parts = [translate_action_text(row.text).rstrip("…")]
        if row.tip:
            parts.append(translate_action_text(row.tip))
        if not enabled:
            parts.append(translate_action_text(_READ_ONLY if is_barred else _WHY[row.needs]))
        tip = "：".join((parts[0], "；".join(parts[1:]))) if parts[1:] else parts[0]
        action.setEnabled(enabled)
        action.setStatusTip(tip)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(tooltip_text(f"{tip}（{keys}）" if keys and enabled else tip))

    def set_action_checked(self, name: str, checked: bool) -> None:
        """Show that an action is chosen, or not, without doing its work."""
        action = self._actions[name]
        action.blockSignals(True)
        action.setChecked(checked)
        action.blockSignals(False)

    def show_icons(self, names: Iterable[str]) -> None:
        """Draw the icons of these actions; those in no visible place can wait until after the first paint."""
        for name in names:
            icon = self._rows[name].icon if name in self._rows else ""
            if icon:
                self._actions[name].setIcon(theme.icon(icon))

    def show_all_icons(self) -> None:
        """Draw the icons of all actions."""
        self.show_icons(self._rows)

    def connect_commands(self, *groups: object) -> None:
        """Connect each action with the method that is marked with its name; a checkable one passes on its state."""
        for group in groups:
            for name, method in marked_methods(group).items():
                action = self._actions[name]
                if action.isCheckable():
                    action.toggled.connect(method)
                else:
                    # Qt would hand `checked` to a method that takes an argument.
                    action.triggered.connect(lambda _checked=False, work=method: work())

    def connect_undo_stack(self, stack: QUndoStack) -> None:
        """Undo and redo say what they would take back, and are there when there is something."""
        for name, text, able, changed, told in (
            ("actionUndo", stack.undoText, stack.canUndo, stack.canUndoChanged, stack.undoTextChanged),
            ("actionRedo", stack.redoText, stack.canRedo, stack.canRedoChanged, stack.redoTextChanged),
        ):
            show = partial(self._update_undo_action, name, text, able)
            changed.connect(show)
            told.connect(show)
            show()

    def _update_undo_action(
        self, name: str, text: Callable[[], str], able: Callable[[], bool], _changed: object = None
    ) -> None:
        row, what = self._rows[name], text()
        self._actions[name].setText(f"{translate_action_text(row.text)} {what}".strip())
        self._actions[name].setIconText(translate_action_text(row.text))
        self.set_action_enabled(name, able())

    def _create_action(self, row: ActionRow) -> QAction:
        action = QAction(translate_action_text(row.text), self)
        action.setObjectName(row.name)
        action.setCheckable(row.checkable)
        action.setProperty(ICON_ONLY, row.icon_only)
        if row.keys:
            action.setShortcuts(QKeySequence.listFromString(row.keys))
        return action

    def _new_separator(self) -> QAction:
        line = QAction(self)
        line.setSeparator(True)
        return line


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


def add_toolbar(window: QMainWindow, actions: Actions) -> QToolBar:
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
    return bar


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
