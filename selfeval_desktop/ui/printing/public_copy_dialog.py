"""The dialog 公开版: which cells and words of a form are masked in its public copy."""

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from selfeval_desktop.domain.form import look_alikes
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.layout import masking
from selfeval_desktop.domain.layout.captions import CellCaption, find_cell_captions
from selfeval_desktop.domain.layout.masking import Masks
from selfeval_desktop.domain.layout.sheet import Sheet, SheetCell
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.plain_text import PlainLabel, tooltip_text
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.printing.derived_printout_dialog import DocumentDialog

_CELL = Qt.ItemDataRole.UserRole
_MOST_TOLD = 3
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@dataclass(frozen=True, slots=True)
class ChosenMasking:
    """What was masked last: cells by addresses that hold when rows are moved, and the line of words."""

    cells: frozenset[str]
    words: str


class PublicCopyDialog(DocumentDialog):
    """Proposes the phone and identity numbers it finds, and warns of masked texts that other cells still show."""

    def __init__(
        self, sheet: Sheet, form: Form, last: ChosenMasking | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("publicCopyDialog", self.tr("公开版"), parent)
        self._sheet, self._form = sheet, form
        self._captions = find_cell_captions(sheet)
        self._search = name_widget(QLineEdit(self), "publicSearch", self.tr("查找单元格"))
        self._tree = name_widget(QTreeWidget(self), "publicCells", self.tr("要涂去的单元格"))
        self._words = name_widget(QLineEdit(self), "publicWords", self.tr("涂去的词"))
        self._warning = name_widget(PlainLabel(self), "publicWarning", self.tr("提醒"))
        self._everywhere = name_widget(QPushButton(self.tr("一并涂去"), self), "publicEverywhere", self.tr("一并涂去"))
        self._groups: dict[str, QTreeWidgetItem] = {}
        self._items: list[QTreeWidgetItem] = []
        self._fill_cells(last.cells if last else frozenset())
        self._words.setText(last.words if last else "、".join(self._proposed_words()))
        self._lay_out()
        self._connect_signals()
        self._filter_cells("")
        self._update_note()

    def chosen_masks(self) -> Masks:
        """The cells by their positions on the sheet, and the words, to be masked."""
        spots = frozenset(masking.cell_position(_cell_of_item(item)) for item in self._items if _is_checked(item))
        return Masks(spots, masking.words_in(self._words.text()))

    def chosen_masking(self) -> ChosenMasking:
        """The same by addresses in the form, to begin with next time."""
        cells = (self._cell_address(_cell_of_item(item)) for item in self._items if _is_checked(item))
        return ChosenMasking(frozenset(cells), self._words.text())

    def _proposed_words(self) -> list[str]:
        found = (
            number
            for cell in masking.maskable_cells(self._sheet)
            if cell.number is None
            for number in masking.personal_numbers(cell.text)
        )
        return list(dict.fromkeys("".join(number.split()) for number in found))

    def _cell_address(self, cell: SheetCell) -> str:
        field = cell.field
        assert field is not None
        row = field.row if not isinstance(field.row, int) else self._form.indicators[field.row].key
        return f"{field.part}.{row}.{field.column}.{cell.column}"

    def _fill_cells(self, checked: frozenset[str]) -> None:
        groups = {
            "head": self.tr("项目"),
            "funds": self.tr("资金"),
            "goals": self.tr("目标"),
            "indicators": self.tr("指标"),
        }
        self._groups = {part: self._add_group(text) for part, text in groups.items()}
        for cell in masking.maskable_cells(self._sheet):
            item = QTreeWidgetItem(self._groups[_cell_part(cell)], [self._cell_name(cell), " ".join(cell.text.split())])
            item.setData(0, _CELL, cell)
            item.setToolTip(1, tooltip_text(cell.text))
            item.setCheckState(0, _CHECKED if self._cell_address(cell) in checked else _UNCHECKED)
            self._items.append(item)

    def _add_group(self, text: str) -> QTreeWidgetItem:
        top = QTreeWidgetItem(self._tree, [text])
        top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
        top.setExpanded(True)
        return top

    def _cell_name(self, cell: SheetCell) -> str:
        """The cell's name in the words of the paper."""
        caption = self._captions.get(masking.cell_position(cell), CellCaption("", ""))
        row = cell.field.row if cell.field is not None else None
        number = self.tr("第 {0} 行").format(row + 1) if isinstance(row, int) else ""
        return " · ".join(part for part in (number, caption.label, caption.heading) if part)

    def _lay_out(self) -> None:
        self._tree.setHeaderLabels([self.tr("位置"), self.tr("内容")])
        self._tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._tree.setUniformRowHeights(True)
        self._tree.setMinimumHeight(120)
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self._search.setPlaceholderText(self.tr("查找：输入位置或内容"))
        self._search.setClearButtonEnabled(True)
        self._words.setPlaceholderText(self.tr("姓名、电话等，用顿号或空格分开"))
        self._warning.setWordWrap(True)
        theme.set_style_property(self._warning, "tone", "warning")
        words = QHBoxLayout()
        words.addWidget(PlainLabel(self.tr("涂去的词"), self))
        words.addWidget(self._words, 1)
        warning = QHBoxLayout()
        warning.addWidget(self._warning, 1)
        warning.addWidget(self._everywhere, 0, Qt.AlignmentFlag.AlignTop)
        hint = self.tr("勾选不公开的单元格。涂去的地方一律印成 {0}，不带校验码和签字行。")
        self.add_text(hint.format(masking.MASK))
        self.add_part(self._search)
        self.add_part(self._tree, 1)
        self.add_part(words)
        self.add_part(warning)
        self.add_document_note()
        self.start_with_size(760, 470)

    def _connect_signals(self) -> None:
        # A ticked group ticks its cells one by one: update once after all of them.
        self._ticked = QTimer(self, singleShot=True, interval=0)
        self._ticked.timeout.connect(self._update_note)
        self._tree.itemChanged.connect(self._ticked.start)
        self._words.textChanged.connect(self._update_note)
        self._search.textChanged.connect(self._filter_cells)
        self._everywhere.clicked.connect(self._mask_everywhere)

    def _filter_cells(self, text: str) -> None:
        """Show the cells whose place or content has every word of the text."""
        words, shown = look_alikes.search_words(text), set()
        for item in self._items:
            line = look_alikes.search_line(item.text(0), _cell_of_item(item).text)
            is_wanted = look_alikes.has_words(line, words)
            item.setHidden(not is_wanted)
            shown |= {_cell_part(_cell_of_item(item))} if is_wanted else set()
        for part, top in self._groups.items():
            top.setHidden(part not in shown)

    def _mask_everywhere(self) -> None:
        """Mask the warned-of texts everywhere: as words where they can be words, figures and others by their cells."""
        words = dict.fromkeys(masking.words_in(self._words.text()))
        items = {masking.cell_position(_cell_of_item(item)): item for item in self._items}
        for each in masking.find_revealed_texts(self._sheet, self.chosen_masks()):
            plain, item = "".join(each.text.split()), items.get(each.spot)
            is_figure = item is not None and _cell_of_item(item).number is not None
            if masking.words_in(plain) == (plain,) and not is_figure:
                words[plain] = None
            elif item is not None:
                item.setCheckState(0, _CHECKED)
        self._words.setText("、".join(words))

    def _update_note(self) -> None:
        """Count masked cells and words; words of one character, or found nowhere, are warned of."""
        masks = self.chosen_masks()
        self._update_warning(masks)
        short = [word for word in masks.words if masking.is_too_short(word)]
        places = masking.word_count(self._sheet, masks)
        unknown = [word for word in masks.words if not masking.word_count(self._sheet, Masks(words=(word,)))]
        self.enable_outputs(not short)
        if short:
            self.show_note(self.tr("“{0}”只有一个字，会涂掉别的内容，请写全。").format("、".join(short)), "error")
            return
        text = self.tr("将涂去 {0} 格，另有 {1} 处词语。").format(len(masks.cells), places)
        if unknown:
            text += self.tr("没有找到“{0}”。").format("、".join(unknown))
        self.show_note(text, "warning" if unknown else "muted")

    def _update_warning(self, masks: Masks) -> None:
        """Say where the text of a masked cell can still be read."""
        shown = masking.find_revealed_texts(self._sheet, masks)
        names = Counter(self._spot_name(each.spot) for each in shown)
        told = "、".join(list(names)[:_MOST_TOLD])
        text = self.tr("涂去的内容在别处还看得到：{0}").format(told) if shown else ""
        if len(names) > _MOST_TOLD:
            text += self.tr("等 {0} 处").format(len(names))
        self._warning.setText(text)
        self._warning.setVisible(bool(shown))
        self._everywhere.setVisible(bool(shown))

    def _spot_name(self, spot: masking.CellPosition) -> str:
        cell = next(cell for cell in self._sheet.cells if masking.cell_position(cell) == spot)
        return self._cell_name(cell) or cell.text


def _cell_of_item(item: QTreeWidgetItem) -> SheetCell:
    cell = item.data(0, _CELL)
    assert isinstance(cell, SheetCell)
    return cell


def _is_checked(item: QTreeWidgetItem) -> bool:
    return item.checkState(0) is _CHECKED


def _cell_part(cell: SheetCell) -> str:
    """The group of the list; the execution score stands among the funds."""
    assert cell.field is not None
    return "funds" if cell.field == FieldRef.head("execution_score") else cell.field.part
