"""From the menu to a paper in a file: a year's summary, a public copy, a blank for the pen."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPushButton, QSpinBox, QTreeWidget

from tests.journeys.conftest import Sit, stored
from tests.journeys.user import CONTROL, Key, User
from tests.output.reading import with_pdfium


@pytest.fixture
def user(sit: Sit, examples: Path) -> User:
    return sit(examples)


def name_file(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """What the user answers when the system asks for a file."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments, **_options: (str(path), ""))


def press(dialog: QDialog, button: str) -> None:
    found = dialog.findChild(QPushButton, button)
    assert found is not None
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def make(user: User, action: str, dialog: str, work: Callable[[QDialog], None]) -> None:
    """Choose the menu entry and do that in its dialog."""
    user.in_dialog(dialog, work)
    user.trigger(action)


def text_of(path: Path) -> list[str]:
    return with_pdfium(path.read_bytes(), path.parent)


def cents(amount: Decimal | None) -> int:
    return int((amount or Decimal(0)) * 100)


def test_the_totals_of_a_year_equal_the_sum_of_its_forms(
    user: User, examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for way in ("xlsx", "pdf"):
        name_file(monkeypatch, tmp_path / f"汇总.{way}")
        make(user, "actionSummary", "summaryDialog", partial(press, button=f"{way}Document"))
    rows = list(openpyxl.load_workbook(tmp_path / "汇总.xlsx").worksheets[0].iter_rows(values_only=True))
    forms = stored(examples)
    total = next(row for row in rows if str(row[0]).startswith("合计"))
    for place, column in ((4, "initial"), (5, "annual"), (6, "executed")):
        sums = sum(cents(form.fund_line(row).amount(column)) for form in forms for row in form.funds if row != "total")
        assert round(float(str(total[place])) * 100) == sums
    (page,) = text_of(tmp_path / "汇总.pdf")
    assert "财政项目支出绩效自评汇总表" in page
    assert all("".join(form.project_name.split()) in page for form in forms)
    assert f"{total[5]:,.2f}" in page


def test_a_public_copy_keeps_what_was_masked_out_of_the_file(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name_file(monkeypatch, tmp_path / "公开.pdf")

    def mask(dialog: QDialog) -> None:
        tree, words = dialog.findChild(QTreeWidget, "publicCells"), dialog.findChild(QLineEdit, "publicWords")
        assert tree is not None
        assert words is not None
        (unit,) = tree.findItems("实施单位", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
        tree.setCurrentItem(unit)
        QTest.keyClick(tree, Qt.Key.Key_Space)
        words.setFocus()
        user.type("211,166.72")
        press(dialog, "pdfDocument")

    make(user, "actionPublicCopy", "publicCopyDialog", mask)
    text = "".join(text_of(tmp_path / "公开.pdf"))
    assert "公开版" in text
    assert "■■■" in text
    assert "211,166.72" not in text
    assert "实施单位■■■" in text


def test_a_blank_of_twelve_rows_is_one_page_that_holds_no_figure(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name_file(monkeypatch, tmp_path / "空白.pdf")
    make(user, "actionBlankForm", "blankFormDialog", lambda dialog: press(dialog, "pdfDocument"))
    (page,) = text_of(tmp_path / "空白.pdf")
    assert page.startswith("财政项目支出绩效自评表")
    assert all(word in page for word in ("项目名称", "数量指标", "服务对象满意度指标", "总分100"))
    assert not any(word in page for word in ("0.00", "草稿", "2023"))


def test_more_rows_take_more_paper(user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name_file(monkeypatch, tmp_path / "空白.pdf")

    def ask(dialog: QDialog) -> None:
        rows = dialog.findChild(QSpinBox, "blankRows")
        assert rows is not None
        rows.setFocus()
        user.press(Key.Key_A, with_=CONTROL)
        user.type("30")
        press(dialog, "pdfDocument")

    make(user, "actionBlankForm", "blankFormDialog", ask)
    with pypdfium2.PdfDocument(tmp_path / "空白.pdf") as document:
        assert len(document) == 2
