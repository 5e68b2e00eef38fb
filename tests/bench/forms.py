"""The forms that are measured, as drafts, ledgers and printouts."""

from dataclasses import replace
from itertools import cycle
from pathlib import Path

from selfeval_desktop import bootstrap, paths
from selfeval_desktop.app.paper.outputs import Paperwork
from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.codec import form_json
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form, Goals, Indicator
from selfeval_desktop.storage.file.opening import SqliteLedgers

TEMPLATE = bootstrap.installed_templates().get_template("mof-2020")
EXAMPLE = max(paths.example_folder().glob("*.json"))
"""The file of the longest example: two pages, 21 indicators."""

_PAPERWORK = Paperwork(bootstrap.installed_templates(), bootstrap.paper_code, "草稿")


def example() -> Form:
    """The longest example."""
    return form_json.read_file(EXAMPLE, bootstrap.installed_templates())[0]


def long_form(rows: int) -> Form:
    """The example with its indicators repeated up to that number."""
    form = example()
    repeated = cycle(form.indicators)
    return replace(form, indicators=tuple(replace(next(repeated), key=key) for key in range(1, rows + 1)))


def filled_form(rows: int, characters: int) -> Form:
    """The example with so many indicators, and so many characters in their deviations."""
    form = long_form(rows)
    prose = (form.goals.expected + form.goals.actual) * (characters // rows // len(form.goals.actual) + 1)
    text = prose[: characters // rows]
    return replace(form, indicators=tuple(replace(row, deviation=text) for row in form.indicators))


def another(number: int) -> Form:
    """The example with all of its longer texts turned by so many characters.

    As long as before, but no line of it is like one of another number: nothing can be remembered.
    """
    form = example()
    return replace(
        form,
        project_name=f"{form.project_name}{number}",
        department=_turned(form.department, number),
        unit=_turned(form.unit, number),
        goals=Goals(_turned(form.goals.expected, number), _turned(form.goals.actual, number)),
        indicators=tuple(_another_row(row, number) for row in form.indicators),
    )


def _another_row(row: Indicator, number: int) -> Indicator:
    return replace(row, level3=_turned(row.level3, number), deviation=_turned(row.deviation, number))


def _turned(text: str, number: int) -> str:
    place = number % max(len(text), 1)
    return text[place:] + text[:place]


def printout(form: Form, number: int = 1) -> Printout:
    """The form evaluated, laid out and given its code, as the program does it for each print."""
    return _PAPERWORK.build_output(number, form).printout


def draft(form: Form) -> Draft:
    """The form with its findings."""
    return Draft(form, evaluate(form, TEMPLATE))


def ledger_of(path: Path, forms: list[Form]) -> Path:
    """A ledger file with these forms."""
    store = SqliteLedgers(bootstrap.installed_templates()).create_ledger_file(path)
    store.insert_forms([draft(form) for form in forms])
    store.close()
    return path
