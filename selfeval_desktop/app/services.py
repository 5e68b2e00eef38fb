"""The ports that the window is given: one value, built by `bootstrap`."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.app.handover import HandOverPackages
from selfeval_desktop.app.paper.packages import PackageWriter
from selfeval_desktop.app.ports.documents import (
    FontOffer,
    FormFileReader,
    IncomingReader,
    PageMaker,
    PaperCode,
    Printout,
    Progress,
    Writer,
)
from selfeval_desktop.app.ports.ledgers import Ledgers
from selfeval_desktop.app.ports.safety import Backups, ClosingBackups, RunMarkers
from selfeval_desktop.app.ports.session import LoadTemplate, Templates
from selfeval_desktop.app.program_parts import PackageCheck, ProgramPart
from selfeval_desktop.app.settings import SettingsStore
from selfeval_desktop.domain.form.field_help import FieldHelp
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.over_time.library import Cause, KnownIndicator
from selfeval_desktop.domain.reading.finance import FinanceList
from selfeval_desktop.domain.reading.read_form import ReadForm


@dataclass(frozen=True, slots=True)
class Services:
    """Ports, ready to use. None of them may load a heavy package before it is called."""

    templates: Templates
    """The installed templates; an open ledger has its own view of them."""
    load_template: LoadTemplate
    ledgers: Ledgers
    backups: Backups
    pages: PageMaker
    missing: Callable[[Printout], Mapping[FieldRef | None, str]]
    """The characters of a printout that no font has, by cell; None for what stands in no cell."""
    fonts: Callable[[], tuple[FontOffer, ...]]
    """The fonts of this PC that a form's text can be set in."""
    paper_code: PaperCode
    writers: Mapping[str, Writer]
    """By the ending of the file: "pdf", "xlsx", "docx", "json"; "list" writes a 指标清单 to a spreadsheet."""
    write_package: PackageWriter
    passed_over_templates: Callable[[], Sequence[SelfEvalError]]
    """Why templates that the user loaded, or put into his folder, cannot be used, as far as they were wanted by now."""
    form_reader: Callable[[], AbstractContextManager[FormFileReader]]
    """What reads forms from JSON files, as long as the context lasts."""
    read_finance_list: Callable[[Path, Progress], FinanceList]
    """The figures of many projects from one file; NoFinanceList, UnfitFile, Cancelled."""
    read_clipboard: Callable[[str, str, Progress], tuple[tuple[str, ...], ...]]
    """The block of cells that a clipboard holds as text and as HTML; UnreadableClipboard, Cancelled."""
    read_form_table: Callable[[Sequence[Sequence[str]], Template], ReadForm | None]
    """The whole form in such a block; None where it is none."""
    read_form_text: Callable[[str, Template], ReadForm | None]
    """The whole form in text whose cells are lost, such as that of a PDF; None where it is none."""
    office_reader: Callable[[], AbstractContextManager[IncomingReader]]
    """What recognises forms in spreadsheets, documents and lists, as long as the context lasts."""
    write_table: Callable[[Sequence[Sequence[str]]], tuple[str, str]]
    """A block of cells as text and as HTML, for the clipboard."""
    examples: Callable[[], tuple[Form, ...]]
    """The example forms, for a practice ledger."""
    manual: Callable[[FieldRef], FieldHelp]
    """The help for a field or column, read with the first call; BadResource, UnreadableFile."""
    causes: Callable[[], tuple[Cause, ...]]
    """The program's own phrases for deviations; BadResource, UnreadableFile."""
    reference_indicators: Callable[[], tuple[KnownIndicator, ...]]
    """The program's own indicators to pick from; BadResource, UnreadableFile."""
    settings: SettingsStore
    practice: Path
    """Where the practice ledger is made."""
    log_folder: Path
    recovery: Path
    """The folder for what cannot be stored in the open ledger."""
    run_markers: RunMarkers
    closing_backups: ClosingBackups
    handovers: HandOverPackages
    write_archive: Callable[[Mapping[str, bytes], Path], None]
    """Writes files into one .zip; UnwritableFile."""
    parts: Callable[[], tuple[ProgramPart, ...]]
    """The works of others inside the program, with their licences; BadResource, UnreadableFile."""
    changes: Callable[[], str]
    """The record of changes, Markdown for the user; UnreadableFile."""
    check_package: Callable[[Path, Progress], PackageCheck]
    """Compares a package of the program with the hash sheet beside it; UnreadableFile, Cancelled."""
    preload: Callable[[], bool]
    """Loads one package that saving and printing will need, in idle time; False when none is left."""
