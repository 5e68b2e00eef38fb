"""Nothing out of a file is read as HTML: no label, tooltip or text box of the window or of a dialog renders it."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QMimeData, QModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication, QTextDocument
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from selfeval_desktop import bootstrap
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Goals
from selfeval_desktop.storage.copies import handover
from selfeval_desktop.storage.copies.handover import LEDGER, MANIFEST
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.kit.plain_text import tooltip_text
from tests.blocks import html_of
from tests.builders import complete_form, with_row
from tests.journeys.conftest import Sit, ledger_of
from tests.journeys.test_accessible import DIALOGS, SEPARATE
from tests.journeys.user import TABS, Key, User

HTML = '<h1>已通过检查</h1><img src="file:///red.png"><a href="http://evil">点此</a>'
MOST_ROWS = 60


def hostile_form(number: int) -> Form:
    form = complete_form(project_name=f"{number}{HTML}", department=HTML, unit=HTML, goals=Goals(HTML, f"一  二{HTML}"))
    for row in range(len(form.indicators)):
        form = with_row(form, row, level3=f"{row}{HTML}", target=HTML, actual=HTML, deviation=HTML)
    return form


def rendered_texts(room: QWidget) -> list[str]:
    """What Qt would read as HTML, with where it stands; a tooltip may be HTML that shows the tags themselves."""
    found = [
        f"{type(label).__name__} {label.objectName()}: {label.text()[:30]}"
        for label in room.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText
    ]
    tips = [widget.toolTip() for widget in (room, *room.findChildren(QWidget))]
    tips += [action.toolTip() for action in room.findChildren(QAction)]
    for view in room.findChildren(QAbstractItemView):
        if view.model() is not None:
            tips += model_tips(view.model())
    found += [f"tooltip: {tip[:60]}" for tip in tips if GuiQt.mightBeRichText(tip) and loses_tags(tip)]
    found += [f"box: {box.objectName()}" for box in room.findChildren(QTextEdit) if "\ufffc" in box.toPlainText()]
    return found


def model_tips(model: QAbstractItemModel) -> list[str]:
    role = Qt.ItemDataRole.ToolTipRole
    rows = min(model.rowCount(), MOST_ROWS)
    # Qt hides this method of a list.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    tips = [model.index(row, column).data(role) for row in range(rows) for column in range(columns)]
    tips += [model.headerData(column, Qt.Orientation.Horizontal, role) for column in range(columns)]
    tips += [model.headerData(row, Qt.Orientation.Vertical, role) for row in range(rows)]
    return [tip for tip in tips if isinstance(tip, str)]


def loses_tags(tip: str) -> bool:
    """Whether the reader sees something else than the letters that were in the file."""
    document = QTextDocument()
    document.setHtml(tip)
    return tip != tooltip_text(document.toPlainText(), wraps=True)


@pytest.fixture
def hostile(sit: Sit, tmp_path: Path) -> User:
    user = sit(ledger_of(tmp_path / "a&lt;b&gt;.selfeval", hostile_form(1), replace(hostile_form(2), year=2022)))
    user.find(Workspace, "workspace").show_field(FieldRef.indicator(1, "deviation"))
    return user


@pytest.mark.parametrize("tab", TABS)
def test_x10_nothing_of_a_ledger_is_rendered_in_the_window(hostile: User, tab: str) -> None:
    hostile.turn_to(tab)
    hostile.trigger("actionFieldHelp")
    assert rendered_texts(hostile.window) == []


@pytest.mark.parametrize("action", DIALOGS)
def test_x10_nothing_of_a_ledger_is_rendered_in_a_dialog(hostile: User, action: str) -> None:
    found: list[list[str]] = []
    data = QMimeData()
    data.setHtml(html_of())
    QGuiApplication.clipboard().setMimeData(data)
    if action == "actionTidy":
        hostile.type("一  二")
    if action == "actionExplain":
        hostile.press(Key.Key_F8)
    if action == "actionRecycleBin":
        hostile.trigger("actionDeleteForm")
    hostile.in_dialog(DIALOGS[action], lambda dialog: found.append(rendered_texts(dialog)))
    hostile.trigger(action)
    assert found == [[]]


@pytest.mark.parametrize("action", SEPARATE)
def test_x10_nothing_of_a_ledger_is_rendered_in_a_separate_window(hostile: User, action: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(hostile.find(QAction, action).isEnabled, timeout=60_000)
    hostile.trigger(action)
    (dialog,) = (each for each in QApplication.topLevelWidgets() if each.objectName() == SEPARATE[action])
    assert rendered_texts(dialog) == []
    dialog.close()


HOSTILE_NAMES = [
    *("../../../../outside", r"..\..\outside", r"\\host\share\x", "//host/share/x", "C:\\x", "C:x", "/etc/x", "a/b"),
    *("CON", "nul.txt", "com1", "x. . .", " x ", "a\nb\tc", "\u202egpj.exe", "甲" * 300, "..", ".", "", "\u3164"),
]


def foreign_package(tmp_path: Path, ledger_name: str) -> Path:
    """A 交接包 that keeps its own promises, but for the texts of its manifest."""
    ledger = ledger_of(tmp_path / "源.selfeval", complete_form())
    member = handover._manifest_entry_of_file(LEDGER, ledger)
    manifest = {
        "format": "selfeval-move/1",
        "program": HTML,
        "made_at": "2026-12-01T02:56:22+00:00",
        "ledger": ledger_name,
        "groups": [],
        "issues": 3,
        "units": 1,
        "files": [{"name": member.name, "size": member.size, "sha256": member.sha256}],
    }
    package = tmp_path / "交接包.zip"
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, json.dumps(manifest))
        archive.write(ledger, LEDGER)
    return package


@pytest.mark.parametrize("name", [HTML, *HOSTILE_NAMES])
def test_x10_a_package_s_ledger_goes_nowhere_but_into_the_chosen_folder(
    sit: Sit, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    package, chosen = foreign_package(tmp_path, name), tmp_path / "选的" / "文件夹"
    chosen.mkdir(parents=True)
    user = sit(None)
    bootstrap.build_services().settings.change_settings(folder=str(chosen))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments, **_options: (str(package), ""))
    asked: list[Path] = []
    exists = Path.exists

    def ask(path: Path) -> bool:
        asked.append(path)
        return exists(path)

    monkeypatch.setattr(Path, "exists", ask)
    seen: list[tuple[str, bool, list[str]]] = []

    def look(dialog: QDialog) -> None:
        line, button = dialog.findChild(QLineEdit, "takeOverTarget"), dialog.findChild(QPushButton, "takeOverOk")
        assert line is not None
        assert button is not None
        seen.append((line.text(), button.isEnabled(), rendered_texts(dialog)))

    user.in_dialog("takeOverDialog", look)
    user.trigger("actionTakeOver")
    ((target, can_take, rendered),) = seen
    assert rendered == []
    assert can_take
    assert Path(target).parent == chosen
    assert Path(target).resolve().parent == chosen.resolve()
    assert not set('\\/:*?"<>|') & set(Path(target).name)
    assert Path(target).name.split(".")[0].casefold() not in {"con", "nul", "com1", ""}
    assert [path for path in asked if path.name.endswith(".selfeval") and path.parent != chosen] == []
