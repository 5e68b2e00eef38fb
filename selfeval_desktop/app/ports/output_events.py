"""Prints and exports that a ledger recorded, the copies it keeps of them, and what receivers answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.layout.paper import PaperSetup

EventKind = Literal["printed", "exported"]
Verdict = Literal["accepted", "returned"]
"""What a receiver does with what was handed up."""


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
    """One recorded print or export; `event_id` is unique in the ledger.

    `code` stands on the paper; empty, with `template_version` None, where no copy was kept, as by ledgers of schema
    0001. `file` is that of an export, None where none was recorded.
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

    `cell` is None where it is about no cell; a row of indicators goes by its key there, as in annotations.
    """

    text: str
    cell: FieldRef | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class ReceiverAnswer:
    """What the receiver said of an output: `verdict` is None as long as nothing came back.

    `at` is when the answer was stored, None before.
    """

    verdict: Verdict | None = None
    comments: tuple[ReceiverComment, ...] = ()
    at: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class FrozenCopy:
    """What a ledger keeps of an output: the form, with the keys of its rows, and how it was laid out."""

    event: OutputEvent
    form: Form
    paper: PaperSetup
    signature: bool


class StoredOutputs(Protocol):
    """Records outputs and answers to them, and finds them again; transactions as `ports.forms` says."""

    def record_outputs(self, records: Sequence[OutputRecord], kind: EventKind) -> None:
        """Record that the forms were printed or exported now, and keep a copy; drafts with errors are left out."""
        ...

    def output_events(self, form_id: int) -> tuple[OutputEvent, ...]:
        """The outputs of a form, the newest first."""
        ...

    def output_events_by_code(self, code: str) -> tuple[OutputEvent, ...]:
        """Every output with this code, the newest first, those of deleted forms too."""
        ...

    def load_frozen_copy(self, event_id: int) -> FrozenCopy:
        """The copy that was kept of an output with a code; DamagedLedger."""
        ...

    def receiver_answers(self, form_id: int) -> Mapping[int, ReceiverAnswer]:
        """The answers to a form's outputs, by the event's id; outputs without an answer are left out."""
        ...

    def save_answer(self, event_id: int, answer: ReceiverAnswer) -> None:
        """Replace the answer to an output."""
        ...
