"""Equal forms have equal digests on every PC, other forms have others."""

import json
from dataclasses import replace
from decimal import Decimal

from hypothesis import given

from selfeval_desktop.codec import form_json
from selfeval_desktop.codec.ledger_texts import form_digest, paper_code
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, FundLine
from tests import builders
from tests.codec.strategies import forms


@given(forms, forms)
def test_digests_are_equal_exactly_when_canonical_forms_are(one: Form, other: Form) -> None:
    assert (form_digest(one) == form_digest(other)) == (
        form_json.canonical_bytes(one) == form_json.canonical_bytes(other)
    )
    assert (one != other) or (form_digest(one) == form_digest(other))


@given(forms)
def test_keys_of_indicators_are_no_part_of_the_digest(form: Form) -> None:
    renumbered = tuple(replace(row, key=row.key + 100) for row in form.indicators)
    assert form_digest(replace(form, indicators=renumbered)) == form_digest(form)


def test_trailing_zeros_and_exponents_are_no_part_of_the_digest() -> None:
    form = builders.with_fund(builders.complete_form(), "other", annual=Decimal("214167.00"))
    for same in ("214167", "214167.000000", "2.14167E+5"):
        assert form_digest(builders.with_fund(form, "other", annual=Decimal(same))) == form_digest(form)


def test_what_says_nothing_is_no_part_of_the_digest() -> None:
    form = builders.complete_form()
    padded = replace(
        form,
        fields={"phone": ""},
        funds={"total": FundLine(fields={"reason": ""}), **form.funds},
        indicators=tuple(replace(row, fields={"unit": ""}) for row in form.indicators),
    )
    assert form_digest(padded) == form_digest(form)


def test_the_order_of_funds_rows_is_no_part_of_the_digest() -> None:
    form = builders.complete_form()
    turned = dict(reversed(list(form.funds.items())))
    assert form_digest(replace(form, funds=turned)) == form_digest(form)


def test_the_order_of_indicators_is_part_of_the_digest() -> None:
    form = builders.complete_form()
    assert form_digest(replace(form, indicators=form.indicators[::-1])) != form_digest(form)


def test_unread_text_is_part_of_the_digest() -> None:
    form = builders.complete_form()
    unread = replace(form, unread={FieldRef.fund("total", "annual"): "约三万"})
    assert json.loads(form_json.canonical_bytes(unread))["unread"] == {"funds.total.annual": "约三万"}
    assert form_digest(unread) != form_digest(form)


def test_the_digest_is_the_same_in_every_release() -> None:
    assert (
        form_digest(builders.complete_form()).hex()
        == "7f4a3d89a94cfdccec065b95e6ca991b95503c49b2c7b70ce894a1a41383ecca"
    )


def test_the_paper_code_is_the_same_in_every_release() -> None:
    assert paper_code(builders.complete_form(), builders.mof_2020()) == "60PPCW11"


@given(forms)
def test_the_paper_code_has_eight_characters_that_cannot_be_confused(form: Form) -> None:
    code = paper_code(form, builders.mof_2020())
    assert len(code) == 8
    assert set(code) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")


def test_another_version_of_the_template_gives_another_code() -> None:
    template = builders.mof_2020()
    form = builders.complete_form()
    assert paper_code(form, replace(template, version=template.version + 1)) != paper_code(form, template)
