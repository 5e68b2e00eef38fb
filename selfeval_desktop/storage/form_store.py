"""The forms of an open ledger: each call is one transaction, which moves the revision and the root digest along."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update

from selfeval_desktop.app.errors import (
    Damage,
    DamagedLedger,
    LedgerInUse,
    SelfEvalError,
    UnknownForm,
    UnwritableFile,
)
from selfeval_desktop.app.ports import (
    Answer,
    Counts,
    Draft,
    EventKind,
    FormSummary,
    FrozenCopy,
    Issue,
    Release,
    Templates,
)
from selfeval_desktop.app.templates import template_of
from selfeval_desktop.domain.form import Form
from selfeval_desktop.domain.library import KnownIndicator, WrittenReason
from selfeval_desktop.domain.template import Template
from selfeval_desktop.domain.units import Unit
from selfeval_desktop.storage import (
    answers,
    contents,
    database,
    issues,
    kept_templates,
    library,
    listing,
    publish,
    rows,
    seals,
)
from selfeval_desktop.storage.contents import Head
from selfeval_desktop.storage.file_lock import FileLock, holder
from selfeval_desktop.storage.kept_templates import KeptTemplates
from selfeval_desktop.storage.tables import (
    forms,
    fund_lines,
    indicators,
    ledger,
    margins,
    rules_off,
    units,
)

_SEALED = select(*seals.SEALED).where(forms.c.id.in_(bindparam("ids", expanding=True))).order_by(forms.c.id)
_LAST_FORM = select(func.max(forms.c.id))
_INSERT_FORM = insert(forms)
_UPDATE_FORM = update(forms).where(forms.c.id == bindparam("form_id"))
_RECOUNT = update(forms).where(forms.c.id == bindparam("form_id"))
_SET_DELETED = (
    update(forms)
    .where(forms.c.id.in_(bindparam("ids", expanding=True)))
    .values(deleted_at=bindparam("moment"))
)
_DELETE_ROWS = tuple(
    delete(table).where(table.c.form_id == bindparam("form_id_"))
    for table in (fund_lines, indicators, margins)
)
_INSERT_FUNDS, _INSERT_INDICATORS, _INSERT_MARGIN = insert(fund_lines), insert(indicators), insert(margins)
_MARGINS = select(*seals.MARGIN).where(margins.c.form_id.in_(bindparam("ids", expanding=True)))
_UNITS = select(*seals.UNIT)
_RULES_OFF = select(*seals.RULE_OFF)
_HEAD = select(ledger.c.revision, ledger.c.root_digest)
_ADVANCE = (
    update(ledger)
    .where(ledger.c.revision == bindparam("known"), ledger.c.root_digest == bindparam("known_root"))
    .values(revision=bindparam("next"), root_digest=bindparam("next_root"))
)


class LedgerForms:
    """The port FormStore over one open file; `lock` is None when it was opened for reading only."""

    def __init__(
        self, path: Path, connection: Connection, lock: FileLock | None, installed: Templates
    ) -> None:
        self._path = path
        self._connection = connection
        self._lock = lock
        # The step that failed last, for as long as it may stand in the file all the same.
        self._unsure: _Step | None = None
        with self._reading():
            if not database.is_whole(connection):
                raise DamagedLedger(path, Damage.PAGES)
            self._head = contents.sealed(connection, path)
            self._templates = KeptTemplates(path, connection, installed)

    @property
    def path(self) -> Path:
        """Where the ledger lies."""
        return self._path

    @property
    def templates(self) -> Templates:
        """What the forms are under: the versions that the ledger keeps, else those installed."""
        return self._templates

    def summaries(self, form_ids: Sequence[int] | None = None) -> tuple[FormSummary, ...]:
        """The forms that are not deleted, by id: all, or those asked for."""
        with self._reading():
            return listing.summaries(self._connection, self._path, form_ids)

    def load(self, form_id: int) -> Form:
        """The form, with the keys of its rows; UnknownForm, DamagedLedger."""
        with self._reading():
            return contents.form(self._connection, self._path, form_id)

    def load_several(self, form_ids: Sequence[int]) -> tuple[Form, ...]:
        """Several forms at once, in the order asked for; as `load`."""
        with self._reading():
            return contents.some_forms(self._connection, self._path, form_ids)

    def targets(self, form_ids: Sequence[int]) -> Mapping[int, tuple[tuple[str, str], ...]]:
        """三级指标 and 年度指标值 of every row of these forms, in their order; nothing for a form without rows."""
        with self._reading():
            return library.targets(self._connection, form_ids)

    def add(self, drafts: Sequence[Draft]) -> tuple[int, ...]:
        """Store new forms, all or none, and the templates that they are under; their ids in the same order."""
        with self._step() as step:
            first = (step.connection.execute(_LAST_FORM).scalar() or 0) + 1
            ids = tuple(range(first, first + len(drafts)))
            step.touch(ids)
            for form_id, draft in zip(ids, drafts, strict=True):
                step.connection.execute(_INSERT_FORM, {"id": form_id, **self._values(step, draft)})
                _insert_rows(step.connection, form_id, draft.form)
        return ids

    def save(self, form_id: int, draft: Draft) -> None:
        """Replace the whole form; UnknownForm when it is not there or deleted."""
        self.save_all({form_id: draft})

    def save_all(self, drafts: Mapping[int, Draft]) -> None:
        """Replace whole forms, all or none; UnknownForm for one that is not there or deleted."""
        with self._step() as step:
            _all_present(step.touch(list(drafts)), list(drafts))
            for form_id, draft in drafts.items():
                step.connection.execute(_UPDATE_FORM, {"form_id": form_id, **self._values(step, draft)})
                for statement in _DELETE_ROWS:
                    step.connection.execute(statement, {"form_id_": form_id})
                _insert_rows(step.connection, form_id, draft.form)

    def delete(self, form_ids: Sequence[int]) -> None:
        """Move forms to the recycle bin; their ids stay theirs."""
        with self._step() as step:
            _all_present(step.touch(form_ids), form_ids)
            step.connection.execute(_SET_DELETED, {"ids": list(form_ids), "moment": rows.now()})

    def restore(self, form_ids: Sequence[int]) -> None:
        """Bring deleted forms back as they were; UnknownForm for one that never was."""
        with self._step() as step:
            _all_present(step.touch(form_ids), form_ids, deleted_too=True)
            step.connection.execute(_SET_DELETED, {"ids": list(form_ids), "moment": None})
            for form_id in form_ids:
                contents.form(step.connection, self._path, form_id)

    def record(self, releases: Sequence[Release], kind: EventKind) -> None:
        """Note that the forms were printed or exported now, and keep a copy; drafts with errors are passed over."""
        form_ids = [release.form_id for release in releases]
        with self._step() as step:
            found = step.touch(form_ids)
            _all_present(found, form_ids)
            unfinished = {row.id for row in found if row.errors}
            gone = [release for release in releases if release.form_id not in unfinished]
            for release in gone:
                self._keep(step, template_of(release.form, self._templates))
            step.added += issues.note(step.connection, gone, kind, self._templates)

    def issues(self, form_id: int) -> tuple[Issue, ...]:
        """What was noted of a form, the newest first."""
        with self._reading():
            return issues.of_form(self._connection, self._path, form_id)

    def issues_of(self, code: str) -> tuple[Issue, ...]:
        """Every issue with this code, the newest first, those of deleted forms too."""
        with self._reading():
            return issues.of_code(self._connection, self._path, code)

    def copy(self, issue_id: int) -> FrozenCopy:
        """The copy that was kept of an issue with a code; DamagedLedger."""
        with self._reading():
            return issues.copy(self._connection, self._path, issue_id)

    def answers(self, form_id: int) -> Mapping[int, Answer]:
        """What came back of a form's issues, by the issue's id; those without an answer are left out."""
        with self._reading():
            return answers.of_form(self._connection, self._path, form_id)

    def keep_answer(self, issue_id: int, answer: Answer) -> None:
        """Have this answer to an issue instead of the one before."""
        with self._step() as step:
            step.before += answers.total(step.connection, issue_id)
            answers.keep(step.connection, issue_id, answer)
            step.added += answers.total(step.connection, issue_id)

    def units(self) -> tuple[Unit, ...]:
        """The reporting units in their order."""
        with self._reading():
            return contents.reporting_units(self._connection, self._path)

    def keep_units(self, kept: Sequence[Unit]) -> None:
        """Have these reporting units instead of those before."""
        with self._step() as step:
            step.before += seals.total(step.connection.execute(_UNITS))
            step.connection.execute(delete(units))
            if kept:
                step.connection.execute(insert(units), rows.unit_values(kept))
            step.added += seals.total(step.connection.execute(_UNITS))

    def rules_off(self) -> frozenset[str]:
        """The codes of the rules that this ledger does without."""
        with self._reading():
            return contents.rules_left_out(self._connection, self._path)

    def switch_off(self, codes: Collection[str], counts: Mapping[int, Counts]) -> None:
        """Do without these rules from now on, and no others; `counts` are those of forms that change by it."""
        with self._step() as step:
            _all_present(step.touch(list(counts)), list(counts))
            if counts:
                values = [{"form_id": form_id, **each._asdict()} for form_id, each in counts.items()]
                step.connection.execute(_RECOUNT, values)
            step.before += seals.total(step.connection.execute(_RULES_OFF))
            step.connection.execute(delete(rules_off))
            if codes:
                step.connection.execute(insert(rules_off), [{"code": code} for code in sorted(codes)])
            step.added += seals.total(step.connection.execute(_RULES_OFF))

    def reasons(self, form_id: int) -> tuple[WrittenReason, ...]:
        """What forms other than that one say of deviations, the newest first; bounded, each text once."""
        with self._reading():
            return library.reasons(self._connection, self._path, form_id)

    def known_indicators(self, form_id: int) -> tuple[KnownIndicator, ...]:
        """The indicators of forms other than that one, the newest first; bounded, each once; DamagedLedger."""
        with self._reading():
            return library.known_indicators(self._connection, self._path, form_id, self._templates)

    def verify(self) -> None:
        """Read everything and compare the digests; DamagedLedger."""
        with self._reading():
            if not database.is_whole(self._connection, thorough=True):
                raise DamagedLedger(self._path, Damage.PAGES)
            contents.verified(self._connection, self._path)

    def back_up(self, target: Path) -> None:
        """Write a copy of the whole ledger, verified before it gets its name; FileExists, UnwritableFile."""
        with publish.staged(target) as temp:
            with database.refusals(target):
                database.copy(self._path, temp)
            with database.refusals(target), database.connect(temp, "ro") as copied, copied.begin():
                contents.verified(copied, target)

    def close(self) -> None:
        """Release file and lock; may be called twice."""
        self._connection.close()
        if self._lock:
            self._lock.release()

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with database.refusals(self._path), self._connection.begin():
            yield

    @contextmanager
    def _step(self) -> Iterator["_Step"]:
        """One transaction that writes. Nothing is kept of it when it fails, on disk or here."""
        try:
            with self._transaction() as step:
                yield step
        except UnwritableFile:
            if not self._stands():
                raise
            # All of it is in the file; only the end of its journal may not last. That of another step will.
            with self._transaction():
                pass

    @contextmanager
    def _transaction(self) -> Iterator["_Step"]:
        if self._lock is None:
            raise LedgerInUse(self._path, holder(self._path))
        with database.refusals(self._path), self._connection.begin():
            self._settle()
            step = _Step(self._connection)
            yield step
            root = seals.moved(self._head.root_digest, before=step.before, after=step.after())
            step.head = Head(self._head.document_id, self._head.revision + 1, root)
            self._advance(step.head)
            self._unsure = step
        self._take(step)

    def _stands(self) -> bool:
        """Whether the step that failed just now is stored; False, for the time being, where that cannot be read."""
        try:
            with self._reading():
                return self._settle()
        except SelfEvalError:
            return False

    def _settle(self) -> bool:
        """Whether there was a step of which this was not known, and it is stored."""
        step = self._unsure
        if step is None:
            return False
        found = self._connection.execute(_HEAD).one()
        self._unsure = None
        is_stored = step.head is not None and found == (step.head.revision, step.head.root_digest)
        if is_stored:
            self._take(step)
        return is_stored

    def _take(self, step: "_Step") -> None:
        """Go on from a step that is stored."""
        assert step.head is not None
        self._head, self._unsure = step.head, None
        self._templates.take(step.kept)

    def _advance(self, head: Head) -> None:
        """Write the ledger's row; DamagedLedger when it is not as we left it (another program wrote)."""
        known = self._head
        done = self._connection.execute(
            _ADVANCE,
            {
                "known": known.revision,
                "known_root": known.root_digest,
                "next": head.revision,
                "next_root": head.root_digest,
            },
        )
        if done.rowcount != 1:
            raise DamagedLedger(self._path, Damage.CHANGED)

    def _values(self, step: "_Step", draft: Draft) -> rows.Values:
        template = template_of(draft.form, self._templates)
        self._keep(step, template)
        return {**rows.form_values(draft, template_version=template.version), "changed_at": rows.now()}

    def _keep(self, step: "_Step", template: Template) -> None:
        """Have that template in the ledger when the step is done."""
        if not self._templates.has((template.id, template.version)) and template not in step.kept:
            step.kept.append(template)
            step.added += kept_templates.store(step.connection, [template])


class _Step:
    """The seals of what a transaction touches, before and after."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.before = 0
        self.added = 0
        self.kept: list[Template] = []
        # What the ledger's row says once the step is done.
        self.head: Head | None = None
        self._ids: list[int] = []

    def touch(self, form_ids: Sequence[int]) -> Sequence[Row[Any]]:
        """Say which forms will change; their sealed columns as they are."""
        self._ids += form_ids
        found = self._sealed(form_ids)
        self.before += self._total(form_ids, found)
        return found

    def after(self) -> int:
        """The seals of the same forms now, and of what was added."""
        return self._total(self._ids, self._sealed(self._ids)) + self.added

    def _sealed(self, form_ids: Sequence[int]) -> Sequence[Row[Any]]:
        return self.connection.execute(_SEALED, {"ids": list(form_ids)}).all()

    def _total(self, form_ids: Sequence[int], sealed: Sequence[Row[Any]]) -> int:
        """The seals of these forms and of what stands beside them."""
        return seals.total(sealed) + seals.total(self.connection.execute(_MARGINS, {"ids": list(form_ids)}))


def _all_present(found: Sequence[Row[Any]], form_ids: Sequence[int], *, deleted_too: bool = False) -> None:
    present = {row.id for row in found if deleted_too or row.deleted_at is None}
    for form_id in form_ids:
        if form_id not in present:
            raise UnknownForm(form_id)


def _insert_rows(connection: Connection, form_id: int, form: Form) -> None:
    if form.funds:
        connection.execute(_INSERT_FUNDS, rows.fund_values(form_id, form))
    if form.indicators:
        connection.execute(_INSERT_INDICATORS, rows.indicator_values(form_id, form))
    if not form.margin.is_blank:
        connection.execute(_INSERT_MARGIN, rows.margin_values(form_id, form))
