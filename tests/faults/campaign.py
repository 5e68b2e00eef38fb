"""Every point of a command at which something can go wrong, tried one after the other."""

import gc
import os
import random
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from io import StringIO
from itertools import groupby, islice
from pathlib import Path

from tests.direct_reader import read_in_this_process
from tests.faults import traced
from tests.faults.commands import COMMANDS, Command, Variant
from tests.faults.folders import HERE
from tests.faults.promise import Breach, Expected, Judge
from tests.faults.states import plain_name, reset, snapshot, state
from tests.faults.traced import Call, Run

SEED = 2023
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
    """Which points are tried: those in one of these ways and at one of these calls, () for all.

    `most` crashes and as many failures are tried, None for every one. Points are equal by construction
    where one call after the other does the same to the same file: one of each such stretch comes first, then others,
    in an order that `seed` decides.
    """

    most: int | None = None
    seed: int = SEED
    ways: tuple[Way, ...] = ()
    calls: tuple[str, ...] = ()

    def in_order(self, found: Sequence[Point], *, crashes: bool) -> list[Point]:
        """The crashes among these points, or the failures, those to be tried first in front."""
        fit = [
            point
            for point in found
            if (point.way is Way.KILL) == crashes
            and (not self.ways or point.way in self.ways)
            and (not self.calls or point.call.name in self.calls)
        ]
        if self.most is None:
            return fit
        chance = random.Random(self.seed)
        stretches = [list(alike) for _, alike in groupby(sorted(fit, key=lambda point: point.way), _alike)]
        first = [chance.choice(alike) for alike in stretches]
        others = [point for alike in stretches for point in alike if point not in first]
        return [*chance.sample(first, len(first)), *chance.sample(others, len(others))]


def _alike(point: Point) -> tuple[Way, str, str]:
    return point.way, point.call.name, plain_name(point.call.file)


@dataclass
class Tally:
    """What was tried of a command and what was found: only points are counted at which the fault did strike.

    `known` is how many points there are; `cpu` is the time of the processor, `seconds` that of the clock.
    """

    command: str
    crashes: int = 0
    errors: int = 0
    missed: int = 0
    known: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    breaches: list[tuple[str, Breach]] = field(default_factory=list)


def tried(command: Command, variants: Sequence[Variant], wanted: Wanted) -> Tally:
    """The wanted points of these variants: of a sample each has its share, and what one has too few of goes to others."""
    begun, cpu = time.monotonic(), _cpu_seconds()
    tally = Tally(command.name)
    with tempfile.TemporaryDirectory(prefix="faults-", dir=_quick_disk()) as name:
        trials = []
        for number, variant in enumerate(variants):
            with _apart(Path(name) / str(number)) as area:
                trials.append(_Trial(variant, area))
        tally.known = sum(len(trial.points) for trial in trials)
        for crashes in (True, False):
            orders = [(trial, wanted.in_order(trial.points, crashes=crashes)) for trial in trials]
            orders.sort(key=lambda order: len(order[1]))
            left = wanted.most
            for number, (trial, order) in enumerate(orders):
                share = None if left is None else left // (len(orders) - number)
                struck = _try_all(trial, order, share, tally)
                left = None if left is None else left - struck
    tally.seconds, tally.cpu = time.monotonic() - begun, _cpu_seconds() - cpu
    return tally


def tried_by_number(command: int, variant: int | None, wanted: Wanted) -> Tally:
    """As `tried`, of one variant or of all, for a process that is asked for it."""
    _load_all_of(command)
    variants = COMMANDS[command].variants
    return tried(COMMANDS[command], variants if variant is None else variants[variant : variant + 1], wanted)


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
        subject = area / variant.subject
        states = [state(subject)]
        for edits in range(1, variant.edits + 1):
            unharmed = self._run_unharmed(edits)
            after = snapshot(area)
            states.append(state(subject))
        beside = [path for path in (area / HERE).glob("[!.]*.selfeval") if path != subject]
        others = {path.name: state(path) for path in beside}
        self.points = points(unharmed.calls)
        self.judge = Judge(area, variant, Expected(snapshot(self._kept), after, tuple(states), others))

    def _run_unharmed(self, edits: int) -> Run:
        """On a PC that is busy, reading a foreign file may take longer than is allowed: then once more."""
        for _ in range(3):
            run = self.run(edits=edits)
            if run.code == 0:
                return run
        raise AssertionError(f"{self.variant.name}: {run}")

    def run(self, faults: tuple[str, ...] = (), *, edits: int | None = None) -> Run:
        """The work in a folder like new, in a child."""
        reset(self.area, self._kept)
        count = self.variant.edits if edits is None else edits
        return traced.traced(lambda: self.variant.work(self.area, count), self.area, self._log, faults)


def _try_all(trial: _Trial, order: Sequence[Point], share: int | None, tally: Tally) -> int:
    """Try these points, until so many faults did strike; how many did."""
    with _apart(trial.area.parent):
        return sum(islice(filter(None, (_try(trial, point, tally) for point in order)), share))


def _try(trial: _Trial, point: Point, tally: Tally) -> bool:
    """Whether the fault did strike."""
    run = trial.run(point.faults)
    if not any(call.changes or call.reads for call in run.fired):
        tally.missed += 1
        return False
    if point.way is Way.KILL:
        tally.crashes += 1
    else:
        tally.errors += 1
    for breach in trial.judge.breaches(run):
        tally.breaches.append((f"{trial.variant.name}, {point}", breach))
    return True


@cache
def _load_all_of(number: int) -> None:
    """Do the command once in this process: modules, fonts and templates are then there for each child.

    What a child reads it reads itself: only its own calls are seen.
    """
    read_in_this_process()
    variant = COMMANDS[number].variants[0]
    with (
        tempfile.TemporaryDirectory(prefix="faults-", dir=_quick_disk()) as name,
        _apart(Path(name)) as area,
        redirect_stdout(StringIO()),
    ):
        variant.prepare(area)
        variant.work(area, variant.edits)
    gc.collect()
    gc.freeze()


def _quick_disk() -> str | None:
    """A folder in memory where the system has one: what is flushed there costs no time."""
    memory = Path("/dev/shm")
    return str(memory) if os.access(memory, os.W_OK) else None


def _cpu_seconds() -> float:
    """What this process and all that it waited for has used."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


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
