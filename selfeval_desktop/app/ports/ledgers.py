"""Ledger files: opened, created, verified, copied; and an open one with all that it stores."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.app.ports.forms import Draft, FindingCounts, StoredForms, StoredHistory, TextsOfOtherForms
from selfeval_desktop.app.ports.output_events import StoredOutputs
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.domain.form.units import Unit


class LockHolder(NamedTuple):
    """Who has a ledger open, as `user@host`, and since when: `14:03`, with the day where it is not today."""

    who: str
    since: str


@dataclass(frozen=True, slots=True)
class LedgerStructure:
    """What a ledger file is made of, apart from what it says.

    `schema` is its version, `revision` counts the transactions that were stored, `size` is in bytes, `rows` are the
    numbers of rows by table.
    """

    schema: str
    revision: int
    size: int
    rows: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class LedgerSize:
    """How many bytes a ledger has, and up to how many it may grow; a step beyond that is refused."""

    size: int
    most: int

    @property
    def is_large(self) -> bool:
        """Whether it is time to think of another ledger: from half of what it may have."""
        return 2 * self.size > self.most


class LedgerFile(Protocol):
    """The open file as a whole: where it lies, who else writes it, whether it is sound."""

    @property
    def path(self) -> Path:
        """Where the ledger lies."""
        ...

    @property
    def document_id(self) -> str:
        """Which document it is, whatever lies at that path by now."""
        ...

    @property
    def read_only(self) -> bool:
        """Whether it was opened for reading only; every writing call is refused then."""
        ...

    @property
    def size(self) -> LedgerSize:
        """As it was stored or opened last."""
        ...

    @property
    def lock_holder(self) -> LockHolder | None:
        """Who has it open for writing by now; None when that is not known."""
        ...

    def has_outside_changes(self) -> bool:
        """Whether another process stored something since the last `load_outside_changes`; cheap. LostLedger, LedgerInUse."""
        ...

    def load_outside_changes(self) -> bool:
        """Go on from what another process stored, verified by its root digest; whether there was anything.

        LostLedger, DamagedLedger.
        """
        ...

    def copy_readable_content(self, target: Path) -> bool:
        """Write all that can still be read into a new ledger, even if the file has lost its name.

        False where that is an earlier state, which took the place of what was stored last. Verified before it gets
        its name; FileExists, UnwritableFile, DamagedLedger, LostLedger.
        """
        ...

    def ledger_structure(self) -> LedgerStructure:
        """How much of everything there is; nothing of what it says."""
        ...

    def verify(self, progress: Progress = ignore_progress) -> None:
        """Read everything and compare the digests; DamagedLedger, DamagedForm, LostLedger, Cancelled.

        Other calls may read while it runs.
        """
        ...

    def verify_next_forms(self, after: int | None, most: int) -> int | None:
        """Compare up to `most` forms after that id, or the first ones, with their digests, deleted forms too.

        The id of the last of them, None where no form follows; DamagedForm, DamagedLedger.
        """
        ...

    def verify_next_entries(self, after: int, most: int) -> int | None:
        """Compare up to `most` entries of the change log after that number, 0 for the first ones, with their chain.

        The number of the last of them, None where none follows; DamagedLedger.
        """
        ...

    def back_up(self, target: Path, progress: Progress = ignore_progress) -> None:
        """Write a copy of the whole ledger, verified before it gets its name.

        FileExists, UnwritableFile, LostLedger, Cancelled.
        """
        ...

    def close(self) -> None:
        """Release file and lock; may be called twice."""
        ...


class LedgerSettings(Protocol):
    """What holds for all forms of a ledger."""

    @property
    def templates(self) -> Templates:
        """The templates of its forms: the versions that it keeps, else those installed."""
        ...

    def reporting_units(self) -> tuple[Unit, ...]:
        """The reporting units in their order; DamagedLedger."""
        ...

    def replace_units(self, kept: Sequence[Unit]) -> None:
        """Store these reporting units in place of those before."""
        ...

    def rules_off(self) -> frozenset[str]:
        """The codes of the rules that are turned off in this ledger."""
        ...

    def save_rules_off(self, codes: Collection[str], counts: Mapping[int, FindingCounts]) -> None:
        """Turn off these rules and no others; `counts` are those of the forms whose counts change by it."""
        ...


class FormStore(LedgerFile, LedgerSettings, StoredForms, TextsOfOtherForms, StoredOutputs, StoredHistory, Protocol):
    """An open ledger with all that it stores."""


class Ledgers(Protocol):
    """Opens and makes ledger files."""

    def size_of_file(self, path: Path) -> LedgerSize:
        """How large the file at that path is, nothing where there is none."""
        ...

    def open_ledger_file(self, path: Path, *, read_only: bool = False, take_over: bool = False) -> FormStore:
        """Open an existing ledger under its lock; never makes a file. LedgerInUse when another holds it.

        `read_only` takes no lock, so that it also opens what another holds or what cannot be written. LeftLock
        when another PC may hold it, unless `take_over`.
        """
        ...

    def create_ledger_file(self, path: Path, drafts: Sequence[Draft] = (), under: Templates | None = None) -> FormStore:
        """Make a ledger that holds these forms, with the ids 1…n, or nothing at all; FileExists.

        `under` are the templates of the forms where these come from another ledger.
        """
        ...
