"""Questions about what was just typed: each is asked once, below the menus, and need not be answered."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Indicator
from selfeval_desktop.domain.rules import odd_texts
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.kit.message_bar import MessageOffer
from selfeval_desktop.wording import cell_names, labels

_ABOUT = "question"


class InputQuestions(QObject):
    """Checks an indicator row when the editor of its target or result closes. A question vanishes when its row changes."""

    def __init__(self, document: Document, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._asked: set[tuple[int, int, str]] = set()
        self._about: tuple[int, Indicator] | None = None
        workspace.indicators.table.cellLeft.connect(self._check_left_cell)
        document.formShown.connect(self._drop_outdated_question)
        document.ledgerChanged.connect(self._clear_asked_questions)

    def _check_left_cell(self, field: FieldRef) -> None:
        state = self._document.form
        self._document.messages.clear_message(about=_ABOUT)
        if state is None or not isinstance(field.row, int) or field.row >= len(state.form.indicators):
            return
        if field.column in {"target", "actual"} and not self._ask_percent(state, field.row):
            self._ask_direction(state, field.row)

    def _mark_as_asked(self, state: FormState, row: int, what: str) -> bool:
        """Note that this is asked of that row; False where it had been asked before."""
        matter = (state.form_id, state.form.indicators[row].key, what)
        is_new = matter not in self._asked
        self._asked.add(matter)
        return is_new

    def _ask_percent(self, state: FormState, row: int) -> bool:
        missing = odd_texts.missing_percent(state.form.indicators[row], state.template)
        if missing is None or not self._mark_as_asked(state, row, missing.column):
            return False
        column, meant = missing.column, missing.meant
        text = self.tr("{place}“{typed}”没有百分号，是百分数吗？").format(
            place=cell_names.cell_path(FieldRef.indicator(row, column), state.template), typed=missing.typed
        )
        offers: list[MessageOffer] = [
            (
                self.tr("改为 {0}").format(meant),
                lambda: self._apply_answer(column, lambda form, cell: edits.set_cell(form, cell, meant)),
            ),
            (self.tr("就是 {0}").format(missing.typed), lambda: None),
        ]
        self._show_question(state, row, text, offers)
        return True

    def _ask_direction(self, state: FormState, row: int) -> None:
        line = state.form.indicators[row]
        if not odd_texts.against_target(line) or not self._mark_as_asked(state, row, "direction"):
            return
        unmet = labels.grade_name("unmet")
        text = self.tr("第 {row} 行的目标是“{target}”，实际是“{actual}”，没有达到。达成情况建议选“{grade}”。")
        told = text.format(row=row + 1, target=line.target, actual=line.actual, grade=unmet)
        grade: MessageOffer = (
            self.tr("选“{0}”").format(unmet),
            lambda: self._apply_answer("achievement", _grade_row_unmet),
        )
        self._show_question(state, row, told, [grade])

    def _show_question(self, state: FormState, row: int, text: str, offers: Sequence[MessageOffer]) -> None:
        self._about = state.form_id, state.form.indicators[row]
        self._document.messages.show_message(text, "hint", offers, about=_ABOUT)

    def _drop_outdated_question(self, state: FormState | None) -> None:
        """Drop the question when the form is another one, or the row has changed or is gone."""
        if self._about is not None and self._asked_row_position(state) is None:
            self._about = None
            self._document.messages.clear_message(about=_ABOUT)

    def _asked_row_position(self, state: FormState | None) -> int | None:
        """The present place of the row asked about; None when it has changed since."""
        if state is None or self._about is None or self._about[0] != state.form_id:
            return None
        line = self._about[1]
        same = (place for place, row in enumerate(state.form.indicators) if row.key == line.key and row == line)
        return next(same, None)

    def _apply_answer(self, column: str, changed: Callable[[Form, FieldRef], Form]) -> None:
        state = self._document.form
        place = self._asked_row_position(state)
        if state is not None and place is not None:
            cell = FieldRef.indicator(place, column)
            self._document.change_form(changed(state.form, cell), label=labels.cell_edit_label(cell, state.template))

    def _clear_asked_questions(self) -> None:
        """Forget what was asked: another ledger has forms and rows of the same numbers."""
        self._asked.clear()


def _grade_row_unmet(form: Form, cell: FieldRef) -> Form:
    assert isinstance(cell.row, int)
    return edits.set_achievement(form, cell.row, "unmet")
