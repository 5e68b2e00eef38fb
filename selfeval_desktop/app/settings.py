"""What the program remembers of its user between two runs. Losing it costs comfort, never data."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from selfeval_desktop.app.paper.print_order import MOST_COPIES, ORDERS, PrintChoice
from selfeval_desktop.domain.layout.paper import MOST_BINDING, SIZES, PaperChoice

MOST_LEDGERS = 8
TEXT_SIZES = (100, 125, 150)
_WIDEST = 4000


@dataclass(frozen=True, slots=True)
class LedgerPosition:
    """Where the user was in a ledger: the open form, the tab (from 0) and the cell, a FieldRef text."""

    ledger: str
    form_id: int | None = None
    tab: int = 0
    field: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """`places` are the last ledgers, newest first. `geometry` and `layout` are Qt's own bytes in base64.

    `language` is empty for the program's own, Chinese; `problems` tells whether the problem list is open;
    `folder` is where files were last read or written; `paper` is what was chosen for paper, by template;
    `printing` is how it was sent to the printer last, by template too. `columns` are the widths of the indicator
    table by template and column, in logical pixels, 0 for a hidden one. `problem_order` and `problems_hidden` tell
    how the problem list is sorted, empty for the usual, and which kinds it leaves out. `text_size` is in percent of the usual.
    `backup_place` is the folder that ledgers were last copied to, such as a USB stick's.
    """

    places: tuple[LedgerPosition, ...] = ()
    geometry: str = ""
    layout: str = ""
    language: str = ""
    problems: bool = True
    folder: str = ""
    paper: Mapping[str, PaperChoice] = field(default_factory=dict)
    printing: Mapping[str, PrintChoice] = field(default_factory=dict)
    columns: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    problem_order: str = ""
    problems_hidden: tuple[str, ...] = ()
    text_size: int = 100
    contrast: bool = False
    backup_place: str = ""

    def position_in(self, ledger: Path) -> LedgerPosition | None:
        """Where the user was in that ledger; None when it is not among the last."""
        return next((place for place in self.places if place.ledger == str(ledger)), None)

    def with_position(self, place: LedgerPosition) -> "Settings":
        """With this place first."""
        return replace(self, places=(place, *self.without_ledger(place.ledger).places)[:MOST_LEDGERS])

    def without_ledger(self, ledger: str) -> "Settings":
        """With that ledger forgotten."""
        return replace(self, places=tuple(place for place in self.places if place.ledger != ledger))


def portable_settings(settings: Settings) -> Settings:
    """What is as good on another PC: without its ledgers, folders, printers and the size of its screen."""
    printing = {template: replace(choice, printer="") for template, choice in settings.printing.items()}
    return replace(settings, places=(), geometry="", layout="", folder="", printing=printing, backup_place="")


def settings_to_json(settings: Settings) -> str:
    """As JSON."""
    return json.dumps(asdict(settings), ensure_ascii=False, indent=1)


def settings_from_json(text: str | bytes) -> Settings | None:
    """The inverse; None for anything that `written` would not have given."""
    try:
        return _parse_settings(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


class SettingsStore(Protocol):
    """Keeps the settings between two runs."""

    @property
    def damaged_copy(self) -> Path | None:
        """Where settings lie that could not be understood; None when there were none."""
        ...

    @property
    def unwritable_path(self) -> Path | None:
        """Where settings could not be written to, so that they hold for this run only; None when all is well."""
        ...

    def load_settings(self) -> Settings:
        """The stored settings; the defaults where there are none or they cannot be read."""
        ...

    def change_settings(self, **changes: Any) -> None:
        """Keep these fields of `Settings` from now on, for this run at least."""
        ...


class SettingsFile:
    """Settings as one small JSON file, replaced whole, so that a torn one cannot arise."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._set_aside: Path | None = None
        self._of_this_run: Settings | None = None

    @property
    def damaged_copy(self) -> Path | None:
        """Where the file lies that could not be understood."""
        return self._set_aside

    @property
    def unwritable_path(self) -> Path | None:
        """The file that could not be written."""
        return self._path if self._of_this_run is not None else None

    def load_settings(self) -> Settings:
        """The settings of this run where they could not be written, else the stored ones.

        They are the defaults when the file is missing or damaged; a damaged one is kept under another name.
        """
        if self._of_this_run is not None:
            return self._of_this_run
        try:
            stored = settings_from_json(self._path.read_bytes())
        except OSError:
            return Settings()
        if stored is None:
            self._rename_damaged_file()
        return stored or Settings()

    def change_settings(self, **changes: Any) -> None:
        """Write beside the file, then rename; a full disk costs the user's window size in the next run, no more."""
        settings = replace(self.load_settings(), **changes)
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        try:
            beside.write_text(settings_to_json(settings), "utf-8")
            beside.replace(self._path)
            self._of_this_run = None
        except OSError:
            self._of_this_run = settings
            with suppress(OSError):
                beside.unlink()

    def _rename_damaged_file(self) -> None:
        """Under a name of its own, in place of the one that was kept before."""
        aside = self._path.with_name(f"{self._path.name}.bad")
        with suppress(OSError):
            self._path.replace(aside)
            self._set_aside = aside


def _parse_settings(stored: Mapping[str, object]) -> Settings:
    """TypeError, ValueError or KeyError for anything that `change` would not have written."""
    places, problems = stored["places"], stored["problems"]
    paper, printing = stored.get("paper", {}), stored.get("printing", {})
    if not (isinstance(places, list) and isinstance(problems, bool)):
        raise TypeError
    columns, contrast = stored.get("columns", {}), stored.get("contrast", False)
    if not (isinstance(paper, dict) and isinstance(printing, dict) and isinstance(columns, dict)):
        raise TypeError
    text_size = stored.get("text_size", 100)
    if text_size not in TEXT_SIZES or not isinstance(contrast, bool):
        raise ValueError
    return Settings(
        places=tuple(_parse_position(place) for place in places[:MOST_LEDGERS]),
        geometry=_require_text(stored["geometry"]),
        layout=_require_text(stored["layout"]),
        language=_require_text(stored["language"]),
        problems=problems,
        folder=_require_text(stored["folder"]),
        paper={template: _parse_paper_choice(choice) for template, choice in paper.items()},
        printing={template: _parse_print_choice(choice) for template, choice in printing.items()},
        columns={template: _parse_widths(widths) for template, widths in columns.items()},
        problem_order=_require_text(stored.get("problem_order", "")),
        problems_hidden=_require_texts(stored.get("problems_hidden", [])),
        text_size=TEXT_SIZES[TEXT_SIZES.index(text_size)],
        contrast=contrast,
        backup_place=_require_text(stored.get("backup_place", "")),
    )


def _parse_position(stored: Mapping[str, object]) -> LedgerPosition:
    form_id, tab = stored["form_id"], stored["tab"]
    if not (form_id is None or isinstance(form_id, int)) or not isinstance(tab, int):
        raise TypeError
    return LedgerPosition(_require_text(stored["ledger"]), form_id, tab, _require_text(stored["field"]))


def _parse_paper_choice(stored: Mapping[str, object]) -> PaperChoice:
    size, orientation, binding = stored["size"], stored["orientation"], stored["binding"]
    imprint, signature = stored["imprint"], stored["signature"]
    if size not in {None, *SIZES} or orientation not in {None, "portrait", "landscape"}:
        raise ValueError
    if not (isinstance(imprint, bool | None) and isinstance(signature, bool | None)):
        raise TypeError
    if binding is not None and not (isinstance(binding, int | float) and 0 <= binding <= MOST_BINDING):
        raise ValueError
    return PaperChoice(size, orientation, binding, imprint, signature, _require_text(stored["font"]))


def _parse_print_choice(stored: Mapping[str, object]) -> PrintChoice:
    copies, order = stored["copies"], stored["order"]
    reverse, two_sided = stored["reverse"], stored["two_sided"]
    if not (type(copies) is int and 1 <= copies <= MOST_COPIES) or order not in ORDERS:
        raise ValueError
    if not (isinstance(reverse, bool) and isinstance(two_sided, bool)):
        raise TypeError
    return PrintChoice(_require_text(stored["printer"]), copies, order, reverse, two_sided)


def _parse_widths(stored: Mapping[str, object]) -> dict[str, int]:
    """A column wider than any screen, by a slip of the mouse, is no reason to forget everything else."""
    if not isinstance(stored, dict):
        raise TypeError
    widths = {column: min(width, _WIDEST) for column, width in stored.items() if type(width) is int}
    if len(widths) != len(stored) or min(widths.values(), default=0) < 0:
        raise ValueError
    return widths


def _require_texts(stored: object) -> tuple[str, ...]:
    if not isinstance(stored, list):
        raise TypeError
    return tuple(map(_require_text, stored))


def _require_text(stored: object) -> str:
    if not isinstance(stored, str):
        raise TypeError
    return stored
