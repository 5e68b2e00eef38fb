"""Under every template a form is filled in by keyboard: each column and each box, and what is found leads there."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTableView, QTabWidget, QWidget

from selfeval_desktop import bootstrap, paths
from selfeval_desktop.app.errors import BadTemplate
from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Column, Template
from selfeval_desktop.ui.document.form_table_model import FormTableModel
from selfeval_desktop.ui.filling.workspace import Workspace
from tests.journeys.conftest import Sit, ledger_of, stored
from tests.journeys.user import Key, User
from tests.layouts import IDS, filled, sheet_of, template
from tests.output.reading import holds, with_pdfium

# By the kind of the column.
TYPED = {"amount": "12.5", "weight": "7", "score": "5", "deduction": "0.5", "operator": "≤", "unit": "m"}


def form_of(user: User) -> Form:
    state = user.window.document.form
    assert state is not None
    return state.form


def type_into_table(user: User, tab: str, name: str, row: int, columns: tuple[Column, ...]) -> None:
    """Something into each cell of that row that can be filled in; then each holds it."""
    model = user.find(QTableView, name).model()
    assert isinstance(model, FormTableModel)
    for place, column in enumerate(columns):
        index = model.index(row, place, QModelIndex())
        field = model.cell_at(index).field
        if not model.cell_at(index).editable or field is None:
            continue
        text = TYPED.get(column.kind, "abc")
        user.go_to(tab, row, place)
        user.type(text)
        user.press(Key.Key_Return)
        assert edits.cell_text(form_of(user), field) == text, field


def type_into_boxes(user: User, layout: Template) -> None:
    """Something into each box beside the tables, or the last choice of a list; then each holds it."""
    for goal in layout.goals.columns:
        write(user, "goalsTab", {"expected": "goalExpected", "actual": "goalActual"}[goal.key])
        assert edits.cell_text(form_of(user), FieldRef.goal(goal.key)) == "abc"
    for further in layout.fields:
        field = FieldRef.head(further.key, extra=True)
        if further.kind == "choice":
            user.turn_to("fundsTab")
            user.choose(str(field), further.choices[-1])
            assert form_of(user).fields[further.key] == further.choices[-1]
        else:
            write(user, "goalsTab" if further.kind == "text" else "fundsTab", str(field))
            assert form_of(user).fields[further.key] == "abc"


def write(user: User, tab: str, name: str) -> None:
    user.turn_to(tab)
    found = user.window.findChild(QPlainTextEdit, name) or user.find(QLineEdit, name)
    assert isinstance(found, QWidget)
    assert found.isVisible(), name
    found.setFocus()
    user.type("abc")


@pytest.mark.parametrize("template_id", IDS)
def test_each_column_and_box_takes_what_is_typed_and_keeps_it(template_id: str, sit: Sit, tmp_path: Path) -> None:
    layout = template(template_id)
    ledger = ledger_of(tmp_path / "台账.selfeval", edits.new_form(layout, year=2023))
    user = sit(ledger)
    user.click("formList", 0)
    for row in range(len(layout.funds.rows)):
        type_into_table(user, "fundsTab", "fundsTable", row, layout.funds.columns)
    type_into_table(user, "indicatorsTab", "indicatorTable", 0, layout.indicators.columns)
    type_into_boxes(user, layout)
    kept = form_of(user)
    user.close()
    assert stored(ledger) == [kept]


@pytest.mark.parametrize("template_id", IDS)
def test_every_finding_of_an_empty_form_leads_to_its_cell(template_id: str, sit: Sit, tmp_path: Path) -> None:
    layout = template(template_id)
    form = edits.new_form(layout)
    user = sit(ledger_of(tmp_path / "台账.selfeval", form))
    user.click("formList", 0)
    findings = evaluate(form, layout).findings
    assert findings
    for finding in findings:
        assert user.find(Workspace, "workspace").show_field(finding.field), finding


@pytest.mark.parametrize("template_id", IDS)
def test_every_cell_on_paper_leads_to_its_place_in_the_window(template_id: str, sit: Sit, tmp_path: Path) -> None:
    layout, form = template(template_id), filled(template(template_id))
    user = sit(ledger_of(tmp_path / "台账.selfeval", form))
    user.click("formList", 0)
    workspace = user.find(Workspace, "workspace")
    for cell in sheet_of(form, layout).cells:
        if cell.field is not None and cell.field != FieldRef.indicators():
            assert workspace.show_field(cell.field), cell.field
            assert workspace.current_field() == cell.field


def test_one_box_is_asked_for_the_reason_of_all_lost_points(sit: Sit, tmp_path: Path) -> None:
    form = edits.set_cell(filled(template("hubei")), FieldRef.parse("fields.reason"), "")
    user = sit(ledger_of(tmp_path / "台账.selfeval", form))
    user.click("formList", 0)
    (problem,) = user.problems()
    assert "得分 79 低于分值 80，少 1 分。请填写偏差大或目标未完成原因分析。" in problem
    assert "② 目标 ×1" in user.tabs()
    user.press(Key.Key_F8)
    user.type("abc")
    assert form_of(user).fields["reason"] == "abc"
    assert user.problems() == []


def test_boxes_of_one_template_give_way_to_those_of_another(sit: Sit, tmp_path: Path) -> None:
    user = sit(ledger_of(tmp_path / "台账.selfeval", filled(template("hubei")), filled(template("mof-2020"))))
    user.click("formList", 0)
    user.turn_to("goalsTab")
    assert user.find(QPlainTextEdit, "fields.reason").isVisible()
    assert not user.find(QPlainTextEdit, "goalExpected").isVisible()
    user.click("formList", 1)
    assert not user.find(QPlainTextEdit, "fields.reason").isVisible()
    assert user.find(QPlainTextEdit, "goalExpected").isVisible()
    user.turn_to("fundsTab")
    assert not user.find(QComboBox, "fields.category").isVisible()
    assert user.find(QTabWidget, "tabs").count() == 4


# A place that nobody has heard of: other weights and bands, one more fund row, one more column.
NEW_PLACE = (
    ('id = "mof-2020"', 'id = "xinxian"'),
    ('name = "财政部 2020 版"', 'name = "新县"'),
    ('[execution]\nweight = "10"', '[execution]\nweight = "15"'),
    ('name = "产出指标"\nweight = "50"', 'name = "产出指标"\nweight = "45"'),
    ('met = "0.8"\npartly = "0.6"', 'met = "0.9"\npartly = "0.7"'),
    (
        '{ key = "other", label = "其他资金" },',
        '{ key = "bonds", label = "债券资金" }, { key = "other", label = "其他资金" },',
    ),
    (
        '{ key = "actual", heading = "实际完成值", kind = "text" },',
        (
            '{ key = "actual", heading = "实际完成值", kind = "text" },'
            "{ key = 'evidence', heading = '佐证材料', kind = 'text', extra = true },"
        ),
    ),
    ("{ minimum = 24, share = 4 },\n]", "{ minimum = 18, share = 1 },\n{ minimum = 20, share = 4 },\n]"),
    ('span = 7, field = "project_name"', 'span = 8, field = "project_name"'),
    ('span = 3, field = "unit"', 'span = 4, field = "unit"'),
    (
        'heading = "得分", kind = "score" },\n]\nrows',
        'heading = "得分", kind = "score", span = 2 },\n]\nrows',
    ),
    ('heading = "实际完成情况", span = 4', 'heading = "实际完成情况", span = 5'),
)


@pytest.fixture
def new_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Template]:
    """The installed templates and one more file."""
    folder = tmp_path / "templates"
    shutil.copytree(paths.template_folder(), folder)
    text = (folder / "mof-2020.toml").read_text("utf-8")
    for old, new in NEW_PLACE:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (folder / "xinxian.toml").write_text(text, "utf-8")
    monkeypatch.setattr(paths, "template_folder", lambda: folder)
    bootstrap._template_folder.cache_clear()
    yield bootstrap.installed_templates().get_template("xinxian")
    bootstrap._template_folder.cache_clear()


def test_a_place_that_nobody_has_heard_of_is_one_file(new_place: Template, sit: Sit, tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "台账.selfeval", filled(new_place))
    user = sit(ledger)
    user.click("formList", 0)
    assert user.problems() == []
    user.go_to("fundsTab", 3, 1)
    user.write("300", "300")
    user.go_to("indicatorsTab", 0, 5)
    user.write("photo")
    form = form_of(user)
    assert edits.cell_text(form, FieldRef.parse("funds.bonds.annual")) == "300"
    assert form.indicators[0].fields == {"evidence": "photo"}
    user.go_to("indicatorsTab", 2, 7)
    user.write("9")
    assert any("应在 9.9 至 11 之间" in problem for problem in user.problems())
    user.close()
    (kept,) = stored(ledger)
    assert "债券资金" in [cell.text for cell in sheet_of(kept, new_place).cells]
    printout = Printout("新县", sheet_of(kept, new_place), new_place.paper, kept)
    (paper,) = bootstrap.form_writers()["pdf"]([printout], tmp_path / "a.pdf")
    pages = with_pdfium(paper.read_bytes(), tmp_path)
    assert all(holds(pages, text) for text in ("债券资金", "300.00", "佐证材料", "photo"))
    (book,) = bootstrap.form_writers()["xlsx"]([printout], tmp_path / "a.xlsx")
    values = [value for row in openpyxl.load_workbook(book).worksheets[0].values for value in row]
    assert {"债券资金", 300, "佐证材料", "photo", 15} <= set(values)


def test_a_broken_template_is_named_with_its_place(new_place: Template, tmp_path: Path) -> None:
    path = paths.template_folder() / "xinxian.toml"
    path.write_text(path.read_text("utf-8").replace('weight = "45"', 'weight = "44"'), "utf-8")
    bootstrap._template_folder.cache_clear()
    with pytest.raises(BadTemplate) as caught:
        bootstrap.installed_templates().get_template("xinxian")
    assert (caught.value.path, caught.value.place, caught.value.found) == (path, "levels", "99")
