"""Many cells at once: blocks from and to the clipboard, filling down, weights that are made to add up."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from selfeval_desktop.domain.form import Form
from selfeval_desktop.domain.pasting import Pasted
from selfeval_desktop.ui.desk import Desk
from selfeval_desktop.ui.dialogs.balance_dialog import BalanceDialog
from selfeval_desktop.ui.dialogs.refused_dialog import RefusedDialog
from selfeval_desktop.ui.models.table import FormTable
from selfeval_desktop.ui.tabs.indicators_tab import IndicatorsTab
from selfeval_desktop.ui.whole_forms import Answer, WholeForms
from selfeval_desktop.ui.widgets.grid import Grid
from selfeval_desktop.ui.workspace import Workspace
from selfeval_desktop.wording import pasting, steps
from selfeval_desktop.wording.steps import Deed

Block = tuple[tuple[str, ...], ...]

_OURS = "application/x-selfeval-cells"
"""Marks a block that was copied here: its text counts, letter by letter."""


class BlockCommands(QObject):
    """Each is one step. `import_form` takes a form into the ledger."""

    def __init__(
        self, desk: Desk, workspace: Workspace, import_form: Callable[[Form], None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._workspace, self._window = desk, workspace, window
        self._forms = WholeForms(desk, import_form, window)
        self._page: IndicatorsTab = workspace.indicators
        for page in (workspace.funds, workspace.indicators):
            self._serve(page.table, page.model)

    @property
    def slots(self) -> dict[str, Callable[..., object]]:
        """The work of each action."""
        return {
            "actionPasteRows": self.paste_rows,
            "actionPasteForm": self.paste_form,
            "actionFillDown": self.fill_down,
            "actionBalance": self.balance,
        }

    def paste_rows(self) -> None:
        """Put the block on the clipboard at the cursor of the indicator table, and say so if there is none."""
        self._page.table.close_editor()
        if not self._paste(self._page.table, self._page.model):
            self._desk.messages.say(
                self.tr("剪贴板里没有表格。请先在 Excel、WPS 或 Word 里选定若干格并复制，再粘贴。"), "hint"
            )

    def paste_form(self) -> None:
        """Offer the whole form on the clipboard to the ledger and to the open form, and say so if there is none."""
        for page in (self._workspace.funds, self._workspace.indicators):
            page.table.close_editor()
        if self._offer_form(self._block()):
            return
        if self._forms.offer_text(QGuiApplication.clipboard().text()) is Answer.NO_FORM:
            self._desk.messages.say(
                self.tr(
                    "剪贴板里没有完整的自评表。请在 Excel、WPS、Word 或 PDF 里从标题到总分选定整张表并复制，再粘贴。"
                ),
                "hint",
            )

    def fill_down(self) -> None:
        """Let the selected cells hold what the uppermost of each column holds."""
        self._page.table.close_editor()
        self._page.model.fill_down(self._page.table.selectionModel().selectedIndexes())

    def balance(self) -> None:
        """Offer to deal out missing or surplus points."""
        self._page.table.close_editor()
        state = self._desk.form
        if state is None:
            return
        dialog = BalanceDialog(state, self._window)
        answer, balance = dialog.exec(), dialog.balance()
        dialog.deleteLater()
        if answer == QDialog.DialogCode.Accepted:
            self._desk.session.change(balance.form, label=steps.deed(Deed.BALANCE))

    def _serve(self, grid: Grid, model: FormTable) -> None:
        grid.copyAsked.connect(lambda cut: self._copy(grid, model, cut=cut))
        grid.take_block = lambda: self._paste(grid, model)

    def _copy(self, grid: Grid, model: FormTable, *, cut: bool) -> None:
        rows, columns = grid.chosen_block()
        if not rows:
            return
        block = model.texts(rows, columns)
        text, html = self._desk.services.write_table(block)
        data = QMimeData()
        data.setText(text)
        data.setHtml(html)
        data.setData(_OURS, b"1")
        QGuiApplication.clipboard().setMimeData(data)
        if cut:
            model.clear_cells(grid.selectionModel().selectedIndexes())

    def _paste(self, grid: Grid, model: FormTable) -> bool:
        """Whether the clipboard holds a block; one value fills all selected cells, if there are several."""
        block = self._block()
        if self._offer_form(block):
            return True
        chosen = grid.selectionModel().selectedIndexes()
        if not block or (len(block) == len(block[0]) == 1 and len(chosen) < 2):
            return False
        if len(block) == len(block[0]) == 1:
            model.fill(chosen, block[0][0])
            return True
        self._put(grid, model, block)
        return True

    def _block(self) -> Block:
        """The cells on the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        html = "" if data.hasFormat(_OURS) else data.html()
        return self._desk.services.read_table(data.text(), html)

    def _offer_form(self, block: Block) -> bool:
        """Whether the block is a whole form; what becomes of it is asked and done then."""
        answer = self._forms.offer(block)
        if answer is Answer.ROWS:
            self._workspace.tabs.setCurrentWidget(self._page)
            self._put(self._page.table, self._page.model, block)
        return answer is not Answer.NO_FORM

    def _put(self, grid: Grid, model: FormTable, block: Block) -> None:
        """Put the block in at the cursor."""
        rows, columns = grid.chosen_block()
        # A table without rows has no cell to begin at.
        pasted = model.paste(block, rows[0], columns[0]) if rows else model.paste(block, 0, 0)
        if pasted is not None:
            self._tell(grid, pasted)

    def _tell(self, grid: Grid, pasted: Pasted) -> None:
        """Select what came in, and say how much that is and what did not."""
        came = range(pasted.first, pasted.first + pasted.rows)
        if came:
            column = max(grid.currentIndex().column(), 0)
            grid.choose_block(came, range(column, column + 1))
        words = pasting.told(pasted)
        if not pasted.refused:
            self._desk.messages.say(words, "ok")
            return
        lines = pasting.refused_lines(pasted)
        self._desk.messages.say(words, "warning", [(self.tr("查看"), lambda: self._show(lines))])

    def _show(self, lines: list[str]) -> None:
        dialog: QDialog = RefusedDialog(lines, self._window)
        dialog.exec()
        dialog.deleteLater()
