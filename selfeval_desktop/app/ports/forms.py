"""The forms of an open ledger: listed, read, stored, deleted, and what they offer to pick from.

Of this port as of all of an open ledger: each call is one transaction, and a failing one changes nothing
(SelfEvalError). Writing calls refuse with OpenedReadOnly and LostLedger, and with StaleLedger when another process
stored something since the last `load_outside_changes`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, Protocol

from selfeval_desktop.domain.evaluation import Evaluation
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.over_time.change_history import Ancestor, HistoryEntry
from selfeval_desktop.domain.over_time.library import KnownIndicator, WrittenReason
from selfeval_desktop.domain.rules.accepted_findings import OpenFindings, separate_explained


class State(StrEnum):
    """States of a form, derived from findings and events: 草稿, 可打印, 已打印, 已导出, 已改动, 已退回."""

    DRAFT = "draft"
    READY = "ready"
    PRINTED = "printed"
    EXPORTED = "exported"
    CHANGED = "changed"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class FormSummary:
    """What the form list shows of a form, without opening it; accepted findings are not counted.

    `waiting` counts the values carried over from another year that are not confirmed, `comments` those of a receiver
    who returned the form that are not ticked off.
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
    comments: int = 0


@dataclass(frozen=True, slots=True)
class DeletedForm:
    """What the recycle bin shows of a form."""

    form_id: int
    project_name: str
    year: int | None
    unit: str
    deleted_at: datetime


class FindingCounts(NamedTuple):
    """How many findings of each severity a form's summary counts."""

    errors: int
    warnings: int
    hints: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A form with its evaluation: what goes into a ledger. `ancestor` is the form that a new one was made from."""

    form: Form
    evaluation: Evaluation
    ancestor: Ancestor | None = None

    @property
    def sorted_findings(self) -> OpenFindings:
        """The findings, accepted ones apart."""
        return separate_explained(self.form, self.evaluation.findings)


class StoredForms(Protocol):
    """Reads and replaces whole forms."""

    def form_summaries(self, form_ids: Sequence[int] | None = None) -> tuple[FormSummary, ...]:
        """The forms that are not deleted, by id: all, or those asked for."""
        ...

    def load_form(self, form_id: int) -> Form:
        """The form, with the keys of its rows and its annotations; UnknownForm, DamagedLedger."""
        ...

    def load_forms(self, form_ids: Sequence[int]) -> tuple[Form, ...]:
        """Several forms at once, in the order asked for; as `load_form`, and much faster."""
        ...

    def indicator_targets(self, form_ids: Sequence[int]) -> Mapping[int, tuple[tuple[str, str], ...]]:
        """三级指标 and 年度指标值 of every row of these forms, in their order; nothing for a form without rows."""
        ...

    def insert_forms(self, drafts: Sequence[Draft]) -> tuple[int, ...]:
        """Store new forms and the templates that they are under, all or none; their ids in the same order."""
        ...

    def save_form(self, form_id: int, draft: Draft) -> None:
        """Replace the whole form; UnknownForm when it is not there or deleted."""
        ...

    def save_forms(self, drafts: Mapping[int, Draft]) -> None:
        """Replace whole forms by their ids, all or none; UnknownForm for one that is not there or deleted."""
        ...

    def move_to_bin(self, form_ids: Sequence[int]) -> None:
        """Move forms to the recycle bin; their ids stay theirs."""
        ...

    def restore_from_bin(self, form_ids: Sequence[int]) -> None:
        """Bring deleted forms back as they were; UnknownForm for one that never was."""
        ...

    def deleted_forms(self) -> tuple[DeletedForm, ...]:
        """The forms in the recycle bin, deleted last first."""
        ...


class TextsOfOtherForms(Protocol):
    """What the other forms of a ledger say, for the user to pick from while filling one."""

    def deviation_reasons(self, form_id: int) -> tuple[WrittenReason, ...]:
        """What forms other than that one say of deviations, the newest first; bounded, each text once."""
        ...

    def known_indicators(self, form_id: int) -> tuple[KnownIndicator, ...]:
        """The indicators of forms other than that one, the newest first; bounded, each once; DamagedLedger."""
        ...


class StoredHistory(Protocol):
    """What was done to each form, and the form as it was at any time."""

    def form_history(self, form_id: int) -> Iterator[HistoryEntry]:
        """What was done to a form, the newest first; nothing from before schema 0007 of the ledger.

        Read some at a time as one goes on, each time in a transaction. UnknownForm, DamagedLedger, LostLedger.
        """
        ...

    def form_at_entry(self, form_id: int, sequence: int) -> Form:
        """The form as that entry of its history left it; as it was before all of them for BEGINNING.

        UnknownForm, DamagedLedger.
        """
        ...
