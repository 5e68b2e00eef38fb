"""A ledger moves to a new PC as one file, with its history, templates and settings, and never over another."""

import errno
import os
import zipfile
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from selfeval_desktop import bootstrap, paths
from selfeval_desktop.app.errors import UnwritableFile
from selfeval_desktop.app.handover import count_inventory
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.app.ports.output_events import OutputRecord, ReceiverAnswer, ReceiverComment
from selfeval_desktop.app.settings import LedgerPosition
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.units import Unit
from selfeval_desktop.storage.copies.handover import LEDGER, MANIFEST, PAPER, SETTINGS
from selfeval_desktop.ui.safety.ledger_commands import LedgerCommands
from tests.builders import complete_form, mof_2020
from tests.journeys.conftest import Sit, ledger_of, stored
from tests.journeys.test_accessible import nameless
from tests.journeys.user import User
from tests.templates import ELSEWHERE, elsewhere_text


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Forms in several states, one of them of a template that the user loaded, with notes, copies and answers."""
    template = tmp_path / "来自 U 盘.toml"
    template.write_text(elsewhere_text(), "utf-8")
    bootstrap.load_template(template)
    noted = edits.set_note(complete_form(), FieldRef.goal("actual"), "问过财务")
    path = ledger_of(
        tmp_path / "办公室.selfeval",
        noted,
        complete_form(project_name="", year=2024),
        edits.mark_origin(complete_form(project_name="导入的"), [FieldRef.head("unit")], ValueOrigin.IMPORTED),
        replace(complete_form(project_name="别处的"), template=ELSEWHERE),
    )
    store = bootstrap.ledger_files().open_ledger_file(path)
    store.record_outputs([OutputRecord(1, store.load_form(1), mof_2020().paper, False)], "printed")
    store.save_answer(store.output_events(1)[0].event_id, ReceiverAnswer("returned", (ReceiverComment("改一改"),)))
    store.replace_units([Unit("某区信访办公室", "某区信访办公室", {})])
    store.move_to_bin([3])
    store.restore_from_bin([3])
    store.close()
    return path


def given(sit: Sit, ledger: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> User:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments, **_options: (str(target), ""))
    user = sit(ledger)
    user.trigger("actionHandOver")
    return user


def new_pc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another user's folder, in which there is nothing."""
    monkeypatch.setenv("SELFEVAL_HOME", str(tmp_path / "new-pc"))
    bootstrap._template_folder.cache_clear()


def part(dialog: QDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    return found


def taken(user: User, package: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Take the package over into that file; what the dialog said."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments, **_options: (str(package), ""))
    told: list[str] = []

    def accept(dialog: QDialog) -> None:
        line = dialog.findChild(QLineEdit, "takeOverTarget")
        assert line is not None
        line.setText(str(target))
        labels = [dialog.findChild(QLabel, name) for name in ("takeOverOrigin", "takeOverTotals")]
        told.extend(label.text() for label in labels if label is not None)
        assert nameless(dialog) == []
        part(dialog, "takeOverOk").click()

    user.in_dialog("takeOverDialog", accept)
    user.trigger("actionTakeOver")
    return told


def all_of(path: Path) -> tuple[object, ...]:
    """Everything that a ledger tells through its store."""
    store: FormStore = bootstrap.ledger_files().open_ledger_file(path, read_only=True)
    try:
        ids = [summary.form_id for summary in store.form_summaries()]
        issues = [event for form_id in ids for event in store.output_events(form_id)]
        return (
            store.form_summaries(),
            [store.load_form(form_id) for form_id in ids],
            issues,
            [store.load_frozen_copy(event.event_id) for event in issues],
            [store.receiver_answers(form_id) for form_id in ids],
            store.reporting_units(),
            count_inventory(store),
        )
    finally:
        store.close()


def test_l11_a_fresh_pc_takes_everything_over(
    sit: Sit, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package, there = tmp_path / "交接包.zip", tmp_path / "接收" / "办公室.selfeval"
    user = sit(ledger)
    columns = {"mof-2020": {"level3": 200}}
    user.window.document.services.settings.change_settings(columns=columns, folder="/old/pc", text_size=125)
    user.close()
    user = given(sit, ledger, package, monkeypatch)
    assert user.label("messageText").startswith(f"已生成交接包 {package}")
    user.close()
    before = all_of(ledger)
    new_pc(tmp_path, monkeypatch)
    there.parent.mkdir()
    user = sit(None)
    told = taken(user, package, there, monkeypatch)
    assert told[0].startswith("台账“办公室”，")
    assert "共 4 张表，1 份打印和导出留存" in told[1]
    assert "与交出时一致" in user.label("messageText")
    assert user.window.document.ledger is not None
    assert user.window.document.ledger.store.path == there
    settings = user.window.document.services.settings.load_settings()
    assert (settings.columns, settings.text_size) == (columns, 100)
    assert settings.places[0].ledger == str(there)
    user.close()
    assert all_of(there) == before
    assert (paths.user_templates() / f"{ELSEWHERE}.toml").is_file()
    assert bootstrap.installed_templates().get_template(ELSEWHERE).id == ELSEWHERE


def test_a_ledger_that_was_taken_is_told_though_the_user_stays_at_another(
    sit: Sit, qtbot: QtBot, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package, there = tmp_path / "交接包.zip", tmp_path / "新的.selfeval"
    user = given(sit, ledger, package, monkeypatch)
    answers = iter([True, False])
    (ledgers,) = user.window.findChildren(LedgerCommands)
    monkeypatch.setattr(ledgers, "may_leave", lambda: next(answers, True))
    taken(user, package, there, monkeypatch)
    assert "还没有打开" in user.label("messageText")
    assert len(stored(there)) == 4
    assert user.window.document.ledger is not None
    assert user.window.document.ledger.store.path == ledger
    qtbot.waitUntil(lambda: len(user.window.findChildren(QPushButton, "offer0")) == 1)
    user.find(QPushButton, "offer0").click()
    assert user.window.document.ledger.store.path == there


def test_p14_the_package_can_be_read_without_the_program(
    sit: Sit, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "交接包.zip"
    given(sit, ledger, package, monkeypatch).close()
    with zipfile.ZipFile(package) as archive:
        names = set(archive.namelist())
        paper = archive.read(PAPER)
        kept = archive.read(SETTINGS).decode()
    assert names == {MANIFEST, LEDGER, SETTINGS, PAPER, f"templates/{ELSEWHERE}.toml"}
    assert str(tmp_path) not in kept
    with pypdfium2.PdfDocument(paper) as document:
        assert len(document) == 1
        text = document[0].get_textpage().get_text_range()
    for expected in ("交接清单", "办公室", "2024", "草稿", "已退回", "合计", "接收人"):
        assert expected in text


def test_a_package_replaces_nothing_and_leaves_nothing_behind(
    sit: Sit, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "out" / "交接包.zip"
    package.parent.mkdir()
    package.write_bytes(b"mine")
    user = given(sit, ledger, package, monkeypatch)
    assert "已经存在" in user.label("messageText")
    assert package.read_bytes() == b"mine"
    assert list(package.parent.iterdir()) == [package]


def test_a_ledger_that_exists_is_not_taken_over(
    sit: Sit, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "交接包.zip"
    user = given(sit, ledger, package, monkeypatch)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments, **_options: (str(package), ""))
    seen: list[bool] = []

    def look(dialog: QDialog) -> None:
        line, box = dialog.findChild(QLineEdit, "takeOverTarget"), dialog.findChild(QCheckBox)
        assert line is not None
        assert box is not None
        seen.extend((Path(line.text()).exists(), part(dialog, "takeOverOk").isEnabled(), box.isChecked()))
        for name in (str(ledger), str(tmp_path / "no such" / "x.selfeval"), " "):
            line.setText(name)
            seen.append(part(dialog, "takeOverOk").isEnabled())

    user.in_dialog("takeOverDialog", look)
    user.trigger("actionTakeOver")
    assert seen == [False, True, False, False, False, False]


def test_a_template_that_is_otherwise_here_is_left_out_and_told(
    sit: Sit, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "交接包.zip"
    given(sit, ledger, package, monkeypatch).close()
    new_pc(tmp_path, monkeypatch)
    other = tmp_path / "同号不同文.toml"
    other.write_text(elsewhere_text().replace("名称", "名字"), "utf-8")
    bootstrap.load_template(other)
    user = sit(None)
    taken(user, package, tmp_path / "新的.selfeval", monkeypatch)
    assert f"表样 {ELSEWHERE} 没有安装" in user.label("messageText")
    assert len(stored(tmp_path / "新的.selfeval")) == 4


def test_a_template_that_cannot_be_put_down_is_left_out_and_the_ledger_is_opened(
    sit: Sit, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "交接包.zip"
    given(sit, ledger, package, monkeypatch).close()
    new_pc(tmp_path, monkeypatch)

    def refuse(path: Path, data: bytes) -> None:
        assert path.name == f"{ELSEWHERE}.toml"
        raise UnwritableFile(path, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(bootstrap, "_write_own_file", refuse)
    user = sit(None)
    taken(user, package, tmp_path / "新的.selfeval", monkeypatch)
    assert f"表样 {ELSEWHERE} 没有安装" in user.label("messageText")
    assert user.window.document.ledger is not None


def test_a_template_that_cannot_be_read_ends_the_package_in_a_sentence(
    sit: Sit, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (paths.user_templates() / "坏的.toml").mkdir(parents=True)
    user = given(sit, ledger, tmp_path / "交接包.zip", monkeypatch)
    assert "无法读取" in user.label("messageText")
    assert not (tmp_path / "交接包.zip").exists()


def test_what_is_no_package_is_refused_in_a_sentence(sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "x.zip"
    file.write_bytes(b"PK\x03\x04 nothing")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments, **_options: (str(file), ""))
    user = sit(None)
    user.trigger("actionTakeOver")
    assert "不完整或被改动过" in user.label("messageText")


def test_places_of_the_old_pc_are_not_taken_along(
    sit: Sit, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "交接包.zip"
    user = given(sit, ledger, package, monkeypatch)
    user.window.document.services.settings.change_settings(places=(LedgerPosition("/geheim.selfeval"),))
    with zipfile.ZipFile(package) as archive:
        assert b"geheim" not in archive.read(SETTINGS)
