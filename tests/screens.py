"""Pictures of the window and of the printed examples, in build/screens: what `make screens` leaves to look at.

The window is as large as a screen of 1366×768 pixels: in Chinese, at 150%, and in English.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QPlainTextEdit,
    QTabWidget,
    QToolButton,
    QWidget,
)

from selfeval_desktop import bootstrap
from selfeval_desktop.app import documents
from selfeval_desktop.app.documents import BlankOrder, SummaryOrder
from selfeval_desktop.app.outputs import Paperwork
from selfeval_desktop.app.ports import Draft, FormStore
from selfeval_desktop.domain import edits, masking
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.form import Form
from selfeval_desktop.domain.masking import Masks
from selfeval_desktop.ui.crash_dialog import CrashDialog
from selfeval_desktop.ui.faults import describe
from selfeval_desktop.ui.main_window import MainWindow
from selfeval_desktop.wording import steps

SCREEN = {"name": "1366×768", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1}
FOLDER = Path(__file__).parent.parent / "build" / "screens"
DPI = 110
TABS = ("funds", "goals", "indicators", "preview")
# The offscreen platform remarks on its own limits at each window.
QUIET = {"QT_LOGGING_RULES": "default.warning=false"}
# What is wrong with the last form of the ledger: something on each page.
FAULTS = {
    "unit": "",
    "funds.current_year.annual": "211166.72",
    "funds.current_year.executed": "250000",
    "funds.carried_over.executed": "无",
    "goals.actual": "",
    "indicators[0].weight": "十五",
    "indicators[1].score": "18",
    "indicators[2].actual": "80%",
    "indicators[4].level3": "",
}

# What the public copy does not show.
HIDDEN_CELLS = ("unit", "funds.current_year.annual", "funds.total.annual", "indicators[1].level3")
HIDDEN_WORDS = ("系统",)


@dataclass(frozen=True, slots=True)
class Look:
    """One way to show the window; `name` begins the names of its pictures."""

    name: str
    scale: float = 1.0
    language: str = ""


LOOKS = (Look("100"), Look("150", scale=1.5), Look("english", language="en"))


def main() -> None:
    """Each look in a process of its own: Qt takes scale and language once."""
    if len(sys.argv) > 1:
        show_window(next(look for look in LOOKS if look.name == sys.argv[1]))
        return
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for look in LOOKS:
        with tempfile.TemporaryDirectory() as home:
            screen = Path(home) / "screen.json"
            screen.write_text(json.dumps({"screens": [SCREEN]}), "utf-8")
            platform = f"offscreen:configfile={screen}"
            given = {"QT_QPA_PLATFORM": platform, "QT_SCALE_FACTOR": str(look.scale), "SELFEVAL_HOME": home}
            subprocess.run(
                [sys.executable, __file__, look.name], env={**os.environ, **QUIET, **given}, check=True
            )
    print_examples()
    for picture in sorted(FOLDER.iterdir()):
        print(picture.relative_to(FOLDER.parent.parent))


def show_window(look: Look) -> None:
    """Every state of the window that a user meets."""
    QApplication([])
    bootstrap.services().settings.change(language=look.language)
    with tempfile.TemporaryDirectory() as folder:
        window = bootstrap.open_window(None)
        camera = Camera(look, window)
        camera.take("start")
        wrong = Path(folder) / "通讯录.selfeval"
        wrong.write_text("这不是台账。", "utf-8")
        window.open_ledger(wrong)
        camera.take("start-refused")
        ledger = Path(folder) / "示例台账.selfeval"
        fill(ledger)
        window.open_ledger(ledger)
        window.desk.show_form(3)
        take_tabs(camera, "tab")
        window.desk.show_form(6)
        take_tabs(camera, "faults")
        window.desk.show_form(5)
        take_tabs(camera, "long")
        take_preview(camera)
        take_dialogs(camera, ledger)
        take_stamped(camera, Path(folder) / "签章件.pdf")
        window.close()


class Camera:
    """Takes pictures of one window under numbers that keep their order."""

    def __init__(self, look: Look, window: MainWindow) -> None:
        self.window = window
        self._look = look
        self._count = 0

    def take(self, what: str, widget: QWidget | None = None) -> None:
        """The window, or a dialog of it, once it has come to rest."""
        QTest.qWait(150)
        picture = (widget or self.window).grab()
        self._count += 1
        name = f"{self._look.name}-{self._count:02}-{what}.png"
        picture.save(str(FOLDER / name))
        screen = self.window.screen().availableSize()
        if screen.expandedTo((widget or self.window).size()) != screen:
            print(f"{name}: {picture.width()}×{picture.height()} does not fit the screen")


def take_tabs(camera: Camera, what: str) -> None:
    """All pages of the open form."""
    tabs = camera.window.findChild(QTabWidget, "tabs")
    assert tabs is not None
    for number, tab in enumerate(TABS):
        tabs.setCurrentIndex(number)
        camera.take(f"{what}-{tab}")


def take_preview(camera: Camera) -> None:
    """The pages of the open form as a whole, and a cell of them that stands out."""
    trigger(camera.window, "actionPrintPreview")
    zoom, pages = camera.window.findChild(QComboBox, "zoom"), camera.window.findChild(QWidget, "pagesScroll")
    assert zoom is not None
    assert pages is not None
    zoom.setCurrentIndex(zoom.findData("page"))
    QTest.keyClick(pages, Qt.Key.Key_PageDown)
    camera.take("preview-page")
    zoom.setCurrentIndex(zoom.findData(1.0))
    QTest.keyClick(pages, Qt.Key.Key_Right)
    camera.take("preview-cell")


def take_dialogs(camera: Camera, ledger: Path) -> None:
    """What stands above the window: message bar, export, printing, further papers, keys, crash."""
    window = camera.window
    trigger(window, "actionDeleteForm")
    camera.take("message")
    trigger(window, "actionUndo")
    for action, what in (
        ("actionExport", "export"),
        ("actionPageSetup", "page-setup"),
        ("actionPrint", "print"),
        ("actionPrintForms", "batch"),
        ("actionSummary", "summary"),
        ("actionPublicCopy", "public-copy"),
        ("actionBlankForm", "blank-form"),
        ("actionBalance", "balance"),
        ("actionKeys", "keys"),
    ):
        QTimer.singleShot(300, partial(take_dialog, camera, what))
        trigger(window, action)
        QTest.qWait(600)
    crash = CrashDialog(describe(LookupError, None), ledger, window)
    crash.open()
    camera.take("crash", crash)
    crash.close()


def take_stamped(camera: Camera, target: Path) -> None:
    """A printed form that is changed afterwards, its copies, and one with a character that cannot be printed."""
    window = camera.window
    setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))  # noqa: B010 - no dialog to answer
    window.desk.show_form(2)
    trigger(window, "actionSavePdf")
    trigger(window, "actionTab2")
    goal = window.findChild(QPlainTextEdit, "goalActual")
    assert goal is not None
    goal.setFocus()
    QTest.keyClicks(goal, "2 ")
    camera.take("changed-since")
    goal.insertPlainText("，，共 12  场\n二、")
    tidy = window.findChild(QToolButton, "goalActualTidy")
    assert tidy is not None
    QTimer.singleShot(300, partial(take_dialog, camera, "tidy"))
    tidy.click()
    trigger(window, "actionPaperCopies")
    camera.take("print-history", window.findChild(QDialog, "proofDialog"))
    QTest.keyClick(goal, Qt.Key.Key_Escape)
    goal.insertPlainText("\U00030000")
    QTimer.singleShot(300, partial(take_dialog, camera, "missing-character"))
    trigger(window, "actionSavePdf")


def take_dialog(camera: Camera, what: str) -> None:
    """The dialog that is open, which is then closed."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    camera.take(what, dialog)
    dialog.close()


def trigger(window: MainWindow, action: str) -> None:
    """Do what a menu entry does."""
    found = window.findChild(QAction, action)
    assert found is not None
    found.trigger()


def fill(ledger: Path) -> None:
    """A ledger with the examples and, last, a form with faults on every page."""
    store = bootstrap.ledgers().create(ledger)
    forms = bootstrap.services().examples()
    store.add([drafted(form) for form in (*forms, faulty(forms[0]))])
    store.close()


def faulty(form: Form) -> Form:
    """The form with FAULTS typed into it."""
    for field, text in FAULTS.items():
        form = edits.set_cell(form, FieldRef.parse(field), text)
    return replace(form, project_name=form.project_name + steps.copy_suffix())


def drafted(form: Form) -> Draft:
    """The form with what is found in it."""
    return Draft(form, evaluate(form, bootstrap.templates().get(form.template)))


def print_examples() -> None:
    """Each page of each example as printed."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "示例台账.selfeval"
        fill(ledger)
        store = bootstrap.ledgers().open(ledger)
        paperwork = Paperwork(bootstrap.templates(), bootstrap.paper_code, steps.draft_mark())
        for form_id in (summary.form_id for summary in store.summaries()):
            (made,) = paperwork.outputs(store, (form_id,))
            (path,) = bootstrap.writers()["pdf"]([made.printout], Path(folder) / f"{form_id}.pdf")
            draw_pages(path, f"paper-{form_id}")
        print_documents(store, paperwork, Path(folder))
        store.close()


def print_documents(store: FormStore, paperwork: Paperwork, folder: Path) -> None:
    """The papers beside the forms: cover list, a year's summary, a public copy, a blank."""
    made = paperwork.outputs(store, [summary.form_id for summary in store.summaries()])
    sheet = made[0].printout.sheet
    cells = frozenset(masking.spot(cell) for cell in sheet.cells if str(cell.field) in HIDDEN_CELLS)
    for name, printout in (
        ("cover", documents.cover(made, [1] * len(made), copies=2)),
        ("summary", documents.year_summary(store, paperwork, SummaryOrder(2023, subtotals=True))),
        ("public", documents.public_copy(made[0], Masks(cells, HIDDEN_WORDS))),
        ("blank", documents.blank(paperwork, BlankOrder("mof-2020", made[0].form.money_unit))),
    ):
        (path,) = bootstrap.writers()["pdf"]([printout], folder / f"{name}.pdf")
        draw_pages(path, f"paper-{name}")


def draw_pages(path: Path, name: str) -> None:
    """The pages of a PDF as pictures, numbered from 1."""
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document, start=1):
            page.render(scale=DPI / 72).to_pil().save(FOLDER / f"{name}-{number}.png")


if __name__ == "__main__":
    main()
