"""The right side of the page: the open form with its problems below, or what to do without one."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from selfeval_desktop.app.ledger.session import ShowForm
from selfeval_desktop.app.ports.session import UndoableStep
from selfeval_desktop.domain.over_time.differences import changed_cells
from selfeval_desktop.ui.checking.problem_list import ProblemList
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.frame import menu_table
from selfeval_desktop.ui.frame.actions import Actions
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.commands import does, limit_shortcuts_to_page, make_big_button
from selfeval_desktop.ui.kit.message_bar import FocusReturn
from selfeval_desktop.ui.kit.plain_text import PlainLabel
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.kit.window_room import WindowRoom
from selfeval_desktop.ui.printing.preview_tab import PreviewTab
from selfeval_desktop.ui.safety.access_watch import make_access_bar

_LOWEST_LIST = 40
_BELOW_LIST = 6
_FEW_PROBLEMS = 2
"""How many lines of the problem list are shown at least when it is opened."""


class WorkArea(QWidget):
    """`access_bar` stands above all and says what is to be known of the ledger's file.

    `splitter` divides the height between the form and its problems. `page` is where the work area stands, beside the
    list of forms: the keyboard comes back from there to where it was in the form.
    """

    def __init__(self, document: Document, page: QWidget) -> None:
        super().__init__(page)
        self._document, self._page = document, page
        self.preview = PreviewTab(document.session, document.form_pages, self)
        self.workspace = Workspace(document, self.preview, self)
        self.problems = ProblemList(document.session, self)
        document.autosave.watch_widget(self.workspace)
        self._hint = name_widget(PlainLabel(self), "emptyLedger", self.tr("没有自评表"))
        self._hint.setText(
            self.tr(
                "这个台账还没有自评表。按 Ctrl+N 新建，用“导入”从文件读入，或复制整张表后按 Ctrl+Shift+V 粘贴；"
                "也可以把文件拖到这里。"
            )
        )
        self._empty = QWidget(self)
        self.access_bar = make_access_bar(self)
        self._focus_return = FocusReturn()
        self._room = WindowRoom()
        self._shows_problems = True
        self._lay_out(page.window().height())
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._remember_focus)
        document.steps.moved.connect(self._show_changed_cell)
        document.paperChanged.connect(self.preview.redraw_pages)
        self.workspace.tabs.currentChanged.connect(self._fold_problems)
        self.problems.foldAsked.connect(self._choose_fold)
        self.preview.fieldChosen.connect(self.workspace.show_field)
        self.preview.inViewWanted.connect(self.workspace.show_preview)

    def set_actions(self, actions: Actions) -> None:
        """What can be done with rows, cells and problems: in their menus, and by keys that work there only."""
        indicators, funds = self.workspace.indicators, self.workspace.funds
        for action in actions.named(menu_table.EMPTY_LEDGER):
            self._ways.addWidget(make_big_button(action, self._empty))
        self.workspace.head_place.set_list_action(actions["actionFormList"])
        clipboard = actions.named(menu_table.CLIPBOARD)
        for table in (indicators.table, funds.table):
            limit_shortcuts_to_page(table, clipboard)
            table.addActions(actions.named([menu_table.SEPARATOR]))
        indicators.table.handles.addActions(actions.named(menu_table.HANDLE_MENU))
        indicators.table.handles.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        indicators.set_row_actions(actions.named(menu_table.ROW_ACTIONS))
        self.problems.set_actions(actions["actionExplain"], actions.named(menu_table.PROBLEM_MENU))
        indicators.table.addActions(actions.named(menu_table.ROW_PICKS))
        for table in (indicators.table, funds.table):
            table.addActions(actions.named(menu_table.CELL_MENU))
            table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        limit_shortcuts_to_page(indicators, actions.named(menu_table.ROW_KEYS))
        limit_shortcuts_to_page(self.preview, actions.named(menu_table.ZOOMS))

    def show_form_or_hint(self, *, has_form: bool, has_forms: bool) -> None:
        """Show the open form, or what to do where the ledger has none; none may be open though it has some."""
        had_form = self.splitter.isEnabled()
        self.splitter.setEnabled(has_form)
        self._pages.setCurrentWidget(self.splitter if has_form or has_forms else self._empty)
        if has_form and not had_form:
            # Its boxes hear of the form later than this.
            QTimer.singleShot(0, self, self._return_focus)

    @does("actionProblems")
    def show_problem_list(self, shown: bool) -> None:
        """Show the problem list below the form, or put it away."""
        self._shows_problems = shown
        self._choose_fold(False)

    def fit_to(self, room: WindowRoom) -> None:
        """Fold head and problem list where the window is low, and unfold them where there is room again."""
        self.workspace.fit_to(room)
        if room != self._room:
            self._room = room
            self._fold_problems()
            # Once more when the parts have the heights that the window gives them.
            QTimer.singleShot(0, self, self._share_height)

    def remember_list_height(self) -> None:
        """Give an unfolded list the height that it has now; a low window has no room for what was chosen."""
        if not self.problems.is_folded and not self._room.low:
            self._list_height = self.splitter.sizes()[1]

    def unfold_problems(self) -> None:
        """Give the list its height back, before the heights are remembered."""
        self._choose_fold(False)

    def _fold_problems(self) -> None:
        """Of itself the list is one line where the window is low, and below the preview, which needs the height."""
        self._choose_fold(self._room.low or self.workspace.tabs.currentWidget() is self.preview)

    def _choose_fold(self, folded: bool) -> None:
        """Fold the list, or give it back the height that it had; in the lowest window a folded one is not shown."""
        was_folded = self.problems.is_folded
        self.problems.fold_list(folded)
        self._lower.setVisible(self._shows_problems and not (folded and self._room.lowest))
        policy = QSizePolicy.Policy
        self._lower.setSizePolicy(policy.Preferred, policy.Fixed if folded else policy.Preferred)
        if folded or was_folded:
            self._share_height()

    def _share_height(self) -> None:
        """A folded list has the height of its head line, an unfolded one what it had before."""
        height = self.problems.minimumSizeHint().height() + _BELOW_LIST
        if not self.problems.is_folded:
            height = max(self._list_height, self.problems.height_of(_FEW_PROBLEMS) + _BELOW_LIST)
        self.splitter.setSizes([self.splitter.height() - height, height])

    def _lay_out(self, window_height: int) -> None:
        self._lower = QWidget(self)
        lower = QVBoxLayout(self._lower)
        lower.setContentsMargins(10, 0, 10, _BELOW_LIST)
        lower.addWidget(self.problems)
        self.problems.view.setMinimumHeight(_LOWEST_LIST)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.addWidget(self.workspace)
        self.splitter.addWidget(self._lower)
        self.splitter.setStretchFactor(0, 1)
        self._list_height = window_height // 6
        self.splitter.setSizes([window_height - self._list_height, self._list_height])
        self.splitter.splitterMoved.connect(self.remember_list_height)
        self.splitter.setChildrenCollapsible(False)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        theme.set_style_property(self._hint, "tone", "muted")
        self._ways = QHBoxLayout()
        self._ways.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._ways.setSpacing(16)
        middle = QVBoxLayout(self._empty)
        middle.addStretch(1)
        middle.addLayout(self._ways)
        middle.addSpacing(16)
        middle.addWidget(self._hint)
        middle.addStretch(2)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.splitter)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.access_bar)
        column.addWidget(self._pages, 1)

    def _remember_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Where the keyboard is in the open form; without one it goes from box to box as these are disabled."""
        if self._document.form is not None and now is not None and self.splitter.isAncestorOf(now):
            self._focus_return = FocusReturn()

    def _return_focus(self) -> None:
        """The keyboard comes back with the next form, unless it has gone elsewhere in the work."""
        focused = QApplication.focusWidget()
        if focused is None or not self._page.isAncestorOf(focused):
            self._focus_return.restore_focus()

    def _show_changed_cell(self, step: UndoableStep) -> None:
        """Undo and redo show what they changed."""
        state = self._document.form
        if isinstance(step, ShowForm) and state is not None:
            other = step.before if state.form.same_as(step.after) else step.after
            field = next(iter(changed_cells(other, state.form)), None)
            if field is not None:
                self.workspace.show_field(field)
