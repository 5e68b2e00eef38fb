"""What other forms of a ledger have to pick from: the newest first, bounded, nothing deleted."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from selfeval_desktop.app.errors import DamagedLedger, UnknownTemplate
from selfeval_desktop.domain.form.form import Form, Indicator
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.over_time.library import KnownIndicator, SourceForm, WrittenReason
from selfeval_desktop.storage.forms import library
from selfeval_desktop.storage.forms.form_store import LedgerForms
from tests.builders import complete_form
from tests.fakes import MemoryStore
from tests.storage.conftest import Open
from tests.storage.drafts import draft


def form(name: str, year: int | None, *rows: Indicator) -> Form:
    return complete_form(project_name=name, year=year, indicators=rows)


def row(level3: str, *, target: str = "≥1次", deviation: str = "") -> Indicator:
    return Indicator(level1="产出指标", level2="数量指标", level3=level3, target=target, deviation=deviation)


def known(level3: str, source: SourceForm, target: str = "≥1次") -> KnownIndicator:
    return KnownIndicator("产出指标", "数量指标", level3, target, source)


FORMS = (
    form("甲", 2022, row("一", target="≥9次", deviation="延期。"), row("二", deviation="无")),
    form("乙", None, row("三", deviation="预算调整。"), row("")),
    form("丙", 2023, row("一", deviation="延期。"), row("四")),
    form("丁", 2023, row("五", deviation="采购节约。")),
    form("本表", 2023, row("六", deviation="自己的。")),
    form("已删", 2024, row("七", deviation="已删的。")),
)
OWN, DELETED = 5, 6


class NoTemplates:
    """None is installed."""

    def newest_templates(self) -> tuple[Template, ...]:
        return ()

    def get_template(self, template_id: str) -> Template:
        raise UnknownTemplate(template_id)


@pytest.fixture(params=["file", "memory"])
def filled(request: pytest.FixtureRequest, store: LedgerForms) -> LedgerForms | MemoryStore:
    """The forms in a ledger, and in its stand-in, which must agree."""
    filled: LedgerForms | MemoryStore = store if request.param == "file" else MemoryStore()
    filled.insert_forms([draft(each) for each in FORMS])
    filled.move_to_bin([DELETED])
    return filled


def test_reasons_come_from_other_forms_the_newest_first(filled: LedgerForms | MemoryStore) -> None:
    assert filled.deviation_reasons(OWN) == (
        WrittenReason("采购节约。", SourceForm("丁", 2023)),
        WrittenReason("延期。", SourceForm("丙", 2023)),
        WrittenReason("预算调整。", SourceForm("乙", None)),
    )


def test_indicators_come_from_other_forms_with_the_newest_target(filled: LedgerForms | MemoryStore) -> None:
    assert filled.known_indicators(OWN) == (
        known("五", SourceForm("丁", 2023)),
        known("一", SourceForm("丙", 2023)),
        known("四", SourceForm("丙", 2023)),
        known("二", SourceForm("甲", 2022)),
        known("三", SourceForm("乙", None)),
    )


def test_a_form_that_is_brought_back_counts_again(filled: LedgerForms | MemoryStore) -> None:
    filled.restore_from_bin([DELETED])
    assert filled.deviation_reasons(OWN)[0] == WrittenReason("已删的。", SourceForm("已删", 2024))


def test_only_the_newest_forms_are_looked_through(store: LedgerForms, monkeypatch: pytest.MonkeyPatch) -> None:
    store.insert_forms([draft(each) for each in FORMS])
    monkeypatch.setattr(library, "NEWEST_FORMS", 2)
    assert [each.text for each in store.deviation_reasons(DELETED)] == ["自己的。", "采购节约。"]
    assert [each.level3 for each in store.known_indicators(DELETED)] == ["六", "五"]


@pytest.mark.parametrize("column", ["deviation", "level2", "level3", "target"])
def test_what_is_no_text_is_damage(store: LedgerForms, path: Path, opened: Open, column: str) -> None:
    store.insert_forms([draft(each) for each in FORMS])
    store.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE indicators SET {column} = x'ff' WHERE form_id = 3")
    again = opened(path)
    with pytest.raises(DamagedLedger):
        again.deviation_reasons(0) if column == "deviation" else again.known_indicators(0)


def test_a_ledger_that_is_only_read_can_be_picked_from(store: LedgerForms, path: Path, opened: Open) -> None:
    store.insert_forms([draft(each) for each in FORMS])
    assert opened(path, read_only=True).deviation_reasons(0) == store.deviation_reasons(0)


def test_a_target_in_several_columns_is_offered_as_one(store: LedgerForms) -> None:
    split = row("受益户数", target="735")
    fields = {"nature": "≥", "unit": "户"}
    other = replace(form("云南", 2023, replace(split, fields=fields)), template="yunnan")
    store.insert_forms([draft(other), draft(FORMS[0])])
    (offered,) = (each for each in store.known_indicators(2) if each.level3 == "受益户数")
    assert offered.target == "≥735户"


def test_a_template_that_is_gone_leaves_the_target_as_it_was_typed(
    store: LedgerForms, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.insert_forms([draft(form("甲", 2023, replace(row("户数", target="735"), fields={"unit": "户"})))])
    monkeypatch.setattr(store._steps, "templates", NoTemplates())
    assert [each.target for each in store.known_indicators(2)] == ["735"]


def test_fields_that_are_none_are_a_damage(store: LedgerForms) -> None:
    store.insert_forms([draft(form("甲", 2023, row("户数")))])
    store._connection.exec_driver_sql("UPDATE indicators SET fields = '[1'")
    store._connection.commit()
    with pytest.raises(DamagedLedger):
        store.known_indicators(2)
