"""Some forms of the ledger, or all: a list to tick, with a search."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.app.ports.forms import FormSummary
from selfeval_desktop.domain.form import look_alikes
from selfeval_desktop.ui.document import form_words
from selfeval_desktop.ui.kit.plain_text import PlainLabel, tooltip_text
from selfeval_desktop.ui.kit.widget_names import name_widget

_ID = Qt.ItemDataRole.UserRole
_UNIT = _ID + 1


@dataclass(frozen=True, slots=True)
class FormChooserInput:
    """The forms to choose among: `current` is the open one, `listed` are those that the window's list shows."""

    forms: Sequence[FormSummary]
    current: int | None = None
    listed: Sequence[int] = ()


class FormChooser(QWidget):
    """`changed` comes with every tick. A search hides lines and unticks nothing."""

    changed = Signal()

    def __init__(self, offer: FormChooserInput, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self._search = name_widget(QLineEdit(self), f"{name}Search", self.tr("查找表"))
        self._list = name_widget(QListWidget(self), name, self.tr("选择表"))
        self._count = name_widget(PlainLabel(self), f"{name}Count", self.tr("已选的表"))
        self._all = name_widget(QPushButton(self.tr("全选"), self), f"{name}All", self.tr("全选"))
        self._none = name_widget(QPushButton(self.tr("全不选"), self), f"{name}None", self.tr("全不选"))
        self._only = name_widget(QPushButton(self.tr("只选当前表"), self), f"{name}Current", self.tr("只选当前表"))
        listed = self.tr("只选左边列出的 {0} 张").format(len(offer.listed))
        self._listed = name_widget(QPushButton(listed, self), f"{name}Listed", listed)
        self._fill_list()
        self._lay_out()
        self._connect_signals()
        self._update_count()

    def ticked_form_ids(self) -> tuple[int, ...]:
        """The ids of the ticked forms, in the order of the list."""
        return tuple(item.data(_ID) for item in self._list_items() if item.checkState() is Qt.CheckState.Checked)

    def tick_forms(self, form_ids: Collection[int | None]) -> None:
        """Tick these forms and no others."""
        self._list.blockSignals(True)
        for item in self._list_items():
            wanted = item.data(_ID) in form_ids
            item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        self._list.blockSignals(False)
        self._update_count()

    def _list_items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _fill_list(self) -> None:
        for form in self._offer.forms:
            text = form.project_name or self.tr("（未填项目名称）")
            parts = (text, str(form.year or ""), self._print_obstacle(form))
            item = QListWidgetItem("  ".join(part for part in parts if part), self._list)
            item.setData(_ID, form.form_id)
            item.setData(_UNIT, form.unit)
            item.setToolTip(tooltip_text(form.unit))
            item.setCheckState(Qt.CheckState.Unchecked)

    def _print_obstacle(self, form: FormSummary) -> str:
        """What keeps the form from being printed without the 草稿 mark; "" when nothing does."""
        if form.errors:
            return self.tr("有错误")
        return form_words.unconfirmed_count_label(form.waiting) if form.waiting else ""

    def _lay_out(self) -> None:
        self._search.setPlaceholderText(self.tr("查找项目或单位…"))
        self._search.setClearButtonEnabled(True)
        self._count.setProperty("tone", "muted")
        self._only.setVisible(self._offer.current is not None)
        self._listed.setVisible(0 < len(self._offer.listed) < len(self._offer.forms))
        buttons = QGridLayout()
        for place, button in enumerate((self._all, self._none, self._only)):
            buttons.addWidget(button, 0, place)
        buttons.addWidget(self._listed, 1, 0, 1, 3)
        for button in (self._all, self._none, self._only, self._listed):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        column.addWidget(self._count)
        column.addLayout(buttons)

    def _connect_signals(self) -> None:
        self._search.textChanged.connect(self._filter_list)
        self._list.itemChanged.connect(self._update_count)
        self._all.clicked.connect(lambda: self.tick_forms({*self.ticked_form_ids(), *self._visible_form_ids()}))
        self._none.clicked.connect(lambda: self.tick_forms(set(self.ticked_form_ids()) - self._visible_form_ids()))
        self._only.clicked.connect(lambda: self.tick_forms({self._offer.current}))
        self._listed.clicked.connect(lambda: self.tick_forms(set(self._offer.listed)))

    def _visible_form_ids(self) -> set[int]:
        return {item.data(_ID) for item in self._list_items() if not item.isHidden()}

    def _filter_list(self, text: str) -> None:
        """Keep the lines whose project, year or unit has every word."""
        words = look_alikes.search_words(text)
        for item in self._list_items():
            line = look_alikes.search_line(item.text(), item.data(_UNIT))
            item.setHidden(not look_alikes.has_words(line, words))

    def _update_count(self) -> None:
        count = len(self.ticked_form_ids())
        self._count.setText(self.tr("已选 {0} 张，共 {1} 张").format(count, len(self._offer.forms)))
        self.changed.emit()
