"""The reporting units of a ledger: what is the same in all forms of a unit, typed once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.domain.form import texts
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import FurtherField
from selfeval_desktop.domain.form.units import (
    Unit,
    distinct_names,
    find_repeated_unit,
    find_unnamed_unit,
    plain_unit_name,
)
from selfeval_desktop.ui.document import form_words
from selfeval_desktop.ui.kit.inputs import LengthGuard, NameCompleter
from selfeval_desktop.ui.kit.plain_text import tooltip_text
from selfeval_desktop.ui.kit.task_dialog import ButtonRole, TaskDialog, add_row
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording import cell_names, errors

_NAME, _DEPARTMENT = FieldRef.head("unit"), FieldRef.head("department")


@dataclass(frozen=True, slots=True)
class UnitsInput:
    """The ledger's units, the further fields of a unit, and the names of units and departments in its forms.

    `known` finds the units of such names, with the fields that forms have for them.
    """

    units: Sequence[Unit]
    fields: Sequence[FurtherField]
    names: Sequence[str]
    departments: Sequence[str]
    known: Callable[[Sequence[str]], Sequence[Unit]]


class UnitsDialog(TaskDialog):
    """Closes once `keep` has stored the units. Cancelling after changes must be pressed twice."""

    def __init__(
        self, offer: UnitsInput, keep: Callable[[tuple[Unit, ...]], None], parent: QWidget | None = None
    ) -> None:
        super().__init__("unitsDialog", self.tr("单位"), parent)
        self._offer, self._keep = offer, keep
        self._units = list(offer.units)
        self._is_warned = False
        self._list = name_widget(QListWidget(self), "unitList", self.tr("单位"))
        self._boxes = {
            _NAME: self._make_box("unitName", cell_names.cell_name(_NAME)),
            _DEPARTMENT: self._make_box("unitDepartment", cell_names.cell_name(_DEPARTMENT)),
            **{
                FieldRef.head(each.key, extra=True): self._make_box(f"unit.{each.key}", each.label)
                for each in offer.fields
            },
        }
        self._add = self._make_button("unitAdd", self.tr("添加"), "Ctrl+N")
        self._remove = self._make_button("unitRemove", self.tr("删除"), "Ctrl+Shift+Del")
        self._up = self._make_button("unitUp", self.tr("上移"), "Alt+Up")
        self._down = self._make_button("unitDown", self.tr("下移"), "Alt+Down")
        self._from_forms = self.add_button("unitsFromForms", self.tr("从表中补充"), ButtonRole.ResetRole)
        self._from_forms.setAutoDefault(False)
        self._from_forms.setToolTip(self.tr("加上已有的表里填过、这里还没有的单位"))
        self._lay_out()
        self._connect_signals()
        self._list_units(0)
        if not self._units:
            self._add_unit()

    def units(self) -> tuple[Unit, ...]:
        """The units as they are now, without those of which nothing is typed."""
        return _tidied_units(self._units)

    def accept(self) -> None:
        self._units = [unit for unit in self._units if _tidied_units([unit])]
        self._list_units(self._list.currentRow())
        nameless, twice = find_unnamed_unit(self._units), find_repeated_unit(self._units)
        if nameless is not None:
            self._show_unit_fault(nameless, self.tr("第 {0} 个单位没有填名称。").format(nameless + 1))
        elif twice is not None:
            text = self.tr("“{0}”有两个，请改名或删除一个。").format(self._units[twice].name.strip())
            self._show_unit_fault(twice, text)
        elif self._try_to_save_units():
            super().accept()

    def reject(self) -> None:
        if self._is_warned or self.units() == _tidied_units(self._offer.units):
            super().reject()
            return
        self.show_note(self.tr("改动还没有保存。再取消一次，就放弃这些改动。"), "warning")
        self._is_warned = True

    def _make_box(self, name: str, label: str) -> QLineEdit:
        return name_widget(QLineEdit(self), name, label)

    def _make_button(self, name: str, text: str, keys: str) -> QPushButton:
        button = name_widget(QPushButton(text, self), name, text)
        button.setAutoDefault(False)
        # A button's own shortcut does its work only after a while, with the next keys before it.
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(button.click)
        button.setToolTip(tooltip_text(shortcut.key().toString(QKeySequence.SequenceFormat.NativeText)))
        return button

    def _lay_out(self) -> None:
        cells = QFormLayout()
        for box in self._boxes.values():
            add_row(cells, box.accessibleName(), box)
        self._boxes[_NAME].setPlaceholderText(self.tr("必填"))
        tools = QGridLayout()
        for place, button in enumerate((self._add, self._remove, self._up, self._down)):
            tools.addWidget(button, place // 2, place % 2)
        left = QVBoxLayout()
        left.addWidget(self._list, 1)
        left.addLayout(tools)
        halves = QHBoxLayout()
        halves.addLayout(left, 2)
        halves.addLayout(cells, 3)
        self.add_text(self.tr("新表填了实施单位，这里的内容就自动带出。已有的表不受影响。"), "muted")
        self.add_part(halves, 1)
        self.add_note("unitsNote")
        self.add_button("unitsKeep", self.tr("保存"), is_default=True)
        self.add_cancel()
        self.start_with_size(620, 380)

    def _connect_signals(self) -> None:
        self._list.currentRowChanged.connect(self._show_unit)
        for cell, box in self._boxes.items():
            LengthGuard(box, texts.max_length(cell), partial(self._refuse_long_text, cell))
            box.textChanged.connect(lambda text, cell=cell: self._set_unit_text(cell, text))
        departments = [*(unit.department for unit in self._offer.units), *self._offer.departments]
        NameCompleter(self._boxes[_DEPARTMENT]).offer_names(distinct_names(departments))
        self._add.clicked.connect(self._add_unit)
        self._remove.clicked.connect(self._remove_unit)
        self._up.clicked.connect(lambda: self._move_unit(-1))
        self._down.clicked.connect(lambda: self._move_unit(1))
        self._from_forms.clicked.connect(self._add_units_from_forms)

    def _list_units(self, current: int) -> None:
        """Show every unit in the list, and the one at `current`, or the last, in the boxes."""
        self._list.blockSignals(True)
        self._list.clear()
        self._list.addItems([self._unit_label(unit) for unit in self._units])
        self._list.setCurrentRow(max(0, min(current, len(self._units) - 1)))
        self._list.blockSignals(False)
        self._show_unit(self._list.currentRow())

    def _unit_label(self, unit: Unit) -> str:
        return unit.name.strip() or self.tr("（未填名称）")

    def _show_unit(self, row: int) -> None:
        there = 0 <= row < len(self._units)
        for cell, box in self._boxes.items():
            box.blockSignals(True)
            box.setText(_unit_text(self._units[row], cell) if there else "")
            box.setCursorPosition(0)
            box.blockSignals(False)
            box.setEnabled(there)
        self._show_tools()

    def _show_tools(self) -> None:
        row, last = self._list.currentRow(), len(self._units) - 1
        self._remove.setEnabled(row >= 0)
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < last)
        self._from_forms.setEnabled(bool(self._missing_unit_names()))

    def _set_unit_text(self, cell: FieldRef, text: str) -> None:
        row = self._list.currentRow()
        self._units[row] = _with_text(self._units[row], cell, texts.one_line(texts.clean_text(text)))
        self._list.item(row).setText(self._unit_label(self._units[row]))
        self._on_units_changed()

    def _on_units_changed(self) -> None:
        self.show_note("")
        self._is_warned = False
        self._show_tools()

    def _add_unit(self) -> None:
        self._units.append(Unit(""))
        self._list_units(len(self._units) - 1)
        self._on_units_changed()
        self._boxes[_NAME].setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove_unit(self) -> None:
        row = self._list.currentRow()
        del self._units[row]
        self._list_units(row)
        self._on_units_changed()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move_unit(self, distance: int) -> None:
        row = self._list.currentRow()
        self._units.insert(row + distance, self._units.pop(row))
        self._list_units(row + distance)
        self._on_units_changed()

    def _missing_unit_names(self) -> list[str]:
        """The units that forms name and the list lacks."""
        there = {plain_unit_name(unit.name) for unit in self._units}
        return [name for name in self._offer.names if plain_unit_name(name) not in there]

    def _add_units_from_forms(self) -> None:
        place = len(self._units)
        try:
            self._units += self._offer.known(self._missing_unit_names())
        except SelfEvalError as error:
            self.show_note(errors.error_sentence(error), "error")
            return
        self._list_units(place)
        self._on_units_changed()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _try_to_save_units(self) -> bool:
        """Whether the ledger stored them; if not, the note says why and the dialog stays open."""
        try:
            self._keep(self.units())
        except SelfEvalError as error:
            self.show_note(errors.error_sentence(error), "error")
            return False
        return True

    def _show_unit_fault(self, place: int, text: str) -> None:
        """Say what is wrong, with the cursor in the name of that unit."""
        self._list.setCurrentRow(place)
        self.show_note(text, "error")
        self._boxes[_NAME].setFocus(Qt.FocusReason.OtherFocusReason)
        self._boxes[_NAME].selectAll()

    def _refuse_long_text(self, cell: FieldRef, length: int) -> None:
        self.show_note(form_words.too_long(texts.TooLong(cell, length), None), "warning")


def _unit_text(unit: Unit, cell: FieldRef) -> str:
    if cell.extra:
        return unit.fields.get(cell.column, "")
    return unit.name if cell == _NAME else unit.department


def _with_text(unit: Unit, cell: FieldRef, text: str) -> Unit:
    if cell.extra:
        return replace(unit, fields={**unit.fields, cell.column: text})
    return replace(unit, name=text) if cell == _NAME else replace(unit, department=text)


def _tidied_units(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Without space around the texts, and without units of which nothing is typed."""
    tidied = (
        Unit(
            unit.name.strip(),
            unit.department.strip(),
            {key: text.strip() for key, text in unit.fields.items() if text.strip()},
        )
        for unit in units
    )
    return tuple(unit for unit in tidied if unit != Unit(""))
