"""Stand-ins for ports: a ledger in memory and a plain list of steps."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from selfeval_desktop import paths
from selfeval_desktop.app.errors import OpenedReadOnly, StaleLedger, UnknownForm, UnwritableFile
from selfeval_desktop.app.ledger.session import ShowForm
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.app.ports.forms import DeletedForm, Draft, FindingCounts, FormSummary, State
from selfeval_desktop.app.ports.ledgers import LedgerSize, LedgerStructure, LockHolder
from selfeval_desktop.app.ports.output_events import EventKind, FrozenCopy, OutputEvent, OutputRecord, ReceiverAnswer
from selfeval_desktop.app.ports.session import Templates, UndoableStep
from selfeval_desktop.codec.ledger_texts import paper_code
from selfeval_desktop.codec.templates import TemplateFolder
from selfeval_desktop.domain.form.form import Form, Indicator
from selfeval_desktop.domain.form.form_texts import (
    TextChange,
    compare_texts,
    form_from_texts,
    form_to_texts,
    undo_changes,
)
from selfeval_desktop.domain.form.units import Unit
from selfeval_desktop.domain.over_time import library
from selfeval_desktop.domain.over_time.change_history import Ancestor, HistoryAction, HistoryEntry
from selfeval_desktop.domain.over_time.library import KnownIndicator, SourceForm, WrittenReason
from selfeval_desktop.domain.rules.across import form_brief
from selfeval_desktop.domain.rules.findings import Severity
from tests.builders import mof_2020

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)


class MemoryStore:
    """A ledger that is never written; `full` makes every writing call fail as a full disk does.

    `overtake` does what another writer would, whom the ledger then has to catch up with.
    """

    path = Path("memory.selfeval")
    document_id = "memory"
    lock_holder: LockHolder | None = None

    def __init__(self, *drafts: Draft) -> None:
        self.templates: Templates = TemplateFolder(paths.template_folder())
        self.drafts = dict(enumerate(drafts, start=1))
        self.binned: set[int] = set()
        self.recorded: list[tuple[tuple[int, ...], EventKind]] = []
        self.copies: list[FrozenCopy] = []
        self.kept_units: tuple[Unit, ...] = ()
        self.off: frozenset[str] = frozenset()
        self.recounts: dict[int, FindingCounts] = {}
        self.kept_answers: dict[int, ReceiverAnswer] = {}
        self.entries: list[tuple[HistoryEntry, int]] = []
        self.saves = 0
        self.full = False
        self.closed = False
        self.read_only = False
        self.overtaken = False

    def overtake(self, drafts: Mapping[int, Draft], deleted: Collection[int] = ()) -> None:
        self.drafts.update(drafts)
        self.binned.update(deleted)
        self.overtaken = True

    def has_outside_changes(self) -> bool:
        return self.overtaken

    def load_outside_changes(self) -> bool:
        had_news, self.overtaken = self.overtaken, False
        return had_news

    def copy_readable_content(self, target: Path) -> bool:
        raise UnwritableFile(target, "memory")

    def form_summaries(self, form_ids: Sequence[int] | None = None) -> tuple[FormSummary, ...]:
        present = self.drafts.keys() - self.binned
        asked = present if form_ids is None else present & set(form_ids)
        return tuple(_summary(form_id, self.drafts[form_id], self.recounts.get(form_id)) for form_id in sorted(asked))

    def load_form(self, form_id: int) -> Form:
        if form_id not in self.drafts or form_id in self.binned:
            raise UnknownForm(form_id)
        return self.drafts[form_id].form

    def load_forms(self, form_ids: Sequence[int]) -> tuple[Form, ...]:
        return tuple(map(self.load_form, form_ids))

    def indicator_targets(self, form_ids: Sequence[int]) -> Mapping[int, tuple[tuple[str, str], ...]]:
        return {form_id: form_brief(form_id, self.load_form(form_id)).targets for form_id in form_ids}

    def insert_forms(self, drafts: Sequence[Draft]) -> tuple[int, ...]:
        self._write()
        ids = tuple(range(len(self.drafts) + 1, len(self.drafts) + len(drafts) + 1))
        for form_id, draft in zip(ids, drafts, strict=True):
            self.drafts[form_id] = draft
            self._log(form_id, HistoryAction.ADDED, ancestor=draft.ancestor)
        return ids

    def save_form(self, form_id: int, draft: Draft) -> None:
        self._write()
        self.saves += 1
        self.recounts.pop(form_id, None)
        self._put(form_id, draft)

    def save_forms(self, drafts: Mapping[int, Draft]) -> None:
        self._write()
        for form_id, draft in drafts.items():
            self._put(form_id, draft)

    def move_to_bin(self, form_ids: Sequence[int]) -> None:
        self._write()
        self.binned.update(form_ids)
        for form_id in form_ids:
            self._log(form_id, HistoryAction.DELETED)

    def restore_from_bin(self, form_ids: Sequence[int]) -> None:
        self._write()
        self.binned.difference_update(form_ids)
        for form_id in form_ids:
            self._log(form_id, HistoryAction.RESTORED)

    def record_outputs(self, releases: Sequence[OutputRecord], kind: EventKind) -> None:
        self._write()
        self.recorded.append((tuple(record.form_id for record in releases), kind))
        for record in releases:
            template = mof_2020()
            code = paper_code(record.form, template)
            number = len(self.copies) + 1
            event = OutputEvent(number, record.form_id, kind, NOON, template.id, template.version, code, record.file)
            self.copies.append(FrozenCopy(event, record.form, record.paper, record.signature))

    def output_events(self, form_id: int) -> tuple[OutputEvent, ...]:
        return tuple(copy.event for copy in self.copies[::-1] if copy.event.form_id == form_id)

    def output_events_by_code(self, code: str) -> tuple[OutputEvent, ...]:
        return tuple(copy.event for copy in self.copies[::-1] if copy.event.code == code)

    def load_frozen_copy(self, issue_id: int) -> FrozenCopy:
        return self.copies[issue_id - 1]

    def receiver_answers(self, form_id: int) -> dict[int, ReceiverAnswer]:
        return {
            event.event_id: self.kept_answers[event.event_id]
            for event in self.output_events(form_id)
            if event.event_id in self.kept_answers
        }

    def save_answer(self, issue_id: int, answer: ReceiverAnswer) -> None:
        self._write()
        self.kept_answers[issue_id] = answer

    def reporting_units(self) -> tuple[Unit, ...]:
        return self.kept_units

    def replace_units(self, kept: Sequence[Unit]) -> None:
        self._write()
        self.kept_units = tuple(kept)

    def rules_off(self) -> frozenset[str]:
        return self.off

    def save_rules_off(self, codes: Collection[str], counts: Mapping[int, FindingCounts]) -> None:
        self._write()
        self.off = frozenset(codes)
        self.recounts.update(counts)

    def deviation_reasons(self, form_id: int) -> tuple[WrittenReason, ...]:
        return library.distinct_reasons(
            WrittenReason(row.deviation, source) for row, source in self._other_rows(form_id)
        )

    def known_indicators(self, form_id: int) -> tuple[KnownIndicator, ...]:
        return library.distinct_indicators(
            KnownIndicator(row.level1, row.level2, row.level3, row.target, source)
            for row, source in self._other_rows(form_id)
        )

    def ledger_structure(self) -> LedgerStructure:
        return LedgerStructure("0000", self.saves, 0, {"forms": len(self.drafts)})

    def deleted_forms(self) -> tuple[DeletedForm, ...]:
        lying = ((form_id, self.drafts[form_id].form) for form_id in sorted(self.binned, reverse=True))
        return tuple(DeletedForm(form_id, form.project_name, form.year, form.unit, NOON) for form_id, form in lying)

    @property
    def size(self) -> LedgerSize:
        return LedgerSize(0, 1)

    def form_history(self, form_id: int) -> Iterator[HistoryEntry]:
        return (entry for entry, of in reversed(self.entries) if of == form_id)

    def form_at_entry(self, form_id: int, sequence: int) -> Form:
        texts = form_to_texts(self.load_form(form_id))
        for entry in self.form_history(form_id):
            if entry.sequence > sequence:
                texts = undo_changes(texts, entry.changes)
        return form_from_texts(texts)

    def verify(self, progress: Progress = ignore_progress) -> None:
        """Nothing can be damaged here."""

    def verify_next_forms(self, after: int | None, most: int) -> int | None:
        following = [form_id for form_id in self.drafts if after is None or form_id > after][:most]
        return following[-1] if following else None

    def verify_next_entries(self, after: int, most: int) -> int | None:
        return None

    def back_up(self, target: Path, progress: Progress = ignore_progress) -> None:
        raise UnwritableFile(target, "memory")

    def close(self) -> None:
        self.closed = True

    def _other_rows(self, form_id: int) -> Iterator[tuple[Indicator, SourceForm]]:
        others = {other: self.drafts[other].form for other in self.drafts.keys() - self.binned - {form_id}}
        for _, form in sorted(others.items(), key=lambda each: (each[1].year or 0, each[0]), reverse=True):
            for row in form.indicators:
                yield row, SourceForm(form.project_name, form.year)

    def _put(self, form_id: int, draft: Draft) -> None:
        before, self.drafts[form_id] = self.drafts[form_id], draft
        self._log(
            form_id,
            HistoryAction.CHANGED,
            compare_texts(form_to_texts(before.form), form_to_texts(draft.form)),
        )

    def _log(
        self,
        form_id: int,
        did: HistoryAction,
        done: tuple[TextChange, ...] = (),
        ancestor: Ancestor | None = None,
    ) -> None:
        self.entries.append((HistoryEntry(len(self.entries) + 1, did, NOON, "李某", done, ancestor), form_id))

    def _write(self) -> None:
        if self.read_only:
            raise OpenedReadOnly(self.path)
        if self.overtaken:
            raise StaleLedger(self.path)
        if self.full:
            raise UnwritableFile(self.path, "disk full")


class StepList:
    """Steps in a list, merged like the window's undo stack merges them."""

    def __init__(self) -> None:
        self.done: list[UndoableStep] = []
        self._undone: list[UndoableStep] = []

    def push_step(self, step: UndoableStep) -> None:
        step.redo()
        self._undone.clear()
        merged = self.done[-1].merged_with(step) if self.done else None
        if merged is None:
            self.done.append(step)
        else:
            self.done[-1] = merged

    def take_back_steps(self, merge_key: str) -> None:
        while self.done and isinstance(self.done[-1], ShowForm) and self.done[-1].merge_key == merge_key:
            self.done.pop().undo()

    def clear_steps(self) -> None:
        self.done.clear()
        self._undone.clear()

    def undo(self) -> None:
        step = self.done.pop()
        step.undo()
        self._undone.append(step)

    def redo(self) -> None:
        step = self._undone.pop()
        step.redo()
        self.done.append(step)


def _summary(form_id: int, draft: Draft, recount: FindingCounts | None) -> FormSummary:
    form, evaluation = draft.form, draft.evaluation
    counts = recount or FindingCounts(*map(draft.sorted_findings.count_open_findings, Severity))
    return FormSummary(
        form_id,
        form.template,
        form.project_name,
        form.year,
        form.unit,
        form.department,
        evaluation.execution_rate,
        evaluation.score_total,
        evaluation.grade,
        *counts,
        State.DRAFT if evaluation.has_errors else State.READY,
        waiting=form.annotations.unconfirmed_count,
    )
