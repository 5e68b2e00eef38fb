"""The findings of the open form as a list: filtered by what they weigh, in the order that the user chose.

Those of one rule are one line with all their cells.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import partial
from itertools import groupby
from operator import itemgetter

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtGui import QColor, QIcon

from selfeval_desktop.app.ledger.session import FormSession, FormState
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.rules.accepted_findings import AcceptedFinding
from selfeval_desktop.domain.rules.finding_groups import FindingGroup, group_findings
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.ui.document.cells import WEIGHTS
from selfeval_desktop.ui.document.form_page import form_order
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.list_model import NOWHERE, ColumnsModel, ListColumn
from selfeval_desktop.wording import cell_names, labels, rules
from selfeval_desktop.wording import findings as sentences

SEVERITY, PLACE, SENTENCE = range(3)


class ProblemKind(StrEnum):
    """What lines are filtered by: a severity, or that a reason was written. The values are kept in the settings."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"
    EXPLAINED = "explained"


class ProblemOrder(StrEnum):
    """What lines are sorted by. The values are kept in the settings."""

    SEVERITY = "severity"
    RULE = "rule"
    FORM = "form"


def kind_of(line: FindingGroup | AcceptedFinding) -> ProblemKind:
    """What the line is filtered by."""
    return ProblemKind.EXPLAINED if line.reason else ProblemKind(line.finding.severity.value)


def kind_name(kind: ProblemKind) -> str:
    """What the kind is called: its severity, or that it was explained."""
    is_explained = kind is ProblemKind.EXPLAINED
    return labels.explained_label() if is_explained else labels.severity_name(Severity(kind.value))


def kind_icon(kind: ProblemKind) -> QIcon:
    """The sign of its severity; a grey tick for what was explained."""
    is_explained = kind is ProblemKind.EXPLAINED
    return theme.icon("ok", "muted") if is_explained else theme.severity_icon(Severity(kind.value))


def kind_colour(kind: ProblemKind) -> QColor:
    """The colour of its severity; grey for what was explained."""
    is_explained = kind is ProblemKind.EXPLAINED
    return theme.colour("muted") if is_explained else theme.severity_colour(Severity(kind.value))


def text_colour(line: FindingGroup) -> QColor | None:
    """Grey where a reason was written, else that of all texts."""
    return theme.colour("muted") if line.reason else None


def full_text(line: FindingGroup, template: Template) -> str:
    """The rule, and all of the sentence, for a tip."""
    return f"{rules.rule_title(line.finding.code)}\n{sentence_of(line, template)}"


def sentence_of(line: FindingGroup, template: Template) -> str:
    """What is wrong and what to do, with the reason why it may stand."""
    return sentences.sentence_with_reason(sentences.group_sentence(line, template), line.reason)


def _severity_weight(line: FindingGroup) -> tuple[object, ...]:
    return bool(line.reason), WEIGHTS.index(line.finding.severity)


_SORT_KEYS: Mapping[ProblemOrder, Callable[[FindingGroup], tuple[object, ...]]] = {
    ProblemOrder.SEVERITY: _severity_weight,
    ProblemOrder.RULE: lambda line: (line.finding.code, form_order(line.finding.field)),
    ProblemOrder.FORM: lambda line: (form_order(line.finding.field), *_severity_weight(line)),
}


class ProblemsModel(ColumnsModel[FindingGroup]):
    """Severity with its sign, place, and what to do. By rule, the first column names the rule."""

    def __init__(self, session: FormSession, parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._template: Template | None = None
        self._hidden: frozenset[ProblemKind] = frozenset()
        self._order = ProblemOrder.SEVERITY
        column = partial(ListColumn, tooltip=self._with_template(full_text), colour=text_colour)
        self.set_columns(
            ListColumn(
                self.tr("程度"),
                self._first_text,
                tooltip=self._with_template(full_text),
                colour=lambda line: kind_colour(kind_of(line)),
                icon=lambda line: kind_icon(kind_of(line)),
            ),
            column(
                self.tr("位置"),
                self._with_template(lambda line, template: cell_names.cells_path(line.cells, template)),
            ),
            column(self.tr("问题和做法"), self._with_template(sentence_of)),
        )
        session.add_listener(self._show_findings)
        self._show_findings(session.state)

    @property
    def order(self) -> ProblemOrder:
        """The order of the lines: by severity, by rule or by place."""
        return self._order

    @property
    def hidden_kinds(self) -> frozenset[ProblemKind]:
        """The kinds of lines that are left out."""
        return self._hidden

    def sort_and_filter(self, order: ProblemOrder, hidden: Iterable[ProblemKind]) -> None:
        """Sort and filter anew."""
        self._hidden = frozenset(hidden)
        if order is not self._order:
            self._order = order
            self.show_rows(())
        self._show_findings(self._session.state)

    @property
    def shown_count(self) -> int:
        """How many findings the lines stand for."""
        return sum(len(line.lines) for line in self.rows)

    def index_of_finding(self, code: str, field: FieldRef) -> QModelIndex:
        """The line of that rule and cell; an invalid index where there is none."""
        for row, line in enumerate(self.rows):
            if line.finding.code == code and field in line.cells:
                return self.index(row, SENTENCE)
        return QModelIndex()

    def _first_text(self, line: FindingGroup) -> str:
        return rules.rule_name(line.finding.code) if self._order is ProblemOrder.RULE else kind_name(kind_of(line))

    def _with_template(self, text: Callable[[FindingGroup, Template], str]) -> Callable[[FindingGroup], str]:
        """That text under the template of the open form; there is no line without one."""
        return lambda line: text(line, self._template) if self._template else ""

    def _show_findings(self, state: FormState | None) -> None:
        self._template = state.template if state else None
        found = group_findings(state.found.all_findings) if state else ()
        shown = (line for line in found if kind_of(line) not in self._hidden)
        self._replace_lines(sorted(shown, key=_SORT_KEYS[self._order]))

    def _replace_lines(self, new: list[FindingGroup]) -> None:
        """Let findings go and come one by one, so that a view touches only the lines that differ."""
        old_keys, new_keys = (
            [_finding_key(each) for each in self.rows],
            [_finding_key(each) for each in new],
        )
        leaving, staying = set(old_keys).difference(new_keys), set(old_keys).intersection(new_keys)
        if [key for key in old_keys if key in staying] != [key for key in new_keys if key in staying]:
            self.show_rows(new)
            return
        for first, last in reversed(_runs_of_true(key in leaving for key in old_keys)):
            self.beginRemoveRows(NOWHERE, first, last)
            self._rows = self._rows[:first] + self._rows[last + 1 :]
            self.endRemoveRows()
        for first, last in _runs_of_true(key not in staying for key in new_keys):
            self.beginInsertRows(NOWHERE, first, last)
            self._rows = (*self._rows[:first], *new[first : last + 1], *self._rows[first:])
            self.endInsertRows()
        before, self._rows = self._rows, tuple(new)
        for first, last in _runs_of_true(old != now for old, now in zip(before, new, strict=True)):
            self.refresh_rows(first, last)


def _finding_key(line: FindingGroup) -> tuple[str, Severity, str]:
    """What makes two lines the same one, with other cells or figures."""
    return line.finding.code, line.finding.severity, line.reason


def _runs_of_true(applies: Iterable[bool]) -> list[tuple[int, int]]:
    """The first and last places of each run of true values."""
    runs = []
    for is_run, run in groupby(enumerate(applies), key=itemgetter(1)):
        places = [place for place, _ in run]
        if is_run:
            runs.append((places[0], places[-1]))
    return runs
