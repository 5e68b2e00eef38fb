"""The page 资金: the funds table, and below it what only this template asks for."""

from itertools import pairwise

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QVBoxLayout, QWidget

from selfeval_desktop.app.ledger.session import FormSession, FormState
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.ui.document import calculation_words
from selfeval_desktop.ui.document.cell_pages import FUNDS_TAB
from selfeval_desktop.ui.document.form_page import FormPage
from selfeval_desktop.ui.document.funds_model import FundsModel
from selfeval_desktop.ui.filling.cell_editors import AmountDelegate, ShortTextDelegate
from selfeval_desktop.ui.filling.further_fields import FurtherFields, SignatureRow
from selfeval_desktop.ui.filling.grid import Grid
from selfeval_desktop.ui.kit import theme

_ROW_HEIGHT = 30
_FEWEST_ROWS = 1
_NARROWEST = 48
_ROOMY = 240
"""Below this height, in logical pixels, the note is hidden to leave the table its room."""


class FundsTab(FormPage):
    """Amounts, rate and execution score."""

    def __init__(self, session: FormSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(FUNDS_TAB)
        self._session = session
        self._template: Template | None = None
        self.model = FundsModel(session, self)
        self.table = Grid(self.model, self)
        self.signature = SignatureRow(session, self)
        self._note = QLabel(self)
        self.further = FurtherFields(session, self)
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.model.modelReset.connect(self._fit_table_height)
        session.add_listener(self._show_form)
        self._show_form(session.state)

    def commit_editor(self) -> None:
        """Take what an open cell editor holds into the form."""
        self.table.commit_editor()

    def show_field(self, field: FieldRef) -> bool:
        """Go to a cell of the table or to one of the further fields; False when it is neither."""
        parts = (self.further, self.signature, self.table)
        return any(part.show_field(field) for part in parts)

    def current_field(self) -> FieldRef | None:
        """The field with the cursor, else the current cell of the table."""
        return self.further.current_field() or self.signature.current_field() or self.table.current_field()

    def show_signature(self, *, printed: bool) -> None:
        """Show the boxes of the line for signatures while that line is printed."""
        state = self._session.state
        if state is not None:
            self.signature.show_cells(state, printed=printed)
            self._set_tab_order()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen the note, which the tooltips have too, and the margins give their room to the rows."""
        super().resizeEvent(event)
        roomy = event.size().height() >= theme.scaled_length(_ROOMY)
        self._note.setVisible(roomy)
        self._column.setContentsMargins(10, 8 if roomy else 3, 10, 10 if roomy else 4)
        self._column.setSpacing(8 if roomy else 4)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_table_height()

    def _lay_out(self) -> None:
        self.table.setObjectName("fundsTable")
        self.table.setAccessibleName(self.tr("资金"))
        self.table.horizontalHeader().setMinimumSectionSize(_NARROWEST)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._amounts, self._texts = AmountDelegate(self.table), ShortTextDelegate(self.table)
        self.table.setItemDelegate(self._amounts)
        self._note.setWordWrap(True)
        theme.set_style_property(self._note, "tone", "muted")
        self._column.addWidget(self._note)
        self._column.addWidget(self.table, 100)
        self._column.addWidget(self.further)
        self._column.addWidget(self.signature)
        self._column.addStretch(1)
        self._fit_table_height()

    def _fit_table_height(self) -> None:
        """As tall as its rows; on a low screen the table scrolls."""
        head = self.table.horizontalHeader().sizeHint().height() + 2 * self.table.frameWidth()
        height = theme.scaled_length(_ROW_HEIGHT)
        self.table.verticalHeader().setDefaultSectionSize(height)
        self.table.setMinimumHeight(head + _FEWEST_ROWS * height)
        self.table.setMaximumHeight(head + max(_FEWEST_ROWS, self.model.rowCount()) * height)
        state = self._session.state
        columns = state.template.funds.columns if state else ()
        has_texts = any(column.kind == "text" for column in columns)
        for place, column in enumerate(columns):
            wide = column.kind == ("text" if has_texts else "amount")
            mode = QHeaderView.ResizeMode.Stretch if wide else QHeaderView.ResizeMode.ResizeToContents
            self.table.horizontalHeader().setSectionResizeMode(place, mode)
            texts = column.kind == "text"
            self.table.setItemDelegateForColumn(place, self._texts if texts else self._amounts)

    def _show_form(self, state: FormState | None) -> None:
        if state is None:
            self._note.clear()
            return
        note = (
            self.tr(
                "金额单位：{unit}　灰底由程序计算，可以改填，清空后恢复：合计 = 各项之和，{rate}，得分 = 执行率 × 分值（最高不超过分值）"
            )
            if state.template.funds.part_rows
            else self.tr(
                "金额单位：{unit}　灰底由程序计算：{rate}，得分 = 执行率 × 分值（最高不超过分值），得分可以改填"
            )
        )
        self._note.setText(
            note.format(unit=state.form.money_unit, rate=calculation_words.rate_rule(state.template))
        )
        if state.template is not self._template:
            self._template = state.template
            self.further.show_fields(state.template)
            self._set_tab_order()

    def _set_tab_order(self) -> None:
        """Tab goes from the table through the boxes below it."""
        for before, box in pairwise(
            (self.table, *self.further.shown_boxes(), *self.signature.signature_boxes())
        ):
            self.setTabOrder(before, box)
