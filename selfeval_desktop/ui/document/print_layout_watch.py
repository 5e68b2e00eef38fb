"""Whether the texts of the open form fit in print, for the widgets that show it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.ledger.session import FormSession, FormState
from selfeval_desktop.app.paper.drawing import Page, find_printed_cell
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.merged_levels import cell_on_paper
from selfeval_desktop.wording import paper

_PAUSE_MS = 400
"""Milliseconds after the last key: laying out takes as long as several keys, and longer the first time."""


class PrintLayoutWatch(QObject):
    """Lays the open form out when typing pauses, while one of its viewers is seen.

    Until then what was found last stays, but never for another form. `changed` tells that there is
    something else to say.
    """

    changed = Signal()

    def __init__(
        self,
        session: FormSession,
        draw: Callable[[FormState], tuple[Page, ...]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._draw = session, draw
        self._viewers: list[QWidget] = []
        self._drawn: FormState | None = None
        self._pages: tuple[Page, ...] = ()
        self._is_stale = True
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._lay_out_form)
        session.add_listener(self._on_form_changed)

    def add_viewer(self, viewer: QWidget) -> None:
        """Lay out while that widget is seen."""
        self._viewers.append(viewer)
        viewer.installEventFilter(self)

    def remove_viewer(self, viewer: QWidget) -> None:
        """Lay out no longer for that widget."""
        viewer.removeEventFilter(self)
        self._viewers.remove(viewer)

    def on_paper_changed(self) -> None:
        """Another paper was chosen."""
        self._schedule_layout()

    def printed_text_facts(self, field: FieldRef, characters: int) -> tuple[str, ...]:
        """Statements on how a text of that many characters prints in that cell, the most detailed first."""
        if self._drawn is None:
            return paper.text_facts(characters, None, 0, 0)
        found = find_printed_cell(self._pages, cell_on_paper(self._drawn.form, field))
        return paper.text_facts(characters, found, len(self._pages), self._drawn.template.paper.text_size)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._is_stale:
            self._schedule_layout()
        return super().eventFilter(watched, event)

    def _on_form_changed(self, state: FormState | None) -> None:
        before = self._drawn
        if before is not None and (state is None or state.form_id != before.form_id):
            self._drawn, self._pages = None, ()
            self.changed.emit()
        self._schedule_layout()

    def _schedule_layout(self) -> None:
        self._is_stale = True
        if self._has_visible_viewer():
            self._pause.start()

    def _has_visible_viewer(self) -> bool:
        return any(viewer.isVisible() for viewer in self._viewers)

    def _lay_out_form(self) -> None:
        state = self._session.state
        if state is None or not self._has_visible_viewer():
            return
        self._pages, self._drawn, self._is_stale = self._draw(state), state, False
        self.changed.emit()
