"""Forms as JSON come back equal; a file that is not exactly such a list is refused whole, with its place."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from selfeval_desktop import paths
from selfeval_desktop.app.errors import BadFormFile, FileProblem, MissingFile, UnreadableFile
from selfeval_desktop.codec import form_json, strict
from selfeval_desktop.codec.templates import TemplateFolder
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, FundLine
from tests import builders, layouts
from tests.codec.strategies import forms

TEMPLATES = TemplateFolder(paths.template_folder())
PATH = Path("表.json")


def read(document: object) -> tuple[Form, ...]:
    data = document if isinstance(document, bytes) else json.dumps(document).encode()
    return form_json.read_forms(data, path=PATH, templates=TEMPLATES)


def refusal(document: object) -> tuple[str, FileProblem, str]:
    with pytest.raises(BadFormFile) as caught:
        read(document)
    assert caught.value.path == PATH
    return caught.value.place, caught.value.problem, caught.value.found


def document(**changes: Any) -> dict[str, Any]:
    """The complete form as a file would have it."""
    file: dict[str, Any] = json.loads(form_json.write_forms([builders.complete_form()]))[0]
    return {**file, **changes}


def with_total(**changes: Any) -> dict[str, Any]:
    return document(funds={"total": {"initial": None, "annual": None, "executed": None, **changes}})


def with_first_row(**changes: Any) -> dict[str, Any]:
    row = document()["indicators"][0]
    return document(indicators=[{**row, **changes}])


@given(forms)
def test_a_written_form_is_read_back_equal(form: Form) -> None:
    assert read(form_json.write_forms([form])) == (form,)


@given(forms)
def test_writing_again_gives_the_same_bytes(form: Form) -> None:
    written = form_json.write_forms([form, form])
    assert form_json.write_forms(read(written)) == written


def test_one_form_may_stand_without_a_list() -> None:
    assert read(document()) == (builders.complete_form(),)


def test_a_byte_order_mark_is_no_fault() -> None:
    assert read(b"\xef\xbb\xbf" + form_json.write_forms([builders.complete_form()])) == (builders.complete_form(),)


def test_keys_are_written_in_the_order_of_the_form() -> None:
    assert list(document()) == [
        "format",
        "template",
        "year",
        "money_unit",
        "project_name",
        "department",
        "unit",
        "fields",
        "funds",
        "execution_score",
        "goals",
        "indicators",
    ]


def test_indicators_are_numbered_from_one() -> None:
    (form,) = read(document())
    assert [row.key for row in form.indicators] == [1, 2, 3, 4, 5]


def test_decimals_lose_trailing_zeros_and_nothing_else() -> None:
    (form,) = read(with_total(annual="0214167.500000", initial="-0", executed="+278.444901"))
    assert form.funds["total"] == FundLine(Decimal(0), Decimal("214167.5"), Decimal("278.444901"))
    assert str(form.funds["total"].annual) == "214167.5"


def test_fields_may_be_left_out() -> None:
    short = document()
    del short["fields"]
    assert read(short) == (builders.complete_form(),)


def test_further_fields_of_the_template_are_kept() -> None:
    form = replace(builders.complete_form(), fields={"budget_note": "年中追加", "phone": ""})
    assert read(form_json.write_forms([form])) == (form,)


def test_texts_come_cleaned() -> None:
    (form,) = read(document(project_name="一\r\n二\x07三\t"))
    assert form.project_name == "一\n二三\t"


REFUSED: list[tuple[object, str, FileProblem, str]] = [
    (b"\xff\xfe{}", "", FileProblem.NOT_UTF8, ""),
    (b"[" * 100_000, "", FileProblem.TOO_DEEP, ""),
    (b'{"a": }', "1:7", FileProblem.NOT_JSON, ""),
    (b'[{"format": "selfeval-form/1"', "1:30", FileProblem.NOT_JSON, ""),
    (b'{"year": 2020, "year": 2021}', "", FileProblem.DUPLICATE_KEY, "year"),
    (b'[{"year": NaN}]', "[0].year", FileProblem.NOT_A_NUMBER, "NaN"),
    (b'{"year": -Infinity}', "year", FileProblem.NOT_A_NUMBER, "-Infinity"),
    (b'{"year": 1e99999999999999999999}', "year", FileProblem.NOT_A_NUMBER, "NaN"),
    (document(year=10**100), "year", FileProblem.WRONG_TYPE, "1" + "0" * 59 + "…"),
    ([], "", FileProblem.NO_FORMS, ""),
    ([document()] * (form_json.MAX_FORMS + 1), "", FileProblem.TOO_LONG, "10001"),
    ("text", "", FileProblem.WRONG_TYPE, "text"),
    (document(format="selfeval-form/2"), "format", FileProblem.UNKNOWN_FORMAT, "selfeval-form/2"),
    (document(template="../hosts"), "template", FileProblem.UNKNOWN_TEMPLATE, "../hosts"),
    (
        document(**{"x` - at `$.funds[...]": 1}),
        "x` - at `$.funds[...]",
        FileProblem.UNKNOWN_KEY,
        "x` - at `$.funds[...]",
    ),
    (document(colour="red"), "colour", FileProblem.UNKNOWN_KEY, "colour"),
    (
        [document(), document(), with_total(anual="1")],
        "[2].funds.total.anual",
        FileProblem.UNKNOWN_KEY,
        "anual",
    ),
    ([document(), document(goals={"expected": ""})], "[1].goals.actual", FileProblem.MISSING_KEY, ""),
    (with_total(annual="abc"), "funds.total.annual", FileProblem.NOT_A_NUMBER, "abc"),
    (with_total(annual="1\n"), "funds.total.annual", FileProblem.NOT_A_NUMBER, "1\n"),
    (
        with_total(annual="1234567890123456"),
        "funds.total.annual",
        FileProblem.NOT_A_NUMBER,
        "1234567890123456",
    ),
    (with_total(annual="0.1234567"), "funds.total.annual", FileProblem.NOT_A_NUMBER, "0.1234567"),
    (with_total(annual="１２"), "funds.total.annual", FileProblem.NOT_A_NUMBER, "１２"),
    (with_total(annual="1e3"), "funds.total.annual", FileProblem.NOT_A_NUMBER, "1e3"),
    (with_total(annual=87.5), "funds.total.annual", FileProblem.WRONG_TYPE, "87.5"),
    (document(execution_score=True), "execution_score", FileProblem.WRONG_TYPE, "true"),
    (document(project_name=None), "project_name", FileProblem.WRONG_TYPE, "null"),
    (document(goals=[]), "goals", FileProblem.WRONG_TYPE, "[…]"),
    (document(unit={}), "unit", FileProblem.WRONG_TYPE, "{…}"),
    (document(year="2023"), "year", FileProblem.WRONG_TYPE, "2023"),
    (document(year=1800), "year", FileProblem.BAD_VALUE, "1800"),
    (document(money_unit="美元"), "money_unit", FileProblem.BAD_VALUE, "美元"),
    (with_first_row(achievement="done"), "indicators[0].achievement", FileProblem.BAD_VALUE, "done"),
    (with_first_row(weight=10), "indicators[0].weight", FileProblem.WRONG_TYPE, "10"),
    (with_first_row(fields={"unit": "人"}), "indicators[0].fields.unit", FileProblem.UNKNOWN_KEY, "unit"),
    (document(fields={"phone": "1", "seal": 3}), "fields.seal", FileProblem.WRONG_TYPE, "3"),
    (document(fields={"fax": "1"}), "fields.fax", FileProblem.UNKNOWN_KEY, "fax"),
    (
        document(funds={"gifts": {"initial": None, "annual": None, "executed": None}}),
        "funds.gifts",
        FileProblem.UNKNOWN_KEY,
        "gifts",
    ),
    (with_total(fields={"reason": "x"}), "funds.total.fields.reason", FileProblem.UNKNOWN_KEY, "reason"),
    (document(unit="a\ud800"), "unit", FileProblem.BAD_TEXT, "U+D800"),
    (
        [document(), with_first_row(actual="a\x00")],
        "[1].indicators[0].actual",
        FileProblem.BAD_TEXT,
        "U+0000",
    ),
    (document(unit="长" * 100_001), "unit", FileProblem.TOO_LONG, "100001"),
    (document(indicators=document()["indicators"] * 300), "indicators", FileProblem.TOO_LONG, "1500"),
]


@pytest.mark.parametrize(("file", "place", "problem", "found"), REFUSED, ids=[f"{row[2]}-{row[1]}" for row in REFUSED])
def test_a_bad_file_is_refused_with_place_and_reason(
    file: object, place: str, problem: FileProblem, found: str
) -> None:
    assert refusal(file) == (place, problem, found)


def test_a_number_too_large_for_any_type_is_a_wrong_type() -> None:
    data = form_json.write_forms([builders.complete_form()]).replace(b'"150000"', b"1e999", 1)
    assert refusal(data) == ("[0].funds.current_year.initial", FileProblem.WRONG_TYPE, "1E+999")


def test_an_oversized_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict, "MAX_BYTES", 10)
    assert refusal(document())[1] is FileProblem.TOO_LARGE


def test_a_file_is_read_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "表.json"
    path.write_bytes(form_json.write_forms([builders.complete_form()]))
    assert form_json.read_file(path, TEMPLATES) == (builders.complete_form(),)


def test_an_oversized_file_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "表.json"
    path.write_bytes(b"[]" * 10)
    monkeypatch.setattr(strict, "MAX_BYTES", 10)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read"))
    with pytest.raises(BadFormFile) as caught:
        form_json.read_file(path, TEMPLATES)
    assert (caught.value.problem, caught.value.found) == (FileProblem.TOO_LARGE, "20")


def test_a_missing_file_is_told_as_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        form_json.read_file(tmp_path / "none.json", TEMPLATES)


def test_a_folder_is_told_as_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        form_json.read_file(tmp_path, TEMPLATES)


def test_a_form_with_unread_cells_is_never_written() -> None:
    form = replace(builders.complete_form(), unread={FieldRef.fund("total", "annual"): "约三万"})
    with pytest.raises(ValueError, match=r"funds\.total\.annual"):
        form_json.write_forms([form])


def test_the_schema_in_resources_is_that_of_the_code() -> None:
    assert (paths.resource_folder() / "schema" / "selfeval-form-1.json").read_bytes() == form_json.form_json_schema()


@pytest.mark.parametrize("template_id", layouts.IDS)
def test_a_form_of_every_template_comes_back_equal(template_id: str) -> None:
    form = layouts.filled(layouts.template(template_id))
    assert form_json.read_forms(form_json.write_forms([form]), path=PATH, templates=TEMPLATES) == (form,)


@pytest.mark.parametrize(
    ("template_id", "address", "place"),
    [
        ("yunnan", "fields.project_code", "fields.project_code"),
        ("hubei", "funds.other.annual", "funds.other"),
        ("sichuan", "funds.carried_over.annual", "funds.carried_over"),
        ("guangxi", "indicators[0].fields.nature", "indicators[0].fields.nature"),
        ("anhui", "funds.total.fields.reason", "funds.total.fields.reason"),
    ],
)
def test_rows_and_keys_of_another_template_are_refused(template_id: str, address: str, place: str) -> None:
    form = edits.set_cell(layouts.filled(layouts.template(template_id)), FieldRef.parse(address), "1")
    assert refusal(form_json.write_forms([form]))[:2] == (f"[0].{place}", FileProblem.UNKNOWN_KEY)
