"""The head of the form above the tabs: project, department, unit, year, money unit and template."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from selfeval_desktop.app.ledger.session import FormSession, FormState
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.ui.document.form_page import FormPage
from selfeval_desktop.ui.filling.bound import LineBox
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.inputs import NameCompleter, PickList
from selfeval_desktop.ui.kit.plain_text import PlainLabel, tooltip_text
from selfeval_desktop.wording import cell_names, labels
from selfeval_desktop.wording.translation import translate

# Object name, column of the form, and its place: row, column, columns spanned.
_BOXES = (
    ("projectName", "project_name", 0, 1, 3),
    ("year", "year", 0, 5, 1),
    ("department", "department", 1, 1, 1),
    ("unit", "unit", 1, 3, 1),
)
_LISTS = (("moneyUnit", "money_unit", 0, 7), ("template", "template", 1, 5))
_NARROW = 72


class FormHead(FormPage):
    """The head's boxes and lists; each keystroke is in the form at once."""

    namesWanted = Signal()
    """The keyboard comes to a box that completes names; `offer_unit_names` is to be called."""
    unitGiven = Signal(str, str)
    """Another unit was chosen, or typed and left: the merge key for further changes in the same step, and the name
    that stood there before.
    """
    templateChosen = Signal(str)
    """Another template was chosen: its id. The list goes back to the form's own unless the form is moved there."""

    def __init__(self, session: FormSession, templates: Templates, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._templates = session, templates
        self._boxes: dict[str, LineBox] = {}
        self._lists: dict[str, QComboBox] = {}
        self._form_id: int | None = None
        self._unit_before = ""
        self._lay_out()
        self._unit, self._department = self._boxes["unit"], self._boxes["department"]
        self._units, self._departments = NameCompleter(self._unit), NameCompleter(self._department)
        self._template = self._lists["template"]
        self._money_unit = self._lists["money_unit"]
        # Not activated: a screen reader or a script sets a choice without opening the list.
        self._template.currentIndexChanged.connect(self._choose_template)
        self._money_unit.currentIndexChanged.connect(self._choose_money_unit)
        for box in (self._unit, self._department):
            box.installEventFilter(self)
        self._unit.editingFinished.connect(self._emit_unit_given)
        # The box has the text only after it was chosen.
        self._units.activated.connect(self._emit_unit_given, Qt.ConnectionType.QueuedConnection)
        for choice in self._lists.values():
            choice.installEventFilter(self)
        session.add_listener(self._show_state)
        self._offered = templates.newest_templates()
        self._show_state(session.state)

    def reload_templates(self) -> None:
        """Read the installed templates anew; the form's own stays the chosen one."""
        self._offered = self._templates.newest_templates()
        self._show_state(self._session.state)

    def offer_unit_names(self, units: Iterable[str], departments: Iterable[str]) -> None:
        """Set the names that typing is completed with."""
        self._units.offer_names(units)
        self._departments.offer_names(departments)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The list of names comes and goes within one visit.
        is_visit = isinstance(event, QFocusEvent) and event.reason() != Qt.FocusReason.PopupFocusReason
        if is_visit and event.type() == QEvent.Type.FocusIn:
            self.namesWanted.emit()
            self._unit_before = self._unit.text()
        return super().eventFilter(watched, event)

    def show_field(self, field: FieldRef) -> bool:
        """Put the cursor into that field; False when it is none of the head's."""
        box: QWidget | None = None
        if field.part == "head" and not field.extra:
            box = self._boxes.get(field.column) or self._lists.get(field.column)
        if box is None:
            return False
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(box, QLineEdit):
            box.selectAll()
        return True

    def focus_first_box(self) -> None:
        """Put the cursor into the first box."""
        self.show_field(FieldRef.head("project_name"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_narrow_boxes()

    def current_field(self) -> FieldRef | None:
        """The head field with the cursor; None while the cursor is on a page."""
        boxes: dict[str, QWidget] = {**self._boxes, **self._lists}
        return next((FieldRef.head(column) for column, box in boxes.items() if box.hasFocus()), None)

    def field_of(self, box: QWidget) -> FieldRef | None:
        """The field that a box or list of the head is for; None for any other widget."""
        boxes: dict[str, QWidget] = {**self._boxes, **self._lists}
        return next((FieldRef.head(column) for column, own in boxes.items() if own is box), None)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for name, column, row, place, span in _BOXES:
            field = FieldRef.head(column)
            box = LineBox(self._session, field, cell_names.cell_name(field), self)
            box.setObjectName(name)
            box.setPlaceholderText(self.tr("必填"))
            self._boxes[column] = box
            grid.addWidget(self._make_label(column, box), row, place - 1)
            grid.addWidget(box, row, place, 1, span)
        for name, column, row, place in _LISTS:
            choice = PickList(self, asks=column == "template")
            choice.setObjectName(name)
            choice.setAccessibleName(cell_names.cell_name(FieldRef.head(column)))
            self._lists[column] = choice
            grid.addWidget(self._make_label(column, choice), row, place - 1)
            grid.addWidget(choice, row, place, 1, 1 if row == 0 else 3)
        self._fit_narrow_boxes()
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        order = [self._boxes["project_name"], self._boxes["year"], self._lists["money_unit"]]
        order += [self._boxes["department"], self._boxes["unit"], self._lists["template"]]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _fit_narrow_boxes(self) -> None:
        """Make the year as wide as four figures and a sign in the chosen size of texts; templates have long names."""
        narrow = theme.scaled_length(_NARROW)
        self._boxes["year"].setFixedWidth(narrow)
        for choice in self._lists.values():
            choice.setMinimumWidth(narrow)

    def _make_label(self, column: str, buddy: QWidget) -> QLabel:
        label = PlainLabel(cell_names.cell_name(FieldRef.head(column)), self)
        label.setBuddy(buddy)
        return label

    def _show_state(self, state: FormState | None) -> None:
        for choice in self._lists.values():
            choice.setEnabled(state is not None and not self._session.read_only)
        self._show_template(state.template if state else None)
        if state is None:
            self._form_id = None
            return
        if state.form_id != self._form_id:
            self._form_id, self._unit_before = state.form_id, state.form.unit
        self._money_unit.blockSignals(True)
        units = list(state.template.money_units)
        if [self._money_unit.itemText(place) for place in range(self._money_unit.count())] != units:
            self._money_unit.clear()
            self._money_unit.addItems(units)
        self._money_unit.setCurrentText(state.form.money_unit)
        self._money_unit.blockSignals(False)

    def _show_template(self, own: Template | None) -> None:
        """Offer the installed templates, and the form's own where it is not installed any more."""
        box = self._template
        offered = {each.id: each.name for each in self._offered}
        if own is not None:
            offered.setdefault(own.id, own.name)
        box.blockSignals(True)
        if offered != {box.itemData(place): box.itemText(place) for place in range(box.count())}:
            box.clear()
            for template_id, name in offered.items():
                box.addItem(name, template_id)
        if own is not None:
            box.setCurrentIndex(box.findData(own.id))
        box.blockSignals(False)
        box.setToolTip(tooltip_text(template_with_version(own) if own else ""))

    def _emit_unit_given(self, _chosen: str = "") -> None:
        """Emit `unitGiven` once for each new unit, so that what the user deletes afterwards does not come back."""
        if self._unit.text() != self._unit_before:
            self.unitGiven.emit(self._unit.binding.merge_key, self._unit_before)
            self._unit_before = self._unit.text()

    def _choose_money_unit(self, place: int) -> None:
        if place >= 0:
            self._set_head_cell("money_unit", self._money_unit.currentText())

    def _choose_template(self, place: int) -> None:
        if place >= 0:
            self.templateChosen.emit(self._template.currentData())

    def _set_head_cell(self, column: str, value: str) -> None:
        state, field = self._session.state, FieldRef.head(column)
        if state is not None:
            form = edits.set_cell(state.form, field, value)
            self._session.change_form(form, label=labels.cell_edit_label(field, state.template))


def template_with_version(template: Template) -> str:
    """A template by its name and version."""
    text = translate("Templates", "“{name}”第 {version} 版")
    return text.format(name=template.name, version=template.version)
