"""All that the window is handed: one value, built by `bootstrap`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from selfeval_desktop.app.ports import Ledgers, PageMaker, Templates, Writer
from selfeval_desktop.app.settings import SettingsStore
from selfeval_desktop.domain.form import Form


@dataclass(frozen=True, slots=True)
class Services:
    """Ports, ready to use. None of them may load a heavy package before it is called.

    `writers` go by the ending of the file: "pdf", "xlsx", "json". `read_forms` reads the forms of one
    JSON file (BadFormFile); `examples` gives the example forms, for a practice ledger. `preload` loads what
    saving and printing will need, in idle time, one package per call; False when there is nothing left.
    `log_folder` and `practice` are where the log and the practice ledger go.
    """

    templates: Templates
    ledgers: Ledgers
    pages: PageMaker
    writers: Mapping[str, Writer]
    read_forms: Callable[[Path], tuple[Form, ...]]
    examples: Callable[[], tuple[Form, ...]]
    settings: SettingsStore
    practice: Path
    log_folder: Path
    preload: Callable[[], bool]
