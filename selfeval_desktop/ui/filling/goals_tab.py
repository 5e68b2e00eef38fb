"""The page 目标: what was expected and what was done, side by side, and the other long texts of the template."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from selfeval_desktop.app.ledger.session import FormSession, FormState
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.ui.document.form_page import GOALS_TAB, FormPage
from selfeval_desktop.ui.document.print_layout_watch import PrintLayoutWatch
from selfeval_desktop.ui.filling.bound import TextBox
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.labels import FittingLabel
from selfeval_desktop.ui.kit.plain_text import PlainLabel
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording import cell_names

_LINES = 4


class TextColumn(QWidget):
    """The text of one cell, as large as there is room, with its name, its facts, its buttons and its findings."""

    tidyAsked = Signal(object)
    """The user wants the text of that field tidied."""
    expandAsked = Signal(object)
    """The user wants the text of that field in a large window."""

    def __init__(
        self,
        session: FormSession,
        field: FieldRef,
        name: str,
        printed: PrintLayoutWatch,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.box = TextBox(session, field, "", self)
        self.box.setObjectName(name)
        self.box.setMinimumHeight(_LINES * self.box.fontMetrics().lineSpacing())
        self._heading = PlainLabel(self)
        self._heading.setBuddy(self.box)
        theme.set_style_property(self._heading, "tone", "heading")
        self._tidy = self._make_button(f"{name}Tidy")
        self._tidy.setText(self.tr("整理…"))
        self._tidy.setToolTip(self.tr("去掉粘贴带来的空格、换行和重复标点"))
        self._tidy.clicked.connect(lambda: self.tidyAsked.emit(field))
        self._expand = self._make_button(f"{name}Expand")
        self._expand.setIcon(theme.icon("expand", "muted"))
        self._expand.setToolTip(self.tr("在大窗口里编辑（F4）"))
        self._expand.clicked.connect(lambda: self.expandAsked.emit(field))
        self._lay_out(printed)
        session.add_listener(lambda _state: self._tidy.setEnabled(not session.read_only))

    def set_title(self, title: str, *, required: bool) -> None:
        """Name the text as the template of the open form does."""
        self._heading.setText(title)
        self.box.setAccessibleName(title)
        self.box.setPlaceholderText(self.tr("必填") if required else "")
        self._tidy.setAccessibleName(self.tr("整理{title}").format(title=title))
        self._expand.setAccessibleName(self.tr("展开编辑{title}").format(title=title))

    def _lay_out(self, printed: PrintLayoutWatch) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._heading)
        head.addSpacing(6)
        head.addWidget(TextFacts(self.box, printed, self), 1)
        head.addWidget(self._tidy)
        head.addWidget(self._expand)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.box, 1)
        column.addWidget(TextFindings(self.box, self))

    def _make_button(self, name: str) -> QToolButton:
        """A small button that Tab passes over: its work has a key."""
        button = name_widget(QToolButton(self), name, name)
        button.setAutoRaise(True)
        button.setIconSize(theme.SMALL_ICON_SIZE)
        theme.set_style_property(button, "tight", "yes")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button


class TextFacts(FittingLabel):
    """The number of characters, and, after a pause in typing, of the lines on paper."""

    def __init__(self, box: TextBox, printed: PrintLayoutWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box, self._printed = box, printed
        self.setObjectName(f"{box.objectName()}Facts")
        self.setAccessibleName(self.tr("字数和打印"))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        theme.set_style_property(self, "tone", "muted")
        box.document().contentsChanged.connect(self._show_facts)
        printed.changed.connect(self._show_facts)
        self._show_facts()

    def _show_facts(self) -> None:
        characters = len("".join(self._box.toPlainText().split()))
        self.show_texts(self._printed.printed_text_facts(self._box.binding.field, characters))


class TextFindings(QWidget):
    """The sign and the sentences of the findings in a text; hidden without any. Wraps, or is cut to one line."""

    def __init__(self, box: TextBox, parent: QWidget | None = None, *, wraps: bool = False) -> None:
        super().__init__(parent)
        self._box = box
        self._sign = PlainLabel(self)
        self._words = PlainLabel(self) if wraps else FittingLabel(self)
        self._words.setWordWrap(wraps)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        box.marked.connect(self._show_findings)
        self._show_findings()

    def _show_findings(self) -> None:
        severity, text = self._box.text_remark
        self._words.setText(text)
        self.setVisible(bool(text))
        if text:
            icon = theme.severity_icon(severity) if severity else theme.icon("note", "muted")
            self._sign.setPixmap(icon.pixmap(theme.MARK_SIZE))
        theme.set_style_property(self._words, "tone", severity or "")


_GOALS = {FieldRef.goal("expected"): "goalExpected", FieldRef.goal("actual"): "goalActual"}
_SIDE_BY_SIDE = 2


class GoalsTab(FormPage):
    """Large texts, each with the number of its characters and of the lines that it prints on."""

    tidyAsked = Signal(object)
    """The user wants the text of that field tidied."""
    expandAsked = Signal(object)
    """The user wants the text of that field in a large window."""

    def __init__(self, session: FormSession, printed: PrintLayoutWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(GOALS_TAB)
        self._session, self._printed = session, printed
        self._template: Template | None = None
        self._page = QWidget(self)
        self._grid = QGridLayout(self._page)
        self._columns = {field: self._make_text_column(field, name) for field, name in _GOALS.items()}
        self._lay_out()
        self._place_columns(self._columns)
        session.add_listener(self._show_form)
        self._show_form(session.state)
        printed.add_viewer(self)

    def show_field(self, field: FieldRef) -> bool:
        """Put the cursor into that text; False when it is none of those shown."""
        column = self._columns.get(field)
        if column is None or column.isHidden():
            return False
        column.box.setFocus()
        self._scroll.ensureWidgetVisible(column)
        return True

    def current_field(self) -> FieldRef | None:
        """The text with the cursor."""
        return next((field for field, column in self._columns.items() if column.box.hasFocus()), None)

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(10, 8, 10, 10)
        self._grid.setSpacing(12)
        for place in range(_SIDE_BY_SIDE):
            # Both are equally wide, whatever stands above the texts.
            self._grid.setColumnStretch(place, 1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._page)
        for ground in (self._page, self._scroll.viewport()):
            # The page of the tabs shows through.
            ground.setAutoFillBackground(False)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._scroll)

    def _make_text_column(self, field: FieldRef, name: str) -> TextColumn:
        column = TextColumn(self._session, field, name, self._printed, self._page)
        column.set_title(cell_names.cell_name(field), required=True)
        column.tidyAsked.connect(self.tidyAsked)
        column.expandAsked.connect(self.expandAsked)
        return column

    def _show_form(self, state: FormState | None) -> None:
        if state is None or state.template is self._template:
            return
        self._template = state.template
        wanted = {FieldRef.goal(column.key): True for column in state.template.goals.columns}
        wanted |= {
            FieldRef.head(further.key, extra=True): further.required
            for further in state.template.fields
            if further.kind == "text"
        }
        for field, required in wanted.items():
            if field not in self._columns:
                self._columns[field] = self._make_text_column(field, str(field))
            self._columns[field].set_title(cell_names.cell_name(field, state.template), required=required)
        self._place_columns(wanted)

    def _place_columns(self, wanted: Iterable[FieldRef]) -> None:
        """Show these texts two by two, a single last one across both columns; Tab goes through them in that order."""
        for column in self._columns.values():
            self._grid.removeWidget(column)
            column.hide()
        shown = [self._columns[field] for field in wanted]
        for place, column in enumerate(shown):
            row, column_number = divmod(place, _SIDE_BY_SIDE)
            is_alone = not column_number and place + 1 == len(shown)
            self._grid.addWidget(column, row, column_number, 1, _SIDE_BY_SIDE if is_alone else 1)
            column.show()
        for before, column in pairwise(shown):
            self.setTabOrder(before.box, column.box)
        if shown:
            self.setFocusProxy(shown[0].box)
