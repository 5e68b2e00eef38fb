"""What a cell looks like tells where its figure comes from, and what is wrong with it."""

from decimal import Decimal
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.rules.findings import Finding, Severity
from selfeval_desktop.ui.document.cells import CELL, Cell
from selfeval_desktop.ui.filling.cell_editors import AmountDelegate
from selfeval_desktop.ui.filling.funds_tab import FundsTab
from selfeval_desktop.ui.filling.indicators_tab import IndicatorsTab
from selfeval_desktop.ui.kit import theme
from tests.builders import complete_form, with_row
from tests.ui.sessions import OpenForm

SCORE = FieldRef.indicator(0, "score")


@pytest.fixture
def page(page: IndicatorsTab) -> IndicatorsTab:
    assert page.show_field(FieldRef.indicator(4, "deviation"))
    return page


def picture(page: IndicatorsTab, field: FieldRef) -> QImage:
    """The cell as drawn, without its grid lines."""
    rect = page.table.visualRect(page.model.index_of(field))
    return page.table.viewport().grab(rect).toImage()


def background(page: IndicatorsTab, field: FieldRef) -> QColor:
    image = picture(page, field)
    return image.pixelColor(image.width() // 2, 2)


def has(image: QImage, colour: str, rect: QRect) -> bool:
    wanted = theme.colour(colour)
    return any(
        image.pixelColor(x, y) == wanted
        for x in range(rect.left(), rect.right() + 1)
        for y in range(rect.top(), rect.bottom() + 1)
    )


def test_a_calculated_figure_is_grey_and_a_typed_one_white(page: IndicatorsTab, session: OpenForm) -> None:
    assert background(page, SCORE) == theme.colour("calculated")
    session.change_form(with_row(session.form, 0, score=Decimal(20)), label="")
    assert background(page, SCORE) == theme.colour("base")


def test_the_cursor_frames_a_cell_with_signs_and_does_not_fill_it(page: IndicatorsTab, session: OpenForm) -> None:
    form = edits.set_note(with_row(session.form, 0, score=Decimal(19), deviation="天气"), SCORE, "问")
    session.change_form(form, label="")
    assert page.show_field(SCORE)
    image = picture(page, SCORE)
    assert image.pixelColor(image.width() // 4, image.height() // 2) == theme.colour("accent_soft")


def test_a_figure_typed_over_the_calculated_one_has_a_corner(page: IndicatorsTab, session: OpenForm) -> None:
    image = picture(page, SCORE)
    corner = QRect(image.width() - 4, 0, 4, 3)
    assert not has(image, "accent", corner)
    session.change_form(with_row(session.form, 0, score=Decimal(19), deviation="天气"), label="")
    assert has(picture(page, SCORE), "accent", corner)


def test_a_faulty_cell_has_a_tint_and_a_sign(page: IndicatorsTab, session: OpenForm) -> None:
    weight = FieldRef.indicator(0, "weight")
    session.change_form(with_row(session.form, 0, weight=None), label="")
    assert background(page, weight) == theme.colour("error_soft")
    assert has(picture(page, weight), "error", QRect(3, 3, theme.MARK_SIZE, 24))


ALIKE = 24
"""Steps of grey, of 255, below which two pixels look the same."""
KINDS: dict[str, Cell] = {
    "typed": Cell("15", SCORE, editable=True),
    "calculated": Cell("15", SCORE, grey=True, calculated="15", editable=True),
    "overridden": Cell("15", SCORE, calculated="14", editable=True),
    "imported": Cell("15", SCORE, editable=True, origin=ValueOrigin.IMPORTED),
    "carried": Cell("15", SCORE, editable=True, origin=ValueOrigin.CARRIED),
    "noted": Cell("15", SCORE, editable=True, note="问过财务"),
    **{
        severity: Cell("15", SCORE, findings=(Finding("K01", severity, SCORE, {}),), editable=True)
        for severity in Severity
    },
}


def grey(cell: Cell) -> QImage:
    """The cell as drawn, on a printer without colours."""
    model = QStandardItemModel(1, 1)
    model.setData(model.index(0, 0), cell, CELL)
    image = QImage(QSize(80, 28), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.rect = image.rect()
    painter = QPainter(image)
    AmountDelegate().paint(painter, option, model.index(0, 0))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def differing(one: QImage, other: QImage) -> int:
    """How many pixels an eye can tell apart."""
    return sum(
        abs(one.pixelColor(x, y).value() - other.pixelColor(x, y).value()) >= ALIKE
        for x in range(one.width())
        for y in range(one.height())
    )


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize(("one", "other"), list(combinations(KINDS, 2)))
def test_every_kind_of_cell_is_told_apart_without_colours(one: str, other: str) -> None:
    pictures = grey(KINDS[one]), grey(KINDS[other])
    shade = [picture.pixelColor(40, 2).value() for picture in pictures]
    assert differing(*pictures) >= 12 or abs(shade[0] - shade[1]) >= 12


def test_the_current_cell_has_a_frame(page: IndicatorsTab) -> None:
    image = picture(page, FieldRef.indicator(4, "deviation"))
    assert image.pixelColor(image.width() // 2, 1) == theme.colour("accent")


def test_the_name_in_a_tall_merged_cell_stays_in_view(page: IndicatorsTab, session: OpenForm) -> None:
    row = session.form.indicators[0]
    session.change_form(complete_form(indicators=tuple([row] * 40)), label="")
    page.table.verticalScrollBar().setValue(300)
    level1 = page.table.columnWidth(0)
    middle = page.table.viewport().height() // 2
    image = page.table.viewport().grab(QRect(0, middle - 20, level1, 40)).toImage()
    assert has(image, "text", image.rect())


def test_an_achievement_is_picked_from_its_list_by_keyboard(page: IndicatorsTab, session: OpenForm) -> None:
    session.change_form(with_row(session.form, 0, target="良好", actual="良好"), label="")
    assert page.show_field(FieldRef.indicator(0, "achievement"))
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    editor = page.table.indexWidget(page.table.currentIndex())
    assert isinstance(editor, QComboBox)
    assert editor.view().isVisible()
    QTest.keyClick(editor.view(), Qt.Key.Key_Down)
    QTest.keyClick(editor.view(), Qt.Key.Key_Return)
    assert session.form.indicators[0].achievement == "met"


def test_an_editor_grows_with_its_text_and_stays_inside_the_table(page: IndicatorsTab) -> None:
    QTest.keyClicks(page.table, "x")
    editor = page.table.indexWidget(page.table.currentIndex())
    assert editor is not None
    low = editor.height()
    for _ in range(6):
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert editor.height() > 3 * low
    viewport = page.table.viewport()
    assert viewport.rect().contains(editor.geometry().adjusted(0, 0, -1, -1))
    assert viewport.childAt(editor.geometry().topLeft() + QPoint(5, 5)) is not None


def test_an_editor_of_a_very_long_text_scrolls_to_its_end(page: IndicatorsTab, session: OpenForm, qtbot: QtBot) -> None:
    session.change_form(with_row(session.form, 4, deviation="原因" * 2500), label="")
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    editor = page.table.indexWidget(page.table.currentIndex())
    assert isinstance(editor, QPlainTextEdit)
    qtbot.waitUntil(editor.verticalScrollBar().isVisible)
    assert page.table.viewport().rect().contains(editor.geometry())
    assert editor.viewport().rect().contains(editor.cursorRect().center())


def test_an_unreadable_amount_stays_on_one_line(qtbot: QtBot) -> None:
    session = OpenForm()
    amount = FieldRef.fund("current_year", "executed")
    session.change_form(edits.set_cell(session.form, amount, "约三万元\n以决算为准" * 20), label="")
    funds = FundsTab(session)
    qtbot.addWidget(funds)
    funds.resize(700, 300)
    with qtbot.waitExposed(funds):
        funds.show()
    rect = funds.table.visualRect(funds.model.index_of(amount))
    image = funds.table.viewport().grab(rect).toImage()
    blank = theme.severity_tint(Severity.ERROR)
    inked = [
        y
        for y in range(image.height() - 2)
        if any(image.pixelColor(x, y) != blank for x in range(24, image.width() - 2))
    ]
    assert inked
    assert inked[-1] - inked[0] < funds.table.fontMetrics().height()


def top_of_reason(page: IndicatorsTab, shift: QPoint) -> QImage:
    """The upper lines of the first reason, with the table scrolled so far beyond them."""
    page.table.verticalScrollBar().setValue(shift.y())
    page.table.horizontalScrollBar().setValue(shift.x())
    rect = page.table.visualRect(page.model.index_of(FieldRef.indicator(0, "deviation")))
    return page.table.viewport().grab(QRect(rect.topLeft() + QPoint(2, 2), QSize(60, 60))).toImage()


def test_a_long_text_stands_still_in_its_cell_however_much_of_it_is_in_view(
    page: IndicatorsTab, session: OpenForm, qtbot: QtBot
) -> None:
    session.change_form(with_row(session.form, 0, deviation="项目推迟，原因如下。" * 60), label="")
    qtbot.waitUntil(lambda: page.table.rowHeight(0) > 400)
    page.table.clearSelection()
    page.table.setCurrentIndex(page.model.index_of(FieldRef.indicator(4, "weight")))
    whole = top_of_reason(page, QPoint(0, 0))
    page.resize(1040, 260)
    assert top_of_reason(page, QPoint(0, 0)) == whole
    page.resize(820, 260)
    bar = page.table.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    narrow = top_of_reason(page, QPoint(bar.maximum(), 0))
    assert top_of_reason(page, QPoint(bar.maximum() // 2, 0)) == narrow
