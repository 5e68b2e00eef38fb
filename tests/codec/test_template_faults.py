"""All faults of a template file are told at once, each with its line."""

from pathlib import Path

import pytest

from selfeval_desktop import paths
from selfeval_desktop.app.errors import BadTemplate, FileProblem
from selfeval_desktop.codec import strict, toml_lines
from selfeval_desktop.codec.templates import find_template_faults, read_template_file
from selfeval_desktop.wording import errors
from tests.templates import SOURCE


def broken(*changes: tuple[str, str]) -> str:
    text = SOURCE
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    return text


def told(text: str) -> list[tuple[str, str, FileProblem]]:
    """The text of the line, the place and the problem of each fault."""
    lines = text.split("\n")
    return [
        (lines[fault.line - 1].strip(), fault.place, fault.problem) for fault in find_template_faults(text.encode())
    ]


def test_everything_that_does_not_fit_is_told_at_once_in_the_files_order() -> None:
    text = broken(
        ('less = "linear"', 'less = "linear"\nmore = 3'),
        ('weight = "50"', 'weight = "五十"'),
        ('kind = "rate" }', 'kind = "rat" }'),
        ('label = "其他资金" }', "label = 5 }"),
        ('name = "良"', 'nam = "良"'),
    )
    assert told(text) == [
        ("more = 3", "scoring.more", FileProblem.UNKNOWN_KEY),
        ("[[grades]]", "grades[1].name", FileProblem.MISSING_KEY),
        ('nam = "良"', "grades[1].nam", FileProblem.UNKNOWN_KEY),
        ('weight = "五十"', "levels[0].weight", FileProblem.NOT_A_NUMBER),
        ('{ key = "rate", heading = "执行率", kind = "rat" },', "funds.columns[4].kind", FileProblem.BAD_VALUE),
        ('{ key = "other", label = 5 },', "funds.rows[3].label", FileProblem.WRONG_TYPE),
    ]


def test_contradictions_are_told_beside_unknown_keys() -> None:
    text = broken(
        ("span = 7, field", "span = 6, field"), ('less = "linear"', 'less = "linear"\nmore = 3'), ('"50"', '"40"')
    )
    assert [(place, problem) for _, place, problem in told(text)] == [
        ("head[0]", FileProblem.WRONG_SPANS),
        ("scoring.more", FileProblem.UNKNOWN_KEY),
        ("levels", FileProblem.WRONG_WEIGHTS),
    ]


@pytest.mark.parametrize(
    ("data", "line", "problem"),
    [
        (b"a = ", 1, FileProblem.NOT_TOML),
        (b'a = 1\nb = "', 2, FileProblem.NOT_TOML),
        (b"\xff", 1, FileProblem.NOT_UTF8),
        (b"id = 'x'", 1, FileProblem.UNKNOWN_FORMAT),
    ],
)
def test_what_is_no_template_at_all_has_one_fault(data: bytes, line: int, problem: FileProblem) -> None:
    (fault,) = find_template_faults(data)
    assert (fault.line, fault.problem) == (line, problem)


def test_a_file_that_is_refused_brings_all_its_faults(tmp_path: Path) -> None:
    file = tmp_path / "bad.toml"
    file.write_text(broken(('id = "mof-2020"', 'id = "Mof 2020"'), ("span = 7, field", "span = 6, field")), "utf-8")
    with pytest.raises(BadTemplate) as caught:
        read_template_file(file)
    assert [fault.place for fault in caught.value.faults] == ["id", "head[0]"]


def test_installed_templates_have_no_faults() -> None:
    for file in paths.template_folder().glob("*.toml"):
        assert find_template_faults(file.read_bytes()) == ()


def test_every_problem_of_a_template_is_said_in_plain_chinese() -> None:
    text = broken(("span = 7, field", "span = 6, field"), ('less = "linear"', 'less = "linear"\nmore = 3'))
    assert [errors.template_fault_line(fault) for fault in find_template_faults(text.encode())] == [
        "第 25 行 head[0]：各格合起来占 8 列，与 columns 的列数不符。请改正各格的 span。",
        "第 42 行 scoring.more：不认识“more”。请核对拼写，或删去。",
    ]


@pytest.mark.parametrize(
    ("text", "steps", "line"),
    [
        ("a = 1\n[b.c]\nd = 2", ("b", "c", "d"), 3),
        ("[[a]]\n[[a]]\nb = 1", ("a", 1, "b"), 3),
        ("[[a]]\n[[a]]\n[a.b]\nc = 1", ("a", 1, "b", "c"), 4),
        ("a = [\n  { b = 1 },\n  # none\n  { b = 2,\n c = 3 },\n]", ("a", 1, "c"), 5),
        ("a = [\n [{ b = 1 }],\n [\n { b = 2 },\n { b = 3 }]]", ("a", 1, 1, "b"), 5),
        ("a = '''\n[b]\n'''\nb = 2", ("b",), 4),
        ('"a.b" = 1\n\'c\' = "x # y"\nd.e = 4', ("d", "e"), 3),
        ("a = 1\n\n[b]", ("b", "missing"), 3),
        ("a = 1", (), 1),
    ],
)
def test_the_line_of_a_value_is_found(text: str, steps: strict.Steps, line: int) -> None:
    assert toml_lines.line_of_value(toml_lines.value_lines(text), steps) == line
