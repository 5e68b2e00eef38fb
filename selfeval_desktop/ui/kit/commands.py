"""Commands: the methods that actions call are marked with the name of their action, and found by it."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.widget_names import name_widget

ICON_ONLY = "iconOnly"
"""A property of an action that needs no words in a toolbar."""
_MARKS = "_selfeval_actions"
Method = TypeVar("Method", bound=Callable[..., object])


def does(action: str, *arguments: object) -> Callable[[Method], Method]:
    """Mark a method as the work of an action; `arguments` are handed to it. One method may do several actions."""

    def mark(method: Method) -> Method:
        setattr(method, _MARKS, {**getattr(method, _MARKS, {}), action: arguments})
        return method

    return mark


def marked_methods(commands: object) -> dict[str, Callable[..., object]]:
    """The marked methods of an object, bound, by the names of their actions."""
    return {
        action: partial(getattr(commands, name), *arguments) if arguments else getattr(commands, name)
        for name, marks in _marks_of_class(type(commands))
        for action, arguments in marks.items()
    }


def _marks_of_class(kind: type) -> Iterator[tuple[str, dict[str, tuple[object, ...]]]]:
    for each in kind.__mro__:
        for name, member in vars(each).items():
            if marks := getattr(member, _MARKS, None):
                yield name, marks


def make_big_button(action: QAction, parent: QWidget) -> QToolButton:
    """A button for an action where little else is to be done; Tab reaches it."""
    name = f"start_{action.objectName()}"
    button = name_widget(QToolButton(parent), name, action.text())
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(theme.ICON_SIZE)
    button.setProperty("big", True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def limit_shortcuts_to_page(page: QWidget, actions: Iterable[QAction]) -> None:
    """Let the keys of these actions work on that page only."""
    for action in actions:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        page.addAction(action)
