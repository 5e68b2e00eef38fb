"""The prints and exports of a form as lines: when, how, its code, and how many cells were changed since."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor

from selfeval_desktop.app.paper.codes import format_code
from selfeval_desktop.app.ports.output_events import OutputEvent
from selfeval_desktop.ui.document import paper_check_words
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.list_model import ColumnsModel, Index, ListColumn

WHEN, HOW, CODE, COMPARED = range(4)


@dataclass(frozen=True, slots=True)
class ComparedOutput:
    """A print or an export; `count` cells were changed since, None where that is unknown or there is nothing to compare."""

    output_event: OutputEvent
    count: int | None


class OutputEventsModel(ColumnsModel[ComparedOutput]):
    """Rows are what went out, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self.set_columns(
            ListColumn(self.tr("时间"), lambda row: paper_check_words.output_time(row.output_event)),
            ListColumn(
                self.tr("方式"), lambda row: paper_check_words.output_kind_name(row.output_event.kind)
            ),
            ListColumn(self.tr("校验码"), _code_text),
            ListColumn(self.tr("与现在的数据比较"), _comparison_text, colour=_comparison_colour),
        )

    def show_outputs(self, entries: Sequence[ComparedOutput]) -> None:
        """Show these; where only the comparison differs, rows stay where they are."""
        if [each.output_event for each in entries] == [each.output_event for each in self.rows]:
            self.replace_rows(entries)
        else:
            self.show_rows(entries)

    def output_at(self, index: Index) -> OutputEvent | None:
        """What went out, by its line."""
        row = self.row_at(index)
        return row.output_event if row else None

    def row_of(self, event: OutputEvent | None) -> int:
        """Its line; -1 when it has none."""
        return next((row for row, entry in enumerate(self.rows) if entry.output_event == event), -1)


def _code_text(row: ComparedOutput) -> str:
    return format_code(row.output_event.code) if row.output_event.code else "—"


def _comparison_text(row: ComparedOutput) -> str:
    if not row.output_event.code:
        return paper_check_words.no_copy()
    return "—" if row.count is None else paper_check_words.paper_comparison(row.count)


def _comparison_colour(row: ComparedOutput) -> QColor:
    return theme.colour("muted" if row.count is None else "warning" if row.count else "ok")
