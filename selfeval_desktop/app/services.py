"""All that the window is handed: one value, built by `bootstrap`."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from selfeval_desktop.app.handover import HandOverPackages
from selfeval_desktop.app.paper.packages import PackageWriter
from selfeval_desktop.app.ports.backups import Backups
from selfeval_desktop.app.ports.files import IncomingReader, Writer
from selfeval_desktop.app.ports.ledgers import Ledgers
from selfeval_desktop.app.ports.printouts import FontOffer, PageMaker, PaperCode, Printout
from selfeval_desktop.app.ports.progress import Progress
from selfeval_desktop.app.ports.run_markers import RunMarkers
from selfeval_desktop.app.ports.templates import LoadTemplate, Templates
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
    """Ports, ready to use. None of them may load a heavy package before it is called.

    `templates` are the installed ones; an open ledger has its own view of them.
    `missing` tells the characters of a printout that no font has, by cell; None for what stands in no cell.
    `fonts` are those of this PC that a form's text can be set in. `paper_code` gives the code of a form's
    content. `writers` go by the ending of the file: "pdf", "xlsx", "docx", "json"; "list" writes a 指标清单 to a
    spreadsheet. `write_package` writes an upload package. `read_forms` reads the forms of one
    JSON file (BadFormFile); `examples` gives the example forms, for a practice ledger. `preload` loads what
    saving and printing will need, in idle time, one package per call; False when there is nothing left.
    `causes` and `reference_indicators` are the program's own to pick from (BadResource, UnreadableFile).
    `read_finance_list` reads the figures of many projects from one file (NoFinanceList, UnfitFile, Cancelled).
    `read_table` reads what a clipboard holds as text and as HTML; `write_table` gives a block of cells as both.
    `manual` gives what is said of a field or column, read when first asked for (BadResource, UnreadableFile).
    `read_form_table` recognises a whole form in such a block, `read_form_text` in text whose cells are lost, such
    as that of a PDF; None where it is none. `office_reader` gives what recognises the forms of spreadsheets,
    documents and lists, as long as the context lasts.
    `log_folder`, `recovery` and `practice` are where the log, what cannot be stored and the practice ledger go.
    `sittings` tell how the last runs of the window ended. `handovers` make a 交接包 and take one in.
    `write_archive` puts files into one .zip (UnwritableFile).
    """

    templates: Templates
    load_template: LoadTemplate
    ledgers: Ledgers
    backups: Backups
    pages: PageMaker
    missing: Callable[[Printout], Mapping[FieldRef | None, str]]
    fonts: Callable[[], tuple[FontOffer, ...]]
    paper_code: PaperCode
    writers: Mapping[str, Writer]
    write_package: PackageWriter
    read_forms: Callable[[Path], tuple[Form, ...]]
    read_finance_list: Callable[[Path, Progress], FinanceList]
    read_table: Callable[[str, str], tuple[tuple[str, ...], ...]]
    read_form_table: Callable[[Sequence[Sequence[str]], Template], ReadForm | None]
    read_form_text: Callable[[str, Template], ReadForm | None]
    office_reader: Callable[[], AbstractContextManager[IncomingReader]]
    write_table: Callable[[Sequence[Sequence[str]]], tuple[str, str]]
    examples: Callable[[], tuple[Form, ...]]
    manual: Callable[[FieldRef], FieldHelp]
    causes: Callable[[], tuple[Cause, ...]]
    reference_indicators: Callable[[], tuple[KnownIndicator, ...]]
    settings: SettingsStore
    practice: Path
    log_folder: Path
    recovery: Path
    run_markers: RunMarkers
    handovers: HandOverPackages
    write_archive: Callable[[Mapping[str, bytes], Path], None]
    preload: Callable[[], bool]
