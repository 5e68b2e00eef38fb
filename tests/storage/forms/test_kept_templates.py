"""A ledger keeps the templates of its forms: under a later program these open, check and print as they did."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from selfeval_desktop.app.errors import DamagedLedger, UnknownTemplate
from selfeval_desktop.app.ledger.templates import evaluate_draft
from selfeval_desktop.app.paper.outputs import FormOutput, Paperwork
from selfeval_desktop.app.ports.forms import State
from selfeval_desktop.codec import templates
from selfeval_desktop.codec.ledger_texts import paper_code
from selfeval_desktop.codec.templates import TemplateFolder
from selfeval_desktop.output.pdf.writer import pdf_bytes
from selfeval_desktop.storage.file.opening import SqliteLedgers
from selfeval_desktop.storage.forms import kept_templates
from selfeval_desktop.storage.forms.form_store import LedgerForms
from tests.builders import complete_form, mof_2020
from tests.storage.drafts import release
from tests.templates import ELSEWHERE, elsewhere, elsewhere_text, folder, later_text

LEDGERS = Path(__file__).parents[2] / "ledgers"
ABROAD = complete_form(template=ELSEWHERE, money_unit="万元", project_name="外省项目", funds={})


@pytest.fixture
def before(tmp_path: Path) -> SqliteLedgers:
    """A program with the default template and another place's."""
    return SqliteLedgers(TemplateFolder(folder(tmp_path / "before", elsewhere_text())))


@pytest.fixture
def after(tmp_path: Path) -> SqliteLedgers:
    """A later program: with the second version of the default template, and of no other place."""
    return SqliteLedgers(TemplateFolder(folder(tmp_path / "after", later_text())))


@pytest.fixture
def ledger(before: SqliteLedgers, path: Path) -> Path:
    """A ledger of one form under each template, closed."""
    with closing(before.create_ledger_file(path)) as store:
        store.insert_forms([evaluate_draft(form, store.templates) for form in (complete_form(), ABROAD)])
        store.record_outputs([release(1)], "printed")
    return path


def printed(store: LedgerForms, form_id: int) -> FormOutput:
    return Paperwork(store.templates, paper_code, "草稿").build_outputs(store, [form_id])[0]


def test_old_forms_are_as_they_were_after_a_new_version_arrived(
    ledger: Path, before: SqliteLedgers, after: SqliteLedgers
) -> None:
    for form_id in (1, 2):
        with closing(before.open_ledger_file(ledger)) as store:
            then, form, listed = printed(store, form_id), store.load_form(form_id), store.form_summaries()
        with closing(after.open_ledger_file(ledger)) as store:
            now = printed(store, form_id)
            assert store.load_form(form_id).same_as(form)
            assert store.form_summaries() == listed
            store.verify()
        assert now == then
        assert now.printout.imprint == then.printout.imprint
        assert pdf_bytes([now.printout]) == pdf_bytes([then.printout])


def test_what_was_printed_is_printed_again_as_it_was(ledger: Path, after: SqliteLedgers) -> None:
    with closing(after.open_ledger_file(ledger)) as store:
        (event,) = store.output_events(1)
        copy = store.load_frozen_copy(event.event_id)
        again = Paperwork(store.templates, paper_code, "草稿").reprint_copy(copy)
    assert copy.form.template_version == 1
    assert again.imprint is not None
    assert (again.imprint.code, again.sheet.title) == (event.code, mof_2020().title)


def test_a_new_form_is_under_the_newest_version_beside_the_old_ones(ledger: Path, after: SqliteLedgers) -> None:
    with closing(after.open_ledger_file(ledger)) as store:
        store.insert_forms([evaluate_draft(complete_form(project_name="新"), store.templates)])
        store.save_form(1, evaluate_draft(store.load_form(1), store.templates))
        assert [store.load_form(form_id).template_version for form_id in (1, 3)] == [1, 2]
        titles = [printed(store, form_id).printout.sheet.title for form_id in (1, 3)]
        assert titles == [mof_2020().title, f"{mof_2020().title}（新）"]
        assert store.templates.get_template("mof-2020").version == 2
        store.verify()


def test_each_version_is_kept_once(ledger: Path, before: SqliteLedgers) -> None:
    with closing(before.open_ledger_file(ledger)) as store:
        store.insert_forms([evaluate_draft(complete_form(project_name="又一"), store.templates)] * 2)
        store.save_form(1, evaluate_draft(store.load_form(1), store.templates))
        store.verify()
    with closing(sqlite3.connect(ledger)) as connection:
        kept = connection.execute("SELECT template, version FROM templates ORDER BY template").fetchall()
    assert kept == [(ELSEWHERE, 1), ("mof-2020", 1)]


def test_what_is_no_longer_installed_can_be_gone_on_with(ledger: Path, after: SqliteLedgers) -> None:
    with closing(after.open_ledger_file(ledger)) as store:
        assert store.templates.get_template(ELSEWHERE) == elsewhere()
        assert ELSEWHERE not in [template.id for template in store.templates.newest_templates()]
        store.insert_forms([evaluate_draft(replace(ABROAD, project_name="再来"), store.templates)])
        assert store.load_form(3).template_version == 1


def test_a_form_moved_to_another_version_is_no_longer_what_was_printed(ledger: Path, after: SqliteLedgers) -> None:
    with closing(after.open_ledger_file(ledger)) as store:
        store.save_form(1, evaluate_draft(replace(store.load_form(1), template_version=2), store.templates))
        assert [summary.state for summary in store.form_summaries()] == [State.CHANGED, State.READY]
        store.record_outputs([release(1, replace(complete_form(), template_version=2))], "printed")
        assert store.form_summaries([1])[0].state is State.PRINTED


def test_a_ledger_of_forms_from_another_ledger_has_their_templates(
    ledger: Path, before: SqliteLedgers, after: SqliteLedgers, tmp_path: Path
) -> None:
    target = tmp_path / "另存.selfeval"
    with closing(after.open_ledger_file(ledger)) as store:
        moved = evaluate_draft(store.load_form(2), store.templates)
        after.create_ledger_file(target, [moved], store.templates).close()
    with closing(after.open_ledger_file(target)) as store:
        assert printed(store, 1).template == elsewhere()
        store.verify()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE templates SET version = 2 WHERE template = 'mof-2020'",
        "UPDATE templates SET template = 'other' WHERE template = 'mof-2020'",
        "UPDATE templates SET digest = 'x'",
        "DELETE FROM templates",
        "INSERT INTO templates VALUES ('x', 1, '', '')",
    ],
)
def test_a_change_from_outside_is_seen(ledger: Path, before: SqliteLedgers, change: str) -> None:
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute(change)
    with pytest.raises(DamagedLedger):
        before.open_ledger_file(ledger)


def reads(store: LedgerForms) -> tuple[Callable[[], object], ...]:
    return lambda: store.templates.get_template(ELSEWHERE, 1), store.verify


def test_a_changed_text_is_seen_where_it_is_read(ledger: Path, after: SqliteLedgers) -> None:
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute("UPDATE templates SET content = replace(content, '财政资金', '财政拨款')")
    with closing(after.open_ledger_file(ledger)) as store:
        for read in reads(store):
            with pytest.raises(DamagedLedger):
                read()
        assert printed(store, 1).template == mof_2020()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"format":"selfeval-template/1",', ""),
        ('"full_mark":"100"', '"full_mark":"90"'),
        ('"id":"elsewhere"', '"id":"nowhere"'),
        ('"version":1', '"version":7'),
        ("}", ""),
    ],
)
def test_a_text_that_is_no_such_template_is_damage(
    before: SqliteLedgers, path: Path, old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = templates.template_text(elsewhere())
    assert old in good
    monkeypatch.setattr(kept_templates, "template_text", lambda _: good.replace(old, new))
    with closing(before.create_ledger_file(path)) as store:
        store.insert_forms([evaluate_draft(ABROAD, store.templates)])
    with closing(before.open_ledger_file(path)) as store:
        for read in reads(store):
            with pytest.raises(DamagedLedger):
                read()


def test_an_older_ledger_keeps_what_its_forms_were_stored_under(
    before: SqliteLedgers, after: SqliteLedgers, path: Path
) -> None:
    path.write_bytes((LEDGERS / "0003.selfeval").read_bytes())
    before.open_ledger_file(path).close()
    with closing(after.open_ledger_file(path)) as store:
        assert printed(store, 1).template == mof_2020()
        store.verify()


def test_an_older_ledger_whose_version_is_gone_uses_the_installed_one(after: SqliteLedgers, path: Path) -> None:
    path.write_bytes((LEDGERS / "0003.selfeval").read_bytes())
    with closing(after.open_ledger_file(path)) as store:
        assert printed(store, 1).template.version == 2
        store.save_form(1, evaluate_draft(store.load_form(1), store.templates))
        assert store.load_form(1).template_version == 2
        store.verify()


def test_an_older_ledger_of_an_unknown_template_opens(path: Path, tmp_path: Path) -> None:
    """Its forms are listed; each says why it cannot be shown."""
    path.write_bytes((LEDGERS / "0003.selfeval").read_bytes())
    (tmp_path / "bare").mkdir()
    with closing(SqliteLedgers(TemplateFolder(tmp_path / "bare")).open_ledger_file(path)) as store:
        assert len(store.form_summaries()) == 3
        with pytest.raises(UnknownTemplate):
            printed(store, 1)
        store.verify()
