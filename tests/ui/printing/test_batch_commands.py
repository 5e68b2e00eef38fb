"""Many forms at once: one dialog, one job or files, a cover list, and a way to stop."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QProgressDialog,
    QPushButton,
    QSpinBox,
    QTabWidget,
)
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.paper.drawing import Page
from selfeval_desktop.app.ports.documents import Printout, Progress
from selfeval_desktop.app.ports.forms import State
from selfeval_desktop.ui.kit.question import ListingDialog
from selfeval_desktop.ui.printing.batch_commands import BatchDialog
from selfeval_desktop.ui.printing.delivery import Delivery
from tests.builders import complete_form, too_long_form
from tests.ui.paper_trays import Tray, answer, load, part
from tests.ui.windows import Screen, ledger_file

NAMES = [f"项目{number}" for number in range(1, 21)]


@pytest.fixture
def tray(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Tray:
    return load(monkeypatch, tmp_path)


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot) -> Iterator[Screen]:
    """The window on twenty forms; the last one has an error."""
    forms = [complete_form(project_name=name) for name in NAMES[:-1]]
    screen = Screen(ledger_file(tmp_path / "office.selfeval", [*forms, complete_form(project_name="")]))
    qtbot.addWidget(screen.window)
    yield screen
    screen.close()


def states(screen: Screen) -> list[State]:
    ledger = screen.window.document.ledger
    assert ledger is not None
    return [summary.state for summary in ledger.summaries]


def choose(dialog: BatchDialog, kind: str) -> None:
    box = part(dialog, QComboBox, "batchKind")
    box.setCurrentIndex(box.findData(kind))


def press(dialog: BatchDialog) -> None:
    button = part(dialog, QPushButton, "batchOk")
    assert button.isEnabled()
    button.click()


def texts(path: Path) -> list[str]:
    """The text of each page, without white space."""
    with pypdfium2.PdfDocument(path) as document:
        read = (page.get_textpage().get_text_bounded() for page in document)
        # A PDF of Qt's copies out with radicals in the place of some characters.
        return ["".join(unicodedata.normalize("NFKC", text).split()) for text in read]


def test_twenty_forms_go_twice_in_one_job_below_their_list(office: Screen, tray: Tray) -> None:
    def work(dialog: BatchDialog) -> None:
        part(dialog, QSpinBox, "printCopies").setValue(2)
        assert "其中 1 张表还有错误" in part(dialog, QLabel, "batchNote").text()
        press(dialog)

    answer(BatchDialog, work)
    office.do("actionPrintForms")
    (job,) = tray.jobs
    pages = texts(job)
    assert len(pages) == 2 * (1 + 20)
    assert pages[:21] == pages[21:]
    assert all(name in pages[0] for name in NAMES[:-1])
    assert states(office) == [State.PRINTED] * 19 + [State.DRAFT]
    assert "共 42 页" in office.text("messageText")
    assert "草稿" in office.text("messageText")


def test_how_many_forms_were_printed_is_remembered_apart(office: Screen, tray: Tray) -> None:
    def work(dialog: BatchDialog) -> None:
        part(dialog, QSpinBox, "printCopies").setValue(3)
        part(dialog, QCheckBox, "batchCover").setChecked(False)
        press(dialog)

    answer(BatchDialog, work)
    office.do("actionPrintForms")
    assert len(texts(tray.jobs[0])) == 60
    kept = office.window.document.services.settings.load_settings().printing
    assert {key: choice.copies for key, choice in kept.items()} == {"batch": 3}


def test_the_forms_of_the_list_are_proposed_and_others_can_be_ticked(office: Screen, tray: Tray) -> None:
    search = office.part(QLineEdit, "formSearch")
    search.setText("项目1")
    search.returnPressed.emit()

    def work(dialog: BatchDialog) -> None:
        assert len(dialog.batch_request().form_ids) == 11
        part(dialog, QPushButton, "batchFormsNone").click()
        assert not part(dialog, QPushButton, "batchOk").isEnabled()
        assert "至少选一张" in part(dialog, QLabel, "batchNote").text()
        part(dialog, QPushButton, "batchFormsAll").click()
        assert len(dialog.batch_request().form_ids) == 20

    answer(BatchDialog, work)
    office.do("actionPrintForms")
    assert tray.jobs == []


def test_one_pdf_holds_the_list_and_every_form(
    office: Screen, tray: Tray, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tray.names = ()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(tmp_path / "all.pdf"), ""))

    def work(dialog: BatchDialog) -> None:
        assert dialog.batch_request().kind == "pdf"
        press(dialog)

    answer(BatchDialog, work)
    office.do("actionPrintForms")
    assert len(texts(tmp_path / "all.pdf")) == 21
    assert states(office)[0] is State.PRINTED


def saved_to(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[BatchDialog], None]:
    """One PDF per form, into that folder."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: str(folder))

    def work(dialog: BatchDialog) -> None:
        choose(dialog, "pdfs")
        press(dialog)

    return work


def test_a_folder_holds_a_pdf_for_each_form_and_the_list(
    office: Screen, tray: Tray, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    answer(BatchDialog, saved_to(folder, monkeypatch))
    office.do("actionPrintForms")
    assert len(list(folder.glob("*.pdf"))) == 21
    assert "已导出 21 个文件" in office.text("messageText")
    ledger = office.window.document.ledger
    assert ledger is not None
    for form_id in (1, 2):
        (event,) = ledger.store.output_events(form_id)
        assert event.file is not None
        assert event.file.name.endswith(f"-{form_id}.pdf")
        assert event.file.digest == sha256((folder / event.file.name).read_bytes()).hexdigest()


def test_files_in_the_folder_are_replaced_only_when_the_user_says_so(
    office: Screen, tray: Tray, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    old = folder / "某区信访办公室-2023-项目1-1.pdf"
    old.write_bytes(b"old")
    work = saved_to(folder, monkeypatch)
    asked: list[str] = []

    def reply(button: int) -> Callable[[QMessageBox], None]:
        def act(question: QMessageBox) -> None:
            asked.append(question.text())
            question.buttons()[button].click()

        return act

    for button in (1, 0):

        def both(dialog: BatchDialog, button: int = button) -> None:
            monkeypatch.setattr(QMessageBox, "exec", reply(button))
            work(dialog)

        answer(BatchDialog, both)
        office.do("actionPrintForms")
        assert (old.read_bytes() == b"old") is (button == 1)
    assert asked == [f"{old.name} 已经存在，要替换吗？"] * 2


@pytest.mark.parametrize(
    ("there", "names"),
    [
        (1, "{0} 已经存在，要替换吗？"),
        (3, "{0}、{1}、{2} 已经存在，要替换吗？"),
        (4, "{0}、{1}、{2} 等 4 个文件已经存在，要替换吗？"),
        (12, "{0}、{1}、{2} 等 12 个文件已经存在，要替换吗？"),
    ],
)
def test_the_first_three_files_that_would_be_replaced_are_named_and_all_are_counted(
    office: Screen, tray: Tray, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: int, names: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    old = [folder / f"某区信访办公室-2023-项目{number}-{number}.pdf" for number in range(1, there + 1)]
    for path in old:
        path.write_bytes(b"old")
    asked: list[str] = []

    def cancel(question: QMessageBox) -> None:
        asked.append(question.text())
        question.buttons()[1].click()

    monkeypatch.setattr(QMessageBox, "exec", cancel)
    answer(BatchDialog, saved_to(folder, monkeypatch))
    office.do("actionPrintForms")
    assert asked == [names.format(*(path.name for path in old))]
    assert [path.read_bytes() for path in folder.iterdir()] == [b"old"] * there


def at_form(screen: Screen, call: int, work: Callable[[], object]) -> None:
    """Do that when the pages of so many forms have been asked for."""
    services = screen.window.document.services
    make, asked = services.pages, []

    def pages(printout: Printout) -> tuple[Page, ...]:
        asked.append(printout)
        if len(asked) == call:
            work()
        return make(printout)

    object.__setattr__(services, "pages", pages)


def stop(screen: Screen) -> None:
    """Press the button of the progress dialog."""
    screen.window.findChildren(QProgressDialog)[-1].cancel()


@pytest.mark.parametrize("call", [1, 3, 20])
def test_a_batch_called_off_prints_and_records_nothing(office: Screen, tray: Tray, call: int) -> None:
    before = states(office)
    answer(BatchDialog, press)
    at_form(office, call, lambda: stop(office))
    office.do("actionPrintForms")
    assert not any(job.exists() for job in tray.jobs)
    assert states(office) == before
    assert "已取消" in office.text("messageText")


def test_files_called_off_leave_the_old_ones_as_they_were(
    office: Screen, tray: Tray, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, before = tmp_path / "out", states(office)
    folder.mkdir()
    old = folder / "某区信访办公室-2023-项目1-1.pdf"
    old.write_bytes(b"old")
    monkeypatch.setattr(Delivery, "confirm_replacing", lambda *_arguments: True)
    write = office.window.document.services.writers["pdf"]

    def write_and_stop(printouts: Sequence[Printout], target: Path, progress: Progress) -> tuple[Path, ...]:
        def stopping(done: int, total: int) -> None:
            if done == 3:
                stop(office)
            progress(done, total)

        return write(printouts, target, stopping)

    monkeypatch.setitem(office.window.document.services.writers, "pdf", write_and_stop)
    answer(BatchDialog, saved_to(folder, monkeypatch))
    office.do("actionPrintForms")
    assert [path.read_bytes() for path in folder.iterdir()] == [b"old"]
    assert states(office) == before
    assert "已取消" in office.text("messageText")


def test_closing_stops_the_work_first_and_nothing_else_can_begin(office: Screen, tray: Tray, qtbot: QtBot) -> None:
    refused: list[bool] = []

    def meanwhile() -> None:
        office.do("actionPrintForms")
        office.do("actionPrint")
        office.do("actionExport")
        office.do("actionSavePdf")
        refused.append(office.close())

    answer(BatchDialog, press)
    at_form(office, 3, meanwhile)
    office.do("actionPrintForms")
    assert refused == [False]
    assert not any(job.exists() for job in tray.jobs)
    qtbot.waitUntil(lambda: not office.window.isVisible())


def test_characters_that_no_font_has_are_listed_with_their_cells_before_printing(
    tmp_path: Path, tray: Tray, qtbot: QtBot
) -> None:
    forms = [complete_form(), complete_form(project_name="\U0002b820项目")]
    screen = Screen(ledger_file(tmp_path / "rare.selfeval", forms))
    qtbot.addWidget(screen.window)
    shown: list[str] = []

    def look(dialog: ListingDialog) -> None:
        lines = part(dialog, QListWidget, "missingLines")
        shown.extend(lines.item(row).text() for row in range(lines.count()))

    def work(dialog: BatchDialog) -> None:
        press(dialog)
        answer(ListingDialog, look)

    answer(BatchDialog, work)
    screen.do("actionPrintForms")
    assert shown == ["\U0002b820项目：项目名称：\U0002b820（U+2B820）"]
    assert tray.jobs == []

    def anyway(dialog: BatchDialog) -> None:
        press(dialog)
        answer(ListingDialog, lambda missing: part(missing, QPushButton, "missingAnyway").click())

    answer(BatchDialog, anyway)
    screen.do("actionPrintForms")
    assert len(texts(tray.jobs[0])) == 3
    screen.close()


@pytest.fixture
def long_office(tmp_path: Path, qtbot: QtBot) -> Iterator[Screen]:
    """The window on two forms, the second too long for paper."""
    forms = [complete_form(project_name="甲"), too_long_form(project_name="乙")]
    screen = Screen(ledger_file(tmp_path / "long.selfeval", forms))
    qtbot.addWidget(screen.window)
    yield screen
    screen.close()


def test_load_a_form_too_long_for_paper_is_left_out_of_the_job_and_told(long_office: Screen, tray: Tray) -> None:
    answer(BatchDialog, press)
    long_office.do("actionPrintForms")
    assert len(texts(tray.jobs[0])) == 2
    assert states(long_office) == [State.PRINTED, State.READY]
    assert "有 1 张表没有写出：“乙”共有" in long_office.text("messageText")
    assert "一张表最多 300,000 个字" in long_office.text("messageText")


def test_load_a_form_too_long_for_paper_is_not_printed_alone(long_office: Screen, tray: Tray) -> None:
    assert long_office.window.document.show_form(2)
    for action in ("actionPrint", "actionSavePdf", "actionPublicCopy"):
        long_office.window.document.messages.clear_message()
        long_office.do(action)
        assert "一张表最多 300,000 个字" in long_office.text("messageText")
    assert (tray.jobs, states(long_office)) == ([], [State.READY, State.READY])


def test_load_neither_preview_nor_the_counts_beside_the_text_lay_it_out(long_office: Screen) -> None:
    document = long_office.window.document
    assert document.show_form(2)
    assert document.form is not None
    assert document.prompt_pages(document.form) == ()
    long_office.part(QTabWidget, "tabs").setCurrentIndex(3)
    assert "一张表最多 300,000 个字" in long_office.text("previewRefusal")
