"""The dialog 年度汇总表: year, money unit and subtotals."""

from collections.abc import Sequence
from typing import get_args

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from selfeval_desktop.app.paper.documents import SummaryRequest
from selfeval_desktop.app.ports.forms import FormSummary
from selfeval_desktop.domain.form.form import MoneyUnit
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.printing.derived_printout_dialog import DocumentDialog


class SummaryDialog(DocumentDialog):
    """Offers the years that the forms have, `year` first chosen; one form at least has a year."""

    def __init__(self, forms: Sequence[FormSummary], year: int | None, parent: QWidget | None = None) -> None:
        super().__init__("summaryDialog", self.tr("年度汇总表"), parent)
        self._forms = forms
        self._year = name_widget(QComboBox(self), "summaryYear", self.tr("年度"))
        self._unit = name_widget(QComboBox(self), "summaryMoneyUnit", self.tr("金额单位"))
        self._subtotals = name_widget(
            QCheckBox(self.tr("按实施单位小计"), self), "summarySubtotals", self.tr("小计")
        )
        self._fill_choices(year)
        self._lay_out()
        self._year.currentIndexChanged.connect(self._update_note)
        self._update_note()

    def summary_request(self) -> SummaryRequest:
        """Year, money unit (None: that of most forms) and subtotals as chosen."""
        subtotals = self._subtotals.isEnabled() and self._subtotals.isChecked()
        return SummaryRequest(self._year.currentData(), self._unit.currentData(), subtotals)

    def _fill_choices(self, year: int | None) -> None:
        for each in sorted({form.year for form in self._forms if form.year is not None}, reverse=True):
            self._year.addItem(str(each), each)
        self._year.setCurrentIndex(max(0, self._year.findData(year)))
        self._unit.addItem(self.tr("与多数表相同"), None)
        for unit in get_args(MoneyUnit):
            self._unit.addItem(unit, unit)

    def _lay_out(self) -> None:
        rows = (self.tr("年度"), self._year), (self.tr("金额单位"), self._unit), ("", self._subtotals)
        self.add_rows(*rows)
        self.add_document_note(1)
        self.start_with_size(520, 250)

    def _update_note(self) -> None:
        """Count the forms of the year, the drafts among them, and the forms without a year."""
        forms = [form for form in self._forms if form.year == self._year.currentData()]
        self._subtotals.setEnabled(len({"".join(form.unit.split()) for form in forms}) > 1)
        drafts = sum(form.errors > 0 or form.waiting > 0 for form in forms)
        undated = sum(form.year is None for form in self._forms)
        text = self.tr("将汇总 {0} 张表。").format(len(forms))
        if drafts:
            text += self.tr("其中 {0} 张还有错误或没有认可的结转值，备注里会写“草稿”。").format(drafts)
        if undated:
            text += self.tr("另有 {0} 张没有填年度，不在汇总之内。").format(undated)
        self.show_note(text, "warning" if drafts or undated else "muted")
