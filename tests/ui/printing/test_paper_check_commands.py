"""Copies listed, chosen and printed again."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.ports.output_events import OutputEvent
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.printing.differences_model import DifferencesModel
from selfeval_desktop.ui.printing.paper_check_commands import PaperCheckCommands
from selfeval_desktop.ui.printing.paper_check_dialog import CODE, COMPARED, HOW, ComparedOutput, OutputEventsModel
from tests.ui.windows import Screen, ledger_file, two_forms

OLD = Path(__file__).parents[2] / "ledgers" / "0001.selfeval"


def save_pdf(screen: Screen, path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(path), ""))
    screen.do("actionSavePdf")
    return path.read_bytes()


def issues(screen: Screen, column: int) -> list[str]:
    model = screen.part(QTableView, "proofIssues").model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_a_copy_is_offered_to_be_printed_again_as_it_was(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = save_pdf(screen, tmp_path / "a.pdf", monkeypatch)
    screen.do("actionSignature")
    screen.type_name(" II")
    second = save_pdf(screen, tmp_path / "b.pdf", monkeypatch)
    assert second != first
    offered: list[tuple[bytes, str, str]] = []

    def offer(printouts: list[object], title: str, template: str) -> None:
        writer = screen.window.document.services.writers["pdf"]
        (path,) = writer(printouts, tmp_path / "again.pdf")  # type: ignore[arg-type]
        offered.append((path.read_bytes(), title, template))

    commands = screen.window.findChild(PaperCheckCommands)
    assert commands is not None
    monkeypatch.setattr(commands, "_offer", offer)
    screen.do("actionPaperCopies")
    table = screen.part(QTableView, "proofIssues")
    table.selectRow(1)
    screen.part(QPushButton, "proofReprint").click()
    ((again, title, template),) = offered
    assert again == first
    assert title.startswith("某区信访办公室-2023-宣传与推广-1-")
    assert template == "mof-2020"
    assert issues(screen, HOW) == ["打印", "打印"]


def test_what_is_printed_meanwhile_comes_into_the_list(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.do("actionPaperCopies")
    assert issues(screen, HOW) == []
    assert not screen.part(QPushButton, "proofReprint").isEnabled()
    save_pdf(screen, tmp_path / "a.pdf", monkeypatch)
    assert issues(screen, COMPARED) == ["与现在的数据相同"]


def test_a_print_noted_without_a_copy_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "旧台账.selfeval"
    path.write_bytes(OLD.read_bytes())
    screen = Screen(path)
    qtbot.addWidget(screen.window)
    screen.do("actionPaperCopies")
    assert issues(screen, CODE) == ["—"]
    assert issues(screen, COMPARED) == ["没有存档（旧版本的记录）"]
    screen.part(QTableView, "proofIssues").selectRow(0)
    assert not screen.part(QPushButton, "proofReprint").isEnabled()
    assert not screen.part(QLabel, "proofWords").isVisible()


def test_without_an_open_form_codes_can_still_be_looked_up(qtbot: QtBot, tmp_path: Path) -> None:
    screen = Screen(ledger_file(tmp_path / "台账.selfeval", two_forms()))
    qtbot.addWidget(screen.window)
    for _ in range(2):
        screen.do("actionDeleteForm")
    screen.do("actionVerifyPaper")
    assert screen.part(QDialog, "proofDialog").isVisible()
    assert issues(screen, HOW) == []


def test_the_copies_are_those_of_the_open_form(screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_pdf(screen, tmp_path / "a.pdf", monkeypatch)
    screen.do("actionPaperCopies")
    assert len(issues(screen, HOW)) == 1
    screen.open_form(1)
    screen.do("actionPaperCopies")
    assert issues(screen, HOW) == []


@pytest.mark.parametrize("name", ["proofIssues", "proofDifferences"])
def test_the_lists_are_proper_models(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtmodeltester: object, name: str
) -> None:
    save_pdf(screen, tmp_path / "a.pdf", monkeypatch)
    screen.type_amount("1")
    screen.do("actionPaperCopies")
    model = screen.part(QTableView, name).model()
    assert isinstance(model, OutputEventsModel | DifferencesModel)
    assert model.rowCount() == 1
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    screen.type_amount("150000")


def test_paper_that_is_as_the_data_and_paper_that_is_not_differ_in_colour_too() -> None:
    event = OutputEvent(1, 1, "printed", datetime(2024, 3, 1, 12, tzinfo=UTC), "mof-2020", 1, "4XZ6R1GF", None)
    model = OutputEventsModel()
    model.show_outputs([ComparedOutput(event, count) for count in (None, 0, 2)])
    shown = [model.index(row, COMPARED).data(Qt.ItemDataRole.ForegroundRole) for row in range(3)]
    assert shown == [theme.colour(tone) for tone in ("muted", "ok", "warning")]
