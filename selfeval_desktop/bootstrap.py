"""Builds the program: the only place that knows every layer. Heavy packages are loaded when they are first needed."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from selfeval_desktop import paths
from selfeval_desktop.app.collector import without_collector
from selfeval_desktop.app.ports.documents import Progress, ignore_progress

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from PySide6.QtWidgets import QApplication

    from selfeval_desktop.app.paper.packages import PackageWriter
    from selfeval_desktop.app.ports.documents import FormFileReader, IncomingReader, PaperCode, Printout, Writer
    from selfeval_desktop.app.ports.ledgers import Ledgers
    from selfeval_desktop.app.ports.safety import Backups, ClosingBackups
    from selfeval_desktop.app.ports.session import Templates
    from selfeval_desktop.app.program_parts import ProgramPart
    from selfeval_desktop.app.services import Services
    from selfeval_desktop.app.settings import SettingsStore
    from selfeval_desktop.codec.templates import TemplateFolder
    from selfeval_desktop.domain.form.fields import FieldRef
    from selfeval_desktop.domain.form.form import Form
    from selfeval_desktop.domain.form.template import Template
    from selfeval_desktop.ui.frame.main_window import MainWindow

Port = TypeVar("Port")

# What saving, printing and exporting load, in the order in which a user needs it.
_LOADED_WHEN_IDLE = (
    "selfeval_desktop.storage.file.opening",
    "selfeval_desktop.output.pdf.writer",
    "selfeval_desktop.output.xlsx",
)


def later(target: str) -> Callable[..., Any]:
    """A function or class, `module:name`, whose module is loaded with the first call.

    What it takes and gives is said where it is assigned: by the annotation of the name, or by the port.
    """
    module, _, name = target.partition(":")

    def call(*args: object, **kwargs: object) -> object:
        return getattr(importlib.import_module(f"selfeval_desktop.{module}"), name)(*args, **kwargs)

    return call


class _BuiltLater:
    """Stands for an object until something of it is asked for, and hands that on."""

    def __init__(self, build: Callable[[], object]) -> None:
        self._build = cache(build)

    def __getattr__(self, name: str) -> object:
        return getattr(self._build(), name)


def built_later(build: Callable[[], Port]) -> Port:
    """What `build` gives, built when it is first used."""
    return cast("Port", _BuiltLater(build))


paper_code: PaperCode = later("codec.ledger_texts:paper_code")
missing_characters: Callable[[Printout], Mapping[FieldRef | None, str]] = later("output.pdf.missing:missing_characters")
"""The characters of a printout that no font has, by the cell they stand in; None for what stands in no cell."""
write_package: PackageWriter = later("output.package:write_package")
office_reader: Callable[[Templates], AbstractContextManager[IncomingReader]] = later(
    "intake.forms.incoming:open_reader"
)
"""What reads office files, one after the other, as these templates have them."""
form_reader: Callable[[Templates], AbstractContextManager[FormFileReader]] = later("codec.form_json:open_reader")
"""What reads JSON files, one after the other; the templates go to the reading process."""
_read_own_json: Callable[[Path, Templates], tuple[Form, ...]] = later("codec.form_json:read_file")
_write_files: Callable[[Mapping[Path, bytes]], None] = later("storage.file.atomic_write:write_files_atomically")
_write_own_file: Callable[[Path, bytes], None] = later("storage.file.atomic_write:write_own_file")
_zip_bytes: Callable[[Mapping[str, bytes]], bytes] = later("output.files:zip_bytes")


def installed_templates() -> TemplateFolder:
    """The installed templates, the program's and the user's, each read once per process."""
    return _template_folder(paths.user_templates())


def check_template(path: Path) -> Template:
    """The template of a file that is not installed; MissingFile, UnreadableFile, BadTemplate with all its faults."""
    from selfeval_desktop.codec.templates import check_template_file

    return check_template_file(path)


@cache
def _template_folder(loaded: Path) -> TemplateFolder:
    from selfeval_desktop.codec.templates import TemplateFolder

    return TemplateFolder(paths.template_folder(), loaded)


def load_template(path: Path, progress: Progress = ignore_progress) -> Template:
    """Install the template of a file for this user, as the port `LoadTemplate` says."""
    return installed_templates().install_template(path, _write_template, progress)


def _write_template(target: Path, data: bytes) -> None:
    paths.user_data()
    _write_own_file(target, data)


def ledger_files() -> Ledgers:
    """Opens and makes ledger files; the database is loaded with the first."""
    open_files: Callable[[Templates], Ledgers] = later("storage.file.opening:SqliteLedgers")
    return built_later(partial(open_files, installed_templates()))


def backup_files() -> Backups:
    """Makes, lists and restores backups in the user's own folder; the database is loaded with the first."""
    open_folder: Callable[[Path, Templates], Backups] = later("storage.copies.restoring:BackupFiles")
    # The folder of now: a backup that still runs when its window is gone stays where it belongs.
    return built_later(partial(open_folder, paths.user_backups(), installed_templates()))


back_up_noted: Callable[[Path, Callable[[Path, str], object], Callable[[Exception], str]], None] = later(
    "storage.copies.closing_backups:back_up_noted"
)
"""Makes the backup that a note asks for, in the process that was started for it."""


def _closing_backups() -> ClosingBackups:
    notes: Callable[..., ClosingBackups] = later("storage.copies.closing_backups:ClosingBackupNotes")
    return notes(paths.user_closing_backups(), paths.closing_backup_command, paths.reader_environment())


def form_writers() -> dict[str, Writer]:
    """What writes forms to files, by the ending of the file; "list" writes a 指标清单 to a spreadsheet."""
    return {
        "pdf": later("output.pdf.writer:write_pdf"),
        "xlsx": later("output.xlsx:write_xlsx"),
        "docx": later("output.docx:write_docx"),
        "list": later("output.indicator_list:write_indicator_list"),
        "json": later("output.files:write_json"),
    }


def user_settings() -> SettingsStore:
    """What the user's own folder remembers; one for all who ask, so that it knows what could not be written."""
    return _settings_file(paths.user_settings())


@cache
def _settings_file(path: Path) -> SettingsStore:
    from selfeval_desktop.storage.file.settings_file import SettingsFile

    return SettingsFile(path)


def build_services() -> Services:
    """All that the window is handed; makes the user's own folders where they are missing."""
    from selfeval_desktop.app.paper.file_names import ENDING
    from selfeval_desktop.app.services import Services
    from selfeval_desktop.codec import resource_toml
    from selfeval_desktop.codec.resource_toml import ResourceFile

    installed, preloaded = installed_templates(), _preload_modules()

    manual = ResourceFile(paths.manual_folder() / "fields.toml", resource_toml.read_manual)
    return Services(
        templates=installed,
        load_template=load_template,
        ledgers=ledger_files(),
        backups=backup_files(),
        pages=later("output.pdf.pages:pages_of"),
        missing=missing_characters,
        fonts=later("output.pdf.fonts:offered_fonts"),
        paper_code=paper_code,
        writers=form_writers(),
        write_package=write_package,
        passed_over_templates=lambda: installed.passed_over,
        form_reader=partial(form_reader, installed),
        read_finance_list=later("intake.forms.finance_list:read_finance_list"),
        read_clipboard=later("intake.text.clipboard:read_clipboard"),
        read_form_table=later("intake.forms.form_table:read_form"),
        read_form_text=later("intake.text.plain_text:read_text"),
        office_reader=partial(office_reader, installed),
        write_table=later("intake.text.pasted_table:write_table"),
        examples=lambda: tuple(
            form for path in sorted(paths.example_folder().glob("*.json")) for form in _read_own_json(path, installed)
        ),
        manual=lambda field: manual.content().help_for_field(field),
        causes=ResourceFile(paths.reason_phrases(), resource_toml.read_reasons).content,
        reference_indicators=ResourceFile(paths.reference_indicators(), resource_toml.read_indicators).content,
        settings=user_settings(),
        practice=paths.user_data() / f"练习台账{ENDING}",
        log_folder=paths.user_log(),
        recovery=paths.user_recovery(),
        run_markers=later("storage.file.run_markers:RunMarkerFiles")(paths.user_run_markers()),
        closing_backups=built_later(_closing_backups),
        handovers=built_later(
            lambda: later("storage.copies.handover_files:HandOverFiles")(
                installed, _write_template, later("output.pdf.writer:pdf_bytes")
            )
        ),
        write_archive=lambda files, target: _write_files({target: _zip_bytes(files)}),
        parts=_program_parts,
        changes=_read_changes,
        check_package=later("storage.file.package_digest:check_package"),
        preload=lambda: next(preloaded, False),
    )


def _program_parts() -> tuple[ProgramPart, ...]:
    """As the package lists them; in a checkout what is installed, with the fonts and icons."""
    from selfeval_desktop.codec import program_parts

    listed = paths.parts_file()
    if listed is not None:
        return program_parts.read_parts(listed)
    return program_parts.installed_parts() + program_parts.resource_parts(paths.resource_folder())


def _read_changes() -> str:
    from selfeval_desktop.app.errors import UnreadableFile

    path = paths.changes_file()
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise UnreadableFile(path, error.strerror or "") from error


@without_collector()
def open_window(ledger_path: Path | None) -> MainWindow:
    """The main window, shown, in a process that has a QApplication.

    Whatever the path leads to, the window opens: on the ledger, or on the start page with the sentence
    that says why not.
    """
    from PySide6.QtCore import QEventLoop

    from selfeval_desktop.app import log
    from selfeval_desktop.ui.frame.main_window import MainWindow
    from selfeval_desktop.ui.kit import theme
    from selfeval_desktop.wording import language

    paths.make_user_folders_private()
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
    # A bad file among the user's templates takes its time; the frame is painted anew meanwhile.
    no_input = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
    installed_templates().read_user_files(lambda _done, _all: application.processEvents(no_input))
    window.load_features(build_services())
    # Before this run leaves anything in the settings.
    window.show_new_changes()
    if ledger_path is not None:
        window.open_ledger(ledger_path)
    window.report_last_session_end()
    window.report_missing_input_method()
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


def _preload_modules() -> Iterator[bool]:
    for name in _LOADED_WHEN_IDLE:
        importlib.import_module(name)
        yield True
