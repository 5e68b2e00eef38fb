"""The funds table: as tall as its rows, and no amount is ever cut off."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from selfeval_desktop.domain.form.template import Column
from selfeval_desktop.ui.document.funds_model import FundsModel
from selfeval_desktop.ui.filling.cell_editors import AmountDelegate, ShortTextDelegate
from selfeval_desktop.ui.filling.grid import Grid
from selfeval_desktop.ui.kit import theme

_ROW_HEIGHT, _LOW_ROW_HEIGHT = 30, 23
_FEWEST_ROWS = 1
_NARROWEST = 48


class FundsGrid(Grid):
    """Columns share the width that they do not need; where it is short the table scrolls sideways."""

    def __init__(self, model: FundsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._columns: tuple[Column, ...] = ()
        self._is_low = False
        self._amounts, self._texts = AmountDelegate(self), ShortTextDelegate(self)
        self.setItemDelegate(self._amounts)
        self.horizontalHeader().setMinimumSectionSize(_NARROWEST)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.dataChanged.connect(self._fit_columns)
        self._fit_height()

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Set the editors and widths of the template's columns."""
        self._columns = columns
        for place, column in enumerate(columns):
            self.setItemDelegateForColumn(place, self._texts if column.kind == "text" else self._amounts)
        self._fit_height()
        self._fit_columns()

    def set_low(self, low: bool) -> None:
        """Make the rows as low as their texts allow, or as tall as they are usually."""
        self._is_low = low
        self._fit_height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_height()
            self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_height(self) -> None:
        """As tall as its rows; on a low screen the table scrolls."""
        head = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        height = theme.scaled_length(_LOW_ROW_HEIGHT if self._is_low else _ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(head + _FEWEST_ROWS * height)
        self.setMaximumHeight(head + max(_FEWEST_ROWS, self.model().rowCount()) * height)

    def _fit_columns(self) -> None:
        """Give each column its longest text; amounts, or texts where there are any, share the rest evenly."""
        head = self.horizontalHeader()
        needed = [
            max(self.sizeHintForColumn(place), head.sectionSizeHint(place), _NARROWEST)
            for place in range(self.model().columnCount())
        ]
        has_texts = any(column.kind == "text" for column in self._columns)
        wide = [
            place for place, column in enumerate(self._columns) if column.kind == ("text" if has_texts else "amount")
        ]
        if not wide or len(needed) != len(self._columns):
            return
        rest = self.viewport().width() - sum(needed)
        share = (rest + sum(needed[place] for place in wide)) // len(wide)
        is_even = all(needed[place] <= share for place in wide)
        for place in wide:
            needed[place] = share if is_even else needed[place] + max(0, rest) // len(wide)
        for place, width in enumerate(needed):
            head.resizeSection(place, width)
