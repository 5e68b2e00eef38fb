"""A colleague's spreadsheet comes in: looked at first, then as wanted, in one step that can be undone."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFileDialog, QLabel, QListWidget, QPushButton

from selfeval_desktop import bootstrap
from selfeval_desktop.codec import form_json
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Goals
from selfeval_desktop.domain.over_time.differences import find_differences
from tests.builders import complete_form
from tests.intake.hostile import nothing_of_ours
from tests.intake.offices import document_of, sheet_from, workbook_of
from tests.intake.variants import TARGETS, portal_csv, sheets, two_on_a_sheet
from tests.journeys.conftest import Sit, ledger_of, stored
from tests.journeys.user import CONTROL, SHIFT, Key, User
from tests.output.sheets import printout

OTHER = complete_form(project_name="档案数字化", unit="某区档案馆")
Choose = Callable[..., None]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return ledger_of(tmp_path / "台账.selfeval", complete_form())


@pytest.fixture
def user(sit: Sit, ledger: Path) -> User:
    return sit(ledger)


@pytest.fixture
def choose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Have the file dialog answer with these files, by name."""

    def choose(**files: bytes) -> None:
        paths = []
        for name, data in files.items():
            path = tmp_path / name.replace("_", ".")
            path.write_bytes(data)
            paths.append(str(path))
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (paths, ""))

    return choose


def form_of(user: User) -> Form:
    state = user.window.document.form
    assert state is not None
    return state.form


def accept(user: User) -> Callable[[QDialog], None]:
    return lambda _dialog: user.press(Key.Key_Return)


def in_dialog(user: User, work: Callable[[QDialog], None]) -> None:
    user.in_dialog("importDialog", work)
    user.press(Key.Key_I, with_=CONTROL)


def test_enter_takes_a_spreadsheet_in_and_one_undo_takes_it_out(user: User, choose: Choose, ledger: Path) -> None:
    choose(a_xlsx=workbook_of(OTHER))
    in_dialog(user, accept(user))
    assert find_differences(OTHER, form_of(user)) == ()
    assert form_of(user).cell_origin(FieldRef.goal("actual")) is ValueOrigin.IMPORTED
    assert user.label("messageText") == "已导入 1 张表。"
    assert len(stored(ledger)) == 2
    user.press(Key.Key_Z, with_=CONTROL)
    assert len(user.forms()) == 1
    assert len(stored(ledger)) == 1


def test_escape_leaves_the_ledger_as_it_was(user: User, choose: Choose, ledger: Path) -> None:
    choose(a_docx=document_of(OTHER))
    in_dialog(user, lambda _dialog: user.press(Key.Key_Escape))
    assert stored(ledger) == [complete_form()]


def test_what_was_recognised_and_what_was_not_is_shown(user: User, choose: Choose) -> None:
    choose(a_xlsx=workbook_of(OTHER, more={"E7": "约十五万"}), b_xlsx=sheets(hidden=True))
    told: dict[str, str] = {}
    lines: list[str] = []

    def look(dialog: QDialog) -> None:
        told.update({label.objectName(): label.text() for label in dialog.findChildren(QLabel)})
        doubts, found = (dialog.findChild(QListWidget, name) for name in ("importDoubts", "importFound"))
        assert doubts is not None
        assert found is not None
        lines.extend(doubts.item(row).text() for row in range(doubts.count()))
        lines.extend(found.item(row).text() for row in range(found.count()))

    in_dialog(user, look)
    assert told["import_project_name"] == "档案数字化"
    assert told["importNotes"] == "工作表“旧表”是隐藏的，没有读。"
    assert lines == [
        "工作表“Sheet” E7“约十五万”：不是数字，原样留在格里，请改正",
        "档案数字化\n自评表 · 工作表“Sheet”\na.xlsx",
        "宣传与推广\n自评表 · 工作表“表一”\nb.xlsx",
    ]


def test_only_the_ticked_forms_and_pieces_come_in(user: User, choose: Choose, ledger: Path) -> None:
    choose(a_xlsx=two_on_a_sheet())

    def pick(dialog: QDialog) -> None:
        found = dialog.findChild(QListWidget, "importFound")
        assert found is not None
        # The first is in the ledger already, and is not ticked.
        assert found.item(0).checkState() is Qt.CheckState.Unchecked
        found.setCurrentRow(1)
        box = dialog.findChild(QCheckBox, "importPiece_goals")
        assert box is not None
        box.click()
        user.press(Key.Key_Return)

    in_dialog(user, pick)
    assert find_differences(replace(OTHER, goals=Goals()), form_of(user)) == ()
    assert len(stored(ledger)) == 2


def test_the_same_file_twice_is_asked_about(user: User, choose: Choose, ledger: Path) -> None:
    choose(a_xlsx=workbook_of(), b_xlsx=workbook_of())
    told: list[str] = []

    def look(dialog: QDialog) -> None:
        note, button = dialog.findChild(QLabel, "importNote"), dialog.findChild(QPushButton, "importOk")
        found = dialog.findChild(QListWidget, "importFound")
        assert note is not None
        assert button is not None
        assert found is not None
        assert not button.isEnabled()
        found.item(0).setCheckState(Qt.CheckState.Checked)
        told.append(note.text())
        found.setCurrentRow(1)
        told.append(note.text())
        found.setCurrentRow(0)
        button.click()

    in_dialog(user, look)
    assert told == ["台账里已有内容相同的表（1 号）。", "与前面的一张内容相同。"]
    assert user.label("messageText") == "已导入 1 张表。其中 1 张与台账里原有的表内容相同。"
    assert len(stored(ledger)) == 2


def test_a_list_fills_the_rows_of_the_open_form(user: User, choose: Choose) -> None:
    before = form_of(user)
    choose(a_csv=portal_csv())

    def fill(dialog: QDialog) -> None:
        note, button = dialog.findChild(QLabel, "importNote"), dialog.findChild(QPushButton, "importFill")
        assert note is not None
        assert button is not None
        assert note.text() == "填进当前表时，当前表有 4 行指标文件里没有，不再保留。"
        button.click()

    in_dialog(user, fill)
    form = form_of(user)
    assert [row.level3 for row in form.indicators] == ["登记单印刷率", "材料质量", "举办活动"]
    assert (form.project_name, form.goals) == (before.project_name, before.goals)
    user.press(Key.Key_Z, with_=CONTROL)
    assert form_of(user).same_as(before)


def test_targets_begin_a_form(user: User, choose: Choose) -> None:
    choose(a_xlsx=sheet_from(TARGETS))
    in_dialog(user, accept(user))
    form = form_of(user)
    assert (form.year, form.goals.expected) == (2024, "印制登记单，开展信访宣传。")
    assert [row.actual for row in form.indicators] == ["", "", ""]


def test_json_and_spreadsheets_go_in_together(user: User, choose: Choose, tmp_path: Path, ledger: Path) -> None:
    data = form_json.write_forms([complete_form(year=2021)])
    choose(a_json=data, b_xlsx=workbook_of(OTHER))

    def look(dialog: QDialog) -> None:
        button = dialog.findChild(QPushButton, "importFill")
        assert button is not None
        assert not button.isVisible()
        user.press(Key.Key_Return)

    in_dialog(user, look)
    assert [form.year for form in stored(ledger)] == [2023, 2021, 2023]
    user.press(Key.Key_Z, with_=CONTROL)
    assert len(stored(ledger)) == 1


def unread(dialog: QDialog) -> list[str]:
    lines = dialog.findChild(QListWidget, "listingLines")
    assert lines is not None
    return [lines.item(place).text() for place in range(lines.count())]


def test_a_single_bad_file_is_told_of(user: User, choose: Choose, ledger: Path) -> None:
    choose(b_xlsx=nothing_of_ours())
    user.press(Key.Key_I, with_=CONTROL)
    assert "b.xlsx 中没有认出自评表" in user.label("messageText")
    assert stored(ledger) == [complete_form()]


def test_bad_files_among_many_are_listed_and_nothing_comes_in_by_itself(
    user: User, choose: Choose, ledger: Path
) -> None:
    choose(a_xlsx=workbook_of(OTHER), b_xlsx=nothing_of_ours(), c_json=b"[{]")

    def look(dialog: QDialog) -> None:
        wanted = ("b.xlsx 中没有认出自评表", "c.json")
        assert all(part in line for part, line in zip(wanted, unread(dialog), strict=True))
        user.press(Key.Key_Return)

    user.in_dialog("unreadFiles", look)
    user.press(Key.Key_I, with_=CONTROL)
    assert stored(ledger) == [complete_form()]


def test_the_rest_comes_in_when_the_user_says_so(user: User, choose: Choose, ledger: Path) -> None:
    choose(
        a_xlsx=workbook_of(OTHER),
        b_xlsx=nothing_of_ours(),
        c_json=form_json.write_forms([complete_form(year=2021)]),
    )

    def take_in(_dialog: QDialog) -> None:
        user.press(Key.Key_Return)

    def go_on(dialog: QDialog) -> None:
        user.in_dialog("importDialog", take_in)
        button = dialog.findChild(QPushButton, "listingAnyway")
        assert button is not None
        button.setFocus()
        user.press(Key.Key_Space)

    user.in_dialog("unreadFiles", go_on)
    user.press(Key.Key_I, with_=CONTROL)
    assert [form.year for form in stored(ledger)] == [2023, 2021, 2023]


def test_nothing_but_bad_files_leaves_nothing_to_go_on_with(user: User, choose: Choose, ledger: Path) -> None:
    choose(a_xlsx=nothing_of_ours(), b_xlsx=nothing_of_ours())

    def look(dialog: QDialog) -> None:
        assert dialog.findChild(QPushButton, "listingAnyway") is None
        user.press(Key.Key_Escape)

    user.in_dialog("unreadFiles", look)
    user.press(Key.Key_I, with_=CONTROL)
    assert stored(ledger) == [complete_form()]


def test_without_an_open_form_there_is_nothing_to_fill(sit: Sit, empty_ledger: Path, choose: Choose) -> None:
    user = sit(empty_ledger)
    choose(a_xlsx=workbook_of(OTHER))

    def look(dialog: QDialog) -> None:
        button, template = dialog.findChild(QPushButton, "importFill"), dialog.findChild(QComboBox)
        assert button is not None
        assert template is not None
        assert not button.isVisible()
        assert template.currentText() == "财政部 2020 版"
        user.press(Key.Key_Return)

    user.in_dialog("importDialog", look)
    user.trigger("actionImport")
    assert user.box("projectName") == "档案数字化"


def test_the_text_of_a_pdf_is_pasted_as_a_form(user: User, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    bootstrap.form_writers()["pdf"]([printout(OTHER)], path)
    with pypdfium2.PdfDocument(str(path)) as document:
        text = "\n".join(page.get_textpage().get_text_range() for page in document)
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    offered: list[str] = []

    def look(dialog: QDialog) -> None:
        offered.extend(button.objectName() for button in dialog.findChildren(QPushButton))
        user.press(Key.Key_Return)

    user.in_dialog("wholeFormDialog", look)
    user.press(Key.Key_V, with_=CONTROL | SHIFT)
    assert sorted(offered) == ["wholeFormCancel", "wholeFormFill", "wholeFormImport"]
    assert form_of(user).indicators == OTHER.indicators
    assert form_of(user).funds["current_year"] == OTHER.funds["current_year"]
