"""Questions about what was just typed: each is asked once, below the menus, and need not be answered."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from selfeval_desktop.app.session import FormState
from selfeval_desktop.domain import edits, slips
from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.form import Indicator
from selfeval_desktop.ui.desk import Desk
from selfeval_desktop.ui.messages import Offer
from selfeval_desktop.ui.workspace import Workspace
from selfeval_desktop.wording import grades, places, steps

_ABOUT = "question"


class Questions(QObject):
    """Looks at an indicator row when one of its cells is left. A question goes with what it was asked about."""

    def __init__(self, desk: Desk, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: set[tuple[int, int, str]] = set()
        self._about: tuple[int, Indicator] | None = None
        workspace.indicators.table.cellLeft.connect(self._look)
        desk.formShown.connect(self._drop_settled)

    def _look(self, field: FieldRef) -> None:
        state = self._desk.form
        self._desk.messages.clear(about=_ABOUT)
        if state is None or not isinstance(field.row, int) or field.row >= len(state.form.indicators):
            return
        if field.column in {"target", "actual"} and not self._ask_percent(state, field.row):
            self._ask_direction(state, field.row)

    def _is_new(self, state: FormState, row: int, what: str) -> bool:
        """Whether this was not asked of that row before; it has been from now on."""
        matter = (state.form_id, state.form.indicators[row].key, what)
        is_new = matter not in self._asked
        self._asked.add(matter)
        return is_new

    def _ask_percent(self, state: FormState, row: int) -> bool:
        missing = slips.missing_percent(state.form.indicators[row], state.template)
        if missing is None or not self._is_new(state, row, missing.column):
            return False
        field = FieldRef.indicator(row, missing.column)
        text = self.tr("{place}“{typed}”没有百分号，是百分数吗？").format(
            place=places.place(field, state.template), typed=missing.typed
        )
        offers: list[Offer] = [
            (self.tr("改为 {0}").format(missing.meant), lambda: self._write(field, missing.meant)),
            (self.tr("就是 {0}").format(missing.typed), lambda: None),
        ]
        self._ask(state, row, text, offers)
        return True

    def _ask_direction(self, state: FormState, row: int) -> None:
        line = state.form.indicators[row]
        if not slips.against_target(line) or not self._is_new(state, row, "direction"):
            return
        unmet = grades.name("unmet")
        text = self.tr("第 {row} 行的目标是“{target}”，实际是“{actual}”，没有达到。达成情况建议选“{grade}”。")
        told = text.format(row=row + 1, target=line.target, actual=line.actual, grade=unmet)
        self._ask(state, row, told, [(self.tr("选“{0}”").format(unmet), lambda: self._grade_unmet(row))])

    def _ask(self, state: FormState, row: int, text: str, offers: Sequence[Offer]) -> None:
        self._about = state.form_id, state.form.indicators[row]
        self._desk.messages.say(text, "hint", offers, about=_ABOUT)

    def _drop_settled(self, state: FormState | None) -> None:
        """Another form, or the row says something else by now."""
        if self._about is None:
            return
        form_id, line = self._about
        if state is None or state.form_id != form_id or line not in state.form.indicators:
            self._about = None
            self._desk.messages.clear(about=_ABOUT)

    def _write(self, field: FieldRef, text: str) -> None:
        state = self._desk.form
        if state is not None:
            form = edits.set_cell(state.form, field, text)
            self._desk.session.change(form, label=steps.edited(field, state.template))

    def _grade_unmet(self, row: int) -> None:
        state = self._desk.form
        if state is not None:
            label = steps.edited(FieldRef.indicator(row, "achievement"), state.template)
            self._desk.session.change(edits.set_achievement(state.form, row, "unmet"), label=label)
