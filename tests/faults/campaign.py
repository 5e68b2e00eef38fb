"""Every point of a command at which something can go wrong, tried one after the other."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from tests.faults import traced
from tests.faults.commands import COMMANDS, Command, Variant
from tests.faults.folders import HERE, LEDGER
from tests.faults.promise import Breach, Expected, breaches
from tests.faults.states import reset, snapshot, state
from tests.faults.traced import Call, Run

_EVERY_READING = 3
"""There are many calls that read, and they change nothing: of these every third is tried."""


class Way(StrEnum):
    """What is done to a call."""

    KILL = "killed"  # the process dies as it makes the call
    FAIL = "EIO"  # this one call fails
    FULL = "ENOSPC"  # no space for it, nor for any write after it


@dataclass(frozen=True, slots=True)
class Point:
    """A call and what is done to it; `faults` are strace's words for it."""

    call: Call
    way: Way
    faults: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.way} at {self.call}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which points are tried: every n-th of those in one of these ways and at one of these calls; () for all."""

    every: int = 1
    ways: tuple[Way, ...] = ()
    calls: tuple[str, ...] = ()

    def among(self, found: list[Point]) -> list[Point]:
        """Crashes and failures are counted apart, so that there are some of each."""
        fit = [
            point
            for point in found
            if (not self.ways or point.way in self.ways) and (not self.calls or point.call.name in self.calls)
        ]
        start = self.every // 2
        return [
            point
            for crash in (True, False)
            for point in [each for each in fit if (each.way is Way.KILL) == crash][start :: self.every]
        ]


@dataclass
class Tally:
    """What was tried of a command and what was found: only points are counted at which the fault did strike."""

    command: str
    crashes: int = 0
    errors: int = 0
    missed: int = 0
    seconds: float = 0.0
    is_missing: bool = False
    breaches: list[tuple[str, Breach]] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Take in what was tried of another variant of the same command."""
        self.crashes += other.crashes
        self.errors += other.errors
        self.missed += other.missed
        self.seconds += other.seconds
        self.is_missing |= other.is_missing
        self.breaches += other.breaches


def tried(command: Command, variant: Variant, wanted: Wanted) -> Tally:
    """The wanted points of a variant."""
    begun = time.monotonic()
    tally = Tally(command.name)
    with tempfile.TemporaryDirectory(prefix="faults-") as name, _apart(Path(name)) as area:
        trial = _Trial(variant, area)
        if trial.unharmed.code == 0:
            for point in wanted.among(points(trial.unharmed.calls)):
                _try(trial, point, tally)
        elif command.may_be_missing:
            tally.is_missing = True
        else:
            raise AssertionError(f"{command.name}, {variant.name}: {trial.unharmed}")
    tally.seconds = time.monotonic() - begun
    return tally


def tried_by_number(command: int, variant: int, wanted: Wanted) -> Tally:
    """As `tried`, for a process that is asked for it."""
    return tried(COMMANDS[command], COMMANDS[command].variants[variant], wanted)


def points(calls: tuple[Call, ...]) -> list[Point]:
    """All points of a run that made these calls."""
    found: list[Point] = []
    reading = {id(call) for call in [call for call in calls if call.reads][::_EVERY_READING]}
    for number, call in enumerate(calls):
        if call.changes:
            found.append(Point(call, Way.KILL, traced.killed_at(call)))
        if call.changes or id(call) in reading:
            found.append(Point(call, Way.FAIL, traced.failing_at(call, "EIO")))
        if call.changes and call.name in {*traced.TAKING_SPACE, "mkdir", "link"}:
            found.append(Point(call, Way.FULL, traced.full_from(call, calls[:number])))
        elif call.changes and call.name == "openat":
            found.append(Point(call, Way.FULL, traced.failing_at(call, "ENOSPC")))
    return found


class _Trial:
    """A variant in its folder, and what it does when nothing fails."""

    def __init__(self, variant: Variant, area: Path) -> None:
        self.variant = variant
        self.area = area
        self._kept = area.with_name("kept")
        self._log = area.with_name("log")
        variant.prepare(area)
        for folder in ("home", "tmp"):
            (area / folder).mkdir(exist_ok=True)
        shutil.copytree(area, self._kept)
        states = [state(area / LEDGER)]
        # What is loaded once and kept is loaded by the first of them, so that each child finds it.
        for edits in range(1, variant.edits + 1):
            self.unharmed = self.run(edits=edits)
            after = snapshot(area)
            states.append(state(area / LEDGER))
        beside = [path for path in (area / HERE).glob("[!.]*.selfeval") if path != area / LEDGER]
        others = {path.name: state(path) for path in beside}
        self.unharmed = self.run()
        self.expected = Expected(snapshot(self._kept), after, tuple(states), others)

    def run(self, faults: tuple[str, ...] = (), *, edits: int | None = None) -> Run:
        """The work in a folder like new, in a child."""
        reset(self.area, self._kept)
        count = self.variant.edits if edits is None else edits
        return traced.traced(lambda: self.variant.work(self.area, count), self.area, self._log, faults)


def _try(trial: _Trial, point: Point, tally: Tally) -> None:
    run = trial.run(point.faults)
    if not any(call.changes or call.reads for call in run.fired):
        tally.missed += 1
        return
    if point.way is Way.KILL:
        tally.crashes += 1
    else:
        tally.errors += 1
    for breach in breaches(trial.area, trial.variant, trial.expected, run):
        tally.breaches.append((f"{trial.variant.name}, {point}", breach))


@contextmanager
def _apart(folder: Path) -> Iterator[Path]:
    """The area of a trial, with the user's folder and the one for temporary files inside it."""
    area = folder / "area"
    kept = {name: os.environ.get(name) for name in ("SELFEVAL_HOME", "TMPDIR")}
    os.environ.update({"SELFEVAL_HOME": str(area / "home"), "TMPDIR": str(area / "tmp")})
    tempfile.tempdir = None
    try:
        yield area
    finally:
        tempfile.tempdir = None
        for name, value in kept.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
