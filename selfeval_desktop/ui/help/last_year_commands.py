"""Last year's values beside this year's: in the tooltips of the tables, and on demand in the status line."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject

from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.app.ledger.templates import template_of
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.over_time.last_year import LastYear, find_former_form, match_last_year
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.help.cursor_watch import CursorWatch
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.wording import cell_names
from selfeval_desktop.wording.translation import translate

_BETWEEN = "\u3000"


class LastYearWatch(QObject):
    """Last year's form of the open form's project, read when it is first asked for.

    It is kept until the list of forms changes, or project name, unit or year of the open form.
    """

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._key: tuple[int, str, str, int | None] | None = None
        self._read: LastYear | None = None
        self._state: FormState | None = None
        self._found: LastYear | None = None
        document.listChanged.connect(self._clear_cache)
        document.ledgerChanged.connect(self._clear_cache)

    def last_year_comparison(self) -> LastYear | None:
        """Last year's form matched with the open one; None where there is none."""
        state = self._document.form
        if state is not None and state is not self._state:
            self._load_last_year(state)
            self._state = state
            self._found = match_last_year(state.form, self._read.form, self._read.figures) if self._read else None
        return self._found if state is not None else None

    def last_year_tooltip(self, cell: FieldRef) -> str:
        """Last year's value of that cell, for its tooltip; "" where there is none."""
        found = self.last_year_comparison()
        return _cell_sentence(found, cell) if found else ""

    def last_year_line(self, cell: FieldRef) -> str:
        """The text of the status line for the cursor in that cell: last year's value, or why there is none."""
        found, state = self.last_year_comparison(), self._document.form
        if state is None:
            return ""
        return _row_sentence(found, cell, state.template) if found else _none_found_sentence(state.form.year)

    def _load_last_year(self, state: FormState) -> None:
        form, ledger = state.form, self._document.ledger
        key = (state.form_id, form.project_name, form.unit, form.year)
        if key == self._key or ledger is None:
            return
        self._key, self._read = key, None
        # Until it is stored with another year, the open form itself is listed with the year before.
        others = [each for each in ledger.summaries if each.form_id != state.form_id]
        former = find_former_form(form, others)
        if former is not None:
            with self._document.reporting_errors():
                then = ledger.store.load_form(former.form_id)
                template = template_of(then, self._document.templates)
                self._read = LastYear(then, evaluate(then, template))

    def _clear_cache(self) -> None:
        self._key = self._state = self._read = self._found = None


class LastYearCommands(QObject):
    """Last year's values in tooltips, and in the status line: `show_text` shows a text there, None leaves it out."""

    def __init__(
        self,
        watch: LastYearWatch,
        cursor: CursorWatch,
        workspace: Workspace,
        show_text: Callable[[str | None], None],
    ) -> None:
        super().__init__(workspace)
        self._watch, self._cursor, self._show_text = watch, cursor, show_text
        self._is_shown = False
        cursor.moved.connect(self._update_last_year_line)
        for page in (workspace.funds, workspace.indicators):
            page.model.cell_remark = watch.last_year_tooltip

    @does("actionLastYear")
    def show_last_year(self, shown: bool) -> None:
        """Show the line, or put it away."""
        if shown:
            self._cursor.update_address()
        self._is_shown = shown
        self._show_text(None)
        self._update_last_year_line()

    def _update_last_year_line(self) -> None:
        if self._is_shown:
            address = self._cursor.address
            self._show_text(self._watch.last_year_line(address) if address else "")


def _cell_sentence(found: LastYear, cell: FieldRef) -> str:
    """What stood in that cell, with its year; "" where nothing did."""
    text = found.cell_text(cell)
    return translate("LastYear", "上年（{year} 年度）：{text}").format(year=found.form.year, text=text) if text else ""


def _row_sentence(found: LastYear, cell: FieldRef, template: Template) -> str:
    """Last year's cell in one line; of a row of indicators target, result and score come with it."""
    parts = list(_named_cell_texts(found, cell, template))
    if parts:
        return translate("LastYear", "上年（{year} 年度）：{text}").format(
            year=found.form.year, text=_BETWEEN.join(parts)
        )
    if cell.part == "indicators" and cell.row not in found.rows:
        text = translate("LastYear", "上年（{year} 年度）没有这个指标。")
    else:
        text = translate("LastYear", "上年（{year} 年度）这一格没有填写。")
    return text.format(year=found.form.year)


def _none_found_sentence(year: int | None) -> str:
    """Why there is no form of the year before `year`; the open form may have no year at all."""
    if year is None:
        return translate("LastYear", "这张表没有填年度，找不到上年的表。")
    return translate("LastYear", "台账里没有同一项目上年（{year} 年度）的表。").format(year=year - 1)


def _named_cell_texts(found: LastYear, cell: FieldRef, template: Template) -> Iterator[str]:
    texts = dict(found.row_texts(cell.row)) if cell.part == "indicators" and isinstance(cell.row, int) else {}
    if cell not in texts and (text := found.cell_text(cell)):
        texts = {cell: text, **texts}
    for field, text in texts.items():
        yield f"{cell_names.cell_name(field, template)} {' '.join(text.split())}"
