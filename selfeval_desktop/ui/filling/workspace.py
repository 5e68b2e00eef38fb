"""The centre of the window: the head of the open form and its four pages."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.ui.document import form_page
from selfeval_desktop.ui.document.cell_explanation import cell_outside_tables
from selfeval_desktop.ui.document.cells import Cell
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_page import FormPage
from selfeval_desktop.ui.document.paper_check_words import PaperBanner, ReturnedBanner
from selfeval_desktop.ui.document.print_layout_watch import PrintLayoutWatch
from selfeval_desktop.ui.filling.bound import ChoiceBox, LineBox, TextBox
from selfeval_desktop.ui.filling.folding_head import FoldingHead
from selfeval_desktop.ui.filling.form_head import FormHead
from selfeval_desktop.ui.filling.funds_tab import FundsTab
from selfeval_desktop.ui.filling.goals_tab import GoalsTab
from selfeval_desktop.ui.filling.indicators_tab import IndicatorsTab
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.floating import TabsCorner
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.kit.window_room import WindowRoom
from selfeval_desktop.wording import labels

_SIGNS = ((Severity.ERROR, "×"), (Severity.WARNING, "▲"))


class Workspace(QWidget):
    """Shows the open form. Each page follows the form by itself; this widget only chooses among them.

    `preview` is the last page, after those that are filled in.
    """

    def __init__(self, document: Document, preview: FormPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        session = self._session = document.session
        name_widget(self, "workspace", self.tr("自评表"))
        self.printed = PrintLayoutWatch(session, document.prompt_pages, self)
        self.head = FormHead(session, document.services.templates, self)
        self.head_place = FoldingHead(self.head, session, self)
        self.funds = FundsTab(session, self)
        self.goals = GoalsTab(session, self.printed, self)
        self.indicators = IndicatorsTab(session, self)
        self._preview = preview
        self.tabs = name_widget(QTabWidget(self), "tabs", self.tr("自评表的各部分"))
        self._corner = TabsCorner(self.tabs)
        self.banner = PaperBanner(self._corner)
        self.returned = ReturnedBanner(self._corner)
        self._pages: dict[str, tuple[FormPage, str]] = {
            form_page.FUNDS_TAB: (self.funds, self.tr("① 资金")),
            form_page.GOALS_TAB: (self.goals, self.tr("② 目标")),
            form_page.INDICATORS_TAB: (self.indicators, self.tr("③ 指标")),
            form_page.PREVIEW_TAB: (preview, self.tr("④ 打印预览")),
        }
        self._lay_out()
        for page, _ in self._pages.values():
            document.add_page(page)
        document.paperChanged.connect(self.printed.on_paper_changed)

    def close_editor(self) -> None:
        """Take the text of an open editor into the form and close it."""
        for table in (self.funds.table, self.indicators.table):
            table.close_editor()

    def merged_with(self, field: FieldRef) -> tuple[FieldRef, ...]:
        """The cells that are one with that cell in the table, itself first."""
        others = self.indicators.model.merged_with(field)
        return (field, *(cell for cell in others if cell != field))

    def show_field(self, field: FieldRef) -> bool:
        """Go to a cell: its page, row and column; False when the form has no such cell."""
        state = self._session.state
        tab = form_page.tab_of(field, state.template if state else None)
        if tab is None:
            self.head_place.show_panel()
            return self.head.show_field(field)
        page, _ = self._pages[tab]
        self.tabs.setCurrentWidget(page)
        return page.show_field(field)

    def current_field(self) -> FieldRef | None:
        """The cell that the user is at; None on the preview."""
        page, _ = self._pages[self.tabs.currentWidget().objectName()]
        return self.head.current_field() or page.current_field()

    def current_address(self) -> FieldRef | None:
        """The cell that the user is at, also one that the form does not store, such as the execution rate."""
        page, _ = self._pages[self.tabs.currentWidget().objectName()]
        field = self.current_field()
        if field is None and isinstance(page, FundsTab | IndicatorsTab):
            return page.table.current_address()
        return field

    def cell_at_address(self, address: FieldRef) -> Cell | None:
        """What is shown at that address; None when the open form has no such cell."""
        state = self._session.state
        for page in (self.funds, self.indicators):
            index = page.model.index_of(address)
            if index.isValid():
                return page.model.cell_at(index)
        if state is None or address.part in {"funds", "indicators"}:
            return None
        return cell_outside_tables(state, address)

    def field_of(self, box: QWidget) -> FieldRef | None:
        """The field that a box beside the tables is for; None for any other widget."""
        if isinstance(box, LineBox | TextBox | ChoiceBox):
            return box.binding.field
        return self.head.field_of(box)

    def chosen_fields(self) -> tuple[FieldRef, ...]:
        """The cells that are selected in the table of the page; the one with the cursor where there is none."""
        page, _ = self._pages[self.tabs.currentWidget().objectName()]
        if isinstance(page, FundsTab | IndicatorsTab) and page.table.hasFocus():
            return page.table.chosen_fields()
        field = self.current_field()
        return () if field is None else (field,)

    @does("actionTab1", 0)
    @does("actionTab2", 1)
    @does("actionTab3", 2)
    @does("actionTab4", 3)
    def show_tab(self, number: int) -> None:
        """Turn to a page, counted from 0, with the keyboard in it."""
        self.tabs.setCurrentIndex(number)
        page = self.tabs.currentWidget()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_indicators(self) -> None:
        """Turn to the indicators, with the keyboard in their table."""
        self.show_tab(self.tabs.indexOf(self.indicators))

    @does("actionPrintPreview")
    def show_preview(self) -> None:
        """Turn to the print preview."""
        self.tabs.setCurrentWidget(self._preview)

    def fit_to(self, room: WindowRoom) -> None:
        """Fold the head to one line where the window is low."""
        self.head_place.fold_head(room.low)
        self.head_place.offer_list(room.narrow)
        self._column.setContentsMargins(10, 3 if room.low else 8, 10, 0 if room.low else 4)
        self._column.setSpacing(3 if room.low else 6)

    def show_badges(self, state: FormState | None) -> None:
        """Put the numbers of errors and warnings behind each page's name."""
        findings = state.found.open if state else ()
        template = state.template if state else None
        found = Counter((form_page.tab_of(finding.field, template), finding.severity) for finding in findings)
        for number, (tab, (_, name)) in enumerate(self._pages.items()):
            signs = [f"{sign}{found[tab, severity]}" for severity, sign in _SIGNS if found[tab, severity]]
            text = " ".join((name, *signs))
            if self.tabs.tabText(number) != text:
                self.tabs.setTabText(number, text)
            words = labels.severity_counts(found[tab, Severity.ERROR], found[tab, Severity.WARNING], 0)
            self.tabs.setTabToolTip(number, words)

    def _lay_out(self) -> None:
        for name, (page, text) in self._pages.items():
            page.setObjectName(name)
            self.tabs.addTab(page, text)
        self.funds.setFocusProxy(self.funds.table)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 4)
        corner = QHBoxLayout(self._corner)
        corner.setContentsMargins(0, 0, 0, 0)
        corner.addWidget(self.returned, 1)
        corner.addWidget(self.banner, 1)
        column.addWidget(self.head_place)
        column.addWidget(self.tabs, 1)
