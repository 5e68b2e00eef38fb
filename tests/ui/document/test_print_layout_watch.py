"""The form is laid out in pauses, for who is looking, and never for each key."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop import bootstrap
from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.app.paper.drawing import Page
from selfeval_desktop.app.paper.outputs import Paperwork
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Goals
from selfeval_desktop.ui.document.print_layout_watch import PrintLayoutWatch
from tests.builders import complete_form
from tests.ui.sessions import OpenForm

ACTUAL = FieldRef.goal("actual")


class Drawing:
    """Lays forms out as the window does, and counts."""

    def __init__(self) -> None:
        self.count = 0
        self._paperwork = Paperwork(bootstrap.installed_templates(), bootstrap.paper_code, "草稿")
        self._pages = bootstrap.build_services().pages

    def __call__(self, state: FormState) -> tuple[Page, ...]:
        self.count += 1
        return self._pages(self._paperwork.build_printout(state.form_id, state.form, state.evaluation))


@pytest.fixture
def session() -> OpenForm:
    return OpenForm()


@pytest.fixture
def drawing() -> Drawing:
    return Drawing()


@pytest.fixture
def watch(session: OpenForm, drawing: Drawing) -> PrintLayoutWatch:
    return PrintLayoutWatch(session, drawing)


@pytest.fixture
def viewer(watch: PrintLayoutWatch, qtbot: QtBot) -> QWidget:
    viewer = QWidget()
    qtbot.addWidget(viewer)
    watch.add_viewer(viewer)
    return viewer


def write(session: OpenForm, actual: str) -> None:
    session.change_form(complete_form(goals=Goals("印制登记单。", actual)), label="")


def test_nothing_is_laid_out_for_nobody(
    watch: PrintLayoutWatch, viewer: QWidget, session: OpenForm, drawing: Drawing, qtbot: QtBot
) -> None:
    write(session, "完成。")
    with qtbot.assertNotEmitted(watch.changed, wait=600):
        pass
    assert drawing.count == 0
    assert watch.printed_text_facts(ACTUAL, 3) == ("3 字",)
    with qtbot.waitSignal(watch.changed):
        viewer.show()
    assert watch.printed_text_facts(ACTUAL, 3)[0] == "3 字 · 打印 1 行"


def test_a_burst_of_keys_is_laid_out_once_and_the_old_figure_stays_till_then(
    watch: PrintLayoutWatch, viewer: QWidget, session: OpenForm, drawing: Drawing, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(watch.changed):
        viewer.show()
    for length in range(10, 400, 10):
        write(session, "宣" * length)
        assert watch.printed_text_facts(ACTUAL, length)[0] == f"{length} 字 · 打印 1 行"
    with qtbot.waitSignal(watch.changed):
        pass
    assert drawing.count == 2
    assert watch.printed_text_facts(ACTUAL, 390)[-2] != "390 字 · 打印 1 行"


def test_another_form_never_shows_the_figures_of_the_last(
    watch: PrintLayoutWatch, viewer: QWidget, session: OpenForm, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(watch.changed):
        viewer.show()
    session.show_form(2, complete_form())
    assert watch.printed_text_facts(ACTUAL, 3) == ("3 字",)
    with qtbot.waitSignal(watch.changed):
        pass
    assert len(watch.printed_text_facts(ACTUAL, 3)) == 2
    session.close()
    assert watch.printed_text_facts(ACTUAL, 3) == ("3 字",)


def test_another_paper_is_laid_out_anew(
    watch: PrintLayoutWatch, viewer: QWidget, drawing: Drawing, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(watch.changed):
        viewer.show()
    with qtbot.waitSignal(watch.changed):
        watch.on_paper_changed()
    assert drawing.count == 2


def test_who_has_left_is_not_laid_out_for(
    watch: PrintLayoutWatch, viewer: QWidget, session: OpenForm, drawing: Drawing, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(watch.changed):
        viewer.show()
    watch.remove_viewer(viewer)
    with qtbot.assertNotEmitted(watch.changed, wait=600):
        write(session, "完成。")
    assert drawing.count == 1


def test_a_merged_name_is_found_where_paper_has_it(watch: PrintLayoutWatch, viewer: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watch.changed):
        viewer.show()
    assert watch.printed_text_facts(FieldRef.indicator(2, "level1"), 4)[0].startswith("4 字 · 打印")
