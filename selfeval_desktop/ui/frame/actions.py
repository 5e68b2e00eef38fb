"""Everything the user can set off from menus, toolbar and keys, made from one tuple of rows."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence, QUndoStack

from selfeval_desktop.ui.frame.menu_table import ROWS, ActionRow, Need
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.commands import ICON_ONLY, marked_methods
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP

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
        action.setToolTip(f"{tip}（{keys}）" if keys and enabled else tip)

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
        """Give each action the method that is marked with its name; one that can be checked tells whether it is."""
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
