"""The 交接包: a whole ledger handed over to another PC or person, with an inventory of what is still open in it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Protocol

from selfeval_desktop.app.ports.documents import Printout, Progress, ignore_progress
from selfeval_desktop.app.ports.forms import FormSummary, State
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.app.settings import Settings


@dataclass(frozen=True, slots=True)
class InventoryGroup:
    """The forms of a year that are in one state, and what is open in them.

    `errors` and `waiting` count findings and values that are not confirmed, imported ones too; `comments` those of
    receivers that are not ticked off.
    """

    year: int | None
    state: State
    forms: int
    errors: int = 0
    waiting: int = 0
    comments: int = 0


@dataclass(frozen=True, slots=True)
class Inventory:
    """What a ledger holds: `groups` by year, the latest first; `outputs` counts prints and exports."""

    groups: tuple[InventoryGroup, ...]
    outputs: int
    units: int

    @property
    def form_count(self) -> int:
        """How many forms there are."""
        return sum(group.forms for group in self.groups)

    @property
    def error_count(self) -> int:
        """How many errors stand in them."""
        return sum(group.errors for group in self.groups)

    @property
    def unconfirmed_count(self) -> int:
        """How many of their values are unconfirmed."""
        return sum(group.waiting for group in self.groups)

    @property
    def open_comment_count(self) -> int:
        """How many comments of receivers are not ticked off."""
        return sum(group.comments for group in self.groups)


@dataclass(frozen=True, slots=True)
class HandOverRequest:
    """What goes into a package: the ledger of `store` as it is stored, its paper, and the user's settings."""

    store: FormStore
    inventory: Inventory
    paper: Printout
    settings: Settings


@dataclass(frozen=True, slots=True)
class HandOverInfo:
    """The manifest of a package whose files were all compared with their digests.

    `ledger` is the name of the ledger without its ending. `templates` are those that its user had loaded.
    """

    path: Path
    ledger: str
    program: str
    made_at: datetime
    inventory: Inventory
    settings: Settings
    templates: tuple[str, ...]
    size: int


@dataclass(frozen=True, slots=True)
class TakenOverLedger:
    """The ledger that was made of a package, and the names of templates that could not be installed."""

    ledger: Path
    left_out: tuple[str, ...] = ()


class HandOverPackages(Protocol):
    """Makes packages and takes them in."""

    def write_hand_over(self, order: HandOverRequest, target: Path, progress: Progress = ignore_progress) -> None:
        """Write one file, read back and compared before it gets its name.

        FileExists, UnwritableFile, DamagedLedger, Cancelled; nothing is left behind then.
        """
        ...

    def read_hand_over(self, path: Path, progress: Progress = ignore_progress) -> HandOverInfo:
        """What is in a package, every byte of it compared; nothing is unpacked.

        MissingFile, UnreadableFile, UnfitPackage, Cancelled.
        """
        ...

    def unpack_hand_over(self, path: Path, target: Path, progress: Progress = ignore_progress) -> TakenOverLedger:
        """Make a ledger of that new name, and install the templates that are newer than those here.

        As `read_hand_over`; FileExists, UnwritableFile. Nothing is left behind then.
        """
        ...


def count_inventory(store: FormStore, progress: Progress = ignore_progress) -> Inventory:
    """Count what a ledger holds; DamagedLedger, Cancelled."""
    groups: dict[tuple[int | None, State], list[InventoryGroup]] = defaultdict(list)
    outputs = 0
    summaries = store.form_summaries()
    for done, summary in enumerate(summaries):
        progress(done, len(summaries))
        outputs += len(store.output_events(summary.form_id))
        groups[summary.year, summary.state].append(_count_form(store, summary))
    progress(len(summaries), len(summaries))
    return Inventory(tuple(_summed_groups(groups)), outputs, len(store.reporting_units()))


def _count_form(store: FormStore, summary: FormSummary) -> InventoryGroup:
    answers = store.receiver_answers(summary.form_id).values()
    waiting = len(store.load_form(summary.form_id).annotations.origins)
    comments = sum(not comment.done for answer in answers for comment in answer.comments)
    return InventoryGroup(summary.year, summary.state, 1, summary.errors, waiting, comments)


def _summed_groups(groups: dict[tuple[int | None, State], list[InventoryGroup]]) -> Iterator[InventoryGroup]:
    order = list(State)
    for year, state in sorted(groups, key=lambda key: (-(key[0] or 0), order.index(key[1]))):
        counted = groups[year, state]
        sums = (sum(getattr(group, field.name) for group in counted) for field in fields(InventoryGroup)[2:])
        yield InventoryGroup(year, state, *sums)
