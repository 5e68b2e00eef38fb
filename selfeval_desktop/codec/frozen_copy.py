"""Texts that lie in the ledger: frozen copies of forms, and the paper that they were laid out on.

A frozen copy is all of a form that is its value, keys of rows and unread cells included. Unlike the JSON form it
is no format for others: it lies under a digest and is read as it was written. Equal forms with equal keys give
equal texts.
"""

from decimal import Decimal

import msgspec

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, FundLine, Goals, Indicator, MoneyUnit
from selfeval_desktop.domain.layout.paper import PaperSetup


class _FormContent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    template: str
    year: int | None
    money_unit: MoneyUnit
    project_name: str
    department: str
    unit: str
    fields: dict[str, str]
    funds: dict[str, FundLine]
    execution_score: Decimal | None
    goals: Goals
    indicators: tuple[Indicator, ...]
    unread: dict[str, str]


class _PaperContent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    setup: PaperSetup
    signature: bool


def form_snapshot_text(form: Form) -> str:
    """The whole form, without its margin."""
    document = {name: getattr(form, name) for name in _FormContent.__struct_fields__}
    document["unread"] = {str(cell): text for cell, text in form.unread.items()}
    return msgspec.json.encode(document, order="sorted").decode()


def read_form_snapshot(text: str) -> Form:
    """The form of such a text; ValueError for any other."""
    content = msgspec.json.decode(text, type=_FormContent)
    found = {name: getattr(content, name) for name in _FormContent.__struct_fields__}
    found["unread"] = {FieldRef.parse(cell): typed for cell, typed in content.unread.items()}
    return Form(**found)


def paper_setup_text(setup: PaperSetup, *, signature: bool) -> str:
    """The paper, and whether the line for signatures stood below the table."""
    return msgspec.json.encode(_PaperContent(setup, signature), order="sorted").decode()


def read_paper_setup(text: str) -> tuple[PaperSetup, bool]:
    """Paper and line for signatures of such a text; ValueError for any other."""
    paper = msgspec.json.decode(text, type=_PaperContent)
    return paper.setup, paper.signature
