"""The packet for whoever mends the program: enough to understand a fault, and not a word of the forms."""

import json
import logging
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidget, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from selfeval_desktop import bootstrap
from selfeval_desktop.app import support
from selfeval_desktop.app.paper.print_order import PrintChoice
from selfeval_desktop.app.ports.documents import Progress
from selfeval_desktop.app.ports.output_events import OutputRecord, ReceiverAnswer, ReceiverComment
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import FindingKey
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.units import Unit
from selfeval_desktop.domain.layout.paper import PaperChoice
from selfeval_desktop.domain.over_time.differences import filled_cells
from selfeval_desktop.storage.forms.form_store import LedgerForms
from selfeval_desktop.ui.safety.program_faults import CrashDialog
from tests.builders import complete_form, mof_2020
from tests.journeys.conftest import Sit, ledger_of
from tests.journeys.user import User

TEXTS = tuple(f"Zebra{number}斑马" for number in range(60))
MARKS = ("zebra", "斑马", "7391")


def marked() -> Form:
    """A form in which every cell and everything beside the cells holds a word that is nowhere else."""
    form = complete_form()
    texts = iter(TEXTS)
    form = replace(form, fields={each.key: "." for each in mof_2020().further_fields})
    for cell in filled_cells(form):
        if edits.is_text(cell):
            form = edits.set_cell(form, cell, next(texts))
        elif edits.is_numeric(cell) and cell.column != "year":
            form = edits.set_cell(form, cell, "7391.73")
    form = edits.set_cell(form, FieldRef.fund("other", "executed"), next(texts))
    form = edits.set_note(form, FieldRef.head("unit"), next(texts))
    reason = form.annotations.with_reason(FindingKey("K25", FieldRef.goal("actual"), ""), next(texts))
    return replace(form, annotations=reason)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    folder = tmp_path / "zebra folder 斑马"
    folder.mkdir()
    path = ledger_of(folder / "zebra ledger 斑马.selfeval", complete_form(), marked())
    store = bootstrap.ledger_files().open_ledger_file(path)
    store.record_outputs([OutputRecord(1, store.load_form(1), mof_2020().paper, False)], "printed")
    store.save_answer(
        store.output_events(1)[0].event_id, ReceiverAnswer("returned", (ReceiverComment("zebra comment"),))
    )
    store.replace_units([Unit("zebra unit", "zebra department", {})])
    store.close()
    return path


def packet(user: User, target: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The members by name, as they lie in the zip."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(target), ""))
    shown: dict[str, str] = {}

    def look(dialog: QDialog) -> None:
        names, text = dialog.findChild(QListWidget, "supportList"), dialog.findChild(QPlainTextEdit)
        assert names is not None
        assert text is not None
        for row in range(names.count()):
            names.setCurrentRow(row)
            shown[names.item(row).text().splitlines()[1]] = text.toPlainText()
        button = dialog.findChild(QPushButton, "supportOk")
        assert button is not None
        button.click()

    user.in_dialog("supportDialog", look)
    user.trigger("actionSupportPacket")
    with zipfile.ZipFile(target) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    assert members == shown
    return members


def say_much(user: User, ledger: Path) -> None:
    """Have the log and the settings hold names, as bad luck would have it."""
    qWarning(f'Cannot open file "{ledger}": zebra')
    qWarning(f"Cannot open file {ledger}")
    logging.getLogger("selfeval_desktop").error("could not read 'zebra words' 斑马 of it")
    (user.window.document.services.log_folder / "crash-1.log").write_text(
        f'Fatal Python error\n  File "{ledger}/zebra/module.py", line 3 in paint\n', "utf-8"
    )
    user.window.document.services.settings.change_settings(
        folder=str(ledger.parent),
        printing={"mof-2020": PrintChoice("zebra printer"), "zebra-office": PrintChoice()},
        paper={"zebra-office": PaperChoice(font="zebra")},
        columns={"zebra-office": {"level3": 7}},
    )


@pytest.mark.qt_no_exception_capture
@pytest.mark.qt_log_ignore("Cannot open file", extend=True)
def test_o5_no_word_and_no_figure_of_the_ledger_is_in_the_packet(
    sit: Sit, qtbot: QtBot, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = sit(ledger)
    user.window.document.show_form(2)

    def fail() -> None:
        raise ValueError(TEXTS[0])

    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: user.window.findChild(CrashDialog) is not None)
    user.window.findChild(CrashDialog).accept()  # type: ignore[union-attr]
    say_much(user, ledger)
    target = tmp_path / "out" / "packet.zip"
    target.parent.mkdir()
    members = packet(user, target, monkeypatch)
    for name, text in members.items():
        for mark in MARKS:
            assert mark not in name.lower()
            assert mark not in text.lower(), name
        for secret in (str(tmp_path), "宣传与推广", "某区信访办公室"):
            assert secret not in text, name
    assert "ValueError\ntest_support.py:" in members["log.txt"]
    assert "File module.py, line 3 in paint" in members["log.txt"]
    form = json.loads(members["form.json"])
    assert form["template"] == "mof-2020"
    assert form["cells"]["project_name"].startswith("Aaaaa")
    assert form["cells"]["project_name"].endswith("字字")
    assert form["cells"]["funds.current_year.executed"] == "9999.99"
    assert form["unread"] == ["funds.other.executed"]
    assert ["K04", "ERROR", "funds.other.executed"] in form["findings"]


def test_o5_the_structure_of_the_ledger_is_told_with_what_is_wrong_with_it(
    sit: Sit, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = sit(ledger)
    members = packet(user, tmp_path / "packet.zip", monkeypatch)
    found = json.loads(members["ledger.json"])
    assert (found["verify"], found["rows"]["forms"], found["rows"]["comments"]) == ("ok", 2, 1)
    assert found["bytes"] > 10_000
    assert "PySide".lower() in members["system.txt"]
    assert json.loads(members["settings.json"])["ledgers"] == 1


def test_f14_a_lost_ledger_is_no_obstacle(
    sit: Sit, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user, aside = sit(ledger), ledger.with_name("aside")
    ledger.rename(aside)
    try:
        members = packet(user, tmp_path / "packet.zip", monkeypatch)
    finally:
        # Closing would ask about the lost one.
        aside.rename(ledger)
    assert json.loads(members["ledger.json"])["verify"] == "LostLedger gone"


def test_reading_a_large_ledger_through_is_watched_and_can_be_stopped(
    sit: Sit, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = sit(ledger)

    def endless(_store: LedgerForms, progress: Progress) -> None:
        while True:
            progress(0, 1)

    monkeypatch.setattr(LedgerForms, "verify", endless)
    user.in_dialog("progress", lambda dialog: dialog.findChild(QPushButton).click())  # type: ignore[union-attr]
    user.trigger("actionSupportPacket")
    assert "已取消" in user.label("messageText")


def test_o5_without_a_ledger_the_rest_goes_out(sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    members = packet(sit(None), tmp_path / "packet.zip", monkeypatch)
    assert set(members) == {"system.txt", "settings.json", "log.txt"}


def test_nothing_is_written_before_it_was_looked_at(sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: pytest.fail("asked"))
    user = sit(None)
    user.in_dialog("supportDialog", QDialog.reject)
    user.trigger("actionSupportPacket")


def test_lines_of_a_log_lose_names_and_keep_places() -> None:
    logged = '  File "C:\\Users\\李\\x.py", line 3 in f\na "b" c\nin /d/e f\n时 1\n'
    assert support.without_names(logged) == "  File x.py, line 3 in f\na ***\nin ***\n字 1\n"
