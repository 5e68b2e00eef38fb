"""What holds after any fault, whatever it was (reliability: "the promise, asserted by every fault test")."""

import os
import re
import shutil
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from selfeval_desktop.cli.reports import DONE, PARTLY, REFUSED
from selfeval_desktop.storage.file import atomic_write
from tests.faults.commands import Variant
from tests.faults.folders import HERE, LEDGER, holding, unfinished
from tests.faults.states import State, Torn, plain_name, same_file, snapshot, state, untouched_copy
from tests.faults.traced import Run

_OURS = re.compile(r"(.*/)?(\.~.*\.[0-9a-f]{8}\.tmp(-journal)?|\.~lock\.[^/]*|[^/]*-journal)")
_TEMPORARY_FILE = re.compile(r"(.*/)?\.~.*\.[0-9a-f]{8}\.tmp(-journal)?")
_LOCK = re.compile(r"(.*/)?\.~lock\.[^/]*")
# A folder is removed by opening and listing it first.
_REMOVING = re.compile(r"(unlink|rmdir)|(openat|getdents64) .*\.~[0-9a-f]{16}\)$")
_HOME, _TEMPORARY = "home/", "tmp/"
_LOG = f"{_HOME}log/"
_TEMPLATES = f"{_HOME}data/templates/"
_NOT_PLAIN = re.compile(r"Traceback|Error|Errno|None|\{|sqlite|0x")
_AGES_AGO = 7200


class Kind(StrEnum):
    """What was broken."""

    TORN = "torn"
    LOST = "lost"
    SILENT = "silent"
    WORDS = "words"
    LITTER = "litter"


@dataclass(frozen=True, slots=True)
class Breach:
    """A promise that was not kept."""

    kind: Kind
    told: str


@dataclass(frozen=True, slots=True)
class Expected:
    """What the command does when nothing fails: the folder before and after, the ledger after each step stored.

    `others` are the ledgers beside it, a backup for one, by name.
    """

    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    states: tuple[State | None, ...]
    others: Mapping[str, State | None]


class Judge:
    """Finds what is not as promised in the folder of a variant.

    Where a run left the same as an earlier one and said the same, so is the verdict: names and times by chance and
    what is half written in files of ours make no difference to it.
    """

    def __init__(self, area: Path, variant: Variant, expected: Expected) -> None:
        self._area, self._variant, self._expected = area, variant, expected
        self._verdicts: dict[Hashable, tuple[Breach, ...]] = {}
        self._known: dict[bytes, State | None] = {}

    def breaches(self, run: Run) -> tuple[Breach, ...]:
        """Of the folder in which that run met its fault; what is looked at may be changed by that."""
        found = snapshot(self._area)
        key = (self._imprint(found), self._said(run))
        if key not in self._verdicts:
            self._verdicts[key] = tuple(self._found_breaches(found, run))
        return self._verdicts[key]

    def _found_breaches(self, found: Mapping[str, bytes], run: Run) -> Iterator[Breach]:
        area, variant, expected = self._area, self._variant, self._expected
        yield from _words(area, variant, run)
        yield from _files(found, variant, expected, run)
        yield from _left(found, variant, expected, run)
        yield from _ledgers(area, variant, expected, run)
        yield from _backups(area, expected, self._known)
        yield from _litter(area, expected)

    def _said(self, run: Run) -> Hashable:
        lines = tuple(plain_name(line) for line in (*run.out, "", *run.complaints))
        return run.code, lines, _was_removing(run)

    @staticmethod
    def _imprint(found: Mapping[str, bytes]) -> Hashable:
        return tuple(sorted((plain_name(name), _content_that_counts(name, data)) for name, data in found.items()))


def _content_that_counts(name: str, data: bytes) -> bytes:
    """A lock counts as signed or not, a temporary file and the log as being there."""
    if name.startswith(_LOG) or _TEMPORARY_FILE.fullmatch(name):
        return b""
    return b"signed" if _LOCK.fullmatch(name) and data else sha256(data).digest()


def _was_removing(run: Run) -> bool:
    """Whether removing something was what failed."""
    return any(_REMOVING.match(str(call)) for call in run.fired)


def _words(area: Path, variant: Variant, run: Run) -> Iterator[Breach]:
    """One plain sentence and the right exit code; silence where all was done."""
    if run.was_killed:
        return
    if run.code not in {DONE, PARTLY, REFUSED}:
        yield Breach(Kind.WORDS, f"exit code {run.code}: {run.complaints}")
        return
    least = 0 if run.code == DONE else 1
    most = 3 * variant.edits if variant.tells_each else 1
    if not least <= len(run.complaints) <= most:
        yield Breach(Kind.WORDS, f"exit code {run.code}, {len(run.complaints)} lines: {run.complaints}")
    for line in run.complaints:
        if _NOT_PLAIN.search(line.replace(str(area), "")) or not line.endswith("。"):
            yield Breach(Kind.WORDS, line)


def _files(found: Mapping[str, bytes], variant: Variant, expected: Expected, run: Run) -> Iterator[Breach]:
    """Each file is what it was or what it was to become; those told of are there; no other was touched."""
    told = bool(run.out) and run.code != REFUSED
    for name in sorted({*expected.before, *expected.after} - {variant.subject}):
        old, new, now = (files.get(name) for files in (expected.before, expected.after, found))
        if name.startswith(_TEMPLATES):
            if now not in {old, new}:
                yield Breach(Kind.TORN, f"{name} is neither old nor new")
        elif _OURS.fullmatch(name) or name.startswith((_HOME, _TEMPORARY)):
            continue
        elif old == new:
            if now != old:
                yield Breach(Kind.SILENT, f"{name} was changed")
        elif now is None:
            if old is not None:
                yield Breach(Kind.TORN, f"{name} is gone")
            elif told:
                yield Breach(Kind.LOST, f"{name} was told of and is not there")
        else:
            yield from _file(name, old, new, now, told=told, refused=run.code == REFUSED)


def _file(
    name: str, old: bytes | None, new: bytes | None, now: bytes, *, told: bool, refused: bool
) -> Iterator[Breach]:
    if now == old and not told:
        return
    try:
        is_new = new is not None and same_file(name, now, new)
    except Torn as torn:
        yield Breach(Kind.TORN, str(torn))
        return
    if now == old and not is_new:
        yield Breach(Kind.LOST, f"{name} was told of and is the old one")
    elif not is_new:
        yield Breach(Kind.TORN, f"{name} is neither old nor new")
    elif refused and now != old:
        yield Breach(Kind.SILENT, f"{name} is new, though nothing was to be changed")


def _ledgers(area: Path, variant: Variant, expected: Expected, run: Run) -> Iterator[Breach]:
    """Every ledger opens; what the steps change is as it was after one of them, and none that was told of is missing."""
    subject = area / variant.subject
    for path in sorted({subject, *(area / HERE).glob("[!.]*.selfeval")}):
        if path != subject and path.read_bytes() == expected.before.get(f"{HERE}/{path.name}"):
            continue
        try:
            now = state(path)
        except Torn as torn:
            yield Breach(Kind.TORN, str(torn))
            continue
        if path == subject:
            yield from _steps(now, variant, expected, run)
        elif now != expected.others.get(path.name):
            yield Breach(Kind.SILENT, f"{path.name} holds something else")


def _backups(area: Path, expected: Expected, known: dict[bytes, State | None]) -> Iterator[Breach]:
    """Each backup is one of what there was."""
    for path in sorted((area / _HOME).rglob("[!.]*.selfeval")):
        if _is_litter(str(path.relative_to(area))):
            continue
        try:
            if untouched_copy(path, known) not in expected.states:
                yield Breach(Kind.SILENT, f"{path.name} is a backup of something else")
        except Torn as torn:
            yield Breach(Kind.TORN, str(torn))


def _steps(now: State | None, variant: Variant, expected: Expected, run: Run) -> Iterator[Breach]:
    # A remark after work that is done says that it was not noted in the ledger.
    is_done = run.code == DONE and not run.complaints
    told = len(run.out) if variant.tells_each else variant.edits if is_done else 0
    held = [number for number, known in enumerate(expected.states) if known == now]
    if not held:
        yield Breach(Kind.SILENT, f"{Path(variant.subject).name} holds what no step of the command makes")
    elif max(held) < told:
        yield Breach(Kind.LOST, f"{told} steps were told to be stored, {max(held)} are")
    elif run.code == REFUSED and min(held) > told:
        yield Breach(Kind.SILENT, f"step {min(held)} is stored, though it was told not to be")


def _left(found: Mapping[str, bytes], variant: Variant, expected: Expected, run: Run) -> Iterator[Breach]:
    """After an error nothing unfinished lies about, unless removing it was what failed."""
    if run.was_killed or _was_removing(run):
        return
    for name in sorted(set(found) - set(expected.before) - set(expected.after) - {f"{variant.subject}-journal"}):
        if _is_litter(name):
            yield Breach(Kind.LITTER, f"{name} stays after an error")


def _litter(area: Path, expected: Expected) -> Iterator[Breach]:
    """Nothing of ours stays for good: what a killed run left goes when it is old and something is written there."""
    known = {*expected.before, *expected.after}
    left = [area / name for name in snapshot(area) if name not in known and _is_litter(name)]
    for entry in left:
        old = entry.stat().st_mtime - _AGES_AGO
        os.utime(entry, (old, old))
    for folder in {entry.parent for entry in left if entry.is_file()} - set(left):
        atomic_write.write_own_file(folder / "later.json", b"[]")
        (folder / "later.json").unlink()
    if any(entry.is_relative_to(area / _HOME) for entry in left):
        _recover_another(area.with_name("later"))
    for name in snapshot(area):
        if name not in known and _is_litter(name):
            yield Breach(Kind.LITTER, f"{name} stays for good")


def _is_litter(name: str) -> bool:
    """What is put into the user's folder on purpose is none: backups, journals put away, the log."""
    return not name.startswith(_HOME) or any(part.startswith(".~") for part in name.split("/"))


def _recover_another(folder: Path) -> None:
    """What the program does when a ledger next has to be recovered."""
    unfinished(holding(1), head=False)(folder)
    state(folder / LEDGER)
    shutil.rmtree(folder)
