"""Many cells at once: blocks copied and pasted, filling down, weights balanced so that they add up."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.reading.pasting import PasteResult
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_table_model import FormTableModel
from selfeval_desktop.ui.exchange.whole_form_paste import ClipboardCells, WholeFormPaste
from selfeval_desktop.ui.filling.grid import CellEdit, Grid
from selfeval_desktop.ui.filling.indicator_commands import BalanceDialog
from selfeval_desktop.ui.filling.indicators_tab import IndicatorsTab
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.question import ListingTexts, confirm_listing
from selfeval_desktop.wording import incoming, labels
from selfeval_desktop.wording.labels import UndoLabel

_PASTED = "pasted"
_OURS = "application/x-selfeval-cells"
"""MIME type of a block copied in this program: its plain text is exact, the HTML is for other programs."""


class BlockCommands(QObject):
    """Each command is one undo step. `import_form` adds a pasted whole form to the ledger."""

    def __init__(
        self, document: Document, workspace: Workspace, import_form: Callable[[Form], None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._workspace, self._window = document, workspace, window
        self._forms = WholeFormPaste(document, import_form, self._paste_indicator_rows, window)
        self._page: IndicatorsTab = workspace.indicators
        for page in (workspace.funds, workspace.indicators):
            self._connect_grid(page.table, page.model)
        document.steps.moved.connect(lambda _step: document.messages.clear_message(about=_PASTED))

    @does("actionPasteRows")
    def paste_at_cursor(self) -> None:
        """Paste the clipboard at the cursor of the table in view."""
        grid, model = self._current_table()
        grid.close_editor()
        self._paste_clipboard(grid, model)

    @does("actionPasteForm")
    def paste_form(self) -> None:
        """Ask whether the whole form on the clipboard is imported or fills the open one; a hint where there is none."""
        for page in (self._workspace.funds, self._workspace.indicators):
            page.table.close_editor()
        block, text = self._clipboard_block(), QGuiApplication.clipboard().text()
        if block is None:
            return
        if not self._forms.offer_form_in_cells(block) and not self._forms.offer_form_in_text(text):
            self._document.messages.show_message(
                self.tr(
                    "剪贴板里没有完整的自评表。请在 Excel、WPS、Word 或 PDF 里从标题到总分选定整张表并复制，再粘贴。"
                ),
                "hint",
            )

    @does("actionCut", "cut")
    @does("actionCopy", "copy")
    @does("actionPaste", "paste")
    @does("actionClear", "clear")
    def edit_selection(self, way: CellEdit) -> None:
        """Cut, copy, paste or clear what is selected: in the box with the keyboard, else in the table of the page."""
        box = QApplication.focusWidget()
        if not isinstance(box, QLineEdit | QPlainTextEdit):
            self._current_table()[0].edit_cells(way)
        elif way != "clear":
            getattr(box, way)()
        elif isinstance(box, QLineEdit):
            box.insert("")
        else:
            box.textCursor().removeSelectedText()

    @does("actionFillDown")
    def fill_down(self) -> None:
        """Copy the topmost selected cell of each column downwards; where one row is selected, the cell above it."""
        grid, model = self._current_table()
        grid.close_editor()
        chosen = grid.chosen_cells()
        if len({cell.row() for cell in chosen}) == 1:
            chosen += grid.cells_above(chosen)
        model.fill_down(chosen)

    @does("actionBalance")
    def balance_weights(self) -> None:
        """Ask how to spread missing or surplus points over the weights (分值配平), and do it."""
        self._page.table.close_editor()
        state = self._document.form
        if state is None:
            return
        dialog = BalanceDialog(state, self._window)
        answer, balance = dialog.exec(), dialog.computed_balance()
        dialog.deleteLater()
        if answer == QDialog.DialogCode.Accepted:
            self._document.change_form(balance.form, label=labels.undo_label_text(UndoLabel.BALANCE))

    def _connect_grid(self, grid: Grid, model: FormTableModel) -> None:
        grid.copyAsked.connect(lambda cut: self._copy_block(grid, model, cut=cut))
        grid.pasteAsked.connect(lambda: self._paste_clipboard(grid, model))

    def _copy_block(self, grid: Grid, model: FormTableModel, *, cut: bool) -> None:
        rows, columns = grid.chosen_block()
        if not rows:
            return
        block = model.copied_texts(rows, columns)
        text, html = self._document.services.write_table(block)
        data = QMimeData()
        data.setText(text)
        data.setHtml(html)
        data.setData(_OURS, b"1")
        QGuiApplication.clipboard().setMimeData(data)
        if cut:
            model.clear_cells(grid.chosen_cells())

    def _current_table(self) -> tuple[Grid, FormTableModel]:
        """The table of the tab in view; from a tab without one, switch to the indicators."""
        if self._workspace.tabs.currentWidget() is self._workspace.funds:
            return self._workspace.funds.table, self._workspace.funds.model
        return self._indicator_table()

    def _indicator_table(self) -> tuple[Grid, FormTableModel]:
        """Switch to the tab of the indicators and return its table."""
        self._workspace.tabs.setCurrentWidget(self._page)
        return self._page.table, self._page.model

    def _paste_clipboard(self, grid: Grid, model: FormTableModel) -> None:
        """Paste a whole form, a block at the cursor, or one value into all selected cells."""
        block = self._clipboard_block()
        if block is None or self._forms.offer_form_in_cells(block):
            return
        if not block:
            self._document.messages.show_message(
                self.tr("剪贴板里没有表格。请先在 Excel、WPS 或 Word 里选定若干格并复制，再粘贴。"), "hint"
            )
        elif len(block) == len(block[0]) == 1 and grid.chosen_cells():
            model.fill_with_text(grid.chosen_cells(), block[0][0])
        else:
            self._paste_block(grid, model, block)

    def _clipboard_block(self) -> ClipboardCells | None:
        """The cells on the clipboard, row by row; none where it holds no table, None where it cannot be read now."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if self._document.progress.is_busy:
            return None
        if data is None:
            # A desktop without a clipboard, or one whose owner just died.
            return ()
        html = "" if data.hasFormat(_OURS) else data.html()
        progress = self._document.progress
        with self._document.reporting_errors(), progress.show_progress(self.tr("正在读取剪贴板…")) as watch:

            def block_window(done: int, total: int) -> None:
                # Whoever goes on working while a long one is read would find it pasted elsewhere.
                watch.show_dialog()
                watch(done, total)

            return self._document.services.read_clipboard(data.text(), html, block_window)

    def _paste_indicator_rows(self, block: ClipboardCells) -> None:
        """Paste rows of indicators into their table, whichever tab is in view."""
        self._paste_block(*self._indicator_table(), block)

    def _paste_block(self, grid: Grid, model: FormTableModel, block: ClipboardCells) -> None:
        """Paste the block at the cursor, unless it would overwrite rows that a filter hides."""
        rows, columns = grid.chosen_block()
        # A table without rows has no cell to begin at.
        first, left = (rows[0], columns[0]) if rows else (0, 0)
        if any(map(grid.isRowHidden, range(first, first + len(block)))):
            self._document.messages.show_message(
                self.tr("有些行没有显示，粘贴会盖住它们。请先取消“只看问题行”（Ctrl+F8），再粘贴。"), "hint"
            )
            return
        pasted = None
        with (
            self._document.reporting_errors(),
            self._document.progress.show_progress(self.tr("正在粘贴…")) as watch,
        ):
            pasted = model.paste_block(block, first, left, watch)
        if pasted is not None:
            self._report_pasted(grid, pasted)

    def _report_pasted(self, grid: Grid, pasted: PasteResult) -> None:
        """Select the pasted rows; say how many cells were pasted and offer the list of those that were refused."""
        came = range(pasted.first, pasted.first + pasted.rows)
        if came:
            column = max(grid.currentIndex().column(), 0)
            grid.choose_block(came, range(column, column + 1))
        words = incoming.pasted_summary(pasted)
        if not pasted.refused:
            self._document.messages.show_message(words, "ok")
            return
        lines = incoming.refused_lines(pasted)
        offers = [(self.tr("查看"), lambda: self._show_refused_lines(lines))]
        self._document.messages.show_message(words, "warning", offers, about=_PASTED)

    def _show_refused_lines(self, lines: list[str]) -> None:
        text = self.tr("下列内容没有放进表里，其余的都已放进去。一次“撤销”可以恢复粘贴以前的样子。")
        title = self.tr("没有放进去的内容")
        listing = ListingTexts("refusedDialog", title, text, parts="refused", leave_name="refusedClose")
        confirm_listing(listing, lines, self._window)
