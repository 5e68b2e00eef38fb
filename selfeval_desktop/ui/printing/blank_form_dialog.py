"""Which blank to make for filling in by hand."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from selfeval_desktop.app.paper.documents import BlankFormRequest
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.layout.blank import MOST_ROWS, USUAL_ROWS
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.printing.derived_printout_dialog import DocumentDialog


@dataclass(frozen=True, slots=True)
class BlankFormInput:
    """What the dialog starts with; `page_count` lays a blank out and counts its pages."""

    templates: tuple[Template, ...]
    chosen: str
    money_unit: str
    page_count: Callable[[BlankFormRequest], int]


class BlankFormDialog(DocumentDialog):
    """Says how many pages the blank takes while its rows are chosen."""

    def __init__(self, offer: BlankFormInput, parent: QWidget | None = None) -> None:
        super().__init__("blankFormDialog", self.tr("空白表"), parent)
        self._offer = offer
        self._template = name_widget(QComboBox(self), "blankTemplate", self.tr("表样"))
        self._rows = name_widget(QSpinBox(self), "blankRows", self.tr("指标行数"))
        self._unit = name_widget(QComboBox(self), "blankMoneyUnit", self.tr("金额单位"))
        self._levels = name_widget(
            QCheckBox(self.tr("印上一级、二级指标的名称"), self), "blankLevels", self.tr("指标名称")
        )
        self._fill_choices()
        self._lay_out()
        self._connect_signals()
        self._choose_template()

    def blank_form_request(self) -> BlankFormRequest:
        """The blank that is chosen: template, money unit, rows, level names."""
        return BlankFormRequest(
            self._template.currentData(),
            self._unit.currentData(),
            self._rows.value(),
            self._levels.isChecked(),
        )

    def _fill_choices(self) -> None:
        for template in self._offer.templates:
            self._template.addItem(template.name, template.id)
        self._template.setCurrentIndex(max(0, self._template.findData(self._offer.chosen)))
        self._rows.setRange(1, MOST_ROWS)
        self._rows.setValue(USUAL_ROWS)
        self._levels.setChecked(True)

    def _lay_out(self) -> None:
        self.add_rows(
            (self.tr("表样"), self._template),
            (self.tr("指标行数"), self._rows),
            (self.tr("金额单位"), self._unit),
            ("", self._levels),
        )
        self.add_document_note(1)
        self.start_with_size(520, 250)

    def _connect_signals(self) -> None:
        self._template.currentIndexChanged.connect(self._choose_template)
        self._rows.valueChanged.connect(self._update_page_count)
        self._levels.toggled.connect(self._update_page_count)

    def _choose_template(self) -> None:
        """Offer the template's money units, the present one chosen where it has it."""
        template = self._offer.templates[self._template.currentIndex()]
        wanted = self._unit.currentData() or self._offer.money_unit
        self._unit.clear()
        for unit in template.money_units:
            self._unit.addItem(unit, unit)
        self._unit.setCurrentIndex(max(0, self._unit.findData(wanted)))
        self._update_page_count()

    def _update_page_count(self) -> None:
        pages = self._offer.page_count(self.blank_form_request())
        self.show_note(self.tr("共 {0} 页。格子的高度适合用笔填写。").format(pages))
