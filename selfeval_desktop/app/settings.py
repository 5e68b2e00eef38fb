"""What the program remembers of its user between two runs. Losing it costs comfort, never data."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, Protocol, get_args

from selfeval_desktop.app.paper.print_order import PrintChoice
from selfeval_desktop.domain.layout.paper import PaperChoice

MOST_LEDGERS = 8
TextSize = Literal[100, 125, 150]
"""In percent of the usual size."""
TEXT_SIZES: tuple[TextSize, ...] = get_args(TextSize)


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
    `backup_place` is the folder that ledgers were last copied to, such as a USB stick's. `version` is that of the
    program whose changes were shown last, empty before any.
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
    version: str = ""

    def position_in(self, ledger: Path) -> LedgerPosition | None:
        """Where the user was in that ledger; None when it is not among the last."""
        return next((place for place in self.places if place.ledger == str(ledger)), None)

    def with_position(self, place: LedgerPosition) -> "Settings":
        """With this place first, and as many of the others as are kept."""
        return replace(self, places=(place, *self.without_ledger(place.ledger).places)[:MOST_LEDGERS])

    def without_ledger(self, ledger: str) -> "Settings":
        """With that ledger forgotten."""
        return replace(self, places=tuple(place for place in self.places if place.ledger != ledger))


def portable_settings(settings: Settings) -> Settings:
    """The settings without what belongs to this PC: ledgers, folders, printers and the size of the window."""
    printing = {template: replace(choice, printer="") for template, choice in settings.printing.items()}
    return replace(
        settings, places=(), geometry="", layout="", folder="", printing=printing, backup_place="", version=""
    )


class SettingsStore(Protocol):
    """Keeps the settings between two runs."""

    @property
    def damaged_copy(self) -> Path | None:
        """Where settings are kept that could not be read, or not all of them; None when there were none."""
        ...

    @property
    def unwritable_path(self) -> Path | None:
        """The file that could not be written, so that settings hold for this run only; None when all is well."""
        ...

    def load_settings(self) -> Settings:
        """The stored settings; each that is missing or cannot be read is its default."""
        ...

    def change_settings(self, **changes: Any) -> None:
        """Keep these fields of `Settings` from now on, for this run at least."""
        ...
