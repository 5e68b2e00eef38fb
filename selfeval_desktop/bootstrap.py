"""Builds the program: the only place that knows every layer. Heavy packages are loaded when they are first needed."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from selfeval_desktop import paths
from selfeval_desktop.app.collector import without_collector
from selfeval_desktop.app.ports.progress import ignore_progress
from selfeval_desktop.filing import BackupFiles, HandOverFiles, LazyLedgerFiles

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from PySide6.QtWidgets import QApplication

    from selfeval_desktop.app.paper.drawing import Page
    from selfeval_desktop.app.paper.packages import Package, WrittenPackage
    from selfeval_desktop.app.ports.backups import Backups
    from selfeval_desktop.app.ports.files import IncomingReader, Writer
    from selfeval_desktop.app.ports.ledgers import Ledgers
    from selfeval_desktop.app.ports.printouts import FontOffer, Printout
    from selfeval_desktop.app.ports.progress import Progress
    from selfeval_desktop.app.ports.run_markers import RunMarkers
    from selfeval_desktop.app.ports.templates import Templates
    from selfeval_desktop.app.services import Services
    from selfeval_desktop.app.settings import SettingsStore
    from selfeval_desktop.codec.templates import TemplateFolder
    from selfeval_desktop.domain.form.fields import FieldRef
    from selfeval_desktop.domain.form.form import Form
    from selfeval_desktop.domain.form.template import Template
    from selfeval_desktop.domain.reading.finance import FinanceList
    from selfeval_desktop.domain.reading.read_form import ReadForm
    from selfeval_desktop.ui.frame.main_window import MainWindow

# What saving, printing and exporting load, in the order in which a user needs it.
_LOADED_WHEN_IDLE = (
    "selfeval_desktop.storage.file.opening",
    "selfeval_desktop.output.pdf.writer",
    "selfeval_desktop.output.xlsx",
)


def installed_templates() -> TemplateFolder:
    """The installed templates, the program's and the user's, each read once per process."""
    return _template_folder(paths.user_templates())


@cache
def _template_folder(loaded: Path) -> TemplateFolder:
    from selfeval_desktop.codec.templates import TemplateFolder

    return TemplateFolder(paths.template_folder(), loaded)


def load_template(path: Path) -> Template:
    """Install the template of a file for this user, as the port `LoadTemplate` says."""
    from selfeval_desktop.storage.file import atomic_write

    def write_template(target: Path, data: bytes) -> None:
        paths.user_data()
        atomic_write.write_files_atomically({target: data})

    return installed_templates().install_template(path, write_template)


def ledger_files() -> Ledgers:
    """Opens and makes ledger files; the database is loaded with the first."""
    return LazyLedgerFiles(installed_templates())


def backup_files() -> Backups:
    """Makes, lists and restores backups in the user's own folder; the database is loaded with the first."""
    return BackupFiles(installed_templates())


def form_writers() -> dict[str, Writer]:
    """What writes forms to files, by the ending of the file; "list" writes a 指标清单 to a spreadsheet."""
    return {
        "pdf": _lazy_writer("selfeval_desktop.output.pdf.writer", "write_pdf"),
        "xlsx": _lazy_writer("selfeval_desktop.output.xlsx", "write_xlsx"),
        "docx": _lazy_writer("selfeval_desktop.output.docx", "write_docx"),
        "list": _lazy_writer("selfeval_desktop.output.indicator_list", "write_indicator_list"),
        "json": _lazy_writer("selfeval_desktop.output.json_files", "write_json"),
    }


def write_package(package: Package, target: Path, progress: Progress = ignore_progress) -> WrittenPackage:
    """Writes an upload package, as the port `PackageWriter` says."""
    from selfeval_desktop.output import package as packages

    return packages.write_package(package, target, progress)


def paper_code(form: Form, template: Template) -> str:
    """The 8 characters on paper that stand for this content under this template."""
    from selfeval_desktop.codec import digest

    return digest.paper_code(form, template)


def missing_characters(printout: Printout) -> Mapping[FieldRef | None, str]:
    """The characters of a printout that no font has, by the cell they stand in; None for what stands in no cell."""
    from selfeval_desktop.output.pdf import missing

    return missing.missing_characters(printout)


def office_reader(known: Templates) -> AbstractContextManager[IncomingReader]:
    """What reads office files, one after the other, as these templates have them."""
    from selfeval_desktop.intake.forms import incoming

    return incoming.open_reader(known)


def user_settings() -> SettingsStore:
    """What the user's own folder remembers; one for all who ask, so that it knows what could not be written."""
    return _settings_file(paths.user_data() / "settings.json")


@cache
def _settings_file(path: Path) -> SettingsStore:
    from selfeval_desktop.app.settings import SettingsFile

    return SettingsFile(path)


def build_services() -> Services:
    """All that the window is handed; makes the user's own folders where they are missing."""
    from selfeval_desktop.app.paper.file_names import ENDING
    from selfeval_desktop.app.services import Services
    from selfeval_desktop.codec import library_toml, manual_toml
    from selfeval_desktop.codec.resource_file import ResourceFile

    installed, preloaded = installed_templates(), _preload_modules()
    manual = ResourceFile(paths.manual_folder() / "fields.toml", manual_toml.read_manual)
    return Services(
        templates=installed,
        load_template=load_template,
        ledgers=ledger_files(),
        backups=backup_files(),
        pages=_lay_out_pages,
        missing=missing_characters,
        fonts=_offered_fonts,
        paper_code=paper_code,
        writers=form_writers(),
        write_package=write_package,
        read_forms=_read_forms,
        read_finance_list=_read_finance_list,
        read_table=_read_table,
        read_form_table=_read_form_table,
        read_form_text=_read_form_text,
        office_reader=lambda: office_reader(installed),
        write_table=_write_table,
        examples=_read_examples,
        manual=lambda field: manual.content().help_for_field(field),
        causes=ResourceFile(paths.reason_phrases(), library_toml.read_reasons).content,
        reference_indicators=ResourceFile(paths.reference_indicators(), library_toml.read_indicators).content,
        settings=user_settings(),
        practice=paths.user_data() / f"练习台账{ENDING}",
        log_folder=paths.user_log(),
        recovery=paths.user_recovery(),
        run_markers=_run_markers(),
        handovers=HandOverFiles(load_template),
        write_archive=_write_archive,
        preload=lambda: next(preloaded, False),
    )


def _read_forms(path: Path) -> tuple[Form, ...]:
    from selfeval_desktop.codec import form_json

    return form_json.read_file(path, installed_templates())


def _read_examples() -> tuple[Form, ...]:
    return tuple(form for path in sorted(paths.example_folder().glob("*.json")) for form in _read_forms(path))


def _write_archive(files: Mapping[str, bytes], target: Path) -> None:
    from selfeval_desktop.output.zipped import zip_bytes
    from selfeval_desktop.storage.file import atomic_write

    atomic_write.write_files_atomically({target: zip_bytes(files)})


def _run_markers() -> RunMarkers:
    from selfeval_desktop.storage.file.run_markers import RunMarkerFiles

    return RunMarkerFiles(paths.user_run_markers())


def _read_finance_list(path: Path, progress: Progress = ignore_progress) -> FinanceList:
    from selfeval_desktop.intake.forms import finance_list

    return finance_list.read_finance_list(path, progress)


def _read_table(text: str, html: str) -> tuple[tuple[str, ...], ...]:
    from selfeval_desktop.intake.text import pasted_table

    return pasted_table.read_table(text, html)


def _read_form_table(block: Sequence[Sequence[str]], template: Template) -> ReadForm | None:
    from selfeval_desktop.intake.forms import form_table

    return form_table.read_form(block, template)


def _read_form_text(text: str, template: Template) -> ReadForm | None:
    from selfeval_desktop.intake.text import plain_text

    return plain_text.read_text(text, template)


def _write_table(rows: Sequence[Sequence[str]]) -> tuple[str, str]:
    from selfeval_desktop.intake.text import pasted_table

    return pasted_table.write_text(rows), pasted_table.write_html(rows)


@without_collector()
def open_window(ledger_path: Path | None) -> MainWindow:
    """The main window, shown, in a process that has a QApplication.

    Whatever the path leads to, the window opens: on the ledger, or on the start page with the sentence
    that says why not.
    """
    from selfeval_desktop.app import log
    from selfeval_desktop.ui.frame.main_window import MainWindow
    from selfeval_desktop.ui.kit import theme
    from selfeval_desktop.wording import language

    log.write_log_to(paths.user_log())
    remembered = user_settings()
    language.switch_language(remembered.load_settings().language or language.SOURCE)
    application = _themed_application()
    theme.apply_theme(
        application,
        theme.ThemeChoice(remembered.load_settings().text_size, remembered.load_settings().contrast),
    )
    window = MainWindow(remembered)
    window.show()
    # The frame is painted, and what waits for that is done, before anything that knows of forms is loaded.
    application.processEvents()
    application.processEvents()
    window.load_features(build_services())
    if ledger_path is not None:
        window.open_ledger(ledger_path)
    window.report_last_session_end()
    return window


@cache
def _themed_application() -> QApplication:
    """The process's application, with the program's fonts, colours and icons."""

    from PySide6.QtWidgets import QApplication

    from selfeval_desktop.ui.kit import theme

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.install_theme(application)
    return application


def _lay_out_pages(printout: Printout) -> tuple[Page, ...]:
    from selfeval_desktop.output.pdf.pages import pages_of

    return pages_of(printout)


def _offered_fonts() -> tuple[FontOffer, ...]:
    from selfeval_desktop.output.pdf.fonts import offered_fonts

    return offered_fonts()


def _lazy_writer(module: str, name: str) -> Writer:
    """A writer whose packages are loaded with the first file."""

    def write_files(
        printouts: Sequence[Printout], target: Path, progress: Progress = ignore_progress
    ) -> tuple[Path, ...]:
        written: tuple[Path, ...] = getattr(importlib.import_module(module), name)(
            printouts, target, progress
        )
        return written

    return write_files


def _preload_modules() -> Iterator[bool]:
    for name in _LOADED_WHEN_IDLE:
        importlib.import_module(name)
        yield True
