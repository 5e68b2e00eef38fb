"""Findings of one rule in one form are told together; what is open and what is explained stay apart."""

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.rules.accepted_findings import AcceptedFinding
from selfeval_desktop.domain.rules.finding_groups import group_findings
from selfeval_desktop.domain.rules.findings import Finding, Severity
from selfeval_desktop.wording import cell_names
from tests.builders import mof_2020


def line(code: str, row: int, column: str = "target", reason: str = "") -> AcceptedFinding:
    return AcceptedFinding(Finding(code, Severity.HINT, FieldRef.indicator(row, column), {}), reason)


def test_findings_of_one_rule_are_one_group_where_the_rule_comes_first() -> None:
    groups = group_findings([line("K42", 9), line("K44", 0), line("K42", 4), line("K42", 8)])
    assert [(group.finding.code, len(group.lines)) for group in groups] == [("K42", 3), ("K44", 1)]
    assert [cell.row for cell in groups[0].cells] == [4, 8, 9]


def test_what_has_a_reason_is_told_apart() -> None:
    groups = group_findings([line("K42", 4), line("K42", 8, reason="属实"), line("K42", 9, reason="属实")])
    assert [(len(group.lines), group.reason) for group in groups] == [(1, ""), (2, "属实")]


def test_rows_of_one_column_are_named_together_and_other_cells_one_by_one() -> None:
    cells = [FieldRef.indicator(4, "target"), FieldRef.head("unit"), FieldRef.indicator(8, "target")]
    assert cell_names.cells_path(cells, mof_2020()) == "指标 · 第 5、9 行 · 年度指标值；实施单位"
    assert cell_names.cells_path(cells[:1], mof_2020()) == "指标 · 第 5 行 · 年度指标值"
