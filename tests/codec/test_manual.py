"""The help of every field is installed and read strictly."""

import re
from collections.abc import Iterator

import pytest

from selfeval_desktop import bootstrap, paths
from selfeval_desktop.app.errors import BadResource, FileProblem
from selfeval_desktop.codec import resource_toml
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Template

FILE = paths.manual_folder() / "fields.toml"
TEXT = FILE.read_text("utf-8")
MANUAL = resource_toml.read_manual(FILE.read_bytes(), path=FILE)
ENTRIES = {
    f"{part}.{key}": entry
    for part in ("head", "further", "fund_columns", "fund_rows", "goals", "indicators")
    for key, entry in getattr(MANUAL, part).items()
}


def fields(template: Template) -> Iterator[FieldRef]:
    """Everything that a form of the template has a place for."""
    yield from (FieldRef.head(name) for name in ("year", "money_unit", "template", "execution_score"))
    rows = (*template.head, *template.foot)
    yield from (FieldRef.parse(cell.field) for row in rows for cell in row if cell.field)
    yield from (FieldRef.head(each.key, extra=True) for each in template.further_fields)
    for column in template.funds.columns:
        yield from (FieldRef.fund(row.key, column.key, extra=column.extra) for row in template.funds.rows)
    yield from (FieldRef.goal(column.key) for column in template.goals.columns)
    yield from (FieldRef.indicator(0, each.key, extra=each.extra) for each in template.indicators.columns)
    yield FieldRef.indicator(0, "achievement")


@pytest.mark.parametrize(
    "template", bootstrap.installed_templates().newest_templates(), ids=lambda template: template.id
)
def test_every_field_and_column_of_every_template_has_help(template: Template) -> None:
    assert [str(field) for field in fields(template) if not MANUAL.help_for_field(field).what] == []
    assert [str(field) for field in fields(template) if MANUAL.help_for_field(field) is MANUAL.other] == []
    assert [row.key for row in template.funds.rows if row.key not in MANUAL.fund_rows] == []
    assert len(list(fields(template))) > 20


@pytest.mark.parametrize("name", ENTRIES)
def test_an_entry_speaks_in_sentences_without_codes(name: str) -> None:
    entry = ENTRIES[name]
    texts = (entry.what, entry.example, *entry.looks_for)
    assert [text for text in texts if re.search(r"K\d\d|fields?\.|\{|\}", text)] == []
    assert [text for text in (entry.what, *entry.looks_for) if not text.endswith("。")] == []
    assert entry.what.count("。") <= 3


REFUSED = [
    ("no_toml", "a = ", "1:5", FileProblem.NOT_TOML),
    ("no_utf8", b"\xff", "", FileProblem.NOT_UTF8),
    ("newer", TEXT.replace("selfeval-manual/1", "selfeval-manual/2"), "format", FileProblem.UNKNOWN_FORMAT),
    ("part", TEXT + "\n[heads.year]\nwhat = '年'", "heads", FileProblem.UNKNOWN_KEY),
    (
        "key",
        TEXT.replace("[goals.actual]\nwhat", "[goals.actual]\nwhy"),
        "goals.actual.why",
        FileProblem.UNKNOWN_KEY,
    ),
    ("missing", TEXT.replace("[other]\nwhat", "[other]\n#"), "other.what", FileProblem.MISSING_KEY),
    ("type", TEXT + "\n[goals.more]\nwhat = 3", "goals.more.what", FileProblem.WRONG_TYPE),
    ("empty", TEXT + "\n[goals.more]\nwhat = ''", "goals.more.what", FileProblem.TOO_LONG),
    ("text", TEXT + '\n[goals.more]\nwhat = "a\\uFFFE"', "goals.more.what", FileProblem.BAD_TEXT),
]


@pytest.mark.parametrize(("text", "place", "problem"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_a_broken_file_is_refused_with_its_path(text: str | bytes, place: str, problem: FileProblem) -> None:
    with pytest.raises(BadResource) as caught:
        resource_toml.read_manual(text if isinstance(text, bytes) else text.encode(), path=FILE)
    assert (caught.value.path, caught.value.place, caught.value.problem) == (FILE, place, problem)
