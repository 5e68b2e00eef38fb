"""A form from nothing to paper and files, by keyboard alone."""

from decimal import Decimal
from pathlib import Path
from unicodedata import normalize

import openpyxl
import pypdfium2
import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop import bootstrap
from selfeval_desktop.codec import form_json
from selfeval_desktop.domain.form.form import Form, FundLine, Goals, Indicator
from tests.journeys.conftest import Sit, stored
from tests.journeys.user import ALT, CONTROL, Key, User
from tests.ui.paper_trays import load

# level 2 (None: as offered), name, target, actual, weight; a level 1 begins where the new form has a row.
ROWS: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("产出指标", "数量指标", "政策宣讲场次", ">=12场", "13场", "20"),
    ("产出指标", "质量指标", "宣讲材料合格率", "≥95%", "98.5%", "15"),
    ("产出指标", "成本指标", "单场费用", "≤3000元", "2860元", "15"),
    ("效益指标", "社会效益指标", "政策知晓情况", "提高", "提高", "30"),
    ("满意度指标", "服务对象满意度指标", "参与群众满意度", "≥90%", "93%", "10"),
)
EXPECTED = "全年举办12场政策宣讲，覆盖各街镇。\n编印宣讲材料2000册。"
ACTUAL = "举办宣讲13场，覆盖全部街镇；编印材料2000册，已全部发放。"
TYPED = Form(
    template="mof-2020",
    year=2025,
    project_name="政策宣讲（2025）",
    department="某区司法局",
    unit="某区法律援助中心",
    funds={
        "current_year": FundLine(Decimal(120000), Decimal(120000), Decimal("116789.50")),
        "carried_over": FundLine(Decimal(0), Decimal(0), Decimal(0)),
        "other": FundLine(Decimal(0), Decimal(0), Decimal(0)),
    },
    goals=Goals(EXPECTED, ACTUAL),
    indicators=tuple(
        Indicator(key, level1, level2, name, target, actual, "met" if target == "提高" else None, Decimal(weight))
        for key, (level1, level2, name, target, actual, weight) in enumerate(ROWS, start=1)
    ),
)


@pytest.fixture
def user(sit: Sit, empty_ledger: Path) -> User:
    return sit(empty_ledger)


def fill_in(user: User) -> None:
    user.press(Key.Key_N, with_=CONTROL)
    fill_in_head(user)
    fill_in_funds(user)
    fill_in_goals(user)
    fill_in_indicators(user)


def fill_in_head(user: User) -> None:
    user.write("政策宣讲（2025）", "2025")
    user.press(Key.Key_Tab)
    user.write("某区司法局", "某区法律援助中心")


def fill_in_funds(user: User) -> None:
    user.go_to("fundsTab", 1, 0)
    user.write("120000", "120,000.00", "116789.5")
    user.write(*"000000")


def fill_in_goals(user: User) -> None:
    user.turn_to("goalsTab")
    for text in (EXPECTED, ACTUAL):
        first, *others = text.split("\n")
        user.type(first)
        for line in others:
            user.press(Key.Key_Return)
            user.type(line)
        user.press(Key.Key_Tab)


def fill_in_indicators(user: User) -> None:
    """The new form offers one row of each class; two are put below the first."""
    user.turn_to("indicatorsTab")
    for row, (_, level2, name, target, actual, weight) in enumerate(ROWS):
        if row in (1, 2):
            user.go_to("indicatorsTab", row - 1, 2)
            user.press(Key.Key_Insert, with_=CONTROL)
        user.go_to("indicatorsTab", row, 1)
        if user.cell("indicatorTable", row, 1) != level2:
            choose_level(user, level2)
        user.go_to("indicatorsTab", row, 2)
        user.write(name, target, actual, weight)
    user.go_to("indicatorsTab", 3, 8)
    user.press(Key.Key_F2, Key.Key_Down, Key.Key_Return)


def choose_level(user: User, name: str) -> None:
    """From the list of the cell's editor; what is not in it is typed."""
    user.press(Key.Key_F2)
    editor = user.editor()
    assert isinstance(editor, QComboBox)
    user.press(Key.Key_Down, with_=ALT)
    steps = editor.findText(name) - editor.currentIndex()
    user.press(*[Key.Key_Down if steps > 0 else Key.Key_Up] * abs(steps), Key.Key_Return)


def test_a_form_filled_in_by_keyboard_is_stored_as_typed_and_without_errors(
    user: User, qtbot: QtBot, empty_ledger: Path
) -> None:
    fill_in(user)
    assert [line for line in user.problems() if line.startswith("错误")] == []
    assert user.label("statusWeights") == "分值合计 100 / 100 ✓"
    assert user.label("statusRate") == "执行率 97.32%"
    assert user.label("statusScore") == "总分 99.73"
    assert user.label("statusGrade") == "等级 优"
    assert user.spans(0) == [3, 1, 1]
    qtbot.waitUntil(lambda: user.label("statusSaved").startswith("已保存"))
    assert stored(empty_ledger) == [TYPED]


def test_it_is_printed_with_everything_typed_and_counts_as_printed(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tray = load(monkeypatch, tmp_path)
    fill_in(user)
    user.in_dialog("printDialog", lambda _: user.press(Key.Key_Return))
    user.press(Key.Key_P, with_=CONTROL)
    (job,) = tray.jobs
    with pypdfium2.PdfDocument(job) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    # Some characters come back as the radicals that look like them.
    text = "".join(normalize("NFKC", "".join(pages)).split())
    wanted = [TYPED.project_name, TYPED.department, TYPED.unit, "116,789.50", "97.32%", EXPECTED, ACTUAL]
    wanted += [text for row in ROWS for text in row]
    assert [each for each in wanted if normalize("NFKC", "".join(each.split())) not in text] == []
    assert user.forms() == ["政策宣讲（2025） 执行 97.32% · 99.73 分 · 已打印"]


def _name(widget: QWidget | None) -> str:
    return widget.objectName() if widget else ""


def export(user: User, kind: str, target: Path) -> None:
    """Ctrl+E, the kind from its list, the file's name typed, Enter."""

    def answer(dialog: QDialog) -> None:
        kinds = dialog.findChild(QComboBox, "exportKind")
        assert kinds is not None
        kinds.setFocus()
        user.press(Key.Key_Home)
        while kinds.currentData() != kind:
            user.press(Key.Key_Down)
        while _name(dialog.focusWidget()) != "exportTarget":
            user.press(Key.Key_Tab)
        user.press(Key.Key_A, with_=CONTROL)
        user.type(str(target))
        user.press(Key.Key_Return)

    user.in_dialog("exportDialog", answer)
    user.press(Key.Key_E, with_=CONTROL)


def test_exported_files_hold_what_was_typed(user: User, tmp_path: Path) -> None:
    fill_in(user)
    export(user, "json", tmp_path / "form.json")
    export(user, "xlsx", tmp_path / "form.xlsx")
    assert form_json.read_file(tmp_path / "form.json", bootstrap.installed_templates()) == (TYPED,)
    sheet = openpyxl.load_workbook(tmp_path / "form.xlsx").worksheets[0]
    values = [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]
    texts = [TYPED.project_name, TYPED.department, TYPED.unit, EXPECTED, ACTUAL]
    texts += [text for row in ROWS for text in row[:5]]
    assert [text for text in texts if text not in values] == []
    numbers = [value for value in values if isinstance(value, int | float)]
    assert {120000, 116789.5, 20, 15, 30, 10} <= set(numbers)
    assert user.forms() == ["政策宣讲（2025） 执行 97.32% · 99.73 分 · 已导出"]


def test_window_says_where_an_export_lies(user: User, tmp_path: Path) -> None:
    fill_in(user)
    export(user, "json", tmp_path / "form.json")
    assert user.label("messageText") == f"已导出到 {tmp_path / 'form.json'}。"
