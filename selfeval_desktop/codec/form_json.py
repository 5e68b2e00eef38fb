"""Forms as JSON (`selfeval-form/1`): read strictly, written readably, and in the one canonical form for digests."""

from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import msgspec

from selfeval_desktop.app.errors import BadFormFile, FileProblem, MissingFile, UnknownTemplate, UnreadableFile
from selfeval_desktop.app.foreign_files import OversizedFile, read_regular_file
from selfeval_desktop.app.ports.documents import FormFileReader, Progress, ignore_progress
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.app.system_errors import failure_reason
from selfeval_desktop.codec import limited, strict
from selfeval_desktop.codec.limited import LimitedReader, StopReason
from selfeval_desktop.codec.strict import Complaint, Document, Name, Number, Steps, Text
from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.edits import FIRST_YEAR, LAST_YEAR
from selfeval_desktop.domain.form.form import BLANK_FUND_LINE, Achievement, Form, FundLine, Goals, Indicator, MoneyUnit
from selfeval_desktop.domain.form.template import Template

FORMAT = "selfeval-form/1"
MAX_FORMS = 10_000
MAX_INDICATORS = 1_000

_Fields: TypeAlias = dict[str, Text]


class FundRowFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    initial: Number | None
    annual: Number | None
    executed: Number | None
    fields: _Fields = msgspec.field(default_factory=dict)


class GoalsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    expected: Text
    actual: Text


class IndicatorFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    level1: Name
    level2: Name
    level3: Text
    target: Text
    actual: Text
    achievement: Achievement | None
    weight: Number | None
    score: Number | None
    deviation: Text
    fields: _Fields = msgspec.field(default_factory=dict)


class FormFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: Literal["selfeval-form/1"]
    template: Text
    year: Annotated[int, msgspec.Meta(ge=FIRST_YEAR, le=LAST_YEAR)] | None
    money_unit: MoneyUnit
    project_name: Name
    department: Name
    unit: Name
    funds: dict[str, FundRowFile]
    execution_score: Number | None
    goals: GoalsFile
    indicators: Annotated[list[IndicatorFile], msgspec.Meta(max_length=MAX_INDICATORS)]
    fields: _Fields = msgspec.field(default_factory=dict)


@contextmanager
def open_reader(templates: Templates) -> Iterator[FormFileReader]:
    """What reads files one after the other in the reading process: MissingFile, UnreadableFile, BadFormFile, Cancelled."""

    def read_forms_of(path: Path, progress: Progress = ignore_progress) -> tuple[Form, ...]:
        with limited.telling_stops(partial(_stopped_file, path)):
            return reader.items(forms_in_file, path, templates, progress=progress)

    with LimitedReader() as reader:
        yield read_forms_of


def _stopped_file(path: Path, reason: StopReason) -> BadFormFile:
    return BadFormFile(path, "", strict.STOPS[reason])


def read_file(path: Path, templates: Templates) -> tuple[Form, ...]:
    """The forms of a file of the program's own, as `forms_in_file`."""
    return tuple(forms_in_file(path, templates))


def forms_in_file(path: Path, templates: Templates) -> Iterator[Form]:
    """The forms of a file, one by one until one is refused; MissingFile, UnreadableFile, BadFormFile.

    An oversized file is not even read.
    """
    try:
        data = read_regular_file(path, strict.MAX_BYTES)
    except FileNotFoundError as error:
        raise MissingFile(path) from error
    except OversizedFile as error:
        raise BadFormFile(path, "", FileProblem.TOO_LARGE, str(error.size)) from error
    except OSError as error:
        raise UnreadableFile(path, failure_reason(error)) from error
    with strict.refusing_file(path, BadFormFile):
        yield from _forms_of_bytes(data, templates)


def read_forms(data: bytes, *, path: Path, templates: Templates) -> tuple[Form, ...]:
    """One form or a list of forms, in the file's order; BadFormFile refuses the file whole.

    `path` is for the complaint. Rows of `funds` and keys of `fields` must be the template's; rows may
    be missing. Indicators are given the keys 1…n.
    """
    with strict.refusing_file(path, BadFormFile):
        return tuple(_forms_of_bytes(data, templates))


def write_forms(forms: Iterable[Form]) -> bytes:
    """A list of forms, indented, keys in the order of the form. ValueError for a form with `unread` cells.

    The format has no place for those; the caller has left such forms out.
    """
    document = []
    for form in forms:
        if form.unread:
            raise ValueError(", ".join(map(str, form.unread)))
        document.append(_form_document(form))
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def canonical_bytes(form: Form) -> bytes:
    """What a form's digest is taken over: equal bytes for forms that mean the same.

    The JSON form in UTF-8 with sorted keys, no white space and decimals in their shortest text; blank
    funds rows and empty `fields` are left out, `unread` is added where there is any. The keys of
    indicators are no part of it.
    """
    document = _form_document(_without_blank_content(form))
    if form.unread:
        document["unread"] = {str(cell): text for cell, text in form.unread.items()}
    return msgspec.json.encode(document, order="sorted")


def form_json_schema() -> bytes:
    """The JSON Schema of one file, for `resources/schema`."""
    kind = FormFile | Annotated[list[FormFile], msgspec.Meta(min_length=1, max_length=MAX_FORMS)]
    (outer,), definitions = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        **outer,
        "$defs": definitions,
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def _forms_of_bytes(data: bytes, templates: Templates) -> Iterator[Form]:
    count, documents = strict.read_json_items(data)
    if count == 0:
        raise Complaint((), FileProblem.NO_FORMS)
    if count is not None and count > MAX_FORMS:
        raise Complaint((), FileProblem.TOO_LONG, str(count))
    for index, document in enumerate(documents):
        steps = () if count is None else (index,)
        yield _form_from_file(_convert_form_file(document, steps), templates, steps)


def _convert_form_file(document: Document, steps: Steps) -> FormFile:
    """The Struct of one form. A file of another format is told as such, not by its first strange key."""
    if isinstance(document, dict):
        named = document.get("format")
        if isinstance(named, str) and named != FORMAT:
            raise Complaint((*steps, "format"), FileProblem.UNKNOWN_FORMAT, strict.shorten_quote(named))
    return strict.convert_to_struct(document, FormFile, steps)


def _form_from_file(row: FormFile, templates: Templates, steps: Steps) -> Form:
    try:
        template = templates.get_template(row.template)
    except UnknownTemplate as error:
        raise Complaint(
            (*steps, "template"), FileProblem.UNKNOWN_TEMPLATE, strict.shorten_quote(row.template)
        ) from error
    _refuse_strange_keys(row, template, steps)
    return Form(
        template=row.template,
        year=row.year,
        money_unit=row.money_unit,
        project_name=row.project_name,
        department=row.department,
        unit=row.unit,
        fields=row.fields,
        funds={
            key: FundLine(_to_decimal(line.initial), _to_decimal(line.annual), _to_decimal(line.executed), line.fields)
            for key, line in row.funds.items()
        },
        execution_score=_to_decimal(row.execution_score),
        goals=Goals(row.goals.expected, row.goals.actual),
        indicators=tuple(_indicator_from_file(key, line) for key, line in enumerate(row.indicators, start=1)),
    )


def _indicator_from_file(key: int, row: IndicatorFile) -> Indicator:
    return Indicator(
        key=key,
        level1=row.level1,
        level2=row.level2,
        level3=row.level3,
        target=row.target,
        actual=row.actual,
        achievement=row.achievement,
        weight=_to_decimal(row.weight),
        score=_to_decimal(row.score),
        deviation=row.deviation,
        fields=row.fields,
    )


def _refuse_strange_keys(row: FormFile, template: Template, steps: Steps) -> None:
    """Rows of `funds` and keys of `fields` that the template does not have."""
    of_funds = {column.key for column in template.funds.columns if column.extra}
    of_indicators = {column.key for column in template.indicators.columns if column.extra}
    places: list[tuple[Steps, Iterable[str], Set[str]]] = [
        (("fields",), row.fields, {each.key for each in template.further_fields}),
        (("funds",), row.funds, {line.key for line in template.funds.rows}),
    ]
    places += [(("funds", key, "fields"), line.fields, of_funds) for key, line in row.funds.items()]
    places += [
        (("indicators", index, "fields"), line.fields, of_indicators) for index, line in enumerate(row.indicators)
    ]
    for inner, keys, known in places:
        for key in keys:
            if key not in known:
                raise Complaint((*steps, *inner, key), FileProblem.UNKNOWN_KEY, strict.shorten_quote(key))


def _form_document(form: Form) -> dict[str, object]:
    return {
        "format": FORMAT,
        "template": form.template,
        "year": form.year,
        "money_unit": form.money_unit,
        "project_name": form.project_name,
        "department": form.department,
        "unit": form.unit,
        "fields": dict(form.fields),
        "funds": {key: _fund_document(line) for key, line in form.funds.items()},
        "execution_score": _decimal_text(form.execution_score),
        "goals": {"expected": form.goals.expected, "actual": form.goals.actual},
        "indicators": [_indicator_document(line) for line in form.indicators],
    }


def _without_blank_content(form: Form) -> Form:
    """The form without blank funds rows and empty further fields, which may be left out of a file."""
    funds = {
        key: replace(line, fields=_filled_fields(line.fields)) if line.fields else line
        for key, line in form.funds.items()
    }
    return replace(
        form,
        fields=_filled_fields(form.fields),
        funds={key: line for key, line in funds.items() if line != BLANK_FUND_LINE},
        indicators=tuple(
            replace(line, fields=_filled_fields(line.fields)) if line.fields else line for line in form.indicators
        ),
    )


def _filled_fields(fields: Mapping[str, str]) -> Mapping[str, str]:
    return {key: text for key, text in fields.items() if text}


def _fund_document(line: FundLine) -> dict[str, object]:
    row: dict[str, object] = {
        "initial": _decimal_text(line.initial),
        "annual": _decimal_text(line.annual),
        "executed": _decimal_text(line.executed),
    }
    return {**row, "fields": dict(line.fields)} if line.fields else row


def _indicator_document(line: Indicator) -> dict[str, object]:
    row: dict[str, object] = {
        "level1": line.level1,
        "level2": line.level2,
        "level3": line.level3,
        "target": line.target,
        "actual": line.actual,
        "achievement": line.achievement,
        "weight": _decimal_text(line.weight),
        "score": _decimal_text(line.score),
        "deviation": line.deviation,
    }
    return {**row, "fields": dict(line.fields)} if line.fields else row


def _to_decimal(text: str | None) -> Decimal | None:
    return None if text is None else amounts.normalise(Decimal(text))


def _decimal_text(value: Decimal | None) -> str | None:
    return None if value is None else amounts.plain_number(value)
