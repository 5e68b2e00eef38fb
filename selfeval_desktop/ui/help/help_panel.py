"""The help panel: what belongs into the cell with the cursor, and how its value came about."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.ui.document.cell_explanation import CellExplanation, CellRemark
from selfeval_desktop.ui.help.keys_dialog import CellSign, SignLegend
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.plain_text import PlainLabel
from selfeval_desktop.ui.kit.widget_names import name_widget

TURNING_KEYS = (("Alt+PgDown", 1), ("Alt+PgUp", -1))
"""Turn the pages of a long text while the cursor stays in its cell."""
_ROOM_FOR_BOTH = 780
"""From this height on, in logical pixels, the list of forms stays in view above the help."""
_SLIDING = {
    1: QAbstractSlider.SliderAction.SliderPageStepAdd,
    -1: QAbstractSlider.SliderAction.SliderPageStepSub,
}


class HelpPanel(QFrame):
    """Shows the explanation of one cell; it never takes the keyboard by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_widget(self, "helpPanel", self.tr("填写说明"))
        self._explanation: CellExplanation | None = None
        self._scroll = name_widget(QScrollArea(self), "helpText", self.tr("填写说明"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button = name_widget(QToolButton(self), "helpClose", self.tr("关闭填写说明"))
        self.close_button.setIcon(theme.icon("clear"))
        self.close_button.setToolTip(self.tr("关闭（F1 或 Esc）"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for keys, way in TURNING_KEYS:
            turn = QShortcut(QKeySequence(keys), self)
            turn.activated.connect(lambda way=way: self._scroll.verticalScrollBar().triggerAction(_SLIDING[way]))
        self._lay_out()
        self._scroll.setWidget(_Page(None))
        self.hide()

    @property
    def cell_explanation(self) -> CellExplanation | None:
        """What is shown; None while the cursor is in no cell."""
        return self._explanation

    def show_explanation(self, explanation: CellExplanation | None) -> None:
        """Show the explanation of another cell from its beginning, or new figures of the same one where the text stood."""
        if explanation == self._explanation:
            return
        bar = self._scroll.verticalScrollBar()
        is_same = (
            explanation is not None and self._explanation is not None and explanation.place == self._explanation.place
        )
        kept = bar.value() if is_same else 0
        self._explanation = explanation
        self._scroll.setWidget(_Page(explanation))
        bar.setValue(kept)
        self.setAccessibleDescription(_spoken_explanation(explanation) if explanation else "")

    def _lay_out(self) -> None:
        title = PlainLabel(self.tr("填写说明（F1 关闭）"), self)
        theme.set_style_property(title, "tone", "muted")
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 4, 0)
        head.addWidget(title, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)


class SideColumn(QWidget):
    """The column at the left of the form: the list of forms, and the help in its place, on a high screen below it."""

    def __init__(self, forms: QWidget, help_panel: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forms, self._help_panel = forms, help_panel
        self._is_list_wanted = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(forms, 2)
        column.addWidget(help_panel, 3)

    @property
    def hides_list(self) -> bool:
        """Whether the help stands where the list of forms would."""
        return self._forms.isHidden()

    def show_help(self, shown: bool) -> None:
        """Show the help, or put it away."""
        self._help_panel.setVisible(shown)
        self._update_visibility()

    def show_list(self, shown: bool) -> None:
        """Show the list of forms where there is room for it, or put it away; without both the column is gone."""
        self._is_list_wanted = shown
        self._update_visibility()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_visibility()

    def _update_visibility(self) -> None:
        is_alone = self._help_panel.isHidden()
        self._forms.setVisible(self._is_list_wanted and (is_alone or self.height() >= _ROOM_FOR_BOTH))
        self.setVisible(self._is_list_wanted or not is_alone)


class _Page(QWidget):
    """An explanation from top to bottom; None says what the help is for."""

    def __init__(self, explanation: CellExplanation | None) -> None:
        super().__init__()
        self.setObjectName("helpPage")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 2, 10, 10)
        self._column.setSpacing(5)
        if explanation is None:
            self._add_text(self.tr("把光标放到表里的一格，这里就说明那一格填什么、怎样填。"))
        else:
            self._add_explanation(explanation)
        self._add_heading(self.tr("表格里的记号"))
        self._column.addWidget(SignLegend(2, self))
        self._column.addStretch(1)

    def _add_explanation(self, explanation: CellExplanation) -> None:
        theme.set_style_property(self._add_text(explanation.place), "tone", "heading")
        self._add_text(explanation.help.what)
        self._add_heading(self.tr("这一格现在"))
        self._add_remarks(explanation.remarks)
        if explanation.help.example:
            self._add_heading(self.tr("例"))
            self._add_text(explanation.help.example)
        if explanation.help.looks_for:
            self._add_heading(self.tr("检查时看"))
            for sentence in explanation.help.looks_for:
                self._add_text(f"· {sentence}")

    def _add_text(self, text: str) -> QLabel:
        label = _wrapped_label(text, self)
        self._column.addWidget(label)
        return label

    def _add_heading(self, text: str) -> None:
        self._column.addSpacing(4)
        theme.set_style_property(self._add_text(text), "tone", "accent")

    def _add_remarks(self, remarks: Iterable[CellRemark]) -> None:
        for remark in remarks:
            row = QHBoxLayout()
            row.setSpacing(7)
            row.addWidget(CellSign(remark.sample, self), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(_wrapped_label(remark.text, self), 1)
            self._column.addLayout(row)


def _wrapped_label(text: str, parent: QWidget) -> QLabel:
    label = PlainLabel(parent)
    label.setWordWrap(True)
    label.setText(text)
    return label


def _spoken_explanation(explanation: CellExplanation) -> str:
    """The whole explanation as one text, for a screen reader."""
    told = (remark.text for remark in explanation.remarks)
    return "，".join(
        (
            explanation.place,
            explanation.help.what,
            *told,
            explanation.help.example,
            *explanation.help.looks_for,
        )
    )
