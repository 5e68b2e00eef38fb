"""What the window and the commands need from the world, as Protocols; `bootstrap` hands in the real ones."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from selfeval_desktop.app.incoming import Incoming
from selfeval_desktop.app.paper.drawing import Page
from selfeval_desktop.app.structure import LedgerStructure
from selfeval_desktop.domain.evaluation import Evaluation
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.form.units import Unit
from selfeval_desktop.domain.layout.paper import PaperSetup
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.domain.over_time.change_history import Ancestor, HistoryEntry
from selfeval_desktop.domain.over_time.library import KnownIndicator, WrittenReason
from selfeval_desktop.domain.rules.accepted_findings import OpenFindings, separate_explained

EventKind = Literal["printed", "exported"]
Verdict = Literal["accepted", "returned"]
"""What a receiver does with what was handed up."""


class State(StrEnum):
    """States of a form, derived from findings and events (design: 草稿, 可打印, 已打印, 已导出, 已改动)."""

    DRAFT = "draft"
    READY = "ready"
    PRINTED = "printed"
    EXPORTED = "exported"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FormSummary:
    """What the form list shows of a form, without opening it; findings that were explained are not counted.

    `waiting` counts the values carried over from another year that are not confirmed.
    """

    form_id: int
    template: str
    project_name: str
    year: int | None
    unit: str
    department: str
    execution_rate: Decimal | None
    score_total: Decimal | None
    grade: str | None
    errors: int
    warnings: int
    hints: int
    state: State
    state_since: datetime | None = None
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class DeletedForm:
    """What the recycle bin shows of a form."""

    form_id: int
    project_name: str
    year: int | None
    unit: str
    deleted_at: datetime


class FindingCounts(NamedTuple):
    """How many findings of each severity a form's summary tells of."""

    errors: int
    warnings: int
    hints: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A form with what was found in it: what goes into a ledger. `ancestor` is what a new one was made from."""

    form: Form
    evaluation: Evaluation
    ancestor: Ancestor | None = None

    @property
    def sorted_findings(self) -> OpenFindings:
        """What was found, those findings apart that were explained."""
        return separate_explained(self.form, self.evaluation.findings)


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that a form went out in: `kind` is "pdf", "xlsx", "docx", "json", "list" or "package".

    `digest` is SHA-256 of its bytes, 64 hexadecimal digits; "" where it could not be read.
    """

    kind: str
    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class OutputRecord:
    """A form as it goes out, for the ledger to keep: its content, and the paper that it is laid out on.

    `file` is None for what went to a printer.
    """

    form_id: int
    form: Form
    paper: PaperSetup
    signature: bool
    file: SentFile | None = None


@dataclass(frozen=True, slots=True)
class OutputEvent:
    """One print or export that the ledger noted; `issue_id` counts all of the ledger.

    `code` stands on the paper; empty where no copy was kept, as versions before 0002 of the ledger did.
    `template_version` is None then. `file` is that of an export, None where none was noted.
    """

    event_id: int
    form_id: int
    kind: EventKind
    at: datetime
    template: str = ""
    template_version: int | None = None
    code: str = ""
    file: SentFile | None = None


@dataclass(frozen=True, slots=True)
class ReceiverComment:
    """One thing that a receiver wants changed.

    `cell` is None where it is about no cell; a row of indicators goes by its key there, as in a margin.
    """

    text: str
    cell: FieldRef | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class ReceiverAnswer:
    """What the receiver said of an issue: `verdict` is None as long as nothing came back; `at` tells when it was noted."""

    verdict: Verdict | None = None
    comments: tuple[ReceiverComment, ...] = ()
    at: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class FrozenCopy:
    """What a ledger keeps of an issue: the form, with the keys of its rows, and how it was laid out."""

    event: OutputEvent
    form: Form
    paper: PaperSetup
    signature: bool


class Progress(Protocol):
    """Told before each piece of a longer work; raises Cancelled where the user wants no more of it."""

    def __call__(self, done: int, total: int) -> None: ...


def ignore_progress(done: int, total: int) -> None:
    """The progress of work that nobody watches."""


class LockHolder(NamedTuple):
    """Who has a ledger open, as `user@host`, and since when: `14:03`, with the day where it is not today."""

    who: str
    since: str


class FormStore(Protocol):
    """The open ledger file. Each call is one transaction; a failing one changes nothing (SelfEvalError).

    Writing calls refuse with OpenedReadOnly, LostLedger, and with Overtaken when another stored something since
    the last `catch_up`.
    """

    @property
    def path(self) -> Path:
        """Where the ledger lies."""
        ...

    @property
    def document_id(self) -> str:
        """Which document it is, whatever lies at that path by now."""
        ...

    @property
    def templates(self) -> "Templates":
        """What its forms are under: the versions that it keeps, else those installed."""
        ...

    @property
    def read_only(self) -> bool:
        """Whether it was opened for reading only; every writing call is refused then."""
        ...

    @property
    def lock_holder(self) -> LockHolder | None:
        """Who has it open for writing by now; None when that is not told."""
        ...

    def has_outside_changes(self) -> bool:
        """Whether another stored something since the last `catch_up`; a cheap look. LostLedger, LedgerInUse."""
        ...

    def load_outside_changes(self) -> bool:
        """Go on from what another stored, verified by its root; whether there was anything. LostLedger, DamagedLedger."""
        ...

    def copy_readable_content(self, target: Path) -> bool:
        """Write all that can still be read into a new ledger, even if the file has lost its name.

        False where that is an earlier state, which took the place of what was stored last. Verified before it gets
        its name; FileExists, UnwritableFile, DamagedLedger, LostLedger.
        """
        ...

    def form_summaries(self, form_ids: Sequence[int] | None = None) -> tuple[FormSummary, ...]:
        """The forms that are not deleted, by id: all, or those asked for."""
        ...

    def load_form(self, form_id: int) -> Form:
        """The form, with the keys of its rows and its margin; UnknownForm, DamagedLedger."""
        ...

    def load_forms(self, form_ids: Sequence[int]) -> tuple[Form, ...]:
        """Several forms at once, in the order asked for; as `load`, and much faster."""
        ...

    def indicator_targets(self, form_ids: Sequence[int]) -> Mapping[int, tuple[tuple[str, str], ...]]:
        """三级指标 and 年度指标值 of every row of these forms, in their order; nothing for a form without rows."""
        ...

    def insert_forms(self, drafts: Sequence[Draft]) -> tuple[int, ...]:
        """Store new forms, all or none; their ids in the same order."""
        ...

    def save_form(self, form_id: int, draft: Draft) -> None:
        """Replace the whole form."""
        ...

    def save_forms(self, drafts: Mapping[int, Draft]) -> None:
        """Replace whole forms by their ids, all or none."""
        ...

    def move_to_bin(self, form_ids: Sequence[int]) -> None:
        """Move forms to the recycle bin; their ids stay theirs."""
        ...

    def restore_from_bin(self, form_ids: Sequence[int]) -> None:
        """Bring deleted forms back as they were."""
        ...

    def record_outputs(self, releases: Sequence[OutputRecord], kind: EventKind) -> None:
        """Note that the forms were printed or exported now, and keep a copy; drafts with errors are passed over."""
        ...

    def output_events(self, form_id: int) -> tuple[OutputEvent, ...]:
        """What was noted of a form, the newest first."""
        ...

    def output_events_by_code(self, code: str) -> tuple[OutputEvent, ...]:
        """Every issue with this code, the newest first, those of deleted forms too."""
        ...

    def load_frozen_copy(self, issue_id: int) -> FrozenCopy:
        """The copy that was kept of an issue with a code; DamagedLedger."""
        ...

    def receiver_answers(self, form_id: int) -> Mapping[int, ReceiverAnswer]:
        """What came back of a form's issues, by the issue's id; those without an answer are left out."""
        ...

    def save_answer(self, issue_id: int, answer: ReceiverAnswer) -> None:
        """Have this answer to an issue instead of the one before."""
        ...

    def reporting_units(self) -> tuple[Unit, ...]:
        """The reporting units in their order; DamagedLedger."""
        ...

    def replace_units(self, kept: Sequence[Unit]) -> None:
        """Have these reporting units instead of those before."""
        ...

    def rules_off(self) -> frozenset[str]:
        """The codes of the rules that this ledger does without."""
        ...

    def save_rules_off(self, codes: Collection[str], counts: Mapping[int, FindingCounts]) -> None:
        """Do without these rules from now on, and no others; `counts` are those of forms that change by it."""
        ...

    def deviation_reasons(self, form_id: int) -> tuple[WrittenReason, ...]:
        """What forms other than that one say of deviations, the newest first; bounded, each text once."""
        ...

    def known_indicators(self, form_id: int) -> tuple[KnownIndicator, ...]:
        """The indicators of forms other than that one, the newest first; bounded, each once."""
        ...

    def ledger_structure(self) -> LedgerStructure:
        """How much of everything there is; nothing of what it says."""
        ...

    def deleted_forms(self) -> tuple[DeletedForm, ...]:
        """What lies in the recycle bin, deleted last first."""
        ...

    def form_history(self, form_id: int) -> tuple[HistoryEntry, ...]:
        """What was done to a form, the newest first; ledgers from before 0007 kept nothing of it. DamagedLedger."""
        ...

    def form_at_entry(self, form_id: int, sequence: int) -> Form:
        """The form as that entry of its history left it; as it was before all of them for BEGINNING."""
        ...

    def verify(self, progress: Progress = ignore_progress) -> None:
        """Read everything and compare the digests; DamagedLedger, DamagedForm, Cancelled."""
        ...

    def verify_next_forms(self, after: int | None, most: int) -> int | None:
        """Compare so many forms after that one, or the first ones, with their digests, those of deleted forms too.

        The id of the last of them, None where no form follows; DamagedForm, DamagedLedger.
        """
        ...

    def back_up(self, target: Path, progress: Progress = ignore_progress) -> None:
        """Write a copy of the whole ledger, verified before it gets its name; FileExists, UnwritableFile, Cancelled."""
        ...

    def close(self) -> None:
        """Release file and lock; may be called twice."""
        ...


class Ledgers(Protocol):
    """Opens and makes ledger files."""

    def open_ledger_file(self, path: Path, *, read_only: bool = False, take_over: bool = False) -> FormStore:
        """Open an existing ledger under its lock; never makes a file. LedgerInUse when another holds it.

        `read_only` takes no lock, so that it also opens what another holds or what cannot be written. LeftLock
        when another PC may hold it, unless `take_over`.
        """
        ...

    def create_ledger_file(
        self, path: Path, drafts: Sequence[Draft] = (), under: "Templates | None" = None
    ) -> FormStore:
        """Make a ledger that holds these forms, with the ids 1…n, or nothing at all; FileExists.

        `under` are the templates of the forms where these come from another ledger.
        """
        ...


class UndoStack(Protocol):
    """Keeps what can be undone."""

    def push_step(self, step: "UndoableStep") -> None:
        """Do the step and keep it."""
        ...

    def clear_steps(self) -> None:
        """Drop everything: what the steps were done on is not there any more."""
        ...


class UndoableStep(Protocol):
    """One thing that can be done and undone. Steps with equal `merge_key` (not empty) that follow each other are one."""

    @property
    def label(self) -> str:
        """What the undo menu says."""
        ...

    @property
    def merge_key(self) -> str:
        """Empty when the step never merges."""
        ...

    def redo(self) -> None:
        """Do it (again)."""
        ...

    def undo(self) -> None:
        """Take it back."""
        ...

    def merged_with(self, later: "UndoableStep") -> "UndoableStep":
        """This step and the later one as one."""
        ...


class Templates(Protocol):
    """The templates that are installed, and for a ledger those that it keeps."""

    def newest_templates(self) -> tuple[Template, ...]:
        """Every installed template in its newest version, the default first."""
        ...

    def get_template(self, template_id: str, version: int | None = None) -> Template:
        """That version where it is known, else the newest one; UnknownTemplate when none of that id is."""
        ...


class LoadTemplate(Protocol):
    """Installs the template of a file for this user, whatever happens to the file afterwards."""

    def __call__(self, path: Path) -> Template:
        """MissingFile, UnreadableFile, BadTemplate, OldTemplate, OtherTemplate, UnwritableFile; nothing is changed then."""
        ...


class PaperCode(Protocol):
    """8 characters that stand for a form's content under a template; the same on every PC."""

    def __call__(self, form: Form, template: Template) -> str: ...


@dataclass(frozen=True, slots=True)
class FontOffer:
    """A font of this PC that a form's text can be set in: its name for `PaperSetup.font`, and what people call it."""

    name: str
    label: str


class PageMaker(Protocol):
    """Lays a printout out into pages of drawing operations."""

    def __call__(self, printout: "Printout") -> tuple[Page, ...]: ...


class Format(StrEnum):
    """Files a form can be written to."""

    JSON = "json"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What ties a sheet of paper to its data: the form's code, and what the QR code beside it holds."""

    code: str
    qr: str


@dataclass(frozen=True, slots=True)
class Printout:
    """A sheet ready to be written: `name` is its file name without ending, `mark` the text across each page.

    `form` is what the sheet shows; None for lists and summaries, which have no JSON.
    """

    name: str
    sheet: Sheet
    paper: PaperSetup
    form: Form | None = None
    mark: str = ""
    imprint: Imprint | None = None


class Writer(Protocol):
    """Writes forms to one file, or to a folder with one file each; the files written, in order.

    Nothing is left behind when it fails or is cancelled; an old file stays as it was (UnwritableFile,
    TextTooLong, Cancelled).
    """

    def __call__(
        self, printouts: Sequence[Printout], target: Path, progress: Progress = ignore_progress
    ) -> tuple[Path, ...]: ...


class IncomingReader(Protocol):
    """Recognises what an office's file holds; MissingFile, UnreadableFile, UnfitFile, Cancelled.

    `progress` is told of the seconds that the file may take.
    """

    def __call__(self, path: Path, progress: Progress = ignore_progress) -> Incoming: ...
