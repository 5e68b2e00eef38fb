"""Findings of one rule in one form, told in one line with all their cells: nine times K42 is one thing to mend."""

from collections.abc import Iterable
from dataclasses import dataclass

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.rules.accepted_findings import AcceptedFinding
from selfeval_desktop.domain.rules.findings import Finding


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """One finding or more, of one code and severity, all open or all explained with the same reason."""

    lines: tuple[AcceptedFinding, ...]

    @property
    def finding(self) -> Finding:
        """The first of them, which speaks for all."""
        return self.lines[0].finding

    @property
    def reason(self) -> str:
        """The filler's reason; "" while they are open."""
        return self.lines[0].reason

    @property
    def cells(self) -> tuple[FieldRef, ...]:
        """The cells that they point to, each once."""
        return tuple(dict.fromkeys(line.finding.field for line in self.lines))


def group_findings(lines: Iterable[AcceptedFinding]) -> tuple[FindingGroup, ...]:
    """The findings of one form by rule, in the order in which each rule comes first; within a rule from row to row."""
    grouped: dict[tuple[object, ...], list[AcceptedFinding]] = {}
    for line in lines:
        key = line.finding.code, line.finding.severity, line.reason
        grouped.setdefault(key, []).append(line)
    return tuple(FindingGroup(tuple(sorted(group, key=_row_of))) for group in grouped.values())


def _row_of(line: AcceptedFinding) -> int:
    row = line.finding.field.row
    return row if isinstance(row, int) else -1
